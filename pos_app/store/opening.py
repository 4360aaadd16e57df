"""Opening the store, or making a new one on purpose: a till never starts empty by accident (R11).

<folder>/till.sqlite3         the database
<folder>/database-exists      says that there was one, and whose
<folder>/catalogue.jsonl      the last good catalogue
<folder>/backups/             verified copies
<folder>/reserve              room for answers on a full disk
"""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pos_app.domain.errors import StoreError
from pos_app.domain.journal import Action, Entry
from pos_app.files import new_private_file, private_folder, sync_folder, write_private
from pos_app.ports import Clock
from pos_app.store.aged_cards import SqliteAgedCards
from pos_app.store.backup import SqliteBackups, newest_backup
from pos_app.store.catalogue import FileCatalogue
from pos_app.store.connection import Database, connect, store_code, transaction, translated
from pos_app.store.counts import table_counts
from pos_app.store.days import SqliteDays
from pos_app.store.health import StoreHealth
from pos_app.store.journal import NO_SEAL, Chain, SqliteJournal
from pos_app.store.lines import insert
from pos_app.store.migrations import APPLICATION_ID, all_steps, upgrade
from pos_app.store.owner import SqliteBalances, SqliteStops
from pos_app.store.paper_numbers import SqlitePaperNumbers
from pos_app.store.people import SqlitePeople
from pos_app.store.print_jobs import SqlitePrintJobs
from pos_app.store.reserve import RESERVE_NAME, Reserve
from pos_app.store.rows import to_ticks
from pos_app.store.sales import SqliteSales
from pos_app.store.shelf import SqliteShelf
from pos_app.store.vault import Vault
from pos_app.store.worker import Worker

