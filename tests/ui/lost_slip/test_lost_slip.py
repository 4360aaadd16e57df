"""A customer has lost the slip: found by time and brand, copied with a manager's word."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from pos_app.domain.journal import Action
from pos_app.domain.sale import LineId
from pos_app.ui.kit import BaseButton, RowList
from pos_app.ui.shell_port import PageName
from pos_app.ui.texts.journal import action_sentence
from pos_app.ui.views.lost_slip.sheet import LostSlipSheet
from tests.helpers.waiting import until
from tests.ui.conftest import TRAINEE, Counter
from tests.ui.day.test_day import sell_two

FIRST = LineId("TRAINING-T1-000001-1")


async def handed_over(counter: Counter) -> str:
    """Two cards that a customer has taken away; their brand."""
    services = counter.services
    await sell_two(services)
    lines = await services.records.orders()
    for line in lines:
        await services.slips.print_card(line.id, services.session.who.id)
        await services.aftermath.hand_over(line.id, services.session.who.id)
    await services.aftermath.new_sale()
    return lines[0].product.brand


async def test_a_copy_for_a_lost_slip(counter: Counter, tmp_path: Path) -> None:
    """Ask the issuer, the last sales, a manager's PIN, a marked copy, in the journal."""
    await counter.sign_in(TRAINEE)
    brand = await handed_over(counter)
    await counter.open(PageName.ORDERS)
    counter.press("lost_slip")
    await until(lambda: counter.sees("lost_slip_lines"))
    assert "Ask the issuer whether it was redeemed" in counter.text("lost_slip_warning-text")
    rows = counter.find(RowList, "lost_slip_lines")
    await until(lambda: len(rows.rows.rows()) == 2)
    assert not counter.find(BaseButton, "copy_lost_slip").isEnabled()
    counter.find(QLineEdit, "lost_slip_search").setText("no such brand")
    await until(lambda: counter.sees("lost_slip_none"))
    counter.find(QLineEdit, "lost_slip_search").setText(brand)
    await until(lambda: counter.sees("lost_slip_lines"))
    row = next(each for each in rows.rows.rows() if each.key == FIRST)
    assert brand in row.title
    assert "•" in row.detail
    rows.select(FIRST)
    counter.press("copy_lost_slip")
    await until(lambda: counter.sees("manager_pin"))
    counter.find(QLineEdit, "manager_pin").setText("9999")
    counter.press("approve")
    await until(lambda: [said for said in counter.said if "copy is printed" in said.text])
    assert list((tmp_path / "till" / "slips").glob(f"{FIRST}-copy-*.pdf"))
    records = await counter.services.records.timeline(FIRST)
    wanted = (Action.APPROVED, Action.PRINT_STARTED)
    *_, allowed, copied = (each for each in records if each.entry.action in wanted)
    assert (allowed.by_name, copied.by_name) == ("Trainer", "Trainee")
    told = action_sentence(allowed.entry.action, allowed.entry.details)
    assert told == "A manager approved a copy of the slip"


async def test_nothing_to_copy(counter: Counter) -> None:
    """Without sales the dialog says so; Cancel closes it, and it opens again."""
    await counter.sign_in(TRAINEE)
    await counter.open(PageName.ORDERS)
    for _ in range(2):
        counter.press("lost_slip")
        await until(lambda: counter.sees("lost_slip_none"))
        counter.press("cancel_lost_slip")
        await until(lambda: counter.window.findChild(LostSlipSheet) is None)
