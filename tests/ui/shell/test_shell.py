"""The frame: rail, bar, approval, help, language, closing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit

from pos_app.domain.errors import PrinterError, RefusedError
from pos_app.domain.money import Language
from pos_app.domain.people import Permission
from pos_app.domain.product import DeliveryMethod, FixedAmounts
from pos_app.domain.sale import Delivery
from pos_app.ui.kit import BaseButton, KeyValueList, PlainLabel, RailButton
from pos_app.ui.shell_port import PageName
from pos_app.ui.theme import Tone
from pos_app.ui.views.approval.sheet import ApprovalSheet
from pos_app.usecases.bulletin import Trouble
from tests.helpers.waiting import until
from tests.ui.conftest import TRAINEE, TRAINER, Counter


async def test_the_rail_names_its_pages(counter: Counter) -> None:
    """Each entry is a plain button with its promised name."""
    await counter.sign_in()
    buttons = [each for each in counter.window.findChildren(RailButton) if each.isVisible()]
    assert [each.accessibleName() for each in buttons][-1] == "Lock"
    assert {each.accessibleName() for each in buttons} <= {
        "Sell",
        "Orders",
        "Open cases",
        "Day",
        "Settings",
        "Lock",
    }
    assert not any(each.isCheckable() for each in buttons)


async def test_keys_reach_the_pages(counter: Counter) -> None:
    """A page comes to the front by its key."""
    await counter.sign_in()
    await counter.key(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: counter.sees("day_page"))


async def test_the_bar_says_how_things_stand(counter: Counter) -> None:
    """Store, cashier, provider and balance are there as texts."""
    await counter.sign_in()
    await until(lambda: counter.text("provider_state") == "Online")
    assert counter.text("store_name") == "Training shop"
    assert counter.text("cashier_role") == "Cashier"
    assert counter.text("balance") == "€10,000.00"


async def test_a_case_count_is_shown_and_said(counter: Counter) -> None:
    """The count goes to the entry's description; its name stays the same."""
    await counter.sign_in()
    counter.shell.set_case_count(3)
    button = (
        counter.shell._frame.rail._buttons.get(PageName.CASES) if counter.shell._frame else None
    )
    if button is not None:
        assert button.accessibleName() == "Open cases"
        assert "3 open cases" in button.accessibleDescription()


async def test_a_manager_approves_over_the_shoulder(counter: Counter) -> None:
    """The cashier stays signed in; the approval names both; a wrong PIN is told."""
    await counter.sign_in(TRAINEE)
    answers = []

    async def ask() -> None:
        answers.append(await counter.shell.approve(Permission.INVALIDATE))

    counter.tasks.spawn(ask(), "ask")
    await until(lambda: counter.sees("approval_sheet"))
    sheet = counter.find(ApprovalSheet, "approval_sheet")
    assert sheet.form.people.accessibleName() == "Managers"
    assert counter.find(QLineEdit, "manager_pin").accessibleName() == "Manager PIN"
    assert [row.title for row in sheet.form.people.rows.rows()] == ["Trainer"]
    sheet.form.pin.set_text("1234")
    counter.press("approve")
    await until(sheet.form.pin.has_error)
    sheet.form.pin.set_text("9999")
    QTest.keyClick(sheet.form.pin.edit, Qt.Key.Key_Return)
    await until(lambda: answers)
    approval = answers[0]
    assert approval is not None
    assert (approval.person, approval.manager) == (1, 2)
    assert counter.services.session.who.name == "Trainee"


async def test_a_manager_needs_nobody(counter: Counter) -> None:
    """A signed-in manager is not asked."""
    await counter.sign_in(TRAINER)
    approval = await counter.shell.approve(Permission.INVALIDATE)
    assert approval is not None
    assert approval.manager == approval.person == 2


async def test_help_collects_the_keys_of_the_screen(counter: Counter) -> None:
    """F1 lists what the buttons on screen show."""
    await counter.sign_in()
    await counter.key(Qt.Key.Key_F1)
    await until(lambda: counter.sees("help_sheet"))
    texts = {
        each.text()
        for each in counter.find(KeyValueList, "help_everywhere").findChildren(PlainLabel)
    }
    assert {"Lock", "Ctrl+L", "Help", "F1"} <= texts
    counter.press("close_help")
    await until(lambda: not counter.sees("help_sheet"))


