"""Slips as a customer reads them: printed at 203 dpi and scanned, or copied as text.

By programs that have nothing to do with ours: poppler, zbar, pypdf.
"""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from pypdf import PdfReader


@dataclass(frozen=True, slots=True)
class Slip:
    """One PDF: its text, and what its codes hold."""

    text: str
    qr: tuple[str, ...]
    bars: tuple[str, ...]

    @classmethod
    def read(cls, path: Path) -> Self:
        """Print and scan a PDF."""
        pages = [page.extract_text() for page in PdfReader(path).pages]
        marks = _scan(path)
        return cls(
            text="\n".join(pages),
            qr=tuple(value for kind, value in marks if kind == "QR-Code"),
            bars=tuple(value for kind, value in marks if kind != "QR-Code"),
        )

    @property
    def words(self) -> str:
        """The text without any white space, as a line may break anywhere."""
        return "".join(self.text.split())


def _scan(path: Path) -> list[tuple[str, str]]:
    with tempfile.TemporaryDirectory() as folder:
        page = str(Path(folder, "page"))
        subprocess.run(["pdftoppm", "-r", "203", "-png", str(path), page], check=True)
        pictures = sorted(str(picture) for picture in Path(folder).iterdir())
        # Machines without a system bus make zbar talk, and a slip without codes fails it.
        done = subprocess.run(
            ["zbarimg", "-q", "--nodbus", *pictures], check=False, capture_output=True, text=True
        )
    lines = done.stdout.splitlines()
    return sorted((kind, value) for kind, _, value in (line.partition(":") for line in lines))
