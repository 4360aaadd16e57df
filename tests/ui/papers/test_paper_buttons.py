"""Papers beside the card slip: buttons where a cashier looks for them, and what comes out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea

from pos_app.domain.errors import PrinterError
from pos_app.domain.journal import Action
from pos_app.domain.limits import Limits
from pos_app.domain.money import Language
from pos_app.domain.product import DeliveryMethod, Product
from pos_app.domain.sale import OrderState
from pos_app.domain.slip import SlipDocument
from pos_app.ui.kit import BaseButton, Field, RowList, SegmentedChoice
from pos_app.ui.shell_port import PageName
from pos_app.ui.views.cases.sheets import ReasonDialog
from pos_app.ui.views.orders.page import OrdersPage
from pos_app.ui.views.papers.sheets import PreviewSheet, VoucherSheet
from tests.helpers.decode import Slip
from tests.helpers.waiting import until
from tests.ui.conftest import TRAINEE, TRAINER, Counter
from tests.ui.sell.hands import confirm, enabled, fill, finish, pay, ranged, start

# The contract's example: the one brand of the training provider with a PDF of its own.
WITH_PDF = "b713c564-9e18-4810-a9bb-7b2d86afc8cd"


@pytest.fixture
def limits() -> Limits:
    """Giving up is offered at once."""
    return Limits(give_up_after_s=0)


def slips_in(tmp_path: Path) -> list[str]:
    """The papers in the till's folder."""
    return sorted(path.name for path in (tmp_path / "till" / "slips").glob("*.pdf"))


def with_pdf(counter: Counter) -> Product:
    """A product whose brand has vouchers of its own."""
    return next(p for p in counter.services.catalogue.products if p.code == WITH_PDF)


async def in_orders(counter: Counter) -> OrdersPage:
    """The Orders page with its newest line chosen."""
    await counter.open(PageName.ORDERS)
    page = counter.find(OrdersPage, "orders_page")
    await until(lambda: page.table.model().rowCount() > 0)
    page.table.selectRow(0)
    await until(lambda: counter.sees("order_title"))
    return page


async def test_shop_copy_void_and_refund_slip(counter: Counter, tmp_path: Path) -> None:
    """Each button is there when its paper is, and none before; no paper holds the code."""
    await start(counter, TRAINER)
    fill(counter, ranged(counter))
    await confirm(counter)
    await enabled(counter, "readable")
    await finish(counter)
    page = await in_orders(counter)
    await until(lambda: counter.sees("order_print_shop_copy"))
    assert not counter.sees("order_print_void")
    assert not counter.sees("order_print_voucher")
    counter.press("order_print_shop_copy")
    await until(lambda: any("shop copy is printed" in said.text for said in counter.said))
    (line,) = await counter.services.records.orders()
    counter.press("invalidate")
    dialog = await opened(counter, ReasonDialog)
    dialog.reason.set_text("Wrong brand")
    counter.press("confirm_invalidation")
    await until(lambda: counter.sees("order_print_void") and counter.sees("order_print_refund"))
    assert not counter.sees("order_print_shop_copy")
    for paper in ("void", "refund"):
        counter.press(f"order_print_{paper}")
        await until(lambda: f"{line.id}-{paper}.pdf" in slips_in(tmp_path))  # noqa: B023
    (order,) = counter.provider.ledger.orders.values()
    for name in (f"{line.id}-shop.pdf", f"{line.id}-void.pdf", f"{line.id}-refund.pdf"):
        assert str(order.code) not in Slip.read(tmp_path / "till" / "slips" / name).words
    assert page.isVisible()


async def opened(counter: Counter, kind: type[ReasonDialog]) -> ReasonDialog:
    """A dialog that is on its way."""
    await until(lambda: [d for d in counter.window.findChildren(kind) if d.isVisible()])
    return next(d for d in counter.window.findChildren(kind) if d.isVisible())


async def ask_for_pdf(counter: Counter, who: tuple[str, str]) -> None:
    """Sell a card of a brand with a PDF of its own, and press its button in Orders."""
    await start(counter, who)
    fill(counter, with_pdf(counter))
    await confirm(counter)
    await enabled(counter, "readable")
    await finish(counter)
    await in_orders(counter)
    await until(lambda: counter.sees("order_print_voucher"))
    counter.press("order_print_voucher")


