"""The buttons of the rail on the left: icon over word, with a count where one is due."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.ui.kit import painting
from pos_app.ui.kit.buttons import BaseButton, ButtonLook
from pos_app.ui.kit.words import kit_word
from pos_app.ui.theme import Icon, Radius, Role, Space, TextRole, color, paint_icon

_ICON: Final = 24
_WIDTH: Final = 96
_MOST: Final = 99


class RailButton(BaseButton):
    """One entry of the rail. Its name stays the word; the count goes to the description."""

    look = ButtonLook(None, Role.HOVER, Role.SELECTED, Role.MUTED, None, Role.SUNKEN, Role.MUTED)

    def __init__(
        self,
        text: str,
        *,
        object_name: str,
        icon: Icon,
        shortcut: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make an entry that is not the current one and has no count."""
        self._count = 0
        self._count_said = ""
        self._urgent = False
        super().__init__(
            text, object_name=object_name, icon=icon, shortcut=shortcut, parent=parent
        )
        self.setProperty("current", False)  # noqa: FBT003 - Qt's call
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_current(self, current: bool) -> None:  # noqa: FBT001 - a state, as in Qt
        """Mark the entry whose screen is showing."""
        self.setProperty("current", current)
        self._say()
        self.update()

    def is_current(self) -> bool:
        """Whether this entry's screen is showing."""
        return bool(self.property("current"))

    def set_count(self, count: int, sentence: str = "", *, urgent: bool = False) -> None:
        """Show a count (0: none); `sentence` says it to assistive technology ("3 open cases").

        An urgent one is red and has an exclamation mark.
        """
        self._count, self._urgent = count, urgent
        self._count_said = (sentence or str(count)) if count else ""
        self._say()
        self.update()

    def _say(self) -> None:
        here = kit_word("Current page") if self.is_current() else ""
        self.set_description(". ".join(part for part in (here, self._count_said) if part))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def sizeHint(self) -> QSize:
        """Icon over word (and key), never narrower than the rail."""
        lines = [self.label(), self.key_hint()]
        words = max(painting.text_width(line, TextRole.LABEL) for line in lines)
        return QSize(max(_WIDTH, words + Space.XL), self._height())

    def _height(self) -> int:
        keys = painting.line_height(TextRole.CAPTION) if self.key_hint() else 0
        return Space.S + _ICON + Space.XS + painting.line_height(TextRole.LABEL) + keys + Space.S

    def _text_color(self) -> Role:
        return Role.ACCENT_TEXT if self.is_current() else super()._text_color()

    def _paint_box(self, painter: QPainter) -> None:
        super()._paint_box(painter)
        if self.is_current():
            box = QRectF(self.rect())
            painting.rounded(painter, box, Radius.M, color(Role.SELECTED))
            bar = QRectF(0, self.height() / 2 - 14, 4, 28)
            painting.rounded(painter, bar, 2, color(Role.ACCENT))

    def _paint_content(self, painter: QPainter) -> None:
        left = (self.width() - _ICON) // 2
        role = self._text_color()
        shown = self._icon
        if shown:
            paint_icon(painter, QRect(left, Space.S, _ICON, _ICON), shown, role)
        top = Space.S + _ICON + Space.XS
        line = QRect(Space.XS, top, self.width() - Space.S, painting.line_height(TextRole.LABEL))
        painting.draw_text(painter, line, self.label(), TextRole.LABEL, role, painting.CENTER)
        if self.key_hint():
            below = line.translated(0, line.height())
            painting.draw_text(
                painter, below, self.key_hint(), TextRole.CAPTION, Role.MUTED, painting.CENTER
            )
        if self._count:
            self._paint_count(painter, left + _ICON - Space.S)

    def _paint_count(self, painter: QPainter, left: int) -> None:
        shown = str(self._count) if self._count <= _MOST else f"{_MOST}+"
        if self._urgent:
            shown = f"! {shown}"
        fill = Role.DANGER_FILL if self._urgent else Role.ACCENT
        words = Role.ON_DANGER if self._urgent else Role.ON_ACCENT
        height = painting.line_height(TextRole.CAPTION) + Space.XXS
        width = max(height, painting.text_width(shown, TextRole.CAPTION) + Space.S + Space.XXS)
        box = QRect(left, Space.XS, width, height)
        painting.rounded(painter, QRectF(box), Radius.PILL, color(fill))
        painting.draw_text(painter, box, shown, TextRole.CAPTION, words, painting.CENTER)
