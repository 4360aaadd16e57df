"""Choosing a product: the catalogue, its search, its categories and its age."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from PySide6.QtCore import QObject, Signal

from pos_app.domain.errors import PosError
from pos_app.domain.product import Product
from pos_app.ui.presenters.sell_parts import AmountChoice
from pos_app.ui.search import ProductIndex
from pos_app.ui.shell_port import PageName, ShellPort
from pos_app.ui.tasks import UiTasks
from pos_app.ui.texts.products import reason_text
from pos_app.ui.theme import Tone
from pos_app.usecases.bulletin import CatalogueChanged, Event, SaleInFront, SettingsChanged
from pos_app.usecases.cart import MOST_CARDS
from pos_app.usecases.services import Services

_SALE_NUMBER: Final = re.compile(r"((?:TRAINING-)?[A-Za-z0-9-]{1,12}-\d{6}(?:-\d+)?)(?:/[\d.]+)?")


@dataclass(frozen=True, slots=True)
class CatalogueState:
    """What is known about the catalogue as a whole."""

    loaded: bool
    count: int = 0
    skipped: int = 0
    age: timedelta | None = None
    refreshing: bool = False
    error: PosError | None = None
    categories: tuple[str, ...] = ()
    category: str = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The products in use, and why some of them can't be ordered here."""

    products: tuple[Product, ...] = ()
    reasons: tuple[str | None, ...] = ()


class BrowsePresenter(QObject):
    """Finds products; the catalogue is searched in memory with every key.

    Signals:
    - shelf_changed(object): another `Shelf`; results follow.
    - results_changed(object): positions in the shelf, the best first.
    - catalogue_changed(object): a `CatalogueState`.
    - amount_wanted(object): the `Product` whose amount is to be asked for.
    """

    shelf_changed = Signal(object)
    results_changed = Signal(object)
    catalogue_changed = Signal(object)
    amount_wanted = Signal(object)

    def __init__(
        self, services: Services, tasks: UiTasks, shell: ShellPort, parent: QObject | None = None
    ) -> None:
        """Listen to the catalogue."""
        super().__init__(parent)
        self._services, self._tasks, self._shell = services, tasks, shell
        self._shelf = Shelf()
        self._index = ProductIndex(())
        self._loaded = False
        self._building = self._stale = False
        self._text = self._category = ""
        self.results: list[int] = []
        self._unsubscribe = services.till.bulletin.subscribe(self._on_event)

    def start(self) -> None:
        """Show what there is."""
        self._rebuild()

    def close(self) -> None:
        """Listen no more."""
        self._unsubscribe()

    def _on_event(self, event: Event) -> None:
        if isinstance(event, CatalogueChanged):
            if event.error is None:
                self._rebuild()
            self.tell()
        elif isinstance(event, SettingsChanged) or (
            isinstance(event, SaleInFront) and event.sale is None
        ):
            self._rebuild()

    # --- the catalogue -------------------------------------------------------------------------

    def _rebuild(self) -> None:
        """Read the catalogue's words anew, beside the work: many products take a while."""
        if self._building:
            self._stale = True
            return
        self._building = True
        if self._tasks.spawn(self._build(), "index the catalogue") is None:
            self._building = False

    async def _build(self) -> None:
        try:
            while True:
                self._stale = False
                products = self._services.catalogue.products
                profile = self._services.till.profile
                reasons = tuple(
                    product.why_not_orderable(country=profile.country, currency=profile.currency)
                    for product in products
                )
                lately = await self._services.records.orders()
                sold = Counter(line.product.code for line in lately)
                orderable = [reason is None for reason in reasons]
                index = await asyncio.to_thread(
                    ProductIndex, products, orderable=orderable, rank=sold
                )
                if not self._stale:
                    break
        finally:
            self._building = False
        self._shelf, self._index = Shelf(products, reasons), index
        self._loaded = self._services.catalogue.reading is not None
        if self._category not in index.categories():
            self._category = ""
        self.shelf_changed.emit(self._shelf)
        self._find()
        self.tell()

    def tell(self) -> None:
        """Say how old the catalogue is and what the last refresh brought."""
        catalogue = self._services.catalogue
        reading, now = catalogue.reading, self._services.till.clock.now()
        state = CatalogueState(
            loaded=self._loaded,
            count=len(reading.products) if reading else 0,
            skipped=reading.skipped if reading else 0,
            age=now - reading.read_at if reading else None,
            refreshing=catalogue.refreshing,
            error=catalogue.last_error,
            categories=tuple(self._index.categories()),
            category=self._category,
        )
        self.catalogue_changed.emit(state)

    def refresh(self) -> None:
        """`Refresh catalogue`: read it anew; products can be sold meanwhile."""
        if not self._services.catalogue.refreshing:
            self._tasks.spawn(self._refresh(), "refresh catalogue")

    async def _refresh(self) -> None:
        asking = asyncio.ensure_future(self._services.catalogue.refresh())
        # The first turn of the loop sets `refreshing`.
        await asyncio.sleep(0)
        self.tell()
        try:
            await asking
        finally:
            asking.cancel()
            self.tell()

    # --- finding -------------------------------------------------------------------------------

    def search(self, text: str) -> None:
        """Every key finds anew."""
        self._text = text
        self._find()

    def choose_category(self, category: str) -> None:
        """Show one category; an empty text shows all."""
        self._category = category
        self._find()
        self.tell()

    def _find(self) -> None:
        self.results = self._index.find(self._text, self._category)
        self.results_changed.emit(self.results)

    def submit(self) -> None:
        """Enter in the search: the best product; a sale's own number leads to its orders."""
        number = _SALE_NUMBER.fullmatch(self._text.strip())
        if number and not self.results:
            self._shell.go(PageName.ORDERS, number.group(1))
        elif self.results:
            self.choose(0)

    def choose(self, row: int) -> None:
        """A tile was chosen."""
        if not 0 <= row < len(self.results):
            return
        place = self.results[row]
        product, reason = self._shelf.products[place], self._shelf.reasons[place]
        if reason is not None:
            text = f"{product.brand}: {reason_text(reason, product)}"
            self._shell.notify(text, Tone.WARNING)
        else:
            self.amount_wanted.emit(product)

    # --- the cart ------------------------------------------------------------------------------

    def room(self) -> int:
        """How many more cards the cart takes."""
        return max(1, MOST_CARDS - len(self._services.cart.items))

    def add(self, product: Product, choice: AmountChoice) -> PosError | None:
        """Put cards into the cart; what was wrong with the choice, if anything."""
        try:
            self._services.cart.add(product, choice.amount, choice.delivery, choice.quantity)
        except PosError as error:
            return error
        return None
