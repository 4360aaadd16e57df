"""Files that commands write: whole or not at all."""

from __future__ import annotations

from pathlib import Path

from pos_app.domain.errors import SettingsError, StoreError
from pos_app.files import write_whole as write_whole_file


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
    try:
        write_whole_file(out, data, mode=0o600 if private else 0o666)
    except OSError as error:
        raise StoreError("export_failed", path=out, reason=error.strerror) from error
