"""A build step: a wheel carries the checkout's folder `resources` inside the package."""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools.command.build_py import build_py


class BuildWithResources(build_py):
    """Copies `resources/` to `pos_app/_resources`, where pos_app/resources.py looks for it."""

    def run(self) -> None:
        """Build as usual, then add the folder; an editable install reads the checkout itself."""
        super().run()
        if not self.editable_mode:
            target = Path(self.build_lib, "pos_app", "_resources")
            shutil.copytree("resources", target, dirs_exist_ok=True)
