"""The proofs of the money rule as tables.

    .venv/bin/python packaging/proofs.py matrix     every call x trouble x ending

The same proofs run as tests (`tests/proofs`, the long ones with `--slow`); this prints what they
saw. It ends with 1 and the broken promise when one is broken.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def matrix() -> None:
    """The fault matrix."""
    from tests.proofs.matrix import cells, table

    every = list(cells())
    print("\n".join(table(every)))
    print(f"\n{len(every)} cells, no promise broken")


COMMANDS = {"matrix": matrix}


def main() -> int:
    """Print one table."""
    parser = argparse.ArgumentParser(description="Proofs of the money rule.")
    parser.add_argument("proof", choices=sorted(COMMANDS))
    COMMANDS[parser.parse_args().proof]()
    return 0


if __name__ == "__main__":
    sys.exit(main())