DATABASE_NAME: Final = "till.sqlite3"
MARKER_NAME: Final = "database-exists"
BACKUPS_NAME: Final = "backups"
# Nothing that would write into what may be another program's file.
_LOOKING: Final = ("busy_timeout = 2000",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What a database belongs to."""

    installation: str
    till: str
    currency: str
    training: bool


class Store:
    """Everything the till keeps, port by port."""

    def __init__(
        self,
        database: Database,
        helper: Worker,
        vault: Vault,
        clock: Clock,
        identity: Identity,
        reserve: Reserve,
    ) -> None:
        chain = Chain(vault.journal_key, identity.installation, clock)
        folder = database.path.parent
        self._database = database
        self._helper = helper
        self._reserve = reserve
        self.identity = identity
        self.sales = SqliteSales(
            database, chain, vault, clock, identity.currency, ensure_room=self._ensure_room
        )
        self.journal = SqliteJournal(database, chain)
        self.people = SqlitePeople(database, helper, chain, clock)
        self.print_jobs = SqlitePrintJobs(database, chain, clock)
        self.days = SqliteDays(database, chain, clock, identity.currency)
        self.aged_cards = SqliteAgedCards(database, chain, vault, clock)
        self.stops = SqliteStops(database, chain)
        self.balances = SqliteBalances(database)
        self.paper_numbers = SqlitePaperNumbers(database)
        self.shelf = SqliteShelf(database, chain)
        self.catalogue = FileCatalogue(folder, helper)
        self.health = StoreHealth(database.path, helper)
        self.backups = SqliteBackups(database.path, folder / BACKUPS_NAME, helper, clock)

    async def _ensure_room(self, bytes_needed: int) -> None:
        await self._helper.run(lambda: self._reserve.ensure(bytes_needed))

    async def put_room_aside(self) -> None:
        """Make the reserve for a full disk; where there is no room for it, `Pay` will say so."""
        with suppress(StoreError):
            await self._ensure_room(0)

    async def counts(self) -> Mapping[str, int]:
        """Rows of each table, and the schema's number, for support."""
        return await self._database.read(table_counts)

    async def close(self) -> None:
        """Finish what was asked for, then close."""
        await self._helper.close()
        await self._database.close()


def store_exists(folder: Path) -> bool:
    """Whether there is a database in the folder, or is known to have been one."""
    return (folder / DATABASE_NAME).exists() or (folder / MARKER_NAME).exists()


def remove_empty_store(folder: Path) -> None:
    """Take back a set-up that broke off; a store that ever sold anything stays.

    May raise:
    - StoreError: `not_empty`, or a code of disk trouble; nothing was removed.
    """
    path = folder / DATABASE_NAME
    if path.exists():
        with translated(), closing(connect(path, pragmas=_LOOKING)) as connection:
            if connection.execute("SELECT 1 FROM sales LIMIT 1").fetchone() is not None:
                raise StoreError("not_empty", path=path)
    beside = (f"{DATABASE_NAME}-wal", f"{DATABASE_NAME}-shm", MARKER_NAME, RESERVE_NAME)
    for name in (DATABASE_NAME, *beside):
        (folder / name).unlink(missing_ok=True)


async def open_store(
    folder: Path,
    *,
    clock: Clock,
    vault_key: bytes,
    training: bool,
    currency: str,
    till_id: str,
    installation_id: str | None = None,
    known: bool = False,
) -> Store:
    """Open the store of a folder; changes nothing in it but its schema.

    `known` says that the settings tell of a database; `installation_id`, where given, must be
    the database's own.

    May raise:
    - StoreError: `missing`, `missing_but_known`, `newer_schema`, `damaged`,
      `other_installation` (with `what`), `migration_failed`, or a code of disk trouble.
    - VaultError: `bad_key`, `wrong_key`.
    """
    wanted = Identity(
        installation=installation_id or "", till=till_id, currency=currency, training=training
    )
    return await _start(
        folder, lambda: _open(folder, wanted, vault_key, known=known), vault_key, clock
    )


async def create_store(
    folder: Path,
    *,
    clock: Clock,
    vault_key: bytes,
    training: bool,
    currency: str,
    till_id: str,
    installation_id: str | None = None,
    even_if_known: bool = False,
) -> Store:
    """Make a new store, on purpose, and open it.

    May raise:
    - StoreError: `already_there`; `missing_but_known` when there was one, unless
      `even_if_known`; or a code of disk trouble.
    - VaultError: `bad_key`.
    """
    identity = Identity(
        installation=installation_id or str(uuid.uuid4()),
        till=till_id,
        currency=currency,
        training=training,
    )

    def create() -> _Opened:
        path = folder / DATABASE_NAME
        if path.exists():
            raise StoreError("already_there", path=path)
        if (folder / MARKER_NAME).exists() and not even_if_known:
            raise StoreError("missing_but_known", path=path, **_way_out(folder))
        with translated():
            private_folder(folder)
            _create(path, identity, Vault(vault_key, identity.installation), clock)
        return _open(folder, identity, vault_key, known=True)

    return await _start(folder, create, vault_key, clock)


_Opened = tuple[sqlite3.Connection, Identity]


async def _start(
    folder: Path, opening: Callable[[], _Opened], vault_key: bytes, clock: Clock
) -> Store:
    """Open on the thread that will own the connection."""
    worker = Worker("store-writer")
    try:
        connection, identity = await worker.run(opening)
    except BaseException:
        await worker.close()
        raise
    reserve = Reserve(folder)
    database = Database(worker, connection, folder / DATABASE_NAME, reserve.release)
    vault = Vault(vault_key, identity.installation)
    return Store(database, Worker("store-helper", threads=2), vault, clock, identity, reserve)


def _open(folder: Path, wanted: Identity, vault_key: bytes, *, known: bool) -> _Opened:
    path, marker = folder / DATABASE_NAME, folder / MARKER_NAME
    if not path.exists():
        if known or marker.exists():
            raise StoreError("missing_but_known", path=path, **_way_out(folder))
        raise StoreError("missing", path=path)
    with translated():
        _refuse_damaged(path)
        upgrade(path, all_steps())
        connection = connect(path)
    try:
        with translated():
            row = connection.execute("SELECT * FROM till").fetchone()
            if row is None:
                raise StoreError("damaged", detail="no till", **_way_out(folder))
            identity = _checked_identity(row, wanted)
            Vault(vault_key, identity.installation).check_proof(row["vault_proof"])
            if not marker.exists():
                write_marker(marker, identity)
    except BaseException:
        connection.close()
        raise
    return connection, identity


def _refuse_damaged(path: Path) -> None:
    """Refuse a file that SQLite does not trust, or that is not ours.

    May raise:
    - StoreError: `damaged`.
    """
    try:
        with closing(connect(path, pragmas=_LOOKING)) as connection:
            ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
            complaint = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        if store_code(error) != "corrupt":
            raise
        detail = error.sqlite_errorname
        raise StoreError("damaged", detail=detail, **_way_out(path.parent)) from error
    if not ours or complaint != "ok":
        detail = complaint if ours else "not a till's database"
        raise StoreError("damaged", detail=detail, **_way_out(path.parent))


def _way_out(folder: Path) -> dict[str, object]:
    """The newest backup for the sentence; `key` chooses the sentence without one."""
    backup = newest_backup(folder / BACKUPS_NAME)
    return {"key": "no_backup"} if backup is None else {"backup": backup}


def _checked_identity(row: sqlite3.Row, wanted: Identity) -> Identity:
    found = Identity(
        installation=row["installation"],
        till=row["till"],
        currency=row["currency"],
        training=bool(row["training"]),
    )
    for name in ("installation", "till", "currency", "training"):
        ours, theirs = getattr(wanted, name), getattr(found, name)
        if ours != theirs and not (name == "installation" and ours == ""):
            raise StoreError("other_installation", what=name, settings=ours, database=theirs)
    return found


def _create(path: Path, identity: Identity, vault: Vault, clock: Clock) -> None:
    """A complete database under another name first: no half-made one is ever found."""
    temporary = path.with_name(f"{path.name}.making")
    for suffix in ("", "-wal", "-shm"):
        temporary.with_name(temporary.name + suffix).unlink(missing_ok=True)
    new_private_file(temporary)
    upgrade(temporary, all_steps(), keep_copies=False)
    connection = connect(temporary)
    try:
        chain = Chain(vault.journal_key, identity.installation, clock)
        with transaction(connection):
            insert(
                connection,
                "till",
                {
                    "id": 1,
                    "installation": identity.installation,
                    "till": identity.till,
                    "currency": identity.currency,
                    "training": identity.training,
                    "created_at": to_ticks(clock.now()),
                    "journal_mac": NO_SEAL,
                    "journal_seal": chain.seal(0, NO_SEAL),
                    "vault_proof": vault.proof,
                },
            )
            details = {"till": identity.till, "currency": identity.currency}
            chain.append(connection, [Entry(Action.TILL_CREATED, details=details)])
    finally:
        connection.close()
    temporary.replace(path)
    sync_folder(path.parent)
    write_marker(path.with_name(MARKER_NAME), identity)


def write_marker(marker: Path, identity: Identity) -> None:
    """Say that there is a database here, and whose."""
    write_private(marker, json.dumps({"installation": identity.installation}).encode())
