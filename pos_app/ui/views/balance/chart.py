"""The balance over time as one stepped line, with the owner's level across it."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.domain.credit import CreditStory
from pos_app.domain.money import Money
from pos_app.ui.formats import date_text
from pos_app.ui.kit import painting
from pos_app.ui.theme import Role, Space, TextRole, color
from pos_app.ui.translation import language

_HEIGHT: Final = 200
_LINE: Final = 2.0


class BalanceChart(QWidget):
    """Decoration: whatever it shows stands in the list below as well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__(parent)
        self.setObjectName("balance_chart")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._story = CreditStory(())
        self._level: Money | None = None

    def show_story(self, story: CreditStory, level: Money | None) -> None:
        """Draw another story; its moments are in the shop's time."""
        self._story, self._level = story, level
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(320, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint axis, level and line."""
        painter = QPainter(self)
        try:
            if len(self._story.credits) > 1:
                self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = self._top()
        words = max(
            painting.text_width(text, TextRole.CAPTION)
            for text in (top.display(language()), Money.zero(top.currency).display(language()))
        )
        line = painting.line_height(TextRole.CAPTION)
        area = QRectF(self.rect()).adjusted(words + Space.M, line / 2, -1, -line - Space.S)
        self._paint_axis(painter, area, top)
        painter.setPen(QPen(color(Role.ACCENT), _LINE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path(area, top))

    def _top(self) -> Money:
        """The largest amount, with a little air above."""
        minors = [credit.available.minor for credit in self._story.credits]
        if self._level is not None:
            minors.append(self._level.minor)
        currency = self._story.credits[0].available.currency
        return Money(max(1, *minors), currency)

    def _paint_axis(self, painter: QPainter, area: QRectF, top: Money) -> None:
        zero = Money.zero(top.currency)
        height = painting.line_height(TextRole.CAPTION)
        for amount in (top, zero):
            level = self._height_of(area, top, amount)
            painter.setPen(QPen(color(Role.BORDER), 1))
            painter.drawLine(QPointF(area.left(), level), QPointF(area.right(), level))
            place = QRect(0, int(level - height / 2), int(area.left()) - Space.S, height)
            text = amount.display(language())
            painting.draw_text(painter, place, text, TextRole.CAPTION, Role.MUTED, painting.RIGHT)
        if self._level is not None:
            level = self._height_of(area, top, self._level)
            painter.setPen(QPen(color(Role.WARNING), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(area.left(), level), QPointF(area.right(), level))
        ends = (self._story.credits[0].at, self._story.credits[-1].at)
        foot = QRect(int(area.left()), int(area.bottom()) + Space.S, int(area.width()), height)
        for moment, align in zip(ends, (painting.LEFT, painting.RIGHT), strict=True):
            painting.draw_text(
                painter, foot, date_text(moment), TextRole.CAPTION, Role.MUTED, align
            )

    @staticmethod
    def _height_of(area: QRectF, top: Money, amount: Money) -> float:
        share = max(0.0, min(1.0, amount.minor / top.minor))
        return area.bottom() - share * area.height()

    def _path(self, area: QRectF, top: Money) -> QPainterPath:
        """A balance holds until the next one: steps, no slopes."""
        credits_ = self._story.credits
        first, last = credits_[0].at, credits_[-1].at
        span = max(last - first, timedelta(seconds=1))
        path, height = QPainterPath(), 0.0
        for place, credit in enumerate(credits_):
            along = area.left() + ((credit.at - first) / span) * area.width()
            fresh = self._height_of(area, top, credit.available)
            if place:
                path.lineTo(along, height)
                path.lineTo(along, fresh)
            else:
                path.moveTo(along, fresh)
            height = fresh
        return path
