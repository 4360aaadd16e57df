"""After a restore nothing happens by itself, and nothing is forgotten (money.md M12)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pos_app.domain import decisions, invalidating
from pos_app.domain.answer import Proof
from pos_app.domain.cases import CaseKind, open_case
from pos_app.domain.change import Change
from pos_app.domain.recovery import Step, next_step
from pos_app.domain.restoring import mark_restored, next_number
from pos_app.domain.sale import Line, OrderState, Trouble
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
    send,
    told,
    unknown,
)

INVALIDATING = invalidating.invalidate(delivered(), reason="x", by=MARTA, now=T0).line
GIVEN_UP = decisions.give_up(unknown(), by=ANNA, manager=False, now=after(30), limits=LIMITS).line


@pytest.mark.parametrize(
    ("line", "state", "trouble"),
    [
        (make_line(), OrderState.UNKNOWN, Trouble.RESTORED),
        (send(make_line()), OrderState.UNKNOWN, Trouble.RESTORED),
        (unknown(), OrderState.UNKNOWN, Trouble.RESTORED),
        (GIVEN_UP, OrderState.UNKNOWN, Trouble.RESTORED),
        (told(GIVEN_UP, answer(Proof.COMPLETED)), OrderState.DELIVERED, Trouble.RESTORED),
        (
            replace(unknown(), trouble=Trouble.KEY_TOO_OLD),
            OrderState.UNKNOWN,
            Trouble.KEY_TOO_OLD,
        ),
        (delivered(), OrderState.DELIVERED, Trouble.RESTORED),
        (INVALIDATING, OrderState.DELIVERED, Trouble.RESTORED),
        (failed(), OrderState.FAILED, None),
    ],
)
def test_open_lines_ask_for_a_person(
    line: Line, state: OrderState, trouble: Trouble | None
) -> None:
    """No request leaves by itself, and each line is a case with something to do."""
    restored = mark_restored(line).line
    assert (restored.order, restored.trouble) == (state, trouble)
    step, _ = next_step(restored, now=after(60), provider_now=after(60), limits=LIMITS)
    assert step is Step.NOTHING
    case = open_case(restored, now=after(60), limits=LIMITS)
    assert case is not None
    assert case.actions


@pytest.mark.parametrize("line", [INVALIDATING, told(GIVEN_UP, answer(Proof.COMPLETED))])
def test_nothing_is_said_to_be_under_way(line: Line) -> None:
    """A card that was being taken back waits for a person, and the sentence says so."""
    case = open_case(mark_restored(line).line, now=after(60), limits=LIMITS)
    assert case is not None
    assert case.kind is CaseKind.ASK_PROVIDER


def test_closed_lines_stay_closed() -> None:
    """What was settled before the copy needs nobody."""
    line = decisions.hand_over(delivered(), by=ANNA, now=T0).line
    assert mark_restored(line) == Change(line)


def test_a_restored_card_can_still_be_handed_over() -> None:
    """The slip perhaps came out: the person looks, and says so."""
    line = mark_restored(delivered()).line
    assert line.printed
    assert decisions.hand_over(line, by=ANNA, now=T0).line.is_closed


@pytest.mark.parametrize(
    ("here", "there", "following"),
    [(5, None, 1005), (5, 7, 1005), (5, 1005, 1005), (5, 1006, 2006), (1, 4000, 5000)],
)
def test_numbers_jump_behind_everything_known(
    here: int, there: int | None, following: int
) -> None:
    """A thousand on, or behind what is being replaced where that went further."""
    assert next_number(here, there) == following
