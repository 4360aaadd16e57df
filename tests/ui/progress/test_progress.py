"""The sale in front: words, countdown, paper, giving up, refunds, the next sale."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from pos_app.domain.cases import CaseKind
from pos_app.domain.errors import PrinterError
from pos_app.domain.limits import Limits
from pos_app.domain.money import Language
from pos_app.domain.product import DeliveryMethod
from pos_app.domain.sale import Delivery
from pos_app.domain.slip import SlipDocument
from pos_app.ui.kit import BaseButton
from pos_app.ui.presenters.sell_parts import SellStep
from pos_app.ui.shell_port import PageName
from pos_app.ui.views.progress.receipt import ReceiptEdit
from pos_app.ui.views.sell.page import SellPage
from tests.helpers.waiting import until
from tests.ui.conftest import Counter
from tests.ui.sell.hands import (
    confirm,
    enabled,
    fill,
    finish,
    hit,
    least,
    page_of,
    ranged,
    rows,
    start,
)


@pytest.fixture
def limits() -> Limits:
    """Giving up is offered at once."""
    return Limits(give_up_after_s=0)


def arm(counter: Counter, name: str, times: int = 1) -> None:
    """Have the provider play a trouble."""
    assert counter.services.troubles is not None
    counter.services.troubles.arm(name, times)


class BrokenPrinter:
    """A printer that is not there."""

    name = "broken"

    async def print_document(self, document: SlipDocument, name: str) -> None:
        """Never works."""
        raise PrinterError("offline", name=name, kind=type(document).__name__)


async def test_a_sale_from_payment_to_the_next_one(counter: Counter) -> None:
    """Delivered and printed by itself, readable, done, next sale."""
    await start(counter)
    product = ranged(counter)
    fill(counter, product, quantity=2)
    progress = await confirm(counter)
    amount = least(product).display(Language.EN)
    await until(lambda: all(", Delivered" in row for row in rows(progress)))
    assert rows(progress)[0].startswith(f"{product.brand}, {amount}, Delivered")
    await until(lambda: counter.text("stage_title") == "Is the slip readable?")
    counter.press("readable")
    await until(lambda: all(", Handed over" in row for row in rows(progress)))
    assert counter.text("stage_title") == "All done"
    counter.press("new_sale")
    await until(lambda: counter.sees("search_products"))
    assert not counter.services.cart.items


async def test_nothing_of_a_code_is_on_screen(counter: Counter) -> None:
    """Only its last characters, masked."""
    await start(counter)
    fill(counter, ranged(counter))
    progress = await confirm(counter)
    await until(lambda: "••••" in rows(progress)[0])
    (order,) = counter.provider.ledger.orders.values()
    assert order.code is not None
    assert order.code not in rows(progress)[0]
    assert order.code[-2:] in rows(progress)[0]


async def test_an_e_mailed_card_needs_no_paper_check(counter: Counter) -> None:
    """It counts as handed over, and the address is masked."""
    await start(counter)
    product = ranged(counter, DeliveryMethod.EMAIL)
    counter.services.cart.add(
        product,
        least(product),
        Delivery(DeliveryMethod.EMAIL, "anna@example.org"),
        1,
    )
    progress = await confirm(counter)
    await until(lambda: ", Handed over" in rows(progress)[0])
    assert "a•••@example.org" in rows(progress)[0]
    await enabled(counter, "new_sale")


async def test_the_cashier_always_knows(counter: Counter) -> None:
    """M5: the sentence with its countdown while the provider is asked, row and panel alike."""
    await start(counter)
    fill(counter, ranged(counter))
    arm(counter, "provider_down", 50)
    progress = await confirm(counter)
    await until(lambda: counter.text("stage_title").startswith("Ask the customer to wait."))
    first = counter.text("stage_title")
    assert first[:-2] == "Ask the customer to wait. Asking the provider: 0:"
    await until(lambda: counter.text("stage_title") != first, 5)
    assert "asking the provider: 0:" in rows(progress)[0]


async def test_giving_up_makes_the_refund_due(counter: Counter) -> None:
    """The money goes back once, with the main till's receipt number; the rest becomes a case."""
    await start(counter)
    product = ranged(counter)
    fill(counter, product)
    arm(counter, "provider_down", 200)
    progress = await confirm(counter)
    await until(lambda: ", Unknown" in rows(progress)[0] or ", Ordering" in rows(progress)[0])
    await enabled(counter, "give_up")
    counter.press("give_up")
    await until(lambda: "Refund due" in rows(progress)[0])
    assert counter.text("stage_title") == f"Give {least(product).display(Language.EN)} back"
    counter.find(ReceiptEdit, "receipt_number").setText("B-4711")
    counter.press("refund_paid")
    await until(lambda: "Refunded" in rows(progress)[0])
    (line,) = await counter.services.records.orders()
    assert line.refund is not None
    assert line.refund.receipt_number == "B-4711"
    assert not counter.sees("receipt_number")
    await enabled(counter, "new_sale")
    counter.press("new_sale")
    await until(lambda: counter.sees("search_products"))
    assert "Open cases" in counter.said[-1].text
    assert counter.services.troubles is not None
    counter.services.troubles.disarm()


