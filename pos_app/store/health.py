"""How the database and its disk are, looked at from a thread beside the writer."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from pos_app.store.connection import connect, translated
from pos_app.store.worker import Worker

_LOOKING: Final = ("busy_timeout = 2000", "query_only = ON")


class StoreHealth:
    """The port `Health`."""

    def __init__(self, path: Path, helper: Worker) -> None:
        self._path, self._helper = path, helper

    async def free_bytes(self) -> int:
        """Room on the disk where the data lies. May raise StoreError."""
        return await self._helper.run(self._free)

    def _free(self) -> int:
        with translated():
            return shutil.disk_usage(self._path.parent).free

    async def complaint(self) -> str:
        """What SQLite finds wrong with the database; empty when nothing is.

        May raise:
        - StoreError: it could not even look.
        """
        return await self._helper.run(self._check)

    def _check(self) -> str:
        with translated(), closing(connect(self._path, pragmas=_LOOKING)) as connection:
            try:
                verdict = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
            except sqlite3.DatabaseError as error:
                return str(error)
        return "" if verdict == "ok" else " ".join(verdict.split())
