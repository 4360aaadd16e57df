"""Rows of the case list: brand and amount, line and age, and the sentence in a few lines."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from pos_app.ui.kit import ROW_ROLE, PaintedDelegate, Row, painting
from pos_app.ui.kit.lists import Index
from pos_app.ui.theme import ICON_SIZE, Role, Space, TextRole, Tone, color, font, paint_icon

_LINES = 3  # the longest sentence in German


class CaseRowDelegate(PaintedDelegate):
    """Paints a `Row` whose detail is the line's number, a line break, and the sentence.

    What stands right of the number is painted as a danger where the row's icon is one.
    """

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Brand, number, sentence and air; the same for all rows."""
        strong, small = painting.line_height(TextRole.STRONG), self._small()
        sentence = _LINES * painting.line_height(TextRole.CAPTION)
        return QSize(200, strong + small + sentence + Space.XL + 2 * self.gap)

    @staticmethod
    def _small() -> int:
        return painting.line_height(TextRole.LABEL)

    def paint_item(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint the content of one row."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, Row):
            return
        number, _, sentence = row.detail.partition("\n")
        room = box.adjusted(Space.M, Space.M, -Space.M, -Space.S)
        if row.icon:
            mark = QRect(room.left(), room.top(), ICON_SIZE, ICON_SIZE)
            paint_icon(painter, mark, row.icon, row.icon_tone.text)
        place = room.adjusted(ICON_SIZE + Space.M, 0, 0, 0)
        place.setHeight(painting.line_height(TextRole.STRONG))
        pair = row.title, row.trailing
        self._pair(painter, place, pair, TextRole.STRONG, (Role.TEXT, Role.TEXT))
        place.translate(0, place.height())
        place.setHeight(self._small())
        urgent = Role.DANGER if row.icon_tone is Tone.DANGER else Role.MUTED
        pair = number, row.trailing_detail
        self._pair(painter, place, pair, TextRole.LABEL, (Role.MUTED, urgent))
        place.translate(0, place.height() + Space.XXS)
        place.setHeight(_LINES * painting.line_height(TextRole.CAPTION))
        painter.setFont(font(TextRole.CAPTION))
        painter.setPen(color(Role.TEXT))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(place, int(flags), sentence)

    @staticmethod
    def _pair(
        painter: QPainter,
        room: QRect,
        pair: tuple[str, str],
        text_role: TextRole,
        roles: tuple[Role, Role],
    ) -> None:
        """Two texts on one line, the left one cut where there is no room."""
        left, right = pair
        width = painting.text_width(right, text_role)
        painting.draw_text(painter, room, right, text_role, roles[1], painting.RIGHT)
        rest = room.adjusted(0, 0, -width - Space.M, 0)
        painting.draw_text(painter, rest, left, text_role, roles[0])
