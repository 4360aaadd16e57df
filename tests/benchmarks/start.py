"""From the start of the process to the first PIN digit on the screen, and on to the first tile.

The baseline is the least that a Qt program can show: QApplication and QMainWindow.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time

from pos_app.bootstrap.surroundings import SystemClock
from pos_app.domain.sale import Account
from pos_app.files import write_private
from pos_app.provider.client import HttpProvider
from pos_app.store.catalogue import encode
from tests.benchmarks.products import COUNT
from tests.benchmarks.provider import far_provider
from tests.benchmarks.report import Check, Report, Series
from tests.benchmarks.stage import set_up, temporary_folder
from tests.helpers.blackbox import CASHIER, CLIENT_ID, SECRET, Shop

_ROUNDS = 12


async def cache_catalogue(shop: Shop, url: str) -> None:
    """Leave all products where the till's last run would have."""
    provider = HttpProvider(Account(url, CLIENT_ID), SECRET, clock=SystemClock())
    try:
        reading = await provider.products()
    finally:
        await provider.close()
    assert len(reading.products) == COUNT
    write_private(shop.home / "data" / "catalogue.jsonl", encode(reading))


def _start(*arguments: str, shop: Shop) -> tuple[int, dict[str, float]]:
    """The moment before the start, and what the process said."""
    command = [sys.executable, "-m", "tests.benchmarks.starting", *arguments]
    started = time.monotonic_ns()
    done = subprocess.run(
        command, env={**os.environ, **shop.environment}, capture_output=True, text=True, check=True
    )
    said: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return started, said


def measure() -> Report:
    """Start both, one after the other, again and again."""
    digit, bare = Series("start to first PIN digit"), Series("bare QMainWindow")
    tile, entered = (
        Series("unlocked to first tile"),
        Series("names there and PIN entered to first tile"),
    )
    with temporary_folder() as folder, far_provider() as (url, _):
        shop = set_up(folder, url)
        asyncio.run(cache_catalogue(shop, url))
        for number in range(_ROUNDS + 1):
            before, said = _start("till", CASHIER[1], shop=shop)
            bare_before, bare_said = _start("bare", shop=shop)
            if number == 0:
                continue  # files come into the system's cache
            digit.add((said["digit"] - before) / 1e6, said["digit_cpu"] * 1000)
            bare.add((bare_said["painted"] - bare_before) / 1e6, bare_said["painted_cpu"] * 1000)
            tile.add((said["tile"] - said["unlocked"]) / 1e6,
                     (said["tile_cpu"] - said["unlocked_cpu"]) * 1000)  # fmt: skip
            entered.add((said["tile"] - said["entered"]) / 1e6,
                        (said["tile_cpu"] - said["entered_cpu"]) * 1000)  # fmt: skip
    return Report(
        "start: 10,000 cached products, the PIN typed at once without a pause",
        [digit, bare, tile, entered],
        [
            Check("first PIN digit over a bare window, medians", digit.median / bare.median, 2.0,
                  is_ratio=True, aim=1.5),
            Check("unlocked to first tile, median", tile.median, 500, unit="ms"),
        ],
    )  # fmt: skip
