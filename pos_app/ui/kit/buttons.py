"""Push buttons: one look per importance, a key hint, and no second press while one is running."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from pos_app.ui.kit import painting
from pos_app.ui.kit.words import key_text, kit_word
from pos_app.ui.theme import ICON_SIZE, TOUCH_TARGET, Icon, Radius, Role, Space, TextRole, color
from pos_app.ui.theme.icons import paint_icon


class ButtonSize(StrEnum):
    """How prominent a button is; every size is a touch target."""

    NORMAL = "normal"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class ButtonLook:
    """The colours of one kind of button."""

    fill: Role | None
    hover: Role
    pressed: Role
    text: Role
    border: Role | None
    hint_fill: Role
    hint_text: Role


_PRIMARY: Final = ButtonLook(
    Role.ACCENT,
    Role.ACCENT_HOVER,
    Role.ACCENT_PRESSED,
    Role.ON_ACCENT,
    None,
    Role.ACCENT_PRESSED,
    Role.ON_ACCENT,
)
_SECONDARY: Final = ButtonLook(
    Role.RAISED, Role.HOVER, Role.SUNKEN, Role.TEXT, Role.FIELD_BORDER, Role.SUNKEN, Role.MUTED
)
_DANGER: Final = ButtonLook(
    Role.DANGER_FILL,
    Role.DANGER_HOVER,
    Role.DANGER_PRESSED,
    Role.ON_DANGER,
    None,
    Role.DANGER_PRESSED,
    Role.ON_DANGER,
)
_QUIET: Final = ButtonLook(
    None, Role.HOVER, Role.SUNKEN, Role.ACCENT_TEXT, None, Role.SUNKEN, Role.MUTED
)


class BaseButton(QPushButton):
    """A plain (never checkable) button painted from the tokens.

    Its accessible name is its label; the shortcut is painted as a small key and goes to the
    accessible description. A shortcut that is held down fires once.

    Connect `triggered`, not `clicked`: a slot that starts something calls `hold()` first, and
    further presses do nothing until `release()`. A held button keeps the focus, so that a second
    Enter can't land on its neighbour. The second press of a double click is swallowed: it would
    hit whatever the first one brought to the same place.

    Signals:
    - triggered(): pressed by pointer, key, shortcut or assistive technology, and not held.
    """

    triggered = Signal()
    look: ButtonLook = _SECONDARY
    quick = False  # True: fast presses one after another all count (steppers)

    def __init__(
        self,
        text: str,
        *,
        object_name: str,
        icon: Icon | None = None,
        shortcut: str = "",
        size: ButtonSize = ButtonSize.NORMAL,
        parent: QWidget | None = None,
    ) -> None:
        """Make a button; `shortcut` is a portable key sequence such as `Ctrl+P`."""
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setCheckable(False)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._icon = icon
        self._size = size
        self._description = ""
        self._held = False
        self._keys = QKeySequence(shortcut)
        self._shortcut: QShortcut | None = None
        if shortcut:
            self._shortcut = QShortcut(self._keys, self)
            self._shortcut.setAutoRepeat(False)
            self._shortcut.activated.connect(self.click)
        self.clicked.connect(self._on_clicked)
        self.set_label(text)

    def hold(self) -> None:
        """Ignore presses until `release`, without giving the focus away."""
        self._held = True
        self.update()

    def release(self) -> None:
        """Listen again."""
        self._held = False
        self.update()

    def is_held(self) -> bool:
        """Whether presses are ignored for now."""
        return self._held

    def _on_clicked(self) -> None:
        if not self._held:
            self.triggered.emit()

    def set_label(self, text: str) -> None:
        """Change what the button says and is called."""
        # A double ampersand keeps Qt from making a mnemonic of a brand such as "H&M".
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self._describe()
        self.updateGeometry()
        self.update()

    def label(self) -> str:
        """What the button says."""
        return self.accessibleName()

    def set_icon(self, icon: Icon | None) -> None:
        """Change the icon."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_description(self, text: str) -> None:
        """Say more to assistive technology (counts, reasons); the shortcut is added."""
        self._description = text
        self._describe()

    def key_hint(self) -> str:
        """The shortcut as people read it, in the till's language."""
        return key_text(self._keys)

    def _describe(self) -> None:
        hint = self.key_hint()
        parts = [self._description, kit_word("Shortcut: %1").replace("%1", hint) if hint else ""]
        self.setAccessibleDescription(". ".join(part for part in parts if part))

    def _text_role(self) -> TextRole:
        return TextRole.SUBTITLE if self._size is ButtonSize.LARGE else TextRole.STRONG

    def _widths(self) -> tuple[int, int, int]:
        """Widths of icon, label and key hint, each with the gap before it."""
        label = painting.text_width(self.label(), self._text_role())
        icon = (ICON_SIZE + (Space.S if label else 0)) if self._icon else 0
        hint = self.key_hint()
        keys = painting.text_width(hint, TextRole.CAPTION) + Space.M + Space.M if hint else 0
        return icon, label, keys

    def sizeHint(self) -> QSize:
        """Room for icon, label and key hint; never less than a touch target."""
        side = Space.XL if self._size is ButtonSize.LARGE else Space.L
        least = TOUCH_TARGET + 12 if self._size is ButtonSize.LARGE else TOUCH_TARGET
        height = max(least, painting.line_height(self._text_role()) + Space.XL)
        width = sum(self._widths()) + 2 * side
        return QSize(max(width, TOUCH_TARGET), height)

    def minimumSizeHint(self) -> QSize:
        """Labels are never cut: the hint is the minimum."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box, content and focus ring."""
        painter = QPainter(self)
        try:
            self._paint_box(painter)
            self._paint_content(painter)
            if self.hasFocus():
                painting.focus_ring(painter, QRectF(self.rect()), Radius.M)
        finally:
            painter.end()

    def _lively(self) -> bool:
        return self.isEnabled() and not self._held

    def _fill(self) -> Role | None:
        if not self._lively():
            return Role.DISABLED_FILL if self.look.fill else None
        if self.isDown():
            return self.look.pressed
        return self.look.hover if self.underMouse() else self.look.fill

    def _paint_box(self, painter: QPainter) -> None:
        fill, edge = self._fill(), self.look.border if self._lively() else None
        painting.rounded(
            painter,
            QRectF(self.rect()),
            Radius.M,
            color(fill) if fill else None,
            color(edge) if edge else None,
        )

    def _text_color(self) -> Role:
        return self.look.text if self._lively() else Role.DISABLED

    def _paint_content(self, painter: QPainter) -> None:
        icon, label, keys = self._widths()
        left = max(Space.S, (self.width() - icon - label - keys) // 2)
        if self._icon:
            box = QRect(left, (self.height() - ICON_SIZE) // 2, ICON_SIZE, ICON_SIZE)
            paint_icon(painter, box, self._icon, self._text_color())
        left += icon
        room = QRect(left, 0, min(label, self.width() - left - keys - Space.S) + 1, self.height())
        painting.draw_text(painter, room, self.label(), self._text_role(), self._text_color())
        if keys:
            self._paint_keys(painter, left + label + Space.M, keys - Space.M)

    def _paint_keys(self, painter: QPainter, left: int, width: int) -> None:
        height = painting.line_height(TextRole.CAPTION) + Space.XS
        box = QRect(left, (self.height() - height) // 2, width, height)
        enabled = self._lively()
        fill = color(self.look.hint_fill if enabled else Role.DISABLED_FILL)
        painting.rounded(painter, QRectF(box), Radius.S - 1, fill)
        role = self.look.hint_text if enabled else Role.DISABLED
        painting.draw_text(painter, box, self.key_hint(), TextRole.CAPTION, role, painting.CENTER)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the focused button as Space does, but not once more while held down."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.click()
            event.accept()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Swallow the second press of a double click, except where speed is wanted."""
        if self.quick:
            super().mouseDoubleClickEvent(event)
        else:
            event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.StyleChange}:
            self.updateGeometry()


class PrimaryButton(BaseButton):
    """The one main action of a screen; Enter presses it in a dialog."""

    look = _PRIMARY


class SecondaryButton(BaseButton):
    """An ordinary action."""

    look = _SECONDARY


class DangerButton(BaseButton):
    """An action that loses money or can't be taken back."""

    look = _DANGER


class QuietButton(BaseButton):
    """An action beside the point: text only until the pointer comes."""

    look = _QUIET


class IconButton(BaseButton):
    """A square button with an icon alone; its name is for assistive technology and tool tip."""

    look = ButtonLook(None, Role.HOVER, Role.SUNKEN, Role.MUTED, None, Role.SUNKEN, Role.MUTED)

    def set_label(self, text: str) -> None:
        """Change the name and the tool tip."""
        self.setAccessibleName(text)
        self.setToolTip(text)
        self._describe()

    def _widths(self) -> tuple[int, int, int]:
        return ICON_SIZE, 0, 0

    def sizeHint(self) -> QSize:
        """A square touch target."""
        return QSize(TOUCH_TARGET, TOUCH_TARGET)


class StepButton(SecondaryButton):
    """Plus or minus: fast taps all count, and the field keeps the focus."""

    quick = True

    def __init__(self, icon: Icon, *, object_name: str) -> None:
        """Make a button of one icon."""
        super().__init__("", object_name=object_name, icon=icon)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoRepeat(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_label(self, text: str) -> None:
        """Change the name; only the icon is shown."""
        self.setAccessibleName(text)
        self.setToolTip(text)

    def _widths(self) -> tuple[int, int, int]:
        return ICON_SIZE, 0, 0

    def sizeHint(self) -> QSize:
        """A square touch target."""
        return QSize(TOUCH_TARGET, TOUCH_TARGET)
