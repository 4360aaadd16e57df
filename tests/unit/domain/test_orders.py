"""What each event does to a line (money.md M3 to M8, M14), as tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from pos_app.domain import orders
from pos_app.domain.answer import OrderReport, Proof
from pos_app.domain.card import Card
from pos_app.domain.change import Change
from pos_app.domain.journal import Action
from pos_app.domain.money import Money
from pos_app.domain.product import DeliveryMethod
from pos_app.domain.sale import Line, MoneyState, OrderState, Trouble
from tests.helpers.lines import (
    CARD,
    LIMITS,
    T0,
    after,
    answer,
    delivered,
    failed,
    make_line,
    refusal,
    report,
    send,
    told,
    unknown,
)

EMAIL = DeliveryMethod.EMAIL
NO_CARD = report(card=Card(pin="1"))


# --- M3, the first attempt -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("proof", "code", "state", "money"),
    [
        (Proof.COMPLETED, "", OrderState.DELIVERED, MoneyState.PAID),
        (Proof.FAILED, "", OrderState.FAILED, MoneyState.REFUND_DUE),
        (Proof.INVALIDATED, "", OrderState.INVALIDATED, MoneyState.REFUND_DUE),
        (Proof.PROCESSING, "", OrderState.ORDERING, MoneyState.PAID),
        (Proof.NOT_SENT, "", OrderState.WAITING, MoneyState.PAID),
        (Proof.TRY_LATER, "rate_limit_exceeded", OrderState.WAITING, MoneyState.PAID),
        (
            Proof.REFUSED,
            "insufficient_available_balance",
            OrderState.FAILED,
            MoneyState.REFUND_DUE,
        ),
        (Proof.UNCLEAR, "", OrderState.UNKNOWN, MoneyState.PAID),
    ],
)
def test_first_answer(proof: Proof, code: str, state: OrderState, money: MoneyState) -> None:
    """Each row of M3's table, for a first, never-unanswered attempt."""
    line = told(send(make_line()), answer(proof, code=code))
    assert (line.order, line.money) == (state, money)


@pytest.mark.parametrize(
    ("proof", "state"),
    [
        (Proof.COMPLETED, OrderState.DELIVERED),
        (Proof.FAILED, OrderState.FAILED),
        (Proof.INVALIDATED, OrderState.INVALIDATED),
        (Proof.PROCESSING, OrderState.UNKNOWN),
        (Proof.NOT_SENT, OrderState.UNKNOWN),
        (Proof.TRY_LATER, OrderState.UNKNOWN),
        (Proof.REFUSED, OrderState.UNKNOWN),
        (Proof.UNCLEAR, OrderState.UNKNOWN),
    ],
)
def test_answer_after_silence(proof: Proof, state: OrderState) -> None:
    """After an unanswered attempt a refusal proves nothing; a replayed order does."""
    code = "insufficient_available_balance" if proof is Proof.REFUSED else ""
    line = told(send(unknown(), 5), answer(proof, code=code), 6)
    assert line.order is state


def test_send_counts_and_remembers_the_first_time() -> None:
    """Attempts count up; the first send keeps its time by both clocks (M4)."""
    first = orders.begin_send(
        make_line(), now=T0, provider_now=T0 + timedelta(seconds=7), limits=LIMITS
    )
    assert [entry.action for entry in first.entries] == [Action.ORDER_SENT]
    again = send(told(first.line, answer(Proof.UNCLEAR)), 5)
    assert again.sending.attempts == 2
    assert again.sending.first_sent_at == T0
    assert again.sending.first_sent_provider_at == T0 + timedelta(seconds=7)


def test_unsent_forgets_the_send() -> None:
    """Proven unsent: the key's age has not begun, but the 60 s have."""
    line = told(send(make_line()), answer(Proof.NOT_SENT))
    assert line.sending.first_sent_at is None
    assert line.sending.first_tried_at == T0


@pytest.mark.parametrize("proof", [Proof.NOT_SENT, Proof.TRY_LATER])
def test_unsent_fails_after_a_minute(proof: Proof) -> None:
    """The same key again for up to 60 s, then failed with the refund due."""
    line = told(send(make_line()), answer(proof))
    assert told(send(line, 59), answer(proof), 59).order is OrderState.WAITING
    late = told(send(line, 60), answer(proof, code="dns"), 60)
    assert (late.order, late.money, late.failure) == (
        OrderState.FAILED,
        MoneyState.REFUND_DUE,
        "dns",
    )


@pytest.mark.parametrize(
    "line",
    [
        delivered(),
        failed(),
        send(make_line()),
        told(send(make_line()), answer(Proof.PROCESSING)),
        replace(unknown(), trouble=Trouble.RESTORED),
    ],
)
def test_not_sendable(line: Line) -> None:
    """A decided, known, sending or troubled line is never posted."""
    with refusal("not_sendable"):
        send(line, 9)


