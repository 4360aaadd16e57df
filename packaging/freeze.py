"""Builds the frozen program: one folder that needs no Python.

    .venv/bin/python packaging/freeze.py [--out DIR] [--if-needed]

The result is DIR/pos-app (default: dist/pos-app) with the programs pos-app and pos-app-window.
`--if-needed` does nothing when the program there is newer than all that goes into it.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
_PARTS: Final = (
    "pos_app",
    "resources",
    "packaging/pos_app.spec",
    "packaging/frozen_entry.py",
    "packaging/shipped.py",
    "packaging/licences",
    "requirements.lock",
)


def program_in(out: Path) -> Path:
    """The console program below a folder of builds."""
    return out / "pos-app" / ("pos-app.exe" if sys.platform == "win32" else "pos-app")


def is_fresh(program: Path) -> bool:
    """Whether the built program is newer than everything that goes into it."""
    if not program.exists():
        return False
    files = [path for part in _PARTS for path in [ROOT / part, *(ROOT / part).rglob("*")]]
    newest = max(
        path.stat().st_mtime
        for path in files
        if path.is_file() and "__pycache__" not in path.parts
    )
    return program.stat().st_mtime > newest


def build(out: Path) -> Path:
    """Build into a folder; what PyInstaller says is shown when it fails.

    May raise:
    - SystemExit: PyInstaller failed.
    """
    command = [
        *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN"),
        *("--distpath", str(out), "--workpath", str(ROOT / "build" / "frozen")),
        str(ROOT / "packaging" / "pos_app.spec"),
    ]
    result = subprocess.run(
        command, cwd=ROOT, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if result.returncode:
        print(result.stdout)
        sys.exit("PyInstaller failed")
    return program_in(out)


def main() -> None:
    """Build, then say how large it became and how long it took."""
    parser = argparse.ArgumentParser(description="Build the frozen program.", allow_abbrev=False)
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--if-needed", action="store_true")
    options = parser.parse_args()
    program = program_in(options.out)
    if options.if_needed and is_fresh(program):
        print(f"{program} is up to date")
        return
    start = time.monotonic()
    program = build(options.out)
    took = time.monotonic() - start
    size = sum(p.stat().st_size for p in program.parent.rglob("*") if not p.is_symlink())
    print(f"{program}: {size / 1e6:.0f} MB in {took:.0f} s")


if __name__ == "__main__":
    main()
