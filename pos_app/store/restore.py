"""Puts a backup in the place of the database, so that nothing happens by itself (M12).

Everything is done to a copy beside the database first: checked, brought to today's schema, every
open line marked as restored, numbers moved on, the journal told. Only then is the present
database put aside (never deleted) and the finished copy renamed into its place. Whenever this is
interrupted, there is either the old database, or none and the till says so, or the restored one
with all its marks.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from pos_app.domain.errors import RefusedError, StoreError, VaultError
from pos_app.domain.journal import Action, Detail, Entry, JournalHead
from pos_app.domain.printjob import PrintKind, PrintState
from pos_app.domain.restoring import mark_restored, next_number
from pos_app.files import new_private_file, private_folder, sync_file, sync_folder
from pos_app.ports import Clock
from pos_app.store.connection import connect, store_code, transaction, translated
from pos_app.store.journal import Chain, journal_head
from pos_app.store.lines import LineWriter
from pos_app.store.migrations import APPLICATION_ID, all_steps, upgrade, version_of
from pos_app.store.opening import DATABASE_NAME, MARKER_NAME, Identity, write_marker
from pos_app.store.paper_numbers import NUMBERED, next_paper, papers_known
from pos_app.store.print_jobs import end_job, jobs_printing
from pos_app.store.rows import SELECT_LINE, row_to_line
from pos_app.store.vault import Vault

_ASIDE: Final = "replaced"
_BESIDE: Final = ("-wal", "-shm")
_LOOKING: Final = ("busy_timeout = 2000",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What was done, for people."""

    since: datetime  # orders after this moment are missing here
    next_sale: int
    next_day: int  # the open day has this number now, or else the next one gets it
    next_papers: Mapping[PrintKind, int]
    open_cases: int
    missing_sales: int | None  # None: what was there before could not be read
    kept: Path | None  # where what was there before lies now
    head: JournalHead


@dataclass(frozen=True, slots=True)
class _Before:
    """The database that is being replaced, as far as it could be read; where it goes."""

    head: JournalHead | None
    kept: Path | None = None
    next_sale: int | None = None
    next_day: int | None = None
    next_papers: Mapping[PrintKind, int] = field(default_factory=dict)


def restore_database(
    folder: Path,
    backup: Path,
    *,
    wanted: Identity,
    vault_key: bytes,
    clock: Clock,
    kept: JournalHead | None = None,
) -> Restored:
    """Replace the database of a folder by a backup; `kept` is what the secret store knows.

    The program must not be running. The backup itself is not touched.

    May raise:
    - RefusedError: `backup_unreadable`, `not_a_backup`, `backup_damaged`, `backup_newer`,
      `backup_of_other_till` (with `what`), `backup_wrong_key`; nothing was changed.
    - StoreError: a code of disk trouble, `migration_failed`. VaultError: `bad_key`.
    """
    staged = folder / f"{DATABASE_NAME}.restoring"
    vault = Vault(vault_key, wanted.installation)
    with translated():
        private_folder(folder)
        try:
            _stage(backup, staged)
            _check(staged, backup, wanted, vault)
            aside = _aside_name(folder, clock)
            before = _look_at(folder / DATABASE_NAME, wanted.installation, kept, aside)
            restored = _mark(staged, vault, before, clock)
            _put_in_place(folder, staged, aside)
        finally:
            for suffix in ("", *_BESIDE):
                staged.with_name(staged.name + suffix).unlink(missing_ok=True)
        write_marker(folder / MARKER_NAME, wanted)
    return restored


# --- the copy --------------------------------------------------------------------------------


def _stage(backup: Path, staged: Path) -> None:
    """Copy the file, with its log where it has one (a database that was copied by hand)."""
    for suffix in ("", *_BESIDE):
        staged.with_name(staged.name + suffix).unlink(missing_ok=True)
    for suffix in ("", "-wal"):
        source = backup.with_name(backup.name + suffix)
        if suffix and not source.exists():
            continue
        try:
            file = source.open("rb")
        except OSError as error:
            raise RefusedError("backup_unreadable", path=backup, reason=error.strerror) from error
        target = staged.with_name(staged.name + suffix)
        new_private_file(target)
        with file, target.open("wb") as out:
            shutil.copyfileobj(file, out)


def _check(staged: Path, backup: Path, wanted: Identity, vault: Vault) -> None:
    """Refuse what is not a whole backup of this till."""
    try:
        with closing(connect(staged, pragmas=_LOOKING)) as connection:
            ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
            verdict = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            version = version_of(connection)
    except sqlite3.DatabaseError as error:
        if store_code(error) != "corrupt":
            raise
        if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
            raise RefusedError("not_a_backup", path=backup) from error
        detail = error.sqlite_errorname
        raise RefusedError("backup_damaged", path=backup, detail=detail) from error
    if not ours:
        raise RefusedError("not_a_backup", path=backup)
    if verdict != "ok":
        raise RefusedError("backup_damaged", path=backup, detail=verdict)
    if version > len(all_steps()):
        raise RefusedError("backup_newer", path=backup)
    upgrade(staged, all_steps(), keep_copies=False)
    with closing(connect(staged)) as connection:
        row = connection.execute("SELECT * FROM till").fetchone()
        if row is None:
            raise RefusedError("backup_damaged", path=backup, detail="no till")
        for name in ("installation", "till", "currency", "training"):
            if getattr(wanted, name) != row[name]:
                raise RefusedError("backup_of_other_till", path=backup, what=name)
        try:
            vault.check_proof(row["vault_proof"])
        except VaultError as error:
            raise RefusedError("backup_wrong_key", path=backup) from error


