"""What every implementation of the ports PrintJobs and Days must do."""

from __future__ import annotations

import pytest

from pos_app.domain.answer import Proof
from pos_app.domain.cases import CaseKind
from pos_app.domain.day import DayFigures, DayGroup, Tally
from pos_app.domain.decisions import close_case, pay_refund
from pos_app.domain.errors import RefusedError
from pos_app.domain.journal import Action
from pos_app.domain.money import Money
from pos_app.domain.people import Role
from pos_app.domain.printjob import PrintJob, PrintKind, PrintState
from pos_app.domain.sale import Closing, Line
from pos_app.store import Store
from tests.fakes.store import FakeStore
from tests.fakes.store_clock import HandClock
from tests.helpers.sales import (
    ANNA,
    answered,
    deliver,
    given_up,
    handed_over,
    invalidating,
    invalidation_answered,
    invalidation_sent,
    new_line,
    record,
    refund_paid,
    replaced_by,
    sending,
)


async def _start(store: Store | FakeStore, line: Line, *, copy: bool = False) -> PrintJob:
    return await store.print_jobs.start(
        PrintKind.CARD, sale=line.sale, line=line.id, copy=copy, printer="pdf", by=ANNA
    )


async def test_a_printed_slip_marks_its_line(store: Store | FakeStore, clock: HandClock) -> None:
    """Handed to the printer without an error: the line knows."""
    sale = await record(store.sales, clock.now())
    line = await deliver(store.sales, sale.lines[0].id, clock.now())
    job = await _start(store, line)
    assert (job.copy_number, job.state) == (0, PrintState.PRINTING)
    failed = await store.print_jobs.finish(job, PrintState.FAILED, code="offline")
    assert (failed.state, failed.code) == (PrintState.FAILED, "offline")
    assert not (await store.sales.line(line.id)).printed
    second = await _start(store, line)
    done = await store.print_jobs.finish(second, PrintState.PRINTED)
    assert (await store.sales.line(line.id)).printed
    assert await store.print_jobs.of_line(line.id) == [failed, done]
    ends = await store.journal.records(actions=[Action.PRINT_STARTED, Action.PRINT_ENDED])
    assert [record.entry.by for record in ends] == [ANNA] * 4


async def test_copies_are_counted_per_line(store: Store | FakeStore, clock: HandClock) -> None:
    """The original is 0, copies count from 1."""
    sale = await record(store.sales, clock.now(), minors=(100, 200))
    one = await deliver(store.sales, sale.lines[0].id, clock.now())
    two = await deliver(store.sales, sale.lines[1].id, clock.now())
    jobs = [await _start(store, line, copy=copy) for line, copy in (
        (one, False), (one, True), (one, True), (two, True)
    )]  # fmt: skip
    assert [job.copy_number for job in jobs] == [0, 1, 2, 1]


async def test_an_interrupted_job_was_perhaps_printed(
    store: Store | FakeStore, clock: HandClock
) -> None:
    """At start: what was under way becomes a question, once (M9)."""
    sale = await record(store.sales, clock.now())
    line = await deliver(store.sales, sale.lines[0].id, clock.now())
    job = await _start(store, line)
    (perhaps,) = await store.print_jobs.interrupted()
    assert (perhaps.id, perhaps.state) == (job.id, PrintState.PERHAPS)
    assert (await store.sales.line(line.id)).printed
    assert await store.print_jobs.interrupted() == []


async def test_a_slip_without_a_line_can_be_printed(store: Store | FakeStore) -> None:
    """A test page belongs to no sale."""
    job = await store.print_jobs.start(
        PrintKind.TEST, sale=None, line=None, copy=False, printer="pdf", by=ANNA
    )
    assert (await store.print_jobs.finish(job, PrintState.PRINTED)).state is PrintState.PRINTED


