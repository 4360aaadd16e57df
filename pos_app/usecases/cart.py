"""The cart: what a customer is about to pay for. Nothing in it has cost anything yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pos_app.domain.errors import RefusedError
from pos_app.domain.money import Money
from pos_app.domain.product import DeliveryMethod, Product
from pos_app.domain.sale import CartItem, Delivery
from pos_app.usecases.bulletin import CartChanged
from pos_app.usecases.till import Till

# One sale is one queue of orders: more than this is a typing mistake or a business customer.
MOST_CARDS: Final = 50
_ADDRESS_MOST: Final = 254


@dataclass(frozen=True, slots=True)
class Removed:
    """What was taken out and where it lay, so that it can be put back."""

    index: int
    item: CartItem


class Cart:
    """Items in the order they were added; a quantity of three is three items, three orders."""

    def __init__(self, till: Till) -> None:
        """An empty cart; every change is told on the bulletin."""
        self._till = till
        self._items: list[CartItem] = []

    @property
    def items(self) -> tuple[CartItem, ...]:
        """What is in the cart."""
        return tuple(self._items)

    @property
    def total(self) -> Money:
        """What the customer pays; the till has one currency."""
        amounts = (item.face_value for item in self._items)
        return sum(amounts, start=Money.zero(self._till.profile.currency))

    def add(self, product: Product, amount: Money, delivery: Delivery, quantity: int) -> None:
        """Put cards of one product into the cart.

        May raise:
        - RefusedError: `unavailable`, `other_currency`, `other_country`, `no_delivery_method`,
          `delivery_not_offered`, `address_missing`, `address_unusable`, `quantity`;
          `selling_stopped` with the owner's sentence.
        - AmountError: the product is not sold with this face value.
        """
        profile = self._till.profile
        self._till.stops.check(product.brand)
        reason = product.why_not_orderable(country=profile.country, currency=profile.currency)
        if reason is not None:
            raise RefusedError(reason, brand=product.brand)
        if delivery.method not in product.delivery_methods:
            raise RefusedError("delivery_not_offered")
        if delivery.method is DeliveryMethod.EMAIL:
            check_address(delivery.address or "")
        if not 1 <= quantity <= MOST_CARDS - len(self._items):
            raise RefusedError("quantity", most=MOST_CARDS)
        product.denominations.check(amount)
        if amount.minor <= 0:
            raise RefusedError("amount_not_positive")
        self._items += [CartItem(product, amount, delivery)] * quantity
        self._till.bulletin.publish(CartChanged())

    def remove(self, index: int) -> Removed:
        """Take one item out; what comes back can be given to `put_back`."""
        removed = Removed(index, self._items.pop(index))
        self._till.bulletin.publish(CartChanged())
        return removed

    def put_back(self, removed: Removed) -> None:
        """Undo a removal."""
        self._items.insert(removed.index, removed.item)
        self._till.bulletin.publish(CartChanged())

    def clear(self) -> None:
        """Empty the cart."""
        self._items.clear()
        self._till.bulletin.publish(CartChanged())


def check_address(address: str) -> None:
    """Refuse what can't be an e-mail address; whether it exists only the provider's mail tells.

    May raise:
    - RefusedError: `address_missing`, `address_unusable`.
    """
    if not address:
        raise RefusedError("address_missing")
    name, at, host = address.rpartition("@")
    plain = address.isprintable() and " " not in address and len(address) <= _ADDRESS_MOST
    dotted = "." in host and not host.startswith(".") and not host.endswith(".")
    if not (name and at and dotted and plain) or "@" in name:
        raise RefusedError("address_unusable", address=address)
