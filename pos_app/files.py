"""Folders and files that only the owner can read, written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def private_folder(folder: Path) -> Path:
    """The folder, made with mode 0700 where it was missing."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    for path in reversed(missing):
        path.mkdir(mode=0o700, exist_ok=True)
    return folder


def new_private_file(path: Path) -> None:
    """An empty file with mode 0600, whatever the umask says.

    May raise:
    - FileExistsError: there is one already.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def write_private(path: Path, data: bytes) -> None:
    """Replace a file that only its owner can read, in a folder like that.

    May raise:
    - OSError: as `write_whole`.
    """
    private_folder(path.parent)
    write_whole(path, data)


def write_whole(path: Path, data: bytes, *, mode: int = 0o600) -> None:
    """Replace a file in one step: its old or its new content is there, never half of it.

    May raise:
    - OSError: it could not be written; the old content is there, and nothing else.
    """
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.new")
    # Never through something that lies there already, such as somebody else's link.
    handle = os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Have the file's content on the disk before going on."""
    # Windows syncs only what is open for writing.
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Have a rename in the folder on the disk before going on; Windows does that by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
