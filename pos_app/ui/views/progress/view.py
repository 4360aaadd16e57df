"""The sale in front: its lines, what may be done about them, and the next step."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.domain.cases import LineAction
from pos_app.domain.sale import MoneyState
from pos_app.ui.kit import Banner, Card, FlowBox, PlainLabel, QuietButton, RowList
from pos_app.ui.presenters.progress import ProgressState
from pos_app.ui.presenters.progress_papers import PAPERS
from pos_app.ui.presenters.progress_stage import MAIN_ACTIONS
from pos_app.ui.texts.products import show
from pos_app.ui.theme import Icon, Role, Space, TextRole, Tone
from pos_app.ui.views.papers.buttons import PaperButtons
from pos_app.ui.views.payment.keys import press_by_enter
from pos_app.ui.views.progress.keys import MainButton
from pos_app.ui.views.progress.panel import StagePanel
from pos_app.ui.views.progress.receipt import ReceiptEdit
from pos_app.ui.views.progress.words import line_row

PANEL_WIDTH = 336


class ProgressView(QWidget):
    """Shows one sale.

    Signals:
    - acted(object, str): the `LineAction` of a button, and the refund's receipt number.
    - paper_wanted(object): the `LinePaper` of a button.
    - selected(str): a line, or an empty text for all lines.
    - new_sale_wanted(): the sale is to be left.
    - front_changed(bool): it came to the front, or left it.
    """

    acted = Signal(object, str)
    paper_wanted = Signal(object)
    selected = Signal(str)
    new_sale_wanted = Signal()
    front_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty screen."""
        super().__init__(parent)
        self.setObjectName("progress")
        self._state: ProgressState | None = None
        self._title = PlainLabel("", TextRole.HEADING, object_name="progress_sale")
        self._count = PlainLabel("", TextRole.SUBTITLE, Role.MUTED, object_name="progress_count")
        self._resumed = Banner(object_name="resumed", tone=Tone.WARNING)
        self._resumed.hide()
        self.lines = RowList("", object_name="sale_lines")
        self.lines.row_selected.connect(self.selected)
        self._scope = PlainLabel(
            "", TextRole.CAPTION, Role.MUTED, object_name="action_scope", wrap=True
        )
        self._all = QuietButton("", object_name="all_lines", icon=Icon.LIST_ORDERED)
        self._all.triggered.connect(self._on_all)
        self.panel = StagePanel()
        self.panel.setFixedWidth(PANEL_WIDTH)
        self.panel.readable_pressed.connect(self._on_readable)
        self.panel.new_sale_pressed.connect(self.new_sale_wanted)
        self._buttons = {
            LineAction.PRINT: MainButton(
                "", object_name="print_again", icon=Icon.PRINTER, shortcut="F6"
            ),
            LineAction.GIVE_UP: MainButton(
                "", object_name="give_up", icon=Icon.HAND, shortcut="F7"
            ),
            LineAction.ORDER_AGAIN: MainButton(
                "", object_name="order_again", icon=Icon.REFRESH_CW
            ),
            LineAction.ORDER_NOW: MainButton("", object_name="order_now", icon=Icon.SEND),
            LineAction.REFUND_PAID: MainButton(
                "", object_name="refund_paid", icon=Icon.HAND_COINS, shortcut="F8"
            ),
        }
        for button in self._buttons.values():
            button.triggered.connect(self._on_button)
        self._papers = PaperButtons("sale", PAPERS)
        self._papers.wanted.connect(self.paper_wanted)
        self.receipt = ReceiptEdit(object_name="receipt_number")
        self._lay_out()
        self._retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBottom)
        card = Card(padding=Space.S)
        card.body.addWidget(self.lines, 1)
        scope = QHBoxLayout()
        scope.addWidget(self._scope, 1)
        scope.addWidget(self._all)
        actions = FlowBox()
        for button in self._buttons.values():
            actions.flow.addWidget(button)
        actions.flow.addWidget(self.receipt)
        left = QVBoxLayout()
        left.setSpacing(Space.S)
        left.addWidget(card, 1)
        left.addLayout(scope)
        left.addWidget(actions)
        left.addWidget(self._papers)
        columns = QHBoxLayout()
        columns.setSpacing(Space.L)
        columns.addLayout(left, 1)
        columns.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addWidget(self._resumed)
        column.addLayout(columns, 1)

    # --- what is shown -------------------------------------------------------------------------

    def show_state(self, state: ProgressState) -> None:
        """Show the sale as it is now."""
        self._state = state
        self._title.setText(self.tr("Sale %1").replace("%1", state.sale))
        done = self.tr("%1 of %n card(s) delivered", "", len(state.views))
        done = done.replace("%1", str(state.delivered))
        self._count.setText(f"{done} · {show(state.total)}")
        self.lines.set_rows([line_row(view) for view in state.views])
        if state.selected != self.lines.selected_key():
            self._put_selection(state.selected)
        self._show_scope(state)
        main = MAIN_ACTIONS.get(state.stage.stage)
        for action, button in self._buttons.items():
            button.setEnabled(action in state.enabled)
            button.set_main(main=action is main and action in state.enabled)
        self._papers.show_papers(state.papers, state.printing)
        due = any(view.line.money is MoneyState.REFUND_DUE for view in state.views)
        self.receipt.setVisible(due)
        if not due and self.receipt.text():
            self.receipt.clear()
        self.panel.show_state(state)
        self._resumed.setVisible(state.resumed)
        if state.resumed:
            self._resumed.set_content(
                self.tr(
                    "The program ended in the middle of this sale. Nothing is lost: here is what "
                    "became of each card. Press New sale to settle the open ones later, in Open "
                    "cases."
                )
            )

    def _put_selection(self, key: str) -> None:
        if key:
            self.lines.select(key)
        else:
            self.lines.clearSelection()

    def _show_scope(self, state: ProgressState) -> None:
        chosen = next((v.line for v in state.views if v.line.id == state.selected), None)
        if chosen is None:
            many = len(state.views) > 1
            text = self.tr("The buttons act on every card that they help. Tap one to choose it.")
            self._scope.setText(text if many else "")
        else:
            text = self.tr("The buttons act on card %1, %2, only.")
            text = text.replace("%1", str(chosen.number)).replace("%2", chosen.product.brand)
            self._scope.setText(text)
        self._all.setVisible(chosen is not None)

    # --- what is pressed -----------------------------------------------------------------------

    def _on_all(self) -> None:
        self.lines.clearSelection()
        self.lines.setCurrentIndex(QModelIndex())

    def clear_selection(self) -> bool:
        """Act on all lines again; False when that was so already."""
        if not self.lines.selected_key():
            return False
        self._on_all()
        return True

    def _on_readable(self) -> None:
        self.acted.emit(LineAction.HAND_OVER, "")

    def _on_button(self) -> None:
        pressed = self.sender()
        for action, button in self._buttons.items():
            if button is pressed:
                self._act(action)
                return

    def _act(self, action: LineAction) -> None:
        receipt = ""
        if action is LineAction.REFUND_PAID:
            receipt = self.receipt.take()
        self.acted.emit(action, receipt)

    def main_button(self) -> MainButton | None:
        """The button that Enter presses now."""
        every = (self.panel.readable, self.panel.new_sale, *self._buttons.values())
        return next((each for each in every if each.is_main()), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does the next step."""
        if not press_by_enter(event, self, self.main_button()):
            super().keyPressEvent(event)

    def focus_first(self) -> None:
        """Nothing has the focus: Enter does the next step, whatever it is by then."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """It is in front: slips print by themselves (M9)."""
        super().showEvent(event)
        if not event.spontaneous():
            self.front_changed.emit(True)  # noqa: FBT003 - a signal

    def hideEvent(self, event: QHideEvent) -> None:
        """It is no longer in front."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.front_changed.emit(False)  # noqa: FBT003 - a signal

    def _retranslate(self) -> None:
        self.lines.setAccessibleName(self.tr("Sale lines"))
        self._all.set_label(self.tr("All lines"))
        words = {
            LineAction.PRINT: self.tr("Print again"),
            LineAction.GIVE_UP: self.tr("Give up and refund"),
            LineAction.ORDER_AGAIN: self.tr("Order again"),
            LineAction.ORDER_NOW: self.tr("Order now"),
            LineAction.REFUND_PAID: self.tr("Refund paid"),
        }
        for action, button in self._buttons.items():
            button.set_label(words[action])
        if self._state is not None:
            self.show_state(self._state)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
