"""A code on screen for as long as a key is held: painted, never in the accessibility tree."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.domain.card import Card, mask_code
from pos_app.ui.kit import painting
from pos_app.ui.theme import Radius, Role, Space, TextRole, color, font
from pos_app.ui.translation import translate


class CodeReveal(QWidget):
    """Masked as long as nobody holds `Show code`; its accessible name stays masked (M15)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Know no code."""
        super().__init__(parent)
        self.setObjectName("code_reveal")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._hint = ""
        self._card: Card | None = None

    def set_hint(self, hint: str | None) -> None:
        """The characters that may stay visible; None hides the widget."""
        self._hint = hint or ""
        self.setAccessibleName(mask_code(self._hint))
        self.setVisible(hint is not None)
        self.update()

    def reveal(self, card: Card) -> None:
        """Paint the card until `conceal`."""
        self._card = card
        self.updateGeometry()
        self.update()

    def conceal(self) -> None:
        """Forget the card."""
        self._card = None
        self.updateGeometry()
        self.update()

    def is_revealed(self) -> bool:
        """Whether the code can be seen."""
        return self._card is not None

    def _lines(self) -> list[tuple[str, str]]:
        card = self._card
        if card is None:
            return [("", mask_code(self._hint))]
        lines = [("", card.code)] if card.code else []
        if card.pin:
            lines.append((translate("orders", "PIN"), card.pin))
        link = card.url("redemption")
        if link:
            lines.append((translate("orders", "Link"), link))
        return lines or [("", mask_code(self._hint))]

    def sizeHint(self) -> QSize:
        """One line per part of the card."""
        height = painting.line_height(TextRole.CODE_LARGE) + Space.S
        return QSize(200, len(self._lines()) * height + 2 * Space.M)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint mask or code."""
        painter = QPainter(self)
        try:
            shown = self._card is not None
            ground = Role.WARNING_SOFT if shown else Role.SUNKEN
            edge = color(Role.WARNING if shown else Role.BORDER)
            painting.rounded(painter, QRectF(self.rect()), Radius.M, color(ground), edge)
            height = painting.line_height(TextRole.CODE_LARGE) + Space.S
            room = QRect(Space.L, Space.M, self.width() - 2 * Space.L, height)
            for name, value in self._lines():
                self._paint_line(painter, room, name, value)
                room.translate(0, height)
        finally:
            painter.end()

    @staticmethod
    def _paint_line(painter: QPainter, room: QRect, name: str, value: str) -> None:
        left = 0
        if name:
            left = painting.text_width(name, TextRole.LABEL) + Space.M
            painting.draw_text(painter, room, name, TextRole.LABEL, Role.MUTED)
        place = room.adjusted(left, 0, 0, 0)
        role = TextRole.CODE_LARGE
        if QFontMetrics(font(role)).horizontalAdvance(value) > place.width():
            role = TextRole.CODE
        painter.setFont(font(role))
        painter.setPen(color(Role.TEXT))
        # Never cut: half a code is worth nothing. A long link goes on in small letters.
        painter.drawText(place, int(painting.LEFT | Qt.TextFlag.TextWrapAnywhere), value)