async def test_a_failed_card_is_ordered_again(counter: Counter) -> None:
    """M14: the refund pays for a new line, and the old one says which."""
    await start(counter)
    fill(counter, ranged(counter))
    arm(counter, "insufficient_balance")
    progress = await confirm(counter)
    await until(lambda: "Failed · Refund due" in rows(progress)[0])
    counter.press("order_again")
    await until(lambda: len(rows(progress)) == 2 and ", Delivered" in rows(progress)[1])
    assert "Failed · Refunded" in rows(progress)[0]
    assert "ordered again as line 2" in rows(progress)[0]
    await finish(counter)


async def test_buttons_act_on_the_selected_line_alone(counter: Counter) -> None:
    """With a line selected the others stay as they are, until `All lines` lets go of it."""
    await start(counter)
    fill(counter, ranged(counter, place=0), ranged(counter, place=1))
    arm(counter, "insufficient_balance", 2)
    progress = await confirm(counter)
    await until(lambda: all("Refund due" in row for row in rows(progress)))
    second = progress.lines.rows.rows()[1].key
    progress.lines.select(second)
    assert "card 2" in counter.text("action_scope")
    counter.press("refund_paid")
    await until(lambda: "Refunded" in rows(progress)[1])
    assert "Refund due" in rows(progress)[0]
    assert not counter.find(BaseButton, "refund_paid").isEnabled()
    counter.press("all_lines")
    assert progress.lines.selected_key() == ""
    assert counter.find(BaseButton, "refund_paid").isEnabled()


async def test_esc_lets_go_of_a_line_but_never_of_a_sale(counter: Counter) -> None:
    """One step back at most: the paid sale stays."""
    page = await start(counter)
    fill(counter, ranged(counter))
    progress = await confirm(counter)
    await enabled(counter, "readable")
    progress.lines.select(progress.lines.rows.rows()[0].key)
    progress.lines.setFocus()
    await until(progress.lines.hasFocus)
    hit(Qt.Key.Key_Escape)
    await until(lambda: not progress.lines.selected_key())
    hit(Qt.Key.Key_Escape)
    assert page.presenter.step is SellStep.PROGRESS


async def test_a_printer_fault_is_told_and_repeated(counter: Counter) -> None:
    """In plain words; `Print again` prints, and only then `Readable` can be said."""
    await start(counter)
    fill(counter, ranged(counter))
    good = counter.services.till.printer
    counter.services.till.printer = BrokenPrinter()
    progress = await confirm(counter)
    await until(lambda: counter.text("stage_title") == "The slip did not print")
    assert "Slip not printed" in rows(progress)[0]
    assert not counter.find(BaseButton, "readable").isEnabled()
    counter.services.till.printer = good
    progress.setFocus()
    await until(progress.hasFocus)
    hit(Qt.Key.Key_Return)
    await finish(counter)


async def test_slips_print_only_while_the_sale_is_in_front(counter: Counter) -> None:
    """M9: on another page a card waits; coming back prints it."""
    await start(counter)
    fill(counter, ranged(counter))
    progress = await confirm(counter)
    session = counter.services.session
    await counter.open(PageName.ORDERS)
    await until(lambda: session.front_sale is None)
    await until(lambda: "Slip not printed yet" in rows(progress)[0])
    await counter.open(PageName.SELL)
    await until(lambda: session.front_sale is not None)
    await enabled(counter, "readable")


async def test_an_interrupted_sale_comes_first(counter: Counter) -> None:
    """M10: whoever signs in sees the sale that was in front, and what is to be done."""
    await start(counter)
    fill(counter, ranged(counter))
    await confirm(counter)
    await enabled(counter, "readable")
    again = SellPage(counter.services, counter.tasks, counter.shell)
    await until(lambda: again.presenter.step is SellStep.PROGRESS)
    await until(lambda: "Slip printed" in rows(again.progress)[0])
    again.close_page()
    again.deleteLater()


async def test_a_sale_that_a_crash_interrupted_can_be_put_off(counter: Counter) -> None:
    """M10: it says so, what became of each card, and leaves when the next customer is there."""
    await start(counter)
    fill(counter, ranged(counter))
    arm(counter, "offline")
    progress = await confirm(counter)
    await until(lambda: ", Waiting" in rows(progress)[0])
    assert not counter.sees("resumed")
    assert not counter.find(BaseButton, "new_sale").isEnabled()
    # What a restart forgets: which lines this run of the program orders.
    counter.services.desk.fresh.clear()
    page = page_of(counter)
    page.presenter.start()
    await until(lambda: counter.sees("resumed"))
    assert "ended in the middle of this sale" in counter.text("resumed-text")
    assert "never ordered" in rows(progress)[0]
    assert counter.text("stage_sentence").startswith("1 paid card was never ordered.")
    await enabled(counter, "new_sale")
    counter.press("new_sale")
    await until(lambda: counter.sees("search_products"))
    (case,) = await counter.services.records.open_cases()
    assert case.kind is CaseKind.WAITING


async def test_a_sale_holds_back_the_next_one(counter: Counter) -> None:
    """`New sale` waits while a line is being ordered."""
    await start(counter)
    fill(counter, ranged(counter))
    arm(counter, "slow")
    await confirm(counter)
    assert not counter.find(BaseButton, "new_sale").isEnabled()
    counter.press("give_up")
    await until(lambda: counter.text("stage_title").startswith("Give"))
    assert counter.find(BaseButton, "new_sale").isEnabled()
    assert page_of(counter).presenter.step is SellStep.PROGRESS
