"""The till as a cashier uses it, in the words on its screen (design: words on screen).

Works on the real program, from source or frozen, through the accessibility tree alone.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

from tests.helpers.atspi import Desktop, Node, wait


class Screen:
    """One running till and its window: what it shows, by the words on it."""

    def __init__(
        self,
        desktop: Desktop,
        command: Sequence[str],
        environment: Mapping[str, str],
        output: IO[str] | None = None,
    ) -> None:
        self.desktop = desktop
        self.process = desktop.start(command, environment, output)
        self.window = desktop.window_of(self.process)

    def labels(self) -> list[str]:
        """What the showing labels say."""
        return [label.name for label in self.window.all("label", showing=True)]

    def says(self, text: str, timeout_s: float = 30) -> None:
        """Wait until some label holds a text."""
        wait(lambda: [one for one in self.labels() if text in one], timeout_s, text)

    def can_press(self, name: str) -> bool:
        """Whether a button is showing and enabled."""
        found = self.window.all("push button", name, showing=True)
        return bool(found) and "enabled" in found[0].states

    def rows(self, name: str) -> list[str]:
        """What the rows of a showing list say."""
        found = self.window.all("list", name, showing=True)
        return [row.name for row in found[0].children] if found else []

    def row(self, list_name: str, text: str) -> Node:
        """The first row of a list that holds a text; waits for it."""

        def look() -> Node | None:
            for found in self.window.all("list", list_name, showing=True):
                for row in found.children:
                    if text in row.name:
                        return row
            return None

        row = wait(look, 15, f"{text} in {list_name}")
        assert row is not None
        return row

    def choose(self, list_name: str, text: str) -> None:
        """Click the row of a list that holds a text."""
        self.desktop.click(self.row(list_name, text))

    def field(self, name: str) -> Node:
        """The showing text field of that name."""
        return self.window.find("text", name, timeout_s=15)

    def settle(self) -> None:
        """Wait until the screen stands still: two looks in a row show the same."""
        looks = [b""]

        def still() -> bool:
            looks.append(self.desktop.pixels())
            return looks[-1] == looks[-2]

        wait(still, 5, "a screen that stands still", every_s=0.15)

    def picture(self, path: Path) -> None:
        """A picture of the screen as it is."""
        self.desktop.screenshot(path)

    def stop(self, timeout_s: float = 15) -> int:
        """End the program as the system does, and say how it ended."""
        self.process.terminate()
        try:
            return self.process.wait(timeout_s)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise


class TillOnScreen(Screen):
    """What a cashier does at it."""

    def unlock(self, pin: str, cashier: str | None = None) -> None:
        """Sign in and wait for the products; without a name as who is preselected."""
        self.sign_in(pin, cashier)
        self.window.find("list", "Products", timeout_s=30)

    def sign_in(self, pin: str, cashier: str | None = None) -> None:
        """Sign in, whatever comes first on screen then."""
        if cashier is not None:
            self.choose("Cashiers", cashier)
        self.field("PIN").set_text(pin)
        self.window.press("Unlock")

    def add(
        self,
        product: str,
        amount: str | None = None,
        *,
        delivery: str | None = None,
        email: str = "",
        quantity: int = 1,
    ) -> None:
        """Put cards into the cart: find the product by search, fill the amount dialog."""
        search = self.field("Search products")
        search.set_text(product)
        self.desktop.click(self.row("Products", product))
        dialog = self.window.find("text", "Amount")
        if amount is not None:
            dialog.set_text(amount)
        if delivery is not None:
            self.window.press(delivery)
        if email:
            self.field("E-mail address").set_text(email)
            self.field("Repeat e-mail address").set_text(email)
        if quantity != 1:
            self.window.find("spin box", "Quantity").set_value(quantity)
        before = len(self.rows("Cart"))
        self.window.press("Add to cart")
        wait(lambda: len(self.rows("Cart")) > before, 10, f"{product} in the cart")
        self.field("Search products").set_text("")

    def pay(self) -> None:
        """Open the payment page and confirm that the customer has paid at the main till."""
        self.window.press("Pay", timeout_s=15)
        self.window.press("Confirm payment", timeout_s=15)

    def wait_for_lines(self, *words: str, timeout_s: float = 60) -> list[str]:
        """The rows of the sale once each holds its word, in the order of the lines."""

        def look() -> list[str]:
            rows = self.rows("Sale lines")
            fits = len(rows) == len(words) and all(
                word in row for word, row in zip(words, rows, strict=True)
            )
            return rows if fits else []

        try:
            return wait(look, timeout_s, f"sale lines {words}")
        except TimeoutError as error:
            error.add_note(self.window.outline())
            raise

    def hand_over(self) -> None:
        """Answer `Readable` once every slip is out, and begin the next sale."""
        self.window.press("Readable", timeout_s=30)
        wait(
            lambda: not [row for row in self.rows("Sale lines") if ", Delivered" in row],
            30,
            "handed over",
        )
        self.new_sale()

    def new_sale(self) -> None:
        """Leave the sale in front."""
        self.window.press("New sale", timeout_s=30)
        self.field("Search products")

    def order_rows(self) -> list[str]:
        """What the rows of the order list say: the first cell speaks for its row."""
        tables = self.window.all("table", "Order list", showing=True)
        cells = tables[0].all("cell", showing=True) if tables else []
        return [cell.name for cell in cells]

    def choose_order(self, text: str) -> None:
        """Click the first row of the order list that holds a text."""

        def look() -> Node | None:
            table = self.window.find("table", "Order list", timeout_s=15)
            return next((cell for cell in table.all("cell") if text in cell.name), None)

        cell = wait(look, 15, f"{text} in the order list")
        assert cell is not None
        self.desktop.click(cell)

    def approve(self, manager: str, pin: str) -> None:
        """A manager's word where it is asked for."""
        self.choose("Managers", manager)
        self.field("Manager PIN").set_text(pin)
        self.window.press("Approve")
