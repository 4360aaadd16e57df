"""Choosing a product: the catalogue, its search, its categories and its age."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from PySide6.QtCore import QObject, Signal

from pos_app.domain.errors import PosError, RefusedError
from pos_app.domain.product import Product
from pos_app.domain.scan import label_of, sale_number
from pos_app.ui.codes import CodeIndex
from pos_app.ui.presenters.sell_parts import AmountChoice, ProductFacts
from pos_app.ui.search import ProductIndex
from pos_app.ui.shell_port import PageName, ShellPort
from pos_app.ui.tasks import UiTasks
from pos_app.ui.texts.products import reason_text
from pos_app.ui.theme import Tone
from pos_app.ui.translation import translate
from pos_app.usecases.assortment import Learned
from pos_app.usecases.bulletin import (
    AssortmentChanged,
    CatalogueChanged,
    Event,
    SaleInFront,
    SettingsChanged,
    StopsChanged,
)
from pos_app.usecases.cart import MOST_CARDS
from pos_app.usecases.services import Services

# Two more "categories"; no provider's name begins with a control character.
FAVOURITES: Final = "\x00favourites"
RECENT: Final = "\x00recent"
_FIRST: Final = 1_000_000  # favourites come before whatever sells best
_FEW: Final = 200
# So many digits without a product are a barcode that nobody has taught yet.
_LONG_NUMBER: Final = 6


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
    has_favourites: bool = False
    has_recent: bool = False


@dataclass(frozen=True, slots=True)
class Shelf:
    """The products in use, and why some of them can't be ordered here."""

    products: tuple[Product, ...] = ()
    reasons: tuple[str | None, ...] = ()
    favourites: frozenset[str] = frozenset()
    taken_back: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Stock:
    """A catalogue made ready for searching, and for one shop; made on a worker thread."""

    products: tuple[Product, ...] = ()
    shop: tuple[str, str] = ("", "")
    reasons: tuple[str | None, ...] = ()
    index: ProductIndex = field(default_factory=lambda: ProductIndex(()))
    codes: CodeIndex = field(default_factory=CodeIndex)

    def follow(self, products: tuple[Product, ...], shop: tuple[str, str]) -> _Stock:
        """The same for other products or another country and currency."""
        country, currency = shop
        same = products is self.products
        return _Stock(
            products,
            shop,
            tuple(
                [each.why_not_orderable(country=country, currency=currency) for each in products]
            ),
            self.index if same else ProductIndex(products),
            self.codes if same else CodeIndex(products),
        )


