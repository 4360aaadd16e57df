"""Whether the provider can be reached, and who may ask it next (money.md M4)."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from enum import StrEnum

from pos_app.domain.limits import Limits
from pos_app.ports import Clock
from pos_app.usecases.bulletin import Bulletin, ReachChanged

_SLOW_S = 5.0
# So many calls in a row without any answer: the network is gone, even where it still connects.
_SILENCE = 3


class ReachState(StrEnum):
    """What the bar on top says about the provider."""

    UNKNOWN = "unknown"
    ONLINE = "online"
    SLOW = "slow"
    OFFLINE = "offline"


class Reach:
    """Remembers whether calls get through.

    While they plainly don't, everybody waits for one probe. The first answer of any call wakes
    everybody who waits, also from a long backoff.
    """

    def __init__(self, clock: Clock, limits: Limits, bulletin: Bulletin) -> None:
        """Nothing has been tried yet."""
        self._clock, self._limits, self._bulletin = clock, limits, bulletin
        self._awake = asyncio.Event()
        self._misses = 0
        self.state = ReachState.UNKNOWN
        self.last_answer_at: datetime | None = None

    @property
    def is_offline(self) -> bool:
        """Whether calls fail before the first byte leaves."""
        return self.state is ReachState.OFFLINE

    def note(self, *, reached: bool, sent: bool, took_s: float = 0.0) -> None:
        """Tell how a call went: an answer, silence after sending, or no connection at all."""
        before = self.state
        if reached:
            self.state = ReachState.SLOW if took_s > _SLOW_S else ReachState.ONLINE
            self.last_answer_at = self._clock.now()
            if before is ReachState.OFFLINE or self._misses >= _SILENCE:
                self._wake()
            self._misses = 0
        else:
            self._misses += 1
            self.state = ReachState.SLOW if sent else ReachState.OFFLINE
        if self.state is not before or reached:
            self._bulletin.publish(ReachChanged())

    def _wake(self) -> None:
        self._awake.set()
        self._awake = asyncio.Event()

    async def pause(self, seconds: float, *wakers: asyncio.Event, firm: bool = False) -> None:
        """Wait so long, or until one of `wakers` is set.

        Unless it is `firm` (the provider asked for it), also until the provider answers again
        after a silence.
        """
        events = wakers if firm else (*wakers, self._awake)
        waits = [
            asyncio.ensure_future(self._clock.sleep(seconds)),
            *(asyncio.ensure_future(event.wait()) for event in events),
        ]
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
            await asyncio.gather(*waits, return_exceptions=True)

    async def keep_probing(self, probe: Callable[[], Awaitable[None]]) -> None:
        """For ever: one probe every few seconds while the provider is unreachable."""
        while True:
            await self._clock.sleep(self._limits.probe_every_s)
            if self.is_offline:
                await probe()
