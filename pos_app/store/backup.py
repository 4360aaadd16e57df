"""Copies of the database that can be trusted (M12).

A copy is made by SQLite's online backup from a connection of its own: the writer goes on
meanwhile, since readers don't block it (WAL). It counts only after an integrity check and after
its rows were counted against those of the very moment it was taken.
"""

from __future__ import annotations

import re
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from pos_app.domain.errors import StoreError
from pos_app.files import new_private_file, private_folder, sync_file, sync_folder
from pos_app.ports import Clock
from pos_app.store.connection import connect, translated
from pos_app.store.worker import Worker

_NAME: Final = re.compile(r"till-(\d{8})-\d{12}(?:-\d+)?\.sqlite3")
_NEWEST_KEPT: Final = 10
_DAYS_KEPT: Final = 30
_PRAGMAS: Final = ("busy_timeout = 2000",)


class SqliteBackups:
    """Backups as their port describes them."""

    def __init__(self, path: Path, folder: Path, helper: Worker, clock: Clock) -> None:
        self._path = path
        self._folder = folder
        self._helper = helper
        self._clock = clock

    async def make(self, folder: Path | None = None) -> Path:
        """A verified online backup, rotated when `folder` is None.

        May raise:
        - StoreError: `not_verified`, or a code of disk trouble; no file is left.
        """
        path, now = self._path, self._clock.now()
        own = self._folder

        def run() -> Path:
            with translated():
                made = make_backup(path, private_folder(folder or own), now)
                if folder is None:
                    rotate(own)
            return made

        return await self._helper.run(run)


def make_backup(path: Path, folder: Path, now: datetime) -> Path:
    """One verified copy in the folder; returns where it is."""
    target = _free_name(folder, now)
    temporary = target.with_name(f".{target.name}.new")
    temporary.unlink(missing_ok=True)
    new_private_file(temporary)
    try:
        counts = _copy(path, temporary)
        _verify(temporary, counts)
        sync_file(temporary)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(folder)
    return target


def _free_name(folder: Path, now: datetime) -> Path:
    stem = now.astimezone(UTC).strftime("till-%Y%m%d-%H%M%S%f")
    path, number = folder / f"{stem}.sqlite3", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.sqlite3"
    return path


def _copy(path: Path, temporary: Path) -> dict[str, int]:
    source = connect(path, pragmas=_PRAGMAS)
    try:
        target = connect(temporary, pragmas=_PRAGMAS)
        try:
            # Counted and copied inside one read transaction: both see the same moment.
            source.execute("BEGIN")
            counts = _row_counts(source)
            source.backup(target)
            source.execute("COMMIT")
            # One plain file, without a log beside it.
            target.execute("PRAGMA journal_mode = DELETE")
        finally:
            target.close()
    finally:
        source.close()
    return counts


def _row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    query = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
    tables = [str(row["name"]) for row in connection.execute(query).fetchall()]
    return {
        # Names out of our own schema.
        table: connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]  # noqa: S608
        for table in tables
    }


def _verify(path: Path, counts: dict[str, int]) -> None:
    connection = connect(path, pragmas=("query_only = ON",))
    try:
        verdict = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if verdict != "ok":
            raise StoreError("not_verified", detail=verdict)
        if _row_counts(connection) != counts:
            raise StoreError("not_verified", detail="rows")
    finally:
        connection.close()


def rotate(folder: Path) -> None:
    """Keep the newest copies (one is made after each sale), and one of each of the last days."""
    copies = _newest_first(folder)
    keep = set(copies[:_NEWEST_KEPT])
    newest_of_day: dict[str, Path] = {}
    for path in copies:
        newest_of_day.setdefault(path.name.split("-")[1], path)
    keep |= set(list(newest_of_day.values())[:_DAYS_KEPT])
    for path in copies:
        if path not in keep:
            path.unlink(missing_ok=True)


def newest_backup(folder: Path) -> Path | None:
    """The newest copy in the folder, or None."""
    copies = _newest_first(folder) if folder.is_dir() else []
    return copies[0] if copies else None


def _newest_first(folder: Path) -> list[Path]:
    copies = [path for path in folder.iterdir() if _NAME.fullmatch(path.name)]
    return sorted(copies, key=lambda path: path.name, reverse=True)
