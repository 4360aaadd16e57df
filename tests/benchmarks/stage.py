"""The real window over a real till whose provider is another process, and its paintings."""

from __future__ import annotations

import gc
import json
import os
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QAbstractItemView, QWidget

from pos_app.bootstrap.real import real_parts
from pos_app.bootstrap.running import RunningTill
from pos_app.config import Paths
from pos_app.domain.theme import Theme
from pos_app.training.provider import TrainingProvider
from pos_app.ui.app import create_application
from pos_app.ui.loop import leave_out_catalogues, run_until_closed
from pos_app.ui.main_window import MainWindow
from pos_app.ui.notices import Said
from pos_app.ui.shell import Shell
from pos_app.ui.tasks import UiTasks
from tests.benchmarks.products import COUNT
from tests.benchmarks.provider import far_provider
from tests.helpers.blackbox import CASHIER, Shop
from tests.helpers.waiting import until
from tests.ui.conftest import Counter, lock_state
from tests.ui.sell.hands import page_of

_SCREEN: Final = {
    "screens": [
        {
            "name": "till",
            "x": 0,
            "y": 0,
            "width": 1366,
            "height": 768,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        }
    ]
}
PATIENCE_S: Final = 120


def prepare_environment(folder: Path) -> None:
    """Nothing of the person who measures is read; the screen is a common one."""
    for name in [name for name in os.environ if name.startswith("POS_APP_")]:
        del os.environ[name]
    screen = folder / "screen.json"
    screen.write_text(json.dumps(_SCREEN), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    os.environ["LC_ALL"] = "C.UTF-8"
    # An installed program has its bytecode.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """A folder for one benchmark, with the environment prepared."""
    with tempfile.TemporaryDirectory(prefix="pos-app-benchmark-") as name:
        prepare_environment(Path(name))
        yield Path(name)


def set_up(folder: Path, url: str) -> Shop:
    """A shop whose till is set up by the program's own commands."""
    shop = Shop(folder)
    shop.set_up(url)
    return shop


def run_on_qt(main: Callable[[], Awaitable[None]]) -> None:
    """Run a coroutine as the program runs its own."""

    async def whole() -> int:
        await main()
        return 0

    run_until_closed(create_application(["benchmark"]), whole)


def on_the_till(work: Callable[[Counter], Awaitable[None]], latency_s: float = 0.0) -> None:
    """Do something on the Sell page of a new till; its provider needs so long for an order."""
    with temporary_folder() as folder, far_provider(latency_s) as (url, _):
        shop = set_up(folder, url)

        async def main() -> None:
            async with till_of(shop) as counter:
                await sign_in(counter)
                await work(counter)

        run_on_qt(main)


@asynccontextmanager
async def till_of(shop: Shop) -> AsyncIterator[Counter]:
    """The till with its window, on its lock screen with all products; ended in order."""
    parts = await real_parts(Paths.below(shop.home), shop.environment)
    # Nobody touches this till by hand: it must not lock itself.
    settings = replace(parts.settings, theme=Theme.LIGHT, auto_lock_s=0)
    parts = replace(parts, settings=settings)
    till, tasks = RunningTill(parts), UiTasks()
    window = MainWindow(lock_state(settings))
    window.showMaximized()
    shell = Shell(window, till.services, tasks)
    said: list[Said] = []
    tasks.notices.said.connect(said.append)
    await till.start()
    leave_out_catalogues(till.services.till.bulletin)
    # The provider is another process; nobody asks this one.
    nobody = TrainingProvider(client_id="-", client_secret="-")
    try:
        await until(lambda: len(till.services.catalogue.products) == COUNT, PATIENCE_S)
        yield Counter(till.services, nobody, tasks, window, shell, said)
    finally:
        shell.closed.set()
        await tasks.close()
        await till.stop()
        shell.finish()


async def sign_in(counter: Counter) -> None:
    """To the Sell page with all its products."""
    await counter.sign_in(CASHIER)
    page = page_of(counter)
    await until(lambda: page.browse.model.rowCount() == COUNT, PATIENCE_S)
    await until(lambda: counter.services.balance.is_fresh, PATIENCE_S)
    counter.window.activateWindow()
    await until(counter.window.isActiveWindow)
    await until(page.browse.search.hasFocus)
    gc.collect()


def paint(view: QAbstractItemView) -> None:
    """Lay out and paint all that has changed, as Qt does with its next events and timers."""
    QCoreApplication.sendPostedEvents()
    view.executeDelayedItemsLayout()
    QCoreApplication.sendPostedEvents()


class PaintCount(QObject):
    """Counts the paintings of a widget, so that nobody measures what did not happen."""

    def __init__(self, watched: QWidget) -> None:
        """Count from now on."""
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look, and let it pass."""
        self.count += event.type() == QEvent.Type.Paint
        return False


class Stopwatch:
    """Milliseconds of the clock and of this thread's processor time."""

    def __init__(self) -> None:
        """Start."""
        self._cpu, self._wall = time.thread_time(), time.perf_counter()

    def read(self) -> tuple[float, float]:
        """Clock and processor since the start."""
        wall, cpu = time.perf_counter(), time.thread_time()
        return (wall - self._wall) * 1000, (cpu - self._cpu) * 1000
