"""Where blocks go, and single lines of text in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from math import ceil, floor
from typing import Final

from pos_app.printing.blocks import Align
from pos_app.printing.fonts import Face, metrics
from pos_app.printing.paper import DOT, Sheet
from pos_app.printing.strips import Words
from pos_app.printing.wrap import Measure

_LEADING: Final = 1.32


@dataclass(frozen=True, slots=True)
class Column:
    """Where blocks go: a part of a sheet's width, in dots from the left edge of the paper."""

    sheet: Sheet
    x: int
    width: int

    @classmethod
    def of(cls, sheet: Sheet) -> Column:
        """The whole printable width."""
        return cls(sheet, sheet.margin, sheet.content)

    def inset(self, dots: int) -> Column:
        """The same column, narrower on both sides."""
        return replace(self, x=self.x + dots, width=self.width - 2 * dots)


@dataclass(frozen=True, slots=True)
class Style:
    """A face in a size in points."""

    face: Face
    size: float

    @property
    def height(self) -> int:
        """Height of a line in dots."""
        return ceil(self.size * _LEADING / DOT)

    @property
    def measure(self) -> Measure:
        """Width of a text in dots."""
        return partial(_width, self)

    def words(self, text: str, x: int, *, white: bool = False) -> Words:
        """A text on the baseline of a line of this style."""
        shape = metrics(self.face)
        extent = (shape.ascent - shape.descent) * self.size / 1000 / DOT
        ascent = shape.ascent * self.size / 1000 / DOT
        baseline = round((self.height - extent) / 2 + ascent)
        return Words(x, baseline, text, self.face, self.size, white=white)

    def start(self, text: str, column: Column, align: Align) -> int:
        """Where a text begins in a column."""
        if align is Align.START:
            return column.x
        return column.x + max(0, floor((column.width - self.measure(text)) / 2))


def _width(style: Style, text: str) -> float:
    return metrics(style.face).width(text, style.size)
