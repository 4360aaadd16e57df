"""What the benchmarks of whole sales share: the cart, the wait, the next sale."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from itertools import islice

from pos_app.domain.product import DeliveryMethod, Product
from pos_app.domain.sale import Line
from pos_app.usecases.bulletin import Event, LineChanged
from tests.benchmarks.stage import PATIENCE_S
from tests.helpers.waiting import until
from tests.ui.conftest import Counter
from tests.ui.sell.hands import can_be_sold, fill


def code_products(counter: Counter, count: int) -> list[Product]:
    """Products whose card comes as a code."""
    every = counter.services.catalogue.products
    plain = (
        product
        for product in every
        if can_be_sold(counter, product) and DeliveryMethod.CODE in product.delivery_methods
    )
    return list(islice(plain, count))


class LineWatch:
    """Follows the lines of the sale in front without asking the store."""

    def __init__(self, counter: Counter, on_line: Callable[[Line], None] | None = None) -> None:
        """Listen from now on; `on_line` hears of each change."""
        self._lines: dict[str, Line] = {}
        self._on_line = on_line
        self._changed = asyncio.Event()
        self.close = counter.services.till.bulletin.subscribe(self._on_event)

    def _on_event(self, event: Event) -> None:
        if isinstance(event, LineChanged):
            self._lines[event.line.id] = event.line
            self._changed.set()
            if self._on_line is not None:
                self._on_line(event.line)

    async def wait(self, count: int, ready: Callable[[Line], bool]) -> None:
        """Until so many lines are as wanted."""
        async with asyncio.timeout(PATIENCE_S):
            while sum(map(ready, self._lines.values())) < count:
                self._changed.clear()
                await self._changed.wait()


async def to_payment(counter: Counter, count: int) -> None:
    """So many cards in the cart, and the payment page."""
    fill(counter, *code_products(counter, count))
    counter.press("pay")
    await until(lambda: counter.sees("confirm_payment"), PATIENCE_S)


async def next_sale(counter: Counter) -> None:
    """Everything is printed: hand it over and go on."""
    await until(lambda: counter.text("stage_title") == "Is the slip readable?", PATIENCE_S)
    counter.press("readable")
    await until(lambda: counter.text("stage_title") == "All done", PATIENCE_S)
    counter.press("new_sale")
    await until(lambda: counter.sees("search_products"), PATIENCE_S)
