"""Notices that stand until a manager has read them, and the word about a low balance."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from pos_app.domain.journal import Action, Entry
from pos_app.domain.money import Language, Money
from pos_app.ports import Balance
from pos_app.ui.kit import Banner
from pos_app.ui.translation import use_language
from pos_app.usecases.bulletin import BalanceChanged, BalanceLow, CredentialsRefused
from tests.helpers.waiting import until
from tests.ui.conftest import TRAINEE, TRAINER, Counter
from tests.ui.sell.hands import confirm, fill, ranged, rows, start

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


async def test_a_manager_is_reminded_of_a_low_balance(counter: Counter) -> None:
    """Whoever was there when it fell: a manager who signs in later is told, a cashier is not."""
    services = counter.services
    await until(lambda: services.balance.last, 20)
    assert services.balance.last is not None
    level = services.balance.last.available + Money(1, "EUR")
    services.till.profile = replace(services.till.profile, balance_warning=level)
    services.till.bulletin.publish(BalanceChanged(services.balance.last))
    assert services.owner.balances.low is not None
    await counter.sign_in(TRAINEE)
    assert not [said for said in counter.said if "Top it up" in said.text]
    await services.session.lock()
    await counter.sign_in(TRAINER)
    await until(lambda: [said for said in counter.said if "Top it up" in said.text])


async def test_after_a_mistake_the_sale_is_told(counter: Counter) -> None:
    """M5: how many cards of the sale in front have arrived; without a sale only the mistake."""
    await start(counter)
    counter.tasks.notices.tell_crash()
    await until(lambda: "sale after a mistake" not in counter.tasks.names())
    assert "Paid sales are stored" in counter.said[-1].text
    fill(counter, ranged(counter), quantity=2)
    progress = await confirm(counter)
    await until(lambda: all(", Delivered" in row for row in rows(progress)), 20)
    counter.tasks.notices.tell_crash()
    await until(lambda: "2 of 2 cards have arrived" in counter.said[-1].text)
    assert "TRAINING-T1-000001" in counter.said[-1].text


async def test_refused_credentials_stand_over_the_page(counter: Counter) -> None:
    """With what to do, until the provider accepts them again."""
    await counter.sign_in(TRAINEE)
    services = counter.services
    await until(lambda: services.balance.last, 20)
    services.till.bulletin.publish(CredentialsRefused("invalid_signature"))
    await until(lambda: counter.sees("standing_notice_0"))
    told = counter.find(Banner, "standing_notice_0").text()
    assert "invalid_signature" in told
    assert "Settings, Provider" in told
    await services.balance.probe()
    await until(lambda: not counter.sees("standing_notice_0"))
