"""The counter's memory: scans, shelf labels, parked carts, favourites, the way back."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from pos_app.domain.sale import SaleId
from pos_app.ui.kit import BaseButton, ChoiceButton, Keypad, PlainLabel, RowList, SearchField
from pos_app.ui.presenters.sell_browse import FAVOURITES, RECENT
from pos_app.ui.shell_port import PageName
from pos_app.ui.theme import Tone
from pos_app.ui.views.sell.amount import AmountDialog
from pos_app.ui.views.sell.label import LabelSheet
from pos_app.ui.views.sell.parked import ParkedSheet
from tests.helpers.waiting import until
from tests.ui.conftest import TRAINER, Counter
from tests.ui.sell.hands import (
    confirm,
    dialog_for,
    fill,
    finish,
    fixed,
    hit,
    least,
    page_of,
    pay,
    ranged,
    start,
)

EAN = "4006381333931"


async def aside(counter: Counter) -> None:
    """Take the focus out of the search field, as a tap on the list of products does."""
    page = page_of(counter)
    page.browse.grid.setFocus()
    await until(page.browse.grid.hasFocus)


SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


async def typed(counter: Counter, text: str, *keys: Qt.Key) -> None:
    """Keys that come through the window system, as fast as they can be sent.

    QTest turns the event loop for each of them: that must not happen inside a coroutine.
    """
    window, done = counter.window.windowHandle(), asyncio.Event()

    def send() -> None:
        for sign in text:
            QTest.keyClick(window, Qt.Key(ord(sign.upper())), SHIFT if sign.isupper() else PLAIN)
        for key in keys:
            QTest.keyClick(window, key)
        done.set()

    QTimer.singleShot(0, counter.window, send)
    await done.wait()


async def scan(counter: Counter, text: str) -> None:
    """A scanner types into whatever is in front, and ends with Enter.

    This machine may be busy: how fast is fast enough is a matter of `test_scanner`.
    """
    keys = counter.shell._scans._filter
    keys._burst.gap_ms = 2000
    await typed(counter, text, Qt.Key.Key_Return)


async def dialog(counter: Counter) -> AmountDialog:
    """The amount dialog, once it is open."""
    await until(lambda: counter.sees("amount_dialog"))
    return counter.find(AmountDialog, "amount_dialog")


async def test_the_first_unknown_scan_teaches(counter: Counter) -> None:
    """A manager says once what a label stands for; from then on a scan opens the product."""
    page = await start(counter)
    product = ranged(counter)
    await aside(counter)
    await scan(counter, EAN)
    await until(lambda: counter.sees("label_sheet"))
    sheet = counter.find(LabelSheet, "label_sheet")
    assert EAN in sheet.heading.text()
    counter.find(SearchField, "label_search").setText(product.name)
    products = counter.find(RowList, "label_products")
    assert products.select(product.code)
    counter.press("learn_label")
    await until(lambda: counter.sees("approval_sheet"))
    form = counter.find(QWidget, "manager_pin")
    QTest.keyClicks(form, "9999")
    counter.press("approve")
    opened = await dialog(counter)
    assert opened.heading.text() == product.brand
    opened.reject()
    await until(lambda: not counter.sees("amount_dialog"))
    counter.window.activateWindow()
    await until(counter.window.isActiveWindow)
    await aside(counter)
    await scan(counter, EAN)
    opened = await dialog(counter)
    assert opened.heading.text() == product.brand
    assert page.browse.search.text() == ""


async def test_a_code_typed_into_the_search_finds_its_product(counter: Counter) -> None:
    """Label, product code, and the beginning of one; Enter takes it at its word."""
    await start(counter, TRAINER)
    product = ranged(counter, place=3)
    approval = counter.services.session.own_approval()
    await counter.services.counter.assortment.teach(EAN, product.code, approval)
    page = page_of(counter)
    for text in (EAN, EAN[:8], product.code, product.code[:13].upper()):
        page.browse.search.setText(text)
        assert page.browse.model.product(0) == product
    page.browse.search.setText(EAN)
    page.browse.search.submitted.emit()
    assert (await dialog(counter)).heading.text() == product.brand


async def test_a_scan_in_the_search_is_typed_there(counter: Counter) -> None:
    """Keys always reach a focused text field; its Enter finds the product all the same."""
    await start(counter, TRAINER)
    product = ranged(counter)
    approval = counter.services.session.own_approval()
    await counter.services.counter.assortment.teach(EAN, product.code, approval)
    page = page_of(counter)
    await until(page.browse.search.hasFocus)
    await scan(counter, EAN)
    assert page.browse.search.text() == EAN
    assert (await dialog(counter)).heading.text() == product.brand


async def test_scans_are_deaf_where_they_would_do_harm(counter: Counter) -> None:
    """On the payment page, in a dialog and on the lock screen a scan finds nothing."""
    await start(counter, TRAINER)
    product = ranged(counter)
    approval = counter.services.session.own_approval()
    await counter.services.counter.assortment.teach(EAN, product.code, approval)
    fill(counter, product)
    await pay(counter)
    counter.find(BaseButton, "print_payment_slip").setFocus()
    await typed(counter, EAN)
    assert not counter.sees("amount_dialog")
    counter.press("back_to_cart")
    opened = await dialog_for(counter, product)
    await scan(counter, EAN)
    assert len(counter.window.findChildren(AmountDialog)) == 1
    opened.reject()
    await counter.services.session.lock()
    await scan(counter, EAN)
    assert not counter.sees("amount_dialog")


async def test_a_sale_number_opens_the_order(counter: Counter) -> None:
    """The till's own barcode leads to Orders, from whatever page."""
    await start(counter)
    fill(counter, ranged(counter))
    await confirm(counter)
    await finish(counter)
    await counter.open(PageName.DAY)
    counter.find(QWidget, "day_page").setFocus()
    number = SaleId("TRAINING-T1-000001")
    assert (await counter.services.records.orders(number))[0].sale == number
    await scan(counter, number)
    await until(lambda: counter.sees("orders_page"))
    # The offscreen keyboard has no capitals; the search does not mind.
    field = counter.find(SearchField, "search_orders")
    await until(lambda: field.text().upper() == number)


