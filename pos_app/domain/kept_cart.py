"""A cart as text: the one in hand over a restart, and those parked for later."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from pos_app.domain.errors import AmountError
from pos_app.domain.money import Money
from pos_app.domain.product import DeliveryMethod
from pos_app.domain.sale import CartItem, Delivery

# The name of the cart on screen; a recorded sale takes it away in the same transaction.
IN_HAND: Final = "in hand"
_FORM: Final = 1


@dataclass(frozen=True, slots=True)
class KeptItem:
    """One card of a kept cart; the product itself is looked up anew when it is taken up."""

    product: str
    brand: str
    amount: Money
    delivery: Delivery


@dataclass(frozen=True, slots=True)
class KeptCart:
    """What was in a cart, who was at the till, and when."""

    items: tuple[KeptItem, ...]
    by: str
    at: datetime

    @property
    def total(self) -> Money:
        """What its cards cost together."""
        first, *rest = (item.amount for item in self.items)
        return sum(rest, start=first)


def write_cart(items: Sequence[CartItem], *, by: str, at: datetime) -> str:
    """A cart as JSON text; an empty cart is an empty text."""
    if not items:
        return ""
    told = [
        [
            item.product.code,
            item.product.brand,
            item.face_value.to_wire(),
            item.face_value.currency,
            item.delivery.method.value,
            item.delivery.address,
        ]
        for item in items
    ]
    head = {"form": _FORM, "by": by, "at": at.isoformat()}
    return json.dumps(head | {"items": told}, ensure_ascii=False)


def read_cart(text: str) -> KeptCart | None:
    """A kept cart, or None when its text can't be read: it cost nothing yet."""
    try:
        told = json.loads(text)
        if told["form"] != _FORM:
            return None
        items = tuple(
            KeptItem(
                str(code),
                str(brand),
                Money.from_wire(amount, currency),
                Delivery(DeliveryMethod(method), address),
            )
            for code, brand, amount, currency, method, address in told["items"]
        )
        kept = KeptCart(items, str(told["by"]), datetime.fromisoformat(told["at"]))
    except (ValueError, KeyError, TypeError, AmountError):
        return None
    return kept if items else None
