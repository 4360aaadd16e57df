"""Papers without value: shop copy, void, refund, and the day's report (germany.md D6)."""

from __future__ import annotations

import asyncio
import csv
import io

import pytest

from pos_app.domain.cases import CaseKind
from pos_app.domain.errors import RefusedError
from pos_app.domain.money import Language
from pos_app.domain.people import Approval
from pos_app.domain.printjob import PrintKind
from pos_app.domain.product import DeliveryMethod
from pos_app.domain.sale import Closing, OrderState, Sale
from pos_app.domain.slip import DayReport, MaskedCopy, RefundSlip, VoidSlip
from pos_app.usecases.day_csv import COLUMNS, day_csv
from pos_app.usecases.day_files import DayFiles
from pos_app.usecases.papers import PaperDesk
from tests.helpers.virtual import Disk, VirtualTill, run_virtual


def papers_of(till: VirtualTill) -> PaperDesk:
    """The papers of this till."""
    store = till.store
    return PaperDesk(
        till.till,
        sales=store.sales,
        journal=store.journal,
        people=store.people,
        days=store.days,
        numbers=store.paper_numbers,
        slips=till.slips,
    )


def sentence(kind: CaseKind) -> str:
    """What the user interface would say."""
    return f"case: {kind.value}"


async def delivered(till: VirtualTill, count: int = 1) -> Sale:
    """A sale whose cards have arrived and were printed."""
    sale = await till.sell(count)
    await till.until(lambda lines: all(x.order is OrderState.DELIVERED for x in lines), sale)
    await asyncio.sleep(1)
    return sale


async def invalidated(till: VirtualTill) -> Sale:
    """A sale whose one card a manager had invalidated."""
    sale = await delivered(till)
    manager = Approval(till.anna.id, till.marta.id)
    await till.aftermath.invalidate(sale.lines[0].id, "wrong brand", manager)
    await till.until(lambda lines: lines[0].order is OrderState.INVALIDATED, sale)
    await till.aftermath.new_sale()
    return sale


def test_the_shop_copy_holds_nothing_redeemable() -> None:
    """Last characters and expiry only; it does not make the next card slip a copy."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        sale = await delivered(till)
        line, papers = sale.lines[0].id, papers_of(till)
        await papers.print_shop_copy(line, till.anna.id)
        name, paper = till.printer.printed[-1]
        assert isinstance(paper, MaskedCopy)
        assert (name, paper.hint) == (f"{line}-shop", (await till.line(sale)).card_hint)
        (order,) = till.training.ledger.orders.values()
        assert str(order.code) not in repr(paper)
        jobs = await till.records.print_jobs(line)
        assert [job.kind for job in jobs] == [PrintKind.CARD, PrintKind.SHOP_COPY]
        job = await till.slips.print_card(line, till.anna.id)
        assert job.copy_number == 1
        store = till.store.state
        store.erased[line] = store.cards.pop(line)
        assert (await papers.shop_copy(line)).expires_on is None
        await till.end()

    run_virtual(scenario())


def test_a_void_has_its_own_number_and_names_the_first_slip() -> None:
    """Numbered from 1 on, the same when printed again; reason and manager stand on it."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        first, second = await invalidated(till), await invalidated(till)
        papers = papers_of(till)
        for sale in (second, first, second):
            await papers.print_void(sale.lines[0].id, till.anna.id)
        slips = [paper for _, paper in till.printer.printed if isinstance(paper, VoidSlip)]
        assert [slip.number for slip in slips] == ["T1-V0001", "T1-V0002", "T1-V0001"]
        assert [slip.line.reference for slip in slips][:2] == [
            second.lines[0].id,
            first.lines[0].id,
        ]
        assert {slip.reason for slip in slips} == {"wrong brand"}
        assert {slip.approved_by for slip in slips} == {"Marta"}
        assert slips[1].voided_at > first.paid_at
        await till.end()

    run_virtual(scenario())


def test_a_given_up_card_is_void_without_a_manager() -> None:
    """Nobody approved it; a live card has no void slip."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        till.training.troubles.arm("processing", 1, "order", seconds=30)
        sale = await till.sell()
        await asyncio.sleep(12)
        line, papers = sale.lines[0].id, papers_of(till)
        with pytest.raises(RefusedError, match="not_invalidated"):
            await papers.void_slip(line)
        with pytest.raises(RefusedError, match="not_delivered"):
            await papers.shop_copy(line)
        with pytest.raises(RefusedError, match="no_refund"):
            await papers.refund_slip(line)
        await till.aftermath.give_up(line, till.session.own_approval())
        await till.until(lambda lines: lines[0].order is OrderState.INVALIDATED, sale)
        slip = await papers.void_slip(line)
        assert (slip.reason, slip.approved_by) == ("given up", "")
        await till.end()

    run_virtual(scenario())


def test_a_void_by_a_managers_word() -> None:
    """The provider said so by telephone: the case's reason and who closed it."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        sale = await delivered(till)
        line = sale.lines[0].id
        manager = Approval(till.anna.id, till.marta.id)
        till.training.troubles.arm("refused_invalidation", 1)
        await till.aftermath.invalidate(line, "torn", manager)
        await till.until(lambda lines: lines[0].trouble is not None, sale)
        await till.aftermath.close_case(line, Closing.VOIDED, "voided by hand", manager)
        slip = await papers_of(till).void_slip(line)
        assert (slip.reason, slip.approved_by) == ("voided by hand", "Marta")
        await till.end()

    run_virtual(scenario())


