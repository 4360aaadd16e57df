"""Orders: search, story, copies, a code on purpose, invalidation."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from pos_app.domain.journal import Action
from pos_app.domain.sale import OrderState
from pos_app.ui.kit import BaseButton, SearchField
from pos_app.ui.shell_port import PageName
from pos_app.ui.views.cases.sheets import ReasonDialog
from pos_app.ui.views.orders.page import OrdersPage
from tests.helpers.waiting import until
from tests.ui.conftest import TRAINER, Counter
from tests.ui.sell.hands import confirm, enabled, fill, finish, ranged, start


async def sold(counter: Counter, who: tuple[str, str] = TRAINER, cards: int = 1) -> OrdersPage:
    """The Orders page after a sale whose slips are with the customer."""
    await start(counter, who)
    fill(counter, *(ranged(counter, place=place) for place in range(cards)))
    await confirm(counter)
    await enabled(counter, "readable")
    await finish(counter)
    await counter.open(PageName.ORDERS)
    page = counter.find(OrdersPage, "orders_page")
    await until(lambda: page.table.model().rowCount() == cards)
    return page


async def choose(counter: Counter, page: OrdersPage, row: int = 0) -> None:
    """Select a row and wait for its story."""
    page.table.selectRow(row)
    await until(lambda: counter.sees("order_title"))


def cells(page: OrdersPage) -> Sequence[str]:
    """What the first cell of each row says to assistive technology."""
    model = page.table.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


async def test_nothing_is_looked_up_while_nobody_looks(counter: Counter) -> None:
    """A sale changes its lines many times; the hidden page waits until it is in front again."""
    page = await sold(counter)
    asked: list[tuple[object, ...]] = []
    page.presenter.lines_changed.connect(asked.append)
    await counter.open(PageName.SELL)
    fill(counter, ranged(counter))
    await confirm(counter)
    await enabled(counter, "readable")
    await finish(counter)
    assert asked == []
    await counter.open(PageName.ORDERS)
    await until(lambda: page.table.model().rowCount() == 2)


async def test_orders_are_found_newest_first(counter: Counter) -> None:
    """All lines, then those that a word fits; nothing found says how to search."""
    page = await sold(counter, cards=2)
    lines = await counter.services.records.orders()
    assert [line.id in cell for line, cell in zip(lines, cells(page), strict=True)] == [True] * 2
    assert "Handed over" in cells(page)[0]
    search = counter.find(SearchField, "search_orders")
    search.setText(lines[1].product.brand)
    await until(lambda: len(cells(page)) == 1)
    assert lines[1].id in cells(page)[0]
    search.setText("no such thing")
    await until(lambda: not cells(page))
    assert counter.sees("no_orders")
    assert page.go_back()
    await until(lambda: len(cells(page)) == 2)


async def test_an_order_tells_its_story(counter: Counter) -> None:
    """Key, order, state and every step with its person."""
    page = await sold(counter)
    await choose(counter, page)
    (line,) = await counter.services.records.orders()
    assert counter.text("order_facts-key") == line.request.key
    assert counter.text("order_facts-order") == line.order_id
    assert counter.text("order_state_0") == "Handed over"
    told = [label.text() for label in page.detail._timeline.findChildren(QLabel)]
    for sentence in ("Paid at the main till", "Card received and stored", "Slip printed"):
        assert sentence in told
    assert any(TRAINER[0] in words for words in told)


async def test_a_code_is_shown_while_the_button_is_held(counter: Counter) -> None:
    """M15: painted only, masked in the accessibility tree, written down, gone on release."""
    page = await sold(counter)
    await choose(counter, page)
    (line,) = await counter.services.records.orders()
    button = counter.find(BaseButton, "show_code")
    button.setDown(True)
    button.pressed.emit()
    await until(page.detail.code.is_revealed)
    (order,) = counter.provider.ledger.orders.values()
    assert order.code is not None
    shown = [label.text() for label in counter.window.findChildren(QLabel)]
    assert not any(order.code in text for text in shown)
    assert page.detail.code.accessibleName() == f"•••• {line.card_hint}"
    button.setDown(False)
    button.released.emit()
    assert not page.detail.code.is_revealed()
    records = await counter.services.records.timeline(line.id)
    assert [record.entry.action for record in records].count(Action.CODE_SHOWN) == 1


async def test_leaving_the_page_hides_the_code(counter: Counter) -> None:
    """A code never stays behind, whatever takes the page away."""
    page = await sold(counter)
    await choose(counter, page)
    counter.find(BaseButton, "show_code").pressed.emit()
    await until(page.detail.code.is_revealed)
    await counter.open(PageName.SELL)
    assert not page.detail.code.is_revealed()


async def test_a_copy_is_marked_and_told(counter: Counter, tmp_path: Path) -> None:
    """`Print copy` makes one more paper that says so."""
    page = await sold(counter)
    await choose(counter, page)
    (line,) = await counter.services.records.orders()
    await enabled(counter, "print_copy")
    counter.press("print_copy")
    await until(lambda: any("copy is printed" in said.text for said in counter.said))
    assert [path.name for path in tmp_path.rglob(f"{line.id}-copy-*.pdf")] == [
        f"{line.id}-copy-1.pdf"
    ]


async def test_invalidating_needs_a_reason(counter: Counter) -> None:
    """Asks for the slip back, refuses an empty reason, then makes the card worthless."""
    page = await sold(counter)
    await choose(counter, page)
    counter.press("invalidate")
    await until(lambda: counter.window.findChildren(ReasonDialog))
    dialog = counter.window.findChildren(ReasonDialog)[0]
    assert "slip back" in dialog.findChildren(QLabel, "invalidate_advice-text")[0].text()
    confirmation = dialog.findChildren(BaseButton, "confirm_invalidation")[0]
    confirmation.click()
    assert dialog.reason.has_error()
    dialog.reason.set_text("Wrong brand")
    confirmation.click()
    await until(lambda: counter.text("order_state_0") == "Invalidated")
    (line,) = await counter.services.records.orders()
    assert line.order is OrderState.INVALIDATED
    assert counter.text("order_state_1") == "Refund due"
    assert not counter.find(BaseButton, "show_code").isEnabled()


async def test_refresh_asks_the_provider(counter: Counter) -> None:
    """And says what came of it."""
    page = await sold(counter)
    await choose(counter, page)
    counter.press("refresh_order")
    await until(lambda: any("provider answered" in said.text for said in counter.said))


async def test_a_target_is_searched_and_chosen(counter: Counter) -> None:
    """Another page can point at a line."""
    await sold(counter, cards=2)
    lines = await counter.services.records.orders()
    counter.shell.go(PageName.ORDERS, lines[1].id)
    await until(lambda: counter.sees("order_facts-line"))
    await until(lambda: counter.text("order_facts-line") == lines[1].id)
