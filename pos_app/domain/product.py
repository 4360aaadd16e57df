"""Products as the catalogue knows them, and what may be asked of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from pos_app.domain.errors import AmountError
from pos_app.domain.money import Money


class DeliveryMethod(StrEnum):
    """How the provider hands a card over (provider contract, section 6)."""

    CODE = "code"
    URL = "url"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class FixedAmounts:
    """Only these face values are sold."""

    amounts: tuple[Money, ...]

    @property
    def currency(self) -> str:
        """The one currency of all amounts."""
        return self.amounts[0].currency

    def check(self, amount: Money) -> None:
        """Refuse what is not on the list.

        May raise:
        - AmountError: `not_offered`.
        - CurrencyMismatchError: another currency.
        """
        if amount not in self.amounts:
            _ = amount <= self.amounts[0]
            raise AmountError("not_offered", offered=self.amounts)


@dataclass(frozen=True, slots=True)
class AmountRange:
    """Any face value from `minimum` to `maximum` in whole steps of `step` above zero."""

    minimum: Money
    maximum: Money
    step: Money

    @property
    def currency(self) -> str:
        """The one currency of the range."""
        return self.minimum.currency

    def check(self, amount: Money) -> None:
        """Refuse what is below, above or between the steps.

        May raise:
        - AmountError: `below_minimum`, `above_maximum`, `off_step`.
        - CurrencyMismatchError: another currency.
        """
        if amount < self.minimum:
            raise AmountError("below_minimum", minimum=self.minimum)
        if self.maximum < amount:
            raise AmountError("above_maximum", maximum=self.maximum)
        if not (amount - self.minimum).is_multiple_of(self.step):
            raise AmountError("off_step", step=self.step, minimum=self.minimum)


Denominations: TypeAlias = FixedAmounts | AmountRange


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """One kind of gift card. All texts come from outside and are plain text (R8)."""

    code: str
    name: str
    brand: str
    category: str
    countries: tuple[str, ...]
    available: bool
    denominations: Denominations
    delivery_methods: tuple[DeliveryMethod, ...]
    image_url: str | None = None
    description: str = ""
    redemption_instructions: str = ""
    terms_and_conditions: str = ""
    redemption_notes: str = ""
    validity_months: int | None = None
    updated_at: datetime | None = None

    def why_not_orderable(self, *, country: str, currency: str) -> str | None:
        """Why this till can't sell it, as a code for a sentence, or None when it can."""
        if not self.available:
            return "unavailable"
        if self.denominations.currency != currency:
            return "other_currency"
        if self.countries and country not in self.countries:
            return "other_country"
        if not self.delivery_methods:
            return "no_delivery_method"
        return None


@dataclass(frozen=True, slots=True)
class CatalogueReading:
    """One complete reading of the catalogue: the usable products and how many were skipped."""

    products: tuple[Product, ...]
    skipped: int
    read_at: datetime
