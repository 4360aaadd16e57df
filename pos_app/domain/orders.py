"""The state machine of a line: pure functions from (line, event, now) to a change.

Every function returns a `Change` (the line after it, and what the journal says) or raises
RefusedError. The store runs it inside one transaction, so the first commit wins (M6).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeAlias

from pos_app.domain.answer import Answer, OrderReport, Proof
from pos_app.domain.card import Card
from pos_app.domain.errors import RefusedError
from pos_app.domain.journal import Action, Detail, Entry
from pos_app.domain.limits import Limits
from pos_app.domain.people import TILL, PersonId
from pos_app.domain.sale import (
    Closed,
    Closing,
    GivenUp,
    HandedOver,
    Invalidation,
    Line,
    MoneyState,
    OrderState,
    Refund,
    Trouble,
)


@dataclass(frozen=True, slots=True)
class Change:
    """The line after an event, its journal entries, and a card to be stored with them."""

    line: Line
    entries: tuple[Entry, ...] = ()
    card: Card | None = None
    # M14: the replacement that is stored in the same transaction.
    replacement: Line | None = None


# What a use-case hands to the store: it is run on the stored line, inside the transaction.
Decide: TypeAlias = Callable[[Line], Change]


def _entry(line: Line, action: Action, by: PersonId = TILL, **details: Detail) -> Entry:
    return Entry(action, by, line.sale, line.id, details)


def _refund_due(line: Line, now: datetime) -> tuple[Line, tuple[Entry, ...]]:
    """The refund falls due, once (M1)."""
    if line.refund is not None:
        return line, ()
    due = replace(line, refund=Refund(due_at=now))
    return due, (_entry(line, Action.REFUND_DUE, amount=line.face_value.to_wire()),)


def _passed(since: datetime, now: datetime, seconds: float) -> bool:
    """Whether so much time is over; a clock that was set back never makes anybody wait longer."""
    return abs(now - since) >= timedelta(seconds=seconds)


# --- sending ---------------------------------------------------------------------------------


def begin_send(line: Line, *, now: datetime, provider_now: datetime, limits: Limits) -> Change:
    """The first byte of the order is about to leave (M2: committed before it does).

    May raise:
    - RefusedError: `not_sendable` when the order is decided, given up unsent, or in trouble;
      `key_too_old` past the age limit (M4).
    """
    if line.order not in (OrderState.WAITING, OrderState.UNKNOWN) or line.order_id is not None:
        raise RefusedError("not_sendable", state=line.order.value)
    if line.trouble is not None:
        raise RefusedError("not_sendable", state=line.trouble.value)
    if key_too_old(line, now=now, provider_now=provider_now, limits=limits):
        raise RefusedError("key_too_old")
    sending = line.sending
    sent = replace(
        sending,
        attempts=sending.attempts + 1,
        first_tried_at=sending.first_tried_at or now,
        first_sent_at=sending.first_sent_at or now,
        first_sent_provider_at=sending.first_sent_provider_at or provider_now,
        started_at=sending.started_at or now,
    )
    state = OrderState.ORDERING if line.order is OrderState.WAITING else line.order
    entry = _entry(line, Action.ORDER_SENT, attempt=sent.attempts, key=line.request.key)
    return Change(replace(line, order=state, sending=sent), (entry,))


def key_too_old(
    line: Line, *, now: datetime, provider_now: datetime | None, limits: Limits
) -> bool:
    """Whether it is never posted again (M4): by each clock that is known, or one moved back."""
    sending = line.sending
    if sending.first_sent_at is None or sending.first_sent_provider_at is None:
        return False
    ages = [now - sending.first_sent_at]
    if provider_now is not None:
        ages.append(provider_now - sending.first_sent_provider_at)
    limit, slack = timedelta(seconds=limits.key_age_s), timedelta(seconds=limits.clock_slack_s)
    return any(age >= limit or age < -slack for age in ages)


def stop_posting(line: Line, trouble: Trouble) -> Change:
    """Recovery may not go on by itself: an open case with its reason."""
    entry = _entry(line, Action.CASE_OPENED, trouble=trouble.value, key=line.request.key)
    return Change(replace(line, trouble=trouble), (entry,))


def interrupt(line: Line) -> Change:
    """The program ended while the order was on its way: nobody knows (M10)."""
    if line.order is not OrderState.ORDERING or line.order_id is not None:
        return Change(line)
    unknown = replace(
        line, order=OrderState.UNKNOWN, sending=replace(line.sending, unanswered=True)
    )
    return Change(unknown, (_entry(line, Action.ORDER_INTERRUPTED),))


# --- answers ---------------------------------------------------------------------------------


def take_answer(line: Line, answer: Answer, *, now: datetime, limits: Limits) -> Change:
    """What an answer to the order's POST or GET proves about the line (M3).

    An answer to a line that is decided already changes nothing.
    """
    if not line.is_undecided:
        return Change(line)
    told = _entry(
        line,
        Action.ORDER_ANSWERED,
        proof=answer.proof.value,
        status=answer.status,
        code=answer.code,
        request_id=answer.request_id,
    )
    change = _answered(line, answer, now, limits)
    return replace(change, entries=(told, *change.entries))


def _answered(line: Line, answer: Answer, now: datetime, limits: Limits) -> Change:
    report = answer.report
    if report is not None:
        line = replace(line, order_id=line.order_id or report.id)
        if report.id != line.order_id or not _matches(line, report):
            return _mismatch(line)
        if answer.proof is Proof.COMPLETED:
            return _completed(line, report, now, limits)
        if answer.proof is Proof.PROCESSING:
            found = line.trouble is Trouble.ORDER_NOT_FOUND
            return Change(replace(line, trouble=None) if found else line)
        return _ended(line, answer, report.failure, now)
    if answer.proof in (Proof.NOT_SENT, Proof.TRY_LATER):
        return _proven_unsent(line, answer, now, limits)
    speaks = answer.settles_key or not line.sending.unanswered
    if answer.proof is Proof.REFUSED and speaks and line.order_id is None:
        return _ended(line, answer, answer.code, now)
    return Change(_unanswered(line, answer))


def _unanswered(line: Line, answer: Answer) -> Line:
    """Nobody knows; a later refusal proves nothing about this attempt."""
    if line.order_id is not None:
        # The order is known to exist; only its state is being asked for.
        if answer.proof is Proof.REFUSED and answer.code == "entity_not_found":
            return replace(line, order=OrderState.UNKNOWN, trouble=Trouble.ORDER_NOT_FOUND)
        return line
    return replace(line, order=OrderState.UNKNOWN, sending=replace(line.sending, unanswered=True))


def _matches(line: Line, report: OrderReport) -> bool:
    return report.product_code == line.product.code and report.face_value == line.face_value


def _mismatch(line: Line) -> Change:
    """Completed for something else: one GET, then an open case; never delivered (M3)."""
    trouble = Trouble.MISMATCH if line.checked else line.trouble
    return Change(replace(line, order=OrderState.UNKNOWN, checked=True, trouble=trouble))


def _completed(line: Line, report: OrderReport, now: datetime, limits: Limits) -> Change:
    if report.card.is_empty and not line.is_email:
        since = line.no_card_since or now
        waited = _passed(since, now, limits.no_card_s)
        bare = replace(line, no_card_since=since)
        if waited and line.no_card_since:
            bare = replace(bare, order=OrderState.UNKNOWN, trouble=Trouble.NO_CARD)
        return Change(bare)
    delivered = replace(
        line,
        order=OrderState.DELIVERED,
        card_hint=report.card.hint,
        delivered_at=now,
        trouble=None,
        handed_over=HandedOver(now, TILL) if line.is_email and not line.given_up else None,
    )
    entries = [_entry(line, Action.CARD_STORED, order_id=line.order_id)]
    if delivered.handed_over:
        entries.append(_entry(line, Action.HANDED_OVER, method="email"))
    return Change(delivered, tuple(entries), card=report.card)


def _ended(line: Line, answer: Answer, failure: str | None, now: datetime) -> Change:
    state = OrderState.INVALIDATED if answer.proof is Proof.INVALIDATED else OrderState.FAILED
    ended = replace(line, order=state, failure=failure or answer.code or None, trouble=None)
    ended, entries = _refund_due(ended, now)
    return Change(ended, entries)


def _proven_unsent(line: Line, answer: Answer, now: datetime, limits: Limits) -> Change:
    """This attempt made no order; of an earlier unanswered one it says nothing."""
    if line.order is OrderState.UNKNOWN or line.order_id is not None:
        return Change(line)
    if line.given_up is not None:
        return _ended(line, answer, "given_up", now)
    sending = line.sending
    if answer.proof is Proof.NOT_SENT:
        sending = replace(sending, first_sent_at=None, first_sent_provider_at=None)
    if _passed(sending.first_tried_at or now, now, limits.unsent_retry_s):
        return _ended(line, answer, answer.code, now)
    return Change(replace(line, order=OrderState.WAITING, sending=sending))


def hold(line: Line, *, now: datetime) -> Change:
    """The provider can't even be tried: the 60 s of a waiting line start all the same."""
    if line.order is not OrderState.WAITING or line.sending.first_tried_at is not None:
        return Change(line)
    started = line.sending.started_at or now
    held = replace(line.sending, first_tried_at=now, started_at=started)
    return Change(replace(line, sending=held))


