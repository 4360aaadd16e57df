"""Killed at any moment: nothing is lost, nothing is sent twice (money.md M1, M2, M10)."""

from __future__ import annotations

import asyncio
import random
import sys

import pytest

from tests.proofs.kills import KillTables, run_kills

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="makes tills by fork")
_CHANCE = random.Random(20261123)  # noqa: S311 -- moments, not secrets


def _moments(count: int) -> list[float]:
    """Moments as shares of a sale's time; some lie beyond it."""
    return [_CHANCE.random() * 1.2 for _ in range(count)]


def test_killed_at_some_moments() -> None:
    """Ten kills at random moments of a sale of three cards; every time all is well in the end."""
    tables = asyncio.run(run_kills([], _moments(10)))
    _is_whole(tables)
    assert tables.killed + tables.finished == 11


@pytest.mark.slow
def test_killed_at_every_edge_and_at_many_moments() -> None:
    """A kill at every write, send, receive and print edge, and at 200 random moments."""
    tables = asyncio.run(run_kills(None, _moments(200)))
    _is_whole(tables)
    assert tables.killed >= sum(tables.edges.values()) - 10
    assert len(tables.found) >= 6


def _is_whole(tables: KillTables) -> None:
    """Every kind of edge was seen: the watch still finds what the program does."""
    kinds = {kind.partition(":")[0] for kind in tables.edges}
    assert kinds == {"write", "send", "receive", "print"}
    assert sum(tables.edges.values()) >= 150
