"""The program with its window, second part: one till from start to end, in the right order.

never set up   first-start page: training, or connect with a live test
set up         the store opens behind the lock screen, then work begins
end            the window says what it waits for; orders finish; everything closes
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import AsyncExitStack, suppress
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QApplication

from pos_app.bootstrap.assemble import Parts
from pos_app.bootstrap.connection import ProviderConnectionTest
from pos_app.bootstrap.first_look import Start, show_window
from pos_app.bootstrap.installation import FolderInstaller, new_installation_id
from pos_app.bootstrap.instance_lock import InstanceLock
from pos_app.bootstrap.real import real_parts
from pos_app.bootstrap.running import RunningTill
from pos_app.bootstrap.single_instance import SingleInstance
from pos_app.bootstrap.surroundings import SystemClock
from pos_app.config import CrashReports, Outlook, environment_language, set_up_logging
from pos_app.domain.errors import PosError
from pos_app.store import store_exists
from pos_app.ui.loop import leave_out_catalogues, run_until_closed
from pos_app.ui.main_window import MainWindow
from pos_app.ui.shell import Shell
from pos_app.ui.tasks import UiTasks
from pos_app.ui.translation import language
from pos_app.usecases.settings_desk import FirstStart

_log = logging.getLogger(__name__)
_SET_UP_FAILED = 2


def run_program(
    app: QApplication, start: Start, lock: InstanceLock, window: MainWindow | None
) -> int:
    """Run the till behind its window until somebody closes it; the exit code.

    `window` shows the lock screen, and the `lock` of its folder is held then.
    """
    # Without a log the till still sells; where nothing can be written the store will say so.
    with suppress(OSError):
        set_up_logging(start.paths.logs)
    crashes = CrashReports(start.paths.logs)
    crashes.install()
    try:
        return run_until_closed(app, _Program(app, start, lock, window, crashes).main)
    finally:
        crashes.uninstall()


class _Program:
    """One run of the program, from the first page to the last."""

    def __init__(
        self,
        app: QApplication,
        start: Start,
        lock: InstanceLock,
        window: MainWindow | None,
        crashes: CrashReports,
    ) -> None:
        self._app, self._start, self._lock, self._window = app, start, lock, window
        self._crashes = crashes

    async def main(self) -> int:
        """Choose the till, run it, stop it."""
        asyncio.get_running_loop().set_exception_handler(self._crashes.on_loop_error)
        try:
            if not self._start.training and not self._is_set_up():
                choice = await self._first_start()
                if choice is None:
                    return 0
                self._start = self._start._replace(training=choice == "training")
                self._lock = InstanceLock(self._start.folder)
            return await self._take_and_run()
        except PosError as error:
            _log.error("the till can't start", extra={"code": error.code})
            return await self._say(error)

    def _is_set_up(self) -> bool:
        """A database without settings is no fresh start: reading them will say so (R11)."""
        return self._start.paths.settings.exists() or store_exists(self._start.paths.data)

    async def _take_and_run(self) -> int:
        instance = SingleInstance(self._lock)
        if not self._lock.take():
            await instance.ask_first()
            return 0
        async with AsyncExitStack() as stack:
            stack.callback(self._lock.release)
            stack.push_async_callback(instance.close)
            parts = await self._parts(stack)
            return await self._run(parts, self._window or self._show(parts), instance)

    def _show(self, parts: Parts) -> MainWindow:
        """The window of a till that could not be looked at before."""
        settings = parts.settings
        look = Outlook(settings.store, settings.till, parts.language, settings.theme)
        self._window = show_window(self._app, self._start, look)
        return self._window

    async def _parts(self, stack: AsyncExitStack) -> Parts:
        paths, environment = self._start.paths, self._start.environment
        if not self._start.training:
            return await real_parts(paths, environment)
        from pos_app.bootstrap.training import training_parts

        printer = environment.get("POS_APP_PRINTER")
        entered = training_parts(paths.training, language=language(), printer=printer)
        parts, _provider = await stack.enter_async_context(entered)
        told = environment_language(environment)
        return replace(parts, language=told) if told is not None else parts

    async def _first_start(self) -> str | None:
        from pos_app.ui.views.first_start.window import FirstStartWindow

        installer = FolderInstaller(self._start.paths)
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
        if self._window is not None:
            self._window.finish()
        await window.closed.wait()
        window.deleteLater()
        return _SET_UP_FAILED

    async def _run(self, parts: Parts, window: MainWindow, instance: SingleInstance) -> int:
        """The work behind the lock screen; the end in order."""
        till, tasks, crashes = RunningTill(parts), UiTasks(), self._crashes
        loop = asyncio.get_running_loop()
        crashes.tell_by(partial(loop.call_soon_threadsafe, tasks.notices.tell_crash))
        try:
            shell = Shell(window, till.services, tasks)
            if window.is_closed:
                shell.closed.set()  # by somebody who was faster than the start
            try:
                await instance.listen(window.raise_to_front)
                await till.start()
                leave_out_catalogues(till.services.till.bulletin)
                await shell.closed.wait()
                await tasks.close()
            finally:
                shell.closed.set()
                await till.stop()
                shell.finish()
        finally:
            crashes.tell_by(None)
            await tasks.close()
        return 0
