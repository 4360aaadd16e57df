"""Paid sales for tests of the store, and the events that a line goes through."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from pos_app.domain.answer import Answer, OrderReport, Proof
from pos_app.domain.card import Card, CardUrl
from pos_app.domain.change import Change, Decide
from pos_app.domain.decisions import give_up, hand_over, order_again, pay_refund
from pos_app.domain.invalidating import begin_invalidation, invalidate, take_invalidation_answer
from pos_app.domain.journal import Action, Entry
from pos_app.domain.limits import Limits
from pos_app.domain.money import Language, Money
from pos_app.domain.orders import begin_send, take_answer
from pos_app.domain.people import PersonId
from pos_app.domain.product import DeliveryMethod
from pos_app.domain.sale import (
    Account,
    Delivery,
    Line,
    LineId,
    OrderRequest,
    ProductRef,
    Sale,
    SaleId,
)
from pos_app.ports import Sales

LIMITS = Limits()
ANNA = PersonId(1)
CARD = Card(code="ABCD-EFGH-JKLM", pin="4711", urls=(CardUrl("redemption", "https://r.test/1"),))


def new_line(
    sale: str,
    number: int,
    now: datetime,
    *,
    minor: int = 5000,
    brand: str = "Bücherwelt",
    method: DeliveryMethod = DeliveryMethod.CODE,
) -> Line:
    """A paid line that is waiting."""
    return Line(
        id=LineId(f"{sale}-{number}"),
        sale=SaleId(sale),
        number=number,
        product=ProductRef(f"p-{brand}", f"{brand} Gutschein", brand, "books"),
        face_value=Money(minor, "EUR"),
        delivery=Delivery(method, "a@example.org" if method is DeliveryMethod.EMAIL else None),
        request=OrderRequest(f"key-{sale}-{number}", "POST", "https://p.test/v1/orders", b"{}"),
        account=Account("https://p.test/v1", "client"),
        created_at=now,
    )


def new_sale(number: int, now: datetime, *, minors: Sequence[int] = (5000,)) -> Sale:
    """A paid sale with one line per amount."""
    sale = f"T1-{number:06d}"
    lines = [new_line(sale, index, now, minor=minor) for index, minor in enumerate(minors, 1)]
    return Sale(SaleId(sale), number, now, ANNA, "Anna", Language.DE, tuple(lines))


async def record(sales: Sales, now: datetime, *, minors: Sequence[int] = (5000,)) -> Sale:
    """A recorded sale under the next number."""
    sale = new_sale(await sales.next_sale_number(), now, minors=minors)
    await sales.record_sale(sale, [Entry(Action.SALE_PAID, sale.cashier, sale.id)])
    return sale


def completed(line: Line, card: Card = CARD) -> Answer:
    """The provider's answer with a card."""
    report = OrderReport(f"o-{line.id}", "completed", line.product.code, line.face_value, card)
    return Answer(proof=Proof.COMPLETED, status=201, report=report, request_id="r-1")


def sending(now: datetime) -> Decide:
    """The order leaves."""
    return lambda line: begin_send(line, now=now, provider_now=now, limits=LIMITS)


def answered(now: datetime, proof: Proof, code: str = "") -> Decide:
    """An answer comes; with a card when it proves completion."""

    def decide(line: Line) -> Change:
        plain = Answer(proof=proof, code=code, status=400 if code else None)
        answer = completed(line) if proof is Proof.COMPLETED else plain
        return take_answer(line, answer, now=now, limits=LIMITS)

    return decide


def given_up(now: datetime) -> Decide:
    """The customer does not wait."""
    return lambda line: give_up(line, by=ANNA, manager=False, now=now, limits=LIMITS)


def handed_over(now: datetime) -> Decide:
    """The customer has the card."""
    return lambda line: hand_over(line, by=ANNA, now=now)


def refund_paid(now: datetime) -> Decide:
    """The customer has the money."""
    return lambda line: pay_refund(line, by=ANNA, receipt_number="R 7", now=now)


def replaced_by(new: Line, now: datetime) -> Decide:
    """The refund pays for another line."""
    return lambda line: order_again(line, new, by=ANNA, now=now)


def invalidating(now: datetime) -> Decide:
    """A delivered card is to become worthless."""
    return lambda line: invalidate(line, reason="wrong brand", by=ANNA, now=now)


def invalidation_sent(now: datetime) -> Decide:
    """The invalidation leaves."""
    return lambda line: begin_invalidation(line, now=now)


def invalidation_answered(now: datetime, proof: Proof, code: str = "") -> Decide:
    """The invalidation is answered."""

    def decide(line: Line) -> Change:
        answer = Answer(proof=proof, code=code, status=400 if code else 200)
        return take_invalidation_answer(line, answer, now=now)

    return decide


async def deliver(sales: Sales, line_id: LineId, now: datetime) -> Line:
    """Send and deliver one line."""
    await sales.change_line(line_id, sending(now))
    change = await sales.change_line(line_id, answered(now, Proof.COMPLETED))
    return change.line
