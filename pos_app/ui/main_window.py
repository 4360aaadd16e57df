"""The one window: the lock screen, the frame or what is waited for, never one behind the other.

It is light on purpose: it is painted, and takes the digits of a PIN, while the rest of the
program is still being loaded. `Shell` then brings it to life.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from pos_app.ui.views.lock.screen import LockScreen, LockState

_SMALLEST: Final = QSize(960, 540)
_FIRST: Final = QSize(1280, 800)


class MainWindow(QMainWindow):
    """Shows one widget at a time, at first the lock screen.

    Attributes:
    - lock_view: the lock screen; who is not showing lives on outside the window.
    - is_closed: somebody has closed the window.
    - stays: closing does not hide it, because something is still being waited for.

    Signals:
    - closed(): somebody closes the window; the till is then stopped in order.
    - painted(): it has been on the screen for the first time.
    - resized(): another size.
    """

    closed = Signal()
    painted = Signal()
    resized = Signal()

    def __init__(self, state: LockState) -> None:
        """Show the lock screen; nobody can sign in yet."""
        super().__init__()
        self.is_closed = False
        self.stays = False
        self._is_painted = False
        self._place = ("", "", False)
        self.setObjectName("main_window")
        self.setMinimumSize(_SMALLEST)
        self.resize(_FIRST.boundedTo(self.screen().availableSize()))
        self.set_place(state.store, state.till, training=state.training)
        self.lock_view = LockScreen()
        self.lock_view.show_state(state)
        self.setCentralWidget(self.lock_view)

    def set_place(self, store: str, till: str, *, training: bool) -> None:
        """Name shop and till in the title."""
        self._place = (store, till, training)
        self._retitle()

    def show_only(self, widget: QWidget) -> None:
        """Put another widget into the window; the old one leaves it, but lives on."""
        if self.centralWidget() is not widget:
            self.takeCentralWidget()
            self.setCentralWidget(widget)
            widget.show()

    def raise_to_front(self) -> None:
        """Somebody started the program a second time: here it is."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def finish(self) -> None:
        """Leave the screen for good, with whatever is out of the window."""
        self.hide()
        # Out of the window it has no parent that would take it along.
        self.lock_view.deleteLater()
        self.deleteLater()

    def _retitle(self) -> None:
        store, till, training = self._place
        title = self.tr("Gift card till")
        ending = " – " + self.tr("TRAINING") if training else ""
        self.setWindowTitle(f"{title} – {store} – {till}{ending}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first time, as soon as everything in the window is painted too."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell."""
        super().resizeEvent(event)
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retitle()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell; the window may have to stay and say what it waits for."""
        self.is_closed = True
        self.closed.emit()
        event.setAccepted(not self.stays)
