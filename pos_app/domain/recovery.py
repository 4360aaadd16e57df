"""What the till does next about a line by itself, and how long it waits (money.md M4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from pos_app.domain.answer import Answer, Proof
from pos_app.domain.invalidating import REFUSED_INVALIDATIONS, wants_invalidation
from pos_app.domain.limits import Limits
from pos_app.domain.orders import key_too_old
from pos_app.domain.sale import Line, OrderState, Trouble

_ALREADY = "order_invalidated"  # success on a repeated call


class Step(StrEnum):
    """The one request that may leave next for a line."""

    POST = "post"
    GET = "get"
    INVALIDATE = "invalidate"
    STOP = "stop"  # never posted again: becomes an open case with the trouble beside it
    NOTHING = "nothing"


def next_step(
    line: Line,
    *,
    now: datetime,
    provider_now: datetime | None,
    limits: Limits,
    invalidatable: bool | None = None,
) -> tuple[Step, Trouble | None]:
    """The next request for a line, or why there will be none.

    `provider_now` is None while the provider's time is not known; `invalidatable` is what is
    known about taking this product's cards back (M6), None is unknown.
    """
    if wants_invalidation(line):
        return Step.INVALIDATE, None
    if line.order is OrderState.WAITING:
        return Step.POST, None
    if not line.is_undecided or line.closed is not None:
        return Step.NOTHING, None
    if line.trouble is not None:
        return Step.NOTHING, None
    if line.order_id is not None:
        return Step.GET, None
    if line.order is OrderState.ORDERING:
        return Step.NOTHING, None
    if key_too_old(line, now=now, provider_now=provider_now, limits=limits):
        return Step.STOP, Trouble.KEY_TOO_OLD
    if line.given_up is not None and invalidatable is False:
        return Step.STOP, Trouble.NOT_POSTED_AGAIN
    return Step.POST, None


def backoff_s(attempt: int, limits: Limits, jitter: Callable[[], float]) -> float:
    """The wait before try `attempt` + 1: doubling from the first to the most, with jitter.

    `jitter` gives a number from 0 to 1; the wait lies between half and all of its step, so that
    20 tills of one shop don't knock together.
    """
    full = min(limits.backoff_most_s, limits.backoff_first_s * 2.0 ** min(attempt, 16))
    return max(limits.backoff_first_s, full * (0.5 + jitter() / 2))


def needs_confirmation(answer: Answer) -> bool:
    """Whether a refused invalidation is believed only after a look at the order (M7).

    An attempt before, whose answer was lost, may have made the card worthless: a refusal proves
    nothing about it, and "the card stays valid" would sell a dead card (M8).
    """
    codes = {_ALREADY, *REFUSED_INVALIDATIONS}
    return answer.proof is Proof.REFUSED and answer.code in codes


def confirmed(refusal: Answer, look: Answer) -> Answer:
    """What a refused invalidation and the look at the order prove together."""
    gone = look.proof is Proof.REFUSED and look.code == "entity_not_found"
    stands = look.proof is Proof.COMPLETED or gone
    return refusal if stands and refusal.code != _ALREADY else look
