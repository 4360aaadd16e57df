"""The dialogs that actions on lines need: a reason, and how a case ended."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pos_app.domain.decisions import may_close
from pos_app.domain.sale import Closing, Line, MoneyState
from pos_app.ui.kit import (
    Banner,
    DangerButton,
    DialogSheet,
    Field,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    SegmentedChoice,
)
from pos_app.ui.shell_port import ShellPort
from pos_app.ui.texts.cases import closing_words
from pos_app.ui.texts.products import show
from pos_app.ui.theme import Icon, Role, TextRole, Tone
from pos_app.ui.translation import translate


def closings_of(line: Line) -> tuple[Closing, ...]:
    """The ways a manager may end this case now."""
    allowed = [how for how in Closing if may_close(line, how)]
    if line.money is not MoneyState.REFUNDED:
        # A loss would leave the customer's money open.
        allowed = [how for how in allowed if how is not Closing.LOSS]
    return tuple(allowed)


class ReasonDialog(DialogSheet[str]):
    """`Invalidate`: why a card is to be made worthless."""

    def __init__(self, line: Line, parent: QWidget | None = None) -> None:
        """Ask about one line."""
        words = translate("cases", "%1, %2: the provider makes this card worthless.")
        words = words.replace("%1", line.product.brand).replace("%2", show(line.face_value))
        title = translate("cases", "Invalidate this card?")
        super().__init__(title, words, object_name="invalidate_dialog", parent=parent)
        handed = line.handed_over is not None
        text = (
            translate(
                "cases",
                "The customer has this card. Take the slip back first. The refund falls due only "
                "when the provider has confirmed.",
            )
            if handed
            else translate(
                "cases",
                "Keep the slip here. The refund falls due at once.",
            )
        )
        tone = Tone.WARNING if handed else Tone.INFO
        self.body.addWidget(Banner(text, object_name="invalidate_advice", tone=tone))
        self.reason = Field(translate("cases", "Reason"), object_name="reason")
        self.body.addWidget(self.reason)
        cancel = QuietButton(translate("cases", "Cancel"), object_name="cancel_invalidation")
        cancel.triggered.connect(self.reject)
        confirm = DangerButton(
            translate("cases", "Confirm invalidation"),
            object_name="confirm_invalidation",
            icon=Icon.BAN,
        )
        confirm.triggered.connect(self._on_confirm)
        self.add_button(cancel)
        self.add_button(confirm, default=True)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_confirm(self) -> None:
        reason = self.reason.text().strip()
        if reason:
            self.answer(reason)
        else:
            self.reason.set_error(translate("cases", "Write why, in a few words."))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)


class ClosingDialog(DialogSheet[tuple[Closing, str]]):
    """`Close case`: what the provider said, or that the shop bears it."""

    def __init__(self, line: Line, parent: QWidget | None = None) -> None:
        """Ask about one line."""
        super().__init__(
            translate("cases", "Close this case?"),
            translate("cases", "Only with what the provider has told you. It can't be undone."),
            object_name="close_dialog",
            width=560,
            parent=parent,
        )
        self._how = closings_of(line)
        self.choice = SegmentedChoice(
            translate("cases", "How it ended"), object_name="closing_choice"
        )
        self.choice.set_options([(how.value, closing_words(how)[0]) for how in self._how])
        self.choice.chosen.connect(self._on_chosen)
        self._follows = PlainLabel("", TextRole.BODY, Role.MUTED, wrap=True)
        self.reason = Field(translate("cases", "Reason"), object_name="reason")
        for part in (self.choice, self._follows, self.reason):
            self.body.addWidget(part)
        cancel = QuietButton(translate("cases", "Cancel"), object_name="cancel_closing")
        cancel.triggered.connect(self.reject)
        confirm = PrimaryButton(
            translate("cases", "Confirm closing"), object_name="confirm_closing", icon=Icon.CHECK
        )
        confirm.triggered.connect(self._on_confirm)
        self.add_button(cancel)
        self.add_button(confirm, default=True)
        self._show_consequence()

    def _on_chosen(self, _key: str) -> None:
        self._show_consequence()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_consequence(self) -> None:
        key = self.choice.current()
        if key:
            self._follows.setText(closing_words(Closing(key))[1])
        elif self._how:
            self._follows.setText(translate("cases", "Choose how it ended."))
        else:
            self._follows.setText(
                translate("cases", "Give the money back first: press Refund paid.")
            )

    def _on_confirm(self) -> None:
        key, reason = self.choice.current(), self.reason.text().strip()
        if not key:
            self._follows.set_role(Role.DANGER)
        elif not reason:
            self.reason.set_error(translate("cases", "Write what the provider said, and who."))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.answer((Closing(key), reason))


class PageSheets:
    """Opens these dialogs over the window."""

    def __init__(self, shell: ShellPort, page: QWidget) -> None:
        """Open them over the window of `page`."""
        self._shell, self._page = shell, page

    async def ask_reason(self, line: Line) -> str | None:
        """Why a card is to be made worthless, or None."""
        return await self._shell.open_sheet(ReasonDialog(line, self._page))

    async def ask_closing(self, line: Line) -> tuple[Closing, str] | None:
        """How a case ended and why, or None."""
        return await self._shell.open_sheet(ClosingDialog(line, self._page))
