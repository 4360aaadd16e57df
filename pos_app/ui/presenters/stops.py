"""Stop selling, and sell again."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from pos_app.ui.formats import moment_text
from pos_app.ui.presenters.topic import TopicPresenter
from pos_app.ui.views.settings.stops import StopEntry
from pos_app.usecases.bulletin import Event, StopsChanged


class StopsPresenter(TopicPresenter):
    """Tells what is stopped, stops and resumes.

    Signals:
    - stopped(object): the stops in force, as a tuple of `StopEntry`.
    - brands(object): the brands of the catalogue, as a tuple of names.
    """

    stopped = Signal(object)
    brands = Signal(object)

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
        self._do(partial(self._services.owner.stops.stop, brand, sentence), "stop selling")

    def resume(self, brand: str) -> None:
        """`Sell again`."""
        self._do(partial(self._services.owner.stops.resume, brand), "sell again")
