"""Slips read back by programs that have nothing to do with ours: poppler, zbar, pypdf."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

from pypdf import PdfReader


def thermal_pages(content: bytes, folder: Path) -> list[Path]:
    """Pages as a thermal printer prints them: 203 dpi, pure black and white."""
    source = folder / "slip.pdf"
    source.write_bytes(content)
    for old in folder.glob("page-*.pbm"):
        old.unlink()
    subprocess.run(
        ["pdftoppm", "-r", "203", "-mono", str(source), str(folder / "page")], check=True
    )
    return sorted(folder.glob("page-*.pbm"))


def scan(*pictures: Path) -> set[tuple[str, str]]:
    """What an independent decoder reads: kind of mark and value."""
    # Machines without a system bus make zbar talk; that is not about the picture.
    done = subprocess.run(
        ["zbarimg", "-q", "--nodbus", *map(str, pictures)], check=False, capture_output=True
    )
    lines = done.stdout.decode().split("\n")
    return {(kind, value) for kind, _, value in (line.partition(":") for line in lines if line)}


def scan_slip(content: bytes, folder: Path) -> set[tuple[str, str]]:
    """All marks of a slip, printed and scanned."""
    return scan(*thermal_pages(content, folder))


def text_of(content: bytes) -> str:
    """The text a person would copy out of the PDF."""
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
