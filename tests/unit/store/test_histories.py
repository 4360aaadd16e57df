"""Whatever the domain does to a line, the database stores it exactly, and accepts it."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final, TypeAlias

from hypothesis import given, settings
from hypothesis import strategies as st

from pos_app.domain import decisions, invalidating, orders
from pos_app.domain.answer import Answer, OrderReport, Proof
from pos_app.domain.card import Card
from pos_app.domain.change import Change, Decide
from pos_app.domain.errors import RefusedError
from pos_app.domain.journal import Action, Entry
from pos_app.domain.money import Language, Money
from pos_app.domain.people import PersonId
from pos_app.domain.printjob import PrintKind, PrintState
from pos_app.domain.product import DeliveryMethod
from pos_app.domain.sale import Closing, Line, LineId, OrderState, Sale, SaleId, Trouble
from pos_app.store import Store, create_store
from tests.fakes.store import FakeStore
from tests.fakes.store_clock import HandClock
from tests.helpers.sales import ANNA, CARD, LIMITS, new_line
from tests.unit.store.support import by_hand, options

Event: TypeAlias = Callable[[Line, datetime], Change]

_EMPTY = Card()
_CODES: Final = (
    "",
    "entity_not_found",
    "order_failed",
    "order_processing",
    "order_invalidation_period_expired",
    "order_invalidation_not_supported",
    "insufficient_available_balance",
)


def _report(line: Line, kind: str) -> OrderReport:
    amount = Money(line.face_value.minor + 1, "EUR") if kind == "amount" else line.face_value
    return OrderReport(
        "another" if kind == "id" else line.order_id or f"o-{line.id}",
        "completed",
        line.product.code,
        amount,
        _EMPTY if kind == "empty" else CARD,
        failure="rejected",
    )


@st.composite
def answers(draw: st.DrawFn) -> Callable[[Line], Answer]:
    """Any answer, to be made for the line that is asked about."""
    proof = draw(st.sampled_from(Proof))
    kind = draw(st.sampled_from(["right"] * 4 + ["empty", "amount", "id"]))
    code = draw(st.sampled_from(_CODES))
    with_report = proof in (
        Proof.COMPLETED,
        Proof.FAILED,
        Proof.INVALIDATED,
        Proof.PROCESSING,
    )

    def make(line: Line) -> Answer:
        report = _report(line, kind) if with_report else None
        return Answer(proof=proof, code=code, report=report, status=201 if report else None)

    return make


def _begin_send(line: Line, now: datetime) -> Change:
    return orders.begin_send(line, now=now, provider_now=now, limits=LIMITS)


def _hand_over(line: Line, now: datetime) -> Change:
    return decisions.hand_over(line, by=ANNA, now=now)


def _pay_refund(line: Line, now: datetime) -> Change:
    return decisions.pay_refund(line, by=ANNA, receipt_number="7", now=now)


def _invalidate(line: Line, now: datetime) -> Change:
    return invalidating.invalidate(line, reason="r", by=ANNA, now=now)


def _begin_invalidation(line: Line, now: datetime) -> Change:
    return invalidating.begin_invalidation(line, now=now)


def _expire(line: Line, now: datetime) -> Change:
    return orders.expire_waiting(line, now=now)


def _interrupt(line: Line, _: datetime) -> Change:
    return orders.interrupt(line)


def _order_now(line: Line, _: datetime) -> Change:
    return decisions.order_now(line)


def _told(answer: Callable[[Line], Answer]) -> Event:
    return lambda line, now: orders.take_answer(line, answer(line), now=now, limits=LIMITS)


def _told_of_invalidation(answer: Callable[[Line], Answer]) -> Event:
    return lambda line, now: invalidating.take_invalidation_answer(line, answer(line), now=now)


def _give_up(*, manager: bool) -> Event:
    return lambda line, now: decisions.give_up(
        line, by=ANNA, manager=manager, now=now, limits=LIMITS
    )


def _close(how: Closing) -> Event:
    return lambda line, now: decisions.close_case(line, how=how, reason="r", by=ANNA, now=now)


def _stop(trouble: Trouble) -> Event:
    def stop(line: Line, _: datetime) -> Change:
        if line.order is not OrderState.UNKNOWN:
            raise RefusedError("not_unknown")
        return orders.stop_posting(line, trouble)

    return stop


def _again(line: Line, now: datetime) -> Change:
    new = new_line(line.sale, line.number + 100, now, minor=line.face_value.minor)
    return decisions.order_again(line, new.with_(replaces=line.id), by=ANNA, now=now)


PLAIN: Final = (
    _begin_send,
    _hand_over,
    _pay_refund,
    _invalidate,
    _begin_invalidation,
    _expire,
    _interrupt,
    _order_now,
    _again,
)
EVENTS: Final = st.one_of(
    st.just(_begin_send),
    st.sampled_from(PLAIN),
    answers().map(_told),
    answers().map(_told_of_invalidation),
    st.booleans().map(lambda manager: _give_up(manager=manager)),
    st.sampled_from(Closing).map(_close),
    st.sampled_from([Trouble.KEY_TOO_OLD, Trouble.NOT_POSTED_AGAIN]).map(_stop),
)
STEPS: Final = st.tuples(st.integers(0, 1), st.sampled_from([0, 1, 20, 61]), EVENTS)


def _plainly(proof: Proof, code: str = "") -> Callable[[Line], Answer]:
    def make(line: Line) -> Answer:
        report = _report(line, "right") if proof is Proof.COMPLETED else None
        return Answer(proof=proof, code=code, report=report)

    return make


# Where a history may begin: chance alone rarely gets this far.
_DELIVERED: Final = (_begin_send, _told(_plainly(Proof.COMPLETED)))
_REFUSED: Final = _told_of_invalidation(
    _plainly(Proof.REFUSED, "order_invalidation_not_supported")
)
BEGINNINGS: Final[tuple[tuple[Event, ...], ...]] = (
    (),
    (_begin_send,),
    (_begin_send, _told(_plainly(Proof.UNCLEAR))),
    (_begin_send, _told(_plainly(Proof.UNCLEAR)), _give_up(manager=True)),
    (_give_up(manager=False),),
    _DELIVERED,
    (*_DELIVERED, _hand_over),
    (*_DELIVERED, _hand_over, _invalidate, _begin_invalidation),
    (*_DELIVERED, _invalidate, _begin_invalidation),
    (*_DELIVERED, _invalidate, _begin_invalidation, _REFUSED),
    (*_DELIVERED, _invalidate, _begin_invalidation, _REFUSED, _pay_refund),
    (_begin_send, _give_up(manager=True), _told(_plainly(Proof.COMPLETED))),
)


@dataclass
class _Run:
    """The same history on the real store and on the fake."""

    real: Store
    fake: FakeStore
    clock: HandClock
    stored: dict[LineId, Line] = field(default_factory=dict)

    async def start(self, method: DeliveryMethod) -> list[LineId]:
        """A sale of two cards."""
        number = await self.real.sales.next_sale_number()
        sale_id, now = f"T1-{number:06d}", self.clock.now()
        lines = tuple(new_line(sale_id, index, now, method=method) for index in (1, 2))
        sale = Sale(SaleId(sale_id), number, now, PersonId(1), "Anna", Language.EN, lines)
        for store in (self.real, self.fake):
            await store.sales.record_sale(sale, [Entry(Action.SALE_PAID, ANNA, sale.id)])
        return [line.id for line in lines]

    async def step(self, line_id: LineId, event: Event) -> None:
        """One event, refused or stored by both alike."""
        now = self.clock.now()

        def decide(line: Line) -> Change:
            return event(line, now)

        told = [await self._change(store, line_id, decide) for store in (self.real, self.fake)]
        assert told[0] == told[1]
        real, fake = await self.real.sales.line(line_id), await self.fake.sales.line(line_id)
        assert real == fake
        assert await self.real.sales.card(line_id) == await self.fake.sales.card(line_id)
        if real.order is OrderState.DELIVERED and not real.is_email:
            await self._print(real)

    async def _change(
        self, store: Store | FakeStore, line_id: LineId, decide: Decide
    ) -> Change | str:
        try:
            return await store.sales.change_line(line_id, decide)
        except RefusedError as error:
            return error.code

    async def _print(self, line: Line) -> None:
        for store in (self.real, self.fake):
            job = await store.print_jobs.start(
                PrintKind.CARD, sale=line.sale, line=line.id, copy=False, printer="p", by=ANNA
            )
            await store.print_jobs.finish(job, PrintState.PRINTED)

    async def check(self, sale: SaleId) -> None:
        """Both tell the same about the whole sale, the open cases and the day."""
        real, fake = self.real, self.fake
        assert (await real.sales.sale(sale)).paid == (await fake.sales.sale(sale)).paid
        opened = [line.id for line in await real.sales.open_lines()]
        assert opened == [line.id for line in await fake.sales.open_lines()]
        day, fake_day = await real.days.current(), await fake.days.current()
        assert day is not None
        assert fake_day is not None
        assert await real.days.figures(day) == await fake.days.figures(fake_day)
        records, fake_records = await real.journal.records(), await fake.journal.records()
        # The real journal begins with the making of the till.
        assert [r.entry.action for r in records[1:]] == [r.entry.action for r in fake_records]


@settings(max_examples=60)
@given(
    method=st.sampled_from(DeliveryMethod),
    beginning=st.sampled_from(BEGINNINGS),
    steps=st.lists(STEPS, max_size=16),
)
async def test_every_history_is_stored_exactly(
    method: DeliveryMethod,
    beginning: tuple[Event, ...],
    steps: list[tuple[int, int, Event]],
) -> None:
    """Real store and fake agree after each event; the money rule holds in the rows at the end."""
    clock = HandClock()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        real = await create_store(folder / "data", **options(clock))
        try:
            run = _Run(real, FakeStore(clock), clock)
            lines = await run.start(method)
            for event in beginning:
                clock.move(11)
                await run.step(lines[0], event)
            for which, seconds, event in steps:
                clock.move(seconds)
                await run.step(lines[which], event)
            await run.check(SaleId(lines[0].rpartition("-")[0]))
            assert await real.journal.verify() is None
            _money_rule_holds(folder / "data")
        finally:
            await real.close()
        await asyncio.sleep(0)


def _money_rule_holds(folder: Path) -> None:
    """M1, asked in SQL: nothing here shares code with the store."""
    broken = """
        SELECT lines.id FROM lines LEFT JOIN refunds ON refunds.line = lines.id
        WHERE (refunds.line IS NULL) <> (money_state = 'paid')
            OR (order_state = 'delivered' AND NOT EXISTS (
                SELECT 1 FROM cards WHERE cards.line = lines.id))
            OR (is_open = 0 AND closed_how IS NOT 'loss' AND NOT (
                (order_state = 'delivered' AND money_state = 'paid'
                    AND handed_over_at IS NOT NULL)
                OR (order_state IN ('failed', 'invalidated') AND money_state = 'refunded')))
    """
    sums = """
        SELECT sale FROM refunds GROUP BY sale HAVING sum(amount_minor) > (
            SELECT sum(amount_minor) FROM payments WHERE payments.sale = refunds.sale)
    """
    with by_hand(folder) as connection:
        assert connection.execute(broken).fetchall() == []
        assert connection.execute(sums).fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
