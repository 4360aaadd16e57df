"""The event loop, its signals, and garbage on the right thread.

`main` builds the till, waits until somebody closes its window, stops everything in order and
returns the exit code. Nothing in between may turn a second event loop (spikes section 2).
"""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
import types
from collections.abc import Awaitable, Callable
from typing import Final

import qasync
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from pos_app.usecases.bulletin import Bulletin, CatalogueChanged, Event

_SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)
# How long a worker thread may hold the interpreter while the window waits for it. Python's own
# 5 ms are a third of a frame, and a painting waits for it more than once.
_SWITCH_S: Final = 0.0005


class GuiThreadCollector(QObject):
    """Runs Python's cycle collector on the GUI thread only.

    The automatic one runs wherever memory is asked for: a QObject that dies on a worker thread
    ends in a crash.
    """

    def __init__(self, parent: QObject, every_ms: int = 1000) -> None:
        """Switch the automatic collector off and look every second instead."""
        super().__init__(parent)
        self.setObjectName("gui-thread-collector")
        gc.disable()
        self.freeze()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.check)
        self._timer.start(every_ms)

    @staticmethod
    def freeze() -> None:
        """Leave what is loaded by now out of later collections (imports, the catalogue)."""
        gc.collect()
        gc.freeze()

    def check(self) -> None:
        """Collect the oldest generation that is due."""
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > limits[generation]:
                gc.collect(generation)
                return


def leave_out_catalogues(bulletin: Bulletin) -> None:
    """Leave what is loaded out of later collections, now and with each new catalogue.

    Looking through 10,000 products would take three frames.
    """

    def on_event(event: Event) -> None:
        if isinstance(event, CatalogueChanged) and event.error is None:
            gc.freeze()

    gc.freeze()
    bulletin.subscribe(on_event)


def make_timers_exact() -> None:
    """Have `asyncio.sleep` never return early: Qt's default timers are 5 % off."""
    start = qasync._SimpleTimer.startTimer  # noqa: SLF001  WORKAROUND qasync 0.28
    if isinstance(start, types.FunctionType):
        return  # done already

    def start_exactly(self: qasync._SimpleTimer, interval: int, *_: Qt.TimerType) -> int:
        return start(self, interval, Qt.TimerType.PreciseTimer)

    qasync._SimpleTimer.startTimer = start_exactly  # type: ignore[assignment, method-assign]  # noqa: SLF001


def run_until_closed(app: QApplication, main: Callable[[], Awaitable[int]]) -> int:
    """Run `main` on Qt's loop and return its exit code; a signal closes the windows."""
    make_timers_exact()
    sys.setswitchinterval(_SWITCH_S)
    collector = GuiThreadCollector(app)
    try:
        with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
            return runner.run(_guarded(main))
    except asyncio.CancelledError:
        return 0
    finally:
        collector.deleteLater()


async def _guarded(main: Callable[[], Awaitable[int]]) -> int:
    task = asyncio.current_task()
    if task is not None:
        _watch_signals(asyncio.get_running_loop(), _Ending(task).ask)
    return await main()


class _Ending:
    """What a signal does: closes the windows as a person would; the second one insists."""

    def __init__(self, main: asyncio.Task[int]) -> None:
        self._main = main
        self._asked = False

    def ask(self) -> None:
        windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        if windows and not self._asked:
            self._asked = True
            QApplication.closeAllWindows()
        else:
            self._main.cancel()


def _watch_signals(loop: asyncio.AbstractEventLoop, ask: Callable[[], None]) -> None:
    for number in _SIGNALS:
        if sys.platform == "win32":
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(ask))
        else:
            loop.add_signal_handler(number, ask)
