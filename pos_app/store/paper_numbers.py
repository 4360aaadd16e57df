"""Numbers of void and refund slips: per till and kind, without gaps except behind a restore.

The table counts papers. After a restore the count goes on, but the numbers jump as those of sales
do, because papers that the copy does not know may be out there. Where they jump stands in the
journal, in the details of RESTORED: `void_known` papers keep their numbers, the next one gets
`void_next`; likewise for refund slips. Count and journal together give each paper its number, for
ever the same.
"""

from __future__ import annotations

import json
import sqlite3
from typing import Final

from pos_app.domain.journal import Action
from pos_app.domain.printjob import PrintKind
from pos_app.domain.sale import LineId
from pos_app.store.connection import Database

NUMBERED: Final = (PrintKind.VOID, PrintKind.REFUND)


def papers_known(connection: sqlite3.Connection, kind: PrintKind) -> int:
    """How many papers of a kind have a number; none in a database older than such papers."""
    query = "SELECT 1 FROM sqlite_master WHERE name = 'paper_numbers'"
    if connection.execute(query).fetchone() is None:
        return 0
    query = "SELECT count(*) FROM paper_numbers WHERE kind = ?"
    return int(connection.execute(query, (kind.value,)).fetchone()[0])


def paper_number(connection: sqlite3.Connection, kind: PrintKind, count: int) -> int:
    """The number on the paper that was counted as `count`."""
    query = "SELECT details FROM journal WHERE action = ? ORDER BY seq DESC"
    for (text,) in connection.execute(query, (Action.RESTORED.value,)):
        details: dict[str, int] = json.loads(text)
        # Restores by earlier versions wrote nothing about papers.
        known = details.get(f"{kind.value}_known")
        if known is not None and known < count:
            return details[f"{kind.value}_next"] + count - known - 1
    return count


def next_paper(connection: sqlite3.Connection, kind: PrintKind) -> int:
    """The number that the next paper of a kind gets."""
    return paper_number(connection, kind, papers_known(connection, kind) + 1)


class SqlitePaperNumbers:
    """The port `PaperNumbers`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def number(self, kind: PrintKind, line_id: LineId) -> int:
        """The number of a line's paper, given out when it is first asked for."""

        def write(connection: sqlite3.Connection) -> int:
            query = "SELECT number FROM paper_numbers WHERE kind = ? AND line = ?"
            row = connection.execute(query, (kind.value, line_id)).fetchone()
            if row is None:
                row = connection.execute(
                    "INSERT INTO paper_numbers (kind, number, line)"
                    " SELECT :kind, count(*) + 1, :line FROM paper_numbers WHERE kind = :kind"
                    " RETURNING number",
                    {"kind": kind.value, "line": line_id},
                ).fetchone()
            return paper_number(connection, kind, int(row["number"]))

        return await self._database.write(write)
