"""Where the frozen program begins; which of the two it is, its own name says."""

from __future__ import annotations

import sys
from pathlib import Path

from pos_app.__main__ import main, main_window

if __name__ == "__main__":
    without_console = Path(sys.executable).stem == "pos-app-window"
    sys.exit(main_window() if without_console else main())
