"""Copies that can be trusted (M12)."""

from __future__ import annotations

import asyncio
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pos_app.domain.errors import StoreError
from pos_app.files import new_private_file
from pos_app.store import Store, open_store
from pos_app.store.backup import make_backup, rotate
from tests.fakes.store_clock import HandClock
from tests.helpers.sales import CARD, deliver, record
from tests.unit.store.support import by_hand, files_below, options


def _put_in_place(backup: Path, folder: Path) -> None:
    folder.mkdir()
    backup.rename(folder / "till.sqlite3")


async def test_a_backup_is_a_whole_till(store: Store, folder: Path, clock: HandClock) -> None:
    """One plain file that opens with the key and holds everything up to that moment."""
    sale = await record(store.sales, clock.now())
    line = await deliver(store.sales, sale.lines[0].id, clock.now())
    path = await store.backups.make()
    await record(store.sales, clock.now())
    assert path.parent == folder / "backups"
    assert set(files_below(folder / "backups")) == {path}
    _put_in_place(path, folder / "restored")
    copy = await open_store(folder / "restored", **options(clock))
    assert await copy.sales.line(line.id) == line
    assert await copy.sales.card(line.id) == CARD
    assert await copy.sales.next_sale_number() == 2
    assert await copy.journal.verify() is None
    await copy.close()


async def test_a_backup_goes_where_it_is_told(store: Store, tmp_path: Path) -> None:
    """Another folder, made where missing; nothing there is rotated away."""
    target = tmp_path / "stick" / "till"
    made = {await store.backups.make(target) for _ in range(12)}
    assert set(files_below(target)) == made


async def test_backups_run_beside_sales(store: Store, clock: HandClock) -> None:
    """Copying never fails for what is sold meanwhile, nor the other way round."""
    for _ in range(3):
        backup = asyncio.create_task(store.backups.make())
        for _ in range(10):
            await record(store.sales, clock.now(), minors=(100, 200))
        await backup
    assert await store.sales.next_sale_number() == 31


def test_the_newest_and_one_of_each_day_are_kept(tmp_path: Path) -> None:
    """Ten by sale, thirty by day; what is not ours is left alone."""
    names = [
        f"till-{datetime(2026, 1 + day // 28, 1 + day % 28, tzinfo=UTC):%Y%m%d}-{n:012d}.sqlite3"
        for day in range(40)
        for n in range(12)
    ]
    for name in (*names, "notes.txt", "till-old.sqlite3"):
        new_private_file(tmp_path / name)
    rotate(tmp_path)
    left = {path.name for path in tmp_path.iterdir()}
    assert {"notes.txt", "till-old.sqlite3"} <= left
    ours = sorted(left - {"notes.txt", "till-old.sqlite3"})
    # The newest day holds ten, the 29 days before it one each: the last one.
    assert len(ours) == 39
    assert ours[-10:] == names[-10:]
    assert ours[:-10] == [names[day * 12 + 11] for day in range(10, 39)]


async def test_a_copy_that_differs_does_not_count(
    store: Store, folder: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rows are counted again in the copy."""
    await record(store.sales, clock.now())
    monkeypatch.setattr("pos_app.store.backup._copy", _bad_copy)
    with pytest.raises(StoreError, match="not_verified"):
        await store.backups.make()
    assert files_below(folder / "backups") == {}


def _bad_copy(path: Path, temporary: Path) -> dict[str, int]:
    temporary.write_bytes(path.read_bytes())
    return {"till": 2}


async def test_a_damaged_source_gives_no_backup(
    store: Store, folder: Path, clock: HandClock
) -> None:
    """An index that does not fit its table is found by the check of the copy."""
    await record(store.sales, clock.now())
    with by_hand(folder) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_schema SET sql = replace(sql, '(at)', '(by)') WHERE name = 'journal_at'"
        )
        connection.execute("PRAGMA writable_schema = OFF")
    with pytest.raises(StoreError):
        make_backup(folder / "till.sqlite3", folder, clock.now())
    assert not [path for path in files_below(folder) if path.name.endswith(".new")]


async def test_a_folder_that_is_none_is_named(store: Store, tmp_path: Path) -> None:
    """A file in the way."""
    os.close(os.open(tmp_path / "file", os.O_CREAT))
    with pytest.raises(StoreError):
        await store.backups.make(tmp_path / "file")
