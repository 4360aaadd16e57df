"""A sale of 20 lines at 1 s latency, and how soon a stored card is at the printer.

The ideal is the provider's own time, four lines at once: latency x 20 / 4. The baseline is our
client alone, which stores, shows and prints nothing.
"""

from __future__ import annotations

import asyncio
import time

from pos_app.bootstrap.surroundings import SystemClock, UuidKeys
from pos_app.domain.answer import Proof
from pos_app.domain.sale import Account, CartItem, Delivery, Line, OrderState, SaleId
from pos_app.domain.slip import SlipDocument
from pos_app.ports import ReceiptPrinter
from pos_app.printing.pdf import render_pdf
from pos_app.provider.client import HttpProvider
from tests.benchmarks.hands import LineWatch, code_products, next_sale, to_payment
from tests.benchmarks.report import Check, Report, Series
from tests.benchmarks.stage import Stopwatch, on_the_till
from tests.helpers.blackbox import CLIENT_ID, SECRET
from tests.ui.conftest import Counter
from tests.ui.sell.hands import least

_LATENCY_S = 1.0
_LINES = 20
_AT_ONCE = 4
_ROUNDS = 4
_IDEAL_MS = _LATENCY_S * _LINES / _AT_ONCE * 1000


class WatchedPrinter:
    """The till's printer, which tells when each slip was handed to it and was out."""

    def __init__(self, printer: ReceiptPrinter, stored: dict[str, float]) -> None:
        """`stored` has the moment at which each card was stored, by the slip's name."""
        self._printer, self._stored = printer, stored
        self.begun, self.handed = Series("card stored to slip begun"), Series("... to job handed")
        self.documents: list[SlipDocument] = []

    @property
    def name(self) -> str:
        """As it was."""
        return self._printer.name

    async def print_document(self, document: SlipDocument, name: str) -> None:
        """Print, and look at the clock."""
        self.documents.append(document)
        stored = self._stored[name]
        self.begun.add((time.perf_counter() - stored) * 1000)
        await self._printer.print_document(document, name)
        self.handed.add((time.perf_counter() - stored) * 1000)


async def _client_alone(counter: Counter) -> float:
    """The same orders by the client, four at once."""
    url = counter.services.settings.settings.provider_url
    provider = HttpProvider(Account(url, CLIENT_ID), SECRET, clock=SystemClock())
    slots = asyncio.Semaphore(_AT_ONCE)

    async def order(item: CartItem) -> None:
        request = provider.prepare_order(
            item, key=UuidKeys().new_key(), sale=SaleId("alone"), country="DE", language="de"
        )
        async with slots:
            answer = await provider.order(request)
        assert answer.proof is Proof.COMPLETED, answer

    try:
        await provider.balance("EUR")  # the client is loaded
        begun = time.perf_counter()
        async with asyncio.TaskGroup() as group:
            for product in code_products(counter, _LINES):
                item = CartItem(product, least(product), Delivery(product.delivery_methods[0]))
                group.create_task(order(item))
        return (time.perf_counter() - begun) * 1000
    finally:
        await provider.close()


async def _sell(counter: Counter, whole: Series, stored: dict[str, float]) -> None:
    def on_line(line: Line) -> None:
        if line.order is OrderState.DELIVERED:
            stored.setdefault(str(line.id), time.perf_counter())

    await to_payment(counter, _LINES)
    watch = LineWatch(counter, on_line)
    begun = time.perf_counter()
    counter.press("confirm_payment")
    await watch.wait(_LINES, lambda line: line.order is OrderState.DELIVERED)
    whole.add((time.perf_counter() - begun) * 1000)
    await watch.wait(_LINES, lambda line: line.printed)
    watch.close()
    await next_sale(counter)


def measure() -> Report:
    """Sell, and order without selling, in turns."""
    whole, alone = Series("sale of 20 lines"), Series("client alone")
    stored: dict[str, float] = {}
    printers: list[WatchedPrinter] = []
    rendering = Series("rendering its PDF alone")

    async def both(counter: Counter) -> None:
        printer = WatchedPrinter(counter.services.till.printer, stored)
        counter.services.till.printer = printer
        printers.append(printer)
        for _ in range(_ROUNDS):
            await _sell(counter, whole, stored)
            alone.add(await _client_alone(counter))
            for document in printer.documents[-_LINES:]:
                watch = Stopwatch()
                render_pdf(document)
                rendering.add(*watch.read())

    on_the_till(both, _LATENCY_S)
    return Report(
        "sale of 20 lines at 1 s latency; from the stored card to the printer",
        [whole, alone, printers[0].begun, printers[0].handed, rendering],
        [
            Check("sale over the ideal of 5 s, median", whole.median / _IDEAL_MS, 1.10,
                  is_ratio=True),
        ],
        [f"sale over the client alone, medians: {whole.median / alone.median:.3f}"],
    )  # fmt: skip
