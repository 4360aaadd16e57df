"""The program's window with somebody before it: types the PIN, says when something was painted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QListView

from pos_app.ui.main_window import MainWindow
from pos_app.ui.views.lock.screen import LockState

if TYPE_CHECKING:
    from pos_app.usecases.bulletin import Bulletin


class Watch(QObject):
    """Types into a window as soon as it can be, and tells of what it sees.

    Moments: `digit` (the first is painted), `entered` (PIN typed, names there), `unlocked`,
    `tile` (products are painted; then the window is closed).
    """

    def __init__(self, window: MainWindow, pin: str, tell: Callable[[str], None]) -> None:
        """Watch the PIN field."""
        super().__init__(window)
        self._window, self._pin, self._tell = window, pin, tell
        self._typed = 0
        self._grid: QListView | None = None
        self._edit = window.lock_view.form.pin.edit
        self._edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A painting begins: look as soon as it is over."""
        if event.type() == QEvent.Type.Paint:
            look = self._on_pin_painted if watched is self._edit else self._on_grid_painted
            QTimer.singleShot(0, self, look)
        return False

    def _on_pin_painted(self) -> None:
        if self._typed == 0 and self._edit.hasFocus():
            self._type_digit()
        elif self._typed == 1 and self._edit.text():
            self._tell("digit")
            while self._typed < len(self._pin):
                self._type_digit()
            self._look_for_names()

    def _type_digit(self) -> None:
        digit = self._pin[self._typed]
        self._typed += 1
        self._type(Qt.Key(ord(digit)), digit)

    def _type(self, key: Qt.Key, text: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            QApplication.postEvent(self._window.windowHandle(), event)

    def _look_for_names(self) -> None:
        if not self._window.lock_view.form.people.isVisible():
            QTimer.singleShot(1, self, self._look_for_names)
            return
        self._tell("entered")
        self._type(Qt.Key.Key_Return, "\r")
        self._look_for_shell()

    def _look_for_shell(self) -> None:
        """What follows the lock screen is loaded behind it; it must not be loaded by us."""
        shells = [each for each in self._window.children() if type(each).__name__ == "Shell"]
        if not shells:
            QTimer.singleShot(1, self, self._look_for_shell)
            return
        bulletin: Bulletin = shells[0]._services.till.bulletin  # type: ignore[attr-defined]
        # Before the window itself: what it does about the news is a part of what is measured.
        bulletin._listeners.insert(0, self._on_news)

    def _on_news(self, news: object) -> None:
        if type(news).__name__ == "SessionChanged" and self._grid is None:
            self._tell("unlocked")
            QTimer.singleShot(0, self, self._look_for_grid)

    def _look_for_grid(self) -> None:
        found = self._window.findChildren(QListView, "products")
        if found:
            self._grid = found[0]
            self._grid.viewport().installEventFilter(self)
        else:
            QTimer.singleShot(1, self, self._look_for_grid)

    def _on_grid_painted(self) -> None:
        if self._grid is not None and self._grid.isVisible() and self._shows_rows(self._grid):
            self._tell("tile")
            self._window.close()

    @staticmethod
    def _shows_rows(grid: QListView) -> bool:
        return grid.model() is not None and grid.model().rowCount() > 0


def watched_window(pin: str, tell: Callable[[str], None]) -> type[MainWindow]:
    """The program's window, watched."""

    class Watched(MainWindow):
        def __init__(self, state: LockState) -> None:
            super().__init__(state)
            Watch(self, pin, tell)

    return Watched
