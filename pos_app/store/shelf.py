"""What this till has learned about products: labels, favourites, what sells, taking back."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Final

from pos_app.domain.errors import RefusedError
from pos_app.domain.journal import Entry
from pos_app.store.connection import Database, SqlValue
from pos_app.store.journal import Chain
from pos_app.store.rows import storable

# As far back as "lately" goes, in cards: enough for a season, few enough for a moment.
_LATELY: Final = 3000


class SqliteShelf:
    """The port `ShelfStore`."""

    def __init__(self, database: Database, chain: Chain) -> None:
        self._database, self._chain = database, chain

    async def labels(self) -> Mapping[str, str]:
        """The shelf labels: text to product code."""
        rows = await self._rows("SELECT label, product_code FROM shelf_labels ORDER BY label")
        return {str(row["label"]): str(row["product_code"]) for row in rows}

    async def put_label(self, label: str, product_code: str, entry: Entry) -> None:
        """A label stands for a product from now on; with its journal entry."""

        def write(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT INTO shelf_labels (label, product_code) VALUES (?, ?)"
                " ON CONFLICT (label) DO UPDATE SET product_code = excluded.product_code",
                (storable(label), storable(product_code)),
            )
            self._chain.append(connection, [entry])

        await self._database.write(write)

    async def remove_label(self, label: str, entry: Entry) -> None:
        """Forget a label, with its entry. May raise RefusedError `no_such_label`."""

        def write(connection: sqlite3.Connection) -> None:
            query = "DELETE FROM shelf_labels WHERE label = ?"
            if connection.execute(query, (storable(label),)).rowcount == 0:
                raise RefusedError("no_such_label", label=label)
            self._chain.append(connection, [entry])

        await self._database.write(write)

    async def favourites(self) -> Sequence[str]:
        """The product codes marked on this till, by code."""
        rows = await self._rows("SELECT product_code FROM favourites ORDER BY product_code")
        return [str(row["product_code"]) for row in rows]

    async def mark(self, product_code: str, *, favourite: bool) -> None:
        """Mark a product as a favourite, or no longer."""
        query = "DELETE FROM favourites WHERE product_code = ?"
        if favourite:
            query = "INSERT INTO favourites VALUES (?) ON CONFLICT DO NOTHING"

        def write(connection: sqlite3.Connection) -> None:
            connection.execute(query, (storable(product_code),))

        await self._database.write(write)

    async def taken_back(self) -> Mapping[str, bool]:
        """Per product code whether the provider took a card back, as learned from answers."""
        rows = await self._rows("SELECT product_code, invalidatable FROM product_knowledge")
        return {str(row["product_code"]): bool(row["invalidatable"]) for row in rows}

    async def best_sellers(self, *, limit: int) -> Mapping[str, int]:
        """How many cards of a product this till has delivered lately, the most first."""
        rows = await self._rows(
            "SELECT product_code, count(*) AS sold FROM ("
            "SELECT product_code FROM lines WHERE delivered_seq IS NOT NULL"
            " ORDER BY delivered_seq DESC LIMIT ?)"
            " GROUP BY product_code ORDER BY sold DESC, product_code LIMIT ?",
            (_LATELY, limit),
        )
        return {str(row["product_code"]): int(row["sold"]) for row in rows}

    async def recently_sold(self, *, limit: int) -> Sequence[str]:
        """The product codes sold last, the newest first."""
        rows = await self._rows(
            "SELECT product_code, max(delivered_seq) AS latest FROM ("
            "SELECT product_code, delivered_seq FROM lines WHERE delivered_seq IS NOT NULL"
            " ORDER BY delivered_seq DESC LIMIT ?)"
            " GROUP BY product_code ORDER BY latest DESC LIMIT ?",
            (_LATELY, limit),
        )
        return [str(row["product_code"]) for row in rows]

    async def _rows(self, query: str, values: tuple[SqlValue, ...] = ()) -> list[sqlite3.Row]:
        return await self._database.read(
            lambda connection: connection.execute(query, values).fetchall()
        )
