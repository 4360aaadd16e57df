"""When a card's story is over, and what must be seen before it is erased here (money.md M15).

A card that a customer has, or that the shop owns as a loss, may still be redeemed: the provider
must show the same one first. One that was made worthless is never shown again: the provider must
say that it is worthless.
"""

from __future__ import annotations

from datetime import datetime

from pos_app.domain.answer import Answer, Proof
from pos_app.domain.card import Card
from pos_app.domain.sale import Line, OrderState


def story_ended_at(line: Line) -> datetime:
    """The last thing that people or provider did about a card that is closed."""
    invalidation, refund = line.invalidation, line.refund
    moments = (
        line.created_at,
        line.delivered_at,
        line.handed_over.at if line.handed_over is not None else None,
        invalidation.asked_at if invalidation is not None else None,
        refund.paid_at if refund is not None else None,
        line.closed.at if line.closed is not None else None,
    )
    return max(moment for moment in moments if moment is not None)


def is_worthless(line: Line) -> bool:
    """Whether the card is proven to be worth nothing: it is never shown again."""
    return line.order is OrderState.INVALIDATED


def allows_erasing(line: Line, answer: Answer) -> bool:
    """Whether the provider has just said what lets this card go; the card itself comes after."""
    report = answer.report
    if report is None or report.id != line.order_id:
        return False
    wanted = Proof.INVALIDATED if is_worthless(line) else Proof.COMPLETED
    return answer.proof is wanted


def card_to_compare(line: Line, seen: Card) -> Card | None:
    """The card that ours must equal; None where it is worthless anyway."""
    return None if is_worthless(line) else seen
