"""Making a delivered card worthless (money.md M7): the wish, the request, what answers prove."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from pos_app.domain.answer import Answer, Proof
from pos_app.domain.change import Change, answer_entry, entry_of, fall_due
from pos_app.domain.errors import RefusedError
from pos_app.domain.journal import Action, Entry
from pos_app.domain.people import TILL, PersonId
from pos_app.domain.sale import Invalidation, Line, OrderState, Trouble


def invalidate(line: Line, *, reason: str, by: PersonId, now: datetime) -> Change:
    """A delivered card is to become worthless (M7).

    A card already handed over: the refund becomes due only after `invalidated`. A completed
    order that never became a card here (mismatch, no card) stays `unknown` meanwhile.

    May raise:
    - RefusedError: `reason_missing`, `not_delivered`, `already_refunded`.
    """
    if not reason.strip():
        raise RefusedError("reason_missing")
    stray = line.order is OrderState.UNKNOWN and _is_stray(line)
    if line.order is not OrderState.DELIVERED and not stray:
        raise RefusedError("not_delivered", state=line.order.value)
    wish = Invalidation(reason.strip(), now, by)
    entries: tuple[Entry, ...] = (
        entry_of(line, Action.INVALIDATION_ASKED, by, reason=reason.strip()),
    )
    state = line.order if stray else OrderState.INVALIDATING
    wished = replace(line, order=state, invalidation=wish, trouble=line.trouble if stray else None)
    if line.handed_over is None and not line.is_email:
        wished, due = fall_due(wished, now)
        entries += due
    return Change(wished, entries)


def _is_stray(line: Line) -> bool:
    """Whether the provider holds a completed order that can't be this line's card."""
    return line.trouble in (Trouble.MISMATCH, Trouble.NO_CARD) and line.order_id is not None


def wants_invalidation(line: Line) -> bool:
    """Whether the till should ask the provider to invalidate this order now."""
    if line.closed is not None:
        return False
    if line.order is OrderState.INVALIDATING:
        return True
    if line.order is OrderState.DELIVERED:
        return line.given_up is not None and line.trouble is None
    asked = line.given_up is not None or line.invalidation is not None
    return line.order is OrderState.UNKNOWN and _is_stray(line) and asked


def begin_invalidation(line: Line, *, now: datetime) -> Change:
    """An invalidation request is about to leave.

    May raise:
    - RefusedError: `not_delivered` when there is nothing to invalidate.
    """
    if not wants_invalidation(line) or line.order_id is None:
        raise RefusedError("not_delivered", state=line.order.value)
    wish = line.invalidation or Invalidation(
        "given up", now, line.given_up.by if line.given_up else TILL
    )
    state = line.order if line.order is OrderState.UNKNOWN else OrderState.INVALIDATING
    return Change(
        replace(line, order=state, invalidation=wish),
        (entry_of(line, Action.INVALIDATION_SENT, order_id=line.order_id),),
    )


# Refused invalidations after which a person decides (M7, M8).
REFUSED_INVALIDATIONS = {
    "order_invalidation_period_expired": Trouble.INVALIDATION_EXPIRED,
    "order_invalidation_not_supported": Trouble.INVALIDATION_NOT_SUPPORTED,
    "entity_not_found": Trouble.INVALIDATION_NOT_FOUND,
}


def take_invalidation_answer(line: Line, answer: Answer, *, now: datetime) -> Change:
    """What an answer to the invalidation, or to the GET that confirms it, proves (M7)."""
    if not wants_invalidation(line):
        return Change(line)
    told = answer_entry(line, Action.INVALIDATION_ANSWERED, answer)
    if answer.report is not None and answer.report.id != line.order_id:
        return Change(line, (told,))
    if answer.proof is Proof.INVALIDATED:
        ended, entries = fall_due(replace(line, order=OrderState.INVALIDATED, trouble=None), now)
        return Change(ended, (told, *entries))
    if answer.proof is Proof.FAILED or (
        answer.proof is Proof.REFUSED and answer.code == "order_failed"
    ):
        ended, entries = fall_due(
            replace(line, order=OrderState.FAILED, failure="order_failed", trouble=None), now
        )
        return Change(ended, (told, *entries))
    refusal = REFUSED_INVALIDATIONS.get(answer.code) if answer.proof is Proof.REFUSED else None
    if refusal is not None:
        state = line.order if line.order is OrderState.UNKNOWN else OrderState.DELIVERED
        return Change(replace(line, order=state, trouble=refusal), (told,))
    return Change(line, (told,))
