"""One open case: what is open, what to do, the facts for support, and the buttons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from pos_app.domain.cases import Case, LineAction
from pos_app.domain.limits import Limits
from pos_app.domain.printjob import LinePaper
from pos_app.domain.sale import MoneyState
from pos_app.ui.formats import moment_text
from pos_app.ui.kit import (
    Banner,
    FlowBox,
    Pair,
    PlainLabel,
    QuietButton,
)
from pos_app.ui.presenters.cases import BUTTONS, CasesState
from pos_app.ui.texts.cases import (
    alarm_sentence,
    case_sentence,
    main_action,
    next_sentence,
    trouble_sentence,
)
from pos_app.ui.texts.products import show
from pos_app.ui.theme import Icon, TextRole, Tone
from pos_app.ui.views.line_detail import LineDetail
from pos_app.ui.views.papers.buttons import PaperButtons
from pos_app.ui.views.progress.keys import MainButton
from pos_app.ui.views.progress.receipt import ReceiptEdit

_ICONS = {
    LineAction.TRY_NOW: ("try_now", Icon.REFRESH_CW),
    LineAction.GIVE_UP: ("give_up", Icon.HAND),
    LineAction.ORDER_NOW: ("order_now", Icon.SEND),
    LineAction.ORDER_AGAIN: ("order_again", Icon.UNDO_2),
    LineAction.PRINT: ("print_again", Icon.PRINTER),
    LineAction.HAND_OVER: ("handed_over", Icon.PACKAGE_CHECK),
    LineAction.INVALIDATE: ("invalidate", Icon.BAN),
    LineAction.REFUND_PAID: ("refund_paid", Icon.HAND_COINS),
    LineAction.CLOSE_CASE: ("close_case", Icon.ARCHIVE),
}


class CaseDetail(LineDetail):
    """Shows the selected case.

    Signals:
    - acted(object, str): the `LineAction` of a button, and the refund's receipt number.
    """

    acted = Signal(object, str)

    def __init__(
        self,
        local: Callable[[datetime], datetime],
        limits: Limits,
        parent: QWidget | None = None,
    ) -> None:
        """Show nothing yet; `local` turns UTC into the shop's time."""
        papers = PaperButtons("case", (LinePaper.REFUND, LinePaper.VOID))
        super().__init__("case", Icon.LIST_ORDERED, papers, parent)
        self._local, self._limits = local, limits
        self._state: CasesState | None = None
        self._sentence = PlainLabel("", TextRole.STRONG, object_name="case_sentence", wrap=True)
        self._alarm = Banner(object_name="case_alarm", tone=Tone.DANGER)
        self._next = Banner(object_name="case_next", tone=Tone.ACCENT)
        self._copy = QuietButton("", object_name="copy_facts", icon=Icon.COPY)
        self._copy.triggered.connect(self._on_copy)
        self.receipt = ReceiptEdit(object_name="case_receipt_number")
        self._buttons = {
            action: MainButton("", object_name=f"case_{name}", icon=icon, by_enter=False)
            for action, (name, icon) in _ICONS.items()
        }
        for button in self._buttons.values():
            button.triggered.connect(self._on_button)
        self._lay_out()
        self._retranslate()

    def _lay_out(self) -> None:
        column = self.column
        column.addWidget(self._sentence)
        column.addWidget(self._alarm)
        column.addWidget(self._next)
        column.addWidget(self._actions())
        column.addWidget(self._papers)
        column.addWidget(self._facts)
        column.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _actions(self) -> QWidget:
        actions = FlowBox()
        for action in BUTTONS:
            actions.flow.addWidget(self._buttons[action])
            if action is LineAction.REFUND_PAID:
                actions.flow.addWidget(self.receipt)
        return actions

    # --- what is shown -------------------------------------------------------------------------

    def show_state(self, state: CasesState) -> None:
        """Show the selected case, or that none is."""
        self._state = state
        case = state.selected
        self.show_line(case.line if case is not None else None)
        if case is None:
            self.receipt.clear()
            return
        line = case.line
        why = trouble_sentence(line)
        self._sentence.setText(" ".join(part for part in (case_sentence(case.kind), why) if part))
        self._show_alarm(case, state.now)
        self._next.set_content(
            next_sentence(
                case.kind, line, sent_at=self._sent_at(case), amount=show(line.face_value)
            )
        )
        self._facts.set_pairs(self._pairs(state, case))
        main = main_action(case.kind, state.enabled)
        for action, button in self._buttons.items():
            button.setEnabled(action in state.enabled)
            button.set_main(main=action is main)
        self._papers.show_papers(state.papers, state.printing)
        self.receipt.setVisible(line.money is MoneyState.REFUND_DUE)

    def _show_alarm(self, case: Case, now: datetime) -> None:
        alarm = case.alarm(now, self._limits)
        self._alarm.setVisible(alarm is not None)
        if alarm is not None:
            until = moment_text(self._local(case.key_ends_at or now), self._local(now))
            self._alarm.set_content(alarm_sentence(alarm, until=until))

    def _sent_at(self, case: Case) -> str:
        sent = case.line.sending.first_sent_at or case.line.created_at
        return moment_text(self._local(sent))

    def _pairs(self, state: CasesState, case: Case) -> list[Pair]:
        line = case.line
        pairs = [
            Pair(self.tr("Line"), line.id, key="line"),
            Pair(self.tr("Key"), line.request.key, code=True, key="key"),
        ]
        if line.order_id:
            pairs.append(Pair(self.tr("Order"), line.order_id, code=True, key="order"))
        pairs += [
            Pair(self.tr("Product"), line.product.name, key="product"),
            Pair(self.tr("Product code"), line.product.code, code=True, key="product_code"),
            Pair(self.tr("Paid"), moment_text(self._local(line.created_at)), key="paid"),
        ]
        if line.sending.first_sent_at is not None:
            pairs.append(Pair(self.tr("First sent"), self._sent_at(case), key="sent"))
        if case.key_ends_at is not None:
            until = moment_text(self._local(case.key_ends_at))
            pairs.append(Pair(self.tr("Asked by itself until"), until, key="until"))
        if state.request_ids:
            ids = "\n".join(state.request_ids[-5:])
            pairs.append(Pair(self.tr("Requests"), ids, code=True, key="requests"))
        return pairs

    def facts(self) -> str:
        """The facts as text for an e-mail to support; no code, no address."""
        state = self._state
        if state is None or state.selected is None:
            return ""
        lines = [f"{pair.name}: {pair.value}" for pair in self._pairs(state, state.selected)]
        return "\n".join([self._title.text(), self._sentence.text(), *lines])

    # --- what is pressed -----------------------------------------------------------------------

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.facts())

    def _on_button(self) -> None:
        pressed = self.sender()
        for action, button in self._buttons.items():
            if button is pressed:
                receipt = self.receipt.take() if action is LineAction.REFUND_PAID else ""
                self.acted.emit(action, receipt)
                return

    def _retranslate(self) -> None:
        words = {
            LineAction.TRY_NOW: self.tr("Try now"),
            LineAction.GIVE_UP: self.tr("Give up and refund"),
            LineAction.ORDER_NOW: self.tr("Order now"),
            LineAction.ORDER_AGAIN: self.tr("Order again"),
            LineAction.PRINT: self.tr("Print again"),
            LineAction.HAND_OVER: self.tr("Handed over"),
            LineAction.INVALIDATE: self.tr("Invalidate"),
            LineAction.REFUND_PAID: self.tr("Refund paid"),
            LineAction.CLOSE_CASE: self.tr("Close case"),
        }
        for action, button in self._buttons.items():
            button.set_label(words[action])
        self._copy.set_label(self.tr("Copy these facts"))
        self._empty.set_texts(self.tr("Choose a case"), self.tr("It says what to do next."))
        if self._state is not None:
            self.show_state(self._state)
