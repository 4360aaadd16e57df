"""Days: opened by the first sale, ended by a person, numbered without gaps."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import cast

from pos_app.domain.day import Day, DayFigures
from pos_app.domain.errors import RefusedError
from pos_app.domain.journal import Action, Entry
from pos_app.domain.people import PersonId
from pos_app.ports import Clock
from pos_app.store.connection import Database
from pos_app.store.figures import day_figures, figures_from_json, figures_to_json
from pos_app.store.journal import Chain
from pos_app.store.lines import insert
from pos_app.store.rows import from_ticks, moment_or_none, to_ticks


def open_day(
    connection: sqlite3.Connection, chain: Chain, *, by: PersonId, now: int
) -> sqlite3.Row:
    """The open day, opened here when there is none."""
    row = _open_row(connection)
    if row is not None:
        return row
    # What happened since the last day's end belongs to this one: nothing falls in between.
    last = connection.execute("SELECT coalesce(max(journal_count), 0) AS seq FROM days").fetchone()
    number = connection.execute("SELECT next_day_number FROM till").fetchone()[0]
    columns = {"number": number, "opened_at": now, "first_seq": last["seq"] + 1}
    insert(connection, "days", columns)
    connection.execute("UPDATE till SET next_day_number = next_day_number + 1")
    chain.append(connection, [Entry(Action.DAY_OPENED, by, details={"number": number})])
    return cast("sqlite3.Row", _open_row(connection))


def _open_row(connection: sqlite3.Connection) -> sqlite3.Row | None:
    query = "SELECT * FROM days WHERE ended_at IS NULL"
    row: sqlite3.Row | None = connection.execute(query).fetchone()
    return row


def _day(row: sqlite3.Row) -> Day:
    return Day(
        id=row["id"],
        number=row["number"],
        opened_at=from_ticks(row["opened_at"]),
        ended_at=moment_or_none(row["ended_at"]),
        ended_by=row["ended_by"],
        journal_count=row["journal_count"],
        journal_head=row["journal_head"],
    )


class SqliteDays:
    """Days as their port describes them."""

    def __init__(self, database: Database, chain: Chain, clock: Clock, currency: str) -> None:
        self._database = database
        self._chain = chain
        self._clock = clock
        self._currency = currency

    async def current(self) -> Day | None:
        """The open day."""

        def read(connection: sqlite3.Connection) -> Day | None:
            row = _open_row(connection)
            return None if row is None else _day(row)

        return await self._database.read(read)

    async def figures(self, day: Day) -> DayFigures:
        """What the open day's entries add up to now; of an ended day what was ended with."""
        currency, now = self._currency, self._clock.now()

        def read(connection: sqlite3.Connection) -> DayFigures:
            row = connection.execute("SELECT * FROM days WHERE id = ?", (day.id,)).fetchone()
            if row is None:
                raise RefusedError("no_such_day", day=day.number)
            if row["figures"] is not None:
                return figures_from_json(row["figures"], currency)
            return day_figures(connection, row["id"], row["first_seq"], currency, now)

        return await self._database.read(read)

    async def end(self, *, by: PersonId) -> tuple[Day, DayFigures]:
        """End the open day: number, figures and journal head in one transaction.

        May raise:
        - RefusedError: `no_open_day`.
        """
        return await self._database.write(lambda connection: self._end(connection, by))

    def _end(self, connection: sqlite3.Connection, by: PersonId) -> tuple[Day, DayFigures]:
        row = _open_row(connection)
        if row is None:
            raise RefusedError("no_open_day")
        now = self._clock.now()
        figures = day_figures(connection, row["id"], row["first_seq"], self._currency, now)
        details = {
            "number": row["number"],
            "paid": figures.paid.amount.to_wire(),
            "delivered": figures.delivered.amount.to_wire(),
            "refunds_due": figures.refunds_due.amount.to_wire(),
            "refunds_paid": figures.refunds_paid.amount.to_wire(),
            "open_cases": figures.open_cases.count,
        }
        count = self._chain.append(connection, [Entry(Action.DAY_ENDED, by, details=details)])
        connection.execute(
            "UPDATE days SET ended_at = ?, ended_by = ?, journal_count = ?, figures = ?,"
            " journal_head = (SELECT lower(hex(journal_mac)) FROM till) WHERE id = ?",
            (to_ticks(now), by, count, figures_to_json(figures), row["id"]),
        )
        ended = connection.execute("SELECT * FROM days WHERE id = ?", (row["id"],)).fetchone()
        return _day(ended), figures

    async def ended(self, *, limit: int = 60) -> Sequence[Day]:
        """Ended days, newest first."""
        query = "SELECT * FROM days WHERE ended_at IS NOT NULL ORDER BY number DESC LIMIT ?"

        def read(connection: sqlite3.Connection) -> Sequence[Day]:
            return [_day(row) for row in connection.execute(query, (limit,))]

        return await self._database.read(read)