@pytest.mark.parametrize(
    ("till_s", "provider_s"),
    [(72_000, 0), (0, 72_000), (-301, 0), (0, -301)],
)
def test_old_keys_are_never_posted(till_s: float, provider_s: float) -> None:
    """20 h by either clock, or a clock that moved back, ends posting (M4)."""
    with refusal("key_too_old"):
        orders.begin_send(
            unknown(), now=after(till_s), provider_now=after(provider_s), limits=LIMITS
        )


def test_answer_to_a_decided_line_changes_nothing() -> None:
    """A late answer is never a second one."""
    line = delivered()
    assert orders.take_answer(line, answer(Proof.FAILED), now=after(9), limits=LIMITS) == (
        Change(line)
    )


# --- cards that are not what was ordered ------------------------------------------------------


@pytest.mark.parametrize(
    "strange",
    [report(amount=Money(1, "EUR")), report(amount=None), report(product="p-2")],
)
def test_mismatch_is_never_delivered(strange: OrderReport) -> None:
    """Another product or amount: one GET, then an open case."""
    line = told(send(make_line()), answer(Proof.COMPLETED, of=strange))
    assert (line.order, line.trouble) == (OrderState.UNKNOWN, None)
    line = told(line, answer(Proof.COMPLETED, of=strange), 2)
    assert (line.order, line.trouble) == (OrderState.UNKNOWN, Trouble.MISMATCH)


def test_mismatch_may_heal() -> None:
    """When the GET tells the ordered card after all, it is delivered."""
    line = told(send(make_line()), answer(Proof.COMPLETED, of=report(product="p-2")))
    assert told(line, answer(Proof.COMPLETED), 2).order is OrderState.DELIVERED


def test_another_order_id_is_a_mismatch() -> None:
    """A second order for one key is never taken for the first."""
    line = told(send(make_line()), answer(Proof.PROCESSING))
    line = told(line, answer(Proof.COMPLETED, of=report(order_id="o-2")), 2)
    assert line.order is OrderState.UNKNOWN
    assert line.order_id == "o-1"


def test_missing_card() -> None:
    """Completed without any card for 60 s: an open case, never delivered."""
    empty = answer(Proof.COMPLETED, of=NO_CARD)
    line = told(send(make_line()), empty)
    assert (line.order, line.trouble) == (OrderState.ORDERING, None)
    assert told(line, empty, 30).trouble is None
    line = told(line, empty, 61)
    assert (line.order, line.trouble) == (OrderState.UNKNOWN, Trouble.NO_CARD)
    assert told(line, answer(Proof.COMPLETED), 70).order is OrderState.DELIVERED


def test_email_needs_no_card() -> None:
    """The provider mails it: delivered and handed over at once (M9)."""
    line = told(send(make_line(method=EMAIL)), answer(Proof.COMPLETED, of=NO_CARD))
    assert line.order is OrderState.DELIVERED
    assert line.handed_over is not None
    assert line.is_closed


def test_denied_order_and_its_way_back() -> None:
    """The provider denies an order it has named: an open case that a later answer may end."""
    line = told(send(make_line()), answer(Proof.PROCESSING))
    assert told(line, answer(Proof.UNCLEAR)) == line
    denied = told(line, answer(Proof.REFUSED, code="entity_not_found"))
    assert (denied.order, denied.trouble) == (OrderState.UNKNOWN, Trouble.ORDER_NOT_FOUND)
    assert told(denied, answer(Proof.PROCESSING)).trouble is None
    assert told(line, answer(Proof.PROCESSING)) == line


def test_the_card_comes_with_the_change() -> None:
    """The card comes with the change that says delivered; only its end stays visible."""
    change = orders.take_answer(
        send(make_line()), answer(Proof.COMPLETED), now=after(1), limits=LIMITS
    )
    assert change.card == CARD
    assert change.line.card_hint == "JKLM"
    assert Action.CARD_STORED in [entry.action for entry in change.entries]


# --- restart, waiting -------------------------------------------------------------------------


def test_interrupted() -> None:
    """Ordering becomes unknown and unanswered; what is known or proven unsent stays (M10)."""
    line = orders.interrupt(send(make_line())).line
    assert (line.order, line.sending.unanswered) == (OrderState.UNKNOWN, True)
    known = told(send(make_line()), answer(Proof.PROCESSING))
    assert orders.interrupt(known).line == known
    assert orders.interrupt(make_line()).line == make_line()


def test_hold_and_expire() -> None:
    """While nothing can be tried the 60 s run all the same; then failed, refund due."""
    held = orders.hold(make_line(), now=T0).line
    assert held.sending.first_tried_at == held.sending.started_at == T0
    assert orders.hold(held, now=after(5)).line == held
    late = orders.expire_waiting(held, now=after(61)).line
    assert (late.order, late.money) == (OrderState.FAILED, MoneyState.REFUND_DUE)
    with refusal("not_waiting"):
        orders.expire_waiting(delivered(), now=T0)
    assert orders.hold(delivered(), now=T0).line == delivered()


def test_stop_posting() -> None:
    """Recovery that may not go on leaves an open case with its reason in the journal."""
    change = orders.stop_posting(unknown(), Trouble.KEY_TOO_OLD)
    assert change.line.trouble is Trouble.KEY_TOO_OLD
    assert change.entries[0].details["key"] == "key-1"
