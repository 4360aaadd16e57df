"""Shows the till at work: the real program on a virtual screen, driven as a person would.

    bash packaging/demo.sh DIR

Leaves pictures of the screen (DIR/*.png) and the slips (DIR/slips/*.pdf). The program runs in
training mode with a home of its own, so nothing of this computer's till is touched.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from tests.helpers.atspi import Desktop


def main() -> int:
    """Run the demonstration into the folder given."""
    out = Path(sys.argv[1])
    program = Path(sys.executable).with_name("pos-app")
    slips = out / "slips"
    slips.mkdir(parents=True, exist_ok=True)
    clean = {name: text for name, text in os.environ.items() if not name.startswith("POS_APP_")}
    os.environ.clear()
    os.environ.update(clean)
    with (
        tempfile.TemporaryDirectory(prefix="pos-app-demo-") as home,
        Path(out, "program.log").open("w", encoding="utf-8") as log,
        Desktop() as desktop,
    ):
        environment = {"POS_APP_HOME": home, "POS_APP_PRINTER": f"pdf:{slips}"}
        process = desktop.start([str(program), "--training"], environment, log)
        window = desktop.window_of(process)
        window.find("button", "Unlock")
        desktop.screenshot(out / "01-lock.png")
        print(window.outline())
    return 0


if __name__ == "__main__":
    sys.exit(main())
