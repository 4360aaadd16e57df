"""What the frozen program costs: its start against the start from source, and its size.

    .venv/bin/python packaging/figures.py [--rounds N] [--size-only]

Both start on a virtual screen in training mode, one after the other, round by round, each with
its own home that has been used before. Counted is the time until the window is on the screen.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Final

import freeze
import shipped

TITLE: Final = "Gift card till"
MOST: Final = 1.10
_PATIENCE_S: Final = 60


def start_times(rounds: int) -> bool:
    """Print the medians of both; whether the window is there soon enough."""
    sys.path.insert(0, str(shipped.ROOT))
    from tests.helpers.atspi import Desktop

    programs = {
        "source": Path(sys.executable).with_name("pos-app"),
        "frozen": freeze.program_in(shipped.ROOT / "dist"),
    }
    windows: dict[str, list[float]] = {name: [] for name in programs}
    words: dict[str, list[float]] = {name: [] for name in programs}
    with tempfile.TemporaryDirectory() as folder, Desktop() as desktop:
        for round_ in range(rounds + 1):
            for name, program in programs.items():
                environment = {**desktop.environment, "POS_APP_HOME": f"{folder}/{name}"}
                shown, said = _window(program, environment), _version(program, environment)
                if round_:  # the first one fills the caches and makes the home
                    windows[name].append(shown)
                    words[name].append(said)
    too_slow = False
    for what, times in (("window on screen", windows), ("--version", words)):
        source, frozen = (median(times[name]) * 1000 for name in ("source", "frozen"))
        ratio = frozen / source
        too_slow = too_slow or (times is windows and ratio > MOST)
        print(f"{what}: source {source:.0f} ms, frozen {frozen:.0f} ms, ratio {ratio:.2f}")
    return not too_slow


def _window(program: Path, environment: dict[str, str]) -> float:
    """Seconds until the window can be seen; the program is ended afterwards."""
    look = ["xdotool", "search", "--onlyvisible", "--name", TITLE]
    start = time.monotonic()
    till = subprocess.Popen([str(program), "--training"], env=environment)
    try:
        while subprocess.run(look, env=environment, check=False, capture_output=True).returncode:
            if till.poll() is not None or time.monotonic() - start > _PATIENCE_S:
                sys.exit(f"{program} showed no window")
            time.sleep(0.002)
        return time.monotonic() - start
    finally:
        till.terminate()
        till.wait(_PATIENCE_S)


def _version(program: Path, environment: dict[str, str]) -> float:
    start = time.monotonic()
    subprocess.run([str(program), "--version"], env=environment, check=True, capture_output=True)
    return time.monotonic() - start


def sizes() -> None:
    """Print the folder's size, its ten largest parts, and the packages beside it."""
    folder = freeze.program_in(shipped.ROOT / "dist").parent
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    by_size = sorted(((path.stat().st_size, path) for path in files), reverse=True)
    print(f"program: {sum(size for size, _ in by_size) / 1e6:.1f} MB in {len(files)} files")
    for size, path in by_size[:10]:
        print(f"  {size / 1e6:5.1f} MB  {path.relative_to(folder)}")
    for path in sorted(folder.parent.glob(f"pos-app[_-]{shipped.version()}*")):
        print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")


def main() -> int:
    """Both, or the second alone; 1 when the frozen program starts too slowly."""
    parser = argparse.ArgumentParser(description="Figures of the frozen program.")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--size-only", action="store_true")
    options = parser.parse_args()
    sizes()
    return 0 if options.size_only or start_times(options.rounds) else 1


if __name__ == "__main__":
    sys.exit(main())
