"""The journal: what happened, numbered without gaps and chained (M16).

The seal ("mac") of an entry is HMAC-SHA256, under the vault's journal key, over

    the previous entry's seal (32 bytes; zeros before the first)
    + the UTF-8 bytes of this JSON array, without spaces, non-ASCII characters escaped:
      ["journal 1", installation, seq, at, by, by_name, action, sale, line, details]

where `at` is in microseconds since 1970 UTC and `details` is the JSON text as stored. The row
`till` keeps how long the journal is and its last seal, sealed once more, so that cutting off its
end shows too. It claims nothing against somebody who holds the key, or who puts a whole older
database in place: against that the count and the head are kept elsewhere (M16).
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

from pos_app.domain.journal import Action, Detail, Entry, JournalHead, JournalRecord
from pos_app.domain.people import TILL, PersonId
from pos_app.domain.sale import LineId
from pos_app.ports import Clock
from pos_app.store.connection import Database, SqlValue
from pos_app.store.rows import from_ticks, moment_or_none, to_ticks

NO_SEAL: Final = bytes(32)
TILL_NAME: Final = "Till"
_MOST_TEXT: Final = 1000  # characters of one value
_MOST_DETAILS: Final = 8000  # characters of all, as stored
_CHUNK: Final = 2000


def details_text(details: Iterable[tuple[str, Detail]]) -> str:
    """The details as stored. Overlong ones are cut: a journal entry must never fail to fit."""
    limit, pairs = _MOST_TEXT, list(details)
    while len(text := _compact(pairs, limit)) > _MOST_DETAILS:
        limit //= 2
        if limit < 8:
            pairs = pairs[: len(pairs) // 2]
    return text


def _compact(pairs: Sequence[tuple[str, Detail]], limit: int) -> str:
    cut = {name: _cut(value, limit) for name, value in pairs}
    return json.dumps(cut, sort_keys=True, separators=(",", ":"))


def _cut(value: Detail, limit: int) -> Detail:
    return f"{value[:limit]}…" if isinstance(value, str) and len(value) > limit else value


class Chain:
    """Appends entries inside somebody's transaction, and checks them."""

    def __init__(self, key: bytes, installation: str, clock: Clock) -> None:
        self._key = key
        self._installation = installation
        self._clock = clock

    def __repr__(self) -> str:
        """No key."""
        return "Chain(hidden)"

    def append(self, connection: sqlite3.Connection, entries: Sequence[Entry]) -> int:
        """Write the entries down; returns how long the journal is now."""
        row = connection.execute("SELECT journal_seq, journal_mac FROM till").fetchone()
        seq, prev = int(row["journal_seq"]), bytes(row["journal_mac"])
        if not entries:
            return seq
        at = to_ticks(self._clock.now())
        for entry in entries:
            seq += 1
            prev = self._write(connection, seq, at, entry, prev)
        return seq

    def _write(
        self, connection: sqlite3.Connection, seq: int, at: int, entry: Entry, prev: bytes
    ) -> bytes:
        values: tuple[SqlValue, ...] = (
            seq,
            at,
            entry.by,
            _name(connection, entry.by),
            entry.action.value,
            entry.sale,
            entry.line,
            details_text(entry.details.items()),
        )
        mac = self._mac(values, prev)
        connection.execute(
            "INSERT INTO journal (seq, at, by, by_name, action, sale, line, details, prev, mac)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*values, prev, mac),
        )
        connection.execute(
            "UPDATE till SET journal_seq = ?, journal_mac = ?, journal_seal = ?",
            (seq, mac, self.seal(seq, mac)),
        )
        return mac

    def _mac(self, values: Sequence[SqlValue], prev: bytes) -> bytes:
        array = ["journal 1", self._installation, *values]
        text = json.dumps(array, separators=(",", ":"))
        return hmac.digest(self._key, prev + text.encode(), hashlib.sha256)

    def seal(self, seq: int, mac: bytes) -> bytes:
        """The mac over the journal's length and head."""
        text = json.dumps(["journal head 1", self._installation, seq, mac.hex()])
        return hmac.digest(self._key, text.encode(), hashlib.sha256)

    def first_broken(self, rows: Iterable[sqlite3.Row], seq: int, prev: bytes) -> int | None:
        """The number of the first row that is not what was written after `seq` with `prev`."""
        for row in rows:
            seq += 1
            values = tuple(row)[:8]
            sound = (
                row["seq"] == seq
                and row["prev"] == prev
                and hmac.compare_digest(row["mac"], self._mac(values, prev))
            )
            if not sound:
                return seq
            prev = row["mac"]
        return None

    def ends_at(self, till: sqlite3.Row, seq: int, mac: bytes) -> bool:
        """Whether the journal's sealed end is here."""
        seal = self.seal(till["journal_seq"], till["journal_mac"])
        sealed = hmac.compare_digest(till["journal_seal"], seal)
        return sealed and (till["journal_seq"], till["journal_mac"]) == (seq, mac)


