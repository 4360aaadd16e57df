"""The fault matrix: every call x every trouble x every way in which it may go on.

Cells are generated from the training provider's own list of troubles. Each cell is one till in
virtual time; the oracle looks at it after every step and again when everything has come to rest.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pos_app.domain.product import DeliveryMethod
from pos_app.training.trouble_infos import TROUBLES
from tests.helpers.oracle import BrokenPromiseError, Row, View
from tests.helpers.staff import Staff
from tests.helpers.virtual import Disk, run_virtual
from tests.helpers.witness import WatchedTill, Witness

CALLS: Final = ("order", "get", "invalidate")
ENDINGS: Final = (
    "retry",  # the trouble is over after one request
    "restart",  # it goes on, the program is killed, then it is over
    "restart_arrived",  # the same, and the request in flight arrives after the kill
    "give_up_before",  # the cashier has given up before it begins
    "give_up_unknown",  # after a first attempt got lost; the repeated one meets the trouble
    "give_up_during",  # while it goes on
    "give_up_after",  # and after it is over
)
_CALM: Final = 30.0


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the matrix."""

    call: str
    trouble: str
    ending: str
    method: DeliveryMethod

    def __str__(self) -> str:
        """Its name in reports."""
        return f"{self.call}-{self.trouble}-{self.ending}-{self.method.value}"


def cells(*methods: DeliveryMethod) -> Iterator[Cell]:
    """Every cell for these ways of delivery."""
    for method in methods or tuple(DeliveryMethod):
        for call in CALLS:
            for info in TROUBLES:
                if {call, "any"} & set(info.calls):
                    for ending in ENDINGS:
                        if call == "order" or ending != "give_up_unknown":
                            yield Cell(call, info.name, ending, method)


def play(cell: Cell) -> str:
    """Play one cell and say how its line ended.

    May raise:
    - BrokenPromiseError.
    """
    try:
        return run_virtual(_Play(cell).play())
    except BrokenPromiseError as error:
        error.add_note(str(cell))
        raise


class _Play:
    """One cell at work."""

    def __init__(self, cell: Cell) -> None:
        """Nothing begun."""
        self._cell = cell
        self._info = next(info for info in TROUBLES if info.name == cell.trouble)
        self._witness = Witness(Disk())
        self._line = ""

    async def play(self) -> str:
        """The whole story of one line."""
        till = self._till = WatchedTill(self._witness)
        await till.begin()
        await till.catalogue.refresh()
        await self._bring_about()
        await self._go_on()
        view = await Staff(self._till, random.Random(1)).come_to_rest()  # noqa: S311
        await self._till.end()
        return outcome(view, view.rows[self._line])

    # --- up to the call that meets the trouble ------------------------------------------------

    async def _bring_about(self) -> None:
        """A line that is about to make the call, given up before if that is the story."""
        till, given_up = self._till, self._cell.ending in ("give_up_before", "give_up_unknown")
        self._prepare(given_up=given_up)
        sale = await till.buy([(till.pick(self._cell.method), self._cell.method)])
        assert not isinstance(sale, str)
        self._line = sale.lines[0].id
        if given_up:
            await self._wait(11)
            await till.press("give_up", self._line)
        elif self._cell.call == "get":
            await asyncio.sleep(0.5)
        elif self._cell.call == "invalidate":
            await self._wait(2)
            await till.press("invalidate", self._line, by_manager=True)
        if self._cell.call != "order" or given_up:
            till.training.troubles.disarm()
            self._arm()
        till.carrier.is_unplugged = False

    def _prepare(self, *, given_up: bool) -> None:
        """What the first request of the order meets."""
        till, call = self._till, self._cell.call
        if call == "get":
            till.training.troubles.arm("processing", 1, "order", seconds=20)
        elif call == "invalidate" and given_up:
            till.training.troubles.arm("slow", 1, "order", seconds=20)
        elif self._cell.ending == "give_up_unknown":
            till.training.troubles.arm("lost_response", None, "order")
        elif call == "order" and given_up:
            till.carrier.is_unplugged = True
        elif call == "order":
            self._arm()

    def _arm(self) -> None:
        """The trouble begins: once, or until it is ended."""
        once = self._cell.ending not in ("restart", "restart_arrived", "give_up_during")
        call = self._cell.call if self._cell.call in self._info.calls else "any"
        self._till.training.troubles.arm(self._cell.trouble, 1 if once else None, call)

    # --- and on ------------------------------------------------------------------------------

    async def _go_on(self) -> None:
        match self._cell.ending:
            case "restart" | "restart_arrived":
                await self._wait(_CALM)
                await self._restart()
            case "give_up_during":
                await self._wait(12)
                await self._give_up()
                await self._wait(_CALM)
            case "give_up_after":
                await self._wait(12)
                self._till.training.troubles.disarm()
                await self._give_up()
            case _:
                await self._wait(_CALM)
        self._till.training.troubles.disarm()

    async def _give_up(self) -> None:
        """The customer leaves; the money goes back at once where that is offered."""
        await self._till.press("give_up", self._line)
        await self._wait(1)
        await self._till.press("refund_paid", self._line)

    async def _restart(self) -> None:
        """Killed in the middle of whatever it does, and started again."""
        self._witness.arrives_after_death = self._cell.ending == "restart_arrived"
        await self._till.crash()
        await self._witness.check(self._till)
        self._till.training.troubles.disarm()
        self._till = WatchedTill(self._witness)
        await self._till.begin()
        await self._till.catalogue.refresh()

    async def _wait(self, seconds: float) -> None:
        """Let time pass; the oracle looks every second."""
        for _ in range(round(seconds)):
            await asyncio.sleep(1)
            await self._witness.check(self._till)


def table(of: Sequence[Cell]) -> list[str]:
    """Play cells and say how each ended, a row per call, trouble and way of delivery."""
    rows: dict[tuple[str, str, str], dict[str, str]] = {}
    for cell in of:
        name = (cell.call, cell.trouble, cell.method.value)
        rows.setdefault(name, {})[cell.ending] = play(cell)
    head = f"{'call':<11}{'trouble':<24}{'delivery':<9}"
    lines = [head + "".join(f"{ending:<20}" for ending in ENDINGS)]
    for (call, trouble, method), ends in rows.items():
        told = "".join(f"{ends.get(ending, '-'):<20}" for ending in ENDINGS)
        lines.append(f"{call:<11}{trouble:<24}{method:<9}{told}".rstrip())
    return lines


def outcome(view: View, row: Row) -> str:
    """How a line ended, in a word."""
    if row.closed == "loss":
        return "loss"
    if row.order == "delivered":
        return "card"
    books = "+".join(order.state for order in view.of_key(row.key)) or "no order"
    return f"money ({books})"
