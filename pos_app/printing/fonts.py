"""The bundled faces: measured here, embedded by reportlab as a subset, read when first used."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from pos_app.printing.paper import DOT
from pos_app.resources import resource_path


class Face(StrEnum):
    """The roles of type on a slip, by the name of their file."""

    REGULAR = "TillSans-Regular"
    MEDIUM = "TillSans-Medium"
    BOLD = "TillSans-Bold"
    CODE = "TillMono-Bold"
    MONO = "TillMono-Regular"


@dataclass(frozen=True, slots=True)
class Metrics:
    """What the layout needs to know of a face: widths per sign in thousandths of the size."""

    widths: dict[int, float]
    ascent: float
    descent: float

    def has(self, sign: str) -> bool:
        """Whether the face draws this sign."""
        return ord(sign) in self.widths

    def width(self, text: str, size: float) -> float:
        """Width of a text in dots."""
        widths = self.widths
        return sum(widths.get(ord(sign), 0.0) for sign in text) * size / (1000 * DOT)


@cache
def metrics(face: Face) -> Metrics:
    """Read a bundled face and make it known to reportlab, once."""
    font = TTFont(face.value, str(resource_path("fonts", f"{face.value}.ttf")), shapable=False)
    pdfmetrics.registerFont(font)
    loaded = font.face
    known = {sign: float(loaded.charWidths[sign]) for sign in loaded.charToGlyph}
    return Metrics(known, float(loaded.ascent), float(loaded.descent))
