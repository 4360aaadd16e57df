"""What people decide about a line (money.md M5, M6, M8, M9, M10, M14), as tables."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pos_app.domain import decisions, invalidating, orders
from pos_app.domain.answer import Proof
from pos_app.domain.card import Card
from pos_app.domain.journal import Action
from pos_app.domain.people import TILL
from pos_app.domain.product import DeliveryMethod
from pos_app.domain.sale import Closing, Line, LineId, MoneyState, OrderState, Trouble
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


# --- M10 order now, M5, M6 giving up ----------------------------------------------------------


def test_order_now() -> None:
    """A waiting line starts its 60 s anew; no other can be ordered now."""
    assert decisions.order_now(orders.hold(make_line(), now=T0).line).line == make_line()
    with refusal("not_waiting"):
        decisions.order_now(unknown())


def test_give_up_waiting_ends_at_once() -> None:
    """Proven unsent: failed, refund due, nothing will be posted."""
    line = give_up(make_line(), 0)
    assert (line.order, line.money) == (OrderState.FAILED, MoneyState.REFUND_DUE)


def test_give_up_undecided() -> None:
    """The refund is due at once; the order is still being asked for."""
    line = give_up(unknown())
    assert (line.order, line.money) == (OrderState.UNKNOWN, MoneyState.REFUND_DUE)
    arrived = told(line, answer(Proof.COMPLETED), 61)
    assert (arrived.order, arrived.money) == (OrderState.DELIVERED, MoneyState.REFUND_DUE)
    assert not arrived.may_show_card
    assert invalidating.wants_invalidation(arrived)
    assert told(line, answer(Proof.FAILED), 61).order is OrderState.FAILED


def test_give_up_email_waits_for_proof() -> None:
    """The provider would mail a card after the refund: due when proven, or by a manager."""
    sent = told(send(make_line(method=EMAIL)), answer(Proof.UNCLEAR))
    line = give_up(sent)
    assert line.money is MoneyState.PAID
    assert told(line, answer(Proof.FAILED)).money is MoneyState.REFUND_DUE
    assert give_up(line, manager=True).money is MoneyState.REFUND_DUE
    assert give_up(sent, manager=True).money is MoneyState.REFUND_DUE
    arrived = told(line, answer(Proof.COMPLETED))
    assert arrived.handed_over is None
    assert invalidating.wants_invalidation(arrived)


def test_give_up_in_flight() -> None:
    """Given up while the request is under way: its answer counts as given up."""
    line = give_up(send(make_line()))
    assert told(line, answer(Proof.NOT_SENT)).order is OrderState.FAILED
    assert told(line, answer(Proof.NOT_SENT)).failure == "given_up"


@pytest.mark.parametrize(
    ("line", "at_s", "code"),
    [
        (delivered(), 60, "card_has_arrived"),
        (failed(), 60, "already_ended"),
        (send(make_line()), 9.9, "too_early"),
        (give_up(unknown()), 60, "already_given_up"),
    ],
)
def test_give_up_refused(line: Line, at_s: float, code: str) -> None:
    """The first commit wins; nothing before 10 s; nothing twice."""
    with refusal(code):
        give_up(line, at_s)


def test_give_up_in_trouble_is_always_offered() -> None:
    """An open case never keeps a customer waiting for the 10 s."""
    line = replace(unknown(), trouble=Trouble.KEY_TOO_OLD)
    assert give_up(line, 0).money is MoneyState.REFUND_DUE


# --- M8, M9 hand over, M14 order again, refunds, closing --------------------------------------


def test_hand_over_closes() -> None:
    """Delivered, paid and handed over is closed."""
    line = decisions.hand_over(delivered(), by=ANNA, now=after(5)).line
    assert line.is_closed
    with refusal("already_handed_over"):
        decisions.hand_over(line, by=ANNA, now=after(6))


def test_customer_takes_the_card_after_all() -> None:
    """M8: invalidation refused, refund still due: handing over withdraws the refund."""
    given = told(give_up(unknown()), answer(Proof.COMPLETED), 61)
    line = invalidation(given, Proof.REFUSED, "order_invalidation_not_supported")
    kept = decisions.hand_over(line, by=ANNA, now=after(70))
    assert kept.line.is_closed
    assert [entry.action for entry in kept.entries] == [
        Action.HANDED_OVER,
        Action.REFUND_WITHDRAWN,
    ]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (unknown(), "not_delivered"),
        (told(give_up(unknown()), answer(Proof.COMPLETED), 61), "given_up"),
        (
            decisions.pay_refund(
                invalidation(
                    invalidate(delivered()), Proof.REFUSED, "order_invalidation_not_supported"
                ),
                by=ANNA,
                receipt_number="",
                now=T0,
            ).line,
            "already_refunded",
        ),
    ],
)
def test_hand_over_refused(line: Line, code: str) -> None:
    """Never a card that is not there, given up, or refunded."""
    with refusal(code):
        decisions.hand_over(line, by=ANNA, now=T0)


def test_refund_once() -> None:
    """One refund per line."""
    paid = decisions.pay_refund(failed(), by=ANNA, receipt_number=" R 7 ", now=after(9)).line
    assert paid.money is MoneyState.REFUNDED
    assert paid.refund is not None
    assert paid.refund.receipt_number == "R 7"
    assert paid.is_closed
    for line in (paid, delivered()):
        with refusal("no_refund_due"):
            decisions.pay_refund(line, by=ANNA, receipt_number="", now=T0)


def test_order_again_is_paid_by_the_refund() -> None:
    """M14: the old line is settled by the new one in one change."""
    new = replace(make_line(2), replaces=LineId("T1-000001-1"))
    change = decisions.order_again(failed(), new, by=ANNA, now=after(9))
    assert change.replacement == new
    assert change.line.refund is not None
    assert change.line.refund.settled_by == new.id
    assert change.line.is_closed
    with refusal("no_refund_due"):
        decisions.order_again(change.line, new, by=ANNA, now=T0)
    with refusal("not_ended"):
        decisions.order_again(unknown(), new, by=ANNA, now=T0)


def close(line: Line, how: Closing, reason: str = "phoned") -> Line:
    """A manager ends the case."""
    return decisions.close_case(line, how=how, reason=reason, by=MARTA, now=after(99)).line


def test_close_by_what_the_provider_said() -> None:
    """A manager's word ends unknown: failed or invalidated, refund due."""
    assert close(unknown(), Closing.NO_ORDER).order is OrderState.FAILED
    assert close(unknown(), Closing.VOIDED).order is OrderState.INVALIDATED
    assert close(unknown(), Closing.VOIDED).money is MoneyState.REFUND_DUE
    assert close(invalidate(delivered()), Closing.VOIDED).order is OrderState.INVALIDATED


