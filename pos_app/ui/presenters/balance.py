"""The history of the balance, while somebody looks at it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal

from pos_app.domain.credit import Credit, story_of
from pos_app.domain.errors import PosError
from pos_app.ui.tasks import UiTasks
from pos_app.ui.views.balance.section import BalanceState
from pos_app.usecases.bulletin import BalanceChanged, Event
from pos_app.usecases.services import Services

_DAYS: Final = 30


class BalancePresenter(QObject):
    """Reads what was kept, and again whenever there is a new balance.

    Signals:
    - changed(object): a `BalanceState`.
    - failed(object): the error that kept the history from being read.
    """

    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, tasks: UiTasks, parent: QObject) -> None:
        """Read nothing before `open`."""
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self._open = False
        self.destroyed.connect(services.till.bulletin.subscribe(self._on_event))

    def open(self) -> None:
        """The section came to the front."""
        self._open = True
        self._read()

    def close(self) -> None:
        """The section left the front."""
        self._open = False

    def ask(self) -> None:
        """`Ask now`."""
        self._tasks.spawn(self._ask(), "ask for the balance", done=self._read)

    async def _ask(self) -> None:
        await self._services.balance.refresh()

    def _on_event(self, event: Event) -> None:
        if self._open and isinstance(event, BalanceChanged):
            self._read()

    def _read(self) -> None:
        self._tasks.spawn(self._load(), "balance history")

    async def _load(self) -> None:
        till, last = self._services.till, self._services.balance.last
        try:
            kept = list(await self._services.owner.balances.since(_DAYS))
        except PosError as error:
            self.failed.emit(error)
            raise
        if last is not None and (not kept or kept[-1].asked_at < last.asked_at):
            kept.append(last)  # the newest is kept a moment later
        credits_ = [Credit(till.local(each.asked_at), each.available) for each in kept]
        story = story_of(credits_, till.profile.currency)
        level = till.profile.balance_warning
        self.changed.emit(BalanceState(story, level, _DAYS, loaded=True))
