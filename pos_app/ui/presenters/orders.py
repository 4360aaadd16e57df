"""Orders: every line of this till, one of them in detail, and a code on purpose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Signal

from pos_app.domain.cases import LineAction
from pos_app.domain.journal import JournalRecord
from pos_app.domain.people import Approval, Permission
from pos_app.domain.printjob import LinePaper
from pos_app.domain.sale import Line, LineId
from pos_app.ui.presenters.cases_actions import LineActions, LineSheets
from pos_app.ui.presenters.papers import PaperActions, VoucherSheets
from pos_app.ui.presenters.reading import Reading
from pos_app.ui.shell_port import ShellPort
from pos_app.ui.tasks import UiTasks
from pos_app.ui.theme import Tone
from pos_app.ui.translation import translate
from pos_app.usecases.bulletin import Event, LineChanged, SessionChanged
from pos_app.usecases.services import Services

BUTTONS: Final = (
    LineAction.PRINT_COPY,
    LineAction.SHOW_CODE,
    LineAction.REFRESH,
    LineAction.INVALIDATE,
)
# For so long one approval lets the same code be shown again.
_APPROVED_S: Final = 60.0


@dataclass(frozen=True, slots=True)
class OrderDetail:
    """One line, what happened to it, and the buttons that would do something now."""

    line: Line
    records: tuple[JournalRecord, ...]
    enabled: frozenset[LineAction]
    papers: frozenset[LinePaper] = frozenset()
    printing: frozenset[LinePaper] = frozenset()


class OrdersPresenter(QObject):
    """Searches lines and follows the one that is selected.

    Signals:
    - lines_changed(object): the `Line`s found, newest first.
    - failed(object): the error that kept lines from being found.
    - detail_changed(object): an `OrderDetail`, or None.
    - code_shown(object): the `Card`, for as long as the button is held.
    - code_hidden(): the button was let go.
    """

    lines_changed = Signal(object)
    failed = Signal(object)
    detail_changed = Signal(object)
    code_shown = Signal(object)
    code_hidden = Signal()

    def __init__(
        self,
        services: Services,
        tasks: UiTasks,
        shell: ShellPort,
        sheets: LineSheets,
        paper_sheets: VoucherSheets,
        parent: QObject | None = None,
    ) -> None:
        """Find nothing yet."""
        super().__init__(parent)
        self._services, self._tasks, self._shell = services, tasks, shell
        self._actions = LineActions(services, shell, sheets)
        self._papers = PaperActions(services, shell, paper_sheets)
        self.in_view = False  # nobody looks: then nothing is looked up for each change
        self._text = ""
        self._selected = LineId("")
        self._lines: tuple[Line, ...] = ()
        self._detail: OrderDetail | None = None
        self._searching = Reading(
            tasks, "find orders", self._search, self._show_lines, self.failed.emit
        )
        self._reading = Reading(tasks, "read an order", self._read_detail, self._show_detail)
        self._held = False
        self._approved: tuple[LineId, Approval, float] | None = None
        self._unsubscribe = services.till.bulletin.subscribe(self._on_event)

    def close(self) -> None:
        """Listen no more."""
        self._unsubscribe()

    def _on_event(self, event: Event) -> None:
        if isinstance(event, LineChanged):
            if self.in_view:
                self.reload()
            if event.line.id == self._selected:
                self._read()
        elif isinstance(event, SessionChanged):
            self._approved = None
            self.release_code()
            self._read()

    # --- the list ------------------------------------------------------------------------------

    def search(self, text: str) -> None:
        """Find lines by number, brand, amount, order id or the end of a code."""
        self._text = text
        self.reload()

    def reload(self) -> None:
        """Look again."""
        self._searching.again()

    async def _search(self) -> None:
        self._lines = tuple(await self._services.records.orders(self._text))

    def _show_lines(self) -> None:
        self.lines_changed.emit(self._lines)

    # --- one line ------------------------------------------------------------------------------

    def select(self, line_id: str) -> None:
        """Show a line, or none."""
        if line_id != self._selected:
            self._approved = None
            self.release_code()
        self._selected = LineId(line_id)
        self._read()

    def _read(self) -> None:
        if not self._selected:
            self.detail_changed.emit(None)
        self._reading.again()

    async def _read_detail(self) -> None:
        self._detail = await self._look_at(self._selected) if self._selected else None

    async def _look_at(self, selected: LineId) -> OrderDetail:
        line = await self._services.records.line(selected)
        records = await self._services.records.timeline(selected)
        actions = self._services.records.actions(line)
        enabled = frozenset(BUTTONS) & actions - self._actions.running
        papers = await self._papers.offered(line)
        return OrderDetail(line, tuple(records), enabled, papers, self._papers.running)

    def _show_detail(self) -> None:
        self.detail_changed.emit(self._detail)

    def act(self, action: LineAction) -> None:
        """A button beside the detail."""
        line = self._line()
        if line is not None and self._actions.begin(action):
            self._read()
            self._tasks.spawn(self._act(action, line), action.value)

    def _line(self) -> Line | None:
        return next((line for line in self._lines if line.id == self._selected), None)

    async def _act(self, action: LineAction, line: Line) -> None:
        try:
            await self._actions.run(action, [line])
        finally:
            self._read()

    def print_paper(self, paper: LinePaper) -> None:
        """A button of a paper."""
        line = self._line()
        if line is not None and self._papers.begin(paper):
            self._read()
            self._tasks.spawn(self._print_paper(paper, line), f"print {paper.value}")

    async def _print_paper(self, paper: LinePaper, line: Line) -> None:
        try:
            await self._papers.run(paper, line)
        finally:
            self._read()

    # --- the code ------------------------------------------------------------------------------

    def press_code(self) -> None:
        """`Show code` is held down: a manager approves first, then it is shown (M15)."""
        if self._held or not self._selected:
            return
        self._held = True
        if self._tasks.spawn(self._show(self._selected), "show a code") is None:
            self._held = False

    def release_code(self) -> None:
        """Let go: the code disappears."""
        self._held = False
        self.code_hidden.emit()

    async def _show(self, line_id: LineId) -> None:
        approval = await self._approval(line_id)
        if approval is None:
            self._held = False
            return
        if not self._held:
            text = translate("orders", "Approved. Now press and hold Show code.")
            self._shell.notify(text, Tone.INFO)
            return
        card = await self._services.slips.show_code(line_id, approval)
        if self._held and line_id == self._selected:
            self.code_shown.emit(card)
        self._read()

    async def _approval(self, line_id: LineId) -> Approval | None:
        now = self._services.till.clock.monotonic()
        kept = self._approved
        if kept is not None and kept[0] == line_id and now < kept[2]:
            return kept[1]
        approval = await self._shell.approve(Permission.SHOW_CODE)
        if approval is not None:
            until = self._services.till.clock.monotonic() + _APPROVED_S
            self._approved = (line_id, approval, until)
        return approval
