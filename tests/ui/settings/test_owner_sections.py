"""Settings for the owner that only show: the check-up and the history of the balance."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

from pos_app.domain.money import Money
from pos_app.ports import Balance
from pos_app.ui.kit import BaseButton, RowList
from pos_app.ui.shell_port import PageName
from pos_app.usecases.bulletin import BalanceChanged
from pos_app.usecases.doctor import NAMES
from tests.helpers.waiting import until
from tests.ui.conftest import TRAINER, Counter


async def open_topic(counter: Counter, name: str) -> None:
    """A manager opens one topic of the settings."""
    await counter.sign_in(TRAINER)
    await counter.open(PageName.SETTINGS)
    await until(lambda: counter.sees("settings_topics"))
    counter.find(RowList, "settings_topics").select(name)
    await until(lambda: counter.sees(f"settings_{name}"))


async def test_the_check_up_looks_by_itself(counter: Counter) -> None:
    """Each check with its sentence, the verdict on top; pressed again it looks again."""
    await until(lambda: counter.services.catalogue.products)
    await open_topic(counter, "check_up")
    verdict = partial(counter.text, "check_up_verdict-text")
    await until(lambda: verdict().startswith("This till can sell"))
    for name in NAMES:
        assert counter.text(f"finding_{name}_sentence")
    assert not counter.sees("finding_printer_fix")
    desk = counter.services.settings
    desk.settings = replace(desk.settings, printer="pdf:/dev/null")
    await until(lambda: not counter.find(BaseButton, "check_now").is_held())
    counter.press("check_now")
    await until(lambda: verdict().startswith("This till can't sell"))
    assert counter.sees("finding_printer_fix")
    assert "not a folder" in counter.text("finding_printer_sentence")


async def test_the_balance_and_its_history(counter: Counter) -> None:
    """What was kept, the newest first, and what is asked for now; low ones are said."""
    services = counter.services
    await until(lambda: services.balance.last)
    now = services.till.clock.now()
    assert services.balance.last is not None
    available = services.balance.last.available
    for days, more in ((9, 50_000), (5, 20_000), (2, 5_000)):
        earlier = Balance(available + Money(more, "EUR"), now - timedelta(days=days))
        services.till.bulletin.publish(BalanceChanged(earlier))
    await open_topic(counter, "balance")
    await until(lambda: counter.sees("balance_changes"))
    changes = counter.find(RowList, "balance_changes")
    await until(lambda: len(changes.rows.rows()) == 4)
    assert "at this pace" in counter.text("balance_now_detail")
    assert changes.rows.rows()[-1].trailing_detail == ""
    assert counter.text("balance_out") == "€500.00"
    assert "No warning level" in counter.text("balance_word-text")
    services.till.profile = replace(services.till.profile, balance_warning=Money(10**9, "EUR"))
    counter.press("ask_balance")
    await until(lambda: "Below your warning level" in counter.text("balance_word-text"))
