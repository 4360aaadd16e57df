"""A sale with nothing but the keyboard, and how many presses it takes."""

from __future__ import annotations

import pytest

from tests.helpers.atspi import wait
from tests.helpers.blackbox import CASHIER, MANAGER, Provider, Shop
from tests.helpers.till import TillOnScreen

MOST_PRESSES = 6
EAN = "4006381333931"


class Keyboard:
    """Counts key presses; texts (PIN, search, amount) are counted apart."""

    def __init__(self, till: TillOnScreen) -> None:
        """Begin with none."""
        self._till = till
        self.presses: list[str] = []

    def press(self, key: str) -> None:
        """One press."""
        self.presses.append(key)
        self._till.desktop.press_key(key)

    def type(self, text: str) -> None:
        """A text that a person has to write in any case."""
        self._till.desktop.type_text(text)


def test_sale_by_keyboard_alone(shop: Shop, provider: Provider) -> None:
    """PIN, search, amount; besides these at most six presses from lock screen to new sale."""
    shop.set_up(provider.url)
    with shop.opened() as till:
        keys = Keyboard(till)
        _sign_in(till, keys)
        keys.type("fadengl")
        wait(lambda: len(till.rows("Products")) == 1, 15, "one product")
        keys.press("Return")
        assert "focused" in till.field("Amount").states
        keys.type("12.34")
        wait(lambda: till.field("Amount").text == "12.34", 15, "the amount")
        keys.press("Return")
        till.row("Cart", "€12.34")
        keys.press("F9")
        till.window.find("push button", "Confirm payment", timeout_s=15)
        keys.press("Return")
        till.wait_for_lines("Delivered")
        _wait_for_question(till)
        keys.press("Return")
        till.wait_for_lines("Handed over")
        keys.press("F9")
        till.field("Search products")
        assert till.rows("Cart") == []
        assert len(keys.presses) <= MOST_PRESSES, keys.presses
    assert shop.slip_names() == ["K7-000001-1.pdf"]
    assert shop.rows("SELECT order_state, is_open FROM lines") == [
        {"order_state": "delivered", "is_open": 0}
    ]


def _sign_in(till: TillOnScreen, keys: Keyboard) -> None:
    """The first cashier is preselected and the PIN has the focus; Enter is `Unlock`."""
    wait(lambda: "focused" in till.field("PIN").states, 15, "the focus in PIN")
    keys.type(CASHIER[1])
    till.desktop.press_key("Return")
    till.window.find("list", "Products", timeout_s=30)


def _wait_for_question(till: TillOnScreen) -> None:
    button = till.window.find("push button", "Readable")
    wait(lambda: "Enter" in button.description, 30, "Enter for Readable")


@pytest.mark.slow
def test_scan_park_and_help_by_keyboard_alone(shop: Shop, provider: Provider) -> None:
    """An unknown label is taught and then opens its product; a cart is parked and taken up."""
    shop.set_up(provider.url)
    with shop.opened() as till:
        keys = Keyboard(till)
        till.unlock(MANAGER[1], MANAGER[0])
        wait(lambda: till.rows("Products"), 30, "products")
        _scan(till, keys)
        wait(lambda: "focused" in till.field("Search the catalogue").states, 15, "the question")
        keys.type("fadengl")
        wait(lambda: len(till.rows("Matching products")) == 1, 15, "one product")
        keys.press("Return")
        wait(lambda: "focused" in till.field("Amount").states, 15, "the amount")
        keys.press("Escape")
        wait(lambda: not till.window.all("text", "Amount", showing=True), 15, "no dialog")
        _scan(till, keys)
        wait(lambda: "focused" in till.field("Amount").states, 15, "the amount")
        till.window.find("dialog", "Fadenglück")
        keys.type("5.00")
        keys.press("Return")
        till.row("Cart", "€5.00")
        keys.press("F6")
        wait(lambda: till.rows("Cart") == [], 15, "an empty cart")
        keys.press("F7")
        wait(lambda: len(till.rows("Parked carts")) == 1, 15, "the parked cart")
        keys.press("Return")
        till.row("Cart", "€5.00")
        keys.press("F1")
        till.window.find("dialog", "Keys on this screen", timeout_s=15)
        keys.press("Escape")
        till.field("Search products")
    assert shop.rows("SELECT label FROM shelf_labels") == [{"label": EAN}]
    # What was in hand waits for the next start.
    with shop.opened() as till:
        till.unlock(MANAGER[1], MANAGER[0])
        till.row("Cart", "€5.00")


def _scan(till: TillOnScreen, keys: Keyboard) -> None:
    """A scanner is a fast keyboard; the focus is on no text field."""
    wait(lambda: "focused" in till.field("Search products").states, 15, "the focus")
    keys.press("Tab")
    wait(lambda: "focused" not in till.field("Search products").states, 15, "the focus elsewhere")
    till.desktop.scan(EAN)


@pytest.mark.slow
def test_escape_goes_one_step_back(shop: Shop, provider: Provider) -> None:
    """From the payment page to the cart, out of the amount dialog, out of an approval."""
    shop.set_up(provider.url)
    with shop.opened() as till:
        till.unlock(CASHIER[1], CASHIER[0])
        till.field("Search products").set_text("Fadenglück")
        till.choose("Products", "Fadenglück")
        till.field("Amount")
        till.desktop.press_key("Escape")
        wait(lambda: not till.window.all("text", "Amount", showing=True), 15, "no dialog")
        assert till.rows("Cart") == []
        till.add("Fadenglück", "5.00")
        till.window.press("Pay", timeout_s=15)
        till.window.find("push button", "Confirm payment", timeout_s=15)
        till.desktop.press_key("Escape")
        till.field("Search products")
        assert len(till.rows("Cart")) == 1
        till.choose("Cart", "Fadenglück")
        till.window.press("Remove line", timeout_s=15)
        wait(lambda: till.rows("Cart") == [], 15, "an empty cart")
    assert shop.rows("SELECT count(*) AS sales FROM sales") == [{"sales": 0}]
    assert provider.orders() == []


@pytest.mark.slow
def test_enter_chooses(shop: Shop, provider: Provider) -> None:
    """Enter in the list of products opens the one that the arrows have reached."""
    shop.set_up(provider.url)
    with shop.opened() as till:
        till.unlock(MANAGER[1], MANAGER[0])
        till.field("Search products").set_text("Geschenkkarte")
        first = wait(lambda: till.rows("Products"), 15, "products")[0]
        till.desktop.press_key("Down")
        till.desktop.press_key("Return")
        till.field("Amount")
        till.window.find("dialog", first.split(",")[0])
