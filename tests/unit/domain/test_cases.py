"""Every open line is a case with a sentence and a way out (money.md 1, M5 to M10)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pos_app.domain import decisions, invalidating
from pos_app.domain.answer import Answer, Proof
from pos_app.domain.cases import Alarm, CaseKind, LineAction, allowed_actions, case_kind, open_case
from pos_app.domain.orders import key_ends_at
from pos_app.domain.product import DeliveryMethod
from pos_app.domain.sale import Closed, Closing, HandedOver, Line, OrderState, Trouble
from tests.helpers.lines import (
    ANNA,
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

A = LineAction


def given_up(line: Line) -> Line:
    """The customer did not wait."""
    return decisions.give_up(line, by=ANNA, manager=False, now=after(30), limits=LIMITS).line


def refused(line: Line, trouble: Trouble = Trouble.INVALIDATION_EXPIRED) -> Line:
    """The provider does not take the card back."""
    wish = invalidating.invalidate(line, reason="x", by=MARTA, now=T0).line
    return replace(wish, order=OrderState.DELIVERED, trouble=trouble)


def refunded(line: Line) -> Line:
    """The customer has the money back."""
    return decisions.pay_refund(line, by=ANNA, receipt_number="", now=T0).line


HANDED = decisions.hand_over(delivered(), by=ANNA, now=T0).line
INVALIDATING = invalidating.invalidate(delivered(), reason="x", by=MARTA, now=T0).line
PROCESSING = told(send(make_line()), answer(Proof.PROCESSING))
STRAY = told(
    told(send(make_line()), answer(Proof.COMPLETED, of=report(product="p-2"))),
    Answer(proof=Proof.COMPLETED, status=200, report=report(product="p-2")),
)

TABLE = [
    (make_line(), 60, CaseKind.WAITING, {A.ORDER_NOW, A.GIVE_UP}),
    (send(make_line()), 5, CaseKind.ASKING, {A.TRY_NOW, A.REFRESH}),
    (unknown(), 60, CaseKind.ASKING, {A.TRY_NOW, A.REFRESH, A.GIVE_UP, A.CLOSE_CASE}),
    (PROCESSING, 60, CaseKind.PROCESSING, {A.TRY_NOW, A.REFRESH, A.GIVE_UP}),
    (
        given_up(unknown()),
        60,
        CaseKind.GIVEN_UP_ASKING,
        {A.TRY_NOW, A.REFRESH, A.REFUND_PAID, A.CLOSE_CASE},
    ),
    (
        replace(unknown(), trouble=Trouble.KEY_TOO_OLD),
        60,
        CaseKind.ASK_PROVIDER,
        {A.GIVE_UP, A.CLOSE_CASE},
    ),
    (
        STRAY,
        60,
        CaseKind.MISMATCH,
        {A.GIVE_UP, A.CLOSE_CASE, A.TRY_NOW, A.REFRESH, A.INVALIDATE},
    ),
    (
        delivered(),
        60,
        CaseKind.NOT_HANDED_OVER,
        {A.PRINT, A.HAND_OVER, A.INVALIDATE, A.SHOW_CODE, A.REFRESH},
    ),
    (
        replace(delivered(), printed=True),
        60,
        CaseKind.PERHAPS_PRINTED,
        {A.PRINT, A.PRINT_COPY, A.HAND_OVER, A.INVALIDATE, A.SHOW_CODE, A.REFRESH},
    ),
    (failed(), 60, CaseKind.REFUND_DUE, {A.REFUND_PAID, A.ORDER_AGAIN}),
    (
        INVALIDATING,
        60,
        CaseKind.INVALIDATING,
        {A.TRY_NOW, A.REFRESH, A.REFUND_PAID, A.CLOSE_CASE},
    ),
    (
        INVALIDATING,
        601,
        CaseKind.INVALIDATION_SLOW,
        {A.TRY_NOW, A.REFRESH, A.REFUND_PAID, A.CLOSE_CASE},
    ),
    (
        told(given_up(unknown()), answer(Proof.COMPLETED), 31),
        60,
        CaseKind.INVALIDATING,
        {A.REFUND_PAID, A.REFRESH},
    ),
    (
        refused(delivered()),
        60,
        CaseKind.NOT_INVALIDATED,
        {
            A.PRINT,
            A.HAND_OVER,
            A.REFUND_PAID,
            A.SHOW_CODE,
            A.INVALIDATE,
            A.CLOSE_CASE,
            A.REFRESH,
        },
    ),
    (
        refused(HANDED),
        60,
        CaseKind.CUSTOMER_KEEPS_CARD,
        {A.PRINT, A.HAND_OVER, A.SHOW_CODE, A.INVALIDATE, A.CLOSE_CASE, A.REFRESH},
    ),
    (
        refunded(refused(delivered())),
        60,
        CaseKind.SHOP_OWNS_CARD,
        {A.CLOSE_CASE, A.INVALIDATE, A.REFRESH},
    ),
]


@pytest.mark.parametrize(("line", "at_s", "kind", "actions"), TABLE)
def test_kind_and_ways_out(
    line: Line, at_s: float, kind: CaseKind, actions: set[LineAction]
) -> None:
    """Each open state has its sentence and exactly these ways out."""
    case = open_case(line, now=after(at_s), limits=LIMITS)
    assert case is not None
    assert (case.kind, set(case.actions)) == (kind, actions)


def test_no_open_line_is_without_a_way_out() -> None:
    """Nobody can leave a line in a state without something to do about it."""
    for line, at_s, _, _ in TABLE:
        case = open_case(line, now=after(at_s), limits=LIMITS)
        assert case is not None
        assert case.actions


@pytest.mark.parametrize(
    "line", [HANDED, refunded(failed()), replace(HANDED, closed=None, printed=True)]
)
def test_closed_lines_are_no_cases(line: Line) -> None:
    """Both facts final and in agreement, and the card handed over: nothing is open."""
    assert open_case(line, now=after(60), limits=LIMITS) is None
    assert case_kind(line, now=after(60), limits=LIMITS) is None


def test_the_slip_of_an_e_mailed_card_can_be_repeated() -> None:
    """A failed print is no reason to leave a customer without paper, though the line is closed."""
    line = delivered(DeliveryMethod.EMAIL)
    assert line.is_closed
    assert A.PRINT in allowed_actions(line, now=after(60), limits=LIMITS)
    assert A.PRINT not in allowed_actions(HANDED, now=after(60), limits=LIMITS)


def test_a_closed_loss_has_no_actions_left() -> None:
    """After a manager's decision nothing is asked or invalidated any more."""
    lost = replace(refunded(refused(delivered())), closed=Closed(Closing.LOSS, "x", T0, MARTA))
    actions = allowed_actions(lost, now=after(60), limits=LIMITS)
    assert actions == {A.REFRESH}
    unsettled = replace(unknown(), closed=Closed(Closing.LOSS, "x", T0, MARTA))
    assert A.GIVE_UP not in allowed_actions(unsettled, now=after(60), limits=LIMITS)


