"""Carts that outlive the moment: the one in hand over a restart, parked ones for later.

The cart in hand is stored with every change, and a recorded sale removes it in its own
transaction: what was paid never comes back as a cart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pos_app.domain.errors import PosError, RefusedError, StoreError
from pos_app.domain.kept_cart import IN_HAND, KeptCart, KeptItem, read_cart, write_cart
from pos_app.ports import Sales
from pos_app.usecases.bulletin import CartChanged, CatalogueChanged, Event, ParkedChanged, Trouble
from pos_app.usecases.cart import Cart
from pos_app.usecases.catalogue import Catalogue
from pos_app.usecases.session import Session
from pos_app.usecases.tasks import TaskOwner
from pos_app.usecases.till import Till

MOST_PARKED: Final = 20
_PARKED: Final = "parked "


@dataclass(frozen=True, slots=True)
class ParkedCart:
    """A cart that waits; `name` is its identity."""

    name: str
    cart: KeptCart


class KeptCarts:
    """Stores the cart in hand, parks it, and takes carts up again."""

    def __init__(
        self,
        till: Till,
        *,
        cart: Cart,
        catalogue: Catalogue,
        sales: Sales,
        session: Session,
        tasks: TaskOwner,
    ) -> None:
        """Follow this till's cart; `load` takes up what a former run has left."""
        self._till, self._cart, self._catalogue = till, cart, catalogue
        self._sales, self._session, self._tasks = sales, session, tasks
        self._waiting: KeptCart | None = None
        self._stale = self._saving = False
        self.parked: tuple[ParkedCart, ...] = ()
        till.bulletin.subscribe(self._on_event)

    async def load(self) -> None:
        """Take up the cart of the last run, as soon as its products are known.

        May raise:
        - StoreError.
        """
        kept = await self._read()
        self._waiting = kept.get(IN_HAND)
        self._take_up_waiting()

    async def _read(self) -> dict[str, KeptCart]:
        texts = await self._sales.carts()
        read = {name: read_cart(text) for name, text in texts.items()}
        kept = {name: cart for name, cart in read.items() if cart is not None}
        parked = [ParkedCart(name, cart) for name, cart in kept.items() if name != IN_HAND]
        self.parked = tuple(sorted(parked, key=lambda each: (each.cart.at, each.name)))
        self._till.bulletin.publish(ParkedChanged())
        return kept

    # --- the cart in hand ----------------------------------------------------------------------

    def _on_event(self, event: Event) -> None:
        if isinstance(event, CartChanged):
            self._stale = True
            if not self._saving:
                self._saving = self._tasks.spawn(self._save(), "keep the cart") is not None
        elif isinstance(event, CatalogueChanged):
            self._take_up_waiting()

    async def _save(self) -> None:
        try:
            while self._stale:
                self._stale = False
                await self._sales.save_cart(IN_HAND, self._text())
        except StoreError as error:
            self._till.bulletin.publish(Trouble(error))
        finally:
            self._saving = False

    def _text(self) -> str:
        person = self._session.person
        by = person.name if person is not None else ""
        return write_cart(self._cart.items, by=by, at=self._till.clock.now())

    def _take_up_waiting(self) -> None:
        if self._waiting is None or self._catalogue.reading is None:
            return
        waiting, self._waiting = self._waiting, None
        if not self._cart.items:
            self._tell_left_out(self._take_up(waiting.items))

    def _take_up(self, items: Sequence[KeptItem]) -> list[str]:
        """Put cards back that can still be sold; the brands of those that can't."""
        left_out = []
        for item in items:
            product = self._catalogue.product(item.product)
            try:
                if product is None:
                    raise RefusedError("no_such_product")
                self._cart.add(product, item.amount, item.delivery, 1)
            except PosError:
                left_out.append(item.brand)
        return left_out

    def _tell_left_out(self, brands: Sequence[str]) -> None:
        if brands:
            named = tuple(dict.fromkeys(brands))
            self._till.bulletin.publish(Trouble(RefusedError("left_out", brands=named)))

    # --- parked carts --------------------------------------------------------------------------

    async def park(self) -> None:
        """Put the cart in hand aside, for the next customer.

        May raise:
        - RefusedError: `cart_empty`; `too_many_parked`. StoreError: the cart stays in hand.
        """
        if not self._cart.items:
            raise RefusedError("cart_empty")
        if len(self.parked) >= MOST_PARKED:
            raise RefusedError("too_many_parked", most=MOST_PARKED)
        await self._put_aside()
        await self._read()

    async def _put_aside(self) -> None:
        await self._sales.save_cart(f"{_PARKED}{self._till.keys.new_key()}", self._text())
        self._cart.clear()

    async def resume(self, name: str) -> None:
        """Take a parked cart up; one that is in hand is parked in its place.

        What can't be sold any more is left out and told on the bulletin.

        May raise:
        - RefusedError: `no_such_cart`. StoreError: everything is as it was.
        """
        parked = self._parked(name)
        if self._cart.items:
            await self._put_aside()
        left_out = self._take_up(parked.cart.items)
        await self._sales.save_cart(IN_HAND, self._text())
        await self._sales.save_cart(name, "")
        await self._read()
        self._tell_left_out(left_out)

    async def discard(self, name: str) -> None:
        """Throw a parked cart away.

        May raise:
        - RefusedError: `no_such_cart`. StoreError.
        """
        self._parked(name)
        await self._sales.save_cart(name, "")
        await self._read()

    def _parked(self, name: str) -> ParkedCart:
        for each in self.parked:
            if each.name == name:
                return each
        raise RefusedError("no_such_cart")
