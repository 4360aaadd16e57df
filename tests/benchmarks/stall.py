"""How late the GUI thread is: by a precise 5 ms timer, idle and at work, in turns.

At work: a sale of 50 cards at 1 s latency with their slips, and beside it the whole catalogue of
10,000 products read anew. The processor time is what the GUI thread itself used between two looks
at the clock: where it is far below the lateness, the thread was kept waiting by others.
"""

from __future__ import annotations

import asyncio
import time

from PySide6.QtCore import QObject, Qt, QTimer

from pos_app.domain.sale import OrderState
from pos_app.usecases.cart import MOST_CARDS
from tests.benchmarks.hands import LineWatch, next_sale, to_payment
from tests.benchmarks.report import Check, Report, Series, percentile
from tests.benchmarks.stage import on_the_till
from tests.ui.conftest import Counter

_LATENCY_S = 1.0
_ROUNDS = 2
_EVERY_MS = 5


class Lateness(QObject):
    """A 5 ms timer that notes how late it is."""

    def __init__(self) -> None:
        """Stand still."""
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._on_timeout)
        self._last = self._last_cpu = 0.0
        self._series = Series("-")

    def begin(self, series: Series) -> None:
        """Note into a series from now on."""
        self._series = series
        self._last, self._last_cpu = time.perf_counter(), time.thread_time()
        self._timer.start()

    def end(self) -> None:
        """Stand still."""
        self._timer.stop()

    def _on_timeout(self) -> None:
        now, cpu = time.perf_counter(), time.thread_time()
        late = max(0.0, (now - self._last) * 1000 - _EVERY_MS)
        self._series.add(late, (cpu - self._last_cpu) * 1000)
        self._last, self._last_cpu = now, cpu


async def _sell(counter: Counter, lateness: Lateness, busy: Series) -> None:
    await to_payment(counter, MOST_CARDS)
    watch = LineWatch(counter)
    lateness.begin(busy)
    counter.press("confirm_payment")
    refresh = asyncio.ensure_future(counter.services.catalogue.refresh())
    await watch.wait(MOST_CARDS, lambda line: line.order is OrderState.DELIVERED and line.printed)
    await refresh
    await asyncio.sleep(0.5)  # the new catalogue's words are read
    lateness.end()
    watch.close()
    await next_sale(counter)


async def _measure(counter: Counter, idle: Series, busy: Series) -> None:
    lateness = Lateness()
    for _ in range(_ROUNDS):
        lateness.begin(idle)
        await asyncio.sleep(_LATENCY_S * MOST_CARDS / 4)
        lateness.end()
        await _sell(counter, lateness, busy)
    lateness.deleteLater()


def measure() -> Report:
    """Idle, at work, idle, at work."""
    idle, busy = Series("idle window"), Series("50-card sale and catalogue refresh")
    on_the_till(lambda counter: _measure(counter, idle, busy), _LATENCY_S)
    return Report(
        "stall of the GUI thread: lateness of a precise 5 ms timer",
        [busy, idle],
        [
            Check("p99 at work", percentile(busy.wall, 99), 16, unit="ms"),
            Check("worst at work over worst idle", max(busy.wall) / max(idle.wall), 3,
                  is_ratio=True),
        ],
        [
            f"GUI thread's own work between two looks: p99 {percentile(busy.cpu, 99):.1f} ms",
            f"... worst {max(busy.cpu):.1f} ms",
        ],
    )  # fmt: skip
