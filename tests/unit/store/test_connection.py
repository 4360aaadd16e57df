"""Transactions, threads and the meaning of SQLite's errors."""

from __future__ import annotations

import asyncio
import errno
import logging
import os
import sqlite3
import threading
from pathlib import Path

import pytest

from pos_app.domain.change import Change
from pos_app.domain.errors import RefusedError, StoreError
from pos_app.domain.sale import Line
from pos_app.store import Store, create_store, open_store
from pos_app.store.connection import connect, store_code, transaction, translated
from tests.fakes.store_clock import HandClock
from tests.helpers.sales import record, sending
from tests.unit.store.support import by_hand, options


def _error(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("x")
    error.sqlite_errorcode = code
    error.sqlite_errorname = "X"
    return error


@pytest.mark.parametrize(
    ("code", "ours"),
    [
        (sqlite3.SQLITE_FULL, "disk_full"),
        (sqlite3.SQLITE_READONLY, "read_only"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "read_only"),
        (sqlite3.SQLITE_PERM, "read_only"),
        (sqlite3.SQLITE_CORRUPT, "corrupt"),
        (sqlite3.SQLITE_NOTADB, "corrupt"),
        (sqlite3.SQLITE_BUSY, "locked"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "locked"),
        (sqlite3.SQLITE_LOCKED, "locked"),
        (sqlite3.SQLITE_IOERR, "io"),
        (sqlite3.SQLITE_IOERR_FSYNC, "io"),
        (sqlite3.SQLITE_IOERR_SHMSIZE, "disk_full"),
        (sqlite3.SQLITE_CANTOPEN, "io"),
        (sqlite3.SQLITE_CONSTRAINT_CHECK, None),
        (sqlite3.SQLITE_ERROR, None),
        (sqlite3.SQLITE_MISUSE, None),
    ],
)
def test_errors_are_sorted_by_blame(code: int, ours: str | None) -> None:
    """Surroundings get a code of ours; bugs none."""
    assert store_code(_error(code)) == ours


def test_bugs_pass_through() -> None:
    """A constraint that our own statement broke is no trouble with the disk."""
    with pytest.raises(sqlite3.OperationalError), translated():
        raise _error(sqlite3.SQLITE_CONSTRAINT)
    with pytest.raises(sqlite3.ProgrammingError), translated():
        raise sqlite3.ProgrammingError("closed")


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "disk_full"), (errno.EROFS, "read_only"), (errno.EIO, "io")],
)
def test_errors_of_the_file_system_are_named(number: int, code: str) -> None:
    """The same words for files beside the database."""
    with pytest.raises(StoreError, match=code), translated():
        raise OSError(number, os.strerror(number))


def test_the_connection_is_durable(tmp_path: Path) -> None:
    """WAL and a sync at each commit; foreign keys hold."""
    path = tmp_path / "x"
    path.touch()
    connection = connect(path)
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}
    connection.close()
    assert found == wanted


def test_a_database_is_never_made_by_connecting(tmp_path: Path) -> None:
    """A missing file is an error, not an empty till."""
    with pytest.raises(StoreError, match="io"), translated():
        connect(tmp_path / "missing")


def test_a_transaction_rolls_back_on_anything(tmp_path: Path) -> None:
    """Even on what is no Exception."""
    path = tmp_path / "x"
    path.touch()
    connection = connect(path)
    connection.execute("CREATE TABLE t (a)")

    def interrupted() -> None:
        connection.execute("INSERT INTO t VALUES (1)")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), transaction(connection):
        interrupted()
    assert not connection.in_transaction
    assert connection.execute("SELECT count(*) FROM t").fetchone()[0] == 0
    connection.close()


@pytest.mark.parametrize(("limit_ms", "logged"), [(0, 1), (60_000, 0)])
async def test_slow_commits_are_logged(
    store: Store,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    limit_ms: int,
    logged: int,
) -> None:
    """A disk that takes longer than the limit shows in the log."""
    monkeypatch.setattr("pos_app.store.connection._SLOW_MS", limit_ms)
    with caplog.at_level(logging.INFO, "pos_app.store.connection"):
        await store.sales.save_cart("a", "b")
    assert len(caplog.records) == logged


