"""Memory of the program after 1,000 sales, over that after 100.

Each sale is one card through the whole window: search, cart, payment, order, slip, next sale. The
same products come again and again: what pictures and tiles are kept is kept by the first look.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

from pos_app.domain.sale import OrderState
from tests.benchmarks.hands import LineWatch, code_products, next_sale
from tests.benchmarks.report import Check, Report, Series
from tests.benchmarks.stage import PATIENCE_S, Stopwatch, on_the_till
from tests.helpers.waiting import until
from tests.ui.conftest import Counter
from tests.ui.sell.hands import fill, page_of

_PRODUCTS = 25
SALES = int(os.environ.get("BENCHMARK_SALES", "1000"))


def _resident_mb() -> float:
    """What the process holds in memory now."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


async def _sell(counter: Counter, number: int) -> None:
    product = code_products(counter, _PRODUCTS)[number % _PRODUCTS]
    page_of(counter).browse.search.setText(product.brand)
    fill(counter, product)
    counter.press("pay")
    await until(lambda: counter.sees("confirm_payment"), PATIENCE_S)
    watch = LineWatch(counter)
    counter.press("confirm_payment")
    await watch.wait(1, lambda line: line.order is OrderState.DELIVERED and line.printed)
    watch.close()
    await next_sale(counter)


def measure() -> Report:
    """Sell and sell."""
    if not sys.platform.startswith("linux"):
        return Report("memory", notes=["measured on Linux only"])
    memory: dict[int, float] = {}
    sale = Series("one sale, the hands included")

    async def sell_all(counter: Counter) -> None:
        for number in range(1, SALES + 1):
            watch = Stopwatch()
            await _sell(counter, number)
            sale.add(*watch.read())
            if number % (SALES // 10) == 0:
                memory[number] = _resident_mb()

    on_the_till(sell_all)
    course = ", ".join(f"{number}: {value:.0f}" for number, value in memory.items())
    return Report(
        f"memory over {SALES} sales",
        [sale],
        [
            Check(f"after {SALES} over after {SALES // 10}", memory[SALES] / memory[SALES // 10],
                  1.05, is_ratio=True),
        ],
        [f"resident MB after sales: {course}"],
    )  # fmt: skip
