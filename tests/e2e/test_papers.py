"""Paper beside the card slips: only on demand, under a name of its own, in the journal."""

from __future__ import annotations

import json

import pytest

from tests.helpers.atspi import wait
from tests.helpers.blackbox import CASHIER, MANAGER, Provider, Shop
from tests.helpers.decode import Slip
from tests.helpers.till import TillOnScreen

CARD = "Fadenglück"


def test_papers_on_demand(shop: Shop, provider: Provider) -> None:
    """Payment slip, copies and day's report; the card's copy holds the code, no other paper."""
    shop.set_up(provider.url)
    with shop.opened() as till:
        till.unlock(CASHIER[1], CASHIER[0])
        till.add(CARD, "12.34")
        till.window.press("Pay", timeout_s=15)
        till.window.press("Print payment slip", timeout_s=15)
        wait(lambda: shop.slip_names() == ["K7-000001-payment.pdf"], 30, "the payment slip")
        till.window.press("Confirm payment")
        till.wait_for_lines("Delivered")
        till.hand_over()
        _copy(till)
        wait(lambda: "K7-000001-1-copy-1.pdf" in shop.slip_names(), 30, "the copy")
        till.window.press("Print shop copy", timeout_s=15)
        wait(lambda: "K7-000001-1-shop.pdf" in shop.slip_names(), 30, "the shop's copy")
        till.window.press("Day")
        till.window.press("Print report", timeout_s=15)
        wait(lambda: len(shop.slip_names()) == 5, 30, "the report")
    _check(shop, provider)


def _copy(till: TillOnScreen) -> None:
    till.window.press("Orders")
    till.choose_order(CARD)
    till.window.press("Print copy", timeout_s=15)
    till.approve(*MANAGER)


def _check(shop: Shop, provider: Provider) -> None:
    (order,) = provider.orders()
    code = "".join(order["code"].split())
    slips = {name: Slip.read(shop.slips / name) for name in shop.slip_names()}
    holding = [name for name, slip in slips.items() if code in slip.words]
    assert holding == ["K7-000001-1-copy-1.pdf", "K7-000001-1.pdf"]
    payment = slips["K7-000001-payment.pdf"]
    (mark,) = payment.bars
    assert "K7-000001" in mark
    assert "12.34" in mark
    assert "Copy" in slips["K7-000001-1-copy-1.pdf"].text
    assert f"••••{code[-4:]}" in slips["K7-000001-1-shop.pdf"].words
    approved = shop.rows("SELECT by_name, details FROM journal WHERE action = 'approved'")
    # The manager's word for the cashier, and once more beside the line it was for.
    for entry in approved:
        assert entry["by_name"] == MANAGER[0]
        details = json.loads(entry["details"])
        assert (details["permission"], details["cashier_name"]) == ("print_copy", CASHIER[0])
    assert len(approved) == 2
    assert shop.cli("journal", "verify").code == 0


@pytest.mark.slow
def test_codes_are_masked(shop: Shop, provider: Provider) -> None:
    """`Show code` asks for a manager, shows it while held, and leaves an entry in the journal."""
    shop.set_up(provider.url)
    with shop.opened() as till:
        till.unlock(CASHIER[1], CASHIER[0])
        till.add(CARD, "5.00")
        till.pay()
        till.wait_for_lines("Delivered")
        till.hand_over()
        till.window.press("Orders")
        till.choose_order(CARD)
        till.window.press("Show code", timeout_s=15)
        till.approve(*MANAGER)
        till.says("press and hold")
        (order,) = provider.orders()
        seen = [node.name for node in till.window.all(showing=True)]
        assert not [name for name in seen if order["code"] in name]
        assert [name for name in seen if f"•••• {order['code'][-4:]}" in name]


def test_refund_and_void_slips(shop: Shop, provider: Provider) -> None:
    """An invalidated card has a void slip, its money a refund slip; in the customer's language."""
    shop.set_up(provider.url)
    with shop.opened() as till:
        till.unlock(MANAGER[1], MANAGER[0])
        till.add(CARD, "5.00")
        till.window.press("Pay", timeout_s=15)
        till.window.press("Deutsch", timeout_s=15)
        till.window.press("Confirm payment")
        till.wait_for_lines("Delivered")
        till.hand_over()
        till.window.press("Orders")
        till.choose_order(CARD)
        till.window.press("Invalidate", timeout_s=15)
        till.field("Reason").set_text("Falsche Marke")
        till.window.press("Confirm invalidation")
        till.window.press("Print void slip", timeout_s=30)
        wait(lambda: "K7-000001-1-void.pdf" in shop.slip_names(), 30, "the void slip")
        till.window.press("Print refund slip", timeout_s=15)
        wait(lambda: "K7-000001-1-refund.pdf" in shop.slip_names(), 30, "the refund slip")
    (order,) = provider.orders()
    slips = {name: Slip.read(shop.slips / name) for name in shop.slip_names()}
    assert "Gutscheinkarte" in slips["K7-000001-1.pdf"].text
    assert "Storno einer Karte" in slips["K7-000001-1-void.pdf"].text
    assert "Falsche Marke" in slips["K7-000001-1-void.pdf"].text
    assert "Rückzahlung fällig" in slips["K7-000001-1-refund.pdf"].text
    for name in ("K7-000001-1-void.pdf", "K7-000001-1-refund.pdf"):
        assert order["code"] not in slips[name].words
