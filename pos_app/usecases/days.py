"""The till's day: opened by the first sale, ended by a person, never needing the network."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from pos_app.domain.day import Day, DayFigures
from pos_app.domain.people import PersonId
from pos_app.ports import Backups, Days


@dataclass(frozen=True, slots=True)
class DayView:
    """The open day, or None with nothing sold yet."""

    day: Day | None
    figures: DayFigures | None


class DayDesk:
    """Shows and ends days."""

    def __init__(
        self,
        days: Days,
        backups: Backups,
        after_end: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        """Work on this till's days; `after_end` runs once a day is ended and written."""
        self._days, self._backups, self._after_end = days, backups, after_end

    async def current(self) -> DayView:
        """The open day with what it adds up to now."""
        day = await self._days.current()
        return DayView(day, await self._days.figures(day) if day is not None else None)

    async def past(self) -> Sequence[Day]:
        """Ended days, newest first."""
        return await self._days.ended()

    async def look(self, day: Day) -> DayView:
        """A day with its figures: an ended one as it was ended."""
        return DayView(day, await self._days.figures(day))

    async def end(self, by: PersonId) -> tuple[Day, DayFigures]:
        """`End day`: a snapshot of the journal; open cases stay open and are counted.

        May raise:
        - RefusedError: `no_open_day`.
        - StoreError: the day or its backup could not be written.
        """
        ended = await self._days.end(by=by)
        if self._after_end is not None:
            await self._after_end()
        await self._backups.make()
        return ended
