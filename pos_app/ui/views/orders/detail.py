"""One order: its state, its facts, its buttons, and everything that happened to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from pos_app.domain.card import mask_email
from pos_app.domain.cases import LineAction
from pos_app.domain.journal import JournalRecord
from pos_app.domain.sale import Line
from pos_app.ui.formats import date_text, moment_text
from pos_app.ui.kit import (
    Event,
    FlowBox,
    Pair,
    PlainLabel,
    SecondaryButton,
    Timeline,
)
from pos_app.ui.presenters.orders import BUTTONS, OrderDetail
from pos_app.ui.texts.journal import (
    action_details,
    action_look,
    action_sentence,
    doer,
)
from pos_app.ui.texts.products import method_word
from pos_app.ui.theme import Icon, Role, TextRole
from pos_app.ui.views.line_detail import LineDetail
from pos_app.ui.views.orders.code import CodeReveal
from pos_app.ui.views.papers.buttons import PaperButtons

_ICONS = {
    LineAction.PRINT_COPY: ("print_copy", Icon.PRINTER),
    LineAction.SHOW_CODE: ("show_code", Icon.EYE),
    LineAction.REFRESH: ("refresh_order", Icon.REFRESH_CW),
    LineAction.INVALIDATE: ("invalidate", Icon.BAN),
}


class OrderDetailView(LineDetail):
    """Shows the selected order.

    Signals:
    - acted(object): the `LineAction` of a button, but for `Show code`.
    - code_pressed(), code_released(): `Show code` is held down, and let go.
    """

    acted = Signal(object)
    code_pressed = Signal()
    code_released = Signal()

    def __init__(
        self, local: Callable[[datetime], datetime], parent: QWidget | None = None
    ) -> None:
        """Show nothing yet; `local` turns UTC into the shop's time."""
        papers = PaperButtons("order", shows_voucher=True)
        super().__init__("order", Icon.RECEIPT_TEXT, papers, parent)
        self._local = local
        self._detail: OrderDetail | None = None
        self.code = CodeReveal()
        self._heading = PlainLabel("", TextRole.LABEL, Role.MUTED)
        self._timeline = Timeline(object_name="order_timeline")
        self._buttons = {
            action: SecondaryButton("", object_name=name, icon=icon)
            for action, (name, icon) in _ICONS.items()
        }
        for action, button in self._buttons.items():
            if action is LineAction.SHOW_CODE:
                button.pressed.connect(self.code_pressed)
                button.released.connect(self.code_released)
            else:
                button.triggered.connect(self._on_button)
        self._lay_out()
        self._retranslate()

    def _lay_out(self) -> None:
        actions = FlowBox()
        for action in BUTTONS:
            actions.flow.addWidget(self._buttons[action])
        column = self.column
        column.addWidget(self.code)
        column.addWidget(actions)
        column.addWidget(self._papers)
        column.addWidget(self._facts)
        column.addWidget(self._heading)
        column.addWidget(self._timeline)
        column.addStretch(1)

    # --- what is shown -------------------------------------------------------------------------

    def show_detail(self, detail: OrderDetail | None) -> None:
        """Show an order, or that none is chosen."""
        self._detail = detail
        self.show_line(detail.line if detail is not None else None)
        if detail is None:
            self.code.conceal()
            return
        line = detail.line
        self.code.set_hint(line.card_hint if LineAction.SHOW_CODE in detail.enabled else None)
        for action, button in self._buttons.items():
            button.setEnabled(action in detail.enabled)
        self._papers.show_papers(detail.papers, detail.printing)
        self._facts.set_pairs(self._pairs(line))
        self._timeline.set_events([self._event(record) for record in reversed(detail.records)])

    def _pairs(self, line: Line) -> list[Pair]:
        address = line.delivery.address
        how = method_word(line.delivery.method)
        pairs = [
            Pair(self.tr("Line"), line.id, key="line"),
            Pair(self.tr("Product"), line.product.name, key="product"),
            Pair(
                self.tr("Delivery"),
                f"{how}, {mask_email(address)}" if address else how,
                key="delivery",
            ),
            Pair(self.tr("Paid"), moment_text(self._local(line.created_at)), key="paid"),
            Pair(self.tr("Order"), line.order_id or "–", code=bool(line.order_id), key="order"),
            Pair(self.tr("Key"), line.request.key, code=True, key="key"),
        ]
        if line.replaces:
            pairs.append(Pair(self.tr("Replaces"), line.replaces, key="replaces"))
        if line.refund is not None and line.refund.settled_by:
            pairs.append(Pair(self.tr("Replaced by"), line.refund.settled_by, key="replaced_by"))
        if line.refund is not None and line.refund.receipt_number:
            receipt = line.refund.receipt_number
            pairs.append(Pair(self.tr("Refund receipt"), receipt, key="receipt"))
        return pairs

    def _event(self, record: JournalRecord) -> Event:
        details = record.entry.details
        icon, tone = action_look(record.entry.action, details)
        return Event(
            self._when(record),
            action_sentence(record.entry.action, details),
            action_details(doer(record), details),
            icon,
            tone,
        )

    def _when(self, record: JournalRecord) -> str:
        """To the second; with its date where that is not the day of the sale."""
        moment = self._local(record.at)
        time = moment.strftime("%H:%M:%S")
        sold = self._local(self._detail.line.created_at) if self._detail is not None else moment
        return time if moment.date() == sold.date() else f"{date_text(moment)} {time}"

    # --- what is pressed -----------------------------------------------------------------------

    def _on_button(self) -> None:
        pressed = self.sender()
        for action, button in self._buttons.items():
            if button is pressed:
                self.acted.emit(action)
                return

    def hideEvent(self, event: QHideEvent) -> None:
        """A code never stays behind."""
        super().hideEvent(event)
        self.code.conceal()
        self.code_released.emit()

    def _retranslate(self) -> None:
        words = {
            LineAction.PRINT_COPY: self.tr("Print copy"),
            LineAction.SHOW_CODE: self.tr("Show code"),
            LineAction.REFRESH: self.tr("Refresh"),
            LineAction.INVALIDATE: self.tr("Invalidate"),
        }
        for action, button in self._buttons.items():
            button.set_label(words[action])
        self._buttons[LineAction.SHOW_CODE].set_description(self.tr("Press and hold"))
        self._buttons[LineAction.SHOW_CODE].setToolTip(self.tr("Press and hold"))
        self._heading.setText(self.tr("What happened, the latest first"))
        self._empty.set_texts(self.tr("Choose an order"), self.tr("Its whole story is here."))
        if self._detail is not None:
            self.show_detail(self._detail)
