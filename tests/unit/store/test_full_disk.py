"""A disk that is really full: a small file system of its own."""

from __future__ import annotations

import contextlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_app.domain.errors import StoreError
from pos_app.domain.sale import OrderState
from pos_app.store import create_store
from tests.fakes.store_clock import HandClock
from tests.helpers.sales import deliver, record
from tests.unit.store.support import by_hand, files_below, options


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 8 MiB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)]
    if os.name == "nt" or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("only root may mount a file system")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def _fill_up(filler: Path) -> None:
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(bytes(4096)):
            pass


async def test_a_full_disk_takes_no_money_and_loses_nothing(
    small_disk: Path, clock: HandClock
) -> None:
    """Pay is refused, what can't be stored leaves all as it was; with room again it goes on."""
    store = await create_store(small_disk / "data", **options(clock))
    sale = await record(store.sales, clock.now())
    line = sale.lines[0].id
    filler = small_disk / "filler"
    _fill_up(filler)
    with pytest.raises(StoreError, match="disk_full"):
        await store.sales.check_writable(1000)
    with pytest.raises(StoreError, match="disk_full"):
        # The log may still have room inside pages it owns; not for this much.
        await record(store.sales, clock.now(), minors=(100,) * 500)
    before = await store.sales.line(line)
    with pytest.raises(StoreError, match="disk_full"):
        await store.backups.make()
    assert files_below(small_disk / "data" / "backups") == {}
    filler.unlink()
    assert before.order is OrderState.WAITING
    assert (await deliver(store.sales, line, clock.now())).order is OrderState.DELIVERED
    assert await store.journal.verify() is None
    await store.close()
    with by_hand(small_disk / "data") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
