"""Numbered steps from one shape of the database to the next (R11).

`resources/migrations/NNNN_name.sql` holds step NNNN. Each runs in one transaction together with
its number (`user_version`), after the whole file was copied beside itself; when a step fails, the
copy is put back. A step that was interrupted was never committed and simply runs again.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pos_app.domain.errors import StoreError
from pos_app.files import sync_file, sync_folder
from pos_app.resources import resource_path
from pos_app.store.connection import connect

# "GCTL" in the header of every database of ours.
APPLICATION_ID: Final = 0x4743544C
_NAME: Final = re.compile(r"(\d{4})_[a-z0-9_]+\.sql")
# A step may rebuild tables that others refer to; what it leaves is checked before it counts.
_COPYING: Final = ("busy_timeout = 2000",)
_PRAGMAS: Final = ("busy_timeout = 2000", "journal_mode = WAL", "synchronous = FULL")


@dataclass(frozen=True, slots=True)
class Step:
    """One numbered step."""

    number: int
    script: str


def all_steps(folder: Path | None = None) -> tuple[Step, ...]:
    """All steps in their order.

    May raise:
    - ValueError: a number is missing, doubled or not understood; our bug.
    """
    folder = folder or resource_path("migrations")
    steps: list[Step] = []
    for path in sorted(folder.glob("*.sql")):
        match = _NAME.fullmatch(path.name)
        if match is None or int(match[1]) != len(steps) + 1:
            text = f"migration out of order: {path.name}"
            raise ValueError(text)
        steps.append(Step(int(match[1]), path.read_text("utf-8")))
    return tuple(steps)


def version_of(connection: sqlite3.Connection) -> int:
    """The number of the last step a database has seen."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def upgrade(path: Path, steps: tuple[Step, ...], *, keep_copies: bool = True) -> int:
    """Run the steps a database has not seen; returns how many there were.

    May raise:
    - StoreError: `newer_schema` when the database knows steps that we don't;
      `migration_failed` when a step failed: the file is as it was before that step.
    """
    connection = connect(path, pragmas=_PRAGMAS)
    try:
        version = version_of(connection)
    finally:
        connection.close()
    if version > len(steps):
        raise StoreError("newer_schema", version=version, ours=len(steps))
    for step in steps[version:]:
        copy = _copy_before(path, step) if keep_copies else None
        try:
            _run(path, step)
        except sqlite3.Error as error:
            if copy is not None:
                _put_back(copy, path)
            raise StoreError("migration_failed", step=step.number) from error
    return len(steps) - version


def _run(path: Path, step: Step) -> None:
    connection = connect(path, pragmas=_PRAGMAS)
    try:
        connection.executescript(
            f"BEGIN IMMEDIATE;\n{step.script}\n"
            f"PRAGMA application_id = {APPLICATION_ID};\nPRAGMA user_version = {step.number};\n"
        )
        dangling = connection.execute("PRAGMA foreign_key_check").fetchone()
        if dangling is not None:
            text = f"step {step.number} leaves a dangling reference in {dangling[0]}"
            raise sqlite3.IntegrityError(text)
        connection.execute("COMMIT")
    finally:
        # Closing rolls back what was not committed.
        connection.close()


def copy_name(path: Path, step: Step) -> Path:
    """Where the copy from before a step lies."""
    return path.with_name(f"{path.name}.before-{step.number:04d}")


def _copy_before(path: Path, step: Step) -> Path:
    """The whole database in one file, with what may still lie in its log."""
    copy = copy_name(path, step)
    temporary = copy.with_name(f"{copy.name}.new")
    os.close(_open_private(temporary))
    with (
        closing(connect(path, pragmas=_COPYING)) as source,
        closing(connect(temporary, pragmas=_COPYING)) as target,
    ):
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
    sync_file(temporary)
    temporary.replace(copy)
    sync_folder(copy.parent)
    return copy


def _open_private(path: Path) -> int:
    return os.open(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)


def _put_back(copy: Path, path: Path) -> None:
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    temporary = path.with_name(f"{path.name}.back")
    with copy.open("rb") as source, os.fdopen(_open_private(temporary), "wb") as target:
        shutil.copyfileobj(source, target)
    sync_file(temporary)
    temporary.replace(path)
    sync_folder(path.parent)
