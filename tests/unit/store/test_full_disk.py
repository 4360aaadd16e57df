"""A disk that is really full: a small file system of its own."""

from __future__ import annotations

import contextlib
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pos_app.domain.errors import StoreError
from pos_app.domain.sale import OrderState
from pos_app.store import create_store
from pos_app.store.reserve import Reserve
from tests.fakes.store_clock import HandClock
from tests.helpers.sales import deliver, record
from tests.unit.store.support import by_hand, files_below, options


@contextlib.contextmanager
def _disk_of(size: str, disk: Path) -> Iterator[Path]:
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)]
    if os.name == "nt" or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("only root may mount a file system")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 8 MiB."""
    with _disk_of("8m", tmp_path / "disk") as disk:
        yield disk


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 24 MiB: room for the reserve."""
    with _disk_of("24m", tmp_path / "disk") as disk:
        yield disk


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


async def test_answers_are_stored_on_a_full_disk(
    disk: Path, clock: HandClock, expect_log: Callable[[str], None]
) -> None:
    """The reserve makes room for what is under way; Pay is refused until it is there again."""
    store = await create_store(disk / "data", **options(clock))
    await store.sales.check_writable(100_000)
    reserve = disk / "data" / "reserve"
    assert reserve.stat().st_size == 8 * 1024 * 1024
    lines = [line.id for _ in range(60) for line in (await record(store.sales, clock.now())).lines]
    filler = disk / "filler"
    _fill_up(filler)
    with pytest.raises(StoreError, match="disk_full"):
        await store.sales.check_writable(1000)
    assert reserve.exists()  # asking does not use it
    expect_log("WARNING pos_app.store.reserve: the disk is full: the reserve is used")
    for line in lines:
        assert (await deliver(store.sales, line, clock.now())).order is OrderState.DELIVERED
    assert not reserve.exists()
    with pytest.raises(StoreError, match="disk_full"):
        await store.sales.check_writable(1000)
    filler.unlink()
    await store.sales.check_writable(1000)
    assert reserve.exists()
    assert await store.journal.verify() is None
    await store.close()
    with by_hand(disk / "data") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


async def test_a_payment_that_was_taken_is_recorded(
    disk: Path, clock: HandClock, expect_log: Callable[[str], None]
) -> None:
    """The disk fills between `Pay` and `Confirm payment`: the customer has paid, so it is kept."""
    store = await create_store(disk / "data", **options(clock))
    await store.sales.check_writable(1000)
    _fill_up(disk / "filler")
    expect_log("WARNING pos_app.store.reserve: the disk is full: the reserve is used")
    for _ in range(40):
        await record(store.sales, clock.now(), minors=(5000,) * 3)
    assert not (disk / "data" / "reserve").exists()
    assert len(await store.sales.open_lines()) == 120
    await store.close()


async def test_the_reserve_is_made_at_the_start(disk: Path, clock: HandClock) -> None:
    """Where there is room; where there is none the start goes on, and Pay will say so."""
    store = await create_store(disk / "data", **options(clock))
    _fill_up(disk / "filler")
    await store.put_room_aside()
    assert not (disk / "data" / "reserve").exists()
    (disk / "filler").unlink()
    (disk / "data" / "reserve").write_bytes(b"half")  # killed while it was made
    await store.put_room_aside()
    assert Reserve(disk / "data").is_there
    assert set(files_below(disk / "data").values()) == {0o600}
    await store.close()


def test_a_disk_that_may_not_be_written(disk: Path) -> None:
    """No reserve can be made there: said as such, not as a full disk."""
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    with pytest.raises(StoreError, match="read_only"):
        Reserve(disk).ensure()
    assert not Reserve(disk).release()
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
    Reserve(disk).ensure()
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    assert not Reserve(disk).release()
