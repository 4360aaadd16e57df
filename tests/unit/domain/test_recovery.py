"""What the till does next by itself, and how long it waits (money.md M4)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain import decisions, invalidating
from pos_app.domain.answer import Proof
from pos_app.domain.recovery import Step, backoff_s, next_step
from pos_app.domain.sale import Closed, Closing, Line, Trouble
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

KNOWN = told(send(make_line()), answer(Proof.PROCESSING))
GIVEN_UP = decisions.give_up(unknown(), by=ANNA, manager=False, now=after(30), limits=LIMITS).line
INVALIDATING = invalidating.invalidate(delivered(), reason="x", by=MARTA, now=T0).line


@pytest.mark.parametrize(
    ("line", "at_s", "known", "step"),
    [
        (make_line(), 1, None, (Step.POST, None)),
        (unknown(), 1, None, (Step.POST, None)),
        (send(make_line()), 1, None, (Step.NOTHING, None)),
        (KNOWN, 1, None, (Step.GET, None)),
        (replace(unknown(), order_id="o-1"), 1, None, (Step.GET, None)),
        (replace(unknown(), trouble=Trouble.RESTORED), 1, None, (Step.NOTHING, None)),
        (unknown(), 72_000, None, (Step.STOP, Trouble.KEY_TOO_OLD)),
        (GIVEN_UP, 60, None, (Step.POST, None)),
        (GIVEN_UP, 60, True, (Step.POST, None)),
        (GIVEN_UP, 60, False, (Step.STOP, Trouble.NOT_POSTED_AGAIN)),
        (unknown(), 60, False, (Step.POST, None)),
        (told(GIVEN_UP, answer(Proof.COMPLETED), 61), 62, None, (Step.INVALIDATE, None)),
        (INVALIDATING, 62, None, (Step.INVALIDATE, None)),
        (delivered(), 62, None, (Step.NOTHING, None)),
        (failed(), 62, None, (Step.NOTHING, None)),
        (
            replace(unknown(), closed=Closed(Closing.LOSS, "x", T0, MARTA)),
            62,
            None,
            (Step.NOTHING, None),
        ),
    ],
)
def test_next_step(
    line: Line, at_s: float, *, known: bool | None, step: tuple[Step, Trouble | None]
) -> None:
    """One request at most leaves next, or the line becomes an open case."""
    now = after(at_s)
    found = next_step(line, now=now, provider_now=now, limits=LIMITS, invalidatable=known)
    assert found == step


@given(st.integers(0, 1000), st.floats(0, 1))
def test_backoff_stays_between_its_limits(attempt: int, luck: float) -> None:
    """Waits lie between 1 and 30 s, whatever the attempt and the jitter."""
    wait_s = backoff_s(attempt, LIMITS, lambda: luck)
    assert LIMITS.backoff_first_s <= wait_s <= LIMITS.backoff_most_s


def test_backoff_grows() -> None:
    """Without luck each wait doubles until the most."""
    waits = [backoff_s(attempt, LIMITS, lambda: 1.0) for attempt in range(7)]
    assert waits == [1, 2, 4, 8, 16, 30, 30]
