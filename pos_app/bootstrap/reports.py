"""The folder of what people save for themselves."""

from __future__ import annotations

import asyncio
from pathlib import Path

from pos_app.domain.errors import StoreError
from pos_app.files import write_private


class ReportFolder:
    """The port `ReportFiles`."""

    def __init__(self, folder: Path) -> None:
        """Make nothing before `write`."""
        self._folder = folder

    async def write(self, name: str, data: bytes) -> str:
        """Write a file whole or not at all, in place of an older one; where it is.

        May raise:
        - StoreError: `report_not_written` with `path` and `reason`.
        """
        path = self._folder / name
        try:
            await asyncio.to_thread(write_private, path, data)
        except OSError as error:
            raise StoreError("report_not_written", path=path, reason=error.strerror) from error
        return str(path)
