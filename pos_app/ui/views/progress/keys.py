"""A button that becomes the main one when its step has come."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from pos_app.ui.kit import PrimaryButton, SecondaryButton, key_text


class MainButton(SecondaryButton):
    """Keeps its place and its name; only its look and Enter move to the next step."""

    _main = False

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
        return key_text(QKeySequence("Return")) if self._main else super().key_hint()
