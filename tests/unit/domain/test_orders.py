"""What each event does to a line (money.md M3 to M8, M14), as tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from pos_app.domain import orders
from pos_app.domain.answer import OrderReport, Proof
from pos_app.domain.card import Card
from pos_app.domain.errors import RefusedError
from pos_app.domain.journal import Action
from pos_app.domain.money import Money
from pos_app.domain.people import TILL
from pos_app.domain.product import DeliveryMethod
from pos_app.domain.sale import Closing, Line, LineId, MoneyState, OrderState, Trouble
from tests.helpers.lines import (
    ANNA,
    CARD,
    LIMITS,
    MARTA,
    T0,
    after,
    answer,
    delivered,
    failed,
    make_line,
    report,
    send,
    told,
    unknown,
)

EMAIL = DeliveryMethod.EMAIL
NO_CARD = report(card=Card(pin="1"))


def refusal(code: str) -> pytest.RaisesExc[RefusedError]:
    """The rule says no, with this reason."""
    return pytest.RaisesExc(RefusedError, check=lambda error: error.code == code)


def give_up(line: Line, at_s: float = 60, *, manager: bool = False) -> Line:
    """The customer does not wait any longer."""
    return orders.give_up(line, by=ANNA, manager=manager, now=after(at_s), limits=LIMITS).line


def invalidate(line: Line, at_s: float = 100) -> Line:
    """A manager wants the card back."""
    return orders.invalidate(line, reason="wrong brand", by=MARTA, now=after(at_s)).line


def invalidation(line: Line, proof: Proof, code: str = "") -> Line:
    """The line after an answer to its invalidation."""
    begun = orders.begin_invalidation(line, now=after(101)).line
    return orders.take_invalidation_answer(begun, answer(proof, code=code), now=after(102)).line


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
        orders.Change(line)
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


def test_order_now() -> None:
    """A waiting line starts its 60 s anew; no other can be ordered now."""
    assert orders.order_now(orders.hold(make_line(), now=T0).line).line == make_line()
    with refusal("not_waiting"):
        orders.order_now(unknown())


def test_stop_posting() -> None:
    """Recovery that may not go on leaves an open case with its reason in the journal."""
    change = orders.stop_posting(unknown(), Trouble.KEY_TOO_OLD)
    assert change.line.trouble is Trouble.KEY_TOO_OLD
    assert change.entries[0].details["key"] == "key-1"


# --- M5, M6 giving up -------------------------------------------------------------------------


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
    assert orders.wants_invalidation(arrived)
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
    assert orders.wants_invalidation(arrived)


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


# --- M7 invalidating --------------------------------------------------------------------------


def test_invalidate_before_hand_over() -> None:
    """The refund is due at once, and ends refunded once invalidated."""
    line = invalidate(delivered())
    assert (line.order, line.money) == (OrderState.INVALIDATING, MoneyState.REFUND_DUE)
    assert not line.may_show_card
    assert invalidation(line, Proof.INVALIDATED).order is OrderState.INVALIDATED


def test_invalidate_after_hand_over() -> None:
    """The refund becomes due only after invalidated."""
    line = invalidate(orders.hand_over(delivered(), by=ANNA, now=after(9)).line)
    assert line.money is MoneyState.PAID
    done = invalidation(line, Proof.INVALIDATED)
    assert (done.order, done.money) == (OrderState.INVALIDATED, MoneyState.REFUND_DUE)


@pytest.mark.parametrize("proof", [Proof.FAILED, Proof.REFUSED])
def test_invalidation_of_a_failed_order(proof: Proof) -> None:
    """`order_failed` proves failed."""
    assert invalidation(invalidate(delivered()), proof, "order_failed").order is OrderState.FAILED


@pytest.mark.parametrize(
    ("code", "trouble"),
    [
        ("order_invalidation_period_expired", Trouble.INVALIDATION_EXPIRED),
        ("order_invalidation_not_supported", Trouble.INVALIDATION_NOT_SUPPORTED),
        ("entity_not_found", Trouble.INVALIDATION_NOT_FOUND),
    ],
)
def test_refused_invalidation(code: str, trouble: Trouble) -> None:
    """The card stays valid: an open case, never refunded by itself (M8)."""
    line = invalidation(invalidate(delivered()), Proof.REFUSED, code)
    assert (line.order, line.trouble, line.money) == (
        OrderState.DELIVERED,
        trouble,
        MoneyState.REFUND_DUE,
    )
    assert trouble.refuses_invalidation
    assert line.may_show_card
    assert not orders.wants_invalidation(line)


@pytest.mark.parametrize(
    ("proof", "code"),
    [(Proof.UNCLEAR, ""), (Proof.REFUSED, "order_processing"), (Proof.TRY_LATER, "rate")],
)
def test_unanswered_invalidation_goes_on(proof: Proof, code: str) -> None:
    """No answer, or not yet: keep trying."""
    line = invalidation(invalidate(delivered()), proof, code)
    assert line.order is OrderState.INVALIDATING
    assert orders.wants_invalidation(line)


def test_invalidation_of_another_order_proves_nothing() -> None:
    """An answer about another order id is not ours."""
    line = orders.begin_invalidation(invalidate(delivered()), now=T0).line
    strange = answer(Proof.INVALIDATED, of=report("invalidated", order_id="o-9"))
    assert orders.take_invalidation_answer(line, strange, now=T0).line == line


def test_given_up_card_is_invalidated() -> None:
    """What arrives after giving up is taken back, with the reason said."""
    line = told(give_up(unknown()), answer(Proof.COMPLETED), 61)
    begun = orders.begin_invalidation(line, now=after(62)).line
    assert begun.order is OrderState.INVALIDATING
    assert begun.invalidation is not None
    assert begun.invalidation.reason == "given up"


def test_stray_order_is_invalidated_while_unknown() -> None:
    """A completed order that is not ours to sell stays unknown until it is invalidated."""
    strange = answer(Proof.COMPLETED, of=report(product="p-2"))
    line = told(told(send(make_line()), strange), strange)
    asked = invalidate(line)
    assert (asked.order, asked.money) == (OrderState.UNKNOWN, MoneyState.REFUND_DUE)
    assert orders.begin_invalidation(asked, now=T0).line.order is OrderState.UNKNOWN
    assert invalidation(asked, Proof.INVALIDATED).order is OrderState.INVALIDATED
    refused = invalidation(asked, Proof.REFUSED, "order_invalidation_not_supported")
    assert refused.order is OrderState.UNKNOWN
    assert orders.wants_invalidation(give_up(line))
    assert not orders.wants_invalidation(line)


@pytest.mark.parametrize(
    ("line", "reason", "code"),
    [
        (delivered(), "  ", "reason_missing"),
        (unknown(), "why", "not_delivered"),
        (failed(), "why", "not_delivered"),
    ],
)
def test_invalidate_refused(line: Line, reason: str, code: str) -> None:
    """A reason is needed, and a delivered card."""
    with refusal(code):
        orders.invalidate(line, reason=reason, by=MARTA, now=T0)


def test_nothing_to_invalidate() -> None:
    """No request leaves for a line that does not want it; a late answer changes nothing."""
    with refusal("not_delivered"):
        orders.begin_invalidation(delivered(), now=T0)
    done = invalidation(invalidate(delivered()), Proof.INVALIDATED)
    late = orders.take_invalidation_answer(done, answer(Proof.UNCLEAR), now=T0)
    assert late == orders.Change(done)


# --- M8, M9 hand over, M14 order again, refunds, closing --------------------------------------


def test_hand_over_closes() -> None:
    """Delivered, paid and handed over is closed."""
    line = orders.hand_over(delivered(), by=ANNA, now=after(5)).line
    assert line.is_closed
    with refusal("already_handed_over"):
        orders.hand_over(line, by=ANNA, now=after(6))


def test_customer_takes_the_card_after_all() -> None:
    """M8: invalidation refused, refund still due: handing over withdraws the refund."""
    given = told(give_up(unknown()), answer(Proof.COMPLETED), 61)
    line = invalidation(given, Proof.REFUSED, "order_invalidation_not_supported")
    kept = orders.hand_over(line, by=ANNA, now=after(70))
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
            orders.pay_refund(
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
        orders.hand_over(line, by=ANNA, now=T0)


def test_refund_once() -> None:
    """One refund per line."""
    paid = orders.pay_refund(failed(), by=ANNA, receipt_number=" R 7 ", now=after(9)).line
    assert paid.money is MoneyState.REFUNDED
    assert paid.refund is not None
    assert paid.refund.receipt_number == "R 7"
    assert paid.is_closed
    for line in (paid, delivered()):
        with refusal("no_refund_due"):
            orders.pay_refund(line, by=ANNA, receipt_number="", now=T0)


def test_order_again_is_paid_by_the_refund() -> None:
    """M14: the old line is settled by the new one in one change."""
    new = replace(make_line(2), replaces=LineId("T1-000001-1"))
    change = orders.order_again(failed(), new, by=ANNA, now=after(9))
    assert change.replacement == new
    assert change.line.refund is not None
    assert change.line.refund.settled_by == new.id
    assert change.line.is_closed
    with refusal("no_refund_due"):
        orders.order_again(change.line, new, by=ANNA, now=T0)
    with refusal("not_ended"):
        orders.order_again(unknown(), new, by=ANNA, now=T0)


def close(line: Line, how: Closing, reason: str = "phoned") -> Line:
    """A manager ends the case."""
    return orders.close_case(line, how=how, reason=reason, by=MARTA, now=after(99)).line


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
    paid = orders.pay_refund(refused, by=ANNA, receipt_number="", now=T0).line
    lost = close(paid, Closing.LOSS)
    assert lost.is_closed
    assert not lost.may_show_card
    assert not orders.wants_invalidation(lost)
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


def test_printing_is_its_own_fact() -> None:
    """A printed slip changes neither fact."""
    line = orders.mark_printed(delivered()).line
    assert line.printed
    assert line.with_(printed=False) == delivered()


def test_the_till_itself_acts_too() -> None:
    """Entries of recovery carry the till, not a person."""
    change = orders.interrupt(send(make_line()))
    assert change.entries[0].by == TILL