async def test_an_unusable_barcode_is_told(counter: Counter) -> None:
    """What can be neither label nor number gets a sentence, and nothing else happens."""
    page = await start(counter)
    page.take_scan("two words")
    await until(lambda: counter.said)
    assert "two words" in counter.said[0].text
    assert counter.said[0].tone is Tone.WARNING


async def test_carts_are_parked_and_taken_up(counter: Counter) -> None:
    """F6 parks, F7 shows what waits; the cart in hand takes the place of the other."""
    await start(counter)
    fill(counter, ranged(counter), quantity=2)
    await counter.key(Qt.Key.Key_F6)
    await until(lambda: counter.sees("parked_carts"))
    assert not counter.services.cart.items
    assert counter.find(BaseButton, "parked_carts").label() == "1 parked cart"
    fill(counter, fixed(counter))
    await until(lambda: not counter.find(BaseButton, "parked_carts").is_held())
    await counter.key(Qt.Key.Key_F7)
    await until(lambda: counter.sees("parked_sheet"))
    sheet = counter.find(ParkedSheet, "parked_sheet")
    (row,) = sheet.rows.rows.rows()
    assert row.title == ranged(counter).brand
    assert "Trainee" in row.detail
    assert "2 cards" in row.detail
    counter.press("resume_cart")
    await until(lambda: len(counter.services.cart.items) == 2)
    await until(lambda: counter.services.counter.kept.parked[0].cart.items[0].brand
                == fixed(counter).brand)  # fmt: skip
    await until(lambda: not counter.find(BaseButton, "parked_carts").is_held())
    counter.press("parked_carts")
    await until(lambda: counter.sees("parked_sheet"))
    counter.press("discard_cart")
    await until(lambda: not counter.sees("parked_carts"))
    assert len(counter.services.cart.items) == 2


async def test_the_cart_survives_the_switch_of_cashier(counter: Counter) -> None:
    """Locked and unlocked by somebody else: the cart is as it was."""
    await start(counter)
    fill(counter, ranged(counter), quantity=3)
    await counter.services.session.lock()
    await counter.sign_in(TRAINER)
    await until(lambda: counter.sees("cart_total"))
    assert len(counter.services.cart.items) == 3
    assert counter.text("cart_count") == "3 cards"


async def test_favourites_come_first(counter: Counter) -> None:
    """Marked in the amount dialog: starred, first on the shelf, and a category of their own."""
    page = await start(counter)
    product = ranged(counter, place=5)
    opened = await dialog_for(counter, product)
    counter.press("favourite")
    assert counter.find(BaseButton, "favourite").label() == "No favourite"
    opened.reject()
    page.browse.search.clear()
    await until(lambda: page.browse.model.product(0) == product)
    index = page.browse.model.index(0, 0)
    assert "Favourite" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    page.presenter.browse.choose_category(FAVOURITES)
    assert page.browse.model.rowCount() == 1
    assert page.go_back()
    assert page.browse.model.rowCount() > 100


async def test_what_sold_last_and_best_is_in_front(counter: Counter) -> None:
    """After a sale its product stands first, and under `Recently sold`."""
    page = await start(counter)
    product = ranged(counter, place=7)
    fill(counter, product)
    await confirm(counter)
    await finish(counter)
    await until(lambda: page.browse.model.product(0) == product)
    words = [each.label() for each in counter.window.findChildren(ChoiceButton)]
    assert "Recently sold" in words
    page.presenter.browse.choose_category(RECENT)
    assert page.browse.model.rowCount() == 1


@pytest.mark.parametrize("known", [None, True, False])
async def test_taking_back_is_told_as_far_as_known(
    counter: Counter,
    known: bool | None,  # noqa: FBT001 - three states
) -> None:
    """On the tile only what is known; in the dialog also that it is not known yet."""
    page = await start(counter)
    product = ranged(counter)
    assortment = counter.services.counter.assortment
    knowledge = {} if known is None else {product.code: known}
    store = assortment._store

    async def taken_back() -> dict[str, bool]:
        return knowledge

    store.taken_back = taken_back  # type: ignore[method-assign]
    await assortment.mark(product.code, favourite=True)
    await until(lambda: page.browse.model.product(0) == product)
    words = page.browse.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    told = {None: "", True: "Can be taken back", False: "Not taken back"}[known]
    assert ("taken back" in words) == bool(told)
    assert told in words
    await dialog_for(counter, product)
    sentence = counter.find(PlainLabel, "taken_back").text()
    assert ("not known yet" in sentence) == (known is None)


