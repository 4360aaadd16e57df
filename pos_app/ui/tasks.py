"""The owner of every task that a screen starts: keeps it, fences its errors, ends it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from functools import partial

from pos_app.domain.errors import PosError
from pos_app.ui.notices import Notices

_log = logging.getLogger(__name__)


class UiTasks:
    """Starts coroutines from plain slots.

    A `PosError` that nobody caught becomes a notice with its sentence; anything else is our
    mistake: it is logged, the cashier is told, and the other tasks go on.
    """

    def __init__(self, notices: Notices | None = None) -> None:
        """Own nothing yet."""
        self.notices = notices or Notices()
        self._tasks: set[asyncio.Task[None]] = set()
        self._closed = False

    def spawn(
        self,
        work: Coroutine[object, object, None],
        name: str,
        *,
        done: Callable[[], None] | None = None,
    ) -> asyncio.Task[None] | None:
        """Start owned work; after `close`, or once the loop has stopped, it is refused.

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
        if isinstance(error, PosError):
            _log.info("told the cashier", extra={"task": task.get_name(), "code": error.code})
            self.notices.tell_error(error)
        elif error is not None:
            _log.error("a screen's task failed", exc_info=error, extra={"task": task.get_name()})
            self.notices.tell_crash()

    def names(self) -> list[str]:
        """What is running, by name."""
        return sorted(task.get_name() for task in self._tasks)

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