def _name(connection: sqlite3.Connection, person: PersonId) -> str:
    """The person's name as it is today: later renaming does not rewrite what happened."""
    if person == TILL:
        return TILL_NAME
    row = connection.execute("SELECT name FROM people WHERE id = ?", (person,)).fetchone()
    return str(row["name"]) if row else f"#{person}"


class SqliteJournal:
    """The journal as its port describes it."""

    def __init__(self, database: Database, chain: Chain) -> None:
        self._database = database
        self._chain = chain

    async def write(self, *entries: Entry) -> None:
        """Append entries that belong to no line change."""
        chain = self._chain
        await self._database.write(lambda connection: chain.append(connection, entries))

    async def timeline(self, line_id: LineId) -> Sequence[JournalRecord]:
        """Everything about one line and its sale, oldest first."""
        query = (
            "SELECT * FROM journal WHERE line = :line OR (line IS NULL"
            " AND sale = (SELECT sale FROM lines WHERE id = :line)) ORDER BY seq"
        )
        return await self._read(query, {"line": line_id})

    async def records(
        self,
        *,
        since: date | None = None,
        until: date | None = None,
        actions: Sequence[Action] | None = None,
    ) -> Sequence[JournalRecord]:
        """Entries by local date, both ends included, oldest first."""
        query = "SELECT * FROM journal WHERE at >= :since AND at < :until"
        parameters: dict[str, SqlValue] = {
            "since": -(2**62) if since is None else _midnight(since),
            "until": 2**62 if until is None else _midnight(until + timedelta(days=1)),
        }
        if actions is not None:
            names = {f"action{number}": action.value for number, action in enumerate(actions)}
            query += f" AND action IN ({', '.join(f':{name}' for name in names)})"
            parameters |= names
        return await self._read(f"{query} ORDER BY seq", parameters)

    async def _read(self, query: str, parameters: dict[str, SqlValue]) -> Sequence[JournalRecord]:
        def read(connection: sqlite3.Connection) -> Sequence[JournalRecord]:
            return [_record(row) for row in connection.execute(query, parameters)]

        return await self._database.read(read)

    async def head(self) -> JournalHead:
        """Where the journal ends now: to be kept elsewhere too (M16)."""
        return await self._database.read(journal_head)

    async def seal_of(self, seq: int) -> str | None:
        """The seal of one entry as hex, or None when there is no such entry."""

        def read(connection: sqlite3.Connection) -> str | None:
            row = connection.execute("SELECT mac FROM journal WHERE seq = ?", (seq,)).fetchone()
            return None if row is None else str(row["mac"].hex())

        return await self._database.read(read)

    async def verify(self) -> int | None:
        """The number of the first entry that breaks the chain, or None when all is well."""
        chain, seq, prev = self._chain, 0, NO_SEAL
        while True:
            # In chunks, so that a sale never waits for the whole of a long journal.
            rows, till = await self._database.read(_chunk_after(seq))
            # Thousands of seals: not on the thread that draws the window.
            broken = await asyncio.to_thread(chain.first_broken, rows, seq, prev)
            if broken is not None:
                return broken
            if rows:
                seq, prev = rows[-1]["seq"], rows[-1]["mac"]
            if len(rows) < _CHUNK:
                return None if chain.ends_at(till, seq, prev) else seq + 1


def journal_head(connection: sqlite3.Connection) -> JournalHead:
    """Where the journal ends, as the till's row says."""
    row = connection.execute(
        "SELECT journal_seq, journal_mac, (SELECT at FROM journal WHERE seq = journal_seq) AS at"
        " FROM till"
    ).fetchone()
    return JournalHead(row["journal_seq"], row["journal_mac"].hex(), moment_or_none(row["at"]))


def _chunk_after(
    seq: int,
) -> Callable[[sqlite3.Connection], tuple[list[sqlite3.Row], sqlite3.Row]]:
    """Reads some entries after a number, and the till's row of the same moment."""

    def read(connection: sqlite3.Connection) -> tuple[list[sqlite3.Row], sqlite3.Row]:
        query = "SELECT * FROM journal WHERE seq > ? ORDER BY seq LIMIT ?"
        rows = connection.execute(query, (seq, _CHUNK)).fetchall()
        return rows, connection.execute("SELECT * FROM till").fetchone()

    return read


def _record(row: sqlite3.Row) -> JournalRecord:
    entry = Entry(
        Action(row["action"]),
        PersonId(row["by"]),
        row["sale"],
        row["line"],
        json.loads(row["details"]),
    )
    return JournalRecord(row["seq"], from_ticks(row["at"]), row["by_name"], entry)


def _midnight(day: date) -> int:
    """The start of a local date."""
    return to_ticks(datetime.combine(day, time.min).astimezone())
