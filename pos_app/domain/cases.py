"""Open cases: what is open about a line, and what a person may do about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from pos_app.domain.decisions import may_close, may_give_up
from pos_app.domain.limits import Limits
from pos_app.domain.orders import key_ends_at
from pos_app.domain.sale import Closing, Line, MoneyState, OrderState, Trouble


class CaseKind(StrEnum):
    """One sentence each, made by the user interface."""

    WAITING = "waiting"
    ASKING = "asking"
    PROCESSING = "processing"
    GIVEN_UP_ASKING = "given_up_asking"
    ASK_PROVIDER = "ask_provider"
    MISMATCH = "mismatch"
    NO_CARD = "no_card"
    ORDER_NOT_FOUND = "order_not_found"
    NOT_HANDED_OVER = "not_handed_over"
    PERHAPS_PRINTED = "perhaps_printed"
    REFUND_DUE = "refund_due"
    INVALIDATING = "invalidating"
    INVALIDATION_SLOW = "invalidation_slow"
    NOT_INVALIDATED = "not_invalidated"  # M8: refund still due
    CUSTOMER_KEEPS_CARD = "customer_keeps_card"  # M8: handed over before, can't be taken back
    SHOP_OWNS_CARD = "shop_owns_card"  # M8: refund already paid


class LineAction(StrEnum):
    """What a person may do about one line."""

    PRINT = "print"
    HAND_OVER = "hand_over"
    GIVE_UP = "give_up"
    ORDER_NOW = "order_now"
    ORDER_AGAIN = "order_again"
    TRY_NOW = "try_now"
    REFUND_PAID = "refund_paid"
    INVALIDATE = "invalidate"
    CLOSE_CASE = "close_case"
    SHOW_CODE = "show_code"
    PRINT_COPY = "print_copy"
    REFRESH = "refresh"


class Alarm(StrEnum):
    """Why a case can't wait any longer."""

    KEY_ENDS = "key_ends"  # soon the till may not find out by itself any more (M4)
    OLD = "old"


@dataclass(frozen=True, slots=True)
class Case:
    """An open case: the line, what is open, since when, and what may be done.

    `key_ends_at` is the moment after which its order is never sent again, while that matters.
    """

    line: Line
    kind: CaseKind
    since: datetime
    actions: frozenset[LineAction]
    key_ends_at: datetime | None = None

    def alarm(self, now: datetime, limits: Limits) -> Alarm | None:
        """Why it can't wait, the more urgent reason first; None while it can."""
        ends = self.key_ends_at
        if ends is not None and ends - now <= timedelta(seconds=limits.key_alarm_s):
            return Alarm.KEY_ENDS
        old = now - self.since >= timedelta(seconds=limits.alarm_age_s)
        return Alarm.OLD if old else None


_TROUBLES = {
    Trouble.MISMATCH: CaseKind.MISMATCH,
    Trouble.NO_CARD: CaseKind.NO_CARD,
    Trouble.ORDER_NOT_FOUND: CaseKind.ORDER_NOT_FOUND,
}


def case_kind(line: Line, *, now: datetime, limits: Limits) -> CaseKind | None:
    """What is open about the line; None when it is closed."""
    if line.is_closed:
        return None
    if line.order is OrderState.DELIVERED:
        return _delivered_kind(line)
    if line.order is OrderState.INVALIDATING:
        return _invalidating_kind(line, now, limits)
    if line.is_undecided:
        return _undecided_kind(line)
    return CaseKind.WAITING if line.order is OrderState.WAITING else CaseKind.REFUND_DUE