async def test_a_brands_pdf_is_seen_only_while_held(counter: Counter, tmp_path: Path) -> None:
    """Veiled like a code, written down, printed as a marked copy with our mark above it."""
    await ask_for_pdf(counter, TRAINER)
    await until(lambda: counter.sees("voucher_sheet"))
    sheet = counter.find(VoucherSheet, "voucher_sheet")
    assert sheet.picture.has_picture()
    assert sheet.picture.is_veiled()
    show = counter.find(BaseButton, "show_voucher")
    show.pressed.emit()
    assert not sheet.picture.is_veiled()
    (order,) = counter.provider.ledger.orders.values()
    assert not [x for x in sheet.findChildren(QLabel) if str(order.code) in x.text()]
    show.released.emit()
    assert sheet.picture.is_veiled()
    counter.press("print_voucher")
    (line,) = await counter.services.records.orders()
    await until(lambda: f"{line.id}-voucher-copy-1.pdf" in slips_in(tmp_path))
    printed = Slip.read(tmp_path / "till" / "slips" / f"{line.id}-voucher-copy-1.pdf")
    assert str(order.code).replace("-", "") in printed.bars
    assert "COPY 1" in printed.text
    assert "TRAINING" in printed.text
    records = await counter.services.records.timeline(line.id)
    assert [record.entry.action for record in records].count(Action.CODE_SHOWN) == 1


async def test_a_cashier_calls_a_manager_to_see_it(counter: Counter, tmp_path: Path) -> None:
    """Nobody sees a card without a manager; closing the dialog prints nothing."""
    await ask_for_pdf(counter, TRAINEE)
    await until(lambda: counter.sees("approve"))
    counter.find(QLineEdit, "manager_pin").setText(TRAINER[1])
    counter.press("approve")
    await until(lambda: counter.sees("voucher_sheet"))
    counter.press("close_voucher")
    await until(lambda: not counter.sees("voucher_sheet"))
    await until(counter.find(BaseButton, "order_print_voucher").isEnabled)
    assert not [name for name in slips_in(tmp_path) if "voucher" in name]


class BrokenPrinter:
    """A printer that is not there."""

    name = "broken"

    async def print_document(self, document: SlipDocument, name: str) -> None:
        """Never works."""
        raise PrinterError("offline", name=name, kind=type(document).__name__)


async def test_our_slip_takes_the_place_of_a_brands_pdf(counter: Counter, tmp_path: Path) -> None:
    """On the progress screen, without a manager: no PDF, so our slip comes out and says so."""
    await start(counter)
    till = counter.services.till
    printer, till.printer = till.printer, BrokenPrinter()
    fill(counter, with_pdf(counter))
    await confirm(counter)
    await until(lambda: counter.sees("sale_print_voucher"))
    await until(lambda: counter.sees("stage_title") and slips_in(tmp_path) == [])
    till.printer = printer
    (order,) = counter.provider.ledger.orders.values()
    (line,) = await counter.services.records.orders()
    await counter.provider.stop()
    counter.press("sale_print_voucher")
    await until(lambda: f"{line.id}.pdf" in slips_in(tmp_path))
    await until(lambda: any("could not be fetched" in said.text for said in counter.said))
    words = Slip.read(tmp_path / "till" / "slips" / f"{line.id}.pdf").words
    assert str(order.code) in words
    await counter.provider.start()


async def test_a_refund_slip_for_the_main_till(counter: Counter, tmp_path: Path) -> None:
    """Where a refund is due, its paper is one press away: on the progress screen and in cases."""
    await start(counter, TRAINER)
    fill(counter, ranged(counter))
    assert counter.services.troubles is not None
    counter.services.troubles.arm("insufficient_balance", 1)
    await confirm(counter)
    await until(lambda: counter.sees("sale_print_refund"))
    counter.press("sale_print_refund")
    await until(lambda: any(name.endswith("-refund.pdf") for name in slips_in(tmp_path)))
    (first,) = slips_in(tmp_path)
    counter.press("new_sale")
    await until(lambda: counter.sees("search_products"))
    await counter.open(PageName.CASES)
    cases = counter.find(RowList, "case_list")
    await until(lambda: len(cases.rows.rows()) == 1)
    cases.select(cases.rows.rows()[0].key)
    await until(lambda: counter.sees("case_print_refund"))
    assert not counter.sees("case_print_void")
    (tmp_path / "till" / "slips" / first).unlink()
    counter.press("case_print_refund")
    await until(lambda: slips_in(tmp_path) == [first])


