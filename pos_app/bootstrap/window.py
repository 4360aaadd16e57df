"""The program with its window, first part: something to look at and to type into.

Python needs longer to load the till than a cashier likes to look at nothing. So the lock screen
is painted first, with what the settings say of it, and takes digits while a thread loads the
rest; `program` then goes on with the same window. A till that was never set up, or can't be read,
has no lock screen: `program` shows what there is to show.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from threading import Thread
from typing import Final

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal

from pos_app.bootstrap.first_look import Start, show_window
from pos_app.bootstrap.instance_lock import InstanceLock
from pos_app.config import Paths
from pos_app.config.environment import environment_language
from pos_app.domain.errors import StoreError
from pos_app.ui.app import create_application
from pos_app.ui.main_window import MainWindow
from pos_app.ui.translation import use_language

# Without Qt: its classes are made on the thread of the window.
_BEHIND: Final = ("pos_app.bootstrap.real", "pos_app.bootstrap.running", "pos_app.config.crashes")
# Where nothing is ever painted: started in the background, or with a screen that sleeps.
_AT_LATEST_MS: Final = 200


def run_window(
    paths: Paths, environment: Mapping[str, str], *, training: bool, full_screen: bool = False
) -> int:
    """Show the till until somebody closes it; the exit code.

    May raise:
    - SettingsError: `bad_language` or `bad_printer` in the environment.
    """
    check_printer(environment)
    app = create_application(sys.argv)
    wanted = environment_language(environment)
    if wanted is not None:
        use_language(app, wanted)
    start = Start(paths, environment, training, full_screen)
    lock = InstanceLock(start.folder)
    look = start.look()
    window = None
    if look is not None and _take(lock):
        window = show_window(app, start, look)
        load_behind(window)
    from pos_app.bootstrap.program import run_program

    return run_program(app, start, lock, window)


def check_printer(environment: Mapping[str, str]) -> None:
    """Say what is wrong with the variable to whoever set it; the window only says it on a page.

    May raise:
    - SettingsError: `bad_printer`.
    """
    spec = environment.get("POS_APP_PRINTER")
    # Without standard error (Windows) there is only the page.
    if spec and sys.stderr is not None:
        from pos_app.printing.choice import parse_printer

        parse_printer(spec)


def _take(lock: InstanceLock) -> bool:
    # `program` tries again, and says what is wrong on a page.
    with suppress(StoreError):
        return lock.take()
    return False


def load_behind(window: MainWindow) -> None:
    """Load modules beside the window, which is painted first and takes keys meanwhile."""
    turning = QEventLoop()
    loader = _Loader()
    loader.done.connect(turning.quit)
    window.painted.connect(loader.start)
    QTimer.singleShot(_AT_LATEST_MS, loader, loader.start)
    turning.exec()
    window.painted.disconnect(loader.start)


class _Loader(QObject):
    """Imports on a thread; what fails there fails again, and is said, where it is used.

    Signals:
    - done(): that was all.
    """

    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._thread = Thread(target=self._load, name="loader", daemon=True)

    def start(self) -> None:
        """Begin, once."""
        if self._thread.ident is None:
            self._thread.start()

    def _load(self) -> None:
        try:
            for name in _BEHIND:
                import_module(name)
        finally:
            self.done.emit()
