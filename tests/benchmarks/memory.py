"""Memory of the program after 1,000 sales, over that after 100.

Each sale is one card through the whole window: search, cart, payment, order, slip, next sale.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

from pos_app.domain.sale import OrderState
from tests.benchmarks.hands import LineWatch, code_products, next_sale
from tests.benchmarks.provider import far_provider
from tests.benchmarks.report import Check, Report, Series
from tests.benchmarks.stage import (
    PATIENCE_S,
    Stopwatch,
    run_on_qt,
    set_up,
    sign_in,
    temporary_folder,
    till_of,
)
from tests.helpers.waiting import until
from tests.ui.conftest import Counter
from tests.ui.sell.hands import fill, page_of

SALES = int(os.environ.get("BENCHMARK_SALES", "1000"))


def _resident_mb() -> float:
    """What the process holds in memory now."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


async def _sell(counter: Counter, number: int) -> None:
    product = code_products(counter, 200)[number % 200]
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
    with temporary_folder() as folder, far_provider() as (url, _):
        shop = set_up(folder, url)

        async def main() -> None:
            async with till_of(shop) as counter:
                await sign_in(counter)
                for number in range(1, SALES + 1):
                    watch = Stopwatch()
                    await _sell(counter, number)
                    sale.add(*watch.read())
                    if number % (SALES // 10) == 0:
                        memory[number] = _resident_mb()

        run_on_qt(main)
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