def test_email_is_given_up_again_by_a_manager() -> None:
    """A given-up e-mail line can still be refunded early by a manager (M6)."""
    line = replace(given_up(unknown()), refund=None)
    email = replace(line, delivery=replace(line.delivery, method=DeliveryMethod.EMAIL))
    assert A.GIVE_UP in allowed_actions(email, now=after(60), limits=LIMITS)
    assert A.GIVE_UP not in allowed_actions(line, now=after(60), limits=LIMITS)


def test_unsettled_slowness_has_a_beginning() -> None:
    """An invalidating line without its wish is not slow by accident."""
    line = replace(INVALIDATING, invalidation=None)
    assert case_kind(line, now=after(9999), limits=LIMITS) is CaseKind.INVALIDATING


HOUR = 3600


@pytest.mark.parametrize(
    ("line", "at_h", "alarm"),
    [
        (unknown(), 13.9, None),
        (unknown(), 14.1, Alarm.KEY_ENDS),  # the till asks with the key until it is 20 h old
        (given_up(unknown()), 14.1, Alarm.KEY_ENDS),
        (unknown(), 25, Alarm.KEY_ENDS),
        (PROCESSING, 23.9, None),  # asked for by its id: no key matters
        (PROCESSING, 24, Alarm.OLD),
        (make_line(), 14.1, None),  # never sent
        (replace(unknown(), trouble=Trouble.KEY_TOO_OLD), 21, None),
        (replace(unknown(), trouble=Trouble.KEY_TOO_OLD), 24, Alarm.OLD),
        (failed(), 24, Alarm.OLD),
    ],
)
def test_alarms(line: Line, at_h: float, alarm: Alarm | None) -> None:
    """Open for a day, or near the end of the key that the till still asks with (M4)."""
    now = after(at_h * HOUR)
    case = open_case(line, now=now, limits=LIMITS)
    assert case is not None
    assert case.alarm(now, LIMITS) is alarm


def test_a_case_says_until_when_its_key_may_be_used() -> None:
    """Twenty hours from the first send by whichever clock says more; nothing where none is."""
    now = after(14 * HOUR)
    case = open_case(unknown(), now=now, limits=LIMITS)
    assert case is not None
    assert case.key_ends_at == after(20 * HOUR)
    ahead = open_case(unknown(), now=now, limits=LIMITS, provider_now=after(16 * HOUR))
    assert ahead is not None
    assert ahead.key_ends_at == after(18 * HOUR)
    behind = open_case(unknown(), now=now, limits=LIMITS, provider_now=after(13 * HOUR))
    assert behind is not None
    assert behind.key_ends_at == after(20 * HOUR)
    closed = replace(unknown(), closed=Closed(Closing.LOSS, "x", T0, MARTA))
    assert key_ends_at(closed, now=now, provider_now=None, limits=LIMITS) is None
    unsent = replace(unknown(), sending=make_line().sending)
    assert key_ends_at(unsent, now=now, provider_now=None, limits=LIMITS) is None


def test_sale_sums_what_was_paid() -> None:
    """A replacement is paid by a refund, not by the customer again."""
    from pos_app.domain.money import Language
    from pos_app.domain.sale import LineId, Sale, SaleId

    second = replace(make_line(2), replaces=LineId("T1-000001-1"))
    sale = Sale(SaleId("T1-000001"), 1, T0, ANNA, "Anna", Language.EN, (make_line(), second))
    assert sale.paid == make_line().face_value
    assert sale.line(second.id) == second


def test_nothing_shows_itself() -> None:
    """Deliveries tell their method only; a handed-over line may be shown again."""
    assert repr(make_line().delivery) == "Delivery(code)"
    assert HANDED.handed_over == HandedOver(T0, ANNA)
    assert HANDED.may_show_card