def test_close_as_loss() -> None:
    """The shop bears it only when the customer's money is settled."""
    refused = invalidation(
        invalidate(delivered()), Proof.REFUSED, "order_invalidation_period_expired"
    )
    with refusal("refund_still_due"):
        close(refused, Closing.LOSS)
    paid = decisions.pay_refund(refused, by=ANNA, receipt_number="", now=T0).line
    lost = close(paid, Closing.LOSS)
    assert lost.is_closed
    assert not lost.may_show_card
    assert not invalidating.wants_invalidation(lost)
    with refusal("not_a_case"):
        close(lost, Closing.LOSS)
    stuck = replace(unknown(), trouble=Trouble.KEY_TOO_OLD)
    with refusal("give_up_first"):
        close(stuck, Closing.LOSS)


@pytest.mark.parametrize(
    ("line", "how", "reason", "code"),
    [
        (unknown(), Closing.NO_ORDER, " ", "reason_missing"),
        (unknown(), Closing.LOSS, "x", "not_a_case"),
        (delivered(), Closing.LOSS, "x", "not_a_case"),
        (failed(), Closing.NO_ORDER, "x", "not_a_case"),
    ],
)
def test_close_refused(line: Line, how: Closing, reason: str, code: str) -> None:
    """Only real cases, and never without a reason."""
    with refusal(code):
        close(line, how, reason)


def test_the_till_itself_acts_too() -> None:
    """Entries of recovery carry the till, not a person."""
    change = orders.interrupt(send(make_line()))
    assert change.entries[0].by == TILL