async def test_escape_goes_one_step_back_everywhere(counter: Counter) -> None:
    """Search, then category; from any other page to Sell."""
    page = await start(counter)
    page.presenter.browse.choose_category(page.presenter.browse._index.categories()[0])
    few = page.browse.model.rowCount()
    page.browse.search.setText("k")
    await until(page.browse.search.hasFocus)
    hit(Qt.Key.Key_Escape)
    assert page.browse.search.text() == ""
    assert page.browse.model.rowCount() == few
    hit(Qt.Key.Key_Escape)
    assert page.browse.model.rowCount() > few
    for name in (PageName.DAY, PageName.SETTINGS, PageName.CASES, PageName.ORDERS):
        await counter.open(name)
        await typed(counter, "", Qt.Key.Key_Escape)
        await until(lambda: counter.sees("sell_page"))


async def test_undo_has_a_key(counter: Counter) -> None:
    """A removed line comes back by F4, without leaving the search."""
    await start(counter)
    fill(counter, ranged(counter), quantity=2)
    page_of(counter).cart.lines.select("0")
    counter.press("remove_line")
    await until(lambda: len(counter.services.cart.items) == 1)
    await until(lambda: counter.sees("notice-action"))
    await counter.key(Qt.Key.Key_F4)
    assert len(counter.services.cart.items) == 2


async def test_notices_cover_nothing_that_can_be_pressed(counter: Counter) -> None:
    """Three at once on a small screen: no button, field or code of the page lies under them."""
    counter.window.resize(1024, 768)
    await start(counter)
    fill(counter, ranged(counter))
    for text in ("The provider takes longer than usual to answer. " * 2, "Two.", "Three."):
        counter.shell.notify(text, Tone.WARNING, action="Show")
    notices = counter.find(QWidget, "notices")
    frame = counter.shell._frame
    assert frame is not None
    for _ in range(3):
        area = notices.rect().translated(notices.mapTo(counter.window, notices.rect().topLeft()))
        pages = frame.stack.rect().translated(frame.stack.mapTo(counter.window, QPoint()))
        covered = area.intersected(pages)
        # At most the page's own margin.
        assert covered.height() <= 16
        counter.shell._notices._host.notices()[-1].dismiss()
    assert not counter.sees("notice")


async def test_a_sale_by_touch_alone(counter: Counter) -> None:
    """Tile, keypad, buttons: from the first tap to the next sale without a key."""
    page = await start(counter)
    product = ranged(counter)
    page.presenter.browse.choose_category(product.category)
    row = next(
        row
        for row in range(page.browse.model.rowCount())
        if page.browse.model.product(row) == product
    )
    page.browse.grid.scrollTo(page.browse.model.index(row, 0))
    await tap(
        page.browse.grid.viewport(), page.browse.grid.visualRect(page.browse.model.index(row, 0))
    )
    opened = await dialog(counter)
    await tap(counter.find(BaseButton, "show_keypad"))
    keypad = counter.find(Keypad, "amount_keypad")
    assert keypad.isVisible()
    amount = least(product)
    opened.amount.set_text("")
    for digit in str(amount.minor // 100):
        await tap(counter.find(BaseButton, f"amount_keypad-{digit}"))
    await tap(counter.find(BaseButton, "add_to_cart"))
    await until(lambda: counter.services.cart.items)
    assert counter.services.cart.total == amount
    await until(lambda: QApplication.activeModalWidget() is None)
    await tap(counter.find(BaseButton, "pay"))
    await until(lambda: counter.sees("confirm_payment"))
    await tap(counter.find(BaseButton, "confirm_payment"))
    await until(lambda: counter.sees("sale_lines"))
    await until(lambda: counter.find(BaseButton, "readable").isEnabled(), 10)
    await tap(counter.find(BaseButton, "readable"))
    await until(lambda: counter.text("stage_title") == "All done")
    await tap(counter.find(BaseButton, "new_sale"))
    await until(lambda: counter.sees("search_products"))


async def tap(widget: QWidget, area: QRect | None = None) -> None:
    """One tap in the middle, as the window system makes a click of it; large enough to hit."""
    await until(lambda: (area or widget.rect()).height() >= 44)
    place = (area or widget.rect()).center()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, PLAIN, place)


async def test_a_suggested_amount_fills_the_field(counter: Counter) -> None:
    """A free range offers the usual round amounts inside it."""
    await start(counter)
    opened = await dialog_for(counter, ranged(counter))
    offered = [each for each in opened.chips.findChildren(ChoiceButton) if each.isVisible()]
    assert offered
    offered[-1].click()
    assert opened.amount.money() == opened._offered[-1]
