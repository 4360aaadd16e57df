"""Painting helpers shared by the kit's own widgets and delegates."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from pos_app.ui.theme import FOCUS_WIDTH, Role, TextRole, color, font, theme

LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER: Final = Qt.AlignmentFlag.AlignCenter
_ONE_LINE: Final = Qt.TextFlag.TextSingleLine.value


@contextmanager
def saved(painter: QPainter) -> Iterator[None]:
    """Save the painter and restore it whatever happens: an unbalanced stack ends in a crash."""
    painter.save()
    try:
        yield
    finally:
        painter.restore()


def flat(painter: QPainter, rect: QRect, fill: QColor) -> None:
    """Fill a box; `QPainter.fillRect` makes PySide load all its gradients first."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRect(rect)


def rounded(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None,
    border: QColor | None = None,
    width: float = 1.0,
) -> None:
    """Paint a rounded box whose border lies inside `rect`."""
    radius = min(radius, rect.height() / 2)
    half = width / 2 if border is not None else 0.0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(border, width) if border is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    inner = rect.adjusted(half, half, -half, -half)
    painter.drawRoundedRect(inner, max(0.0, radius - half), max(0.0, radius - half))


def focus_ring(painter: QPainter, rect: QRectF, radius: float) -> None:
    """Paint the focus ring: two pixels of focus colour, two of gap, inside `rect`."""
    rounded(painter, rect, radius, None, color(Role.FOCUS), FOCUS_WIDTH)
    inner = rect.adjusted(FOCUS_WIDTH, FOCUS_WIDTH, -FOCUS_WIDTH, -FOCUS_WIDTH)
    rounded(painter, inner, radius - FOCUS_WIDTH, None, color(Role.RAISED), FOCUS_WIDTH)


def draw_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    text_role: TextRole,
    role: Role,
    align: Qt.AlignmentFlag = LEFT,
) -> int:
    """Paint one line of plain text, cut with an ellipsis where it must be; return its width."""
    width = theme().width(text_role, text)
    if width > rect.width():
        metrics = theme().metrics(text_role)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        width = rect.width()
    painter.setFont(font(text_role))
    painter.setPen(color(role))
    painter.drawText(rect, align.value | _ONE_LINE, text)
    return width


def text_width(text: str, text_role: TextRole) -> int:
    """How wide one line of text is."""
    return theme().width(text_role, text)


def line_height(text_role: TextRole) -> int:
    """How high one line of a step of the type scale is."""
    return theme().metrics(text_role).height()
