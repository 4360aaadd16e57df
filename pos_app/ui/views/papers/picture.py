"""A slip as it would be printed, on screen; one that is worth money only while a key is held."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.ui.kit import painting
from pos_app.ui.theme import Role, Space, TextRole, color, font

_PAPER = QColor("white")


class SlipPicture(QWidget):
    """Paints a picture as wide as there is room; it is never in the accessibility tree."""

    def __init__(self, *, object_name: str, parent: QWidget | None = None) -> None:
        """Show empty paper."""
        super().__init__(parent)
        self.setObjectName(object_name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._picture = QImage()
        self._veil = ""

    def set_picture(self, png: bytes) -> None:
        """Show another picture."""
        self._picture = QImage.fromData(png)
        self.updateGeometry()
        self.update()

    def set_veil(self, words: str) -> None:
        """Hide the picture behind a sentence, or show it with an empty one."""
        self._veil = words
        self.update()

    def is_veiled(self) -> bool:
        """Whether nobody can read it."""
        return bool(self._veil)

    def has_picture(self) -> bool:
        """Whether there is one."""
        return not self._picture.isNull()

    def hasHeightForWidth(self) -> bool:
        """Narrower is lower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the picture is at that width."""
        size = self._picture.size()
        if size.isEmpty():
            return 2 * Space.XXL
        wide = min(width, size.width())
        return 2 * Space.M + size.height() * max(1, wide - 2 * Space.M) // size.width()

    def sizeHint(self) -> QSize:
        """Dot for dot on a screen of usual density."""
        width = min(self._picture.width(), 460) + 2 * Space.M
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint paper, then picture or veil."""
        painter = QPainter(self)
        try:
            wide = min(self.width(), max(self._picture.width(), 2 * Space.M + 1))
            paper = QRect((self.width() - wide) // 2, 0, wide, self.height())
            painter.fillRect(paper, _PAPER)
            inside = paper.adjusted(Space.M, Space.M, -Space.M, -Space.M)
            if self._veil:
                painter.fillRect(paper, color(Role.SUNKEN))
                flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
                painter.setPen(color(Role.TEXT))
                painter.setFont(font(TextRole.STRONG))
                seen = self.visibleRegion().boundingRect().intersected(inside)
                painter.drawText(seen if seen.isValid() else inside, flags, self._veil)
            elif not self._picture.isNull():
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                height = self._picture.height() * inside.width() // self._picture.width()
                inside.setHeight(height)
                painter.drawImage(inside, self._picture)
            else:
                painting.draw_text(painter, inside, "…", TextRole.BODY, Role.MUTED)
            painter.setPen(color(Role.BORDER))
            painter.drawRect(paper.adjusted(0, 0, -1, -1))
        finally:
            painter.end()
