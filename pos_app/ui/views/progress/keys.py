"""A button that becomes the main one when its step has come."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from pos_app.ui.kit import ButtonSize, PrimaryButton, SecondaryButton, key_text
from pos_app.ui.theme import Icon


class MainButton(SecondaryButton):
    """Keeps its place and its name; only its look and Enter move to the next step."""

    def __init__(
        self,
        text: str,
        *,
        object_name: str,
        icon: Icon | None = None,
        shortcut: str = "",
        size: ButtonSize = ButtonSize.NORMAL,
        by_enter: bool = True,
    ) -> None:
        """Make an ordinary button; `by_enter` says whether the page lets Enter press it."""
        self._main, self._by_enter = False, by_enter
        super().__init__(text, object_name=object_name, icon=icon, shortcut=shortcut, size=size)

    def set_main(self, *, main: bool) -> None:
        """Look like the main action, and answer to Enter on the page."""
        if main == self._main:
            return
        self._main = main
        self.look = PrimaryButton.look if main else SecondaryButton.look
        self.set_description("")
        self.updateGeometry()
        self.update()

    def is_main(self) -> bool:
        """Whether Enter presses it."""
        return self._main

    def key_hint(self) -> str:
        """Enter while it is the main one, else its own key."""
        if self._main and self._by_enter:
            return key_text(QKeySequence("Return"))
        return super().key_hint()
