"""Shows the till at work: the real program on a virtual screen, driven as a person would.

    bash packaging/demo.sh DIR

Leaves pictures of the screen (DIR/*.png), the slips (DIR/slips/*.pdf) and what the program said
(DIR/program.log). The program runs in training mode with a home of its own, so nothing of this
computer's till is touched.
"""

from __future__ import annotations

import itertools
import os
import sys
import tempfile
from pathlib import Path

from tests.helpers.atspi import Desktop, wait
from tests.helpers.till import TillOnScreen


class Demonstration:
    """A sale of three cards, a lost answer, a give-up, an invalidation, the day; with pictures."""

    def __init__(self, till: TillOnScreen, out: Path) -> None:
        self._till = till
        self._out = out
        self._number = itertools.count(1)

    def run(self) -> None:
        """Do it all, in the order in which a shop would."""
        self._picture("lock")
        self._till.unlock("1111")
        self._picture("sell")
        self._fill_cart()
        self._take_payment()
        self._hand_over()
        self._lose_an_answer()
        self._give_up()
        self._invalidate()
        self._look_around()

    def _fill_cart(self) -> None:
        till = self._till
        till.field("Search products").set_text("Atlaskammer")
        self._picture("search")
        till.choose("Products", "Atlaskammer")
        till.field("Amount").set_text("25.00")
        self._picture("amount")
        till.window.press("Add to cart")
        till.row("Cart", "Atlaskammer")
        till.add("Bahnbummler", "30.00", quantity=2)
        self._picture("cart")

    def _take_payment(self) -> None:
        self._till.window.press("Pay", timeout_s=15)
        self._till.window.find("push button", "Confirm payment")
        self._picture("payment")
        self._till.window.press("Confirm payment")

    def _hand_over(self) -> None:
        till = self._till
        till.wait_for_lines("Delivered", "Delivered", "Delivered")
        slips = self._out / "slips"
        wait(lambda: len(list(slips.glob("*.pdf"))) == len(till.rows("Sale lines")), 30, "slips")
        self._picture("delivered")
        till.window.press("Readable")
        till.wait_for_lines("Handed over", "Handed over", "Handed over")
        self._picture("handed-over")
        till.window.press("New sale")

    def _lose_an_answer(self) -> None:
        """A brand whose first answer always gets lost: unknown, and then it resolves."""
        till = self._till
        till.add("Funkfuchs", "20.00", delivery="Code")
        till.pay()
        till.wait_for_lines("Unknown")
        self._picture("unknown")
        till.wait_for_lines("Delivered")
        self._picture("resolved")
        till.hand_over()

    def _give_up(self) -> None:
        """The customer does not wait; the card that is made all the same is taken back."""
        till = self._till
        till.window.press("Practise troubles")
        till.choose("Troubles", "Request lost")
        till.window.find("spin box", "How often").set_value(20)
        self._picture("practise-troubles")
        till.window.press("Play it")
        till.window.press("Practise troubles")
        till.add("Atlaskammer", "40.00")
        till.pay()
        till.wait_for_lines("Unknown")
        wait(lambda: till.can_press("Give up and refund"), 30, "giving up")
        self._picture("may-give-up")
        till.window.press("Give up and refund")
        till.wait_for_lines("Unknown · Refund due")
        self._picture("given-up")
        till.window.press("Refund paid", timeout_s=15)
        till.window.press("Practise troubles")
        till.window.press("Stop all troubles")
        till.window.press("Practise troubles")
        till.wait_for_lines("Invalidated · Refunded", timeout_s=90)
        self._picture("taken-back")
        till.new_sale()

    def _invalidate(self) -> None:
        """A manager makes a sold card worthless, with a reason."""
        till = self._till
        till.window.press("Orders")
        till.choose_order("TRAINING-T1-000001-1")
        till.window.press("Invalidate", timeout_s=15)
        till.approve("Trainer", "9999")
        till.field("Reason").set_text("Wrong brand, slip is back")
        self._picture("invalidate")
        till.window.press("Confirm invalidation")
        wait(lambda: any("Invalidated" in row for row in till.order_rows()), 30, "invalidated")
        self._picture("invalidated")

    def _look_around(self) -> None:
        for name in ("Orders", "Open cases", "Day", "Settings"):
            buttons = self._till.window.all("push button", name, showing=True)
            if buttons:
                buttons[0].act()
                self._picture(name.lower().replace(" ", "-"))

    def _picture(self, name: str) -> None:
        self._till.settle()
        self._till.picture(self._out / f"{next(self._number):02d}-{name}.png")


def main() -> int:
    """Run the demonstration into the folder given."""
    out = Path(sys.argv[1])
    for old in [*out.glob("*.png"), *out.glob("slips/*.pdf")]:
        old.unlink()
    for name in [name for name in os.environ if name.startswith("POS_APP_")]:
        del os.environ[name]
    program = str(Path(sys.executable).with_name("pos-app"))
    with (
        tempfile.TemporaryDirectory(prefix="pos-app-demo-") as home,
        Path(out, "program.log").open("w", encoding="utf-8") as log,
        Desktop() as desktop,
    ):
        environment = {
            "POS_APP_HOME": home,
            "POS_APP_PRINTER": f"pdf:{out / 'slips'}",
            "POS_APP_LANGUAGE": "en",
        }
        till = TillOnScreen(desktop, [program, "--training"], environment, log)
        Demonstration(till, out).run()
        status = till.stop()
    made = sorted([*out.glob("*.png"), *out.glob("slips/*.pdf")])
    print(*made, sep="\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
