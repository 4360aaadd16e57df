"""A till that is killed: `python -m tests.unit.store.killed_till FOLDER HOW`.

`loop` sells, delivers and hands over without end, saying each thing once it is stored; `decide`,
`clock-N` kill the process by SIGKILL in the middle of a change: inside the decision, or when the
clock is asked for the N-th time, which is between the writes of a change.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from pos_app.domain.answer import Proof
from pos_app.domain.change import Change
from pos_app.domain.sale import Line
from pos_app.store import Store, open_store
from tests.helpers.sales import answered, deliver, handed_over, record, sending
from tests.unit.store.support import options


class DeadlyClock:
    """The time of day; asked once too often, it kills."""

    def __init__(self) -> None:
        self.left = -1

    def now(self) -> datetime:
        """The time, or the end."""
        self.left -= 1
        if self.left == 0:
            _die()
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Not asked for."""
        raise NotImplementedError

    async def sleep(self, seconds: float) -> None:
        """Not asked for."""
        raise NotImplementedError


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _say(text: str) -> None:
    os.write(1, f"{text}\n".encode())


async def _loop(store: Store, clock: DeadlyClock) -> None:
    while True:
        sale = await record(store.sales, clock.now(), minors=(5000, 700))
        _say(f"sale {sale.id}")
        for line in sale.lines:
            await deliver(store.sales, line.id, clock.now())
            _say(f"delivered {line.id}")
            await store.sales.change_line(line.id, handed_over(clock.now()))
            _say(f"handed {line.id}")


async def _once(store: Store, clock: DeadlyClock, how: str) -> None:
    sale = await record(store.sales, clock.now())
    line = sale.lines[0].id
    await store.sales.change_line(line, sending(clock.now()))
    _say(f"ready {line}")
    answer = answered(datetime.now(UTC), Proof.COMPLETED)

    def decide(stored: Line) -> Change:
        if how == "decide":
            _die()
        return answer(stored)

    clock.left = int(how.removeprefix("clock-")) if how != "decide" else -1
    await store.sales.change_line(line, decide)
    _say("stored")


async def main() -> None:
    """Open the store, then be killed."""
    folder, how = Path(sys.argv[1]), sys.argv[2]
    clock = DeadlyClock()
    store = await open_store(folder, **options(clock))
    _say("open")
    await (_loop(store, clock) if how == "loop" else _once(store, clock, how))


if __name__ == "__main__":
    asyncio.run(main())
