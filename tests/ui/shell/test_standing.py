"""Notices that stand until a manager has read them, and the word about a low balance."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from pos_app.domain.journal import Action, Entry
from pos_app.domain.money import Language, Money
from pos_app.ports import Balance
from pos_app.ui.kit import Banner
from pos_app.ui.translation import use_language
from pos_app.usecases.bulletin import BalanceLow
from tests.helpers.waiting import until
from tests.ui.conftest import TRAINEE, Counter

RESTORED = Entry(Action.RESTORED, details={"since": "2026-11-20T10:00:00+00:00"})
MOVED = Entry(Action.CLOCK_CHANGED, details={"moved_s": -1200, "found": "running"})


async def test_a_manager_takes_notices_away(counter: Counter) -> None:
    """Both stand over the page; a cashier's press asks a manager; then one is left."""
    await counter.sign_in(TRAINEE)
    for entry in (RESTORED, MOVED):
        await counter.services.notices.put_up(entry)
    await until(lambda: counter.sees("standing_notice_1"))
    first = counter.find(Banner, "standing_notice_0")
    assert "restored from a backup. Orders since" in first.text()
    assert "set back by 20 minutes" in counter.find(Banner, "standing_notice_1").text()
    counter.press("standing_notice_0-action")
    await until(lambda: counter.sees("manager_pin"))
    counter.find(QLineEdit, "manager_pin").setText("9999")
    counter.press("approve")
    await until(lambda: not counter.sees("standing_notice_1"))
    assert "set back by 20 minutes" in first.text()
    assert len(await counter.services.notices.standing()) == 1


async def test_without_a_manager_they_stay(counter: Counter) -> None:
    """A closed approval takes nothing away; a lock does not either."""
    await counter.services.notices.put_up(Entry(Action.RESTORED))
    await counter.sign_in(TRAINEE)
    await until(lambda: counter.sees("standing_notice_0"))
    counter.press("standing_notice_0-action")
    await until(lambda: counter.sees("cancel_approval"))
    counter.press("cancel_approval")
    await until(lambda: not counter.sees("approval_sheet"))
    await counter.services.session.lock()
    await counter.sign_in(TRAINEE)
    await until(lambda: counter.sees("standing_notice_0"))


async def test_a_low_balance_is_told(counter: Counter) -> None:
    """Below the owner's level the cashier is asked to tell the manager, in the till's language."""
    await counter.sign_in(TRAINEE)
    balance = Balance(Money(1234, "EUR"), counter.services.till.clock.now())
    counter.services.till.bulletin.publish(BalanceLow(balance, Money(5000, "EUR")))
    assert "€12.34" in counter.said[-1].text
    core = QCoreApplication.instance()
    assert core is not None
    use_language(core, Language.DE)
    counter.services.till.bulletin.publish(BalanceLow(balance, Money(5000, "EUR")))
    assert "12,34\u00a0€" in counter.said[-1].text
