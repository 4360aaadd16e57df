"""What the settings' topics with buttons of their own have in common."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QObject, Signal

from pos_app.domain.errors import PosError
from pos_app.domain.people import Approval
from pos_app.ui.tasks import UiTasks
from pos_app.usecases.bulletin import Event
from pos_app.usecases.services import Services


class TopicPresenter(QObject):
    """Works with the manager's word that opened the settings.

    Signals:
    - refused(object): the error that kept something from being done.
    - settled(): pressed buttons may be pressed again.
    """

    refused = Signal(object)
    settled = Signal()

    def __init__(self, services: Services, tasks: UiTasks, parent: QObject) -> None:
        """Show nothing before `load`."""
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self.approval: Approval | None = None
        self.destroyed.connect(services.till.bulletin.subscribe(self._on_event))

    def _on_event(self, event: Event) -> None:
        """Follow what somebody else changed."""

    def _do(self, work: Callable[[Approval], Awaitable[object]], name: str) -> None:
        self._tasks.spawn(self._run(work), name, done=self.settled.emit)

    async def _run(self, work: Callable[[Approval], Awaitable[object]]) -> None:
        if self.approval is None:
            return
        try:
            await work(self.approval)
        except PosError as error:
            self.refused.emit(error)