async def test_the_first_sale_opens_the_day(store: Store | FakeStore, clock: HandClock) -> None:
    """No sale, no day; then one, until it is ended; numbers without gaps."""
    assert await store.days.current() is None
    with pytest.raises(RefusedError, match="no_open_day"):
        await store.days.end(by=ANNA)
    await record(store.sales, clock.now())
    await record(store.sales, clock.now())
    day = await store.days.current()
    assert day is not None
    assert day.number == 1
    ended, _ = await store.days.end(by=ANNA)
    records = await store.journal.records()
    assert (ended.ended_by, ended.journal_count) == (ANNA, len(records))
    assert records[-1].entry.action is Action.DAY_ENDED
    assert await store.days.current() is None
    await record(store.sales, clock.now())
    second, _ = await store.days.end(by=ANNA)
    assert second.number == 2
    assert await store.days.ended() == [second, ended]
    assert await store.days.ended(limit=1) == [second]
    opened = await store.journal.records(actions=[Action.DAY_OPENED])
    assert [record.entry.details["number"] for record in opened] == [1, 2]


async def test_figures_say_what_became_of_each_card(
    store: Store | FakeStore, clock: HandClock
) -> None:
    """A day with every outcome, added up to the cent."""
    assert (await store.people.add("Anna", Role.CASHIER, "1111", by=ANNA)).id == ANNA
    sale = await record(store.sales, clock.now(), minors=(1000, 2000, 4000, 8000, 16000))
    kept, void, dropped, again, unclear = (line.id for line in sale.lines)
    await deliver(store.sales, kept, clock.now())
    await store.sales.change_line(kept, handed_over(clock.now()))
    await deliver(store.sales, void, clock.now())
    await store.sales.change_line(void, invalidating(clock.now()))
    await store.sales.change_line(void, invalidation_sent(clock.now()))
    await store.sales.change_line(void, invalidation_answered(clock.now(), Proof.INVALIDATED))
    await store.sales.change_line(dropped, given_up(clock.now()))
    await store.sales.change_line(dropped, refund_paid(clock.now()))
    await store.sales.change_line(again, given_up(clock.now()))
    new = new_line(sale.id, 6, clock.now(), minor=8000, brand="Kino").with_(replaces=again)
    await store.sales.change_line(again, replaced_by(new, clock.now()))
    await deliver(store.sales, new.id, clock.now())
    await store.sales.change_line(unclear, sending(clock.now()))
    await store.sales.change_line(unclear, answered(clock.now(), Proof.UNCLEAR))
    day = await store.days.current()
    assert day is not None
    figures = await store.days.figures(day)
    told = {
        name: (tally.count, tally.amount.minor)
        for name, tally in (
            ("paid", figures.paid),
            ("delivered", figures.delivered),
            ("handed_over", figures.handed_over),
            ("failed", figures.failed),
            ("voids", figures.voids),
            ("refunds_due", figures.refunds_due),
            ("refunds_paid", figures.refunds_paid),
            ("open_cases", figures.open_cases),
        )
    }
    assert told == {
        "paid": (5, 31000),
        "delivered": (3, 11000),
        "handed_over": (1, 1000),
        "failed": (2, 12000),
        "voids": (1, 2000),
        "refunds_due": (1, 2000),
        "refunds_paid": (1, 4000),
        "open_cases": (3, 26000),
    }
    assert {name: tally.count for name, tally in figures.paid_by_cashier.items()} == {"Anna": 5}
    assert figures.losses.count == 0
    named = [(case.line, case.kind, case.amount.minor) for case in figures.cases]
    assert named == [
        (void, CaseKind.REFUND_DUE, 2000),
        (unclear, CaseKind.ASKING, 16000),
        (new.id, CaseKind.NOT_HANDED_OVER, 8000),
    ]
    brands = {name: tally.amount.minor for name, tally in figures.delivered_by_brand.items()}
    assert brands == {"Bücherwelt": 3000, "Kino": 8000}
    _everything_was_hers(figures)
    _, ended = await store.days.end(by=ANNA)
    assert ended.cashiers == figures.cashiers


