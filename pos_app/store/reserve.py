"""Room put aside for the day the disk is full (R11).

A file that holds nothing. When a write finds the disk full the file goes, and the write is tried
once more: answers of the provider that are still under way can be stored. Until the file could
be made anew no money is taken.
"""

from __future__ import annotations

import logging
import os
import shutil
import threading
from pathlib import Path
from typing import Final

from pos_app.domain.errors import StoreError
from pos_app.files import sync_folder, write_private
from pos_app.store.connection import translated

RESERVE_NAME: Final = "reserve"
RESERVE_BYTES: Final = 8 * 1024 * 1024
# Beside the reserve, so that an ordinary sale never touches it.
_LEAST_FREE: Final = 4 * 1024 * 1024

_log = logging.getLogger(__name__)


class Reserve:
    """The file, made and given up from any thread."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / RESERVE_NAME
        self._lock = threading.Lock()

    @property
    def is_there(self) -> bool:
        """Whether the whole reserve is put aside."""
        try:
            return self._path.stat().st_size == RESERVE_BYTES
        except OSError:
            return False

    def ensure(self, bytes_needed: int = 0) -> None:
        """Prove that there is room for so much, and that the reserve is there; make it if not.

        May raise:
        - StoreError: `disk_full`, `read_only` or `io`.
        """
        with self._lock, translated():
            missing = 0 if self.is_there else RESERVE_BYTES
            free = shutil.disk_usage(self._path.parent).free
            if free < bytes_needed + _LEAST_FREE + missing:
                raise StoreError("disk_full", detail="free space")
            if missing:
                # Nothing that a file system could squeeze or leave out.
                write_private(self._path, os.urandom(RESERVE_BYTES))

    def release(self) -> bool:
        """Give the room back to the disk; False when there was none."""
        with self._lock:
            try:
                self._path.unlink()
                sync_folder(self._path.parent)
            except OSError:
                return False
        _log.warning("the disk is full: the reserve is used")
        return True