def _delivered_kind(line: Line) -> CaseKind:
    if line.money is MoneyState.REFUNDED:
        return CaseKind.SHOP_OWNS_CARD
    if line.trouble is not None and line.trouble.refuses_invalidation:
        kept = line.handed_over is not None and line.money is MoneyState.PAID
        return CaseKind.CUSTOMER_KEEPS_CARD if kept else CaseKind.NOT_INVALIDATED
    if line.given_up is not None or line.invalidation is not None:
        # A restored line is not invalidated by itself (M12).
        return CaseKind.INVALIDATING if line.trouble is None else CaseKind.ASK_PROVIDER
    return CaseKind.PERHAPS_PRINTED if line.printed else CaseKind.NOT_HANDED_OVER


def _invalidating_kind(line: Line, now: datetime, limits: Limits) -> CaseKind:
    asked = line.invalidation.asked_at if line.invalidation else now
    slow = now - asked >= timedelta(seconds=limits.invalidation_case_s)
    return CaseKind.INVALIDATION_SLOW if slow else CaseKind.INVALIDATING


def _undecided_kind(line: Line) -> CaseKind:
    if line.trouble is not None:
        return _TROUBLES.get(line.trouble, CaseKind.ASK_PROVIDER)
    if line.given_up is not None:
        return CaseKind.GIVEN_UP_ASKING
    processing = line.order is OrderState.ORDERING and line.order_id is not None
    return CaseKind.PROCESSING if processing else CaseKind.ASKING


def open_case(
    line: Line, *, now: datetime, limits: Limits, provider_now: datetime | None = None
) -> Case | None:
    """The open case of a line, or None when it is closed."""
    kind = case_kind(line, now=now, limits=limits)
    if kind is None:
        return None
    actions = allowed_actions(line, now=now, limits=limits)
    ends = key_ends_at(line, now=now, provider_now=provider_now, limits=limits)
    return Case(line, kind, line.created_at, actions, ends)


def allowed_actions(line: Line, *, now: datetime, limits: Limits) -> frozenset[LineAction]:
    """What a person may do about the line now; who may do it is asked elsewhere."""
    possible = {
        LineAction.PRINT: line.may_show_card and (line.is_email or not line.is_closed),
        LineAction.HAND_OVER: line.may_show_card and not line.is_closed,
        LineAction.GIVE_UP: _may_give_up(line, now, limits),
        LineAction.ORDER_NOW: line.order is OrderState.WAITING,
        LineAction.ORDER_AGAIN: _refund_open(line) and _ended(line),
        LineAction.TRY_NOW: _may_try(line),
        LineAction.REFUND_PAID: _refund_open(line),
        LineAction.INVALIDATE: _may_invalidate(line),
        LineAction.CLOSE_CASE: any(may_close(line, how) for how in Closing),
        LineAction.SHOW_CODE: line.may_show_card,
        LineAction.PRINT_COPY: line.may_show_card and line.printed,
        LineAction.REFRESH: line.order_id is not None or _may_try(line),
    }
    return frozenset(action for action, allowed in possible.items() if allowed)


def _refund_open(line: Line) -> bool:
    return line.money is MoneyState.REFUND_DUE


def _ended(line: Line) -> bool:
    return line.order in (OrderState.FAILED, OrderState.INVALIDATED)


def _may_give_up(line: Line, now: datetime, limits: Limits) -> bool:
    if not line.is_undecided and line.order is not OrderState.WAITING:
        return False
    if line.closed is not None or line.refund is not None:
        return False
    if line.given_up is not None and not line.is_email:
        return False
    return may_give_up(line, now=now, limits=limits)


def _may_try(line: Line) -> bool:
    if line.closed is not None:
        return False
    if line.order is OrderState.INVALIDATING:
        return True
    return line.is_undecided and (line.trouble is None or line.order_id is not None)


def _may_invalidate(line: Line) -> bool:
    if line.closed is not None:
        return False
    stray = line.trouble in (Trouble.MISMATCH, Trouble.NO_CARD) and line.order_id is not None
    if line.order is OrderState.UNKNOWN:
        return stray and line.invalidation is None
    return line.order is OrderState.DELIVERED and not (
        line.given_up is not None and line.trouble is None
    )
