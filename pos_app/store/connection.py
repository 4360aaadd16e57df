"""The connection to the database: how it is opened, what a transaction is, what errors mean.

Durability is not negotiable here: WAL with `synchronous=FULL` syncs the log at each commit, so
that what a method returned survives a power cut (style.md T11, spikes.md 5).
"""

from __future__ import annotations

import errno
import logging
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeAlias, TypeVar

from pos_app.domain.errors import StoreError
from pos_app.store.worker import Worker

T = TypeVar("T")
SqlValue: TypeAlias = str | int | bytes | None

_log = logging.getLogger(__name__)
_SLOW_MS: Final = 50

# The only SQLite errors that are somebody else's fault; every other one is a bug of ours.
_SURROUNDINGS: Final = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_PERM: "read_only",
    sqlite3.SQLITE_CORRUPT: "corrupt",
    sqlite3.SQLITE_NOTADB: "corrupt",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_IOERR: "io",
    sqlite3.SQLITE_CANTOPEN: "io",
    sqlite3.SQLITE_NOLFS: "io",
}
# No room for what lies beside the database; SQLite calls it a fault of the disk.
_FULL: Final = frozenset({sqlite3.SQLITE_IOERR_SHMSIZE})
_OS_CODES: Final = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EROFS: "read_only",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
}
_PRAGMAS: Final = (
    "busy_timeout = 2000",
    "journal_mode = WAL",
    "synchronous = FULL",
    "fullfsync = ON",
    "checkpoint_fullfsync = ON",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
)


def store_code(error: sqlite3.Error) -> str | None:
    """The StoreError code of an SQLite error, or None when it is a bug of ours."""
    extended = getattr(error, "sqlite_errorcode", None)
    if extended in _FULL:
        return "disk_full"
    return None if extended is None else _SURROUNDINGS.get(extended & 0xFF)


@contextmanager
def translated() -> Iterator[None]:
    """Turn errors of disk and file system into StoreError; bugs pass through."""
    try:
        yield
    except sqlite3.Error as error:
        code = store_code(error)
        if code is None:
            raise
        raise StoreError(code, detail=error.sqlite_errorname) from error
    except OSError as error:
        code = _OS_CODES.get(error.errno or 0, "io")
        raise StoreError(code, detail=error.strerror or type(error).__name__) from error


def connect(path: Path, *, pragmas: tuple[str, ...] = _PRAGMAS) -> sqlite3.Connection:
    """A connection in autocommit mode; transactions are written out. The file must exist."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,
        cached_statements=256,
    )
    try:
        connection.row_factory = sqlite3.Row
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing: begin at once as the writer, roll back on anything that is raised."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        started = time.perf_counter()
        connection.execute("COMMIT")
    except BaseException:
        # SQLite has rolled back by itself after some errors (a full disk, for instance).
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    took_ms = (time.perf_counter() - started) * 1000
    if took_ms > _SLOW_MS:
        _log.info("slow commit: %.0f ms", took_ms)


class Database:
    """The one connection, and the thread that owns it."""

    def __init__(
        self,
        worker: Worker,
        connection: sqlite3.Connection,
        path: Path,
        make_room: Callable[[], bool] | None = None,
    ) -> None:
        """`make_room` is asked when the disk is full; True means: try again."""
        self._worker = worker
        self._connection = connection
        self._make_room = make_room
        self.path = path

    async def write(
        self, work: Callable[[sqlite3.Connection], T], *, may_make_room: bool = True
    ) -> T:
        """Run `work` in one transaction; its result once that is on the disk.

        On a full disk it runs a second time, if room could be made.

        May raise:
        - StoreError: `disk_full`, `read_only`, `corrupt`, `locked`, `io`; nothing was written.
        """
        connection, make_room = self._connection, self._make_room

        def once() -> T:
            with translated(), transaction(connection):
                return work(connection)

        def run() -> T:
            try:
                return once()
            except StoreError as error:
                full = error.code == "disk_full" and may_make_room
                if not full or make_room is None or not make_room():
                    raise
            return once()

        return await self._worker.run(run)

    async def read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run `work`, which changes nothing, on what was committed last.

        May raise:
        - StoreError: as `write`.
        """
        connection = self._connection

        def run() -> T:
            with translated():
                return work(connection)

        return await self._worker.run(run)

    async def close(self) -> None:
        """Finish what was asked for, fold the log into the database, end the thread."""
        await self._worker.run(self._connection.close)
        await self._worker.close()
