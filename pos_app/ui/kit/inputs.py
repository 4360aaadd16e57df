"""Other ways to put something in: counting up and down, ticking, choosing from a list."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from pos_app.ui.kit import painting
from pos_app.ui.kit.buttons import StepButton
from pos_app.ui.kit.words import kit_word
from pos_app.ui.theme import (
    ICON_SIZE,
    TOUCH_TARGET,
    Icon,
    Radius,
    Role,
    Space,
    TextRole,
    color,
    paint_icon,
)

_BOX: Final = 22


class Stepper(QWidget):
    """A spin box between a minus and a plus button, each a touch target.

    Signals:
    - value_changed(int): the number.
    """

    value_changed = Signal(int)

    def __init__(
        self,
        name: str,
        *,
        object_name: str,
        minimum: int = 1,
        maximum: int = 99,
        parent: QWidget | None = None,
    ) -> None:
        """Make a stepper whose spin box is called `name`."""
        super().__init__(parent)
        self.setObjectName(f"{object_name}-stepper")
        self.spin = QSpinBox()
        self.spin.setObjectName(object_name)
        self.spin.setAccessibleName(name)
        self.spin.setRange(minimum, maximum)
        self.spin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.spin.setMinimumWidth(72)
        self._less = StepButton(Icon.MINUS, object_name=f"{object_name}-less")
        self._more = StepButton(Icon.PLUS, object_name=f"{object_name}-more")
        self._less.triggered.connect(self.spin.stepDown)
        self._more.triggered.connect(self.spin.stepUp)
        self.spin.valueChanged.connect(self._on_value_changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        for part in (self._less, self.spin, self._more):
            row.addWidget(part)
        row.addStretch(1)
        self.setFocusProxy(self.spin)
        self._retranslate()
        self._on_value_changed(self.spin.value())

    def value(self) -> int:
        """The number."""
        return self.spin.value()

    def set_value(self, value: int) -> None:
        """Set the number."""
        self.spin.setValue(value)

    def set_name(self, name: str) -> None:
        """Change the accessible name of the spin box, and with it those of its buttons."""
        self.spin.setAccessibleName(name)
        self._retranslate()

    def _on_value_changed(self, value: int) -> None:
        self._less.setEnabled(value > self.spin.minimum())
        self._more.setEnabled(value < self.spin.maximum())
        self.value_changed.emit(value)

    def _retranslate(self) -> None:
        # A page may hold several steppers: the buttons say whose they are.
        name = self.spin.accessibleName()
        for button, word in ((self._less, "One less"), (self._more, "One more")):
            button.set_label(f"{name}: {kit_word(word)}" if name else kit_word(word))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


class CheckBox(QCheckBox):
    """A tick box with a touch-sized row, painted from the tokens."""

    def __init__(self, text: str, *, object_name: str, parent: QWidget | None = None) -> None:
        """Make an empty tick box."""
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_label(text)

    def set_label(self, text: str) -> None:
        """Change what it says and is called."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Box, words and air."""
        words = painting.text_width(self.accessibleName(), TextRole.BODY)
        height = max(TOUCH_TARGET, painting.line_height(TextRole.BODY) + Space.M)
        return QSize(_BOX + Space.M + words + Space.L, height)

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002 - Qt's signature
        """The whole row is the target."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box, tick, words and focus ring."""
        painter = QPainter(self)
        try:
            box = QRect(Space.XS, (self.height() - _BOX) // 2, _BOX, _BOX)
            live = self.isEnabled()
            if self.isChecked():
                fill = color(Role.ACCENT if live else Role.DISABLED)
                painting.rounded(painter, QRectF(box), Radius.S, fill)
                paint_icon(painter, box.adjusted(3, 3, -3, -3), Icon.CHECK, Role.ON_ACCENT)
            else:
                edge = color(Role.FIELD_BORDER if live else Role.BORDER)
                painting.rounded(painter, QRectF(box), Radius.S, color(Role.RAISED), edge, 1.5)
            words = self.rect().adjusted(Space.XS + _BOX + Space.S, 0, 0, 0)
            role = Role.TEXT if live else Role.DISABLED
            painting.draw_text(painter, words, self.accessibleName(), TextRole.BODY, role)
            if self.hasFocus():
                painting.focus_ring(painter, QRectF(self.rect()), Radius.S)
        finally:
            painter.end()


class SelectField(QComboBox):
    """A drop-down list with the kit's own arrow. Outside, its name is its current value."""

    def __init__(self, *, object_name: str, parent: QWidget | None = None) -> None:
        """Make an empty list; fill it with `addItem(words, key)`."""
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow over Qt's box."""
        super().paintEvent(event)
        painter = QPainter(self)
        try:
            top = (self.height() - ICON_SIZE) // 2
            place = QRect(self.width() - ICON_SIZE - Space.M, top, ICON_SIZE, ICON_SIZE)
            role = Role.MUTED if self.isEnabled() else Role.DISABLED
            paint_icon(painter, place, Icon.CHEVRON_DOWN, role)
        finally:
            painter.end()
