"""Browsing, the amount dialog and the cart."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from pos_app.domain.money import Language, Money
from pos_app.domain.product import AmountRange, DeliveryMethod
from pos_app.ui.kit import Banner, BaseButton, ChoiceButton
from pos_app.ui.shell_port import PageName
from pos_app.ui.translation import use_language
from pos_app.ui.views.sell.amount import AmountDialog
from pos_app.usecases.bulletin import CartChanged
from tests.helpers.waiting import until
from tests.ui.conftest import Counter
from tests.ui.sell.hands import (
    dialog_for,
    enabled,
    fill,
    fixed,
    hit,
    least,
    page_of,
    ranged,
    start,
    type_keys,
)


async def test_letters_typed_anywhere_search(counter: Counter) -> None:
    """Wherever the focus is on the page, letters go to the search."""
    page = await start(counter)
    for target in (page.browse.grid, page.cart.lines, counter.find(BaseButton, "pay")):
        page.browse.search.clear()
        target.setEnabled(True)
        target.setFocus()
        await until(target.hasFocus)
        type_keys("k")
        assert page.browse.search.text() == "k"
        assert page.browse.search.hasFocus()


async def test_a_sale_takes_six_keys(counter: Counter) -> None:
    """One card by keyboard alone: Enter, two digits, Enter, F9, Enter; then Enter, Enter."""
    page = await start(counter)
    product = ranged(counter)
    await until(page.browse.search.hasFocus)
    type_keys(product.brand)
    hit(Qt.Key.Key_Return)
    await until(lambda: isinstance(QApplication.activeModalWidget(), AmountDialog))
    type_keys("25")
    hit(Qt.Key.Key_Return)
    await until(lambda: len(counter.services.cart.items) == 1)
    counter.window.activateWindow()
    await until(page.browse.search.hasFocus)
    hit(Qt.Key.Key_F9)
    await until(lambda: counter.sees("confirm_payment"))
    hit(Qt.Key.Key_Return)
    await until(lambda: counter.sees("sale_lines"))
    await enabled(counter, "readable")
    hit(Qt.Key.Key_Return)
    await until(lambda: counter.text("stage_title") == "All done")
    hit(Qt.Key.Key_Return)
    await until(lambda: counter.sees("search_products"))
    (order,) = counter.provider.ledger.orders.values()
    assert order.amount == Decimal(25)


async def test_wrong_amounts_are_refused_beside_the_field(counter: Counter) -> None:
    """Below, above, off the step, no number, the other form: a sentence each, nothing added."""
    await start(counter)
    product = ranged(counter)
    told = product.denominations
    assert isinstance(told, AmountRange)
    dialog = await dialog_for(counter, product)
    below = told.minimum - told.step
    above = told.maximum + told.step
    wrong = {
        below.display_number(Language.EN, grouped=False): "The smallest amount is",
        above.display_number(Language.EN, grouped=False): "The largest amount is",
        "abc": "This is not an amount",
        "50,00": "with a point",
        "": "This is not an amount",
    }
    if told.step.minor > 1:
        wrong[f"{told.minimum.minor // 100}.01"] = "Only steps of"
    for text, sentence in wrong.items():
        dialog.amount.set_text(text)
        counter.press("add_to_cart")
        assert sentence in dialog.amount.message.text()
        assert dialog.isVisible()
    assert not counter.services.cart.items
    dialog.amount.set_money(least(product))
    counter.press("add_to_cart")
    await until(lambda: counter.services.cart.items)
    assert not counter.sees("amount_dialog")


async def test_german_amounts_have_a_comma(counter: Counter, qapp: QApplication) -> None:
    """The point is refused with an example, the comma is taken, and amounts are shown so."""
    await start(counter)
    use_language(qapp, Language.DE)
    dialog = await dialog_for(counter, ranged(counter))
    dialog.amount.set_text("25.00")
    counter.press("add_to_cart")
    assert "," in dialog.amount.message.text()
    dialog.amount.set_text("25,00")
    counter.press("add_to_cart")
    await until(lambda: counter.services.cart.items)
    assert counter.text("cart_total") == "25,00\u00a0€"


async def test_a_fixed_amount_fills_the_field(counter: Counter) -> None:
    """A button per amount, named as shown; arrow keys go through them too."""
    await start(counter)
    product = fixed(counter)
    dialog = await dialog_for(counter, product)
    buttons = dialog.chips.findChildren(ChoiceButton)
    shown = [amount.display(Language.EN) for amount in dialog._fixed]
    assert [button.accessibleName() for button in buttons] == shown
    buttons[1].click()
    assert dialog.amount.money() == dialog._fixed[1]
    assert dialog.chips.current() == dialog._fixed[1].to_wire()
    print("FOCUS", QApplication.focusWidget(), dialog.amount.edit.hasFocus())
    hit(Qt.Key.Key_Down)
    assert dialog.amount.money() == dialog._fixed[2]
    dialog.reject()
    await until(lambda: not counter.sees("amount_dialog"))
    assert not counter.services.cart.items


async def test_an_e_mail_address_is_asked_for_twice(counter: Counter) -> None:
    """Only for e-mail, and only two equal, usable addresses will do."""
    await start(counter)
    product = ranged(counter, DeliveryMethod.EMAIL)
    dialog = await dialog_for(counter, product)
    assert counter.sees("email_address") is (dialog.delivery.current() == "email")
    dialog.delivery.button("email").click()
    dialog.amount.set_money(least(product))
    for first, second, field in (
        ("", "", dialog.address),
        ("anna@example.org", "anne@example.org", dialog.repeat),
        ("no address", "no address", dialog.address),
    ):
        dialog.address.set_text(first)
        dialog.repeat.set_text(second)
        counter.press("add_to_cart")
        assert field.has_error()
        assert dialog.isVisible()
    for edit in (dialog.address, dialog.repeat):
        edit.set_text("anna@example.org")
    counter.press("add_to_cart")
    await until(lambda: counter.services.cart.items)
    assert counter.services.cart.items[0].delivery.address == "anna@example.org"


async def test_a_quantity_is_so_many_lines(counter: Counter) -> None:
    """Three cards are three rows of the cart, each with brand and amount."""
    page = await start(counter)
    product = ranged(counter)
    dialog = await dialog_for(counter, product)
    dialog.amount.set_money(least(product))
    dialog.quantity.set_value(3)
    counter.press("add_to_cart")
    await until(lambda: len(page.cart.lines.rows.rows()) == 3)
    words = page.cart.lines.rows.rows()[0].words()
    assert product.brand in words
    assert least(product).display(Language.EN) in words
    await until(lambda: page.browse.search.text() == "")


async def test_a_removed_line_comes_back(counter: Counter) -> None:
    """`Remove line` takes the selected one; the notice puts it back where it lay."""
    page = await start(counter)
    products = [ranged(counter, place=place) for place in range(3)]
    fill(counter, *products)
    remove = counter.find(BaseButton, "remove_line")
    assert not remove.isEnabled()
    page.cart.lines.select("1")
    counter.press("remove_line")
    assert len(counter.services.cart.items) == 2
    said = counter.said[-1]
    assert said.action == "Undo"
    assert said.on_action is not None
    said.on_action()
    assert [item.product for item in counter.services.cart.items] == products


async def test_what_can_not_be_ordered_says_why(counter: Counter) -> None:
    """A greyed tile is no dead end: it says its reason and opens nothing."""
    page = await start(counter)
    shelf = page.presenter.browse._shelf
    row = next(
        row for row, place in enumerate(page.presenter.browse.results) if shelf.reasons[place]
    )
    index = page.browse.model.index(row, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).count(",") >= 2
    page.browse.grid.tile_chosen.emit(row)
    assert shelf.products[page.presenter.browse.results[row]].brand in counter.said[-1].text
    assert not counter.sees("amount_dialog")


async def test_nothing_found_shows_a_way_on(counter: Counter) -> None:
    """An empty search result offers all products again."""
    page = await start(counter)
    page.browse.search.setText("zzzzqqqq")
    assert page.browse.model.rowCount() == 0
    assert "zzzzqqqq" in page.browse._empty.state.title.text()
    counter.press("no_products-action")
    assert page.browse.search.text() == ""
    assert page.browse.model.rowCount() > 100


async def test_a_category_narrows_the_products(counter: Counter) -> None:
    """One press shows one category, the next one all again."""
    page = await start(counter)
    everything = page.browse.model.rowCount()
    bar = page.browse._categories
    bar._choice.button("c0").click()
    name = bar._names[0]
    found = [page.browse.model.product(row) for row in range(page.browse.model.rowCount())]
    assert 0 < len(found) < everything
    assert {product.category for product in found} == {name}
    bar._choice.button("all").click()
    assert page.browse.model.rowCount() == everything


async def test_a_refresh_tells_its_result(counter: Counter) -> None:
    """How many products, and how many were skipped because they can't be read."""
    await start(counter)
    assert counter.services.troubles is not None
    counter.services.troubles.arm("broken_products", 1)
    counter.press("refresh_catalogue")
    await until(lambda: "skipped" in counter.text("catalogue_result"))
    assert "product" in counter.text("catalogue_result")


