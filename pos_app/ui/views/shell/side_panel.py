"""A quiet panel along the left edge of the lock screen and the first window."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_app.ui.kit import painting
from pos_app.ui.theme import Role, Space, color


class SidePanel(QWidget):
    """Sunken ground with a line at its right edge; add to `body`."""

    def __init__(self, *, object_name: str, width: int, parent: QWidget | None = None) -> None:
        """Make an empty panel."""
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setFixedWidth(width)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(Space.XXL, Space.XXL, Space.XL, Space.XXL)
        self.body.setSpacing(Space.S)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the edge."""
        painter = QPainter(self)
        try:
            painting.flat(painter, self.rect(), color(Role.SUNKEN))
            edge = QRect(self.width() - 1, 0, 1, self.height())
            painting.flat(painter, edge, color(Role.BORDER))
        finally:
            painter.end()
