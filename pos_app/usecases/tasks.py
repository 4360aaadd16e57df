"""Every background task has an owner that keeps it, tells its error and ends it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from functools import partial

_log = logging.getLogger(__name__)


class TaskOwner:
    """Keeps strong references (the loop holds weak ones) and is one of the three error fences.

    An error in a task is logged and handed to `on_error`; the other tasks go on.
    """

    def __init__(self, on_error: Callable[[BaseException], None] | None = None) -> None:
        """Own nothing yet."""
        self._tasks: set[asyncio.Task[None]] = set()
        self._on_error = on_error
        self._closed = False

    def spawn(
        self,
        work: Coroutine[object, object, None],
        name: str,
        *,
        done: Callable[[], None] | None = None,
    ) -> asyncio.Task[None] | None:
        """Start owned work; after `close`, or once the loop has stopped, it is closed unstarted.

        `done` is called when it has ended, however it did, but not when it was cancelled.
        """
        loop = _running_loop()
        if self._closed or loop is None:
            work.close()
            return None
        task = loop.create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(partial(self._ended, done))
        return task

    def _ended(self, done: Callable[[], None] | None, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if task.cancelled():
            return
        if done is not None:
            done()
        error = task.exception()
        if error is not None:
            self._failed(task.get_name(), error)

    def _failed(self, name: str, error: BaseException) -> None:
        """A task ended with an error that nobody caught."""
        _log.error("task failed", exc_info=error, extra={"task": name})
        if self._on_error is not None:
            self._on_error(error)

    def names(self) -> list[str]:
        """What is running, by name."""
        return sorted(task.get_name() for task in self._tasks)

    async def settle(self, deadline_s: float) -> bool:
        """Wait until all work has ended by itself; False when the deadline came first."""
        if not self._tasks:
            return True
        _, pending = await asyncio.wait(tuple(self._tasks), timeout=deadline_s)
        return not pending

    async def close(self) -> None:
        """Cancel what is left and wait for it; nothing can be started afterwards."""
        self._closed = True
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _running_loop() -> asyncio.AbstractEventLoop | None:
    """The loop, or None where Qt still paints while no loop runs (the very end)."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
