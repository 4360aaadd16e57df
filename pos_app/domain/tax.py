"""The owner's word on the tax of products: which sentence a slip says, never a VAT line.

Not every gift card is a multi-purpose voucher (germany.md D2), so nothing here is fixed: the
owner names a class for all products and for single ones, and a sentence of their own if they
want other words than ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pos_app.domain.errors import SettingsError

# Stands for every product that has no rule of its own.
ALL_PRODUCTS: Final = ""
_LONGEST: Final = 200


class TaxClass(StrEnum):
    """The owner's word on a product (germany.md D2); decides the sentence, never a VAT line."""

    MULTI_PURPOSE = "multi_purpose"
    SINGLE_PURPOSE = "single_purpose"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class TaxRule:
    """The class of one product by its code, and the owner's own sentence (empty: ours)."""

    product: str
    tax: TaxClass = TaxClass.MULTI_PURPOSE
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse a sentence that could not stand on a slip.

        May raise:
        - SettingsError: `bad_tax_note` with the `most` characters.
        """
        if len(self.note) > _LONGEST or not self.note.isprintable():
            raise SettingsError("bad_tax_note", most=_LONGEST)


_DEFAULT: Final = TaxRule(ALL_PRODUCTS)


@dataclass(frozen=True, slots=True)
class Taxes:
    """All rules in force."""

    rules: tuple[TaxRule, ...] = ()

    def of(self, product: str) -> TaxRule:
        """The rule of a product: its own, else that of all products, else multi-purpose."""
        found = {rule.product: rule for rule in self.rules}
        return found.get(product) or found.get(ALL_PRODUCTS) or _DEFAULT

    def own(self, product: str) -> TaxRule | None:
        """The rule that was made for exactly this product."""
        return next((rule for rule in self.rules if rule.product == product), None)

    def with_rule(self, rule: TaxRule) -> Taxes:
        """The same with another rule for its product."""
        return Taxes((*self.without(rule.product).rules, rule))

    def without(self, product: str) -> Taxes:
        """The same without the rule of a product: it is like all others again."""
        return Taxes(tuple(rule for rule in self.rules if rule.product != product))
