"""Papers on the progress screen: the refund slip, and the issuers' own PDFs."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pos_app.domain.printjob import LinePaper
from pos_app.domain.sale import Line, LineId
from pos_app.ui.presenters.papers import PaperActions
from pos_app.ui.shell_port import ShellPort
from pos_app.ui.tasks import UiTasks
from pos_app.usecases.services import Services

PAPERS = (LinePaper.REFUND, LinePaper.VOUCHER)


class ProgressPapers:
    """Knows which lines of the sale in front have which paper, and prints them."""

    def __init__(
        self, services: Services, tasks: UiTasks, shell: ShellPort, changed: Callable[[], None]
    ) -> None:
        """`changed` is called whenever there is more or less to print."""
        self._services, self._tasks, self._changed = services, tasks, changed
        self._actions = PaperActions(services, shell)
        # Whether the brand has a PDF; the stored card is opened once to know it.
        self._vouchers: dict[LineId, bool] = {}

    def clear(self) -> None:
        """Another sale is in front."""
        self._vouchers.clear()

    def look(self, line: Line) -> None:
        """A card has arrived, or changed: does its brand have a PDF of its own?"""
        if line.may_show_card and line.id not in self._vouchers:
            self._tasks.spawn(self._look(line), f"look for a PDF of {line.id}")

    async def _look(self, line: Line) -> None:
        self._vouchers[line.id] = await self._services.owner.vouchers.has_voucher(line)
        if self._vouchers[line.id]:
            self._changed()

    @property
    def running(self) -> frozenset[LinePaper]:
        """What is being printed."""
        return self._actions.running

    def offered(self, lines: Iterable[Line]) -> frozenset[LinePaper]:
        """What at least one of the lines has."""
        known = tuple(lines)
        return frozenset(paper for paper in PAPERS if any(self._has(paper, x) for x in known))

    def _has(self, paper: LinePaper, line: Line) -> bool:
        if paper is LinePaper.REFUND:
            return line.refund is not None and line.refund.settled_by is None
        return self._vouchers.get(line.id, False) and line.may_show_card and not line.is_closed

    def print(self, paper: LinePaper, lines: Iterable[Line]) -> None:
        """Print one after the other; an error ends it and is told."""
        chosen = [line for line in lines if self._has(paper, line)]
        if chosen and self._actions.begin(paper):
            self._changed()
            self._tasks.spawn(self._print(paper, chosen), f"print {paper.value}")

    async def _print(self, paper: LinePaper, lines: list[Line]) -> None:
        try:
            for line in lines:
                await self._actions.run(paper, line)
        finally:
            self._changed()
