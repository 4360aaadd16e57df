"""What people decide about a line: order now, give up, hand over, refund, replace, close."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from pos_app.domain.change import Change, entry_of, fall_due, passed
from pos_app.domain.errors import RefusedError
from pos_app.domain.journal import Action, Entry
from pos_app.domain.limits import Limits
from pos_app.domain.people import PersonId
from pos_app.domain.sale import (
    Closed,
    Closing,
    GivenUp,
    HandedOver,
    Line,
    MoneyState,
    OrderState,
)

# --- waiting, giving up ----------------------------------------------------------------------


def order_now(line: Line) -> Change:
    """A waiting line is taken up again after a restart (M10); its 60 s start anew.

    May raise:
    - RefusedError: `not_waiting`.
    """
    if line.order is not OrderState.WAITING:
        raise RefusedError("not_waiting", state=line.order.value)
    fresh = replace(line.sending, first_tried_at=None, started_at=None)
    return Change(replace(line, sending=fresh))


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
    entries: tuple[Entry, ...] = (entry_of(line, Action.GIVEN_UP, by),)
    if line.order is OrderState.WAITING:
        given = replace(given, order=OrderState.FAILED, failure="given_up")
    elif line.is_email and not manager:
        # The provider would mail a card to a refunded customer: the refund waits for proof.
        return Change(given, entries)
    given, due = fall_due(given, now)
    return Change(given, entries + due)


def may_give_up(line: Line, *, now: datetime, limits: Limits) -> bool:
    """Whether giving up is offered: at once when unsent, from 10 s on otherwise (M5)."""
    if line.order is OrderState.WAITING or line.trouble is not None:
        return True
    started = line.sending.started_at
    return started is None or passed(started, now, limits.give_up_after_s)


# --- handing over, refunds, closing ----------------------------------------------------------


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
    entries: tuple[Entry, ...] = (entry_of(line, Action.HANDED_OVER, by),)
    if line.refund is not None:
        entries += (entry_of(line, Action.REFUND_WITHDRAWN, by),)
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
    entry = entry_of(line, Action.REFUND_PAID, by, amount=amount, receipt=receipt)
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
    entry = entry_of(line, Action.REPLACED, by, replacement=new.id, key=new.request.key)
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
    entry = entry_of(line, Action.CASE_CLOSED, by, how=how.value, reason=reason.strip())
    if how is Closing.LOSS:
        if line.money is MoneyState.PAID:
            raise RefusedError("give_up_first")
        if line.money is MoneyState.REFUND_DUE:
            raise RefusedError("refund_still_due")
        return Change(replace(line, closed=closed), (entry,))
    state = OrderState.FAILED if how is Closing.NO_ORDER else OrderState.INVALIDATED
    ended = replace(line, order=state, trouble=None, closed=closed, failure=how.value)
    ended, due = fall_due(ended, now)
    return Change(ended, (entry, *due))
