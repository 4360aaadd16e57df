"""Reading what a screen shows, once more for all that changed while it was being read."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from pos_app.domain.errors import PosError
from pos_app.ui.tasks import UiTasks


class Reading:
    """Reads when asked; asked while it reads, it reads again before anything is shown."""

    def __init__(
        self,
        tasks: UiTasks,
        name: str,
        read: Callable[[], Awaitable[None]],
        show: Callable[[], None],
        fail: Callable[[PosError], None] | None = None,
    ) -> None:
        """Read nothing yet; `show` tells what was read last, `fail` why nothing could be."""
        self._tasks, self._name, self._read, self._show = tasks, name, read, show
        self._fail = fail
        self._running = self._stale = False

    def again(self) -> None:
        """Look again; while one look is under way the next one waits for it."""
        self._stale = True
        if not self._running:
            self._running = True
            if self._tasks.spawn(self._run(), self._name) is None:
                self._running = False

    async def _run(self) -> None:
        try:
            while self._stale:
                self._stale = False
                await self._read()
        except PosError as error:
            if self._fail is not None:
                self._fail(error)
            raise  # and whoever looks elsewhere is told too
        finally:
            self._running = False
        self._show()
