"""Values that the parts of the Sell page hand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pos_app.domain.money import Money
from pos_app.domain.sale import CartItem, Delivery


class SellStep(StrEnum):
    """Where the sale is: the page always shows this step."""

    BROWSE = "browse"
    PAYMENT = "payment"
    PROGRESS = "progress"


@dataclass(frozen=True, slots=True)
class AmountChoice:
    """What was chosen in the amount dialog."""

    amount: Money
    delivery: Delivery
    quantity: int


@dataclass(frozen=True, slots=True)
class ProductFacts:
    """What this till knows about a product beside the catalogue."""

    favourite: bool = False
    taken_back: bool | None = None  # None: not known yet


@dataclass(frozen=True, slots=True)
class CartState:
    """The cart as it is shown; `balance_after` is what the provider balance leaves (M13)."""

    items: tuple[CartItem, ...]
    total: Money
    balance_after: Money | None
    balance_fresh: bool
    busy: bool = False
    balance_low: bool = False  # below the owner's level after this sale
    parked: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Equal cards of the cart."""

    brand: str
    name: str
    amount: Money
    method: str
    quantity: int

    @property
    def total(self) -> Money:
        """What they cost together."""
        return Money(self.amount.minor * self.quantity, self.amount.currency)


def grouped(items: tuple[CartItem, ...]) -> tuple[Group, ...]:
    """Equal cards together, in the order they were added."""
    counts: dict[tuple[str, str, Money, str], int] = {}
    for item in items:
        product = item.product
        key = (product.brand, product.name, item.face_value, item.delivery.method.value)
        counts[key] = counts.get(key, 0) + 1
    return tuple(Group(*key, quantity) for key, quantity in counts.items())
