"""Lines of a sale for tests, in any state."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from pos_app.domain import decisions, invalidating
from pos_app.domain.answer import Answer, OrderReport, Proof
from pos_app.domain.card import Card, CardUrl
from pos_app.domain.errors import RefusedError
from pos_app.domain.limits import Limits
from pos_app.domain.money import Money
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
    SaleId,
)

T0 = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LIMITS = Limits()
ANNA = PersonId(1)
MARTA = PersonId(2)
CARD = Card(code="ABCD-EFGH-JKLM", pin="4711", urls=(CardUrl("redemption", "https://r.test/1"),))
ACCOUNT = Account("http://127.0.0.1:1/v1", "client")
FIFTY = Money(5000, "EUR")


def after(seconds: float) -> datetime:
    """The moment so many seconds after the start."""
    return T0 + timedelta(seconds=seconds)


def make_line(number: int = 1, method: DeliveryMethod = DeliveryMethod.CODE) -> Line:
    """A paid line that is waiting, proven unsent."""
    sale = SaleId("T1-000001")
    address = "anna@example.org" if method is DeliveryMethod.EMAIL else None
    return Line(
        id=LineId(f"{sale}-{number}"),
        sale=sale,
        number=number,
        product=ProductRef("p-1", "Bücherwelt Gutschein", "Bücherwelt", "books"),
        face_value=FIFTY,
        delivery=Delivery(method, address),
        request=OrderRequest(f"key-{number}", "POST", f"{ACCOUNT.base_url}/orders", b"{}"),
        account=ACCOUNT,
        created_at=T0,
    )


def report(
    state: str = "completed",
    *,
    card: Card = CARD,
    order_id: str = "o-1",
    amount: Money | None = FIFTY,
    product: str | None = "p-1",
) -> OrderReport:
    """The provider's order as it was ordered, unless said otherwise."""
    return OrderReport(order_id, state, product, amount, card)


def answer(proof: Proof, *, of: OrderReport | None = None, code: str = "") -> Answer:
    """An answer; with a report for the readable 2xx ones."""
    readable = {
        Proof.COMPLETED: "completed",
        Proof.FAILED: "failed",
        Proof.INVALIDATED: "invalidated",
        Proof.PROCESSING: "processing",
    }
    if proof in readable:
        return Answer(proof=proof, status=201, report=of or report(readable[proof]), code=code)
    status = None if proof in (Proof.NOT_SENT, Proof.UNCLEAR) and not code else 400
    return Answer(proof=proof, status=status, code=code)


def send(line: Line, at_s: float = 0) -> Line:
    """The line after its bytes began to leave."""
    now = after(at_s)
    return begin_send(line, now=now, provider_now=now, limits=LIMITS).line


def told(line: Line, what: Answer, at_s: float = 1) -> Line:
    """The line after an answer."""
    return take_answer(line, what, now=after(at_s), limits=LIMITS).line


def delivered(method: DeliveryMethod = DeliveryMethod.CODE) -> Line:
    """A line whose card has arrived."""
    return told(send(make_line(method=method)), answer(Proof.COMPLETED))


def unknown() -> Line:
    """A line whose first attempt went unanswered."""
    return told(send(make_line()), answer(Proof.UNCLEAR))


def failed() -> Line:
    """A line that the provider refused."""
    return told(send(make_line()), answer(Proof.REFUSED, code="order_not_allowed_for_product"))


def refusal(code: str) -> pytest.RaisesExc[RefusedError]:
    """The rule says no, with this reason."""
    return pytest.RaisesExc(RefusedError, check=lambda error: error.code == code)


def give_up(line: Line, at_s: float = 60, *, manager: bool = False) -> Line:
    """The customer does not wait any longer."""
    return decisions.give_up(line, by=ANNA, manager=manager, now=after(at_s), limits=LIMITS).line


def invalidate(line: Line, at_s: float = 100) -> Line:
    """A manager wants the card back."""
    return invalidating.invalidate(line, reason="wrong brand", by=MARTA, now=after(at_s)).line


def invalidation(line: Line, proof: Proof, code: str = "") -> Line:
    """The line after an answer to its invalidation."""
    begun = invalidating.begin_invalidation(line, now=after(101)).line
    return invalidating.take_invalidation_answer(
        begun, answer(proof, code=code), now=after(102)
    ).line
