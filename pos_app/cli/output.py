"""Files that commands write: whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from pos_app.domain.errors import SettingsError, StoreError


def check_out(out: Path) -> None:
    """Refuse a place where no file can be.

    May raise:
    - SettingsError: `bad_out`.
    """
    if out.is_dir() or not out.absolute().parent.is_dir():
        raise SettingsError("bad_out", path=out)


def write_whole(out: Path, data: bytes, *, private: bool = False) -> None:
    """Write beside, flush, rename; a `private` file only its owner can read.

    May raise:
    - StoreError: `export_failed`; an older file of that name is as it was.
    """
    temporary = out.with_name(f".{out.name}.{os.getpid()}.new")
    mode = 0o600 if private else 0o666
    try:
        handle = os.open(temporary, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, mode)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(out)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise StoreError("export_failed", path=out, reason=error.strerror) from error
