"""What other widgets lie on: cards, page headers, separating lines."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pos_app.ui.kit.labels import PlainLabel
from pos_app.ui.theme import Role, Space, TextRole, color


class CardTone(StrEnum):
    """How a card sets itself off from the page."""

    RAISED = "raised"
    SUNKEN = "sunken"
    PLAIN = "plain"


class Card(QFrame):
    """A rounded surface with a vertical layout, `body`, and an optional heading."""

    def __init__(
        self,
        title: str = "",
        *,
        object_name: str = "",
        tone: CardTone = CardTone.RAISED,
        padding: int = Space.XL,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty card; add to `body`."""
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setProperty("tone", tone.value)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(Space.M)
        self._title = PlainLabel(title, TextRole.SUBTITLE, wrap=True)
        self.body.addWidget(self._title)
        self._title.setVisible(bool(title))

    def set_title(self, title: str) -> None:
        """Change the heading; an empty one disappears."""
        self._title.setText(title)
        self._title.setVisible(bool(title))


class PageHeader(QWidget):
    """Title, one line below it, and the page's actions on the right."""

    def __init__(
        self,
        title: str,
        subtitle: str = "",
        *,
        object_name: str = "page-header",
        parent: QWidget | None = None,
    ) -> None:
        """Make a header without actions."""
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.title = PlainLabel(title, TextRole.HEADING, wrap=True)
        self.subtitle = PlainLabel(subtitle, TextRole.BODY, Role.MUTED, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(Space.XXS)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(Space.S)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.L)
        row.addLayout(words, 1)
        row.addLayout(self._actions)
        self.subtitle.setVisible(bool(subtitle))

    def set_texts(self, title: str, subtitle: str = "") -> None:
        """Change both lines; an empty second one disappears."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))

    def add_action(self, widget: QWidget) -> None:
        """Put a button (or field) at the right end."""
        self._actions.addWidget(widget)


class Divider(QWidget):
    """A hairline between two groups."""

    def __init__(self, *, vertical: bool = False, parent: QWidget | None = None) -> None:
        """Make a line as long as its place."""
        super().__init__(parent)
        self._vertical = vertical
        fixed, growing = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(fixed if vertical else growing, growing if vertical else fixed)

    def sizeHint(self) -> QSize:
        """One pixel thick."""
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), color(Role.BORDER))
        finally:
            painter.end()
