"""Screens that do something when they come to the front."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget


class Front(QWidget):
    """Tells when the program, not the window system, shows and hides it.

    Signals:
    - shown(), hidden(): it came to the front, or left it.
    """

    shown = Signal()
    hidden = Signal()

    def showEvent(self, event: QShowEvent) -> None:
        """It came to the front."""
        super().showEvent(event)
        if not event.spontaneous():
            self.shown.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """It left the front."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.hidden.emit()
