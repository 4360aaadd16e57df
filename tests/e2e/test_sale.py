"""The main job, end to end: from an empty folder to sold cards, an invalidation and a refund.

Every part is a process of its own. The till is told what to do through the accessibility tree
alone; what came of it is read from the provider's books, the database and the paper.
"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from tests.helpers.atspi import wait
from tests.helpers.blackbox import CASHIER, MANAGER, Provider, Shop
from tests.helpers.decode import Slip
from tests.helpers.till import TillOnScreen

CARDS = (("Fadenglück", "12.34", "Code"), ("Comicnest Krakel", "20.00", "Code"))
LINK = ("Bücherwelt", "50.00", "Link")
SALE = "K7-000001"


def test_sale_invalidation_refund(shop: Shop, provider: Provider) -> None:
    """Two cards by code and one by link are sold and printed; one is taken back and refunded."""
    shop.set_up(provider.url)
    with shop.opened() as till:
        till.unlock(CASHIER[1], CASHIER[0])
        _sell(till)
        _check_paper(shop, provider)
        _check_stored(shop, provider)
        _check_balance(till, provider)
        _invalidate(till)
        _pay_refund(till)
        assert till.stop(60) == 0
    _check_books(shop, provider)
    verified = shop.cli("journal", "verify")
    assert (verified.code, verified.err) == (0, "")


def _sell(till: TillOnScreen) -> None:
    for brand, amount, delivery in (*CARDS, LINK):
        only_one_way = brand == "Fadenglück"
        till.add(brand, amount, delivery=None if only_one_way else delivery)
    till.pay()
    till.wait_for_lines("Delivered", "Delivered", "Delivered")
    till.hand_over()
    assert till.rows("Cart") == []


def _check_paper(shop: Shop, provider: Provider) -> None:
    """One slip per card; text and marks are what the provider answered, not one sign else."""
    assert shop.slip_names() == [f"{SALE}-{number}.pdf" for number in (1, 2, 3)]
    orders = {order["id"]: order for order in provider.orders()}
    lines = shop.rows("SELECT * FROM lines ORDER BY number")
    for line, (brand, amount, delivery) in zip(lines, (*CARDS, LINK), strict=True):
        order = orders.pop(line["order_id"])
        slip = Slip.read(shop.slips / f"{SALE}-{line['number']}.pdf")
        assert brand in slip.text
        assert f"€{amount}" in slip.text
        assert order["id"] in slip.words
        _check_card(order, slip, delivery)
    assert orders == {}


def _check_card(order: dict[str, Any], slip: Slip, delivery: str) -> None:
    barcode = (order.get("barcode") or {}).get("value")
    urls = {entry["type"]: entry["url"] for entry in order.get("urls") or []}
    assert set(slip.qr) <= {barcode, order.get("code"), *urls.values()}
    if delivery == "Code":
        assert "".join(order["code"].split()) in slip.words
        assert barcode is None or barcode in (*slip.bars, *slip.qr)
    else:
        assert urls["redemption"] in slip.qr
        assert "".join(urls["redemption"].split()) in slip.words
    if order.get("pin"):
        assert order["pin"] in slip.words


def _check_stored(shop: Shop, provider: Provider) -> None:
    """The database knows the orders of the books, and no code in the clear."""
    lines = shop.rows("SELECT * FROM lines ORDER BY number")
    assert [line["order_state"] for line in lines] == ["delivered"] * 3
    assert [line["money_state"] for line in lines] == ["paid"] * 3
    assert [line["amount_minor"] for line in lines] == [1234, 2000, 5000]
    assert len({line["request_key"] for line in lines}) == 3
    paid = shop.rows("SELECT tender, amount_minor, currency FROM payments")
    assert paid == [{"tender": "main_till", "amount_minor": 8234, "currency": "EUR"}]
    kept = b"".join(path.read_bytes() for path in shop.home.rglob("*") if path.is_file())
    assert len(provider.secrets()) >= 3
    assert not [text for text in provider.secrets() if text.encode() in kept]


def _check_balance(till: TillOnScreen, provider: Provider) -> None:
    """The bar on top says what is left after the sale, as the provider does (M13)."""
    left = f"€{Decimal(provider.balance()):,.2f}"
    wait(lambda: till.window.find("label", object_name="balance").name == left, 30, left)


def _invalidate(till: TillOnScreen) -> None:
    """Orders, the sale's second card, a manager's word, a reason."""
    till.window.press("Orders")
    till.choose_order("Comicnest Krakel")
    till.window.press("Invalidate", timeout_s=15)
    till.approve(*MANAGER)
    till.field("Reason").set_text("Wrong brand")
    till.window.press("Confirm invalidation")
    wait(
        lambda: any("Invalidated · Refund due" in row for row in till.order_rows()),
        30,
        "the invalidated order",
    )


def _pay_refund(till: TillOnScreen) -> None:
    till.window.press("Open cases")
    till.choose("Case list", "Comicnest Krakel")
    till.window.press("Refund paid", timeout_s=15)
    wait(lambda: till.rows("Case list") == [], 30, "no open case")


def _check_books(shop: Shop, provider: Provider) -> None:
    """Money, cards and the provider's bill agree (M1)."""
    lines = shop.rows("SELECT * FROM lines ORDER BY number")
    states = [(line["order_state"], line["money_state"], line["is_open"]) for line in lines]
    assert states == [
        ("delivered", "paid", 0),
        ("invalidated", "refunded", 0),
        ("delivered", "paid", 0),
    ]
    refunds = shop.rows("SELECT line, amount_minor, paid_at IS NOT NULL AS paid FROM refunds")
    assert refunds == [{"line": lines[1]["id"], "amount_minor": 2000, "paid": 1}]
    orders = {order["id"]: order for order in provider.orders()}
    assert set(orders) == {line["order_id"] for line in lines}
    for line in lines:
        order = orders[line["order_id"]]
        assert order["state"] == {"delivered": "completed"}.get(
            line["order_state"], line["order_state"]
        )
        assert Decimal(order["face_value"]["amount"]) * 100 == line["amount_minor"]
        assert json.loads(line["request_body"])["customer"]["id"] == order["customer"]["id"]
    assert len(shop.slip_names()) == 3
