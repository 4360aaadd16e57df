"""The first window of a till, and the one that says why it can't start."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from pos_app.bootstrap.connection import ProviderConnectionTest
from pos_app.bootstrap.installation import FolderInstaller
from pos_app.bootstrap.surroundings import SystemClock
from pos_app.config import Paths, load_settings
from pos_app.domain.errors import StoreError
from pos_app.domain.money import Language
from pos_app.training.provider import TrainingProvider
from pos_app.ui.kit import Banner, BaseButton, Field
from pos_app.ui.tasks import UiTasks
from pos_app.ui.translation import language, use_language
from pos_app.ui.views.first_start.problem import show_start_problem
from pos_app.ui.views.first_start.window import FirstStartWindow
from pos_app.usecases.settings_desk import FirstStart
from tests.helpers.loops import TestLoop
from tests.helpers.waiting import until


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A home of its own."""
    return Paths.below(tmp_path)


@pytest.fixture(autouse=True)
def _english(qloop: TestLoop, qapp: QApplication) -> None:
    assert qloop.loop is not None
    use_language(qapp, Language.EN)


@asynccontextmanager
async def first_window(paths: Paths) -> AsyncIterator[FirstStartWindow]:
    """The window over the real installer and the real connection test."""
    first = FirstStart(FolderInstaller(paths), ProviderConnectionTest(SystemClock()))
    tasks = UiTasks()
    window = FirstStartWindow(first, tasks, "0af0c2f2-6a5e-4d4e-9f5c-6a1a5c6f0e55")
    window.show()
    try:
        yield window
    finally:
        await tasks.close()
        window.hide()
        window.deleteLater()


def press(window: QWidget, name: str) -> None:
    """Press a button that can be seen."""
    button = window.findChild(BaseButton, name)
    assert isinstance(button, BaseButton)
    assert button.isVisible()
    button.click()


def fill(window: QWidget, **texts: str) -> None:
    """Type into fields."""
    for name, text in texts.items():
        edit = window.findChild(QLineEdit, name)
        assert isinstance(edit, QLineEdit)
        edit.setText(text)


def error(window: QWidget, name: str) -> str:
    """What is said at a field."""
    field = window.findChild(Field, f"{name}-field")
    assert isinstance(field, Field)
    return field.message.text() if field.has_error() else ""


def banner(window: QWidget, name: str) -> Banner:
    """A band of the page."""
    found = window.findChild(Banner, name)
    assert isinstance(found, Banner)
    return found


async def test_training_is_one_press_away(paths: Paths) -> None:
    """Training begins at once and stores nothing of a real till."""
    async with first_window(paths) as window:
        press(window, "start_training")
        assert await window.choice == "training"
    assert not paths.settings.exists()


async def test_closing_chooses_nothing(paths: Paths) -> None:
    """The window may be closed: the program ends."""
    async with first_window(paths) as window:
        window.close()
        assert await window.choice is None


async def test_the_language_changes_at_once(paths: Paths) -> None:
    """Whoever reads German gets German with one press."""
    async with first_window(paths) as window:
        press(window, "language-de")
        button = window.findChild(BaseButton, "start_training")
        assert isinstance(button, BaseButton)
        await until(lambda: button.label() == "Schulung starten")
        assert language() is Language.DE
    app = QApplication.instance()
    assert app is not None
    use_language(app, Language.EN)


async def test_a_till_is_connected(paths: Paths, tmp_path: Path) -> None:
    """With good values the live test passes, and settings and first manager are there."""
    provider = TrainingProvider(
        client_id="shop", client_secret="secret", ledger_path=tmp_path / "ledger"
    )
    url = await provider.start()
    try:
        async with first_window(paths) as window:
            press(window, "connect_till")
            fill(window, store="Kiosk", provider_url=url, client_id="shop", client_secret="secret")
            fill(window, manager_name="Anna", new_pin="4711", repeat_pin="4711")
            press(window, "set_up")
            assert await asyncio.wait_for(window.choice, 10) == "connected"
    finally:
        await provider.stop()
    settings = load_settings(paths.settings)
    assert (settings.store, settings.provider_url, settings.client_id) == ("Kiosk", url, "shop")


async def test_bad_values_are_said_at_their_field(paths: Paths) -> None:
    """Nothing is installed while a value can't be used, and each says what it wants."""
    async with first_window(paths) as window:
        press(window, "connect_till")
        press(window, "set_up")
        await until(lambda: error(window, "store"))
        fill(window, store="Kiosk", provider_url="http://example.com/v1")
        press(window, "set_up")
        await until(lambda: error(window, "provider_url"))
        assert "https" in error(window, "provider_url")
        fill(window, provider_url="https://example.com/v1", client_id="x", new_pin="1")
        press(window, "set_up")
        assert error(window, "repeat_pin") == "The two PINs differ."
        fill(window, repeat_pin="1")
        press(window, "set_up")
        await until(lambda: error(window, "manager_name"))
        fill(window, manager_name="Anna")
        press(window, "set_up")
        await until(lambda: error(window, "client_secret"))
    assert not paths.settings.exists()


async def test_the_connection_may_be_tried_first(paths: Paths, tmp_path: Path) -> None:
    """The live test says what is missing, then that it works; one can still go back."""
    provider = TrainingProvider(
        client_id="shop", client_secret="secret", ledger_path=tmp_path / "ledger"
    )
    url = await provider.start()
    try:
        async with first_window(paths) as window:
            press(window, "connect_till")
            fill(window, provider_url=url, client_id="shop")
            press(window, "test_connection")
            await until(lambda: error(window, "store"))
            fill(window, store="Kiosk")
            press(window, "test_connection")
            await until(lambda: error(window, "client_secret"))
            fill(window, client_secret="secret")
            press(window, "test_connection")
            await until(lambda: banner(window, "connection_result").isVisible())
            assert "The connection works." in banner(window, "connection_result").text()
            press(window, "back_to_choice")
            await until(lambda: not banner(window, "connection_result").isVisible())
    finally:
        await provider.stop()
    assert not paths.settings.exists()


async def test_without_a_connection_it_asks_twice(paths: Paths) -> None:
    """A failed live test is told; a second press sets the till up all the same."""
    async with first_window(paths) as window:
        press(window, "connect_till")
        fill(window, store="Kiosk", provider_url="http://127.0.0.1:9/v1", client_id="shop")
        fill(window, client_secret="s", manager_name="Anna", new_pin="4711", repeat_pin="4711")
        press(window, "set_up")
        await until(lambda: banner(window, "connect_problem").isVisible())
        assert "can't be reached" in banner(window, "connection_result").text()
        assert not paths.settings.exists()
        press(window, "set_up")
        assert await asyncio.wait_for(window.choice, 10) == "connected"
    assert paths.settings.exists()


async def test_a_till_that_cant_start_says_why() -> None:
    """The sentence names the way out, and the button ends the program."""
    window = show_start_problem(
        StoreError("missing_but_known", path="/data/till", key="no_backup")
    )
    sentence = window.findChild(QWidget, "start_problem_sentence")
    assert isinstance(sentence, QWidget)
    assert "/data/till" in str(sentence.property("text"))
    press(window, "quit")
    await window.closed.wait()
    window.deleteLater()