def expire_waiting(line: Line, *, now: datetime) -> Change:
    """A waiting line whose next try would come after its 60 s: proven unsent, so failed.

    May raise:
    - RefusedError: `not_waiting`.
    """
    if line.order is not OrderState.WAITING:
        raise RefusedError("not_waiting", state=line.order.value)
    failed, entries = _refund_due(
        replace(line, order=OrderState.FAILED, failure=line.failure or "not_sent"), now
    )
    return Change(failed, entries)


def order_now(line: Line) -> Change:
    """A waiting line is taken up again after a restart (M10); its 60 s start anew.

    May raise:
    - RefusedError: `not_waiting`.
    """
    if line.order is not OrderState.WAITING:
        raise RefusedError("not_waiting", state=line.order.value)
    fresh = replace(line.sending, first_tried_at=None, started_at=None)
    return Change(replace(line, sending=fresh))


# --- giving up -------------------------------------------------------------------------------


def give_up(line: Line, *, by: PersonId, manager: bool, now: datetime, limits: Limits) -> Change:
    """The customer does not wait any longer (M6).

    May raise:
    - RefusedError: `card_has_arrived` when the card was stored first; `too_early` before 10 s;
      `already_given_up`; `already_ended`.
    """
    if line.order in (OrderState.DELIVERED, OrderState.INVALIDATING):
        raise RefusedError("card_has_arrived")
    if not line.is_undecided and line.order is not OrderState.WAITING:
        raise RefusedError("already_ended", state=line.order.value)
    if line.given_up is not None and not (manager and line.refund is None):
        raise RefusedError("already_given_up")
    if not may_give_up(line, now=now, limits=limits):
        raise RefusedError("too_early")
    given = replace(line, given_up=line.given_up or GivenUp(now, by))
    entries: tuple[Entry, ...] = (_entry(line, Action.GIVEN_UP, by),)
    if line.order is OrderState.WAITING:
        given = replace(given, order=OrderState.FAILED, failure="given_up")
    elif line.is_email and not manager:
        # The provider would mail a card to a refunded customer: the refund waits for proof.
        return Change(given, entries)
    given, due = _refund_due(given, now)
    return Change(given, entries + due)


