"""Sending an order and what its answers prove: rules of M2, M3, M4 and M10 as pure functions."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from pos_app.domain.answer import Answer, OrderReport, Proof
from pos_app.domain.change import Change, answer_entry, entry_of, fall_due, passed
from pos_app.domain.errors import RefusedError
from pos_app.domain.journal import Action
from pos_app.domain.limits import Limits
from pos_app.domain.people import TILL
from pos_app.domain.sale import HandedOver, Line, OrderState, Trouble

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
    entry = entry_of(line, Action.ORDER_SENT, attempt=sent.attempts, key=line.request.key)
    return Change(replace(line, order=state, sending=sent), (entry,))


def key_too_old(
    line: Line, *, now: datetime, provider_now: datetime | None, limits: Limits
) -> bool:
    """Whether it is never posted again (M4): by each clock that is known, or one moved back."""
    ages = _key_ages(line, now, provider_now)
    limit, slack = timedelta(seconds=limits.key_age_s), timedelta(seconds=limits.clock_slack_s)
    return any(age >= limit or age < -slack for age in ages)


def key_ends_at(
    line: Line, *, now: datetime, provider_now: datetime | None, limits: Limits
) -> datetime | None:
    """Until when the till may find out by itself, by its own clock; None where no key matters.

    Only a line whose order is not known by its id is asked for with its key.
    """
    by_key = line.order is OrderState.UNKNOWN and line.order_id is None
    if not by_key or line.trouble is not None or line.closed is not None:
        return None
    ages = _key_ages(line, now, provider_now)
    return now + timedelta(seconds=limits.key_age_s) - max(ages) if ages else None


def _key_ages(line: Line, now: datetime, provider_now: datetime | None) -> list[timedelta]:
    """How long ago the first byte left, by each clock that is known."""
    sending = line.sending
    if sending.first_sent_at is None or sending.first_sent_provider_at is None:
        return []
    ages = [now - sending.first_sent_at]
    if provider_now is not None:
        ages.append(provider_now - sending.first_sent_provider_at)
    return ages


def stop_posting(line: Line, trouble: Trouble) -> Change:
    """Recovery may not go on by itself: an open case with its reason."""
    entry = entry_of(line, Action.CASE_OPENED, trouble=trouble.value, key=line.request.key)
    return Change(replace(line, trouble=trouble), (entry,))


def interrupt(line: Line) -> Change:
    """The program ended while the order was on its way: nobody knows (M10)."""
    if line.order is not OrderState.ORDERING or line.order_id is not None:
        return Change(line)
    unknown = replace(
        line, order=OrderState.UNKNOWN, sending=replace(line.sending, unanswered=True)
    )
    return Change(unknown, (entry_of(line, Action.ORDER_INTERRUPTED),))


# --- answers ---------------------------------------------------------------------------------


def take_answer(line: Line, answer: Answer, *, now: datetime, limits: Limits) -> Change:
    """What an answer to the order's POST or GET proves about the line (M3).

    An answer to a line that is decided already changes nothing.
    """
    if not line.is_undecided:
        return Change(line)
    told = answer_entry(line, Action.ORDER_ANSWERED, answer)
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
        waited = passed(since, now, limits.no_card_s)
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
    entries = [entry_of(line, Action.CARD_STORED, order_id=line.order_id)]
    if delivered.handed_over:
        entries.append(entry_of(line, Action.HANDED_OVER, method="email"))
    return Change(delivered, tuple(entries), card=report.card)


def _ended(line: Line, answer: Answer, failure: str | None, now: datetime) -> Change:
    state = OrderState.INVALIDATED if answer.proof is Proof.INVALIDATED else OrderState.FAILED
    ended = replace(line, order=state, failure=failure or answer.code or None, trouble=None)
    ended, entries = fall_due(ended, now)
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
    if passed(sending.first_tried_at or now, now, limits.unsent_retry_s):
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
    failed, entries = fall_due(
        replace(line, order=OrderState.FAILED, failure=line.failure or "not_sent"), now
    )
    return Change(failed, entries)
