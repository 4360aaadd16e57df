"""An icon as a widget: decoration only, without a name in the accessibility tree."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from pos_app.ui.kit import painting
from pos_app.ui.theme import ICON_SIZE, Icon, Radius, Role, Tone, color, paint_icon

TONE_ICONS: Final = {
    Tone.NEUTRAL: Icon.INFO,
    Tone.INFO: Icon.INFO,
    Tone.ACCENT: Icon.INFO,
    Tone.SUCCESS: Icon.CIRCLE_CHECK,
    Tone.WARNING: Icon.TRIANGLE_ALERT,
    Tone.DANGER: Icon.OCTAGON_ALERT,
}


class IconMark(QWidget):
    """Shows one icon, on a soft round ground where `ground` is given."""

    def __init__(
        self,
        icon: Icon,
        role: Role = Role.MUTED,
        *,
        size: int = ICON_SIZE,
        ground: Role | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show an icon of `size` pixels; its ground is twice as large."""
        super().__init__(parent)
        self._icon = icon
        self._role = role
        self._side = size
        self._ground = ground
        self.setFixedSize(self.sizeHint())

    def set_icon(self, icon: Icon, role: Role) -> None:
        """Show another icon."""
        self._icon, self._role = icon, role
        self.update()

    def sizeHint(self) -> QSize:
        """The icon, or its ground."""
        side = self._side * 2 if self._ground else self._side
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and icon."""
        painter = QPainter(self)
        try:
            inner = self.rect()
            if self._ground:
                painting.rounded(painter, QRectF(self.rect()), Radius.PILL, color(self._ground))
                inset = self._side // 2
                inner = inner.adjusted(inset, inset, -inset, -inset)
            paint_icon(painter, inner, self._icon, self._role)
        finally:
            painter.end()
