"""The next step of a sale: the customer who waits, then paper, then money."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pos_app.domain.cases import LineAction, allowed_actions
from pos_app.domain.decisions import give_up, hand_over, pay_refund
from pos_app.domain.money import Money
from pos_app.domain.sale import Line
from pos_app.ui.presenters.progress_stage import (
    LineView,
    Paper,
    Stage,
    countdown_left,
    stage_of,
)
from pos_app.ui.views.progress.words import stage_sentence
from tests.helpers import lines
from tests.helpers.lines import ANNA, LIMITS, after


def view(
    line: Line, paper: Paper = Paper.NONE, *, at_s: float = 5, driven: bool = True
) -> LineView:
    """The line as the screen would hold it so many seconds after the sale."""
    now = after(at_s)
    return LineView(
        line,
        allowed_actions(line, now=now, limits=LIMITS),
        paper,
        "offline" if paper is Paper.FAULT else "",
        countdown_left(line, driven=driven, now=now, limits=LIMITS),
        driven=driven,
    )


def handed_over() -> Line:
    """A card that the customer has."""
    return hand_over(lines.delivered(), by=ANNA, now=after(2)).line


def test_a_restart_asks_whether_to_order() -> None:
    """A line that waits for a person comes before everything else."""
    stage = stage_of([view(lines.unknown()), view(lines.make_line(2), driven=False)])
    assert (stage.stage, stage.cards) == (Stage.TO_ORDER, 1)


def test_the_countdown_runs_from_the_first_send() -> None:
    """30 seconds, then no answer yet."""
    line = lines.unknown()
    assert view(line, at_s=6).left_s == 24
    assert stage_of([view(line, at_s=6)]).left_s == 24
    assert stage_of([view(line, at_s=6)]).stage is Stage.ASKING
    assert stage_of([view(line, at_s=31)]).stage is Stage.NO_ANSWER


def test_giving_up_is_offered_from_ten_seconds_on() -> None:
    """The panel only speaks of it when the button works."""
    assert not stage_of([view(lines.unknown(), at_s=9)]).may_give_up
    assert stage_of([view(lines.unknown(), at_s=10)]).may_give_up


def test_a_line_in_the_queue_counts_in_full() -> None:
    """What has not been sent yet has all of its time."""
    assert view(lines.make_line()).left_s == LIMITS.countdown_s


def test_nobody_waits_for_a_line_given_up() -> None:
    """After giving up the customer is not asked to wait; the money is next."""
    given = give_up(lines.unknown(), by=ANNA, manager=False, now=after(20), limits=LIMITS).line
    assert view(given, at_s=21).left_s is None
    assert stage_of([view(given, at_s=21)]).stage is Stage.REFUND


@pytest.mark.parametrize(
    ("paper", "stage"),
    [
        (Paper.FAULT, Stage.PRINT_FAULT),
        (Paper.PRINTING, Stage.PRINTING),
        (Paper.PRINTED, Stage.READABLE),
        (Paper.PERHAPS, Stage.READABLE),
        (Paper.NONE, Stage.TO_PRINT),
    ],
)
def test_paper_decides_about_a_delivered_card(paper: Paper, stage: Stage) -> None:
    """Each state of the slip has its own next step."""
    assert stage_of([view(lines.delivered(), paper)]).stage is stage


def test_a_printer_fault_comes_before_the_other_slips() -> None:
    """One slip that failed matters more than one that can be read."""
    other = replace(lines.delivered(), id=lines.make_line(2).id)
    stage = stage_of([view(other, Paper.PRINTED), view(lines.delivered(), Paper.FAULT)])
    assert (stage.stage, stage.fault) == (Stage.PRINT_FAULT, "offline")


def test_the_refund_is_a_sum() -> None:
    """All that is due goes back in one go."""
    stage = stage_of([view(lines.failed()), view(lines.failed()), view(handed_over())])
    assert (stage.stage, stage.cards) == (Stage.REFUND, 2)
    assert stage.amount == Money(10000, "EUR")


def test_the_end() -> None:
    """A sale is done when every line is closed; otherwise it moves to the open cases."""
    paid = pay_refund(lines.failed(), by=ANNA, receipt_number="7", now=after(9)).line
    assert stage_of([view(handed_over()), view(paid)]).stage is Stage.DONE
    given = give_up(lines.unknown(), by=ANNA, manager=False, now=after(20), limits=LIMITS).line
    open_still = pay_refund(given, by=ANNA, receipt_number="", now=after(30)).line
    stage = stage_of([view(open_still, at_s=40)])
    assert (stage.stage, stage.cards) == (Stage.OPEN, 1)
    assert LineAction.TRY_NOW in view(open_still, at_s=40).actions


def test_ordering_again_is_only_spoken_of_when_it_can_be_done() -> None:
    """M14: a replacement needs proof that the first card failed, which giving up is not."""
    assert stage_of([view(lines.failed())]).may_order_again
    given = give_up(lines.unknown(), by=ANNA, manager=False, now=after(20), limits=LIMITS).line
    stage = stage_of([view(given, at_s=21)])
    assert not stage.may_order_again
    assert "order the card again" in stage_sentence(replace(stage, may_order_again=True))
    assert "order the card again" not in stage_sentence(stage)