def may_give_up(line: Line, *, now: datetime, limits: Limits) -> bool:
    """Whether giving up is offered: at once when unsent, from 10 s on otherwise (M5)."""
    if line.order is OrderState.WAITING or line.trouble is not None:
        return True
    started = line.sending.started_at
    return started is None or _passed(started, now, limits.give_up_after_s)


# --- invalidating ----------------------------------------------------------------------------


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
        _entry(line, Action.INVALIDATION_ASKED, by, reason=reason.strip()),
    )
    state = line.order if stray else OrderState.INVALIDATING
    wished = replace(line, order=state, invalidation=wish, trouble=line.trouble if stray else None)
    if line.handed_over is None and not line.is_email:
        wished, due = _refund_due(wished, now)
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
        (_entry(line, Action.INVALIDATION_SENT, order_id=line.order_id),),
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
    told = _entry(
        line,
        Action.INVALIDATION_ANSWERED,
        proof=answer.proof.value,
        status=answer.status,
        code=answer.code,
        request_id=answer.request_id,
    )
    if answer.report is not None and answer.report.id != line.order_id:
        return Change(line, (told,))
    if answer.proof is Proof.INVALIDATED:
        ended, entries = _refund_due(
            replace(line, order=OrderState.INVALIDATED, trouble=None), now
        )
        return Change(ended, (told, *entries))
    if answer.proof is Proof.FAILED or (
        answer.proof is Proof.REFUSED and answer.code == "order_failed"
    ):
        ended, entries = _refund_due(
            replace(line, order=OrderState.FAILED, failure="order_failed", trouble=None), now
        )
        return Change(ended, (told, *entries))
    refusal = REFUSED_INVALIDATIONS.get(answer.code) if answer.proof is Proof.REFUSED else None
    if refusal is not None:
        state = line.order if line.order is OrderState.UNKNOWN else OrderState.DELIVERED
        return Change(replace(line, order=state, trouble=refusal), (told,))
    return Change(line, (told,))


