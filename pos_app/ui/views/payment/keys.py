"""Enter and Esc on a page: shown on their buttons, without taking the keys from anybody."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from pos_app.ui.kit import BaseButton, PrimaryButton, QuietButton, key_text


class EnterButton(PrimaryButton):
    """The button that Enter presses on a page, unless another button has the focus."""

    def key_hint(self) -> str:
        """Enter, as it is printed on the keyboard."""
        return key_text(QKeySequence("Return"))


class EscButton(QuietButton):
    """The button of one step back: the page presses it when Esc comes to it."""

    def key_hint(self) -> str:
        """Esc, as it is printed on the keyboard."""
        return key_text(QKeySequence("Escape"))


def press_by_enter(event: QKeyEvent, page: QWidget, main: BaseButton | None) -> bool:
    """Let Enter press the button with the focus, or else the main one; whether it did."""
    if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or event.isAutoRepeat():
        return False
    focused = page.focusWidget()
    button = focused if isinstance(focused, BaseButton) and focused.hasFocus() else main
    if button is None or not button.isEnabled():
        return False
    button.click()
    return True