async def test_the_customers_language_is_chosen_per_sale(counter: Counter, tmp_path: Path) -> None:
    """The default is the settings'; what is chosen on the payment page is stored and printed."""
    await start(counter)
    fill(counter, ranged(counter))
    await pay(counter)
    choice = counter.find(SegmentedChoice, "slip_language")
    assert choice.current() == Language.EN.value
    choice.button(Language.DE.value).click()
    await until(lambda: choice.current() == Language.DE.value)
    counter.press("confirm_payment")
    await until(lambda: counter.sees("readable"))
    await enabled(counter, "readable")
    sale = await counter.services.records.front_sale()
    assert sale is not None
    assert sale.language is Language.DE
    (line,) = sale.lines
    assert "Gutscheinkarte" in Slip.read(tmp_path / "till" / "slips" / f"{line.id}.pdf").text
    await finish(counter)
    # The next customer begins with the default again.
    fill(counter, ranged(counter))
    await pay(counter)
    assert counter.find(SegmentedChoice, "slip_language").current() == Language.EN.value


async def test_the_language_of_slips_is_a_setting(counter: Counter) -> None:
    """A shop whose window is English may print German slips."""
    await counter.sign_in(TRAINER)
    await topic(counter, "printing")
    counter.find(SegmentedChoice, "slip_language").button("de").click()
    counter.press("save_printer")
    await until(lambda: counter.services.till.profile.slip_language is Language.DE)
    await start_again(counter)
    fill(counter, ranged(counter, DeliveryMethod.CODE))
    await pay(counter)
    assert counter.find(SegmentedChoice, "slip_language").current() == "de"


async def start_again(counter: Counter) -> None:
    """Back to the products."""
    await counter.open(PageName.SELL)
    await until(lambda: counter.services.balance.is_fresh and counter.services.catalogue.products)


async def topic(counter: Counter, name: str) -> None:
    """Open one topic of the settings."""
    await until(lambda: counter.services.catalogue.products)
    await counter.open(PageName.SETTINGS)
    counter.find(RowList, "settings_topics").select(name)
    await until(lambda: counter.sees(f"settings_{name}"))


async def test_slips_are_previewed(counter: Counter) -> None:
    """Card slip, shop copy and test page on the paper in the fields, saved or not."""
    await counter.sign_in(TRAINER)
    await topic(counter, "printing")
    counter.find(SegmentedChoice, "paper").button("58mm").click()
    counter.press("preview_slips")
    await until(lambda: counter.sees("preview_sheet"))
    sheet = counter.find(PreviewSheet, "preview_sheet")
    await until(sheet.picture.has_picture)
    assert sheet.picture._picture.width() == 384
    heights = {sheet.picture._picture.height()}
    for kind in ("shop_copy", "test_page"):
        counter.find(SegmentedChoice, "preview_kind").button(kind).click()
        await until(lambda: sheet.picture._picture.height() not in heights)
        heights.add(sheet.picture._picture.height())
    area = counter.find(QScrollArea, "preview_picture_area")
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0
    counter.press("close_preview")
    await until(lambda: not counter.sees("preview_sheet"))


async def save_tax(counter: Counter) -> None:
    """Press Save, and wait until it listens again."""
    counter.press("save_tax")
    await until(lambda: not counter.find(BaseButton, "save_tax").is_held())


async def test_the_tax_class_of_a_product_is_the_owners(counter: Counter, tmp_path: Path) -> None:
    """For all products and for one; the slip says the class's sentence, or the owner's own."""
    await counter.sign_in(TRAINER)
    await topic(counter, "taxes")
    products = counter.find(RowList, "tax_products")
    counter.find(SegmentedChoice, "tax_class").button("single_purpose").click()
    await save_tax(counter)
    taxes = counter.services.settings
    await until(lambda: str(taxes.settings.taxes.of("any").tax) == "single_purpose")
    product = ranged(counter)
    counter.find(RowList, "tax_products").select(product.code)
    assert counter.find(SegmentedChoice, "tax_class").current() == "like_all"
    counter.find(SegmentedChoice, "tax_class").button("unstated").click()
    counter.find(Field, "tax_note-field").set_text("x" * 201)
    await save_tax(counter)
    assert "200" in counter.text("tax_note-message")
    counter.find(Field, "tax_note-field").set_text("Not taxed, says the owner.")
    await save_tax(counter)
    await until(lambda: taxes.settings.taxes.own(product.code))

    def named() -> str:
        return next(row for row in products.rows.rows() if row.key == product.code).trailing

    await until(lambda: named() == "No sentence")
    await start_again(counter)
    fill(counter, product)
    await confirm(counter)
    await enabled(counter, "readable")
    (line,) = await counter.services.records.orders()
    text = Slip.read(tmp_path / "till" / "slips" / f"{line.id}.pdf").text
    assert "Not taxed, says the owner." in text
    assert "VAT" not in text
    assert line.order is OrderState.DELIVERED
    await topic(counter, "taxes")
    products.select(product.code)
    counter.find(SegmentedChoice, "tax_class").button("like_all").click()
    await save_tax(counter)
    await until(lambda: taxes.settings.taxes.own(product.code) is None)
