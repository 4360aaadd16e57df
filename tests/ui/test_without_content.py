"""Screens without content: being read, unreadable, and really nothing there."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QApplication

from pos_app.domain.errors import StoreError
from pos_app.domain.money import Language
from pos_app.ui.kit import Banner, RowList
from pos_app.ui.shell_port import PageName
from pos_app.ui.theme import Icon
from pos_app.ui.translation import use_language
from pos_app.ui.views.doctor.section import CheckUpSection, CheckUpState
from pos_app.ui.views.standby import Standby
from pos_app.usecases.balance_diary import BalanceDiary
from pos_app.usecases.days import DayDesk
from pos_app.usecases.records import Records
from tests.helpers.waiting import until
from tests.ui.conftest import TRAINER, Counter
from tests.ui.sell.hands import start


@dataclass(slots=True)
class Slow:
    """A question to the store that waits, and may fail, as long as the test wants."""

    ask: Callable[..., Awaitable[object]]
    answers: asyncio.Event = field(default_factory=asyncio.Event)
    broken: bool = False

    async def __call__(self, *words: object) -> object:
        """Wait; then fail, or answer."""
        await self.answers.wait()
        if self.broken:
            raise StoreError("disk_full")
        return await self.ask(*words)


def slow(monkeypatch: pytest.MonkeyPatch, desk: type, question: str) -> Slow:
    """Make a question of a use-case slow."""
    made = Slow(getattr(desk, question))

    async def ask(*words: object) -> object:
        return await made(*words)

    monkeypatch.setattr(desk, question, ask)
    return made


def look(counter: Counter, name: str) -> tuple[str, str, bool]:
    """What stands in the place of the content, and whether it can be asked for again."""
    shown = counter.find(Standby, name)
    return shown.title.text(), shown.sentence.text(), shown.action.isVisible()


async def test_a_quick_answer_is_not_announced(counter: Counter) -> None:
    """Half a second passes before a screen says that it is being read."""
    standby = Standby(Icon.INBOX, object_name="empty", parent=counter.window)
    standby.set_nothing("No orders yet", "Sold cards appear here.")
    standby.show()
    assert not standby.isVisible()
    standby.show_read()
    assert standby.isVisible()
    assert standby.title.text() == "No orders yet"
    standby.begin()
    assert standby.isVisible()
    standby.hide()
    standby.show_failed(StoreError("disk_full"))
    assert not standby.isVisible()


def test_a_check_up_that_failed_is_not_under_way(qapp: QApplication) -> None:
    """Without findings, and with nobody looking, the section says how to look."""
    assert not qapp.closingDown()
    section = CheckUpSection()
    section.show_check_up(CheckUpState(busy=True))
    said = section.findChild(Banner, "check_up_verdict")
    assert said is not None
    assert said.text().startswith("Looking")
    section.show_check_up(CheckUpState())
    assert said.text() == "Nothing has been looked at yet. Press Check now."
    section.deleteLater()


@pytest.mark.parametrize(
    ("page", "name", "desk", "question", "nothing"),
    [
        (PageName.ORDERS, "no_orders", Records, "orders", "No orders yet"),
        (PageName.CASES, "no_cases", Records, "open_cases", "No open cases"),
        (PageName.DAY, "day_empty", DayDesk, "current", "Nothing has been sold yet"),
        (PageName.SETTINGS, "balance_empty", BalanceDiary, "since", ""),
    ],
)
@pytest.mark.parametrize("by_coming_back", [False, True])
async def test_a_page_says_why_there_is_nothing(
    counter: Counter,
    monkeypatch: pytest.MonkeyPatch,
    *,
    by_coming_back: bool,
    page: PageName,
    name: str,
    desk: type,
    question: str,
    nothing: str,
) -> None:
    """What is being read says so; what can't be read is tried again by a button or a visit."""
    gate = slow(monkeypatch, desk, question)
    await start(counter, TRAINER)
    await counter.open(page)
    if page is PageName.SETTINGS:
        counter.find(RowList, "settings_topics").select("balance")
    await until(lambda: counter.sees(name))
    assert look(counter, name) == ("One moment …", "This is being read.", False)
    gate.broken = True
    gate.answers.set()
    await until(lambda: look(counter, name)[2])
    assert look(counter, name)[0] == "This can't be shown now"
    assert look(counter, name)[1]
    assert counter.said
    app = QApplication.instance()
    assert app is not None
    use_language(app, Language.DE)
    use_language(app, Language.EN)
    assert look(counter, name)[0] == "This can't be shown now"
    gate.broken = False
    if by_coming_back:
        await counter.open(PageName.SELL)
        await counter.open(page)
    else:
        counter.press(f"{name}-action")
    if nothing:
        await until(lambda: look(counter, name)[0] == nothing)
        assert not look(counter, name)[2]
    else:
        await until(lambda: not counter.sees(name))
