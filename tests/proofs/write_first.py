"""The write-ahead log is on the disk before the first byte of an order leaves (money.md M2).

A power cut is not a killed process: this is the operating system's own account of the program.
`strace` sees the log written and synced, then the request sent. Linux only.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.helpers.rows import read_rows
from tests.proofs.kills import ROOT, Shop, environment, open_shop

_CALL = re.compile(
    r"^\d+\s+(?:(?P<name>\w+)\((?P<text>.*)|<\.\.\. (?P<resumed>\w+) resumed>.*)$", re.DOTALL
)
_SENDS = ("sendto", "sendmsg", "write", "writev")
_SYNCS = ("fsync", "fdatasync")


@dataclass(frozen=True, slots=True)
class Called:
    """One system call: `done` is False for the first half of one that was interrupted."""

    pid: str
    name: str
    text: str
    done: bool


def _calls(log: str) -> Iterator[Called]:
    """The calls in their order; a resumed half carries the text of its first half."""
    begun: dict[str, Called] = {}
    for line in log.splitlines():
        match = _CALL.match(line)
        pid = line.partition(" ")[0]
        if match is None:
            continue
        if match["resumed"]:
            half = begun.pop(pid, None)
            if half is not None:
                yield Called(pid, half.name, half.text, done=True)
            continue
        whole = "<unfinished ...>" not in match["text"]
        call = Called(pid, match["name"], match["text"], done=whole)
        if not whole:
            begun[pid] = call
        yield call


async def _trace(shop: Shop, home: Path, *, careless: bool) -> list[Called]:
    """Sell three cards under strace; a careless till does not sync."""
    out = home / "strace.log"
    job = json.dumps({"home": str(home), "do": "sale", "careless": careless})
    watched = "trace=pwrite64,write,writev,fsync,fdatasync,sendto,sendmsg"
    process = await asyncio.create_subprocess_exec(
        *("strace", "-f", "-y", "-s", "6000", "-e", watched, "-e", "signal=none", "-o", str(out)),
        *(sys.executable, "-m", "tests.proofs.killed_till", job),
        cwd=ROOT,
        env=environment(),
    )
    assert await process.wait() == 0
    assert shop.provider.ledger.orders
    return list(_calls(out.read_text(encoding="utf-8", errors="replace")))


def _first(calls: list[Called], fits: Iterator[int]) -> int:
    place = next(fits, None)
    assert place is not None, f"not among {len(calls)} calls"
    return place


def _is_on_disk_before(calls: list[Called], key: str) -> str:
    """Written and synced as `ordering`, and only then sent."""
    send = _first(
        calls,
        (
            i
            for i, c in enumerate(calls)
            if c.name in _SENDS and f"Idempotency-Key: {key}" in c.text
        ),
    )
    ordering = re.compile(rf"{key}POST(?:(?!POST).)*?ordering", re.DOTALL)
    written = [
        i
        for i, c in enumerate(calls[:send])
        if c.name == "pwrite64" and "-wal>" in c.text and ordering.search(c.text)
    ]
    assert written, f"{key} was not stored as ordering before it was sent"
    synced = [
        i
        for i, c in enumerate(calls[:send])
        if c.name in _SYNCS and "-wal>" in c.text and c.done and i > written[0]
    ]
    assert synced, f"{key} was not on the disk before it was sent"
    return f"{key}: written in call {written[0]}, on the disk in {synced[0]}, sent in {send}"


async def sell_three(*, careless: bool = False) -> list[str]:
    """Three orders, each on the disk before it is sent; one sentence for each.

    A careless till does not sync.

    May raise:
    - AssertionError: one was not.
    """
    async with open_shop() as shop:
        home = shop.new_home()
        before = set(read_rows(home / "data", lambda *_: frozenset()).rows)
        calls = await _trace(shop, home, careless=careless)
        rows = read_rows(home / "data", lambda *_: frozenset()).rows
        keys = [row.key for line, row in rows.items() if line not in before]
        assert len(keys) == 3
        return [_is_on_disk_before(calls, key) for key in keys]
