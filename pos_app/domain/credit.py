"""Our credit at the provider over time: what came in, what went out, how long it lasts (M13)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final

from pos_app.domain.money import Money

# A pace over less than a day would be that of the morning rush.
_LEAST: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Credit:
    """What was available at one moment."""

    at: datetime
    available: Money


@dataclass(frozen=True, slots=True)
class Step:
    """A credit and by how much it differs from the one before; nothing for the first."""

    credit: Credit
    change: Money


@dataclass(frozen=True, slots=True)
class CreditStory:
    """Credits of one currency, oldest first, and what they add up to.

    Cards taken back come in like top-ups: the provider's balance does not tell them apart.
    """

    credits: tuple[Credit, ...]

    @property
    def now(self) -> Credit | None:
        """The last one."""
        return self.credits[-1] if self.credits else None

    @property
    def lowest(self) -> Credit | None:
        """The smallest one; the latest of equal ones."""
        if not self.credits:
            return None
        return min(reversed(self.credits), key=lambda credit: credit.available.minor)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every change, oldest first; credits that only were looked at again are left out."""
        if not self.credits:
            return ()
        first = Step(self.credits[0], Money.zero(self.credits[0].available.currency))
        changed = (
            Step(after, after.available - before.available)
            for before, after in pairwise(self.credits)
            if after.available != before.available
        )
        return (first, *changed)

    def came_in(self) -> Money | None:
        """The sum of all rises."""
        return self._sum(1)

    def went_out(self) -> Money | None:
        """The sum of all falls, as a positive amount."""
        return self._sum(-1)

    def _sum(self, sign: int) -> Money | None:
        if not self.credits:
            return None
        minors = (step.change.minor * sign for step in self.steps)
        total = sum(minor for minor in minors if minor > 0)
        return Money(total, self.credits[0].available.currency)

    def days_left(self) -> int | None:
        """How many whole days it lasts at this pace; None while there is none to go by."""
        out, now = self.went_out(), self.now
        if out is None or now is None or out.minor <= 0:
            return None
        span = now.at - self.credits[0].at
        if span < _LEAST:
            return None
        per_day = out.minor * timedelta(days=1) / span
        return max(0, int(now.available.minor / per_day))


def story_of(credits_: Sequence[Credit], currency: str) -> CreditStory:
    """The story in the till's own currency."""
    ours = (credit for credit in credits_ if credit.available.currency == currency)
    return CreditStory(tuple(sorted(ours, key=lambda credit: credit.at)))
