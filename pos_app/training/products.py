"""A product of the training catalogue: what is sold, how it looks on the wire, how it behaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Final

from pos_app.training.amounts import write_amount
from pos_app.training.messages import Json

UPDATED_AT: Final = "2026-11-01T08:00:00Z"


class Trait(StrEnum):
    """How a brand behaves on purpose, so that staff meet the rare case without the panel."""

    PLAIN = "plain"
    # Its cards can't be invalidated.
    FINAL = "final"
    # Its cards can be invalidated for one minute only.
    SHORT_WINDOW = "short_window"
    # Its orders stay in processing for some seconds.
    SLOW = "slow"
    # Its orders stay in processing for some seconds and then fail.
    FAILING = "failing"
    # The order is made, but the answer to its first request is lost.
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class FixedAmounts:
    """A card that exists in a few face values."""

    currency: str
    amounts: tuple[Decimal, ...]

    def problem(self, amount: Decimal) -> str | None:
        """Why this face value can't be ordered, or None."""
        return None if amount in self.amounts else "is not one of the amounts of this product"

    def to_json(self) -> Json:
        """As in the product list."""
        amounts = [write_amount(amount) for amount in self.amounts]
        return {"type": "fixed", "currency": self.currency, "amounts": amounts}


@dataclass(frozen=True, slots=True)
class AmountRange:
    """A card of any face value between two bounds, on a grid."""

    currency: str
    minimum: Decimal
    maximum: Decimal
    step: Decimal

    def problem(self, amount: Decimal) -> str | None:
        """Why this face value can't be ordered, or None."""
        if amount < self.minimum:
            return f"is below the minimum of {write_amount(self.minimum)}"
        if amount > self.maximum:
            return f"is above the maximum of {write_amount(self.maximum)}"
        if amount % self.step:
            return f"is not a multiple of {write_amount(self.step)}"
        return None

    def to_json(self) -> Json:
        """As in the product list."""
        return {
            "type": "range",
            "currency": self.currency,
            "min": write_amount(self.minimum),
            "max": write_amount(self.maximum),
            "step": write_amount(self.step),
        }


@dataclass(frozen=True, slots=True)
class CardStyle:
    """What a card of a brand consists of."""

    code_format: str = "groups4"
    pin_digits: int = 0
    barcode: str | None = None
    validity_months: int | None = 36
    wallets: bool = False
    card_pdf: bool = False
    link_with_code: bool = False
    # Missing values are left out of the answer instead of being null.
    leaves_out: bool = False


@dataclass(frozen=True, slots=True)
class ProductTexts:
    """What a product says about itself; any of it may be absent."""

    description: str | None = None
    instructions: str | None = None
    terms: str | None = None
    notes: str | None = None


@dataclass(frozen=True, slots=True)
class Product:
    """One product of one brand."""

    code: str
    name: str
    brand: str
    category: str
    denominations: FixedAmounts | AmountRange
    delivery_methods: tuple[str, ...] = ("code",)
    countries: tuple[str, ...] = ("DE", "AT")
    available: bool = True
    has_logo: bool = True
    discount_percent: Decimal = Decimal(0)
    card: CardStyle = field(default_factory=CardStyle)
    texts: ProductTexts = field(default_factory=ProductTexts)
    trait: Trait = Trait.PLAIN

    @property
    def currency(self) -> str:
        """The currency of its face values."""
        return self.denominations.currency

    @property
    def invalidation_window(self) -> timedelta | None:
        """How long after its making a card can be invalidated; None: never."""
        if self.trait is Trait.FINAL:
            return None
        return timedelta(minutes=1) if self.trait is Trait.SHORT_WINDOW else timedelta(days=14)

    def to_json(self, logo_url: str) -> Json:
        """As in the product list (provider contract, section 4)."""
        images: list[Mapping[str, str]] = []
        if self.has_logo:
            images.append({"type": "logo", "url": logo_url})
        return {
            "code": self.code,
            "name": self.name,
            "brand": self.brand,
            "category": self.category,
            "countries": list(self.countries),
            "available": self.available,
            "denominations": self.denominations.to_json(),
            "delivery_methods": list(self.delivery_methods),
            "images": images,
            "description": self.texts.description,
            "redemption_instructions": self.texts.instructions,
            "terms_and_conditions": self.texts.terms,
            "redemption_notes": self.texts.notes,
            "validity_months": self.card.validity_months,
            "updated_at": UPDATED_AT,
        }
