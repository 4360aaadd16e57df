"""Digits for a finger."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QWidget

from pos_app.ui.kit.buttons import BaseButton, ButtonSize, SecondaryButton, StepButton
from pos_app.ui.kit.words import kit_word
from pos_app.ui.theme import TOUCH_TARGET, Icon, Space, TextRole, font


class _Key(SecondaryButton):
    """One key of the keypad: fast, large, never takes the focus."""

    quick = True

    def __init__(self, text: str, *, object_name: str) -> None:
        super().__init__(text, object_name=object_name, size=ButtonSize.LARGE)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFont(font(TextRole.TITLE))


class Keypad(QWidget):
    """Digits for a finger: types into a line edit, which keeps the focus.

    `extra` is one more key, such as the decimal sign of the language. Enter is the screen's own
    button below it.
    """

    def __init__(
        self,
        target: QLineEdit,
        *,
        object_name: str = "keypad",
        extra: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make a keypad that types into `target`."""
        super().__init__(parent)
        self.setObjectName(object_name)
        self._target = target
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(Space.S)
        for place, digit in enumerate("123456789"):
            self._add(grid, digit, place // 3, place % 3)
        if extra:
            self._extra = self._add(grid, extra, 3, 0)
        self._add(grid, "0", 3, 1)
        self._delete = _BackKey(object_name=f"{object_name}-delete")
        self._delete.triggered.connect(self._on_delete)
        grid.addWidget(self._delete, 3, 2)
        self._retranslate()

    def _add(self, grid: QGridLayout, words: str, row: int, column: int) -> BaseButton:
        key = _Key(words, object_name=f"{self.objectName()}-{words}")
        key.triggered.connect(self._on_key)
        grid.addWidget(key, row, column)
        return key

    def _on_key(self) -> None:
        key = self.sender()
        if isinstance(key, BaseButton):
            self._target.setFocus(Qt.FocusReason.OtherFocusReason)
            self._target.insert(key.label())

    def _on_delete(self) -> None:
        self._target.backspace()

    def _retranslate(self) -> None:
        self._delete.set_label(kit_word("Delete digit"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


class _BackKey(StepButton):
    """The key that takes the last digit back."""

    def __init__(self, *, object_name: str) -> None:
        super().__init__(Icon.DELETE, object_name=object_name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As large as a digit."""
        return QSize(TOUCH_TARGET + 12, TOUCH_TARGET + 12)
