"""A day of the till and what it adds up to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from pos_app.domain.cases import CaseKind
from pos_app.domain.money import Money
from pos_app.domain.people import PersonId
from pos_app.domain.sale import LineId


@dataclass(frozen=True, slots=True)
class Day:
    """Opened by the first sale, ended by a person; `number` runs per till without gaps.

    Only a restore jumps; the journal tells from where to where.
    """

    id: int
    number: int
    opened_at: datetime
    ended_at: datetime | None = None
    ended_by: PersonId | None = None
    journal_count: int | None = None  # how many journal entries there were at its end (M16)
    journal_head: str | None = None  # seal of the last one


@dataclass(frozen=True, slots=True)
class Tally:
    """How many, and how much."""

    count: int
    amount: Money

    def plus(self, amount: Money) -> Tally:
        """One more."""
        return Tally(self.count + 1, self.amount + amount)


@dataclass(frozen=True, slots=True)
class DayCase:
    """One card that something was open about when the day was counted."""

    line: LineId
    kind: CaseKind
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFigures:
    """Face values in one currency; voucher sales, not turnover (germany.md D1, C20).

    `paid` was taken at the main till; `delivered`, `failed`, `voids` and `losses` are what became
    of cards during the day; refunds due are as they stand; `open_cases` were open when counted,
    and are named in `cases`, slips that nobody has confirmed among them.
    """

    paid: Tally
    delivered: Tally
    handed_over: Tally
    failed: Tally
    voids: Tally
    refunds_due: Tally
    refunds_paid: Tally
    losses: Tally
    open_cases: Tally
    paid_by_cashier: Mapping[str, Tally]
    delivered_by_brand: Mapping[str, Tally]
    cases: tuple[DayCase, ...] = ()
