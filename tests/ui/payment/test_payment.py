"""The payment page: what stands there, and that only its confirmation starts orders."""

from __future__ import annotations

from PySide6.QtCore import Qt

from pos_app.domain.barcodes import code128
from pos_app.domain.money import Language
from pos_app.domain.slip import payment_barcode
from pos_app.ui.kit import Banner, BarcodeView, BaseButton
from pos_app.ui.presenters.sell_parts import SellStep
from tests.helpers.waiting import until
from tests.ui.conftest import Counter
from tests.ui.sell.hands import fill, hit, least, page_of, pay, ranged, start


async def test_brand_amount_and_number_stand_large(counter: Counter) -> None:
    """Equal cards together, the sum of all, the number of the sale, and a barcode of both."""
    await start(counter)
    product = ranged(counter)
    fill(counter, product, quantity=2)
    total = counter.services.cart.total.display(Language.EN)
    await pay(counter)
    assert counter.text("payment_group_0") == f"2 x {product.brand}, {total}"
    assert counter.text("payment_total") == total
    assert counter.text("payment_sale") == "TRAINING-T1-000001"
    bars = code128(payment_barcode("TRAINING-T1-000001", counter.services.cart.total))
    assert bars is not None
    view = counter.find(BarcodeView, "payment_barcode")
    assert len(view._rows[0]) == bars.modules


async def test_back_to_cart_keeps_everything(counter: Counter) -> None:
    """The button and Esc go one step back; nothing was paid, nothing is lost."""
    page = await start(counter)
    fill(counter, ranged(counter))
    await pay(counter)
    counter.press("back_to_cart")
    assert counter.sees("search_products")
    await pay(counter)
    hit(Qt.Key.Key_Escape)
    await until(lambda: counter.sees("search_products"))
    assert page.presenter.step is SellStep.BROWSE
    assert len(counter.services.cart.items) == 1
    assert not counter.provider.ledger.orders


async def test_enter_on_another_button_presses_that_one(counter: Counter) -> None:
    """Enter confirms only where the focus does not say otherwise."""
    await start(counter)
    fill(counter, ranged(counter))
    await pay(counter)
    back = counter.find(BaseButton, "back_to_cart")
    back.setFocus()
    await until(back.hasFocus)
    hit(Qt.Key.Key_Return)
    await until(lambda: counter.sees("search_products"))
    assert await counter.services.records.front_sale() is None


async def test_two_quick_presses_pay_once(counter: Counter) -> None:
    """`Confirm payment` twice is one sale with one order."""
    page = await start(counter)
    fill(counter, ranged(counter))
    await pay(counter)
    button = counter.find(BaseButton, "confirm_payment")
    button.click()
    button.click()
    await until(lambda: page.presenter.step is SellStep.PROGRESS)
    await until(lambda: counter.provider.ledger.orders)
    await until(lambda: not counter.tasks.names() or "countdown" in counter.tasks.names())
    assert len(await counter.services.records.orders()) == 1
    assert len(counter.provider.ledger.orders) == 1


async def test_the_payment_slip_is_printed_on_demand(counter: Counter) -> None:
    """A paper for the main till, told when it is out."""
    await start(counter)
    fill(counter, ranged(counter))
    await pay(counter)
    counter.press("print_payment_slip")
    await until(lambda: any("payment slip" in said.text for said in counter.said))
    assert counter.sees("confirm_payment")


async def test_an_unknown_balance_warns_and_allows(counter: Counter) -> None:
    """M13: the page says what may happen, asks in the background, and lets the sale go on."""
    await start(counter)
    fill(counter, ranged(counter))
    counter.services.balance.last = None
    assert counter.services.troubles is not None
    counter.services.troubles.arm("provider_down", 3)
    await pay(counter)
    assert "not known" in counter.find(Banner, "balance_warning").text()
    assert counter.find(BaseButton, "confirm_payment").isEnabled()
    counter.services.troubles.disarm()
    await counter.services.balance.refresh()
    await until(lambda: not counter.sees("balance_warning"))


async def test_a_balance_that_fell_is_told(counter: Counter) -> None:
    """What was learned after `Pay` stands on the page too."""
    await start(counter)
    product = ranged(counter)
    fill(counter, product)
    await pay(counter)
    balance = counter.services.balance.last
    assert balance is not None
    counter.services.balance.last = type(balance)(
        least(product) - least(product), balance.asked_at
    )
    page_of(counter).presenter.payment.tell()
    assert "only €0.00" in counter.find(Banner, "balance_warning").text()
