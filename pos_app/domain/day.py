"""A day of the till and what it adds up to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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
class DayGroup:
    """What one cashier or brand has of the day: its main sum, and the others that are not zero.

    A cashier has `paid` sales, and of all that she sold, whenever, what was `delivered` and what
    became `voids` today; `refunds_paid` are those that she paid out. A brand has `delivered`
    cards, `refunds_paid` and `voids`.
    """

    name: str
    tally: Tally
    parts: tuple[tuple[str, Tally], ...] = ()


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
    # Empty for days that were ended by a version that did not count them.
    delivered_by_cashier: Mapping[str, Tally] = field(default_factory=dict)
    refunds_paid_by_cashier: Mapping[str, Tally] = field(default_factory=dict)
    voids_by_cashier: Mapping[str, Tally] = field(default_factory=dict)
    refunds_paid_by_brand: Mapping[str, Tally] = field(default_factory=dict)
    voids_by_brand: Mapping[str, Tally] = field(default_factory=dict)

    @property
    def cashiers(self) -> tuple[DayGroup, ...]:
        """Everybody who sold, paid a refund, or whose cards changed, by name."""
        return self._groups(
            self.paid_by_cashier,
            {
                "delivered": self.delivered_by_cashier,
                "refunds_paid": self.refunds_paid_by_cashier,
                "voids": self.voids_by_cashier,
            },
        )

    @property
    def brands(self) -> tuple[DayGroup, ...]:
        """Every brand that was delivered, refunded or made worthless, by name."""
        return self._groups(
            self.delivered_by_brand,
            {"refunds_paid": self.refunds_paid_by_brand, "voids": self.voids_by_brand},
        )

    def _groups(
        self, main: Mapping[str, Tally], parts: Mapping[str, Mapping[str, Tally]]
    ) -> tuple[DayGroup, ...]:
        nothing = Tally(0, Money.zero(self.paid.amount.currency))
        return tuple(
            DayGroup(
                name,
                main.get(name, nothing),
                tuple((key, tallies[name]) for key, tallies in parts.items() if name in tallies),
            )
            for name in sorted({*main, *(name for tallies in parts.values() for name in tallies)})
        )
