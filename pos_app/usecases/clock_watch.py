"""Notices when somebody moves the computer's clock (money.md M4).

While the program runs the clock is compared with time that can't be moved; at the start with the
last journal entry, which shows only a clock that went back. Nothing is repaired: times are
stored as they were believed, orders that are too old by either clock are not posted again, and a
manager is told. A change of the time zone moves no clock: everything is kept in UTC.
"""

from __future__ import annotations

from typing import Final

from pos_app.domain.errors import StoreError
from pos_app.domain.journal import Action, Detail, Entry
from pos_app.ports import Journal
from pos_app.usecases.bulletin import Trouble
from pos_app.usecases.notices import NoticeBoard
from pos_app.usecases.till import Till

_EVERY_S: Final = 30.0
# Clocks that are compared for weeks drift apart; so much between two looks is nobody's doing.
_DRIFT_S: Final = 1.0


class ClockWatch:
    """Compares, and puts up a notice when the clock was moved by more than the slack."""

    def __init__(self, till: Till, *, journal: Journal, notices: NoticeBoard) -> None:
        """Take the time as it is now for right."""
        self._clock, self._slack_s = till.clock, till.limits.clock_slack_s
        self._bulletin, self._journal, self._notices = till.bulletin, journal, notices
        self._began, self._began_s = till.clock.now(), till.clock.monotonic()

    async def check_start(self) -> None:
        """At start: whether the clock stands before what the journal already tells.

        May raise:
        - StoreError.
        """
        head = await self._journal.head()
        if head.at is None:
            return
        behind_s = (head.at - self._clock.now()).total_seconds()
        if behind_s > self._slack_s:
            try:
                await self._tell(-behind_s, "start")
            except StoreError as error:
                # No reason not to start; the next start finds it again.
                self._bulletin.publish(Trouble(error))

    async def keep_watching(self) -> None:
        """For ever: every half minute."""
        while True:
            await self._clock.sleep(_EVERY_S)
            try:
                await self.check()
            except StoreError as error:
                # Found again at the next look.
                self._bulletin.publish(Trouble(error))

    async def check(self) -> None:
        """Whether the clock has gone as far as time did.

        May raise:
        - StoreError: the change could not be written down.
        """
        now, now_s = self._clock.now(), self._clock.monotonic()
        moved_s = (now - self._began).total_seconds() - (now_s - self._began_s)
        if abs(moved_s) > self._slack_s:
            await self._tell(moved_s, "running")
        elif abs(moved_s) > _DRIFT_S:
            # Small moves add up until they count.
            return
        self._began, self._began_s = now, now_s

    async def _tell(self, moved_s: float, found: str) -> None:
        details: dict[str, Detail] = {"moved_s": round(moved_s), "found": found}
        await self._notices.put_up(Entry(Action.CLOCK_CHANGED, details=details))