# --- handing over, refunds, closing ----------------------------------------------------------


def mark_printed(line: Line) -> Change:
    """A slip of the card came out, or perhaps did."""
    return Change(replace(line, printed=True))


def hand_over(line: Line, *, by: PersonId, now: datetime) -> Change:
    """The customer has the card; a refund that was due is withdrawn (M8, M9).

    May raise:
    - RefusedError: `not_delivered`, `given_up`, `already_refunded`, `already_handed_over`.
    """
    if line.order is not OrderState.DELIVERED:
        raise RefusedError("not_delivered", state=line.order.value)
    if line.money is MoneyState.REFUNDED:
        raise RefusedError("already_refunded")
    if line.handed_over is not None and line.trouble is None:
        raise RefusedError("already_handed_over")
    if not line.may_show_card:
        raise RefusedError("given_up")
    entries: tuple[Entry, ...] = (_entry(line, Action.HANDED_OVER, by),)
    if line.refund is not None:
        entries += (_entry(line, Action.REFUND_WITHDRAWN, by),)
    handed = line.handed_over or HandedOver(now, by)
    kept = replace(line, handed_over=handed, refund=None, trouble=None, given_up=None)
    return Change(replace(kept, invalidation=None), entries)


def pay_refund(line: Line, *, by: PersonId, receipt_number: str, now: datetime) -> Change:
    """The customer got the money back, once (M1).

    May raise:
    - RefusedError: `no_refund_due`.
    """
    if line.refund is None or line.refund.paid_at is not None:
        raise RefusedError("no_refund_due")
    paid = replace(line.refund, paid_at=now, paid_by=by, receipt_number=receipt_number.strip())
    amount, receipt = line.face_value.to_wire(), receipt_number.strip()
    entry = _entry(line, Action.REFUND_PAID, by, amount=amount, receipt=receipt)
    return Change(replace(line, refund=paid), (entry,))


def order_again(line: Line, new: Line, *, by: PersonId, now: datetime) -> Change:
    """A due refund pays for a replacement (M14).

    May raise:
    - RefusedError: `no_refund_due`, or `not_ended` unless proven failed or invalidated.
    """
    if line.order not in (OrderState.FAILED, OrderState.INVALIDATED):
        raise RefusedError("not_ended", state=line.order.value)
    if line.refund is None or line.refund.paid_at is not None:
        raise RefusedError("no_refund_due")
    settled = replace(line.refund, paid_at=now, paid_by=by, settled_by=new.id)
    entry = _entry(line, Action.REPLACED, by, replacement=new.id, key=new.request.key)
    return Change(replace(line, refund=settled), (entry,), replacement=new)


def may_close(line: Line, how: Closing) -> bool:
    """Whether a manager may end this case that way; a loss only where nothing else is left."""
    if line.is_closed or line.closed is not None:
        return False
    if line.trouble is not None or line.order is OrderState.INVALIDATING:
        return True
    return line.order is OrderState.UNKNOWN and how is not Closing.LOSS


def close_case(line: Line, *, how: Closing, reason: str, by: PersonId, now: datetime) -> Change:
    """A manager ends a case with what the provider said, or bears the loss (M3, M8).

    May raise:
    - RefusedError: `reason_missing`, `not_a_case`, `refund_still_due` for a loss that would
      leave the customer's money open, `give_up_first` while the customer could still get it.
    """
    if not reason.strip():
        raise RefusedError("reason_missing")
    if not may_close(line, how):
        raise RefusedError("not_a_case")
    closed = Closed(how, reason.strip(), now, by)
    entry = _entry(line, Action.CASE_CLOSED, by, how=how.value, reason=reason.strip())
    if how is Closing.LOSS:
        if line.money is MoneyState.PAID:
            raise RefusedError("give_up_first")
        if line.money is MoneyState.REFUND_DUE:
            raise RefusedError("refund_still_due")
        return Change(replace(line, closed=closed), (entry,))
    state = OrderState.FAILED if how is Closing.NO_ORDER else OrderState.INVALIDATED
    ended = replace(line, order=state, trouble=None, closed=closed, failure=how.value)
    ended, due = _refund_due(ended, now)
    return Change(ended, (entry, *due))