async def test_a_failed_refresh_keeps_the_products(counter: Counter) -> None:
    """The last good catalogue stays in use, and the line below says so."""
    page = await start(counter)
    before = page.browse.model.rowCount()
    await counter.provider.stop()
    counter.press("refresh_catalogue")
    await until(lambda: "could not be read anew" in counter.text("catalogue_result"))
    assert page.browse.model.rowCount() == before


async def test_the_balance_after_the_sale_is_shown(counter: Counter) -> None:
    """What is left of the provider balance stands below the total (M13)."""
    await start(counter)
    product = ranged(counter)
    fill(counter, product)
    left = counter.services.balance.after(least(product))
    assert left is not None
    await until(lambda: left.display(Language.EN) in counter.text("balance_after"))
    assert counter.text("balance_after").startswith("Enough for this sale: ")
    till = counter.services.till
    till.profile = replace(till.profile, balance_warning=left + Money(1, "EUR"))
    counter.services.till.bulletin.publish(CartChanged())
    await until(lambda: "Tell the manager" in counter.text("balance_after"))


async def test_a_sale_beyond_the_balance_is_refused(counter: Counter) -> None:
    """`Pay` says so in a sentence and stays on the cart (M13)."""
    await start(counter)
    product = max(
        (ranged(counter, place=place) for place in range(20)),
        key=lambda each: each.denominations.maximum.minor,  # type: ignore[union-attr]
    )
    told = product.denominations
    assert isinstance(told, AmountRange)
    balance = counter.services.balance.last
    assert balance is not None
    delivery = page_of(counter).presenter.browse
    assert delivery.room() == 50
    fill(counter, product, quantity=1)
    counter.services.balance.last = type(balance)(least(product) - told.maximum, balance.asked_at)
    counter.press("pay")
    await until(lambda: any("balance" in said.text for said in counter.said))
    assert counter.sees("search_products")
    assert len(counter.services.cart.items) == 1


