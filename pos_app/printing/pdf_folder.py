"""`pdf:DIR`: each slip becomes a file in a folder, whole or not at all."""

from __future__ import annotations

import asyncio
import errno
import re
from pathlib import Path
from typing import Final

from pos_app.domain.errors import PrinterError
from pos_app.domain.slip import Paper, SlipDocument
from pos_app.files import write_private

_UNSAFE: Final = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST: Final = 120
_FULL: Final = {errno.ENOSPC, errno.EDQUOT}


class PdfFolderPrinter:
    """Writes `<name>.pdf`, readable by its owner only (a slip is worth money).

    A temporary file in the same folder is filled, flushed to the disk and renamed, so whoever
    watches the folder never sees half a slip. The same name replaces the file.
    """

    def __init__(self, folder: Path, paper: Paper = Paper.ROLL_80) -> None:
        """Remember where; the folder is made with the first slip."""
        self._folder = folder.expanduser()
        self._paper = paper

    @property
    def name(self) -> str:
        """The folder, as settings write it."""
        return f"pdf:{self._folder}"

    async def print_document(self, document: SlipDocument, name: str) -> None:
        """Render and write in a worker thread.

        May raise:
        - PrinterError: `permission`, `disk_full`, `unknown_printer` (no such folder can be),
          `failed`.
        """
        await asyncio.to_thread(self._print, document, name)

    def _print(self, document: SlipDocument, name: str) -> None:
        from pos_app.printing.pdf import render_pdf

        content = render_pdf(document, self._paper)
        try:
            write_private(self._folder / f"{file_name(name)}.pdf", content)
        except OSError as error:
            raise PrinterError(_reason(error), target=str(self._folder)) from error


def file_name(name: str) -> str:
    """A name that is a plain file in any folder of any system: no path, no hidden file."""
    plain = _UNSAFE.sub("_", name)[:_LONGEST].strip("._")
    return plain or "slip"


def _reason(error: OSError) -> str:
    if error.errno in _FULL:
        return "disk_full"
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return "permission"
    if isinstance(error, (NotADirectoryError, FileExistsError)):
        return "unknown_printer"
    return "failed"