def _look_at(path: Path, installation: str, kept: JournalHead | None, aside: Path) -> _Before:
    """What the present database says of itself; it may be damaged, or gone."""
    if not path.exists():
        return _Before(kept)
    unread = _Before(kept, aside)
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as there:
            there.row_factory = sqlite3.Row
            row = there.execute("SELECT * FROM till").fetchone()
            if row is None or row["installation"] != installation:
                return unread
            return _Before(
                journal_head(there),
                aside,
                int(row["next_sale_number"]),
                int(row["next_day_number"]),
                {kind: next_paper(there, kind) for kind in NUMBERED},
            )
    except (sqlite3.Error, LookupError, ValueError):
        return unread


# --- the marks -------------------------------------------------------------------------------


def _mark(staged: Path, vault: Vault, before: _Before, clock: Clock) -> Restored:
    """One transaction, then one plain file that is on the disk."""
    with closing(connect(staged)) as connection:
        with transaction(connection):
            restored = _mark_rows(connection, vault, before, clock)
        connection.execute("PRAGMA journal_mode = DELETE")
    sync_file(staged)
    return restored


def _mark_rows(
    connection: sqlite3.Connection, vault: Vault, before: _Before, clock: Clock
) -> Restored:
    till = connection.execute("SELECT * FROM till").fetchone()
    chain = Chain(vault.journal_key, till["installation"], clock)
    copied, sold = journal_head(connection), int(till["next_sale_number"])
    if copied.at is None:
        raise StoreError("damaged", detail="no journal")
    next_sale = next_number(sold, before.next_sale)
    next_day = next_number(int(till["next_day_number"]), before.next_day)
    papers = {
        kind: next_number(next_paper(connection, kind), before.next_papers.get(kind))
        for kind in NUMBERED
    }
    missing = None if before.next_sale is None else max(0, before.next_sale - sold)
    rows = connection.execute(f"{SELECT_LINE} WHERE lines.is_open = 1 ORDER BY lines.created_at")
    lines = [row_to_line(row) for row in rows.fetchall()]
    details: dict[str, Detail] = {
        "since": copied.at.isoformat(),
        "gap": next_sale - sold,
        "next_sale": next_sale,
        "open_cases": len(lines),
        "missing_sales": missing,
        "replaced_count": before.head.count if before.head else None,
        "replaced_head": before.head.seal if before.head else None,
        "kept": before.kept.name if before.kept else None,
        "next_day": next_day,
        "day_was": _open_day(connection),
    }
    for kind, number in papers.items():
        details[f"{kind.value}_known"] = papers_known(connection, kind)
        details[f"{kind.value}_next"] = number
    chain.append(connection, [Entry(Action.RESTORED, details=details)])
    writer = LineWriter(vault, chain, clock)
    for line in lines:
        writer.apply(connection, line, mark_restored(line))
    for job in jobs_printing(connection):
        end_job(connection, chain, clock, job, PrintState.PERHAPS)
    _move_numbers(connection, next_sale, next_day)
    # A cart out of a backup may have been paid since.
    connection.execute("DELETE FROM carts")
    return Restored(
        since=copied.at,
        next_sale=next_sale,
        next_day=next_day,
        next_papers=papers,
        open_cases=len(lines),
        missing_sales=missing,
        kept=before.kept,
        head=journal_head(connection),
    )


def _open_day(connection: sqlite3.Connection) -> int | None:
    row = connection.execute("SELECT number FROM days WHERE ended_at IS NULL").fetchone()
    return None if row is None else int(row["number"])


def _move_numbers(connection: sqlite3.Connection, next_sale: int, next_day: int) -> None:
    """No sale is in front. A day that is open here may have been ended since, and reported."""
    renamed = connection.execute(
        "UPDATE days SET number = ? WHERE ended_at IS NULL", (next_day,)
    ).rowcount
    connection.execute(
        "UPDATE till SET next_sale_number = ?, next_day_number = ?, current_sale = NULL",
        (next_sale, next_day + renamed),
    )


# --- the exchange ----------------------------------------------------------------------------


def _aside_name(folder: Path, clock: Clock) -> Path:
    stem = clock.now().astimezone(UTC).strftime("till-%Y%m%d-%H%M%S%f")
    path, number = folder / _ASIDE / f"{stem}.sqlite3", 1
    while path.exists():
        number += 1
        path = folder / _ASIDE / f"{stem}-{number}.sqlite3"
    return path


def _put_in_place(folder: Path, staged: Path, aside: Path) -> None:
    """The present database goes first, and durably: its log must never meet another database."""
    private_folder(aside.parent)
    present = folder / DATABASE_NAME
    for suffix in ("", *_BESIDE):
        source = present.with_name(present.name + suffix)
        if source.exists():
            source.replace(aside.with_name(aside.name + suffix))
            sync_folder(aside.parent)
            sync_folder(folder)
    staged.replace(present)
    sync_folder(folder)