async def test_two_quick_presses_make_one_offer(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second press of `Pay` does nothing."""
    await start(counter)
    fill(counter, ranged(counter))
    made: list[object] = []
    prepare = counter.services.checkout.prepare

    async def counted(approval: object) -> object:
        made.append(approval)
        return await prepare(approval)  # type: ignore[arg-type]

    monkeypatch.setattr(type(counter.services.checkout), "prepare", lambda _, a: counted(a))
    button = counter.find(BaseButton, "pay")
    button.click()
    button.click()
    await until(lambda: counter.sees("confirm_payment"))
    assert len(made) == 1


async def test_the_number_of_a_sale_leads_to_its_orders(counter: Counter) -> None:
    """A scanned slip ends up in the search: Enter opens the sale it belongs to."""
    page = await start(counter)
    page.browse.search.setText("TRAINING-T1-000001")
    page.browse.submitted.emit()
    await until(lambda: counter.sees(f"{PageName.ORDERS.value}_page"))
    assert counter.find(type(page.browse.search), "search_orders").text() == "TRAINING-T1-000001"


async def test_a_refusal_of_the_cart_is_shown_in_the_dialog(counter: Counter) -> None:
    """What is not about a field stands below all fields."""
    await start(counter)
    product = ranged(counter)
    dialog = await dialog_for(counter, product)
    fill(counter, product, quantity=50)
    dialog.amount.set_money(least(product))
    counter.press("add_to_cart")
    assert counter.find(Banner, "amount_refused").text()
    dialog.reject()
    await until(lambda: not counter.sees("amount_dialog"))
