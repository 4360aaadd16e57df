"""The Day page: figures, the end of the day, the report."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader

from pos_app.domain.money import Language, Money
from pos_app.domain.product import DeliveryMethod, FixedAmounts
from pos_app.domain.sale import Delivery, OrderState
from pos_app.ui.kit import BaseButton, KeyValueList, PlainLabel, RowList
from pos_app.ui.shell_port import PageName
from pos_app.usecases.bulletin import Event, LineChanged
from pos_app.usecases.services import Services
from tests.helpers.waiting import until
from tests.ui.conftest import TRAINEE, Counter


async def sell_two(services: Services) -> Money:
    """Two cards by code, paid and delivered; the total."""
    await until(lambda: services.catalogue.products)
    product = next(
        each
        for each in services.catalogue.products
        if DeliveryMethod.CODE in each.delivery_methods
        and isinstance(each.denominations, FixedAmounts)
        and each.why_not_orderable(country="DE", currency="EUR") is None
    )
    assert isinstance(product.denominations, FixedAmounts)
    amount = product.denominations.amounts[0]
    services.cart.add(product, amount, Delivery(DeliveryMethod.CODE), 2)
    offer = await services.checkout.prepare(services.session.own_approval())
    delivered = set()

    def listen(event: Event) -> None:
        if isinstance(event, LineChanged) and event.line.order is OrderState.DELIVERED:
            delivered.add(event.line.id)

    services.till.bulletin.subscribe(listen)
    await services.checkout.confirm(offer, services.session.who, Language.EN)
    await until(lambda: len(delivered) == 2)
    return amount + amount


async def test_before_the_first_sale(counter: Counter) -> None:
    """Without a day there is nothing to end or print, and the page says why."""
    await counter.sign_in()
    await counter.open(PageName.DAY)
    await until(lambda: counter.sees("day_empty"))
    assert not counter.find(BaseButton, "end_day").isEnabled()
    assert not counter.find(BaseButton, "print_report").isEnabled()


async def test_a_day_adds_up_ends_and_prints(counter: Counter, tmp_path: Path) -> None:
    """Figures follow the sales; the day ends once; its report holds the same figures."""
    await counter.sign_in(TRAINEE)
    total = await sell_two(counter.services)
    await counter.open(PageName.DAY)
    shown = total.display(Language.EN)
    await until(lambda: counter.sees("day_paid") and counter.text("day_delivered") == shown)
    assert counter.text("day_paid") == shown
    assert counter.text("day_paid_count") == "2 cards"
    assert counter.text("day_voids") == "€0.00"
    # Nobody has said yet that the slips can be read: both are named.
    assert counter.sees("day_case_TRAINING-T1-000001-1")
    assert counter.sees("day_case_TRAINING-T1-000001-2")
    assert "no turnover" in counter.text("day_voucher_note")
    rows = counter.find(KeyValueList, "day_by_cashier").findChildren(PlainLabel)
    assert {"Trainee · 2", shown} <= {each.text() for each in rows}
    assert counter.find(BaseButton, "end_day").accessibleName() == "End day"
    counter.press("end_day")
    await until(lambda: not counter.find(BaseButton, "end_day").isEnabled())
    assert "has ended" in counter.said[-1].text
    assert [row.detail for row in counter.find(RowList, "days").rows.rows()] == ["ended"]
    await counter.services.aftermath.new_sale()
    await sell_two(counter.services)
    days = counter.find(RowList, "days")
    await until(lambda: [row.detail for row in days.rows.rows()] == ["open", "ended"])
    days.select(days.rows.rows()[1].key)
    await until(lambda: counter.text("day_paid") == shown and counter.sees("print_report"))
    counter.press("print_report")
    await until(lambda: "printed" in counter.said[-1].text)
    report = next((tmp_path / "till" / "slips").glob("day-*.pdf"))
    text = PdfReader(report).pages[0].extract_text()
    assert shown.removeprefix("€") in text
    counter.press("save_csv")
    await until(lambda: "Saved as" in counter.said[-1].text)
    (saved,) = (tmp_path / "till" / "reports").iterdir()
    assert counter.said[-1].text.endswith(str(saved))
    lines = saved.read_text("utf-8-sig").splitlines()
    assert f"TRAINING-T1-0001,day,paid,2,{total.to_wire()},EUR" in lines
    assert f"TRAINING-T1-0001,cashier,Trainee,2,{total.to_wire()},EUR" in lines
    assert len([line for line in lines if ",case," in line]) == 2


async def test_a_report_that_can_t_be_written(counter: Counter, tmp_path: Path) -> None:
    """A file in the place of the folder: the sentence names it, the button works again."""
    await counter.sign_in(TRAINEE)
    await sell_two(counter.services)
    (tmp_path / "till" / "reports").write_text("in the way")
    await counter.open(PageName.DAY)
    await until(lambda: counter.sees("day_paid"))
    counter.press("save_csv")
    await until(lambda: [said for said in counter.said if "can't be written" in said.text])
    assert str(tmp_path) in counter.said[-1].text
    await until(lambda: counter.find(BaseButton, "save_csv").is_held() is False)
