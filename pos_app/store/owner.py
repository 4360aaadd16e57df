"""Stops, and the history of the balance."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from pos_app.domain.errors import RefusedError
from pos_app.domain.journal import Entry
from pos_app.domain.money import Money
from pos_app.domain.people import PersonId
from pos_app.domain.stops import Stop
from pos_app.ports import Balance
from pos_app.store.connection import Database
from pos_app.store.journal import Chain
from pos_app.store.rows import from_ticks, storable, to_ticks

_STANDS_STILL: Final = timedelta(hours=1)
_KEPT: Final = timedelta(days=400)


class SqliteStops:
    """The port `StopList`."""

    def __init__(self, database: Database, chain: Chain) -> None:
        self._database, self._chain = database, chain

    async def all(self) -> Sequence[Stop]:
        """Every stop, by brand."""

        def read(connection: sqlite3.Connection) -> Sequence[Stop]:
            rows = connection.execute("SELECT * FROM stops ORDER BY brand")
            return [
                Stop(r["brand"], r["sentence"], from_ticks(r["since"]), PersonId(r["by"]))
                for r in rows
            ]

        return await self._database.read(read)

    async def put(self, stop: Stop, entry: Entry) -> None:
        """Stop a brand, or change its sentence; with its journal entry."""
        values = (storable(stop.brand), storable(stop.sentence), to_ticks(stop.since), stop.by)

        def write(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT INTO stops (brand, sentence, since, by) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (brand) DO UPDATE SET sentence = excluded.sentence,"
                " since = excluded.since, by = excluded.by",
                values,
            )
            self._chain.append(connection, [entry])

        await self._database.write(write)

    async def remove(self, brand: str, entry: Entry) -> None:
        """Sell again, with its journal entry. May raise RefusedError `not_stopped`."""

        def write(connection: sqlite3.Connection) -> None:
            query = "DELETE FROM stops WHERE brand = ?"
            if connection.execute(query, (storable(brand),)).rowcount == 0:
                raise RefusedError("not_stopped", brand=brand)
            self._chain.append(connection, [entry])

        await self._database.write(write)


class SqliteBalances:
    """The port `BalanceHistory`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def note(self, balance: Balance) -> None:
        """Keep a balance that differs from the last one, or is an hour younger."""
        at, available = balance.asked_at, balance.available

        def write(connection: sqlite3.Connection) -> None:
            last = connection.execute("SELECT * FROM balances ORDER BY at DESC LIMIT 1").fetchone()
            if last is not None:
                same = (last["available_minor"], last["currency"]) == (
                    available.minor,
                    available.currency,
                )
                if same and at - from_ticks(last["at"]) < _STANDS_STILL:
                    return
            connection.execute(
                "INSERT INTO balances (at, available_minor, currency) VALUES (?, ?, ?)"
                " ON CONFLICT (at) DO UPDATE SET available_minor = excluded.available_minor",
                (to_ticks(at), available.minor, available.currency),
            )
            connection.execute("DELETE FROM balances WHERE at < ?", (to_ticks(at - _KEPT),))

        await self._database.write(write)

    async def since(self, moment: datetime) -> Sequence[Balance]:
        """Kept balances, oldest first."""
        query = "SELECT * FROM balances WHERE at >= ? ORDER BY at"

        def read(connection: sqlite3.Connection) -> Sequence[Balance]:
            return [
                Balance(Money(row["available_minor"], row["currency"]), from_ticks(row["at"]))
                for row in connection.execute(query, (to_ticks(moment),))
            ]

        return await self._database.read(read)
