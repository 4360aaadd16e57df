"""The real window over the real use-cases, store and training provider, on Qt's loop."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from pos_app.bootstrap.running import RunningTill
from pos_app.bootstrap.training import training_parts
from pos_app.domain.limits import Limits
from pos_app.domain.money import Language
from pos_app.domain.settings import Settings
from pos_app.domain.theme import Theme
from pos_app.training.provider import TrainingProvider
from pos_app.ui.app import use_theme
from pos_app.ui.kit import BaseButton
from pos_app.ui.main_window import MainWindow
from pos_app.ui.notices import Said
from pos_app.ui.shell import Shell
from pos_app.ui.shell_port import PageName
from pos_app.ui.tasks import UiTasks
from pos_app.ui.translation import use_language
from pos_app.ui.views.lock.screen import LockState
from pos_app.ui.views.lock.sign_in_form import SignInForm
from pos_app.usecases.services import Services
from tests.helpers.loops import TestLoop
from tests.helpers.waiting import until

W = TypeVar("W", bound=QWidget)
TRAINEE = ("Trainee", "1111")
TRAINER = ("Trainer", "9999")


def lock_state(settings: Settings) -> LockState:
    """What the window shows before anything behind it is there."""
    return LockState(settings.store, settings.till, datetime.now().astimezone(), training=True)


@dataclass
class Counter:
    """A till, its window, and the hands of whoever stands at it."""

    services: Services
    provider: TrainingProvider
    tasks: UiTasks
    window: MainWindow
    shell: Shell
    said: list[Said]

    def find(self, kind: type[W], name: str) -> W:
        """A widget that can be seen, by object name."""
        found = [each for each in self.window.findChildren(kind, name) if each.isVisible()]
        assert found, f"not on screen: {name}"
        return found[0]

    def sees(self, name: str) -> bool:
        """Whether a widget can be seen."""
        return any(each.isVisible() for each in self.window.findChildren(QWidget, name))

    def press(self, name: str) -> None:
        """Press a button."""
        button = self.find(BaseButton, name)
        assert button.isEnabled(), f"can't be pressed: {name}"
        button.click()

    def text(self, name: str) -> str:
        """What a label says."""
        return str(self.find(QWidget, name).property("text"))

    async def sign_in(self, who: tuple[str, str] = TRAINEE) -> None:
        """Choose somebody on the lock screen and type the PIN."""
        form = self.find(SignInForm, "lock_form")
        await until(lambda: who[0] in [row.title for row in form.people.rows.rows()])
        key = next(row.key for row in form.people.rows.rows() if row.title == who[0])
        form.people.select(key)
        form.pin.set_text(who[1])
        self.press("unlock")
        await until(lambda: not self.services.session.is_locked, 15)  # a slow hash, on purpose

    async def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key as the window in front."""
        self.window.activateWindow()
        await until(self.window.isActiveWindow)
        QTest.keyClick(self.window, key, modifier)

    async def open(self, page: PageName) -> None:
        """Go to a page by the rail."""
        self.press(f"rail_{page.value}")
        await until(lambda: self.sees(f"{page.value}_page"))


@pytest.fixture
def limits() -> Limits:
    """The till's times; a test module may shorten them."""
    return Limits()


class Opening:
    """What a test gets as `counter` before its coroutine runs: how to open one."""

    def __init__(
        self, app: QApplication, home: Path, limits: Limits, language: Language = Language.EN
    ) -> None:
        self._app, self._home, self._limits, self._language = app, home, limits, language

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Counter]:
        """A till in training on its lock screen, light; closed in order."""
        use_language(self._app, self._language)
        use_theme(self._app, Theme.LIGHT)
        entered = training_parts(self._home, language=self._language, limits=self._limits)
        async with entered as (made, provider):
            parts = replace(made, settings=replace(made.settings, theme=Theme.LIGHT))
            till, tasks = RunningTill(parts), UiTasks()
            window = MainWindow(lock_state(parts.settings))
            window.show()
            shell = Shell(window, till.services, tasks)
            said: list[Said] = []
            tasks.notices.said.connect(said.append)
            await till.start()
            try:
                yield Counter(till.services, provider, tasks, window, shell, said)
            finally:
                # The order of the program's own end (pos_app/bootstrap/program.py).
                shell.closed.set()
                await tasks.close()
                await till.stop()
                shell.finish()
                use_language(self._app, Language.EN)


@pytest.fixture
def counter(qloop: TestLoop, qapp: QApplication, tmp_path: Path, limits: Limits) -> Opening:
    """The till; open while the test's coroutine runs, because Qt turns in between as well."""
    assert qloop.loop is not None
    return Opening(qapp, tmp_path / "till", limits)


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> None:
    """Open the till at the beginning of the coroutine and close it at its end."""
    opening = pyfuncitem.funcargs.get("counter")
    if not isinstance(opening, Opening):
        return
    body = pyfuncitem.obj

    async def opened(**arguments: object) -> None:
        async with opening.open() as counter:
            await body(**{**arguments, "counter": counter})

    pyfuncitem.obj = opened