async def test_errors_become_notices(counter: Counter) -> None:
    """What goes wrong beside a person's own action is said, by whose turn it is."""
    await counter.sign_in()
    counter.services.till.bulletin.publish(Trouble(PrinterError("paper_out", target="x")))
    await until(lambda: counter.said)
    assert counter.said[0].tone is Tone.DANGER
    assert "out of paper" in counter.said[0].text

    async def refused() -> None:
        raise RefusedError("cart_empty")

    counter.tasks.spawn(refused(), "refused")
    await until(lambda: len(counter.said) == 2)
    assert counter.said[1].tone is Tone.WARNING


async def test_a_notice_has_an_action(counter: Counter) -> None:
    """The action of a notice is called when it is pressed."""
    await counter.sign_in()
    pressed = []
    counter.shell.notify("Removed.", action="Undo", on_action=lambda: pressed.append(1))
    await until(lambda: counter.sees("notice-action"))
    counter.press("notice-action")
    assert pressed == [1]


async def test_our_own_mistakes_are_told_and_logged(counter: Counter, expect_log: object) -> None:
    """An error that nobody planned is logged, told, and stops nothing else."""
    assert callable(expect_log)
    expect_log("ERROR pos_app.ui.tasks: a screen's task failed")
    await counter.sign_in()

    async def broken() -> None:
        raise ValueError

    counter.tasks.spawn(broken(), "broken")
    await until(lambda: counter.said)
    assert "inside the program" in counter.said[0].text


async def test_closing_ends_main(counter: Counter) -> None:
    """With nothing on its way the window closes at once and tells main."""
    await counter.sign_in()
    counter.window.close()
    assert counter.shell.closed.is_set()
    assert not counter.window.isVisible()


async def test_closing_says_what_it_waits_for(counter: Counter) -> None:
    """What main waits for stands in the window, without anything else to press."""
    await counter.sign_in()
    counter.shell.show_closing("Waiting for 2 orders.")
    counter.shell.show_closing("Waiting for 1 order.")
    assert counter.text("closing_text") == "Waiting for 1 order."
    assert not [each for each in counter.window.findChildren(BaseButton) if each.isVisible()]


async def test_no_dialog_opens_over_the_lock(counter: Counter) -> None:
    """A dialog that comes too late is thrown away."""
    await counter.sign_in()
    sheet = ApprovalSheet(Permission.INVALIDATE, counter.window)
    await counter.services.session.lock()
    assert await counter.shell.open_sheet(sheet) is None
    assert not [each for each in counter.window.findChildren(QDialog) if each.isVisible()]


async def test_troubles_are_played_from_the_drawer(counter: Counter) -> None:
    """The drawer arms a trouble at the provider, shows how often, and stops it again."""
    await counter.sign_in()
    counter.press("training_troubles")
    counter.press("play_trouble")
    armed = counter.services.troubles.armed() if counter.services.troubles else {}
    assert list(armed.values()) == [1]
    counter.press("stop_troubles")
    assert counter.services.troubles is not None
    assert counter.services.troubles.armed() == {}
    counter.press("close_training_panel")
    assert not counter.sees("training_panel")


async def test_closing_with_orders_on_their_way(counter: Counter) -> None:
    """The window stays, says how many answers are missing, and main knows."""
    await counter.sign_in()
    services = counter.services
    assert services.troubles is not None
    services.troubles.arm("slow", 1)
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
    services.cart.add(product, amount, Delivery(DeliveryMethod.CODE), 1)
    offer = await services.checkout.prepare(services.session.own_approval())
    await services.checkout.confirm(offer, services.session.who, Language.EN)
    await until(lambda: services.desk.in_flight == 1)
    counter.window.close()
    assert counter.shell.closed.is_set()
    assert counter.window.isVisible()
    assert counter.text("closing_text") == "Waiting for 1 order to be answered."


# The offscreen platform has no stack of windows.
@pytest.mark.qt_log_ignore("^This plugin does not support raise")
async def test_a_second_start_brings_it_to_the_front(counter: Counter) -> None:
    """A hidden or minimised window is there again, still locked."""
    counter.window.showMinimized()
    counter.window.raise_to_front()
    assert counter.window.isVisible()
    assert not counter.window.isMinimized()
    assert counter.services.session.is_locked
