"""Which machine-readable mark carries a value on a paper, and how wide its modules are."""

from __future__ import annotations

from typing import Final

import segno

from pos_app.domain.barcodes import Bars, code128, ean13
from pos_app.domain.card import Barcode
from pos_app.printing.blocks import Linear, Square
from pos_app.printing.paper import Sheet

# Bars of 3 dots (0.375 mm) read best, 2 dots (0.25 mm) is the least a cheap scanner takes.
_BAR_DOTS: Final = (3, 2)
# What version 40 holds at its lowest correction; more is said in words instead.
_QR_MOST_BYTES: Final = 2900
_QR_MODULE_DOTS: Final = (8, 2)
QR_QUIET: Final = 4


def linear(bars: Bars | None, sheet: Sheet) -> Linear | None:
    """The widest whole-dot bars that fit the main column, quiet zones on the paper."""
    if bars is None:
        return None
    for dots in _BAR_DOTS:
        quiet = max(bars.quiet_left, bars.quiet_right) * dots
        fits = bars.modules * dots <= sheet.main
        if fits and bars.modules * dots + 2 * quiet <= sheet.main + 2 * sheet.margin:
            return Linear(bars, dots)
    return None


def square(value: str) -> Square | None:
    """A QR code of a value, or None when no QR code can hold it."""
    size = len(value.encode("utf-8", "surrogatepass"))
    if not value or size > _QR_MOST_BYTES:
        return None
    correction = "m" if size <= _QR_MOST_BYTES // 2 else "l"
    # Beyond ASCII the code says that it is UTF-8 (ECI); decoders would guess, and guess wrong.
    beyond = not value.isascii()
    code = segno.make_qr(
        value,
        error=correction,
        encoding="utf-8" if beyond else None,
        eci=beyond,
        boost_error=False,
    )
    return Square(tuple(bytes(row) for row in code.matrix))


def module_dots(modules: int, sheet: Sheet, column: int) -> int:
    """Dots per QR module: near the sheet's wanted size, never wider than the column."""
    most, least = _QR_MODULE_DOTS
    wanted = min(most, max(3, sheet.qr_size // (modules + 2 * QR_QUIET)))
    return max(least, min(wanted, column // (modules + 2 * QR_QUIET)))


def mark_for_code(code: str, sheet: Sheet) -> Linear | Square | None:
    """Code 128 where it fits, a QR code of the same value where it does not."""
    return linear(code128(code), sheet) or square(code)


def mark_for_barcode(barcode: Barcode, sheet: Sheet) -> Linear | Square | None:
    """The mark the issuer asks for; None for a type this till does not know."""
    if barcode.kind == "code128":
        return mark_for_code(barcode.value, sheet)
    if barcode.kind == "ean13":
        return linear(ean13(barcode.value), sheet) or square(barcode.value)
    return square(barcode.value) if barcode.kind == "qr" else None
