"""A backup after each sale, beside the work and never in its way (money.md M12)."""

from __future__ import annotations

from pos_app.domain.errors import StoreError
from pos_app.ports import Backups
from pos_app.usecases.bulletin import Event, SaleInFront, Trouble
from pos_app.usecases.tasks import TaskOwner
from pos_app.usecases.till import Till


class BackupKeeper:
    """Copies the database when a sale has left the progress screen, one copy at a time.

    A sale that ends while a copy is being made is in the next one.
    """

    def __init__(self, till: Till, backups: Backups, tasks: TaskOwner) -> None:
        """Listen for sales that end."""
        self._bulletin, self._backups, self._tasks = till.bulletin, backups, tasks
        self._running = self._again = False
        till.bulletin.subscribe(self._on_event)

    def _on_event(self, event: Event) -> None:
        if not (isinstance(event, SaleInFront) and event.sale is None):
            return
        self._again = True
        if not self._running:
            self._running = True
            self._tasks.spawn(self._make(), "backup")

    async def _make(self) -> None:
        try:
            while self._again:
                self._again = False
                await self._backups.make()
        except StoreError as error:
            self._bulletin.publish(Trouble(error))
        finally:
            self._running = False
