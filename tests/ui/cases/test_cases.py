"""Open cases: the list, the facts for support, and every way out."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from pos_app.domain.limits import Limits
from pos_app.domain.sale import Closing, OrderState
from pos_app.ui.kit import BaseButton
from pos_app.ui.shell_port import PageName
from pos_app.ui.views.cases.page import CasesPage
from pos_app.ui.views.cases.sheets import ClosingDialog, closings_of
from pos_app.ui.views.progress.receipt import ReceiptEdit
from tests.helpers.waiting import until
from tests.ui.conftest import TRAINER, Counter
from tests.ui.sell.hands import confirm, enabled, fill, ranged, start


@pytest.fixture
def limits() -> Limits:
    """Giving up is offered at once."""
    return Limits(give_up_after_s=0)


async def one_case(counter: Counter, trouble: str) -> CasesPage:
    """The page with the one case that a trouble leaves behind."""
    await start(counter, TRAINER)
    fill(counter, ranged(counter))
    assert counter.services.troubles is not None
    counter.services.troubles.arm(trouble, 2)
    await confirm(counter)
    await enabled(counter, "new_sale")
    counter.press("new_sale")
    await until(lambda: counter.sees("search_products"))
    await counter.open(PageName.CASES)
    page = counter.find(CasesPage, "cases_page")
    await until(lambda: len(page.list.rows.rows()) == 1)
    page.list.select(page.list.rows.rows()[0].key)
    await until(lambda: counter.sees("case_sentence"))
    return page


async def test_no_cases_is_good_news(counter: Counter) -> None:
    """The empty page says so, and the rail shows no count."""
    await start(counter)
    await counter.open(PageName.CASES)
    await until(lambda: counter.sees("no_cases"))


async def test_a_case_says_what_is_open_and_what_to_do(counter: Counter) -> None:
    """Brand, amount, line, age and sentence in the row; the next action beside it."""
    page = await one_case(counter, "insufficient_balance")
    (line,) = await counter.services.records.orders()
    words = page.list.rows.rows()[0].words()
    for part in (line.product.brand, "€", line.id, "ago" if "ago" in words else "just now"):
        assert part in words
    assert "The customer gets the money back" in counter.text("case_sentence")
    assert "Refund paid" in counter.text("case_next-text")
    assert counter.find(BaseButton, "case_refund_paid").isEnabled()
    assert not counter.find(BaseButton, "case_handed_over").isEnabled()


async def test_support_gets_the_facts(counter: Counter) -> None:
    """Key, line and product go to the clipboard, as text."""
    await one_case(counter, "insufficient_balance")
    (line,) = await counter.services.records.orders()
    counter.press("copy_facts")
    copied = QGuiApplication.clipboard().text()
    for part in (line.request.key, line.id, line.product.code):
        assert part in copied


async def test_a_paid_refund_ends_the_case(counter: Counter) -> None:
    """With its receipt number; the page is empty again."""
    page = await one_case(counter, "insufficient_balance")
    counter.find(ReceiptEdit, "case_receipt_number").setText("77")
    button = counter.find(BaseButton, "case_refund_paid")
    button.click()
    button.click()
    await until(lambda: not page.list.rows.rows())
    (line,) = await counter.services.records.orders()
    assert line.refund is not None
    assert line.refund.receipt_number == "77"
    assert counter.sees("no_cases")


async def test_a_strange_order_is_closed_by_a_manager(counter: Counter) -> None:
    """M3: another amount than ordered becomes a case; the provider's word ends it."""
    await one_case(counter, "another_amount")
    (line,) = await counter.services.records.orders()
    assert line.order is OrderState.UNKNOWN
    await enabled(counter, "case_close_case", 20)
    counter.press("case_close_case")
    await until(lambda: counter.window.findChildren(ClosingDialog))
    dialog = counter.window.findChildren(ClosingDialog)[0]
    button = dialog.findChildren(BaseButton, "confirm_closing")[0]
    button.click()
    assert dialog.isVisible()
    dialog.choice.button(Closing.VOIDED.value).click()
    button.click()
    assert dialog.reason.has_error()
    dialog.reason.set_text("Ms Weber of the provider, by phone")
    button.click()
    await until(lambda: counter.text("case_state_0") == "Invalidated")
    (line,) = await counter.services.records.orders()
    assert line.closed is not None
    assert line.closed.how is Closing.VOIDED
    assert "Refund due" in counter.text("case_state_1")


async def test_a_loss_is_only_offered_when_the_money_is_back(counter: Counter) -> None:
    """Otherwise the customer's money would stay open."""
    await one_case(counter, "another_amount")
    (line,) = await counter.services.records.orders()
    await enabled(counter, "case_close_case", 20)
    (line,) = await counter.services.records.orders()
    assert Closing.LOSS not in closings_of(line)
    assert set(closings_of(line)) == {Closing.NO_ORDER, Closing.VOIDED}


async def test_the_rail_counts_cases(counter: Counter) -> None:
    """Whatever page is in front."""
    await one_case(counter, "insufficient_balance")
    frame = counter.shell._frame
    assert frame is not None
    described = counter.find(BaseButton, "rail_cases").accessibleDescription()
    assert "1 open case" in described
    labels = [label.text() for label in counter.window.findChildren(QLabel) if label.isVisible()]
    assert any("1 card" in text for text in labels)
