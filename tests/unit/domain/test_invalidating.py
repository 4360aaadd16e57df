"""Making a delivered card worthless (money.md M7), as tables."""

from __future__ import annotations

import pytest

from pos_app.domain import decisions, invalidating
from pos_app.domain.answer import Proof
from pos_app.domain.card import Card
from pos_app.domain.change import Change
from pos_app.domain.product import DeliveryMethod
from pos_app.domain.sale import Line, MoneyState, OrderState, Trouble
from tests.helpers.lines import (
    ANNA,
    MARTA,
    T0,
    after,
    answer,
    delivered,
    failed,
    give_up,
    invalidate,
    invalidation,
    make_line,
    refusal,
    report,
    send,
    told,
    unknown,
)

EMAIL = DeliveryMethod.EMAIL
NO_CARD = report(card=Card(pin="1"))


def test_invalidate_before_hand_over() -> None:
    """The refund is due at once, and ends refunded once invalidated."""
    line = invalidate(delivered())
    assert (line.order, line.money) == (OrderState.INVALIDATING, MoneyState.REFUND_DUE)
    assert not line.may_show_card
    assert invalidation(line, Proof.INVALIDATED).order is OrderState.INVALIDATED


def test_invalidate_after_hand_over() -> None:
    """The refund becomes due only after invalidated."""
    line = invalidate(decisions.hand_over(delivered(), by=ANNA, now=after(9)).line)
    assert line.money is MoneyState.PAID
    done = invalidation(line, Proof.INVALIDATED)
    assert (done.order, done.money) == (OrderState.INVALIDATED, MoneyState.REFUND_DUE)


@pytest.mark.parametrize("proof", [Proof.FAILED, Proof.REFUSED])
def test_invalidation_of_a_failed_order(proof: Proof) -> None:
    """`order_failed` proves failed."""
    assert invalidation(invalidate(delivered()), proof, "order_failed").order is OrderState.FAILED


@pytest.mark.parametrize(
    ("code", "trouble"),
    [
        ("order_invalidation_period_expired", Trouble.INVALIDATION_EXPIRED),
        ("order_invalidation_not_supported", Trouble.INVALIDATION_NOT_SUPPORTED),
        ("entity_not_found", Trouble.INVALIDATION_NOT_FOUND),
    ],
)
def test_refused_invalidation(code: str, trouble: Trouble) -> None:
    """The card stays valid: an open case, never refunded by itself (M8)."""
    line = invalidation(invalidate(delivered()), Proof.REFUSED, code)
    assert (line.order, line.trouble, line.money) == (
        OrderState.DELIVERED,
        trouble,
        MoneyState.REFUND_DUE,
    )
    assert trouble.refuses_invalidation
    assert line.may_show_card
    assert not invalidating.wants_invalidation(line)


@pytest.mark.parametrize(
    ("proof", "code"),
    [(Proof.UNCLEAR, ""), (Proof.REFUSED, "order_processing"), (Proof.TRY_LATER, "rate")],
)
def test_unanswered_invalidation_goes_on(proof: Proof, code: str) -> None:
    """No answer, or not yet: keep trying."""
    line = invalidation(invalidate(delivered()), proof, code)
    assert line.order is OrderState.INVALIDATING
    assert invalidating.wants_invalidation(line)


def test_invalidation_of_another_order_proves_nothing() -> None:
    """An answer about another order id is not ours."""
    line = invalidating.begin_invalidation(invalidate(delivered()), now=T0).line
    strange = answer(Proof.INVALIDATED, of=report("invalidated", order_id="o-9"))
    assert invalidating.take_invalidation_answer(line, strange, now=T0).line == line


def test_given_up_card_is_invalidated() -> None:
    """What arrives after giving up is taken back, with the reason said."""
    line = told(give_up(unknown()), answer(Proof.COMPLETED), 61)
    begun = invalidating.begin_invalidation(line, now=after(62)).line
    assert begun.order is OrderState.INVALIDATING
    assert begun.invalidation is not None
    assert begun.invalidation.reason == "given up"


def test_stray_order_is_invalidated_while_unknown() -> None:
    """A completed order that is not ours to sell stays unknown until it is invalidated."""
    strange = answer(Proof.COMPLETED, of=report(product="p-2"))
    line = told(told(send(make_line()), strange), strange)
    asked = invalidate(line)
    assert (asked.order, asked.money) == (OrderState.UNKNOWN, MoneyState.REFUND_DUE)
    assert invalidating.begin_invalidation(asked, now=T0).line.order is OrderState.UNKNOWN
    assert invalidation(asked, Proof.INVALIDATED).order is OrderState.INVALIDATED
    refused = invalidation(asked, Proof.REFUSED, "order_invalidation_not_supported")
    assert refused.order is OrderState.UNKNOWN
    assert invalidating.wants_invalidation(give_up(line))
    assert not invalidating.wants_invalidation(line)


@pytest.mark.parametrize(
    ("line", "reason", "code"),
    [
        (delivered(), "  ", "reason_missing"),
        (unknown(), "why", "not_delivered"),
        (failed(), "why", "not_delivered"),
    ],
)
def test_invalidate_refused(line: Line, reason: str, code: str) -> None:
    """A reason is needed, and a delivered card."""
    with refusal(code):
        invalidating.invalidate(line, reason=reason, by=MARTA, now=T0)


def test_nothing_to_invalidate() -> None:
    """No request leaves for a line that does not want it; a late answer changes nothing."""
    with refusal("not_delivered"):
        invalidating.begin_invalidation(delivered(), now=T0)
    done = invalidation(invalidate(delivered()), Proof.INVALIDATED)
    late = invalidating.take_invalidation_answer(done, answer(Proof.UNCLEAR), now=T0)
    assert late == Change(done)
