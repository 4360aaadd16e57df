"""The proofs of the money rule as tables.

    .venv/bin/python packaging/proofs.py matrix     every call x trouble x ending
    .venv/bin/python packaging/proofs.py machine    2,000 lives: order state x event
    .venv/bin/python packaging/proofs.py plants     deliberate mistakes and what catches them
    .venv/bin/python packaging/proofs.py kills      killed at every edge and at 200 moments
    .venv/bin/python packaging/proofs.py fuzz       10,000 wild answers, 600 over real sockets

The same proofs run as tests (`tests/proofs`, the long ones with `--slow`); this prints what they
saw. It ends with 1 and the broken promise when one is broken.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
SEED = int(os.environ.get("PROOF_SEED", "20261123"))


def matrix() -> None:
    """The fault matrix."""
    from tests.proofs.matrix import cells, table

    every = list(cells())
    print("\n".join(table(every)))
    print(f"\n{len(every)} cells, no promise broken")


def machine() -> None:
    """What 2,000 lives of a till have visited."""
    from tests.proofs.machine import run_machine

    tables = run_machine(2000, 20, SEED)
    print("\n".join(tables.lines()))
    rare = tables.missing(least=5)
    print(f"seed {SEED}; pairs visited fewer than 5 times: {rare or 'none'}")


def fuzz() -> None:
    """What became of wild answers."""
    from tests.proofs.fuzz import run_fuzz
    from tests.proofs.fuzz_sockets import run_socket_fuzz

    print("\n".join(run_fuzz(range(10_000), SEED).lines()))
    print("\nover real sockets")
    print("\n".join(asyncio.run(run_socket_fuzz(range(600), SEED)).lines()))
    print(f"seed {SEED}; nothing was believed that was not proved")


def plants() -> None:
    """The planted mistakes, where they are, and what catches them."""
    from tests.proofs.plants import table

    print("\n".join(table()))
    print("\nrun them: pytest tests/proofs/test_plants.py")


def kills() -> None:
    """What the kills have met; Linux and macOS."""
    from tests.proofs.kills import run_kills

    chance = random.Random(SEED)  # noqa: S311 -- moments, not secrets
    tables = asyncio.run(run_kills(None, [chance.random() * 1.2 for _ in range(200)]))
    print("\n".join(tables.lines()))
    print("every time nothing was lost, and the money was right in the end")


COMMANDS = {"kills": kills, "fuzz": fuzz, "matrix": matrix, "machine": machine, "plants": plants}


def main() -> int:
    """Print one table."""
    parser = argparse.ArgumentParser(description="Proofs of the money rule.")
    parser.add_argument("proof", choices=sorted(COMMANDS))
    COMMANDS[parser.parse_args().proof]()
    return 0


if __name__ == "__main__":
    sys.exit(main())
