"""Open cases: every line that is not closed, with its sentence and its next action."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from pos_app.domain.cases import Alarm, Case, LineAction
from pos_app.domain.printjob import LinePaper, papers_of
from pos_app.domain.sale import LineId
from pos_app.ui.presenters.cases_actions import LineActions, LineSheets
from pos_app.ui.presenters.papers import PaperActions
from pos_app.ui.presenters.reading import Reading
from pos_app.ui.shell_port import PageName, ShellPort
from pos_app.ui.tasks import UiTasks
from pos_app.ui.theme import Tone
from pos_app.ui.translation import UTF8, translate
from pos_app.usecases.bulletin import Event, LineChanged, SaleInFront, SessionChanged
from pos_app.usecases.services import Services

BUTTONS: Final = (
    LineAction.TRY_NOW,
    LineAction.GIVE_UP,
    LineAction.ORDER_NOW,
    LineAction.ORDER_AGAIN,
    LineAction.PRINT,
    LineAction.HAND_OVER,
    LineAction.INVALIDATE,
    LineAction.REFUND_PAID,
    LineAction.CLOSE_CASE,
)
# Ages and waiting times change by themselves.
_LOOK_EVERY_S: Final = 30.0
_SOON_MS = 150


@dataclass(frozen=True, slots=True)
class CasesState:
    """All open cases, and the ids of the selected one's requests for support."""

    cases: tuple[Case, ...]
    now: datetime
    selected: Case | None = None
    enabled: frozenset[LineAction] = frozenset()
    request_ids: tuple[str, ...] = ()
    papers: frozenset[LinePaper] = frozenset()
    printing: frozenset[LinePaper] = frozenset()
    urgent: int = 0  # how many of them can't wait


class CasesPresenter(QObject):
    """Keeps the list and its count up to date, also while another page is in front.

    Signals:
    - changed(object): a `CasesState`.
    - failed(object): the error that kept cases from being read.
    """

    changed = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        services: Services,
        tasks: UiTasks,
        shell: ShellPort,
        sheets: LineSheets,
        parent: QObject | None = None,
    ) -> None:
        """Know of no case yet."""
        super().__init__(parent)
        self._services, self._tasks, self._shell = services, tasks, shell
        self.actions = LineActions(services, shell, sheets)
        self._papers = PaperActions(services, shell)
        self._cases: tuple[Case, ...] = ()
        self._requests: tuple[str, ...] = ()
        self._selected = LineId("")
        # What whoever is signed in has been told about.
        self._alarms: frozenset[tuple[LineId, Alarm]] = frozenset()
        self._soon = False
        self._reading = Reading(
            tasks, "read open cases", self._read, self._show_all, self.failed.emit
        )
        self._unsubscribe = services.till.bulletin.subscribe(self._on_event)

    def start(self) -> None:
        """Look now, and again every now and then."""
        self.reload()
        self._tasks.spawn(self._keep_looking(), "open cases")

    def close(self) -> None:
        """Listen no more."""
        self._unsubscribe()

    async def _keep_looking(self) -> None:
        while True:
            await self._services.till.clock.sleep(_LOOK_EVERY_S)
            self.reload()

    def _on_event(self, event: Event) -> None:
        if isinstance(event, SessionChanged):
            self._alarms = frozenset()
        if isinstance(event, SaleInFront | SessionChanged):
            self.reload()
        elif isinstance(event, LineChanged) and not self._soon:
            # The lines of a sale change by the dozen: not in the way of the next order.
            self._soon = True
            QTimer.singleShot(_SOON_MS, self, self._reload_soon)

    def _reload_soon(self) -> None:
        self._soon = False
        self.reload()

    def reload(self) -> None:
        """Look again."""
        self._reading.again()

    async def _read(self) -> None:
        cases = await self._services.records.open_cases()
        selected = self._selected
        requests = []
        if any(case.line.id == selected for case in cases):
            for record in await self._services.records.timeline(selected):
                told = record.entry.details.get("request_id")
                if told and str(told) not in requests:
                    requests.append(str(told))
        self._cases, self._requests = tuple(cases), tuple(requests)

    def _show_all(self) -> None:
        self._tell()
        self._raise_alarms()

    def _found_alarms(self) -> frozenset[tuple[LineId, Alarm]]:
        now, limits = self._services.till.clock.now(), self._services.till.limits
        alarms = [(each.line.id, each.alarm(now, limits)) for each in self._cases]
        return frozenset((line, alarm) for line, alarm in alarms if alarm is not None)

    def _raise_alarms(self) -> None:
        """Tell of cases that can't wait, once per person and alarm."""
        if self._services.session.is_locked:
            return
        alarms = self._found_alarms()
        if alarms - self._alarms:
            count = len(alarms)
            text = translate("cases", "%n open case(s) can't wait any longer.", "", UTF8, count)
            show = translate("cases", "Show")
            self._shell.notify(text, Tone.DANGER, action=show, on_action=self._show)
        self._alarms = alarms

    def _show(self) -> None:
        alarmed = {line for line, _ in self._alarms}
        first = next((case.line.id for case in self._cases if case.line.id in alarmed), "")
        self._shell.go(PageName.CASES, first)

    def _tell(self) -> None:
        chosen = next((case for case in self._cases if case.line.id == self._selected), None)
        enabled: frozenset[LineAction] = frozenset()
        if chosen is not None:
            enabled = chosen.actions & frozenset(BUTTONS) - self.actions.running
        now, urgent = self._services.till.clock.now(), len(self._found_alarms())
        self._shell.set_case_count(len(self._cases), urgent)
        papers = papers_of(chosen.line) if chosen is not None else frozenset()
        state = CasesState(self._cases, now, chosen, enabled, self._requests, urgent=urgent)
        self.changed.emit(replace(state, papers=papers, printing=self._papers.running))

    def select(self, line_id: str) -> None:
        """Show a case, or none."""
        self._selected = LineId(line_id)
        self._requests = ()
        self._tell()
        self.reload()

    def print_paper(self, paper: LinePaper) -> None:
        """A button of a paper."""
        chosen = next((case for case in self._cases if case.line.id == self._selected), None)
        if chosen is not None and self._papers.begin(paper):
            self._tell()
            self._tasks.spawn(self._print_paper(paper, chosen), f"print {paper.value}")

    async def _print_paper(self, paper: LinePaper, case: Case) -> None:
        try:
            await self._papers.run(paper, case.line)
        finally:
            self._tell()

    def act(self, action: LineAction, receipt: str = "") -> None:
        """A button beside the case."""
        chosen = next((case for case in self._cases if case.line.id == self._selected), None)
        if chosen is None or action not in chosen.actions or not self.actions.begin(action):
            return
        self._tell()
        self._tasks.spawn(self._act(action, chosen, receipt), action.value)

    async def _act(self, action: LineAction, case: Case, receipt: str) -> None:
        try:
            await self.actions.run(action, [case.line], receipt)
        finally:
            self.reload()
