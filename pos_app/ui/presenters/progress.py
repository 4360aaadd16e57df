"""The sale in front: every line with its two facts, the countdown, the paper, the next step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from pos_app.domain.cases import LineAction
from pos_app.domain.money import Money
from pos_app.domain.printjob import LinePaper, PrintKind, PrintState
from pos_app.domain.sale import Line, LineId, OrderState, Sale
from pos_app.ui.presenters.cases_actions import LineActions
from pos_app.ui.presenters.progress_papers import ProgressPapers
from pos_app.ui.presenters.progress_stage import (
    LineView,
    Paper,
    StageView,
    countdown_left,
    is_asking,
    stage_of,
)
from pos_app.ui.shell_port import PageName, ShellPort
from pos_app.ui.tasks import UiTasks
from pos_app.ui.theme import Tone
from pos_app.ui.translation import UTF8, translate
from pos_app.usecases.aftermath import may_leave
from pos_app.usecases.bulletin import Event, LineChanged, Trouble
from pos_app.usecases.services import Services

BUTTONS = (
    LineAction.HAND_OVER,
    LineAction.PRINT,
    LineAction.GIVE_UP,
    LineAction.ORDER_AGAIN,
    LineAction.ORDER_NOW,
    LineAction.REFUND_PAID,
)
_TOGETHER_MS = 40
_PAPERS = {
    PrintState.PRINTING: Paper.PRINTING,
    PrintState.PRINTED: Paper.PRINTED,
    PrintState.PERHAPS: Paper.PERHAPS,
    PrintState.FAILED: Paper.FAULT,
}


@dataclass(frozen=True, slots=True)
class ProgressState:
    """The whole screen. `enabled` are the buttons that would do something now."""

    sale: str
    total: Money
    views: tuple[LineView, ...]
    stage: StageView
    enabled: frozenset[LineAction]
    selected: str = ""
    may_leave: bool = False
    delivered: int = 0
    papers: frozenset[LinePaper] = frozenset()
    printing: frozenset[LinePaper] = frozenset()
    resumed: bool = False  # the program ended in the middle of it (M10)


class ProgressPresenter(QObject):
    """Follows the lines of one sale.

    Signals:
    - changed(object): a `ProgressState`.
    """

    changed = Signal(object)

    def __init__(
        self, services: Services, tasks: UiTasks, shell: ShellPort, parent: QObject | None = None
    ) -> None:
        """Follow nothing yet."""
        super().__init__(parent)
        self._services, self._tasks, self._shell = services, tasks, shell
        self._sale: Sale | None = None
        self._lines: dict[LineId, Line] = {}
        self._papers: dict[LineId, tuple[Paper, str]] = {}
        self._selected = LineId("")
        self._ticking = self._in_front = self._leaving = self._resumed = False
        self._telling = False
        self.actions = LineActions(services, shell)
        self._more_papers = ProgressPapers(services, tasks, shell, self._tell_soon)
        self._unsubscribe = services.till.bulletin.subscribe(self._on_event)

    def close(self) -> None:
        """Listen no more."""
        self._unsubscribe()

    # --- what is shown -------------------------------------------------------------------------

    def follow(self, sale: Sale, *, resumed: bool = False) -> None:
        """Show a sale from now on; `resumed` when the program ended in the middle of it."""
        self._sale, self._resumed = sale, resumed
        self._lines = {line.id: line for line in sale.lines}
        self._papers = {}
        self._more_papers.clear()
        self._selected = LineId("")
        self.set_in_front(shown=self._in_front)
        for line in sale.lines:
            self._look_at_paper(line)
        self.tell()

    def leave(self) -> None:
        """No sale is in front any more."""
        self._sale = None
        self._lines = {}
        self.set_in_front(shown=self._in_front)

    def set_in_front(self, *, shown: bool) -> None:
        """The screen is visible, or not: slips print by themselves only while it is (M9)."""
        self._in_front = shown
        session = self._services.session
        session.front_sale = self._sale.id if shown and self._sale is not None else None
        if session.front_sale is not None:
            self._services.slips.print_waiting()

    def select(self, line_id: str) -> None:
        """Act on one line from now on, or on all again with an empty text."""
        self._selected = LineId(line_id)
        self.tell()

    def tell(self) -> None:
        """Say what the screen shows, and go on counting while the provider is being asked."""
        sale = self._sale
        if sale is None:
            return
        views = self._views()
        state = ProgressState(
            sale=sale.id,
            total=sale.paid,
            views=views,
            stage=stage_of(views),
            enabled=frozenset(each for each in BUTTONS if self._applies(each, views)),
            selected=self._selected,
            may_leave=self._may_leave(views),
            delivered=sum(1 for view in views if view.line.order is OrderState.DELIVERED),
            papers=self._more_papers.offered(self._chosen(views)),
            printing=self._more_papers.running,
            resumed=self._resumed,
        )
        self.changed.emit(state)
        if any(view.left_s is not None for view in views):
            self._start_ticking()

    def _tell_soon(self) -> None:
        """Lines change by fours, each several times within a moment: show that at once.

        The next order is then on its way before the last one is painted.
        """
        if not self._telling:
            self._telling = True
            QTimer.singleShot(_TOGETHER_MS, self, self._tell_together)

    def _tell_together(self) -> None:
        self._telling = False
        self.tell()

    def _may_leave(self, views: Sequence[LineView]) -> bool:
        free = all(may_leave(view.line, driven=view.driven) for view in views)
        return free and not self._leaving

    def _views(self) -> tuple[LineView, ...]:
        ordered = sorted(self._lines.values(), key=lambda line: line.number)
        replaced = {line.replaces: line.number for line in ordered if line.replaces}
        return tuple(self._view(line, replaced.get(line.id)) for line in ordered)

    def _chosen(self, views: Sequence[LineView]) -> list[Line]:
        """The selected line, or all of them."""
        chosen = self._selected
        return [view.line for view in views if not chosen or view.line.id == chosen]

    def _view(self, line: Line, replaced_by: int | None) -> LineView:
        till = self._services.till
        driven = line.id in self._services.desk.fresh
        paper, fault = self._papers.get(line.id, (Paper.NONE, ""))
        if paper is Paper.NONE and line.printed:
            # Its print job is still being looked up.
            paper = Paper.PRINTED
        if paper is Paper.NONE and self._prints_by_itself(line):
            paper = Paper.PRINTING
        left = countdown_left(line, driven=driven, now=till.clock.now(), limits=till.limits)
        return LineView(
            line, self._services.records.actions(line), paper, fault, left, replaced_by, driven
        )

    def _prints_by_itself(self, line: Line) -> bool:
        fresh = line.id in self._services.desk.fresh and self._in_front
        return fresh and line.may_show_card and not line.is_email and not line.printed

    def _applies(self, action: LineAction, views: Sequence[LineView]) -> bool:
        if action is LineAction.HAND_OVER and self._is_printing(views):
            return False
        return action not in self.actions.running and bool(self._targets(action, views))

    def _is_printing(self, views: Sequence[LineView]) -> bool:
        """Whether a slip that `Readable` would be about is still to come out of the printer."""
        return any(
            view.paper is Paper.PRINTING and LineAction.HAND_OVER in view.actions
            for view in views
            if not self._selected or view.line.id == self._selected
        )

    def _targets(self, action: LineAction, views: Sequence[LineView]) -> list[Line]:
        """The lines an action is for: the selected one, or all it helps."""
        return [
            view.line
            for view in views
            if (not self._selected or view.line.id == self._selected)
            and action in view.actions
            and self._is_sensible(action, view)
        ]

    def _is_sensible(self, action: LineAction, view: LineView) -> bool:
        if action is LineAction.HAND_OVER:
            return view.paper in (Paper.PRINTED, Paper.PERHAPS)
        if action is LineAction.PRINT:
            return view.paper is not Paper.PRINTING
        if action is LineAction.ORDER_NOW:
            return not view.driven
        if action is LineAction.GIVE_UP and view.line.given_up is not None:
            # An early refund for an e-mail card is asked for line by line, with a manager.
            return bool(self._selected)
        return True

    # --- what happens --------------------------------------------------------------------------

    def _on_event(self, event: Event) -> None:
        if self._sale is None:
            return
        if isinstance(event, LineChanged) and event.line.sale == self._sale.id:
            self._lines[event.line.id] = event.line
            self._look_at_paper(event.line)
            self._tell_soon()
        elif isinstance(event, Trouble) and event.line in self._lines:
            line = self._lines[event.line]
            if line.order is OrderState.DELIVERED:
                self._papers[line.id] = (Paper.FAULT, event.error.code)
                self.tell()

    def _look_at_paper(self, line: Line) -> None:
        if line.may_show_card and not line.is_email:
            self._tasks.spawn(self._read_jobs(line.id), f"print jobs of {line.id}")
            self._more_papers.look(line)

    async def _read_jobs(self, line_id: LineId) -> None:
        jobs = await self._services.records.print_jobs(line_id)
        cards = [job for job in jobs if job.kind is PrintKind.CARD]
        if cards and line_id in self._lines:
            self._papers[line_id] = (_PAPERS[cards[-1].state], cards[-1].code)
            self._tell_soon()

    def _start_ticking(self) -> None:
        if not self._ticking:
            self._ticking = True
            if self._tasks.spawn(self._tick(), "countdown") is None:
                self._ticking = False

    async def _tick(self) -> None:
        try:
            while self._sale is not None and self._anybody_asked():
                await self._services.till.clock.sleep(0.5)
                self.tell()
        finally:
            self._ticking = False

    def _anybody_asked(self) -> bool:
        fresh = self._services.desk.fresh
        return any(is_asking(line, driven=line.id in fresh) for line in self._lines.values())

    # --- what a person does --------------------------------------------------------------------

    def act(self, action: LineAction, receipt: str = "") -> None:
        """A button: for the selected line, or for all lines that it helps."""
        lines = self._targets(action, self._views())
        if not lines or not self.actions.begin(action):
            return
        if action is LineAction.PRINT:
            self._papers.update({line.id: (Paper.PRINTING, "") for line in lines})
        self.tell()
        self._tasks.spawn(self._act(action, lines, receipt), action.value)

    async def _act(self, action: LineAction, lines: Sequence[Line], receipt: str) -> None:
        try:
            await self.actions.run(action, lines, receipt)
        finally:
            if action is LineAction.PRINT:
                for line in lines:
                    self._look_at_paper(line)
            self.tell()

    def print_paper(self, paper: LinePaper) -> None:
        """A button of a paper: of the selected line, or of all lines that have one."""
        self._more_papers.print(paper, self._chosen(self._views()))

    def new_sale(self) -> None:
        """`New sale`: what is still open moves to Open cases."""
        if self._leaving or self._sale is None:
            return
        self._leaving = True
        self.tell()
        if self._tasks.spawn(self._new_sale(), "new sale") is None:
            self._leaving = False

    async def _new_sale(self) -> None:
        try:
            left = await self._services.aftermath.new_sale()
        finally:
            self._leaving = False
            self.tell()
        if left:
            self._shell.notify(
                translate("progress", "%n card(s) moved to Open cases.", "", UTF8, left),
                Tone.WARNING,
                action=translate("progress", "Show"),
                on_action=self._show_cases,
            )

    def _show_cases(self) -> None:
        self._shell.go(PageName.CASES)
