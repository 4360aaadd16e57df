"""A killed process tears nothing: what was said is there, what was not is there wholly or not."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pos_app.domain.journal import Action
from pos_app.domain.sale import LineId, OrderState, SaleId
from pos_app.store import create_store, open_store
from tests.fakes.store_clock import HandClock
from tests.unit.store.support import by_hand, options

ROOT = Path(__file__).parents[3]


def _start(folder: Path, how: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.unit.store.killed_till", str(folder), how],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


async def _make(folder: Path, clock: HandClock) -> None:
    store = await create_store(folder, **options(clock))
    await store.close()


@pytest.mark.parametrize("how", ["decide", "clock-1", "clock-2"])
async def test_killed_inside_a_change_nothing_is_torn(
    folder: Path, clock: HandClock, how: str
) -> None:
    """Between the writes of one change: neither the line nor the journal moved."""
    await _make(folder, clock)
    process = _start(folder, how)
    said = process.communicate(timeout=60)[0].split("\n")
    assert process.returncode == -signal.SIGKILL
    assert said == ["open", "ready T1-000001-1", ""]
    store = await open_store(folder, **options(clock))
    line = await store.sales.line(LineId("T1-000001-1"))
    assert line.order is OrderState.ORDERING
    assert await store.sales.card(line.id) is None
    assert (await store.journal.records())[-1].entry.action is Action.ORDER_SENT
    assert await store.journal.verify() is None
    assert await store.sales.current_sale() == line.sale
    await store.close()


async def _check_said(folder: Path, clock: HandClock, said: list[str]) -> None:
    store = await open_store(folder, **options(clock))
    assert await store.journal.verify() is None
    for what, name in (text.split() for text in said):
        if what == "sale":
            assert len((await store.sales.sale(SaleId(name))).lines) == 2
            continue
        line = await store.sales.line(LineId(name))
        assert line.order is OrderState.DELIVERED
        assert await store.sales.card(line.id) is not None
        assert what == "delivered" or line.handed_over is not None
    await store.close()
    torn = """
        SELECT (SELECT count(*) FROM lines) <> 2 * (SELECT count(*) FROM sales)
            OR (SELECT count(*) FROM payments) <> (SELECT count(*) FROM sales)
            OR (SELECT count(*) FROM journal WHERE action = 'card_stored')
                <> (SELECT count(*) FROM cards)
            OR (SELECT count(*) FROM journal WHERE action = 'order_sent')
                <> (SELECT count(*) FROM attempts)
            OR (SELECT next_sale_number - 1 FROM till) <> (SELECT count(*) FROM sales)
    """
    with by_hand(folder) as connection:
        assert connection.execute(torn).fetchone()[0] == 0


def _kill_at_random(folder: Path, chance: random.Random) -> list[str]:
    """Let it sell for a moment, kill it, return what it had said."""
    process = _start(folder, "loop")
    assert process.stdout is not None
    said = [process.stdout.readline() for _ in range(1 + chance.randrange(8))]
    time.sleep(chance.random() * 0.01)
    process.kill()
    rest = process.stdout.read()
    process.wait()
    process.stdout.close()
    # A line cut off by the kill was not said.
    return ("".join(said) + rest).split("\n")[1:-1]


async def _kill_rounds(folder: Path, clock: HandClock, rounds: int) -> None:
    chance = random.Random(20261123)  # noqa: S311 -- moments, not secrets
    await _make(folder, clock)
    said: list[str] = []
    for _ in range(rounds):
        said += _kill_at_random(folder, chance)
        await _check_said(folder, clock, said[-20:])
    assert said
    await _check_said(folder, clock, said)


async def test_killed_at_any_moment_keeps_what_was_said(folder: Path, clock: HandClock) -> None:
    """A few kills at random moments."""
    await _kill_rounds(folder, clock, 4)


@pytest.mark.slow
async def test_killed_a_hundred_times_keeps_what_was_said(folder: Path, clock: HandClock) -> None:
    """Many kills at random moments of one till's life."""
    await _kill_rounds(folder, clock, 100)
