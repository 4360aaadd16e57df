"""One running till per data folder (R11).

The lock is the operating system's: it ends with the process.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from pos_app.domain.errors import StoreError
from pos_app.files import private_folder

_LOCK: Final = "running.lock"


class InstanceLock:
    """Holds one folder while the program runs, however that ends.

    Attributes:
    - folder: what is held.
    """

    def __init__(self, folder: Path) -> None:
        """Hold nothing yet."""
        self.folder = folder
        self._handle: int | None = None

    def take(self) -> bool:
        """Take the lock, or keep it; False when another program holds it.

        May raise:
        - StoreError: `read_only` when the folder can't be written.
        """
        if self._handle is not None:
            return True
        try:
            private_folder(self.folder)
            handle = os.open(self.folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise StoreError("read_only", path=self.folder, reason=error.strerror) from error
        if not _lock(handle):
            os.close(handle)
            return False
        self._handle = handle
        return True

    def release(self) -> None:
        """Let go, as the end of the process would."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
