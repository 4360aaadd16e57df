"""The sheet for a person's name, role and PIN."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pos_app.domain.errors import PosError
from pos_app.domain.people import Role
from pos_app.ui.kit import (
    DialogSheet,
    Field,
    PinField,
    PrimaryButton,
    SecondaryButton,
    SegmentedChoice,
)
from pos_app.ui.texts.errors import error_sentence
from pos_app.ui.theme import Icon

PIN_LEAST = 4


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """What was entered; parts that the sheet does not ask for are empty."""

    name: str = ""
    role: Role = Role.CASHIER
    pin: str = field(default="", repr=False)


class PersonSheet(DialogSheet[PersonDraft]):
    """Asks for a name, a role, a PIN or several of them; stays open while something is wrong.

    Signals:
    - save_wanted(object): a `PersonDraft` that looks usable.
    """

    save_wanted = Signal(object)

    def __init__(
        self, title: str, parent: QWidget, *, name: str | None, role: bool, pin: bool
    ) -> None:
        """Ask for a name where `name` is given (its first text), a role, a PIN."""
        super().__init__("", object_name="person_sheet", width=440, parent=parent)
        self.set_texts(title, self.tr("A PIN has 4 to 12 digits.") if pin else "")
        self._name = (
            Field(self.tr("Name"), object_name="person_name") if name is not None else None
        )
        self._role = SegmentedChoice(self.tr("Role"), object_name="person_role") if role else None
        self._pin = PinField(self.tr("New PIN"), object_name="new_pin") if pin else None
        self._again = PinField(self.tr("Repeat PIN"), object_name="repeat_pin") if pin else None
        if self._name is not None:
            self._name.set_text(name or "")
            self.body.addWidget(self._name)
        if self._role is not None:
            self._role.set_options(
                [
                    (Role.CASHIER.value, self.tr("Cashier")),
                    (Role.MANAGER.value, self.tr("Manager")),
                ]
            )
            self._role.set_current(Role.CASHIER.value)
            self.body.addWidget(self._role)
        for each in (self._pin, self._again):
            if each is not None:
                self.body.addWidget(each)
        cancel = SecondaryButton(self.tr("Cancel"), object_name="cancel_person")
        cancel.triggered.connect(self.reject)
        self._save = PrimaryButton(self.tr("Save"), object_name="save_person", icon=Icon.SAVE)
        self._save.triggered.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self._save, default=True)

    def show_problem(self, error: PosError) -> None:
        """Say what could not be saved."""
        self._save.release()
        target = self._pin if error.code == "bad_pin" else self._name
        target = target or self._pin or self._name
        if target is not None:
            target.set_error(error_sentence(error))
            target.edit.setFocus()

    def _on_save(self) -> None:
        draft = PersonDraft(
            name=self._name.text().strip() if self._name is not None else "",
            role=Role(self._role.current()) if self._role is not None else Role.CASHIER,
            pin=self._pin.text() if self._pin is not None else "",
        )
        if self._looks_usable(draft):
            self._save.hold()
            self.save_wanted.emit(draft)

    def _looks_usable(self, draft: PersonDraft) -> bool:
        if self._name is not None and not draft.name:
            self._name.set_error(self.tr("Enter a name."))
            return False
        if self._pin is not None and len(draft.pin) < PIN_LEAST:
            self._pin.set_error(self.tr("A PIN has 4 to 12 digits."))
            return False
        if self._again is not None and self._again.text() != draft.pin:
            self._again.set_error(self.tr("The two PINs differ."))
            return False
        return True
