"""The program with its window: one till from start to end, in the right order.

never set up   first-start page: training, or connect with a live test
set up         the store opens, the window shows its lock screen, then work begins
end            the window says what it waits for; orders finish; everything closes
"""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Mapping
from contextlib import AsyncExitStack
from functools import partial
from typing import TYPE_CHECKING

from pos_app.bootstrap.assemble import Parts
from pos_app.bootstrap.connection import ProviderConnectionTest
from pos_app.bootstrap.installation import FolderInstaller, new_installation_id
from pos_app.bootstrap.real import real_parts
from pos_app.bootstrap.running import RunningTill
from pos_app.bootstrap.single_instance import SingleInstance
from pos_app.bootstrap.surroundings import SystemClock
from pos_app.config import CrashReports, Paths, environment_language
from pos_app.domain.errors import PosError
from pos_app.store import store_exists
from pos_app.ui.app import create_application, run_until_closed
from pos_app.ui.main_window import MainWindow
from pos_app.ui.tasks import UiTasks
from pos_app.ui.translation import language, use_language
from pos_app.usecases.settings_desk import FirstStart

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_log = logging.getLogger(__name__)
_SET_UP_FAILED = 2


def run_window(
    paths: Paths,
    environment: Mapping[str, str],
    *,
    training: bool,
    full_screen: bool = False,
    crashes: CrashReports | None = None,
) -> int:
    """Show the till until somebody closes it; the exit code."""
    app = create_application(sys.argv)
    wanted = environment_language(environment)
    if wanted is not None:
        use_language(app, wanted)
    reports = crashes or CrashReports(paths.logs)
    program = _Program(app, paths, environment, training=training, crashes=reports)
    program.full_screen = full_screen
    return run_until_closed(app, program.main)


class _Program:
    """One run of the program, from the first page to the last.

    Attributes:
    - full_screen: no frame and no task bar, as a kiosk wants it.
    """

    def __init__(
        self,
        app: QApplication,
        paths: Paths,
        environment: Mapping[str, str],
        *,
        training: bool,
        crashes: CrashReports,
    ) -> None:
        self._app, self._paths, self._environment = app, paths, environment
        self._training, self._crashes = training, crashes
        self.full_screen = False

    async def main(self) -> int:
        """Choose the till, run it, stop it."""
        asyncio.get_running_loop().set_exception_handler(self._crashes.on_loop_error)
        try:
            training = self._training
            if not training and not self._is_set_up():
                choice = await self._first_start()
                if choice is None:
                    return 0
                training = choice == "training"
            folder = self._paths.training if training else self._paths.data
            instance = SingleInstance(folder)
            if not instance.take():
                await instance.ask_first()
                return 0
            async with AsyncExitStack() as stack:
                stack.push_async_callback(instance.release)
                parts = await self._parts(stack, training=training)
                return await self._run(parts, instance)
        except PosError as error:
            _log.error("the till can't start", extra={"code": error.code})
            return await self._say(error)

    def _is_set_up(self) -> bool:
        """A database without settings is no fresh start: reading them will say so (R11)."""
        return self._paths.settings.exists() or store_exists(self._paths.data)

    async def _parts(self, stack: AsyncExitStack, *, training: bool) -> Parts:
        if not training:
            return await real_parts(self._paths, self._environment)
        from pos_app.bootstrap.training import training_parts

        printer = self._environment.get("POS_APP_PRINTER")
        entered = training_parts(self._paths.training, language=language(), printer=printer)
        parts, _provider = await stack.enter_async_context(entered)
        return parts

    async def _first_start(self) -> str | None:
        from pos_app.ui.views.first_start.window import FirstStartWindow

        installer = FolderInstaller(self._paths)
        first = FirstStart(installer, ProviderConnectionTest(SystemClock()))
        tasks = UiTasks()
        window = FirstStartWindow(first, tasks, new_installation_id())
        window.show()
        try:
            choice: str | None = await window.choice
            return choice
        finally:
            await tasks.close()
            window.hide()
            window.deleteLater()

    async def _say(self, error: PosError) -> int:
        from pos_app.ui.views.first_start.problem import StartProblemWindow

        window = StartProblemWindow(error)
        window.show()
        await window.closed.wait()
        window.deleteLater()
        return _SET_UP_FAILED

    async def _run(self, parts: Parts, instance: SingleInstance) -> int:
        """The lock screen first, then the work behind it; the end in order."""
        till, tasks, crashes = RunningTill(parts), UiTasks(), self._crashes
        loop = asyncio.get_running_loop()
        crashes.tell_by(partial(loop.call_soon_threadsafe, tasks.notices.tell_crash))
        try:
            window = MainWindow(till.services, tasks)
            if self.full_screen:
                window.showFullScreen()
            else:
                # A till fills its screen; on a desk the window can be made smaller.
                window.showMaximized()
            try:
                await instance.listen(window.raise_to_front)
                await till.start()
                await window.closed.wait()
                await tasks.close()
            finally:
                window.closed.set()
                await till.stop()
                window.finish()
        finally:
            crashes.tell_by(None)
            await tasks.close()
        return 0
