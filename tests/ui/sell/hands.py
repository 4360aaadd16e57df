"""What a cashier's hands do on the Sell page, for tests of every screen behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pos_app.domain.money import Money
from pos_app.domain.product import AmountRange, DeliveryMethod, Product
from pos_app.domain.sale import Delivery
from pos_app.ui.kit import BaseButton
from pos_app.ui.presenters.sell_parts import SellStep
from pos_app.ui.views.progress.view import ProgressView
from pos_app.ui.views.sell.amount import AmountDialog
from pos_app.ui.views.sell.page import SellPage
from tests.helpers.waiting import until
from tests.ui.conftest import TRAINEE, Counter


def page_of(counter: Counter) -> SellPage:
    """The Sell page, in front or not."""
    return counter.window.findChildren(SellPage)[0]


async def start(counter: Counter, who: tuple[str, str] = TRAINEE) -> SellPage:
    """Sign in and wait for the products."""
    await counter.sign_in(who)
    page = page_of(counter)
    await until(lambda: page.browse.model.rowCount() > 100)
    await until(lambda: counter.services.balance.is_fresh)
    counter.window.activateWindow()
    await until(counter.window.isActiveWindow)
    return page


def can_be_sold(counter: Counter, product: Product) -> bool:
    """Whether this till can order it."""
    profile = counter.services.till.profile
    reason = product.why_not_orderable(country=profile.country, currency=profile.currency)
    return reason is None


def ranged(
    counter: Counter, method: DeliveryMethod = DeliveryMethod.CODE, place: int = 0
) -> Product:
    """A product with a free amount and that delivery."""
    return [
        product
        for product in counter.services.catalogue.products
        if can_be_sold(counter, product)
        and isinstance(product.denominations, AmountRange)
        and method in product.delivery_methods
        and product.denominations.minimum < product.denominations.maximum
        and product.brand.isascii()  # QTest types nothing else
    ][place]


def fixed(counter: Counter) -> Product:
    """A product with several fixed amounts."""
    return next(
        product
        for product in counter.services.catalogue.products
        if can_be_sold(counter, product)
        and not isinstance(product.denominations, AmountRange)
        and len(product.denominations.amounts) > 2
    )


def least(product: Product) -> Money:
    """Its smallest amount."""
    told = product.denominations
    return told.minimum if isinstance(told, AmountRange) else told.amounts[0]


def fill(counter: Counter, *products: Product, quantity: int = 1) -> None:
    """Put the smallest card of each product into the cart, without the dialog."""
    for product in products:
        method = product.delivery_methods[0]
        if DeliveryMethod.CODE in product.delivery_methods:
            method = DeliveryMethod.CODE
        address = "anna@example.org" if method is DeliveryMethod.EMAIL else None
        counter.services.cart.add(product, least(product), Delivery(method, address), quantity)


async def dialog_for(counter: Counter, product: Product) -> AmountDialog:
    """The amount dialog of a product, opened by its tile."""
    page = page_of(counter)
    page.browse.search.setText(product.brand)
    rows = range(page.browse.model.rowCount())
    row = next(row for row in rows if page.browse.model.product(row) == product)
    page.browse.grid.tile_chosen.emit(row)
    await until(lambda: counter.window.findChildren(AmountDialog))
    dialog = counter.window.findChildren(AmountDialog)[0]
    await until(dialog.isVisible)
    dialog.activateWindow()
    await until(dialog.isActiveWindow)
    return dialog


async def pay(counter: Counter) -> None:
    """To the payment page."""
    counter.press("pay")
    await until(lambda: counter.sees("confirm_payment"))


async def confirm(counter: Counter) -> ProgressView:
    """From the cart to the progress of the sale."""
    await pay(counter)
    counter.press("confirm_payment")
    page = page_of(counter)
    await until(lambda: page.presenter.step is SellStep.PROGRESS)
    return page.progress


async def enabled(counter: Counter, name: str, timeout_s: float = 10) -> BaseButton:
    """A button, once it can be pressed."""
    button = counter.find(BaseButton, name)
    await until(button.isEnabled, timeout_s)
    return button


async def finish(counter: Counter) -> None:
    """Wait for the slips, say they are readable, start the next sale."""
    await until(lambda: counter.text("stage_title") == "Is the slip readable?", 10)
    counter.press("readable")
    await until(lambda: counter.text("stage_title") == "All done")
    counter.press("new_sale")
    await until(lambda: counter.sees("search_products"))


def rows(progress: ProgressView) -> list[str]:
    """What the rows of the sale say."""
    return [row.words() for row in progress.lines.rows.rows()]


def type_keys(text: str) -> None:
    """Type into whatever has the focus."""
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClicks(target, text)


def hit(key: Qt.Key) -> None:
    """Press one key in whatever has the focus."""
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key)
