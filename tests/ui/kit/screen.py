"""A window for a test's widgets: shown, active, kept alive, and gone afterwards."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot


class Screen:
    """Keeps what it shows until `clear`; pytest-qt itself only keeps weak references."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._kept: list[QWidget] = []

    def keep(self, *widgets: QWidget) -> None:
        """Keep widgets alive without showing them."""
        self._kept.extend(widgets)

    def show(self, *widgets: QWidget, width: int = 0) -> QWidget:
        """Show widgets one below the other in an active window, and return it."""
        window = QWidget()
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        if width:
            window.setFixedWidth(width)
        self.keep(window)
        with self._qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    def clear(self) -> None:
        """Delete everything that was kept."""
        for widget in self._kept:
            if shiboken6.isValid(widget):
                widget.close()
                shiboken6.delete(widget)
        self._kept.clear()
