"""A day at the counter: cashiers, customers and a provider that plays its tricks, by the window.

What their hands can do; the deals themselves are in `deals.py`.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QLineEdit

from pos_app.domain.product import Product
from pos_app.domain.sale import Line, LineId
from pos_app.ui.views.progress.receipt import ReceiptEdit
from pos_app.ui.views.progress.view import ProgressView
from tests.helpers.waiting import until
from tests.ui.conftest import Counter
from tests.ui.sell.hands import enabled, ranged, rows

PATIENCE_S: Final = 40.0
MANAGER_PIN: Final = "9999"


async def eventually(look: Callable[[], Awaitable[bool]]) -> None:
    """Let the till go on until a look at its store is satisfied.

    May raise:
    - TimeoutError: it was not in time.
    """
    for _ in range(int(PATIENCE_S * 20)):
        if await look():
            return
        await asyncio.sleep(0.05)
    raise TimeoutError("not in time")


@dataclass
class TillDay:
    """People at one till; `chance` decides who buys what."""

    counter: Counter
    chance: random.Random
    receipts: int = 0

    # --- hands ---------------------------------------------------------------------------------

    def product(self) -> Product:
        """Any card with a free amount, by code."""
        return ranged(self.counter, place=self.chance.randrange(12))

    def arm(self, name: str, times: int = 1) -> None:
        """Have the provider play a trouble."""
        assert self.counter.services.troubles is not None
        self.counter.services.troubles.arm(name, times)

    def disarm(self) -> None:
        """The provider behaves again."""
        assert self.counter.services.troubles is not None
        self.counter.services.troubles.disarm()

    async def approve(self) -> None:
        """A manager's PIN over the cashier's shoulder."""
        await until(lambda: self.counter.sees("manager_pin"), PATIENCE_S)
        self.counter.find(QLineEdit, "manager_pin").setText(MANAGER_PIN)
        self.counter.press("approve")

    async def rows_say(self, progress: ProgressView, word: str) -> None:
        """Wait until every line of the sale says a word."""
        await until(lambda: all(word in row for row in rows(progress)), PATIENCE_S)

    async def refund_here(self, progress: ProgressView) -> None:
        """Give the money back at the counter, with the main till's number."""
        await enabled(self.counter, "refund_paid", PATIENCE_S)
        self.receipts += 1
        self.counter.find(ReceiptEdit, "receipt_number").setText(f"B-{self.receipts}")
        self.counter.press("refund_paid")
        await self.rows_say(progress, "Refunded")

    async def next_sale(self) -> None:
        """Leave this one."""
        await enabled(self.counter, "new_sale", PATIENCE_S)
        self.counter.press("new_sale")
        await until(lambda: self.counter.sees("search_products"), PATIENCE_S)

    async def stage(self, title: str) -> None:
        """Wait for the sentence beside the sale."""
        await until(lambda: self.counter.sees("stage_title"), PATIENCE_S)
        await until(lambda: self.counter.text("stage_title") == title, PATIENCE_S)

    async def readable(self) -> None:
        """Wait for the slips, say they are readable, start the next sale."""
        await self.stage("Is the slip readable?")
        await enabled(self.counter, "readable", PATIENCE_S)
        self.counter.press("readable")
        await self.stage("All done")
        await self.next_sale()

    async def newest(self) -> Line:
        """The line that was sold last."""
        return (await self.counter.services.records.orders())[0]

    async def line(self, line_id: LineId) -> Line:
        """A line as it is now."""
        return await self.counter.services.records.line(line_id)

    async def change_shift(self, who: tuple[str, str]) -> None:
        """Lock; somebody else signs in. The cart stays."""
        self.counter.press("rail_lock")
        await until(lambda: self.counter.services.session.is_locked, PATIENCE_S)
        await self.counter.sign_in(who)
        await until(lambda: self.counter.sees("search_products"), PATIENCE_S)