async def test_the_disk_is_waited_for_on_one_other_thread(store: Store) -> None:
    """Decisions run one after the other, away from the event loop's thread."""
    sale = await record(store.sales, HandClock().now(), minors=(100, 200))
    threads: list[int] = []

    def look(line: Line) -> Change:
        threads.append(threading.get_ident())
        return Change(line)

    await asyncio.gather(*(store.sales.change_line(line.id, look) for line in sale.lines * 5))
    assert len(threads) == 10
    assert set(threads) & {threading.get_ident()} == set()
    assert len(set(threads)) == 1


async def test_cancelling_does_not_stop_a_write(store: Store, clock: HandClock) -> None:
    """The caller goes, the transaction is finished."""
    sale = await record(store.sales, clock.now())
    begun, go_on = threading.Event(), threading.Event()
    decide = sending(clock.now())

    def slow(line: Line) -> Change:
        begun.set()
        assert go_on.wait(5)
        return decide(line)

    task = asyncio.create_task(store.sales.change_line(sale.lines[0].id, slow))
    await asyncio.to_thread(begun.wait, 5)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    go_on.set()
    assert (await store.sales.line(sale.lines[0].id)).sending.attempts == 1


async def test_the_first_commit_wins(store: Store, clock: HandClock) -> None:
    """Two at once: the second decides on what the first stored (M6)."""
    sale = await record(store.sales, clock.now())
    results = await asyncio.gather(
        *(store.sales.change_line(sale.lines[0].id, sending(clock.now())) for _ in range(2)),
        return_exceptions=True,
    )
    assert [type(result) for result in results] == [Change, RefusedError]


async def test_a_bug_in_a_decision_changes_nothing(store: Store, clock: HandClock) -> None:
    """Whatever is raised, nothing is stored and the store goes on."""
    sale = await record(store.sales, clock.now())

    def bug(line: Line) -> Change:
        raise ZeroDivisionError(line.id)

    def another(line: Line) -> Change:
        return Change(line.with_(product=line.product, number=9))

    with pytest.raises(ZeroDivisionError):
        await store.sales.change_line(sale.lines[0].id, bug)
    with pytest.raises(ValueError, match="what was ordered"):
        await store.sales.change_line(sale.lines[0].id, another)
    assert await store.sales.line(sale.lines[0].id) == sale.lines[0]


async def test_a_full_disk_is_named_and_leaves_nothing(
    store: Store, folder: Path, clock: HandClock
) -> None:
    """No room for a sale: none of it is there; with room again it is recorded."""
    await record(store.sales, clock.now())

    def shrink(connection: sqlite3.Connection) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")

    await store._database.read(shrink)
    with pytest.raises(StoreError, match="disk_full"):
        await record(store.sales, clock.now(), minors=(100,) * 200)
    assert await store.sales.next_sale_number() == 2
    assert await store.journal.verify() is None
    await store._database.read(lambda c: c.execute("PRAGMA max_page_count = 1000000"))
    await record(store.sales, clock.now(), minors=(100,) * 200)
    with by_hand(folder) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


async def test_too_little_room_stops_the_sale_before_the_payment(store: Store) -> None:
    """More bytes than any disk has: refused."""
    with pytest.raises(StoreError, match="disk_full"):
        await store.sales.check_writable(2**62)


async def test_a_locked_database_is_named(folder: Path, clock: HandClock) -> None:
    """Somebody else writes for too long: said, not waited for for ever."""
    store = await create_store(folder, **options(clock))
    await store._database.read(lambda c: c.execute("PRAGMA busy_timeout = 10"))
    with by_hand(folder) as connection:
        connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="locked"):
            await store.sales.save_cart("a", "b")
        connection.execute("ROLLBACK")
    await store.sales.save_cart("a", "b")
    await store.close()


async def test_a_read_only_database_is_named(folder: Path, clock: HandClock) -> None:
    """Pay proves that it can write: here it can't."""
    store = await create_store(folder, **options(clock))
    await store._database.read(lambda c: c.execute("PRAGMA query_only = ON"))
    with pytest.raises(StoreError, match="read_only"):
        await store.sales.check_writable(1000)
    await store.close()


async def test_closing_finishes_what_was_asked_for(folder: Path, clock: HandClock) -> None:
    """What was under way when the store was closed is stored; the log is folded in."""
    store = await create_store(folder, **options(clock))
    writes = [asyncio.create_task(store.sales.save_cart(f"{n}", "x")) for n in range(20)]
    await asyncio.sleep(0)
    await store.close()
    await asyncio.gather(*writes)
    assert not (folder / "till.sqlite3-wal").exists()
    store = await open_store(folder, **options(clock))
    assert len(await store.sales.carts()) == 20
    await store.close()
