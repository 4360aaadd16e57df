"""The proofs of the money rule as tables.

    .venv/bin/python packaging/proofs.py              all of them, the figures once more at the end
    .venv/bin/python packaging/proofs.py matrix       every call x trouble x ending
    .venv/bin/python packaging/proofs.py machine      2,000 lives: order state x event
    .venv/bin/python packaging/proofs.py fuzz         10,000 wild answers, 600 over real sockets
    .venv/bin/python packaging/proofs.py plants       deliberate mistakes and what catches them
    .venv/bin/python packaging/proofs.py recovery     20 unknown lines once the provider answers
    .venv/bin/python packaging/proofs.py write-first  on the disk before the first byte (strace)
    .venv/bin/python packaging/proofs.py kills        killed at every edge and at 200 moments

The same proofs run as tests (`tests/proofs`, the long ones with `--slow`); this prints what they
saw. It ends with 1 and the broken promise when one is broken. PROOF_SEED=7 gives other lives,
answers and moments; the seed is printed.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
SEED: Final = int(os.environ.get("PROOF_SEED", "20261123"))


def _show(lines: list[str]) -> None:
    print("\n".join(lines), flush=True)


def matrix() -> str:
    """The fault matrix."""
    from tests.proofs.matrix import cells, table

    every = list(cells())
    _show(table(every))
    return f"{len(every)} cells, no promise broken"


def machine() -> str:
    """What 2,000 lives of a till have visited."""
    from tests.proofs.life import EVENTS, STATES
    from tests.proofs.machine import run_machine

    tables = run_machine(2000, 20, SEED)
    _show(tables.lines())
    rare = tables.missing(least=5)
    if rare:
        raise AssertionError(f"visited fewer than 5 times: {rare}")
    least = min(tables.pairs[state, event] for state in STATES for event in EVENTS)
    return (
        f"{tables.lives} lives, {tables.steps} steps, at least {tables.shortest} each; "
        f"{len(STATES) * len(EVENTS)} pairs of state and event, each at least {least} times"
    )


def fuzz() -> str:
    """What became of wild answers."""
    from tests.proofs.fuzz import run_fuzz
    from tests.proofs.fuzz_sockets import run_socket_fuzz

    tables = run_fuzz(range(10_000), SEED)
    _show([*tables.lines(), "", "over real sockets"])
    framed = asyncio.run(run_socket_fuzz(range(600), SEED))
    _show(framed.lines())
    return (
        f"{tables.answers} answers and {framed.answers} over sockets, the slowest call "
        f"{tables.slowest_s:.1f} s; nothing was believed that was not proved"
    )


def plants() -> str:
    """The planted mistakes, where they are, and what catches them."""
    from tests.proofs.machine import quiet
    from tests.proofs.plants import PLANTS, catch, table

    _show(table())
    with quiet():
        for plant in PLANTS:
            catch(plant)
    return f"{len(PLANTS)} mistakes, each caught by its proof, which holds without it"


def recovery() -> str:
    """How soon 20 unknown lines are known again."""
    from tests.proofs.recovery import table

    lines = table()
    _show(lines[:-2])
    return lines[-1]


def write_first() -> str:
    """What the operating system saw; Linux."""
    from tests.proofs.write_first import sell_three

    seen = asyncio.run(sell_three())
    _show(seen)
    return f"{len(seen)} orders, each on the disk before its first byte left"


def kills() -> str:
    """What the kills have met; Linux and macOS."""
    from tests.proofs.kills import run_kills

    chance = random.Random(SEED)  # noqa: S311 -- moments, not secrets
    tables = asyncio.run(run_kills(None, [chance.random() * 1.2 for _ in range(200)]))
    _show(tables.lines())
    edges = sum(tables.edges.values())
    return (
        f"{edges} edges and 200 moments, {tables.killed} kills; "
        "nothing was lost, and the money was right in the end"
    )


PROOFS: Final[dict[str, Callable[[], str]]] = {
    "matrix": matrix,
    "machine": machine,
    "fuzz": fuzz,
    "plants": plants,
    "recovery": recovery,
    "write-first": write_first,
    "kills": kills,
}


def main() -> int:
    """Print one table, or all."""
    parser = argparse.ArgumentParser(description="Proofs of the money rule.")
    parser.add_argument("proof", nargs="?", choices=sorted(PROOFS))
    chosen = parser.parse_args().proof
    figures = []
    for name in [chosen] if chosen else PROOFS:
        print(f"--- {name}", flush=True)
        began = time.monotonic()
        try:
            told = PROOFS[name]()
        except AssertionError as error:
            notes = getattr(error, "__notes__", [])
            print(f"broken: {error}", *notes, sep="\n", file=sys.stderr)
            return 1
        figures.append(f"{name:<12} {told} ({time.monotonic() - began:.0f} s)")
    _show(["", *figures, f"seed {SEED}"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
