"""Where icons, fonts, translations and pictures lie: checkout, wheel or frozen program."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


def resource_path(*parts: str) -> Path:
    """The file or folder `parts` below the program's resources.

    May raise:
    - FileNotFoundError: the program was put together without it; our bug.
    """
    path = _root().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(path)
    return path


@cache
def _root() -> Path:
    """The folder of all resources.

    PyInstaller unpacks beside its modules (`sys._MEIPASS`), a wheel carries the folder inside
    the package, a checkout has it beside the package.
    """
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return Path(bundle, "resources")
    package = Path(__file__).resolve().parent
    inside = package / "_resources"
    return inside if inside.is_dir() else package.parent / "resources"
