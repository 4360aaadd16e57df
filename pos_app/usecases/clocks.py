"""The provider's clock, as far as its answers have told it (money.md M4)."""

from __future__ import annotations

from datetime import datetime, timedelta

from pos_app.domain.errors import ProviderUnavailableError
from pos_app.domain.sale import Line
from pos_app.ports import Clock, Provider
from pos_app.usecases.reach import Reach


class ProviderClock:
    """The till's clock corrected by the provider's `Date` header."""

    def __init__(self, clock: Clock, provider: Provider) -> None:
        """Correct `clock` by what `provider` has learned."""
        self._clock, self._provider = clock, provider

    def known(self) -> datetime | None:
        """The provider's time, or None before any answer has told it."""
        offset = self._provider.clock_offset_s
        return None if offset is None else self._clock.now() + timedelta(seconds=offset)

    def provider_now(self) -> datetime:
        """The provider's time; the till's own where it is not known."""
        return self.known() or self._clock.now()

    async def ask(self, line: Line, reach: Reach) -> bool:
        """Learn the provider's time by a question that changes nothing; whether it answered."""
        answered = True
        try:
            await self._provider.balance(line.face_value.currency)
        except ProviderUnavailableError as error:
            answered = error.params.get("status") is not None
            reach.note(reached=answered, sent=error.code != "not_sent")
        else:
            reach.note(reached=True, sent=True)
        return answered
