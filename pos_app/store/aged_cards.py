"""Cards that have been kept long enough, and their erasing (M15)."""

from __future__ import annotations

import hmac
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from pos_app.domain.ageing import is_worthless
from pos_app.domain.card import Card
from pos_app.domain.errors import RefusedError
from pos_app.domain.journal import Action, Entry
from pos_app.domain.sale import Line, LineId
from pos_app.ports import Clock
from pos_app.store.connection import Database
from pos_app.store.journal import Chain
from pos_app.store.lines import load_line
from pos_app.store.rows import SELECT_LINE, row_to_line, to_ticks
from pos_app.store.vault import Vault

_NO_OPEN_CASE: Final = """
    lines.is_open = 0
    AND NOT EXISTS (SELECT 1 FROM lines other WHERE other.sale = lines.sale AND other.is_open = 1)
"""
# As `domain/ageing.py` says it.
_ENDED_AT: Final = """
    max(lines.created_at, coalesce(lines.delivered_at, 0), coalesce(lines.handed_over_at, 0),
        coalesce(lines.invalidation_asked_at, 0), coalesce(refunds.paid_at, 0),
        coalesce(lines.closed_at, 0))
"""
_AGED: Final = f"""
    {SELECT_LINE} JOIN cards ON cards.line = lines.id
    WHERE cards.erased_at IS NULL AND {_ENDED_AT} < :before AND {_NO_OPEN_CASE}
    ORDER BY {_ENDED_AT}, lines.id LIMIT :limit
"""
_CLOSED: Final = f"SELECT lines.id FROM lines WHERE lines.id = ? AND {_NO_OPEN_CASE}"  # noqa: S608


class SqliteAgedCards:
    """The port `AgedCards`."""

    def __init__(self, database: Database, chain: Chain, vault: Vault, clock: Clock) -> None:
        self._database, self._chain, self._vault, self._clock = database, chain, vault, clock

    async def aged(self, before: datetime, *, limit: int) -> Sequence[Line]:
        """Closed lines whose story ended before a moment, with their card still here."""
        parameters = {"before": to_ticks(before), "limit": limit}

        def read(connection: sqlite3.Connection) -> Sequence[Line]:
            return [row_to_line(row) for row in connection.execute(_AGED, parameters)]

        return await self._database.read(read)

    async def erase(self, line_id: LineId, seen: Card | None) -> None:
        """Erase a card that the provider has just shown to be the same; its keyed hash stays.

        Without `seen` only a worthless one. The pages it lay on are overwritten
        (`secure_delete`).

        May raise:
        - RefusedError: `other_card`, `case_open`, `not_handed_over`, `already_erased`.
        """
        fingerprint = self._vault.fingerprint(seen) if seen is not None else None
        now = to_ticks(self._clock.now())

        def write(connection: sqlite3.Connection) -> None:
            line = load_line(connection, line_id)
            _refuse(connection, line, fingerprint)
            connection.execute(
                "UPDATE cards SET sealed = x'', erased_at = ? WHERE line = ?", (now, line_id)
            )
            details = {"order_id": line.order_id, "hint": line.card_hint}
            entry = Entry(Action.CARD_ERASED, sale=line.sale, line=line.id, details=details)
            self._chain.append(connection, [entry])

        await self._database.write(write)


def _refuse(connection: sqlite3.Connection, line: Line, fingerprint: bytes | None) -> None:
    """Refuse whatever is not an aged card, seen at the provider just now."""
    query = "SELECT fingerprint, erased_at FROM cards WHERE line = ?"
    card = connection.execute(query, (line.id,)).fetchone()
    if not line.is_closed and line.handed_over is None:
        raise RefusedError("not_handed_over", line=line.id)
    if card is None or card["erased_at"] is not None:
        raise RefusedError("already_erased", line=line.id)
    if connection.execute(_CLOSED, (line.id,)).fetchone() is None:
        raise RefusedError("case_open", line=line.id)
    if fingerprint is None:
        same = is_worthless(line)
    else:
        same = hmac.compare_digest(card["fingerprint"], fingerprint)
    if not same:
        raise RefusedError("other_card", line=line.id)
