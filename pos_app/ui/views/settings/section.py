"""What every section of the Settings page is made of."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.domain.errors import PosError
from pos_app.ui.kit import Banner, BaseButton, Field, PageHeader
from pos_app.ui.texts.errors import error_sentence
from pos_app.ui.theme import Space, Tone
from pos_app.ui.views.front import Front
from pos_app.ui.views.settings.state import SettingsState


class Section(Front):
    """One topic: heading, fields, its own buttons; bad values are said at their field.

    Signals:
    - save_wanted(object): a `Draft` with what was changed.
    """

    save_wanted = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make an empty section called `name`."""
        super().__init__(parent)
        self.setObjectName(f"settings_{name}")
        self.name = name
        self.state: SettingsState | None = None
        self.header = PageHeader("", object_name=f"settings_{name}_header")
        self.header.title.setObjectName(f"settings_{name}_title")
        self.problem = Banner(object_name=f"settings_{name}_problem", tone=Tone.DANGER)
        self.problem.hide()
        self.body = QVBoxLayout()
        self.body.setSpacing(Space.M)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(Space.S)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        column.addWidget(self.header)
        column.addWidget(self.problem)
        column.addLayout(self.body)
        column.addLayout(self._buttons)
        column.addStretch(1)

    def add_buttons(self, *buttons: BaseButton) -> None:
        """Put buttons at the bottom left."""
        for button in buttons:
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)

    def fill(self, state: SettingsState) -> None:
        """Show the settings in force, dropping what was typed."""
        self.state = state
        self.problem.hide()

    def refresh(self, state: SettingsState) -> None:
        """Show what does not overwrite anything typed."""
        self.state = state

    def fields(self) -> Mapping[str, Field]:
        """Which field an error's key belongs to."""
        return {}

    def show_problem(self, error: PosError) -> None:
        """Say what could not be saved, at its field if it has one."""
        key = str(error.params.get("key") or error.code)
        field = self.fields().get(key)
        if field is not None:
            field.set_error(error_sentence(error))
            field.edit.setFocus()
            return
        self.problem.set_content(error_sentence(error))
        self.problem.show()

    def settle(self) -> None:
        """What was asked for has ended: listen to the buttons again."""
        for button in self.findChildren(BaseButton):
            button.release()

    def retranslate(self) -> None:
        """Put all words anew."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
