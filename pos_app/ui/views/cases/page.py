"""Open cases: a list at the left, the chosen case with its next action at the right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.domain.cases import Case
from pos_app.ui.formats import age_text, moment_text
from pos_app.ui.kit import Card, PageHeader, Row, RowList
from pos_app.ui.presenters.cases import CasesPresenter, CasesState
from pos_app.ui.shell_port import ShellPort
from pos_app.ui.tasks import UiTasks
from pos_app.ui.texts.cases import alarm_words, case_sentence
from pos_app.ui.texts.products import show
from pos_app.ui.texts.states import state_words
from pos_app.ui.theme import Icon, Space, Tone
from pos_app.ui.views.cases.detail import CaseDetail
from pos_app.ui.views.cases.rows import CaseRowDelegate
from pos_app.ui.views.cases.sheets import PageSheets
from pos_app.ui.views.front import Front
from pos_app.ui.views.sell.overlay import Overlay
from pos_app.ui.views.standby import Standby
from pos_app.usecases.services import Services

Local = Callable[[datetime], datetime]


class CasesPage(Front):
    """Everything that is not closed, oldest first."""

    def __init__(
        self, services: Services, tasks: UiTasks, shell: ShellPort, parent: QWidget | None = None
    ) -> None:
        """Build the page and start looking."""
        super().__init__(parent)
        self.setObjectName("cases_page")
        self._limits, self._local = services.till.limits, services.till.local
        self._state: CasesState | None = None
        self.presenter = CasesPresenter(services, tasks, shell, PageSheets(shell, self), self)
        self._header = PageHeader("")
        self.list = RowList("", object_name="case_list", delegate=CaseRowDelegate())
        self._standby = Standby(Icon.SHIELD_CHECK, object_name="no_cases", tone=Tone.SUCCESS)
        self._empty = Overlay(self.list, self._standby)
        self.detail = CaseDetail(services.till.local, services.till.limits)
        self._lay_out()
        self.list.row_selected.connect(self.presenter.select)
        self.detail.acted.connect(self.presenter.act)
        self.detail.paper_wanted.connect(self.presenter.print_paper)
        self.presenter.changed.connect(self.show_state)
        self.presenter.failed.connect(self._standby.show_failed)
        self._standby.again.connect(self.presenter.reload)
        self.shown.connect(self.presenter.reload)
        self._empty.set_shown(True)
        self.detail.hide()
        self._retranslate()
        self.presenter.start()

    def _lay_out(self) -> None:
        card = Card(padding=Space.S)
        card.body.addWidget(self.list)
        columns = QHBoxLayout()
        columns.setSpacing(Space.L)
        columns.addWidget(card, 3)
        columns.addWidget(self.detail, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self._header)
        column.addLayout(columns, 1)

    def close_page(self) -> None:
        """The program ends: listen no more."""
        self.presenter.close()

    def show_state(self, state: CasesState) -> None:
        """Show the cases as they are now."""
        self._standby.show_read()
        self._draw(state)

    def _draw(self, state: CasesState) -> None:
        self._state = state
        self.list.set_rows([self._row(case, state.now) for case in state.cases])
        self._empty.set_shown(not state.cases)
        self.detail.setVisible(bool(state.cases))
        self.detail.show_state(state)
        words = self.tr("%n card(s) not finished", "", len(state.cases)) if state.cases else ""
        if state.urgent:
            words += " · " + self.tr("%n urgent", "", state.urgent)
        self._header.set_texts(self.tr("Open cases"), words)

    def _row(self, case: Case, now: datetime) -> Row:
        line, sentence = case.line, case_sentence(case.kind)
        brand, words = line.product.brand, state_words(case.line)
        amount, age = show(line.face_value), age_text(now - case.since)
        alarm = case.alarm(now, self._limits)
        told = age
        if alarm is not None:
            ends = case.key_ends_at or now
            until = moment_text(self._local(ends), self._local(now))
            told = alarm_words(alarm, until=until, age=age)
        return Row(
            line.id,
            brand,
            f"{line.id}\n{sentence}",
            amount,
            told,
            icon=Icon.OCTAGON_ALERT if alarm else Icon.TRIANGLE_ALERT,
            icon_tone=Tone.DANGER if alarm else Tone.WARNING,
            spoken=f"{brand}, {amount}, {line.id}, {told}, {words}, {sentence}",
        )

    def open_target(self, target: str) -> None:
        """Show one case."""
        self.list.select(target)

    def focus_first(self) -> None:
        """Work begins in the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> bool:
        """Esc: no case is chosen any more."""
        if not self.list.selected_key():
            return False
        self.list.clearSelection()
        return True

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Case list"))
        self._header.set_texts(self.tr("Open cases"))
        self._standby.set_nothing(
            self.tr("No open cases"),
            self.tr("Every card is with its customer, every refund is paid."),
        )
        if self._state is not None:
            self._draw(self._state)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
