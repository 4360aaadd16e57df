"""One till's life in virtual time: people, provider, network, disk and clocks, step by step.

The oracle looks after every step, and again when everything has come to rest. A life is a list of
`Step`s, so what hypothesis found can be written down and lived again.
"""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final

from pos_app.domain.errors import StoreError
from pos_app.domain.product import DeliveryMethod
from pos_app.domain.sale import LineId
from tests.helpers.staff import Staff
from tests.helpers.virtual import Disk
from tests.helpers.witness import BUTTONS, WatchedTill, Witness
from tests.proofs.shelf import Shelf

STATES: Final = "waiting ordering unknown delivered invalidating failed invalidated".split()
EVENTS: Final = (
    *"sell arm disarm advance sleep_hours kill kill_arrived unplug plug disk_full".split(),
    *"disk_free printer_off printer_on set_clock".split(),
    *BUTTONS,
)
# The buttons behind an action that a screen offers.
_BUTTONS_OF: Final[Mapping[str, Sequence[str]]] = {
    "close_case": ("close_no_order", "close_voided", "close_loss"),
    "refresh": ("try_now",),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens, and what it needs."""

    name: str
    args: tuple[Any, ...] = ()


@dataclass
class Tables:
    """What lives have visited: which event met which order state, which answer arrived when."""

    lives: int = 0
    steps: int = 0
    shortest: int = 10**9
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    answers: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    results: Counter[tuple[str, str]] = field(default_factory=Counter)

    def missing(self, least: int) -> list[tuple[str, str]]:
        """Pairs of order state and event that were visited too rarely."""
        every = [(state, event) for state in STATES for event in EVENTS]
        return [pair for pair in every if self.pairs[pair] < least]

    def lines(self) -> list[str]:
        """The tables for people."""
        told = [f"{'event':<16}" + "".join(f"{state:>14}" for state in STATES)]
        told += [
            f"{event:<16}" + "".join(f"{self.pairs[state, event]:>14}" for state in STATES)
            for event in EVENTS
        ]
        told += ["", "answers: call, proof, order state as it arrived"]
        told += [
            f"{call:<12}{proof:<13}{state:<14}{self.answers[state, call, proof]:>7}"
            for call, proof, state in sorted((c, p, s) for s, c, p in self.answers)
        ]
        told += ["", "what became of presses"]
        told += [
            f"{button:<16}{result:<20}{count:>7}"
            for (button, result), count in sorted(self.results.items())
        ]
        told += ["", f"{self.lives} lives, {self.steps} steps, the shortest {self.shortest}"]
        return told


class Life:
    """One till's life."""

    def __init__(
        self,
        shelf: Shelf,
        tables: Tables,
        balance: str = "10000.00",
        *,
        counts_sleep: bool = False,
    ) -> None:
        """Not begun; `counts_sleep` is the kind of computer it lives on."""
        self._shelf, self._tables = shelf, tables
        self._disk = Disk(balance=balance)
        self._disk.clock.counts_sleep = counts_sleep
        self._witness = Witness(self._disk)
        self._deeds: dict[str, Callable[..., Awaitable[None]]] = {
            "sell": self._sell,
            "press": self._press,
            "press_offered": self._press_offered,
            "arm": self._arm,
            "advance": asyncio.sleep,
            "sleep_hours": self._sleep_hours,
            "kill": self._kill,
            "kill_arrived": self._kill_arrived,
            "set_clock": self._set_clock,
        }
        self._switches: dict[str, Callable[[], None]] = {
            "disarm": self._disk.training.troubles.disarm,
            "unplug": lambda: self._plug(out=True),
            "plug": lambda: self._plug(out=False),
            "disk_full": lambda: self._fill(StoreError("disk_full")),
            "disk_free": lambda: self._fill(None),
            "printer_off": lambda: self._set_printer("offline"),
            "printer_on": lambda: self._set_printer(None),
        }

    async def live(self, steps: Sequence[Step]) -> None:
        """Live through these steps, then come to rest.

        May raise:
        - BrokenPromiseError.
        """
        await self._start()
        for step in steps:
            if step.name in EVENTS:
                self._count(step.name)
            if step.name in self._switches:
                self._switches[step.name]()
            else:
                await self._deeds[step.name](*step.args)
            await self._witness.check(self._till)
        await Staff(self._till, random.Random(len(steps))).come_to_rest()  # noqa: S311
        await self._till.end()
        tables = self._tables
        tables.lives += 1
        tables.steps += len(steps)
        tables.shortest = min(tables.shortest, len(steps))
        tables.answers += self._witness.answers

    async def _start(self) -> None:
        self._till = WatchedTill(self._witness)
        self._disk.store.catalogue.reading = self._shelf.reading
        await self._till.begin()
        await self._till.catalogue.load()

    def _count(self, event: str, line: str | None = None) -> None:
        """Count an event for the lines that it meets."""
        for one in self._disk.store.state.lines.values():
            if line is None or one.id == line:
                self._tables.pairs[one.order.value, event] += 1

    # --- people ------------------------------------------------------------------------------

    async def _sell(self, cards: Sequence[tuple[DeliveryMethod, int]], after: float) -> None:
        """Some cards; the sale before is left if it lets us."""
        await self._till.press("new_sale", "")
        shelf = self._shelf
        await self._till.buy([(shelf.product(method, which), method) for method, which in cards])
        if after:
            await asyncio.sleep(after)

    async def _press(self, presses: Sequence[tuple[str, str, int, int]]) -> None:
        """Any buttons on any lines, whether they are offered or not."""
        for button, who, state, which in presses:
            line = self._line(state, which)
            if line is not None:
                await self._press_on(line, button, who)
                await self._witness.check(self._till)

    async def _press_offered(self, button: int, state: int, which: int) -> None:
        """A button that the screen offers, with a manager near."""
        line = self._line(state, which)
        if line is None:
            return
        offered = self._till.records.actions(await self._till.store.sales.line(LineId(line)))
        names = sorted(name for act in offered for name in _BUTTONS_OF.get(act, [act.value]))
        if names:
            await self._press_on(line, names[button % len(names)], "manager")

    async def _press_on(self, line: str, button: str, who: str) -> None:
        self._count(button, line)
        if not self._is_true(button, line):
            return
        result = await self._till.press(button, line, by_manager=who == "manager")
        self._tables.results[button, result] += 1

    def _is_true(self, button: str, line: str) -> bool:
        """A manager who closes a case has asked the provider, and does not lie."""
        key = self._disk.store.state.lines[LineId(line)].request.key
        states = {order.state.value for order in self._disk.training.ledger.orders_for_key(key)}
        if button == "close_no_order":
            return states <= {"failed"}
        return button != "close_voided" or states == {"invalidated"}

    def _line(self, state: int, which: int) -> str | None:
        """A line, rare states as often as common ones."""
        by_state: dict[str, list[str]] = {}
        for line in self._disk.store.state.lines.values():
            by_state.setdefault(line.order.value, []).append(line.id)
        if not by_state:
            return None
        chosen = by_state[sorted(by_state)[state % len(by_state)]]
        return chosen[-1 - which % len(chosen)]

    # --- provider, network, computer ---------------------------------------------------------

    async def _arm(self, trouble: tuple[str, str], times: int | None) -> None:
        """The provider is going to be difficult."""
        name, call = trouble
        self._till.training.troubles.arm(name, times, call)

    async def _sleep_hours(self, hours: float) -> None:
        """The computer was asleep: the clocks have moved, the program has not."""
        self._disk.clock.fall_asleep(timedelta(hours=hours))
        await asyncio.sleep(1)

    async def _kill(self, hours: float) -> None:
        """The program dies with its requests, and is started again, at once or later."""
        await self._restart(hours, arrives=False)

    async def _kill_arrived(self, hours: float) -> None:
        """The program dies, its requests arrive all the same."""
        await self._restart(hours, arrives=True)

    async def _restart(self, hours: float, *, arrives: bool) -> None:
        self._witness.arrives_after_death = arrives
        await self._till.crash()
        await self._witness.check(self._till)
        # A program whose disk is full does not start: somebody has made room.
        self._disk.store.trouble = None
        self._disk.clock.began += timedelta(hours=hours)
        await self._start()

    async def _set_clock(self, minutes: int) -> None:
        """Somebody sets the till's clock; the provider's stays right."""
        self._disk.clock.shift += timedelta(minutes=minutes)

    def _plug(self, *, out: bool) -> None:
        self._till.carrier.is_unplugged = out

    def _fill(self, trouble: StoreError | None) -> None:
        self._disk.store.trouble = trouble

    def _set_printer(self, fault: str | None) -> None:
        self._till.printer.fault = fault
