"""Papers in dots of a 203 dpi print head: every mark starts and ends on a whole dot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pos_app.domain.slip import Paper

DPI: Final = 203
DOT: Final = 72 / DPI  # in points
MM: Final = DPI / 25.4  # in dots
COLUMN_GAP: Final = round(8 * MM)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper's geometry and its type sizes.

    Attributes:
        width_pt: Width of the page in points.
        height_pt: Height of a page; None for a roll, whose page is as long as its slip.
        margin: White at the left, in dots: what the printer can't reach, or shouldn't.
        content: Printable width in dots.
        sizes: Type sizes in points by role.
        bar_height: Height of a linear barcode in dots.
        aside: Width of the right column on wide paper in dots, 0 on a roll.
        qr_size: Wanted size of a square code in dots, quiet zone included.
    """

    width_pt: float
    height_pt: float | None
    margin: int
    content: int
    sizes: dict[str, float]
    bar_height: int
    qr_size: int
    aside: int = 0

    @property
    def main(self) -> int:
        """Width of the main column: everything, but for a column aside."""
        return self.content - (self.aside + COLUMN_GAP if self.aside else 0)


_ROLL_TYPE: Final = {
    "store": 11,
    "title": 8.5,
    "brand": 15,
    "amount": 24,
    "code": 19,
    "code_least": 12,
    "pin": 17,
    "strong": 9,
    "body": 8,
    "small": 7,
    "band": 10.5,
}
SHEETS: Final = {
    # 48 mm of 58 are printed: 384 dots.
    Paper.ROLL_58: Sheet(
        width_pt=58 * 72 / 25.4,
        height_pt=None,
        margin=40,
        content=384,
        sizes={**_ROLL_TYPE, "brand": 13, "amount": 20, "code": 16, "code_least": 11, "body": 7.5},
        bar_height=96,
        qr_size=248,
    ),
    # 72 mm of 80 are printed: 576 dots.
    Paper.ROLL_80: Sheet(
        width_pt=80 * 72 / 25.4,
        height_pt=None,
        margin=32,
        content=576,
        sizes=_ROLL_TYPE,
        bar_height=112,
        qr_size=272,
    ),
    Paper.A4: Sheet(
        width_pt=210 * 72 / 25.4,
        height_pt=297 * 72 / 25.4,
        margin=200,
        content=1278,
        sizes={
            "store": 14,
            "title": 10,
            "brand": 22,
            "amount": 34,
            "code": 26,
            "code_least": 16,
            "pin": 22,
            "strong": 10.5,
            "body": 9.5,
            "small": 8,
            "band": 13,
        },
        bar_height=136,
        qr_size=296,
        aside=440,
    ),
}
