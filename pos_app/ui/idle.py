"""Notices that nobody has touched the till for a while."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_TOUCHES: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.Wheel,
    }
)


class IdleWatch(QObject):
    """Watches windows, not widgets: a filter on the whole application would slow every event.

    Signals:
    - idle(): nobody has touched any window for the time set.
    """

    idle = Signal()

    def __init__(self, app: QGuiApplication, parent: QObject) -> None:
        """Watch every window that gets the focus; `set_limit` starts it."""
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)
        app.focusWindowChanged.connect(self._on_focus_window)

    def set_limit(self, seconds: int) -> None:
        """Wait so long; 0 switches it off."""
        self._timer.stop()
        self._timer.setInterval(seconds * 1000)
        self.touch()

    def touch(self) -> None:
        """Somebody is there: start again."""
        if self._timer.interval() > 0:
            self._timer.start()

    def _on_focus_window(self, window: QWindow | None) -> None:
        if window is not None:
            # A second filter of the same object replaces the first.
            window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Start again at each touch; everything passes."""
        if event.type() in _TOUCHES:
            self.touch()
        return False
