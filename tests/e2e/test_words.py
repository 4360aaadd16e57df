"""Every screen holds the words of design.md section 5, each once, each control named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.helpers.atspi import wait
from tests.helpers.audit import Audit, buttons
from tests.helpers.blackbox import CASHIER, MANAGER, Provider, Shop
from tests.helpers.till import TillOnScreen

RAIL = buttons("Sell", "Orders", "Open cases", "Day", "Settings", "Lock")


def test_words_on_every_screen(shop: Shop, provide: Callable[..., Provider]) -> None:
    """Role and name of the whole table, seen on the way through two sales."""
    provider = provide("insufficient_balance:1")
    shop.set_up(provider.url)
    with shop.opened() as till:
        audit = Audit(till.window)
        _lock(till, audit)
        _sell(till, audit)
        _pay(till, audit)
        wait(provider.secrets, 30, "a card")
        audit.secrets += provider.secrets()
        _progress(till, audit)
        _orders(till, audit)
        _cases(till, audit)
        _day_and_settings(till, audit)
        _lock_again(till, audit)
    assert audit.complaints == []


def _lock(till: TillOnScreen, audit: Audit) -> None:
    words = (("list", "Cashiers"), ("text", "PIN"), *buttons("Unlock"))
    audit.look("lock", *words)
    assert [row.split(",")[0] for row in till.rows("Cashiers")] == [CASHIER[0], MANAGER[0]]
    till.choose("Cashiers", CASHIER[0])
    pin = till.field("PIN")
    pin.set_text(CASHIER[1])
    assert pin.text == "•" * len(CASHIER[1])
    till.window.press("Unlock")
    till.window.find("list", "Products", timeout_s=30)


def _sell(till: TillOnScreen, audit: Audit) -> None:
    words = (("text", "Search products"), ("list", "Products"), ("list", "Cart"))
    audit.look("sell", *RAIL, *words, *buttons("Remove line", "Pay"))
    till.field("Search products").set_text("Comicnest")
    till.choose("Products", "Comicnest")
    amounts = buttons("€5.00", "€10.00", "€15.00", "€20.00", "€25.00", "€50.00", "€100.00")
    ways = buttons("Code", "Link", "E-mail")
    rest = (("spin box", "Quantity"), *buttons("Add to cart"))
    audit.look("amount", ("text", "Amount"), *amounts, *ways, *rest)
    till.window.press("E-mail")
    fields = (("text", "E-mail address"), ("text", "Repeat e-mail address"))
    audit.look("amount by e-mail", ("text", "Amount"), *fields, *rest)
    till.field("E-mail address").set_text("someone@example.com")
    till.field("Repeat e-mail address").set_text("someone@example.com")
    till.window.press("€20.00")
    wait(lambda: till.field("Amount").text == "20.00", 15, "the amount of the button")
    till.window.press("Add to cart")
    till.row("Cart", "Comicnest")
    till.add("Comicnest", "5.00", delivery="Code")
    audit.look("cart", *RAIL, *words, *buttons("Remove line", "Pay"))
    for row, part in zip(till.rows("Cart"), ("€20.00", "€5.00"), strict=True):
        assert "Comicnest Krakel" in row
        assert part in row


def _pay(till: TillOnScreen, audit: Audit) -> None:
    till.window.press("Pay", timeout_s=15)
    audit.look("payment", *RAIL, *buttons("Print payment slip", "Confirm payment", "Back to cart"))
    till.window.press("Confirm payment")


def _progress(till: TillOnScreen, audit: Audit) -> None:
    wait(
        lambda: [row for row in till.rows("Sale lines") if "Failed · Refund due" in row],
        30,
        "a failed line",
    )
    wait(
        lambda: [row for row in till.rows("Sale lines") if "Delivered" in row or "Handed" in row],
        30,
        "the other line",
    )
    actions = buttons("Print again", "Give up and refund", "Order again", "Order now")
    rest = buttons("Refund paid", "Readable", "New sale")
    audit.look("progress", *RAIL, ("list", "Sale lines"), *actions, *rest)
    for row in till.rows("Sale lines"):
        assert row.startswith("Comicnest Krakel, €")
    till.window.press("New sale", timeout_s=15)
    till.field("Search products")


def _orders(till: TillOnScreen, audit: Audit) -> None:
    till.window.press("Orders")
    till.choose_order("Comicnest Krakel")
    words = (("text", "Search orders"), ("table", "Order list"))
    actions = buttons("Print copy", "Show code", "Refresh", "Invalidate")
    audit.look("orders", *RAIL, *words, *actions)
    till.choose_order("€20.00" if "Handed over" in till.order_rows()[0] else "€5.00")
    till.window.press("Show code")
    approval = (("list", "Managers"), ("text", "Manager PIN"), *buttons("Approve"))
    audit.look("approval", *approval)
    assert [row.split(",")[0] for row in till.rows("Managers")] == [MANAGER[0]]
    pin = till.field("Manager PIN")
    pin.set_text(MANAGER[1])
    assert pin.text == "•" * len(MANAGER[1])
    till.desktop.press_key("Escape")
    wait(lambda: not till.window.all("list", "Managers", showing=True), 15, "no approval")


def _cases(till: TillOnScreen, audit: Audit) -> None:
    till.window.press("Open cases")
    till.choose("Case list", "Failed · Refund due")
    first = buttons("Try now", "Give up and refund", "Order now", "Order again", "Print again")
    second = buttons("Handed over", "Invalidate", "Refund paid", "Close case")
    audit.look("open cases", *RAIL, ("list", "Case list"), *first, *second)


def _day_and_settings(till: TillOnScreen, audit: Audit) -> None:
    till.window.press("Day")
    audit.look("day", *RAIL, *buttons("End day", "Print report"))
    till.window.press("Settings")
    audit.look("settings", *RAIL, *buttons("Ask a manager"))
    till.window.press("Ask a manager")
    till.approve(*MANAGER)
    for row in wait(lambda: till.rows("Settings topics"), 15, "topics"):
        till.choose("Settings topics", row)
        audit.look(f"settings, {row}", *RAIL, ("list", "Settings topics"))


def _lock_again(till: TillOnScreen, audit: Audit) -> None:
    till.window.press("Lock")
    audit.look("locked", ("list", "Cashiers"), ("text", "PIN"), *buttons("Unlock"))
    behind = [one for one in till.window.all() if one.object_name in {"shell", "pages", "rail"}]
    assert behind == []
    assert till.field("PIN").text == ""


@pytest.mark.slow
def test_words_of_the_invalidate_dialog(shop: Shop, provider: Provider) -> None:
    """Reason, not empty, and its button; Esc leaves the card alone."""
    shop.set_up(provider.url)
    with shop.opened() as till:
        till.unlock(MANAGER[1], MANAGER[0])
        till.add("Fadenglück", "5.00")
        till.pay()
        till.wait_for_lines("Delivered")
        till.window.press("Orders")
        till.choose_order("Fadenglück")
        till.window.press("Invalidate")
        audit = Audit(till.window)
        audit.look("invalidate", ("text", "Reason"), *buttons("Confirm invalidation"))
        assert audit.complaints == []
        till.desktop.press_key("Escape")
        wait(lambda: not till.window.all("text", "Reason", showing=True), 15, "no dialog")
        till.window.press("Invalidate", timeout_s=15)
        till.field("Reason").set_text("   ")
        confirm = till.window.find("push button", "Confirm invalidation")
        if "enabled" in confirm.states:
            confirm.act()
        till.settle()
        assert till.window.all("text", "Reason", showing=True)
    assert shop.rows("SELECT order_state FROM lines") == [{"order_state": "delivered"}]


def test_words_of_the_first_start(shop: Shop) -> None:
    """Without set-up the first page offers training, or to connect."""
    with shop.opened() as till:
        audit = Audit(till.window)
        audit.look("first start", *buttons("Start training", "Connect"))
        till.window.press("Connect")
        fields = ("Shop name", "Till", "Provider address", "Client id", "Client secret")
        audit.look("connect", *(("text", name) for name in fields), *buttons("Test connection"))
        assert audit.complaints == []
        secret = till.field("Client secret")
        secret.set_text("abcdef")
        assert "abcdef" not in secret.text
    assert not (shop.home / "settings").exists()
