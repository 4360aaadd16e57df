"""A walk through every screen of the window, in whatever language and look it is.

`walk` yields the name of a screen while it is showing: for pictures, and for what must hold on
all of them (nothing cut, nothing too small for a finger).
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from pos_app.domain.cases import LineAction
from pos_app.domain.errors import ProviderUnavailableError
from pos_app.domain.limits import Limits
from pos_app.domain.people import Permission
from pos_app.domain.product import DeliveryMethod
from pos_app.domain.sale import OrderState
from pos_app.ui.kit import BaseButton, RowList, SearchField
from pos_app.ui.presenters.sell_parts import SellStep
from pos_app.ui.shell_port import PageName
from pos_app.ui.theme import Tone
from pos_app.ui.views.settings.page import SettingsView
from pos_app.usecases.bulletin import CatalogueChanged
from tests.helpers.waiting import until
from tests.ui.conftest import TRAINER, Counter
from tests.ui.sell.hands import dialog_for, fill, fixed, page_of, pay, ranged, start

EAN = "4006381333931"
_LONG_S = 30
# Giving up is offered soon: nobody waits at this counter.
LIMITS = Limits(give_up_after_s=2)


async def walk(counter: Counter) -> AsyncIterator[str]:
    """Every screen once; the till is locked and nothing has been sold yet."""
    await until(lambda: counter.sees("lock_form"))
    await until(lambda: len(await_rows(counter)) > 1)
    yield "01-lock"
    await start(counter, TRAINER)
    counter.shell._idle.set_limit(0)  # many looks at one screen may take longer than a customer
    async for name in _shop(counter):
        yield name
    async for name in _sale(counter):
        yield name
    async for name in _pages(counter):
        yield name
    async for name in _settings(counter):
        yield name


def await_rows(counter: Counter) -> list[str]:
    """Who stands on the lock screen."""
    lists = counter.window.findChildren(RowList, "cashiers")
    return [row.title for each in lists for row in each.rows.rows()]


@asynccontextmanager
async def _open(counter: Counter, name: str) -> AsyncIterator[None]:
    """A dialog from its opening to its end."""
    await until(lambda: counter.sees(name), _LONG_S)
    yield
    for dialog in counter.window.findChildren(QDialog):
        if dialog.isVisible():
            dialog.reject()
    await until(lambda: not counter.window.findChildren(QDialog))
    await until(lambda: not page_of(counter)._asking)


async def _shop(counter: Counter) -> AsyncIterator[str]:
    page = page_of(counter)
    yield "02-sell-empty-cart"
    page.browse.search.setText("kino")
    yield "03-search"
    page.browse.search.setText("qqqqqq")
    yield "04-nothing-found"
    page.browse.search.clear()
    await dialog_for(counter, ranged(counter))
    async with _open(counter, "amount_dialog"):
        yield "05-amount-range"
        counter.press("show_keypad")
        yield "06-amount-keypad"
    await dialog_for(counter, fixed(counter))
    async with _open(counter, "amount_dialog"):
        yield "07-amount-fixed"
    opened = await dialog_for(counter, ranged(counter, DeliveryMethod.EMAIL))
    async with _open(counter, "amount_dialog"):
        opened.delivery.button(DeliveryMethod.EMAIL.value).click()
        opened.amount.set_text("1")
        counter.press("add_to_cart")
        yield "08-amount-email-refused"
    page.browse.search.clear()
    async for name in _carts(counter):
        yield name


async def _carts(counter: Counter) -> AsyncIterator[str]:
    page = page_of(counter)
    fill(counter, ranged(counter, place=2), quantity=2)
    counter.press("park_cart")
    await until(lambda: counter.sees("parked_carts"))
    fill(counter, ranged(counter), fixed(counter), quantity=2)
    page.cart.lines.select("0")
    for _ in range(2):
        counter.press("remove_line")
    counter.shell.notify_error(ProviderUnavailableError("no_answer"))
    yield "09-cart-and-notices"
    clear_notices(counter)
    await until(lambda: not counter.find(BaseButton, "parked_carts").is_held())
    counter.press("parked_carts")
    async with _open(counter, "parked_sheet"):
        yield "10-parked-carts"
    page.take_scan(EAN)
    async with _open(counter, "label_sheet"):
        counter.find(SearchField, "label_search").setText("buch")
        yield "11-unknown-label"
    counter.services.catalogue.last_error = ProviderUnavailableError("no_answer")
    counter.services.till.bulletin.publish(CatalogueChanged(counter.services.catalogue.last_error))
    yield "12-catalogue-not-read"
    counter.services.catalogue.last_error = None
    page.presenter.browse.tell()
    await counter.key(Qt.Key.Key_F1)
    async with _open(counter, "help_sheet"):
        yield "13-help"


def clear_notices(counter: Counter) -> None:
    """Nothing is being told any more."""
    counter.shell._notices.clear()


async def _sale(counter: Counter) -> AsyncIterator[str]:
    services = counter.services
    assert services.troubles is not None
    await pay(counter)
    yield "14-payment"
    counter.press("print_payment_slip")
    await until(lambda: counter.said and counter.sees("notice"))
    clear_notices(counter)
    services.troubles.arm("lost_response", 1)
    services.troubles.arm("lost_request", 99)
    counter.press("confirm_payment")
    page = page_of(counter)
    await until(lambda: page.presenter.step is SellStep.PROGRESS)
    await until(lambda: bool(services.desk.in_flight))
    yield "15-ordering"
    lines = page.presenter.progress._lines
    await until(lambda: all(each.order is OrderState.UNKNOWN for each in lines.values()), _LONG_S)
    may = services.records.actions
    await until(lambda: all(LineAction.GIVE_UP in may(each) for each in lines.values()), _LONG_S)
    await until(lambda: counter.find(BaseButton, "give_up").isEnabled(), _LONG_S)
    yield "16-unknown"
    counter.press("give_up")
    await until(lambda: all(each.given_up for each in lines.values()), _LONG_S)
    yield "17-given-up"
    services.troubles.disarm()
    await until(lambda: counter.find(BaseButton, "new_sale").isEnabled(), _LONG_S)
    clear_notices(counter)
    counter.press("new_sale")
    await until(lambda: page.presenter.step is SellStep.BROWSE)
    clear_notices(counter)
    fill(counter, ranged(counter), fixed(counter))
    await pay(counter)
    counter.press("confirm_payment")
    await until(lambda: counter.sees("sale_lines"))
    await until(lambda: counter.find(BaseButton, "readable").isEnabled(), _LONG_S)
    yield "18-readable"
    counter.press("readable")
    lines = page.presenter.progress._lines
    await until(lambda: all(each.handed_over for each in lines.values()), _LONG_S)
    yield "19-done"
    counter.press("new_sale")
    await until(lambda: page.presenter.step is SellStep.BROWSE)
    clear_notices(counter)


async def _pages(counter: Counter) -> AsyncIterator[str]:
    await counter.open(PageName.ORDERS)
    await asyncio.sleep(0.3)
    yield "20-orders"
    page = counter.shell._frame.page(PageName.ORDERS) if counter.shell._frame else None
    assert page is not None
    line = (await counter.services.records.orders())[0]
    counter.shell.go(PageName.ORDERS, line.id)
    await asyncio.sleep(0.3)
    yield "21-order"
    await counter.open(PageName.CASES)
    await asyncio.sleep(0.3)
    yield "22-open-cases"
    cases = counter.find(RowList, "case_list")
    if cases.rows.rows():
        cases.select(cases.rows.rows()[0].key)
        await asyncio.sleep(0.3)
        yield "23-open-case"
    await counter.open(PageName.DAY)
    await asyncio.sleep(0.3)
    yield "24-day"
    counter.press("training_troubles")
    await asyncio.sleep(0.3)
    yield "25-troubles"
    counter.press("close_training_panel")
    await _ask_a_manager(counter)
    async with _open(counter, "approval_sheet"):
        yield "26-approval"


async def _ask_a_manager(counter: Counter) -> None:
    """A cashier takes over; a manager is asked for."""
    services = counter.services
    trainee = next(each for each in await services.session.cashiers() if not each.is_manager)
    services.session.person = trainee
    counter.tasks.spawn(_approve(counter), "ask a manager")


async def _approve(counter: Counter) -> None:
    await counter.shell.approve(Permission.INVALIDATE)


async def _settings(counter: Counter) -> AsyncIterator[str]:
    await counter.open(PageName.SETTINGS)
    yield "27-settings-for-managers"
    services = counter.services
    await counter.open(PageName.SELL)
    manager = next(each for each in await services.session.managers())
    services.session.person = manager
    await counter.open(PageName.SETTINGS)
    view = counter.find(SettingsView, "settings_page")
    topics = counter.find(RowList, "settings_topics")
    for number, row in enumerate(topics.rows.rows(), start=28):
        topics.select(row.key)
        await until(lambda name=row.key: counter.sees(f"settings_{name}"))  # type: ignore[misc]
        await asyncio.sleep(0.2)
        yield f"{number}-settings-{row.key}"
    assert view.isVisible()
    counter.shell.notify("", Tone.NEUTRAL)
    clear_notices(counter)
    counter.shell.show_closing()
    yield "60-closing"
