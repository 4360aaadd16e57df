"""The payment page: what the customer pays at the main till, large enough to be seen as wrong."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.domain.barcodes import code128
from pos_app.domain.money import Language
from pos_app.domain.product import DeliveryMethod
from pos_app.ui.kit import (
    Banner,
    BarcodeView,
    ButtonSize,
    Card,
    PlainLabel,
    SecondaryButton,
    SegmentedChoice,
)
from pos_app.ui.presenters.payment import PaymentState
from pos_app.ui.presenters.sell_parts import Group
from pos_app.ui.texts.products import method_word, show
from pos_app.ui.theme import Icon, Role, Space, TextRole, Tone
from pos_app.ui.views.payment.keys import EnterButton, EscButton, press_by_enter
from pos_app.ui.views.sell.scroll import ColumnScroll

# A wrong brand may not be reversible: as large as the groups leave room for.
_VERY_FEW, _FEW = 2, 4


class PaymentView(QWidget):
    """Shows one offer.

    Signals:
    - language_chosen(str): the language of this sale's slips.
    - print_wanted(), confirm_wanted(), back_wanted(): its three buttons.
    """

    language_chosen = Signal(str)
    print_wanted = Signal()
    confirm_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty page."""
        super().__init__(parent)
        self.setObjectName("payment")
        self._state: PaymentState | None = None
        self._shown: tuple[Group, ...] = ()
        self._title = PlainLabel("", TextRole.HEADING)
        self._sentence = PlainLabel("", TextRole.BODY, Role.MUTED, wrap=True)
        self._warning = Banner(object_name="balance_warning")
        self._groups = QVBoxLayout()
        self._groups.setSpacing(Space.XL)
        self._sum = PlainLabel("", TextRole.LABEL, Role.MUTED)
        self._total = PlainLabel("", TextRole.AMOUNT, object_name="payment_total")
        self._number = PlainLabel("", TextRole.CODE, Role.MUTED, object_name="payment_sale")
        self._bars = BarcodeView(object_name="payment_barcode", module=2)
        self._language_words = PlainLabel("", TextRole.LABEL, Role.MUTED)
        self._language = SegmentedChoice("", object_name="slip_language")
        # A language is always written in itself: whoever needs it can read it.
        self._language.set_options(
            [(Language.EN.value, "English"), (Language.DE.value, "Deutsch")]
        )
        self._language.chosen.connect(self._on_language)
        self._print = SecondaryButton(
            "", object_name="print_payment_slip", icon=Icon.PRINTER, shortcut="F8"
        )
        self._back = EscButton("", object_name="back_to_cart", icon=Icon.ARROW_LEFT)
        self.confirm = EnterButton(
            "", object_name="confirm_payment", icon=Icon.CHECK, size=ButtonSize.LARGE
        )
        self._print.triggered.connect(self.print_wanted)
        self._back.triggered.connect(self.back_wanted)
        self.confirm.triggered.connect(self.confirm_wanted)
        self._lay_out()
        self._retranslate()

    def _lay_out(self) -> None:
        left = Card(padding=Space.XL)
        content = QWidget()
        content.setLayout(self._groups)
        self._groups.setContentsMargins(0, 0, 0, 0)
        left.body.addWidget(ColumnScroll(content), 1)
        right = Card(padding=Space.XL)
        right.setFixedWidth(380)
        right.body.setSpacing(Space.S)
        middle = Qt.AlignmentFlag.AlignHCenter
        told = QWidget()
        details = QVBoxLayout(told)
        details.setContentsMargins(0, 0, 0, 0)
        details.setSpacing(Space.S)
        details.addStretch(1)
        for part in (self._sum, self._total, self._bars, self._number, self._print):
            details.addWidget(part, 0, middle)
        details.addStretch(2)
        right.body.addWidget(ColumnScroll(told), 1)
        spoken = QHBoxLayout()
        spoken.setSpacing(Space.S)
        spoken.addWidget(self._language_words)
        spoken.addWidget(self._language, 1)
        right.body.addLayout(spoken)
        right.body.addSpacing(Space.S)
        right.body.addWidget(self.confirm)
        columns = QHBoxLayout()
        columns.setSpacing(Space.L)
        columns.addWidget(left, 1)
        columns.addWidget(right)
        head = QHBoxLayout()
        head.setSpacing(Space.L)
        head.addWidget(self._title, 1)
        head.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addWidget(self._sentence)
        column.addWidget(self._warning)
        column.addLayout(columns, 1)

    # --- what is shown -------------------------------------------------------------------------

    def show_state(self, state: PaymentState) -> None:
        """Show an offer."""
        self._state = state
        if state.groups != self._shown:
            self._show_groups(state.groups)
        self._sum.setText(self.tr("%n card(s), to pay at the main till", "", state.cards))
        self._total.setText(show(state.total))
        self._number.setText(state.sale)
        self._bars.set_modules(_modules(state.barcode), self.tr("Barcode for the main till"))
        self._language.set_current(state.slip_language.value)
        self._language.setEnabled(not state.confirming)
        self._show_warning(state)
        for button, held in (
            (self.confirm, state.confirming),
            (self._back, state.confirming),
            (self._print, state.printing or state.confirming),
        ):
            if held:
                button.hold()
            else:
                button.release()

    def _show_groups(self, groups: tuple[Group, ...]) -> None:
        self._shown = groups
        while (item := self._groups.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        size = TextRole.HEADING if len(groups) <= _FEW else TextRole.TITLE
        if len(groups) <= _VERY_FEW:
            size = TextRole.DISPLAY
        for place, group in enumerate(groups):
            self._groups.addWidget(self._entry(group, place, size))
        self._groups.addStretch(1)

    def _entry(self, group: Group, place: int, size: TextRole) -> QWidget:
        entry = QWidget()
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XXS)
        words = f"{group.quantity} x {group.brand}, {show(group.total)}"
        column.addWidget(PlainLabel(words, size, object_name=f"payment_group_{place}", wrap=True))
        each = self.tr("%1 each").replace("%1", show(group.amount)) if group.quantity > 1 else ""
        parts = (group.name, method_word(DeliveryMethod(group.method)), each)
        detail = " · ".join(part for part in parts if part)
        column.addWidget(PlainLabel(detail, TextRole.BODY, Role.MUTED, wrap=True))
        return entry

    def _show_warning(self, state: PaymentState) -> None:
        if state.covered is True:
            self._warning.hide()
            return
        if state.covered is False and state.available is not None:
            text = self.tr(
                "The provider balance is only %1. Cards may fail, and their money goes back."
            ).replace("%1", show(state.available))
            self._warning.set_content(text, tone=Tone.DANGER)
        else:
            text = self.tr(
                "The provider balance is not known now. If it is too low, cards fail and their "
                "money goes back."
            )
            self._warning.set_content(text, tone=Tone.WARNING)
        self._warning.show()

    def _on_language(self, spoken: str) -> None:
        self.language_chosen.emit(spoken)
        # Enter goes on to mean the payment.
        self.focus_first()

    def focus_first(self) -> None:
        """Enter confirms."""
        self.confirm.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter confirms, unless another button has the focus."""
        if not press_by_enter(event, self, self.confirm):
            super().keyPressEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Payment"))
        self._sentence.setText(
            self.tr(
                "The customer pays at the main till. Check brand, amount and number with them, "
                "then confirm once the money is there."
            )
        )
        self._language_words.setText(self.tr("Slips in"))
        self._language.setAccessibleName(self.tr("Slip language"))
        self._print.set_label(self.tr("Print payment slip"))
        self._back.set_label(self.tr("Back to cart"))
        self.confirm.set_label(self.tr("Confirm payment"))
        self._shown = ()
        if self._state is not None:
            self.show_state(self._state)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _modules(value: str) -> list[list[bool]]:
    bars = code128(value)
    if bars is None:
        return []
    row = [place % 2 == 0 for place, run in enumerate(bars.runs) for _ in range(run)]
    return [row]
