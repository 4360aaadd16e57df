"""What the cashier has to do next about the sale in front: pure, made from its lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pos_app.domain.cases import LineAction
from pos_app.domain.limits import Limits
from pos_app.domain.money import Money
from pos_app.domain.sale import Line, MoneyState, OrderState


class Paper(StrEnum):
    """What is known about a line's slip."""

    NONE = "none"  # nothing to print, or not yet
    PRINTING = "printing"
    PRINTED = "printed"
    PERHAPS = "perhaps"
    FAULT = "fault"


class Stage(StrEnum):
    """The one thing to do next."""

    TO_ORDER = "to_order"
    ASKING = "asking"
    NO_ANSWER = "no_answer"
    PRINT_FAULT = "print_fault"
    READABLE = "readable"
    PRINTING = "printing"
    TO_PRINT = "to_print"
    REFUND = "refund"
    OPEN = "open"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class LineView:
    """A line as the progress screen shows it; `fault` is the printer's code."""

    line: Line
    actions: frozenset[LineAction]
    paper: Paper = Paper.NONE
    fault: str = ""
    left_s: float | None = None  # of the countdown, while the provider is being asked (M5)
    replaced_by: int | None = None
    driven: bool = True  # False: waiting for a person since a restart


@dataclass(frozen=True, slots=True)
class StageView:
    """The stage, how many cards it is about, and the values of its sentence."""

    stage: Stage
    cards: int = 0
    left_s: float = 0
    amount: Money | None = None
    fault: str = ""
    may_give_up: bool = False
    may_order_again: bool = False


MAIN_ACTIONS: Mapping[Stage, LineAction] = {
    Stage.TO_ORDER: LineAction.ORDER_NOW,
    Stage.PRINT_FAULT: LineAction.PRINT,
    Stage.READABLE: LineAction.HAND_OVER,
    Stage.TO_PRINT: LineAction.PRINT,
    Stage.REFUND: LineAction.REFUND_PAID,
}


def is_asking(line: Line, *, driven: bool) -> bool:
    """Whether the customer waits for the provider's answer about this line."""
    if line.given_up is not None or line.trouble is not None:
        return False
    return line.is_undecided or (line.order is OrderState.WAITING and driven)


def countdown_left(line: Line, *, driven: bool, now: datetime, limits: Limits) -> float | None:
    """What is left of the 30 s from the first send (M5); None when nobody is being asked."""
    if not is_asking(line, driven=driven):
        return None
    started = line.sending.started_at
    if started is None:
        return limits.countdown_s
    return max(0.0, limits.countdown_s - (now - started).total_seconds())


def stage_of(views: Sequence[LineView]) -> StageView:
    """The most urgent thing to do: first the customer who waits, then paper, then money."""
    unsent = [v for v in views if v.line.order is OrderState.WAITING and not v.driven]
    if unsent:
        return StageView(Stage.TO_ORDER, len(unsent))
    asking = [v for v in views if v.left_s is not None]
    if asking:
        # The line that has waited longest says how long the customer has waited.
        left = min(v.left_s or 0.0 for v in asking)
        may = any(LineAction.GIVE_UP in v.actions for v in asking)
        stage = Stage.ASKING if left > 0 else Stage.NO_ANSWER
        return StageView(stage, len(asking), left, may_give_up=may)
    return _paper_stage(views) or _money_stage(views)


def _paper_stage(views: Sequence[LineView]) -> StageView | None:
    here = [v for v in views if LineAction.HAND_OVER in v.actions and not v.line.is_email]
    faults = [v for v in here if v.paper is Paper.FAULT]
    if faults:
        return StageView(Stage.PRINT_FAULT, len(faults), fault=faults[0].fault)
    by_paper = (
        (Paper.PRINTING, Stage.PRINTING),
        (Paper.PRINTED, Stage.READABLE),
        (Paper.PERHAPS, Stage.READABLE),
        (Paper.NONE, Stage.TO_PRINT),
    )
    for paper, stage in by_paper:
        found = sum(1 for v in here if v.paper is paper)
        if found:
            return StageView(stage, found)
    return None


def _money_stage(views: Sequence[LineView]) -> StageView:
    due = [v for v in views if v.line.money is MoneyState.REFUND_DUE]
    if due:
        zero = Money.zero(due[0].line.face_value.currency)
        total = sum((v.line.face_value for v in due), start=zero)
        again = any(LineAction.ORDER_AGAIN in v.actions for v in due)
        return StageView(Stage.REFUND, len(due), amount=total, may_order_again=again)
    left = sum(1 for v in views if not v.line.is_closed)
    return StageView(Stage.OPEN if left else Stage.DONE, left)
