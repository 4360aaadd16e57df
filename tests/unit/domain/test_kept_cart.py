"""A cart as text and back."""

from __future__ import annotations

import pytest

from pos_app.domain.kept_cart import read_cart, write_cart
from pos_app.domain.money import Money
from pos_app.domain.product import DeliveryMethod, FixedAmounts, Product
from pos_app.domain.sale import CartItem, Delivery
from tests.helpers.lines import T0

FIFTY = Money(5000, "EUR")
PRODUCT = Product(
    code="p-1",
    name="Gutschein",
    brand="Bücherwelt",
    category="books",
    countries=(),
    available=True,
    denominations=FixedAmounts((FIFTY,)),
    delivery_methods=(DeliveryMethod.CODE, DeliveryMethod.EMAIL),
)


def test_a_cart_comes_back_as_it_was() -> None:
    """Products by code, amounts exact, deliveries with their addresses, who and when."""
    items = [
        CartItem(PRODUCT, FIFTY, Delivery(DeliveryMethod.CODE)),
        CartItem(PRODUCT, FIFTY, Delivery(DeliveryMethod.EMAIL, "a@example.org")),
    ]
    kept = read_cart(write_cart(items, by="Anna", at=T0))
    assert kept is not None
    assert (kept.by, kept.at, kept.total) == ("Anna", T0, Money(10000, "EUR"))
    assert [(item.product, item.brand) for item in kept.items] == [("p-1", "Bücherwelt")] * 2
    assert [item.delivery for item in kept.items] == [item.delivery for item in items]


def test_an_empty_cart_is_an_empty_text() -> None:
    """Nothing to keep."""
    assert write_cart([], by="Anna", at=T0) == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"form": 2, "by": "", "at": "2026-01-01", "items": []}',
        '{"form": 1, "by": "", "at": "2026-01-01T00:00:00+00:00", "items": []}',
        '{"form": 1, "by": "", "at": "x", "items": [["p", "b", "1.0", "EUR", "code", null]]}',
        '{"form": 1, "by": "", "at": "2026-01-01", "items": [["p", "b", "x", "EUR", "code", 0]]}',
        '{"form": 1, "by": "", "at": "2026-01-01", "items": [["p", "b", "1.0", "EUR", "fax", 0]]}',
        '{"form": 1, "by": "", "at": "2026-01-01", "items": [["p"]]}',
    ],
)
def test_what_can_t_be_read_is_no_cart(text: str) -> None:
    """A damaged text costs a cart that cost nothing, never the start of the till."""
    assert read_cart(text) is None
