"""Our own credit at the provider: is it enough for this sale? (money.md M13)."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from pos_app.domain.errors import ProviderUnavailableError, RefusedError, SurroundingsError
from pos_app.domain.money import Money
from pos_app.domain.sale import OrderState
from pos_app.ports import Balance, Provider
from pos_app.usecases.bulletin import (
    BalanceChanged,
    CredentialsRefused,
    Event,
    LineChanged,
    Trouble,
)
from pos_app.usecases.reach import Reach
from pos_app.usecases.till import Till

# What takes from the balance, or gives back to it.
_BOOKED: Final = frozenset({OrderState.DELIVERED, OrderState.INVALIDATED})
# The cards of a sale come one after the other: one question is enough for all.
_TOGETHER_S: Final = 1.0
_NOT_YOU: Final = 401  # the contract's answer to an unknown client or a wrong signature


@dataclass(frozen=True, slots=True)
class Outlook:
    """Whether our credit is enough for a sale, as far as is known."""

    left: Money | None  # after the sale; None: no balance is known
    fresh: bool  # young enough to refuse by
    low: bool  # below the owner's level after the sale

    @property
    def enough(self) -> bool | None:
        """Yes, no, or nobody knows."""
        return None if self.left is None else self.left.minor >= 0


class BalanceWatch:
    """Keeps the last known balance and asks for a new one in the background."""

    def __init__(self, till: Till, provider: Provider, reach: Reach) -> None:
        """Know nothing yet."""
        self._provider, self._clock, self._limits = provider, till.clock, till.limits
        self._bulletin, self._reach, self._till = till.bulletin, reach, till
        self._currency = till.profile.currency
        self.last: Balance | None = None
        self.last_error: ProviderUnavailableError | None = None
        self._clock_is_off = False

    async def refresh(self) -> Balance:
        """Ask now.

        May raise:
        - ProviderUnavailableError: the old balance stays, with its age.
        """
        started = self._clock.monotonic()
        try:
            balance = await self._provider.balance(self._currency)
        except ProviderUnavailableError as error:
            self.last_error = error
            self._note(error, self._clock.monotonic() - started)
            raise
        self.last, self.last_error = balance, None
        self._reach.note(reached=True, sent=True, took_s=self._clock.monotonic() - started)
        self._bulletin.publish(BalanceChanged(balance))
        self._compare_clocks()
        return balance

    def _compare_clocks(self) -> None:
        """Say once that this computer's clock is off; orders correct themselves, slips can't."""
        offset_s = self._provider.clock_offset_s or 0.0
        was_off = self._clock_is_off
        self._clock_is_off = abs(offset_s) > self._limits.clock_slack_s
        if self._clock_is_off and not was_off:
            self._bulletin.publish(Trouble(SurroundingsError("invalid_date_header")))

    def _note(self, error: ProviderUnavailableError, took_s: float) -> None:
        reached = error.params.get("status") is not None
        self._reach.note(reached=reached, sent=error.code != "not_sent", took_s=took_s)
        if error.params.get("status") == _NOT_YOU:
            self._bulletin.publish(CredentialsRefused(error.code))

    async def probe(self) -> None:
        """Ask without caring for the answer: the status bar and recovery do."""
        try:
            await self.refresh()
        except ProviderUnavailableError:
            return

    async def keep_asking(self) -> None:
        """For ever: at start, then every few minutes."""
        while True:
            await self.probe()
            await self._clock.sleep(self._limits.balance_every_s)

    async def keep_following(self) -> None:
        """For ever: soon after cards of a sale came, or one was taken back."""
        booked = asyncio.Event()

        def listen(event: Event) -> None:
            if isinstance(event, LineChanged) and event.line.order in _BOOKED:
                booked.set()

        unsubscribe = self._bulletin.subscribe(listen)
        try:
            while await booked.wait():
                await self._clock.sleep(_TOGETHER_S)
                booked.clear()
                await self.probe()
        finally:
            unsubscribe()

    @property
    def is_fresh(self) -> bool:
        """Whether the balance is young enough to refuse a sale by."""
        if self.last is None:
            return False
        age = self._clock.now() - self.last.asked_at
        return timedelta(0) <= age <= timedelta(seconds=self._limits.balance_fresh_s)

    def after(self, total: Money) -> Money | None:
        """What would be left after a sale, as far as known: face value is the upper bound."""
        return self.last.available - total if self.last is not None else None

    def outlook(self, total: Money) -> Outlook:
        """Is it enough for this sale?"""
        left, level = self.after(total), self._till.profile.balance_warning
        low = left is not None and level is not None and left < level
        return Outlook(left, self.is_fresh, low)

    def require(self, total: Money) -> bool:
        """Whether the sale is known to be covered; False means unknown, so warn and allow.

        May raise:
        - RefusedError: `balance_too_low` when a fresh balance does not cover it.
        """
        if self.last is None or not self.is_fresh:
            return False
        if self.last.available < total:
            raise RefusedError("balance_too_low", available=self.last.available, total=total)
        return True
