"""How many rows each table has, for support."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from pos_app.store.migrations import version_of


def table_counts(connection: sqlite3.Connection) -> Mapping[str, int]:
    """Rows by table, and the number of the last schema step as `schema`."""
    query = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
    tables = [str(row["name"]) for row in connection.execute(query).fetchall()]
    counts = {
        # Names out of our own schema.
        table: int(connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])  # noqa: S608
        for table in tables
    }
    return {"schema": version_of(connection), **counts}
