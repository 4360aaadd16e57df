"""Papers that are worth no money: shop copy, void slip, refund slip, the day's report.

Void and refund slips have numbers of their own and point to the first slip (germany.md D6); a
line keeps its number, so printing twice gives the same paper. Nothing redeemable is on any.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from pos_app.domain import slip
from pos_app.domain.cases import CaseKind
from pos_app.domain.day import Day, DayGroup
from pos_app.domain.errors import RefusedError
from pos_app.domain.journal import Action, JournalRecord
from pos_app.domain.money import Language
from pos_app.domain.people import PersonId
from pos_app.domain.printjob import PrintKind
from pos_app.domain.sale import Closing, Line, LineId, OrderState, Sale
from pos_app.ports import Days, Journal, People, Sales
from pos_app.usecases.owner_ports import PaperNumbers
from pos_app.usecases.slips import SlipDesk, slip_line
from pos_app.usecases.till import Till

# The sentence of an open case, in the language in force; the user interface has the words.
CaseSentence = Callable[[CaseKind], str]


class PaperDesk:
    """Makes each paper from lines and journal, and has it printed."""

    def __init__(
        self,
        till: Till,
        *,
        sales: Sales,
        journal: Journal,
        people: People,
        days: Days,
        numbers: PaperNumbers,
        slips: SlipDesk,
    ) -> None:
        """Print through `slips`, which keeps the print jobs."""
        self._till, self._sales, self._journal = till, sales, journal
        self._people, self._days, self._numbers, self._slips = people, days, numbers, slips

    # --- papers of a line ------------------------------------------------------------------

    async def shop_copy(self, line_id: LineId) -> slip.MaskedCopy:
        """The shop's copy of a card slip: last characters only (M15).

        May raise:
        - RefusedError: `not_delivered`.
        """
        line, sale = await self._line_and_sale(line_id)
        if line.delivered_at is None:
            raise RefusedError("not_delivered", state=line.order.value)
        card = await self._sales.card(line_id)
        return slip.MaskedCopy(
            head=self._slips.head(sale.cashier_name, sale.language),
            line=slip_line(line),
            hint=line.card_hint or "",
            expires_on=card.expires_on if card is not None else None,
        )

    async def void_slip(self, line_id: LineId) -> slip.VoidSlip:
        """What became of an invalidated card, by whom and why.

        May raise:
        - RefusedError: `not_invalidated`.
        """
        line, sale = await self._line_and_sale(line_id)
        if line.order is not OrderState.INVALIDATED:
            raise RefusedError("not_invalidated", state=line.order.value)
        records = await self._journal.timeline(line_id)
        ended = next((record for record in reversed(records) if _tells_void(record)), records[-1])
        return slip.VoidSlip(
            head=self._slips.head(sale.cashier_name, sale.language),
            number=self._till.profile.paper_number(
                "V", await self._numbers.number(PrintKind.VOID, line_id)
            ),
            line=slip_line(line),
            hint=line.card_hint or "",
            reason=_reason(line),
            voided_at=self._till.local(ended.at),
            approved_by=_approver(records),
        )

    async def refund_slip(self, line_id: LineId) -> slip.RefundSlip:
        """The money owed for a line, or given back.

        May raise:
        - RefusedError: `no_refund`.
        """
        line, sale = await self._line_and_sale(line_id)
        refund, local = line.refund, self._till.local
        if refund is None:
            raise RefusedError("no_refund")
        return slip.RefundSlip(
            head=self._slips.head(sale.cashier_name, sale.language),
            number=self._till.profile.paper_number(
                "R", await self._numbers.number(PrintKind.REFUND, line_id)
            ),
            line=slip_line(line),
            due_at=local(refund.due_at),
            paid_at=local(refund.paid_at) if refund.paid_at is not None else None,
            paid_by=await self._name(refund.paid_by),
            receipt_number=refund.receipt_number,
            replaced_by=refund.settled_by or "",
        )

    async def _line_and_sale(self, line_id: LineId) -> tuple[Line, Sale]:
        line = await self._sales.line(line_id)
        return line, await self._sales.sale(line.sale)

    async def _name(self, person: PersonId | None) -> str:
        if person is None:
            return ""
        names = {each.id: each.name for each in await self._people.all()}
        return names.get(person, "")

    # --- the day ---------------------------------------------------------------------------

    async def day_report(
        self, day: Day, *, by: PersonId, language: Language, sentence: CaseSentence
    ) -> slip.DayReport:
        """The report of an ended day as it was ended, or of the open one as it stands.

        May raise:
        - RefusedError: `no_such_day`.
        """
        figures = await self._days.figures(day)
        local, profile = self._till.local, self._till.profile
        head = await self._journal.head() if day.ended_at is None else None
        return slip.DayReport(
            head=self._slips.head(await self._name(by), language),
            number=profile.paper_number("", day.number),
            began_at=local(day.opened_at),
            ended_at=local(day.ended_at or self._till.clock.now()),
            **{name: getattr(figures, name) for name in slip.DAY_SUMS},
            by_cashier=_rows(figures.cashiers),
            by_brand=_rows(figures.brands),
            open_cases=tuple(
                slip.ReportCase(case.line, sentence(case.kind), case.amount)
                for case in figures.cases
            ),
            journal_count=head.count if head is not None else day.journal_count or 0,
            journal_head=head.seal if head is not None else day.journal_head or "",
        )

    # --- printing --------------------------------------------------------------------------

    async def print_shop_copy(self, line_id: LineId, by: PersonId) -> None:
        """Print the shop's copy. May raise: as `shop_copy`, or PrinterError."""
        paper = await self.shop_copy(line_id)
        await self._slips.print_document(PrintKind.SHOP_COPY, paper, by, about=line_id)

    async def print_void(self, line_id: LineId, by: PersonId) -> None:
        """Print the void slip. May raise: as `void_slip`, or PrinterError."""
        paper = await self.void_slip(line_id)
        await self._slips.print_document(PrintKind.VOID, paper, by, about=line_id)

    async def print_refund(self, line_id: LineId, by: PersonId) -> None:
        """Print the refund slip. May raise: as `refund_slip`, or PrinterError."""
        paper = await self.refund_slip(line_id)
        await self._slips.print_document(PrintKind.REFUND, paper, by, about=line_id)

    async def print_day(
        self, day: Day, *, by: PersonId, language: Language, sentence: CaseSentence
    ) -> None:
        """Print the day's report. May raise: as `day_report`, or PrinterError."""
        paper = await self.day_report(day, by=by, language=language, sentence=sentence)
        await self._slips.print_document(PrintKind.DAY, paper, by)


def _rows(groups: Iterable[DayGroup]) -> tuple[slip.ReportRow, ...]:
    return tuple(slip.ReportRow(group.name, group.tally, group.parts) for group in groups)


def _tells_void(record: JournalRecord) -> bool:
    """Whether this is the entry that says that the card is worthless."""
    details = record.entry.details
    return details.get("proof") == "invalidated" or details.get("how") == Closing.VOIDED.value


def _reason(line: Line) -> str:
    if line.closed is not None:
        return line.closed.reason
    return line.invalidation.reason if line.invalidation is not None else ""


def _approver(records: Sequence[JournalRecord]) -> str:
    """The manager who asked for it or closed the case; nobody for a card that was given up."""
    asked = (Action.INVALIDATION_ASKED, Action.CASE_CLOSED)
    return next((r.by_name for r in reversed(records) if r.entry.action in asked), "")
