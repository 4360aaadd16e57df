"""What tests of the store share."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypedDict

from pos_app.ports import Clock

KEY = bytes(range(32))


class Options(TypedDict):
    """How the stores of these tests are opened."""

    clock: Clock
    vault_key: bytes
    training: bool
    currency: str
    till_id: str


def options(clock: Clock) -> Options:
    """The usual options."""
    return Options(clock=clock, vault_key=KEY, training=False, currency="EUR", till_id="T1")


@contextmanager
def by_hand(folder: Path) -> Iterator[sqlite3.Connection]:
    """The database as somebody with a database tool sees it, while the till is open or not."""
    path = folder / "till.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA foreign_keys = ON")
        yield connection


def files_below(folder: Path) -> dict[Path, int]:
    """All files of a folder, with their permissions."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path: stat.S_IMODE(path.stat().st_mode) for path in files}


def tamper(folder: Path, *statements: str) -> None:
    """Change rows behind the till's back: triggers are put aside for it."""
    with by_hand(folder) as connection:
        query = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        triggers = connection.execute(query).fetchall()
        connection.execute("PRAGMA foreign_keys = OFF")
        for trigger in triggers:
            connection.execute(f"DROP TRIGGER {trigger['name']}")
        for statement in statements:
            connection.execute(statement)
        for trigger in triggers:
            connection.execute(trigger["sql"])
