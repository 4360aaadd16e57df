"""The frozen program's start over that from source: from the process to its first question.

Seen from outside, without a hook: the moment at which the provider hears of the till. Needs the
built program (`packaging/freeze.py`, or the slow tests, which build it).
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.provider import far_provider
from tests.benchmarks.report import Check, Report, Series
from tests.benchmarks.stage import set_up, temporary_folder
from tests.benchmarks.start import cache_catalogue
from tests.helpers.blackbox import Shop

_ROUNDS = 10
_ROOT = Path(__file__).resolve().parents[2]
_BUILT = _ROOT / "dist" / "pos-app" / ("pos-app.exe" if sys.platform == "win32" else "pos-app")
_SOURCE = (str(Path(sys.executable).with_name("pos-app")),)


def _start(command: Sequence[str], shop: Shop, provider: subprocess.Popen[str]) -> float:
    """Milliseconds until the provider hears of it."""
    assert provider.stdout is not None
    begun = time.monotonic_ns()
    environment = {**os.environ, **shop.environment}
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as process:
        heard = int(provider.stdout.readline().split()[0])
        process.terminate()
    return (heard - begun) / 1e6


def measure() -> Report:
    """Start both, in turns."""
    if not _BUILT.exists():
        return Report("frozen start", notes=["not built: .venv/bin/python packaging/freeze.py"])
    frozen, source = Series("frozen, start to first question"), Series("from source")
    with temporary_folder() as folder, far_provider(tell=True) as (url, provider):
        shop = set_up(folder, url)
        asyncio.run(cache_catalogue(shop, url))
        assert provider.stdout is not None
        for _ in range(50):
            provider.stdout.readline()  # the pages of the catalogue
        for number in range(_ROUNDS + 1):
            ours = _start([str(_BUILT)], shop, provider)
            theirs = _start(_SOURCE, shop, provider)
            if number:  # the first ones fill the system's cache
                frozen.add(ours)
                source.add(theirs)
    check = Check(
        "frozen over source, medians", frozen.median / source.median, 1.10, is_ratio=True
    )
    return Report("frozen start", [frozen, source], [check])
