"""What this till has learned about products: favourites, what sells, labels, taking back."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from pos_app.domain.errors import RefusedError
from pos_app.domain.journal import Action, Entry
from pos_app.domain.people import Approval, Permission
from pos_app.domain.product import Product
from pos_app.domain.scan import label_of
from pos_app.usecases.bulletin import AssortmentChanged
from pos_app.usecases.catalogue import Catalogue
from pos_app.usecases.counter_ports import ShelfStore
from pos_app.usecases.session import require_manager
from pos_app.usecases.till import Till

_BEST: Final = 200
_RECENT: Final = 12


@dataclass(frozen=True, slots=True)
class Learned:
    """One reading of everything learned; product codes throughout."""

    favourites: frozenset[str] = frozenset()
    sold: Mapping[str, int] = field(default_factory=dict)
    recent: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    taken_back: Mapping[str, bool] = field(default_factory=dict)


class Assortment:
    """Reads what was learned, and takes new labels and favourites.

    Attributes:
    - learned: what the last reading brought.
    - loaded: whether there has been one.
    """

    def __init__(self, till: Till, *, store: ShelfStore, catalogue: Catalogue) -> None:
        """Know nothing before `load`."""
        self._till, self._store, self._catalogue = till, store, catalogue
        self.learned = Learned()
        self.loaded = False

    async def load(self) -> Learned:
        """Read everything anew, and tell: at the start and after each sale.

        May raise:
        - StoreError.
        """
        store = self._store
        # All asked for at once: one way to the store's thread and back.
        favourites, sold, recent, labels, taken_back = await asyncio.gather(
            store.favourites(),
            store.best_sellers(limit=_BEST),
            store.recently_sold(limit=_RECENT),
            store.labels(),
            store.taken_back(),
        )
        self.learned = Learned(frozenset(favourites), sold, tuple(recent), labels, taken_back)
        self.loaded = True
        self._till.bulletin.publish(AssortmentChanged())
        return self.learned

    def taken_back(self, product_code: str) -> bool | None:
        """Whether the provider takes a card of this product back; None: not known yet."""
        return self.learned.taken_back.get(product_code)

    def find(self, text: str) -> Product | None:
        """The product of a shelf label or of a product code, if it is in the catalogue."""
        typed = text.strip()
        code = self.learned.labels.get(typed, typed)
        return self._catalogue.product(code) or self._catalogue.product(code.casefold())

    async def mark(self, product_code: str, *, favourite: bool) -> None:
        """Put a product among the favourites of this till, or take it out.

        May raise:
        - StoreError.
        """
        await self._store.mark(product_code, favourite=favourite)
        await self.load()

    async def teach(self, text: str, product_code: str, approval: Approval) -> None:
        """A manager says which product a label stands for; teaching again corrects it.

        May raise:
        - NotAllowedError: `needs_manager`.
        - RefusedError: `label_unusable`, `no_such_product`. StoreError.
        """
        manager = require_manager(approval, Permission.CHANGE_SETTINGS)
        label = label_of(text)
        if label is None:
            raise RefusedError("label_unusable", label=text)
        if self._catalogue.product(product_code) is None:
            raise RefusedError("no_such_product")
        details = {"label": label, "product": product_code}
        entry = Entry(Action.LABEL_TAUGHT, manager, details=details)
        await self._store.put_label(label, product_code, entry)
        await self.load()

    async def forget(self, label: str, approval: Approval) -> None:
        """A manager takes a label away.

        May raise:
        - NotAllowedError: `needs_manager`. RefusedError: `no_such_label`. StoreError.
        """
        manager = require_manager(approval, Permission.CHANGE_SETTINGS)
        entry = Entry(Action.LABEL_FORGOTTEN, manager, details={"label": label})
        await self._store.remove_label(label, entry)
        await self.load()
