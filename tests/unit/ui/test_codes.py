"""Codes typed into the search: product codes and labels, by their beginning."""

from __future__ import annotations

from pos_app.domain.money import Money
from pos_app.domain.product import DeliveryMethod, FixedAmounts, Product
from pos_app.ui.codes import CodeIndex


def product(code: str) -> Product:
    """A product with this code."""
    return Product(
        code=code,
        name="Gift card",
        brand="Brand",
        category="books",
        countries=("DE",),
        available=True,
        denominations=FixedAmounts((Money(1000, "EUR"),)),
        delivery_methods=(DeliveryMethod.CODE,),
    )


PRODUCTS = [product(code) for code in ("b713-x", "4006-b", "4006-A", "aaaa")]


def test_codes_are_found_by_their_beginning() -> None:
    """In the order of the codes, in any letters; too little or no digit finds nothing."""
    index = CodeIndex(PRODUCTS)
    assert index.find(" 4006 ") == [2, 1]
    assert index.find("B713-X") == [0]
    for text in ("", "400", "aaaa", "40061"):
        assert index.find(text) == []
    assert index.places["4006-b"] == 1


def test_labels_come_and_go_without_the_catalogue() -> None:
    """A label stands for its product among the codes, for nothing once it is forgotten."""
    index = CodeIndex(PRODUCTS)
    index.take_labels({"4006-aa": "aaaa", "4006-Z": "4006-b", "99999": "unknown"})
    assert index.find("4006") == [2, 3, 1]
    assert index.find("99999") == []
    index.take_labels({})
    assert index.find("4006") == [2, 1]


def test_an_empty_catalogue_has_no_codes() -> None:
    """Before the first catalogue nothing is found."""
    index = CodeIndex()
    index.take_labels({"4006381333931": "p-1"})
    assert index.find("4006381333931") == []
