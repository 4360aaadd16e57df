"""A window for a test's widgets: shown, active, kept alive, and gone afterwards."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot


def second_press(widget: QWidget) -> None:
    """The rest of a double click, as a pointer sends it: double press and release."""
    middle = QPointF(widget.rect().center())
    left = Qt.MouseButton.LeftButton
    none, no_keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    for kind, down in (
        (QEvent.Type.MouseButtonDblClick, left),
        (QEvent.Type.MouseButtonRelease, none),
    ):
        there = widget.mapToGlobal(middle)
        QApplication.sendEvent(widget, QMouseEvent(kind, middle, there, left, down, no_keys))


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
            height = max(column.totalHeightForWidth(width), column.totalSizeHint().height())
            window.setFixedSize(width, height)
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
