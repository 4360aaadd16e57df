"""Waiting for a condition instead of sleeping and hoping."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable


async def until(condition: Callable[[], object], timeout_s: float = 30) -> None:
    """Let the loop turn until `condition` holds; qtbot.waitUntil must not run in a coroutine.

    Generous, since a loaded machine needs seconds to check a PIN and nothing waits for the end.

    May raise:
    - TimeoutError: it did not hold in time.
    """
    end = time.monotonic() + timeout_s
    while not condition():
        if time.monotonic() > end:
            text = f"not within {timeout_s} s: {condition}"
            raise TimeoutError(text)
        await asyncio.sleep(0.005)
