"""When a card's story is over, and what must be seen before it goes (M15)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from pos_app.domain.ageing import (
    allows_erasing,
    card_to_compare,
    is_worthless,
    story_ended_at,
)
from pos_app.domain.answer import Answer, OrderReport, Proof
from pos_app.domain.people import PersonId
from pos_app.domain.sale import (
    Closed,
    Closing,
    HandedOver,
    Invalidation,
    OrderState,
    Refund,
    SaleId,
)
from tests.helpers.sales import CARD, new_line

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ANNA = PersonId(1)


def after(hours: int) -> datetime:
    """Some hours after the beginning."""
    return NOW + timedelta(hours=hours)


def test_the_last_thing_counts() -> None:
    """Whatever people or provider did last is where the waiting begins."""
    line = new_line(SaleId("T1-000001"), 1, NOW)
    assert story_ended_at(line) == NOW
    line = line.with_(delivered_at=after(1))
    assert story_ended_at(line) == after(1)
    line = line.with_(handed_over=HandedOver(after(2), ANNA))
    assert story_ended_at(line) == after(2)
    line = line.with_(invalidation=Invalidation("wrong", after(3), ANNA))
    assert story_ended_at(line) == after(3)
    line = line.with_(refund=Refund(after(3)))
    assert story_ended_at(line) == after(3)
    line = line.with_(refund=Refund(after(3), after(4), ANNA))
    assert story_ended_at(line) == after(4)
    line = line.with_(closed=Closed(Closing.LOSS, "kept", after(5), ANNA))
    assert story_ended_at(line) == after(5)


@pytest.mark.parametrize(
    ("order", "proof", "allowed"),
    [
        (OrderState.DELIVERED, Proof.COMPLETED, True),
        (OrderState.DELIVERED, Proof.INVALIDATED, False),
        (OrderState.INVALIDATED, Proof.INVALIDATED, True),
        (OrderState.INVALIDATED, Proof.COMPLETED, False),
        (OrderState.INVALIDATED, Proof.FAILED, False),
    ],
)
def test_what_the_provider_must_say(order: OrderState, proof: Proof, *, allowed: bool) -> None:
    """The order as we know it, under its own number; otherwise the card stays."""
    line = new_line(SaleId("T1-000001"), 1, NOW).with_(order=order, order_id="o-1")
    report = OrderReport("o-1", proof.value, None, None, CARD)
    assert allows_erasing(line, Answer(proof=proof, report=report)) is allowed
    assert not allows_erasing(line, Answer(proof=proof))
    other = OrderReport("o-2", proof.value, None, None, CARD)
    assert not allows_erasing(line, Answer(proof=proof, report=other))
    assert is_worthless(line) is (order is OrderState.INVALIDATED)
    assert card_to_compare(line, CARD) == (None if is_worthless(line) else CARD)
