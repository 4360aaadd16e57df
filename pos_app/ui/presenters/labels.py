"""The shelf labels in the settings."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from pos_app.domain.errors import PosError
from pos_app.domain.people import Approval
from pos_app.ui.tasks import UiTasks
from pos_app.ui.views.settings.labels import LabelEntry
from pos_app.usecases.bulletin import AssortmentChanged, Event
from pos_app.usecases.services import Services


class LabelsPresenter(QObject):
    """Works with the manager's word that opened the settings.

    Signals:
    - changed(object): the labels, as a tuple of `LabelEntry`.
    - refused(object): the error that kept a label from being removed.
    - settled(): pressed buttons may be pressed again.
    """

    changed = Signal(object)
    refused = Signal(object)
    settled = Signal()

    def __init__(self, services: Services, tasks: UiTasks, parent: QObject) -> None:
        """Show nothing before `load`."""
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self.approval: Approval | None = None
        self.destroyed.connect(services.till.bulletin.subscribe(self._on_event))

    def load(self) -> None:
        """Tell which labels are known."""
        labels = self._services.counter.assortment.learned.labels
        self.changed.emit(tuple(self._entry(*each) for each in labels.items()))

    def _entry(self, label: str, code: str) -> LabelEntry:
        product = self._services.catalogue.product(code)
        if product is None:
            return LabelEntry(label, "", "")
        return LabelEntry(label, product.brand, product.name)

    def _on_event(self, event: Event) -> None:
        if isinstance(event, AssortmentChanged) and self.approval is not None:
            self.load()

    def forget(self, label: str) -> None:
        """`Remove label`."""
        self._tasks.spawn(self._forget(label), "forget a label", done=self.settled.emit)

    async def _forget(self, label: str) -> None:
        if self.approval is None:
            return
        try:
            await self._services.counter.assortment.forget(label, self.approval)
        except PosError as error:
            self.refused.emit(error)
