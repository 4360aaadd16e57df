"""What the screens ask for: open cases, orders, timelines, the sale in front."""

from __future__ import annotations

from collections.abc import Sequence

from pos_app.domain.cases import Case, LineAction, allowed_actions, open_case
from pos_app.domain.journal import JournalRecord
from pos_app.domain.printjob import PrintJob
from pos_app.domain.sale import Line, LineId, OrderState, Sale
from pos_app.ports import Journal, PrintJobs, Sales
from pos_app.usecases.clocks import ProviderClock
from pos_app.usecases.till import Till


class Records:
    """Reads, never changes."""

    def __init__(
        self, till: Till, *, sales: Sales, journal: Journal, jobs: PrintJobs, times: ProviderClock
    ) -> None:
        """Read from this till's store; `times` tells when a key is too old."""
        self._sales, self._journal, self._jobs = sales, journal, jobs
        self._times = times
        self._clock, self._limits = till.clock, till.limits

    async def open_cases(self) -> Sequence[Case]:
        """Every open line, oldest first, but lines of the sale in front that go on as planned."""
        front = await self._sales.current_sale()
        now, provider_now = self._clock.now(), self._times.known()
        cases = []
        for line in await self._sales.open_lines():
            case = open_case(line, now=now, limits=self._limits, provider_now=provider_now)
            if case is not None and not (line.sale == front and _goes_on(line)):
                cases.append(case)
        return cases

    async def orders(self, text: str = "") -> Sequence[Line]:
        """Lines of this till, newest first."""
        return await self._sales.find_lines(text)

    async def line(self, line_id: LineId) -> Line:
        """One line. May raise RefusedError `no_such_line`."""
        return await self._sales.line(line_id)

    async def timeline(self, line_id: LineId) -> Sequence[JournalRecord]:
        """What happened to a line, oldest first."""
        return await self._journal.timeline(line_id)

    async def print_jobs(self, line_id: LineId) -> Sequence[PrintJob]:
        """What was printed of a line."""
        return await self._jobs.of_line(line_id)

    async def front_sale(self) -> Sale | None:
        """The sale on the progress screen."""
        current = await self._sales.current_sale()
        return await self._sales.sale(current) if current is not None else None

    def actions(self, line: Line) -> frozenset[LineAction]:
        """What may be done about a line now."""
        return allowed_actions(line, now=self._clock.now(), limits=self._limits)


def _goes_on(line: Line) -> bool:
    """Whether a line of the sale in front needs no attention beside its own screen."""
    if line.given_up is not None or line.trouble is not None:
        return False
    arriving = line.order in (OrderState.WAITING, OrderState.ORDERING)
    return arriving or (line.order is OrderState.DELIVERED and line.refund is None)
