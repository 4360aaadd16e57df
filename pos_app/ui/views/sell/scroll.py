"""A column that scrolls up and down and is never wider than what can be seen of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ColumnScroll(QScrollArea):
    """Long words wrap or are cut; nothing hides beyond the right edge."""

    def __init__(self, content: QWidget, *, parent: QWidget | None = None) -> None:
        """Show `content`."""
        super().__init__(parent)
        self._content = content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the content as wide as the view."""
        self._content.setMaximumWidth(self.viewport().width())
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """A few lines are enough."""
        return QSize(120, 80)
