"""Lines in the database: loading one, and storing a change of it with all that belongs to it.

Everything here runs inside a transaction that somebody else has begun.
"""

from __future__ import annotations

import sqlite3
from typing import Final

from pos_app.domain.card import Card
from pos_app.domain.change import Change
from pos_app.domain.errors import RefusedError
from pos_app.domain.journal import Action
from pos_app.domain.money import Money
from pos_app.domain.sale import Line, LineId, OrderState, Refund, SaleId, Trouble
from pos_app.ports import Clock
from pos_app.store.attempts import note_attempts
from pos_app.store.journal import Chain
from pos_app.store.rows import (
    SELECT_LINE,
    Columns,
    fact_columns,
    ordered_columns,
    refund_columns,
    row_to_line,
    to_ticks,
)
from pos_app.store.search import search_text
from pos_app.store.vault import Vault

_ENDED: Final = (OrderState.FAILED, OrderState.INVALIDATED)


def load_line(connection: sqlite3.Connection, line_id: LineId) -> Line:
    """One line.

    May raise:
    - RefusedError: `no_such_line`.
    """
    row = connection.execute(f"{SELECT_LINE} WHERE lines.id = ?", (line_id,)).fetchone()
    if row is None:
        raise RefusedError("no_such_line", line=line_id)
    return row_to_line(row)


def lines_of_sale(connection: sqlite3.Connection, sale: SaleId) -> tuple[Line, ...]:
    """All lines of a sale in their order."""
    query = f"{SELECT_LINE} WHERE lines.sale = ? ORDER BY lines.number"
    return tuple(row_to_line(row) for row in connection.execute(query, (sale,)))


def insert(connection: sqlite3.Connection, table: str, columns: Columns) -> None:
    """One new row. Table and column names are our own, never from outside."""
    names = ", ".join(columns)
    values = ", ".join(f":{name}" for name in columns)
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({values})", columns)  # noqa: S608


def pay(
    connection: sqlite3.Connection,
    sale: SaleId,
    amount: Money,
    at: int,
    *,
    refunded: LineId | None = None,
) -> None:
    """Write a payment down: at the main till, or by the refund of a line (M14)."""
    columns: Columns = {
        "sale": sale,
        "tender": "refund" if refunded else "main_till",
        "amount_minor": amount.minor,
        "currency": amount.currency,
        "at": at,
        "refunded_line": refunded,
    }
    insert(connection, "payments", columns)


class LineWriter:
    """Stores lines and their changes."""

    def __init__(self, vault: Vault, chain: Chain, clock: Clock) -> None:
        self._vault = vault
        self._chain = chain
        self._clock = clock

    def insert(self, connection: sqlite3.Connection, line: Line) -> None:
        """A new line; its payment is there already."""
        columns = ordered_columns(line) | fact_columns(line) | {"search": search_text(line)}
        insert(connection, "lines", columns)

    def apply(self, connection: sqlite3.Connection, before: Line, change: Change) -> None:
        """Store a change: line, entries, attempts, card, refund, replacement."""
        after = change.line
        if after == before and not change.entries and change.card is None:
            return
        if ordered_columns(after) != ordered_columns(before):
            text = f"a change of {before.id} touches what was ordered"
            raise ValueError(text)
        seq = self._chain.append(connection, change.entries)
        now = to_ticks(self._clock.now())
        if change.card is not None:
            self._store_card(connection, after.id, change.card, now)
        self._update(connection, before, after, seq)
        self._store_refund(connection, before, after, seq)
        if change.replacement is not None:
            new = change.replacement
            pay(connection, new.sale, before.face_value, now, refunded=before.id)
            self.insert(connection, new)
        note_attempts(connection, change, now)
        self._learn(connection, before, change, now)

    def _store_card(
        self, connection: sqlite3.Connection, line: LineId, card: Card, now: int
    ) -> None:
        connection.execute(
            "INSERT INTO cards (line, sealed, fingerprint, stored_at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (line) DO UPDATE SET sealed = excluded.sealed,"
            " fingerprint = excluded.fingerprint, stored_at = excluded.stored_at,"
            " erased_at = NULL",
            (line, self._vault.seal_card(line, card), self._vault.fingerprint(card), now),
        )

    def _update(self, connection: sqlite3.Connection, before: Line, after: Line, seq: int) -> None:
        columns = fact_columns(after) | {"search": search_text(after)}
        became = {
            "delivered_seq": after.delivered_at is not None and before.delivered_at is None,
            "handed_over_seq": after.handed_over is not None and before.handed_over is None,
            "ended_seq": after.order in _ENDED and before.order not in _ENDED,
        }
        columns |= {name: seq for name, happened in became.items() if happened}
        changes = ", ".join(f"{name} = :{name}" for name in columns)
        connection.execute(
            f"UPDATE lines SET {changes} WHERE id = :id",  # noqa: S608 -- our own column names
            columns | {"id": after.id},
        )

    def _store_refund(
        self, connection: sqlite3.Connection, before: Line, after: Line, seq: int
    ) -> None:
        if after.refund == before.refund:
            return
        if after.refund is None:
            connection.execute("DELETE FROM refunds WHERE line = ?", (after.id,))
            return
        columns = refund_columns(after.refund) | {
            "paid_seq": seq if after.refund.paid_at else None
        }
        if before.refund is None:
            insert(connection, "refunds", columns | _refund_of(after, after.refund))
            return
        changes = ", ".join(f"{name} = :{name}" for name in columns)
        connection.execute(
            f"UPDATE refunds SET {changes} WHERE line = :line",  # noqa: S608
            columns | {"line": after.id},
        )

    def _learn(
        self, connection: sqlite3.Connection, before: Line, change: Change, now: int
    ) -> None:
        """Remember whether this product's cards can be taken back."""
        after = change.line
        answered = any(entry.action is Action.INVALIDATION_ANSWERED for entry in change.entries)
        refused = Trouble.INVALIDATION_NOT_SUPPORTED
        if after.trouble is refused and before.trouble is not refused:
            known = 0
        elif answered and after.order is OrderState.INVALIDATED:
            known = 1
        else:
            return
        connection.execute(
            "INSERT INTO product_knowledge (product_code, invalidatable, learned_at)"
            " VALUES (?, ?, ?) ON CONFLICT (product_code) DO UPDATE"
            " SET invalidatable = excluded.invalidatable, learned_at = excluded.learned_at",
            (after.product.code, known, now),
        )


def _refund_of(line: Line, refund: Refund) -> Columns:
    """What a refund is for: the whole line."""
    return {
        "line": line.id,
        "sale": line.sale,
        "amount_minor": line.face_value.minor,
        "currency": line.face_value.currency,
        "due_at": to_ticks(refund.due_at),
    }
