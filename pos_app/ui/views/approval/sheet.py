"""The sheet on which a manager approves over the cashier's shoulder."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from pos_app.domain.people import Approval, Permission
from pos_app.ui.kit import DialogSheet, PrimaryButton, SecondaryButton
from pos_app.ui.theme import Icon
from pos_app.ui.translation import QT_TRANSLATE_NOOP
from pos_app.ui.views.lock.sign_in_form import SignInForm, SignInState

_WHAT: Final = {
    Permission.INVALIDATE: QT_TRANSLATE_NOOP("ApprovalSheet", "To invalidate a card."),
    Permission.SHOW_CODE: QT_TRANSLATE_NOOP("ApprovalSheet", "To show the code of a card."),
    Permission.PRINT_COPY: QT_TRANSLATE_NOOP("ApprovalSheet", "To print a copy of a slip."),
    Permission.CLOSE_CASE: QT_TRANSLATE_NOOP("ApprovalSheet", "To close an open case."),
    Permission.CHANGE_SETTINGS: QT_TRANSLATE_NOOP("ApprovalSheet", "To change the settings."),
    Permission.EXCEED_LIMIT: QT_TRANSLATE_NOOP(
        "ApprovalSheet", "To sell above the owner's limit."
    ),
    Permission.EARLY_EMAIL_REFUND: QT_TRANSLATE_NOOP(
        "ApprovalSheet", "To refund before the provider has taken the e-mail card back."
    ),
}


class ApprovalSheet(DialogSheet[Approval]):
    """Managers, their PIN, and what they approve.

    Signals:
    - approve_wanted(int, str): manager and PIN.
    """

    approve_wanted = Signal(int, str)

    def __init__(self, permission: Permission, parent: QWidget) -> None:
        """Ask for one permission."""
        super().__init__("", object_name="approval_sheet", width=600, parent=parent)
        self.set_texts(self.tr("A manager approves"), self.tr(_WHAT[permission]))
        approve = PrimaryButton("", object_name="approve", icon=Icon.SHIELD_CHECK)
        self.form = SignInForm(
            list_object="managers", pin_object="manager_pin", button=approve, parent=self
        )
        self.form.set_words(self.tr("Managers"), self.tr("Manager PIN"), self.tr("Approve"))
        self.form.submitted.connect(self.approve_wanted)
        self.body.addWidget(self.form)
        cancel = SecondaryButton(self.tr("Cancel"), object_name="cancel_approval")
        cancel.triggered.connect(self.reject)
        # The smallest screen, 960x540, has just room for the keypad.
        self.form.put_left(approve, cancel)

    def show_state(self, state: SignInState) -> None:
        """Draw a state."""
        self.form.show_state(state)

    def showEvent(self, event: QShowEvent) -> None:
        """Wait for the PIN."""
        super().showEvent(event)
        self.form.focus_pin()
