"""Threads of the store's own: one that owns the database, and helpers for slow work."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


class Worker:
    """Runs functions away from the event loop; with one thread, strictly one after the other.

    A caller that is cancelled stops waiting, but the work it asked for is done all the same:
    half a write never happens.
    """

    def __init__(self, name: str, threads: int = 1) -> None:
        self._executor = ThreadPoolExecutor(threads, thread_name_prefix=name)
        self._pending: set[asyncio.Future[Any]] = set()

    async def run(self, work: Callable[[], T]) -> T:
        """The result of `work`, or its exception."""
        future = asyncio.wrap_future(self._executor.submit(work))
        self._pending.add(future)
        future.add_done_callback(self._pending.discard)
        try:
            return await asyncio.shield(future)
        finally:
            # An exception's traceback holds this frame: no cycle through the future.
            del future

    async def close(self) -> None:
        """Finish what was asked for, then end the threads."""
        while self._pending:
            await asyncio.wait(set(self._pending))
        self._executor.shutdown(wait=True)
