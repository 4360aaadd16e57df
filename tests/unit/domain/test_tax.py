"""The owner's word on the tax of products (germany.md D2, D3)."""

from __future__ import annotations

import pytest

from pos_app.domain.errors import SettingsError
from pos_app.domain.tax import ALL_PRODUCTS, TaxClass, Taxes, TaxRule

SINGLE = TaxRule("p-1", TaxClass.SINGLE_PURPOSE)
ALL = TaxRule(ALL_PRODUCTS, TaxClass.UNSTATED, "Ask the owner.")


def test_without_rules_everything_is_multi_purpose() -> None:
    """The default of the shop's country, with our own sentence."""
    rule = Taxes().of("p-1")
    assert (rule.tax, rule.note) == (TaxClass.MULTI_PURPOSE, "")


def test_a_products_own_rule_wins() -> None:
    """Its own before that of all products; another product takes the latter."""
    taxes = Taxes((ALL, SINGLE))
    assert taxes.of("p-1") is SINGLE
    assert taxes.of("p-2") is ALL
    assert taxes.own("p-2") is None
    assert taxes.own("p-1") is SINGLE


def test_rules_are_replaced_and_taken_back() -> None:
    """One rule a product; without it the product is like all others."""
    other = TaxRule("p-1", TaxClass.UNSTATED)
    taxes = Taxes((ALL, SINGLE)).with_rule(other)
    assert taxes.rules == (ALL, other)
    assert taxes.without("p-1").of("p-1") is ALL


@pytest.mark.parametrize("note", ["x" * 201, "two\nlines", "bell\x07"])
def test_a_sentence_must_fit_a_slip(note: str) -> None:
    """Too long, or not one line: refused with its limit."""
    with pytest.raises(SettingsError, match="bad_tax_note"):
        TaxRule("p-1", note=note)
