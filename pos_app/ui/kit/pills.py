"""States at a glance: icon, word and colour together, never colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.ui.kit import painting
from pos_app.ui.kit.labels import PlainLabel
from pos_app.ui.theme import Icon, Radius, Space, TextRole, Tone, color, paint_icon

_ICON: Final = 14


@dataclass(frozen=True, slots=True)
class Look:
    """How a state is shown beside its word."""

    tone: Tone
    icon: Icon


# The states of money.md section 1, by stable name; their words come from the texts.
STATE_LOOKS: Final = {
    "waiting": Look(Tone.NEUTRAL, Icon.CLOCK),
    "ordering": Look(Tone.INFO, Icon.LOADER),
    "unknown": Look(Tone.WARNING, Icon.CIRCLE_QUESTION_MARK),
    "delivered": Look(Tone.SUCCESS, Icon.CIRCLE_CHECK),
    "handed_over": Look(Tone.SUCCESS, Icon.PACKAGE_CHECK),
    "failed": Look(Tone.DANGER, Icon.CIRCLE_X),
    "invalidating": Look(Tone.INFO, Icon.HOURGLASS),
    "invalidated": Look(Tone.NEUTRAL, Icon.BAN),
    "given_up": Look(Tone.NEUTRAL, Icon.CIRCLE_SLASH),
    "paid": Look(Tone.NEUTRAL, Icon.CREDIT_CARD),
    "refund_due": Look(Tone.WARNING, Icon.HAND_COINS),
    "refunded": Look(Tone.NEUTRAL, Icon.UNDO_2),
    "closed": Look(Tone.SUCCESS, Icon.CHECK),
    "open_case": Look(Tone.WARNING, Icon.TRIANGLE_ALERT),
}


@dataclass(frozen=True, slots=True)
class Pill:
    """One state to paint: its word in the till's language and its look."""

    word: str
    look: Look

    @classmethod
    def of(cls, state: str, word: str) -> Pill:
        """The pill of a state of `STATE_LOOKS`.

        May raise:
        - KeyError: no such state.
        """
        return cls(word, STATE_LOOKS[state])


def pill_size(pill: Pill) -> QSize:
    """The room a pill needs."""
    width = painting.text_width(pill.word, TextRole.CAPTION) + _ICON + Space.XS + 2 * Space.S + 2
    return QSize(width, max(painting.line_height(TextRole.CAPTION) + Space.S, _ICON + Space.S))


def paint_pill(painter: QPainter, rect: QRect, pill: Pill) -> None:
    """Paint a pill into `rect`."""
    paint_pill_shape(pill.look, painter, rect)
    paint_pill_word(painter, rect, pill)


def paint_pill_shape(look: Look, painter: QPainter, rect: QRect) -> None:
    """Paint all of a pill but its word."""
    painting.rounded(painter, QRectF(rect), Radius.PILL, color(look.tone.soft))
    box = QRect(rect.left() + Space.S, rect.center().y() - _ICON // 2 + 1, _ICON, _ICON)
    paint_icon(painter, box, look.icon, look.tone.text)


def paint_pill_word(painter: QPainter, rect: QRect, pill: Pill) -> None:
    """Paint a pill's word on its shape."""
    words = rect.adjusted(Space.S + _ICON + Space.XS, 0, -Space.S + 1, 0)
    painting.draw_text(painter, words, pill.word, TextRole.CAPTION, pill.look.tone.text)


class StatusPill(PlainLabel):
    """A pill as a widget. Its word is its text, so that it can be read from outside."""

    def __init__(self, pill: Pill, *, object_name: str, parent: QWidget | None = None) -> None:
        """Show a state."""
        super().__init__(text_role=TextRole.CAPTION, object_name=object_name, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._pill = pill
        self.set_pill(pill)

    def set_pill(self, pill: Pill) -> None:
        """Show another state."""
        self._pill = pill
        self.setText(pill.word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon and word."""
        return pill_size(self._pill)

    def minimumSizeHint(self) -> QSize:
        """The word is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill instead of the label's own text."""
        painter = QPainter(self)
        try:
            paint_pill(painter, self.rect(), self._pill)
        finally:
            painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