def _everything_was_hers(figures: DayFigures) -> None:
    """One cashier has all; two brands share it."""
    (anna,) = figures.cashiers
    assert anna == DayGroup(
        "Anna",
        figures.paid,
        (
            ("delivered", figures.delivered),
            ("refunds_paid", figures.refunds_paid),
            ("voids", figures.voids),
        ),
    )
    assert {group.name: dict(group.parts) for group in figures.brands} == {
        "Bücherwelt": {"refunds_paid": figures.refunds_paid, "voids": figures.voids},
        "Kino": {},
    }


async def test_who_pays_a_refund_answers_for_it(
    store: Store | FakeStore, clock: HandClock
) -> None:
    """Sold by one, paid back the day after by another, who has sold nothing."""
    await store.people.add("Anna", Role.CASHIER, "1111", by=ANNA)
    other = await store.people.add("Berta", Role.CASHIER, "2222", by=ANNA)
    sale = await record(store.sales, clock.now(), minors=(4000,))
    line = sale.lines[0].id
    await store.sales.change_line(line, given_up(clock.now()))
    await store.days.end(by=ANNA)
    await record(store.sales, clock.now(), minors=(1000,))
    await store.sales.change_line(
        line, lambda stored: pay_refund(stored, by=other.id, receipt_number="7", now=clock.now())
    )
    _, figures = await store.days.end(by=ANNA)
    paid, back = (Tally(1, Money(minor, "EUR")) for minor in (1000, 4000))
    assert figures.cashiers == (
        DayGroup("Anna", paid),
        DayGroup("Berta", Tally(0, Money.zero("EUR")), (("refunds_paid", back),)),
    )
    (brand,) = figures.brands
    assert brand.parts == (("refunds_paid", back),)


async def test_a_loss_belongs_to_the_day_it_was_borne_in(
    store: Store | FakeStore, clock: HandClock
) -> None:
    """A card that the shop owns, closed by a manager; the next day has no part in it."""
    sale = await record(store.sales, clock.now())
    line = sale.lines[0].id
    await deliver(store.sales, line, clock.now())
    await store.sales.change_line(line, invalidating(clock.now()))
    refused = "order_invalidation_period_expired"
    answer = invalidation_answered(clock.now(), Proof.REFUSED, refused)
    await store.sales.change_line(line, answer)
    await store.sales.change_line(line, refund_paid(clock.now()))
    _, before = await store.days.end(by=ANNA)
    assert [case.kind for case in before.cases] == [CaseKind.SHOP_OWNS_CARD]
    assert before.losses.count == 0
    await record(store.sales, clock.now())
    await store.sales.change_line(
        line,
        lambda stored: close_case(
            stored, how=Closing.LOSS, reason="kept", by=ANNA, now=clock.now()
        ),
    )
    day, lost = await store.days.end(by=ANNA)
    assert (lost.losses.count, lost.losses.amount.minor) == (1, 5000)
    assert await store.days.figures(day) == lost
    await record(store.sales, clock.now())
    assert (await store.days.end(by=ANNA))[1].losses.count == 0


async def test_an_event_belongs_to_the_day_it_happened_in(
    store: Store | FakeStore, clock: HandClock
) -> None:
    """Sold yesterday, delivered overnight, handed over today; an ended day stays as it was."""
    sale = await record(store.sales, clock.now())
    first, snapshot = await store.days.end(by=ANNA)
    assert (snapshot.paid.count, snapshot.delivered.count, snapshot.voids.count) == (1, 0, 0)
    await deliver(store.sales, sale.lines[0].id, clock.now())
    await record(store.sales, clock.now(), minors=(700,))
    await store.sales.change_line(sale.lines[0].id, handed_over(clock.now()))
    second, figures = await store.days.end(by=ANNA)
    assert (figures.paid.amount.minor, figures.delivered.count) == (700, 1)
    assert figures.handed_over.amount.minor == 5000
    assert await store.days.figures(first) == snapshot
    assert await store.days.figures(second) == figures


async def test_an_empty_report_is_all_zeros(store: Store | FakeStore, clock: HandClock) -> None:
    """Voids are shown even when there were none (germany.md)."""
    await record(store.sales, clock.now())
    _, figures = await store.days.end(by=ANNA)
    assert (figures.voids.count, figures.voids.amount.to_wire()) == (0, "0.0")
