"""A choice among a few: plain buttons side by side, the current one filled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.ui.kit.buttons import BaseButton, ButtonLook
from pos_app.ui.kit.flow import FlowBox
from pos_app.ui.kit.words import kit_word
from pos_app.ui.theme import Icon, Role

_STEPS: Final[dict[int, int]] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
_IDLE: Final = ButtonLook(
    Role.RAISED, Role.HOVER, Role.SUNKEN, Role.TEXT, Role.FIELD_BORDER, Role.SUNKEN, Role.MUTED
)
_CURRENT: Final = ButtonLook(
    Role.SELECTED,
    Role.SELECTED,
    Role.SELECTED,
    Role.ACCENT_TEXT,
    Role.ACCENT_TEXT,
    Role.RAISED,
    Role.ACCENT_TEXT,
)


class ChoiceButton(BaseButton):
    """One option. `current` is a property; the button itself is never checkable."""

    quick = True

    def __init__(
        self,
        text: str,
        *,
        object_name: str,
        icon: Icon | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make an option that is not the current one."""
        super().__init__(text, object_name=object_name, icon=icon, parent=parent)
        self.setProperty("current", False)  # noqa: FBT003 - Qt's call
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_current(self, current: bool) -> None:  # noqa: FBT001 - a state, as in Qt
        """Mark as the chosen one, also for assistive technology."""
        self.setProperty("current", current)
        self.set_description(kit_word("Chosen") if current else "")
        self.look = _CURRENT if current else _IDLE
        self.update()

    def is_current(self) -> bool:
        """Whether it is the chosen one."""
        return bool(self.property("current"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave arrow keys to the group: Qt would walk on to whatever comes after it."""
        if event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.set_current(self.is_current())


class SegmentedChoice(FlowBox):
    """Options as plain buttons that wrap onto the next line; arrow keys go along.

    Signals:
    - chosen(str): a person pressed an option; its key, also when it was the current one.
    """

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        *,
        object_name: str,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty group called `name`."""
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setAccessibleName(name)
        self._buttons: dict[str, ChoiceButton] = {}

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Show other options, each a stable key and its words; none is current."""
        for button in self._buttons.values():
            self.flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for key, words in options:
            # A dot would part the name for whoever finds a control by the last part of its id.
            name = f"{self.objectName()}-{key.replace('.', '_')}"
            button = ChoiceButton(words, object_name=name, parent=self)
            button.triggered.connect(self._on_triggered)
            self.flow.addWidget(button)
            button.show()
            self._buttons[key] = button
        self.updateGeometry()

    def set_words(self, name: str, words: Sequence[tuple[str, str]]) -> None:
        """Rename group and options after a change of language."""
        self.setAccessibleName(name)
        for key, text in words:
            self._buttons[key].set_label(text)

    def set_current(self, key: str) -> None:
        """Mark an option as chosen; an unknown key marks none."""
        for each, button in self._buttons.items():
            button.set_current(each == key)

    def current(self) -> str:
        """The key of the chosen option, or an empty text."""
        return next((key for key, each in self._buttons.items() if each.is_current()), "")

    def button(self, key: str) -> ChoiceButton:
        """The button of an option.

        May raise:
        - KeyError: no such option.
        """
        return self._buttons[key]

    def _on_triggered(self) -> None:
        pressed = self.sender()
        for key, button in self._buttons.items():
            if button is pressed:
                self.set_current(key)
                self.chosen.emit(key)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the focus along by the arrow keys."""
        step = _STEPS.get(event.key())
        buttons = list(self._buttons.values())
        focused = [place for place, each in enumerate(buttons) if each.hasFocus()]
        if step is None or not focused:
            super().keyPressEvent(event)
            return
        buttons[(focused[0] + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
