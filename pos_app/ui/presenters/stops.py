"""Stop selling, and sell again."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from pos_app.domain.errors import PosError
from pos_app.domain.people import Approval
from pos_app.ui.formats import moment_text
from pos_app.ui.tasks import UiTasks
from pos_app.ui.views.settings.stops import StopEntry
from pos_app.usecases.bulletin import Event, StopsChanged
from pos_app.usecases.services import Services


class StopsPresenter(QObject):
    """Works with the manager's word that opened the settings.

    Signals:
    - stopped(object): the stops in force, as a tuple of `StopEntry`.
    - brands(object): the brands of the catalogue, as a tuple of names.
    - refused(object): the error that kept a stop from being made.
    - settled(): pressed buttons may be pressed again.
    """

    stopped = Signal(object)
    brands = Signal(object)
    refused = Signal(object)
    settled = Signal()

    def __init__(self, services: Services, tasks: UiTasks, parent: QObject) -> None:
        """Show nothing before `load`."""
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self.approval: Approval | None = None
        self.destroyed.connect(services.till.bulletin.subscribe(self._on_event))

    def load(self) -> None:
        """Tell what is stopped and what may be."""
        names = {product.brand for product in self._services.catalogue.products}
        self.brands.emit(tuple(sorted(names, key=str.casefold)))
        self._tell()

    def _tell(self) -> None:
        local = self._services.till.local
        self.stopped.emit(
            tuple(
                StopEntry(each.brand, each.sentence, moment_text(local(each.since)))
                for each in self._services.owner.stops.current
            )
        )

    def _on_event(self, event: Event) -> None:
        if isinstance(event, StopsChanged) and self.approval is not None:
            self._tell()

    def stop(self, brand: str, sentence: str) -> None:
        """`Stop selling`."""
        self._tasks.spawn(self._stop(brand, sentence), "stop selling", done=self.settled.emit)

    async def _stop(self, brand: str, sentence: str) -> None:
        if self.approval is None:
            return
        try:
            await self._services.owner.stops.stop(brand, sentence, self.approval)
        except PosError as error:
            self.refused.emit(error)

    def resume(self, brand: str) -> None:
        """`Sell again`."""
        self._tasks.spawn(self._resume(brand), "sell again", done=self.settled.emit)

    async def _resume(self, brand: str) -> None:
        if self.approval is None:
            return
        try:
            await self._services.owner.stops.resume(brand, self.approval)
        except PosError as error:
            self.refused.emit(error)
