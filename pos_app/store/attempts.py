"""Attempts: every request that left for a line and what came back, read off its entries."""

from __future__ import annotations

import sqlite3
from typing import Final

from pos_app.domain.change import Change
from pos_app.domain.journal import Action, Entry
from pos_app.domain.sale import LineId
from pos_app.store.rows import storable

_SENT: Final = {Action.ORDER_SENT: "order", Action.INVALIDATION_SENT: "invalidation"}
_ANSWERED: Final = {
    Action.ORDER_ANSWERED: "order",
    Action.INVALIDATION_ANSWERED: "invalidation",
    Action.ORDER_INTERRUPTED: "order",
}


def note_attempts(connection: sqlite3.Connection, change: Change, now: int) -> None:
    """Write down what the change's entries say about requests."""
    for entry in change.entries:
        if entry.action in _SENT:
            _note_sent(connection, change.line.id, entry, now)
        elif entry.action in _ANSWERED:
            _note_answered(connection, change.line.id, entry, now)


def _note_sent(connection: sqlite3.Connection, line: LineId, entry: Entry, now: int) -> None:
    connection.execute(
        "INSERT INTO attempts (line, kind, request_key, sent_at) VALUES (?, ?, ?, ?)",
        (line, _SENT[entry.action], entry.details.get("key"), now),
    )


def _note_answered(connection: sqlite3.Connection, line: LineId, entry: Entry, now: int) -> None:
    """The answer belongs to the attempt that is still open, else to a look at the order (GET)."""
    details = entry.details
    interrupted = entry.action is Action.ORDER_INTERRUPTED
    outcome = (
        now,
        "interrupted" if interrupted else storable(str(details.get("proof"))),
        details.get("status"),
        storable(_text(details.get("code"))),
        storable(_text(details.get("request_id"))),
    )
    row = connection.execute(
        "SELECT max(id) AS id FROM attempts WHERE line = ? AND kind = ? AND answered_at IS NULL",
        (line, _ANSWERED[entry.action]),
    ).fetchone()
    if row["id"] is not None:
        connection.execute(
            "UPDATE attempts SET answered_at = ?, proof = ?, status = ?, code = ?,"
            " request_id = ? WHERE id = ?",
            (*outcome, row["id"]),
        )
    elif not interrupted:
        connection.execute(
            "INSERT INTO attempts (line, kind, answered_at, proof, status, code, request_id)"
            " VALUES (?, 'question', ?, ?, ?, ?, ?)",
            (line, *outcome),
        )


def _text(value: object) -> str | None:
    return None if value is None else str(value)
