"""The shelf labels in the settings."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from pos_app.ui.presenters.topic import TopicPresenter
from pos_app.ui.views.settings.labels import LabelEntry
from pos_app.usecases.bulletin import AssortmentChanged, Event


class LabelsPresenter(TopicPresenter):
    """Tells the labels, and forgets one.

    Signals:
    - changed(object): the labels, as a tuple of `LabelEntry`.
    """

    changed = Signal(object)

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
        self._do(partial(self._services.counter.assortment.forget, label), "forget a label")
