"""Sales and their lines: every method is one transaction, durable when it returns."""

from __future__ import annotations

import hmac
import sqlite3
from collections.abc import Awaitable, Callable, Sequence

from pos_app.domain.card import Card
from pos_app.domain.change import Change, Decide
from pos_app.domain.errors import RefusedError
from pos_app.domain.journal import Entry
from pos_app.domain.kept_cart import IN_HAND
from pos_app.domain.sale import Line, LineId, Sale, SaleId
from pos_app.ports import Clock
from pos_app.store.connection import Database, SqlValue
from pos_app.store.days import open_day
from pos_app.store.journal import Chain
from pos_app.store.lines import LineWriter, insert, lines_of_sale, load_line, pay
from pos_app.store.rows import SELECT_LINE, row_to_line, row_to_sale, to_ticks
from pos_app.store.search import condition
from pos_app.store.vault import Vault


class SqliteSales:
    """Sales as their port describes them."""

    def __init__(
        self,
        database: Database,
        chain: Chain,
        vault: Vault,
        clock: Clock,
        currency: str,
        *,
        ensure_room: Callable[[int], Awaitable[None]],
    ) -> None:
        """`ensure_room` proves that the disk has room for so many bytes more."""
        self._ensure_room = ensure_room
        self._database = database
        self._chain = chain
        self._vault = vault
        self._clock = clock
        self._currency = currency
        self._writer = LineWriter(vault, chain, clock)

    async def next_sale_number(self) -> int:
        """The number the next recorded sale will get."""
        return await self._database.read(_next_sale_number)

    async def check_writable(self, bytes_needed: int) -> None:
        """Prove room, the vault and a test write before money is taken (M2).

        May raise:
        - StoreError: `disk_full`, `read_only`, ...
        - VaultError: `not_opened`.
        """
        await self._ensure_room(bytes_needed)
        vault, now = self._vault, to_ticks(self._clock.now())

        def check(connection: sqlite3.Connection) -> None:
            vault.check()
            connection.execute("UPDATE till SET written_at = ?", (now,))

        await self._database.write(check, may_make_room=False)

    async def record_sale(self, sale: Sale, entries: Sequence[Entry]) -> None:
        """Payment, lines, orders with key and bytes, in one transaction; opens the day if none is.

        May raise:
        - RefusedError: `number_taken` when the number is not the next one.
        """
        await self._database.write(lambda connection: self._record(connection, sale, entries))

    def _record(
        self, connection: sqlite3.Connection, sale: Sale, entries: Sequence[Entry]
    ) -> None:
        if sale.number != _next_sale_number(connection):
            raise RefusedError("number_taken", number=sale.number)
        now = to_ticks(self._clock.now())
        day = open_day(connection, self._chain, by=sale.cashier, now=now)
        columns: dict[str, SqlValue] = {
            "id": sale.id,
            "number": sale.number,
            "day": day["id"],
            "paid_at": to_ticks(sale.paid_at),
            "cashier": sale.cashier,
            "cashier_name": sale.cashier_name,
            "language": sale.language.value,
            "training": sale.training,
        }
        insert(connection, "sales", columns)
        pay(connection, sale.id, sale.paid, to_ticks(sale.paid_at))
        for line in sale.lines:
            self._writer.insert(connection, line)
        # In front at once: a crash right after the payment shows this sale again (M10).
        connection.execute(
            "UPDATE till SET next_sale_number = ?, current_sale = ?", (sale.number + 1, sale.id)
        )
        # What was paid never comes back as a cart, whenever the power fails.
        connection.execute("DELETE FROM carts WHERE name = ?", (IN_HAND,))
        self._chain.append(connection, entries)

    async def change_line(self, line_id: LineId, decide: Decide) -> Change:
        """Run `decide` on the stored line and store what it returns, in one transaction.

        RefusedError from `decide` passes through and changes nothing.
        """
        writer = self._writer

        def change(connection: sqlite3.Connection) -> Change:
            line = load_line(connection, line_id)
            decided = decide(line)
            writer.apply(connection, line, decided)
            return decided

        return await self._database.write(change)

    async def line(self, line_id: LineId) -> Line:
        """One line. May raise RefusedError `no_such_line`."""
        return await self._database.read(lambda connection: load_line(connection, line_id))

    async def sale(self, sale_id: SaleId) -> Sale:
        """One sale with its lines. May raise RefusedError `no_such_sale`."""

        def read(connection: sqlite3.Connection) -> Sale:
            row = connection.execute("SELECT * FROM sales WHERE id = ?", (sale_id,)).fetchone()
            if row is None:
                raise RefusedError("no_such_sale", sale=sale_id)
            return row_to_sale(row, lines_of_sale(connection, sale_id))

        return await self._database.read(read)

    async def open_lines(self) -> Sequence[Line]:
        """Every line that is not closed, oldest first."""
        return await self._lines(
            "WHERE lines.is_open = 1 ORDER BY lines.created_at, lines.sale, lines.number", {}
        )

    async def find_lines(self, text: str, *, limit: int = 200) -> Sequence[Line]:
        """Newest first; `text` matches sale number, brand, product, amount, order id, hint."""
        where, parameters = condition(text, self._currency)
        return await self._lines(
            f"WHERE {where} ORDER BY lines.created_at DESC, lines.id DESC LIMIT :limit",
            parameters | {"limit": limit},
        )

    async def _lines(self, rest: str, parameters: dict[str, SqlValue]) -> Sequence[Line]:
        def read(connection: sqlite3.Connection) -> Sequence[Line]:
            rows = connection.execute(f"{SELECT_LINE} {rest}", parameters)
            return [row_to_line(row) for row in rows]

        return await self._database.read(read)

    async def card(self, line_id: LineId) -> Card | None:
        """The decrypted card of a line, or None when there is none (any more).

        May raise:
        - VaultError: `not_opened`.
        """
        vault = self._vault

        def read(connection: sqlite3.Connection) -> Card | None:
            query = "SELECT sealed FROM cards WHERE line = ? AND erased_at IS NULL"
            row = connection.execute(query, (line_id,)).fetchone()
            return None if row is None else vault.open_card(line_id, row["sealed"])

        return await self._database.read(read)

    async def is_same_card(self, line_id: LineId, card: Card) -> bool:
        """Whether a card is the one that was delivered for a line, also when it was erased."""
        fingerprint = self._vault.fingerprint(card)

        def read(connection: sqlite3.Connection) -> bool:
            query = "SELECT fingerprint FROM cards WHERE line = ?"
            row = connection.execute(query, (line_id,)).fetchone()
            return row is not None and hmac.compare_digest(row["fingerprint"], fingerprint)

        return await self._database.read(read)

    async def current_sale(self) -> SaleId | None:
        """The sale that is on the progress screen, also across restarts (M10)."""

        def read(connection: sqlite3.Connection) -> SaleId | None:
            row = connection.execute("SELECT current_sale FROM till").fetchone()
            return None if row["current_sale"] is None else SaleId(row["current_sale"])

        return await self._database.read(read)

    async def set_current_sale(self, sale_id: SaleId | None) -> None:
        """Put a sale in front, or none."""

        def write(connection: sqlite3.Connection) -> None:
            connection.execute("UPDATE till SET current_sale = ?", (sale_id,))

        await self._database.write(write)

    async def invalidatable(self, product_code: str) -> bool | None:
        """Whether this product's cards can be taken back, learned from earlier answers."""
        query = "SELECT invalidatable FROM product_knowledge WHERE product_code = ?"

        def read(connection: sqlite3.Connection) -> bool | None:
            row = connection.execute(query, (product_code,)).fetchone()
            return None if row is None else bool(row["invalidatable"])

        return await self._database.read(read)

    async def save_cart(self, name: str, data: str) -> None:
        """Keep a cart (JSON text) under a name; an empty text removes it."""

        def write(connection: sqlite3.Connection) -> None:
            if not data:
                connection.execute("DELETE FROM carts WHERE name = ?", (name,))
                return
            connection.execute(
                "INSERT INTO carts (name, data) VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET data = excluded.data",
                (name, data),
            )

        await self._database.write(write)

    async def carts(self) -> dict[str, str]:
        """The kept carts: name to JSON text."""

        def read(connection: sqlite3.Connection) -> dict[str, str]:
            rows = connection.execute("SELECT name, data FROM carts ORDER BY name")
            return {row["name"]: row["data"] for row in rows}

        return await self._database.read(read)


def _next_sale_number(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT next_sale_number FROM till").fetchone()[0])
