"""One event loop per test: plain asyncio, or Qt's for tests that ask for it.

Rules learned the hard way (pinned by tests/guards/test_conftest.py): the test body runs as a
coroutine inside a Runner; loops are made and closed for each test; a task that a test leaves
behind is a mistake; Qt's timers are exact.
"""

from __future__ import annotations

import asyncio
import types
from collections.abc import Awaitable, Callable, Coroutine, Generator
from typing import Any, ClassVar, TypeVar

import pytest
import qasync
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt import plugin, qtbot

T = TypeVar("T")

LIMIT_S = 120
SLOW_LIMIT_S = 900


class _QtLoop(qasync.QEventLoop):
    """Qt's loop, without events that are processed after the end.

    WORKAROUND: qasync's own method turns Qt's loop once more when asyncio's has stopped; tasks
    that are due just then go on without a running loop.
    """

    def run_until_complete(self, future: Generator[Any, None, T] | Awaitable[T]) -> T:
        """The result of the future, as every loop does it."""
        assert isinstance(future, Awaitable)
        task = asyncio.ensure_future(future, loop=self)
        task.add_done_callback(self._stop_for)
        try:
            self.run_forever()
        finally:
            task.remove_done_callback(self._stop_for)
        return task.result()

    def _stop_for(self, _task: asyncio.Future[Any]) -> None:
        self.stop()


class TestLoop:
    """The event loop of one test, with everything that went wrong on it."""

    __test__ = False
    gui: ClassVar[TestLoop | None] = None
    """The loop of the running test where that is Qt's."""

    def __init__(self, application: QCoreApplication | None, limit_s: float) -> None:
        def make() -> asyncio.AbstractEventLoop:
            return asyncio.new_event_loop() if application is None else _QtLoop(app)

        app = application
        self._limit_s = limit_s
        self._errors: list[str] = []
        self._runner = asyncio.Runner(loop_factory=make)
        self.loop = self._runner.get_loop()
        self.loop.set_exception_handler(self._note)
        if application is not None:
            TestLoop.gui = self

    def run(self, coroutine: Coroutine[Any, Any, T]) -> T:
        """The coroutine's result; it may take only so long."""

        async def limited() -> T:
            async with asyncio.timeout(self._limit_s):
                return await coroutine

        return self._runner.run(limited())

    def turn(self) -> None:
        """Let everything happen that is due."""
        self._runner.run(_turn())

    def close(self) -> list[str]:
        """Cancel what was left behind, close the loop and say what was wrong."""
        # What is ready to end, such as the loop's own clean-up of generators, may do so.
        self.turn()
        left = [f"left behind: {task!r}" for task in asyncio.all_tasks(self.loop)]
        self._runner.close()
        TestLoop.gui = None
        return left + self._errors

    def _note(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        self._errors.append(f"loop error: {context['message']}: {context.get('exception')!r}")


async def _turn() -> None:
    for _ in range(3):
        await asyncio.sleep(0)


def make_timers_exact() -> None:
    """Qt's default timers fire up to 5 % early; asyncio.sleep must not (spelled out in qasync).

    Does nothing where the program has already replaced the method.
    """
    original = qasync._SimpleTimer.startTimer
    if isinstance(original, types.FunctionType):
        return

    def start_timer(self: qasync._SimpleTimer, interval: int, *_: Qt.TimerType) -> int:
        return original(self, interval, Qt.TimerType.PreciseTimer)

    qasync._SimpleTimer.startTimer = start_timer  # type: ignore[assignment, method-assign]


def keep_tasks_in_their_loop() -> None:
    """Make pytest-qt turn Qt's loop as what it is: the asyncio loop of the test.

    WORKAROUND: before and after each test pytest-qt processes Qt's events and closes widgets
    outside of asyncio. Tasks that wait on Qt's timers would be woken without a running loop.
    """
    process_events = plugin._process_events
    close_widgets = qtbot._close_widgets

    def process() -> None:
        if TestLoop.gui is None:
            process_events()  # type: ignore[no-untyped-call]
        else:
            TestLoop.gui.turn()

    def close(item: pytest.Item) -> None:
        async def inside() -> None:
            close_widgets(item)

        if TestLoop.gui is None:
            close_widgets(item)
        else:
            TestLoop.gui.run(inside())

    plugin._process_events = process
    plugin._close_widgets = close  # type: ignore[attr-defined]


def as_plain_function(
    item: pytest.Function, function: Callable[..., Coroutine[Any, Any, None]], loop: TestLoop
) -> Callable[..., None]:
    """The test coroutine `function` as a function that runs it on `loop`."""

    def test(**arguments: object) -> None:
        loop.run(function(**arguments))

    test.__name__ = item.name
    return test