def test_a_refund_slip_says_how_far_the_money_is() -> None:
    """Due; then paid, by whom and with which receipt; or spent on a replacement."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        one, two = await invalidated(till), await invalidated(till)
        papers, line = papers_of(till), one.lines[0].id
        due = await papers.refund_slip(line)
        assert (due.number, due.paid_at, due.paid_by) == ("T1-R0001", None, "")
        await till.aftermath.refund_paid(line, till.anna.id, "R 7")
        await papers.print_refund(line, till.anna.id)
        _, paid = till.printer.printed[-1]
        assert isinstance(paid, RefundSlip)
        assert (paid.number, paid.paid_by, paid.receipt_number) == ("T1-R0001", "Anna", "R 7")
        assert paid.paid_at is not None
        new = await till.aftermath.order_again(two.lines[0].id, till.anna.id)
        assert (await papers.refund_slip(two.lines[0].id)).replaced_by == new.id
        await till.until(lambda lines: lines[-1].order is OrderState.DELIVERED, two)
        await till.end()

    run_virtual(scenario())


def test_the_days_report_is_a_snapshot() -> None:
    """As it stands, then as it was ended: cases named, zeros shown, the journal's end on it."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        await invalidated(till)
        await till.aftermath.new_sale()
        sale = await delivered(till, 2)
        await till.aftermath.hand_over(sale.lines[0].id, till.anna.id)
        papers = papers_of(till)
        day = (await till.days.current()).day
        assert day is not None
        asked = {"by": till.marta.id, "language": Language.DE, "sentence": sentence}
        now = await papers.day_report(day, **asked)  # type: ignore[arg-type]
        assert now.journal_count == len(await till.store.journal.records())
        ended, _ = await till.days.end(till.marta.id)
        await till.aftermath.hand_over(sale.lines[1].id, till.anna.id)
        await papers.print_day(ended, **asked)  # type: ignore[arg-type]
        _, report = till.printer.printed[-1]
        assert isinstance(report, DayReport)
        assert (report.number, report.head.cashier) == ("T1-0001", "Marta")
        assert [case.sentence for case in report.open_cases] == [
            "case: refund_due",
            "case: perhaps_printed",
        ]
        counts = [report.paid, report.delivered, report.handed_over, report.voids, report.losses]
        assert [tally.count for tally in counts] == [3, 3, 1, 1, 0]
        assert (report.journal_count, report.journal_head) == (
            ended.journal_count,
            ended.journal_head,
        )
        assert [row.label for row in report.by_cashier] == ["Anna"]
        stranger = {**asked, "by": None}
        assert (await papers.day_report(ended, **stranger)).head.cashier == ""  # type: ignore[arg-type]
        await till.end()

    run_virtual(scenario())


class Folder:
    """Keeps what was written."""

    def __init__(self) -> None:
        self.written: dict[str, bytes] = {}

    async def write(self, name: str, data: bytes) -> str:
        """Remember a file."""
        self.written[f"/reports/{name}"] = data
        return f"/reports/{name}"


def test_the_report_as_csv() -> None:
    """A row per sum, cashier, brand and case, which add up; no cell is a formula."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        await till.store.people.change(
            till.anna.__class__(till.anna.id, "=cmd|calc", till.anna.role), by=till.marta.id
        )
        till.session.person = await till.store.people.check_pin(till.anna.id, "1111")
        await till.sell(2, DeliveryMethod.CODE)
        await asyncio.sleep(5)
        day = (await till.days.current()).day
        assert day is not None
        report = await papers_of(till).day_report(
            day, by=till.marta.id, language=Language.EN, sentence=sentence
        )
        files = Folder()
        saved = await DayFiles(papers_of(till), files).save(
            day, by=till.marta.id, language=Language.EN, sentence=sentence
        )
        assert saved == f"/reports/day-{report.number}.csv"
        assert files.written == {saved: day_csv(report).encode("utf-8-sig")}
        header, *rows = csv.reader(io.StringIO(day_csv(report)))
        assert tuple(header) == COLUMNS
        assert rows[0] == ["T1-0001", "day", "paid", "2", "100.0", "EUR"]
        assert ["T1-0001", "day", "failed", "0", "0.0", "EUR"] in rows
        assert ["T1-0001", "day", "voids", "0", "0.0", "EUR"] in rows
        assert ["T1-0001", "cashier", "'=cmd|calc", "2", "100.0", "EUR"] in rows
        more = ["T1-0001", "cashier_delivered", "'=cmd|calc", "2", "100.0", "EUR"]
        assert more in rows
        assert not [row for row in rows if row[1] == "cashier_voids"]
        assert sum(float(row[4]) for row in rows if row[1] == "brand") == 100.0
        assert [row[2] for row in rows if row[1] == "case"] == ["T1-000001-1", "T1-000001-2"]
        await till.end()

    run_virtual(scenario())
