"""A till never starts empty by accident, nor on a database that is not its own (R11, M11)."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from pos_app.domain.errors import StoreError, VaultError
from pos_app.domain.journal import Action
from pos_app.domain.people import TILL, Role
from pos_app.files import write_private
from pos_app.store import (
    Store,
    create_store,
    open_store,
    remove_empty_store,
    store_exists,
)
from tests.fakes.store_clock import HandClock
from tests.helpers.sales import deliver, record
from tests.unit.store.support import by_hand, files_below, options


async def _make(folder: Path, clock: HandClock) -> None:
    store = await create_store(folder, **options(clock))
    await record(store.sales, clock.now())
    await store.close()


async def test_a_store_is_opened_again(folder: Path, clock: HandClock) -> None:
    """What was stored is there; opening writes nothing."""
    assert not store_exists(folder)
    await _make(folder, clock)
    assert store_exists(folder)
    store = await open_store(folder, **options(clock))
    records = await store.journal.records()
    assert [record.entry.action for record in records] == [
        Action.TILL_CREATED,
        Action.DAY_OPENED,
        Action.SALE_PAID,
    ]
    assert store.identity.till == "T1"
    await store.close()


async def test_nothing_is_never_opened(folder: Path, clock: HandClock) -> None:
    """A missing database is made on purpose only."""
    with pytest.raises(StoreError, match="missing "):
        await open_store(folder, **options(clock))
    with pytest.raises(StoreError, match="missing_but_known"):
        await open_store(folder, **options(clock), known=True)
    assert files_below(folder) == {}


async def test_a_lost_database_is_noticed(folder: Path, clock: HandClock) -> None:
    """The marker tells that there was one; a new one needs a decision."""
    await _make(folder, clock)
    (folder / "till.sqlite3").unlink()
    with pytest.raises(StoreError, match="missing_but_known"):
        await open_store(folder, **options(clock))
    with pytest.raises(StoreError, match="missing_but_known"):
        await create_store(folder, **options(clock))
    store = await create_store(folder, **options(clock), even_if_known=True)
    assert await store.sales.next_sale_number() == 1
    await store.close()


async def test_a_new_store_never_replaces_one(folder: Path, clock: HandClock) -> None:
    """Whatever was decided."""
    await _make(folder, clock)
    with pytest.raises(StoreError, match="already_there"):
        await create_store(folder, **options(clock), even_if_known=True)


async def test_the_marker_is_made_anew(folder: Path, clock: HandClock) -> None:
    """A database without its marker (killed while it was made) is as good as any."""
    await _make(folder, clock)
    (folder / "database-exists").unlink()
    store = await open_store(folder, **options(clock))
    await store.close()
    assert (folder / "database-exists").exists()


async def test_half_made_databases_are_not_found(folder: Path, clock: HandClock) -> None:
    """Killed while making one: the left-over is thrown away."""
    half = folder / "till.sqlite3.making"
    write_private(half, b"half")
    await _make(folder, clock)
    assert half not in files_below(folder)


@pytest.mark.parametrize("damage", ["empty", "text", "page", "foreign", "tableless"])
async def test_a_damaged_database_is_refused(folder: Path, clock: HandClock, damage: str) -> None:
    """Zero bytes, another file, a broken page, another program's database."""
    await _make(folder, clock)
    path = folder / "till.sqlite3"
    if damage == "page":
        content = bytearray(path.read_bytes())
        content[4096 * 3 : 4096 * 12] = b"\xff" * 4096 * 9
        path.write_bytes(content)
    elif damage == "tableless":
        with by_hand(folder) as connection:
            connection.execute("DROP TRIGGER till_stays")
            connection.execute("DELETE FROM till")
    else:
        path.write_bytes({"empty": b"", "text": b"x" * 9000}.get(damage, b""))
        if damage == "foreign":
            with closing(sqlite3.connect(path)) as connection:
                connection.execute("CREATE TABLE other (a)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="damaged"):
        await open_store(folder, **options(clock))
    assert damage == "foreign" or path.read_bytes() == before


async def test_a_newer_database_is_refused(folder: Path, clock: HandClock) -> None:
    """A program older than its data does not touch it."""
    await _make(folder, clock)
    with by_hand(folder) as connection:
        connection.execute("PRAGMA user_version = 9999")
    with pytest.raises(StoreError, match="newer_schema"):
        await open_store(folder, **options(clock))


@pytest.mark.parametrize(
    ("name", "value"), [("training", True), ("currency", "CHF"), ("till_id", "T2")]
)
async def test_another_tills_database_is_refused(
    folder: Path, clock: HandClock, name: str, value: object
) -> None:
    """Training and trade, currencies and tills don't mix."""
    await _make(folder, clock)
    other = {**options(clock), name: value}
    with pytest.raises(StoreError, match="other_installation"):
        await open_store(folder, **other)  # type: ignore[arg-type]


async def test_another_installations_database_is_refused(folder: Path, clock: HandClock) -> None:
    """The settings' installation id and the database's must be one (M11)."""
    store = await create_store(folder, **options(clock), installation_id="shop-1")
    await store.close()
    with pytest.raises(StoreError, match="other_installation"):
        await open_store(folder, **options(clock), installation_id="shop-2")
    store = await open_store(folder, **options(clock), installation_id="shop-1")
    await store.close()


async def test_another_vault_key_is_refused(folder: Path, clock: HandClock) -> None:
    """A database without its key is of no use, and is not written to."""
    await _make(folder, clock)
    wrong = {**options(clock), "vault_key": bytes(32)}
    with pytest.raises(VaultError, match="wrong_key"):
        await open_store(folder, **wrong)  # type: ignore[arg-type]
    short = {**options(clock), "vault_key": b"short"}
    with pytest.raises(VaultError, match="bad_key"):
        await open_store(folder, **short)  # type: ignore[arg-type]
    with pytest.raises(VaultError, match="bad_key"):
        await create_store(folder / "new", **short)  # type: ignore[arg-type]
    assert not (folder / "new" / "till.sqlite3").exists()


async def test_a_copied_folder_opens_with_its_key(folder: Path, clock: HandClock) -> None:
    """A whole copy is readable with the key, for a move to another computer."""
    await _make(folder, clock)
    shutil.copytree(folder, folder.with_name("copy"))
    store = await open_store(folder.with_name("copy"), **options(clock))
    assert len(await store.sales.open_lines()) == 1
    await store.close()


async def test_only_the_owner_can_read_anything(
    store: Store, folder: Path, clock: HandClock
) -> None:
    """Folders 0700, files 0600, the log and the backups too."""
    sale = await record(store.sales, clock.now())
    await deliver(store.sales, sale.lines[0].id, clock.now())
    await store.people.add("Anna", Role.CASHIER, "1234", by=TILL)
    await store.backups.make()
    found = files_below(folder)
    assert set(found.values()) == {0o600}
    assert {folder / "till.sqlite3", folder / "till.sqlite3-wal"} <= set(found)
    folders = {folder} | {path.parent for path in found}
    assert {stat.S_IMODE(path.stat().st_mode) for path in folders} == {0o700}
    assert len(folders) == 2


async def test_a_set_up_that_broke_off_is_taken_back(folder: Path, clock: HandClock) -> None:
    """Only a store that never sold anything."""
    store = await create_store(folder, **options(clock))
    await store.close()
    remove_empty_store(folder)
    assert not store_exists(folder)
    remove_empty_store(folder)
    await _make(folder, clock)
    with pytest.raises(StoreError, match="not_empty"):
        remove_empty_store(folder)
    assert store_exists(folder)


async def test_closing_waits_for_a_backup(folder: Path, clock: HandClock) -> None:
    """What was under way on the helpers' threads is finished first."""
    store = await create_store(folder, **options(clock))
    backup = asyncio.create_task(store.backups.make())
    await asyncio.sleep(0)
    await store.close()
    assert (await backup) in files_below(folder)
