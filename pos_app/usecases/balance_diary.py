"""The history of our credit, and a word to the manager when it runs low (money.md M13)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from pos_app.domain.errors import StoreError
from pos_app.ports import Balance
from pos_app.usecases.bulletin import BalanceChanged, BalanceLow, Event, SettingsChanged, Trouble
from pos_app.usecases.owner_ports import BalanceHistory
from pos_app.usecases.tasks import TaskOwner
from pos_app.usecases.till import Till


class BalanceDiary:
    """Listens for balances: keeps them, and tells once when the owner's level is passed."""

    def __init__(self, till: Till, history: BalanceHistory, tasks: TaskOwner) -> None:
        """Listen from now on."""
        self._till, self._history, self._tasks = till, history, tasks
        self._last: Balance | None = None
        self.is_low = False
        till.bulletin.subscribe(self._on_event)

    async def since(self, days: int) -> Sequence[Balance]:
        """The balances of the last days, oldest first.

        May raise:
        - StoreError.
        """
        return await self._history.since(self._till.clock.now() - timedelta(days=days))

    def _on_event(self, event: Event) -> None:
        if isinstance(event, BalanceChanged):
            self._last = event.balance
            self._judge(event.balance)
            self._tasks.spawn(self._note(event.balance), "balance history")
        elif isinstance(event, SettingsChanged) and self._last is not None:
            self._judge(self._last)

    def _judge(self, balance: Balance) -> None:
        """Tell when the level is passed, not at every balance below it."""
        level = self._till.profile.balance_warning
        was_low, self.is_low = self.is_low, level is not None and balance.available < level
        if level is not None and self.is_low and not was_low:
            self._till.bulletin.publish(BalanceLow(balance, level))

    @property
    def low(self) -> BalanceLow | None:
        """What a manager who signs in should know; None while there is enough."""
        level = self._till.profile.balance_warning
        if self._last is None or level is None or not self.is_low:
            return None
        return BalanceLow(self._last, level)

    async def _note(self, balance: Balance) -> None:
        try:
            await self._history.note(balance)
        except StoreError as error:
            self._till.bulletin.publish(Trouble(error))