class BrowsePresenter(QObject):
    """Finds products; the catalogue is searched in memory with every key.

    Signals:
    - shelf_changed(object): another `Shelf`; results follow.
    - results_changed(object): positions in the shelf, the best first.
    - catalogue_changed(object): a `CatalogueState`.
    - amount_wanted(object): the `Product` whose amount is to be asked for.
    - label_unknown(str): a barcode that stands for nothing yet.
    """

    shelf_changed = Signal(object)
    results_changed = Signal(object)
    catalogue_changed = Signal(object)
    amount_wanted = Signal(object)
    label_unknown = Signal(str)

    def __init__(
        self, services: Services, tasks: UiTasks, shell: ShellPort, parent: QObject | None = None
    ) -> None:
        """Listen to the catalogue."""
        super().__init__(parent)
        self._services, self._tasks, self._shell = services, tasks, shell
        self._shelf, self._stock = Shelf(), _Stock()
        self._favourites: frozenset[int] = frozenset()
        self._recent: list[int] = []
        self._loaded = False
        self._building = self._submitted = False
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
        elif isinstance(event, SettingsChanged):
            self._rebuild()
        elif isinstance(event, AssortmentChanged | StopsChanged):
            self._arrange()
        elif isinstance(event, SaleInFront) and event.sale is None:
            self._tasks.spawn(self._learn(), "learn from the sale")

    # --- the catalogue -------------------------------------------------------------------------

    @property
    def _index(self) -> ProductIndex:
        return self._stock.index

    async def _learn(self) -> None:
        """What was sold last comes nearer to the front: `AssortmentChanged` follows."""
        await self._services.counter.assortment.load()

    def _shop(self) -> tuple[str, str]:
        profile = self._services.till.profile
        return profile.country, profile.currency

    def _is_new(self, stock: _Stock) -> bool:
        """Whether it is made of what is in use."""
        return stock.products is self._services.catalogue.products and stock.shop == self._shop()

    def _rebuild(self) -> None:
        """Read the catalogue's words, beside the work; nothing when they have been read."""
        if self._building:
            return
        if self._is_new(self._stock):
            self._loaded = self._services.catalogue.reading is not None
            return
        self._building = True
        if self._tasks.spawn(self._build(), "index the catalogue") is None:
            self._building = False

    async def _build(self) -> None:
        stock = self._stock
        try:
            while not self._is_new(stock):
                products = self._services.catalogue.products
                stock = await asyncio.to_thread(stock.follow, products, self._shop())
        finally:
            self._building = False
        last, self._stock = [self._stock], stock
        self._loaded = self._services.catalogue.reading is not None
        self._arrange()
        await asyncio.to_thread(_let_go, last)

    def _arrange(self) -> None:
        """Put favourites and what sells in front of the other products, and show them."""
        assortment, stock = self._services.counter.assortment, self._stock
        if not assortment.loaded:
            return
        learned, places = assortment.learned, stock.codes.places
        reasons = self._reasons()
        orderable = [reason is None for reason in reasons]
        stock.index.arrange(orderable=orderable, rank=_ranks(learned))
        stock.codes.take_labels(learned.labels)
        marked = (places[code] for code in learned.favourites if code in places)
        self._favourites = frozenset(marked)
        self._recent = [places[code] for code in learned.recent if code in places]
        self._shelf = Shelf(stock.products, reasons, learned.favourites, learned.taken_back)
        if not self._has(self._category):
            self._category = ""
        self.shelf_changed.emit(self._shelf)
        self._find()
        self.tell()
        if self._submitted and not self._building:
            self.submit()

    def _reasons(self) -> tuple[str | None, ...]:
        """Why each product can't be ordered, the owner's stops included."""
        stock, stops = self._stock, self._services.till.stops
        if not stops.stops:
            return stock.reasons
        stopped = {
            brand: "selling_stopped" if stops.of(brand) else None
            for brand in {each.brand for each in stock.products}
        }
        pairs = zip(stock.products, stock.reasons, strict=True)
        return tuple([reason or stopped[product.brand] for product, reason in pairs])

    def _has(self, category: str) -> bool:
        if category == FAVOURITES:
            return bool(self._favourites)
        if category == RECENT:
            return bool(self._recent)
        return category in self._index.categories()

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
            has_favourites=bool(self._favourites),
            has_recent=bool(self._recent),
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
        self._text, self._submitted = text, False
        self._find()

    def choose_category(self, category: str) -> None:
        """Show one category; an empty text shows all."""
        self._category = category
        self._find()
        self.tell()

    def _find(self) -> None:
        self.results = self._found()
        self.results_changed.emit(self.results)

    def _found(self) -> list[int]:
        """Codes and labels first: whoever types one means exactly that product."""
        by_code = self._stock.codes.find(self._text)
        if self._category == FAVOURITES:
            found = [at for at in self._index.find(self._text) if at in self._favourites]
        elif self._category == RECENT:
            fitting = set(self._index.find(self._text))
            found = [at for at in self._recent if at in fitting]
        else:
            found = self._index.find(self._text, self._category)
        return [*by_code, *(at for at in found if at not in by_code)] if by_code else found

    def submit(self) -> None:
        """Enter in the search: a label or code, the best product, or a sale's own number."""
        text = self._text.strip()
        product = self._services.counter.assortment.find(text)
        number = sale_number(text)
        # Before the first words are read nobody knows what it finds: answered right after.
        self._submitted = product is None and self._building and not self._loaded
        if self._submitted:
            return
        if product is not None:
            self._want(product)
        elif self.results:
            self.choose(0)
        elif number is not None:
            self._shell.go(PageName.ORDERS, number)
        elif text.isdigit() and len(text) >= _LONG_NUMBER:
            self.label_unknown.emit(text)

    def take_scan(self, text: str) -> None:
        """A scan from anywhere: a product, a sale, or a label that nobody has taught yet."""
        product = self._services.counter.assortment.find(text)
        number, label = sale_number(text), label_of(text)
        if product is not None:
            self._want(product)
        elif number is not None:
            self._shell.go(PageName.ORDERS, number)
        elif label is not None:
            self.label_unknown.emit(label)
        else:
            words = translate("sell", "The barcode “%1” can't be used here.")
            self._shell.notify(words.replace("%1", text.strip()), Tone.WARNING)

    def choose(self, row: int) -> None:
        """A tile was chosen."""
        if not 0 <= row < len(self.results):
            return
        self._want(self._shelf.products[self.results[row]])

    def _want(self, product: Product) -> None:
        """Ask for its amount, or say why it can't be ordered."""
        try:
            self._services.till.stops.check(product.brand)
        except RefusedError as stopped:
            self._shell.notify_error(stopped)
            return
        profile = self._services.till.profile
        reason = product.why_not_orderable(country=profile.country, currency=profile.currency)
        if reason is not None:
            text = f"{product.brand}: {reason_text(reason, product)}"
            self._shell.notify(text, Tone.WARNING)
        else:
            self.amount_wanted.emit(product)

    # --- one product ---------------------------------------------------------------------------

    def facts(self, product: Product) -> ProductFacts:
        """What this till knows of a product beside the catalogue."""
        assortment = self._services.counter.assortment
        return ProductFacts(
            favourite=product.code in assortment.learned.favourites,
            taken_back=assortment.taken_back(product.code),
        )

    def mark(self, product: Product, favourite: bool) -> None:  # noqa: FBT001 - a signal's value
        """Make it a favourite of this till, or no longer."""
        work = self._services.counter.assortment.mark(product.code, favourite=favourite)
        self._tasks.spawn(work, "mark a favourite")

    def matching(self, text: str) -> list[Product]:
        """What a search in a dialog finds; the page's own search stays as it is."""
        return [self._shelf.products[place] for place in self._index.find(text)]

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


def _let_go(last: list[_Stock]) -> None:
    """Free a former catalogue bit by bit: in one piece it would hold the window up."""
    products = list(last.pop().products)
    while products:
        del products[-_FEW:]


def _ranks(learned: Learned) -> dict[str, int]:
    """Favourites before everything, then what sells best."""
    ranks = dict(learned.sold)
    for code in learned.favourites:
        ranks[code] = ranks.get(code, 0) + _FIRST
    return ranks
