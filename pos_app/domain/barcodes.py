"""Linear barcodes as data: widths of bars and spaces, counted in modules. No drawing here.

Paper and screen draw the same bars: slips (Code 128, EAN-13) and the payment page (Code 128).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

# Code 128: bar, space, bar, ... of the symbols 0 to 102, start A/B/C, and stop with its last bar.
_SYMBOLS: Final = """
    212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212
    112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131
    311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321
    112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121
    313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111
    314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114
    122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212
    124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113
    114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112
""".split()
_START_B, _START_C, _TO_C, _TO_B, _STOP = 104, 105, 99, 100, 106
_FIRST, _LAST = 32, 126  # what set B shows; set A's control characters are never printed

# EAN-13: the left digits in two shapes, the right ones, and which shapes tell the first digit.
_LEFT_ODD: Final = "3211 2221 2122 1411 1132 1231 1114 1312 1213 3112".split()
_LEFT_EVEN: Final = tuple(widths[::-1] for widths in _LEFT_ODD)
_PARITY: Final = "OOOOOO OOEOEE OOEEOE OOEEEO OEOOEE OEEOOE OEEEOO OEOEOE OEOEEO OEEOEO".split()
_EAN_DIGITS: Final = 13


@dataclass(frozen=True, slots=True)
class Bars:
    """Run lengths in modules, starting and ending with a bar, and the quiet zones beside them."""

    runs: tuple[int, ...]
    quiet_left: int
    quiet_right: int

    def __repr__(self) -> str:
        """Only the size: the bars are the value, and the value may be a card's code."""
        return f"Bars(modules={self.modules})"

    @property
    def modules(self) -> int:
        """Width of the bars without the quiet zones."""
        return sum(self.runs)


def code128(value: str) -> Bars | None:
    """The shortest Code 128 of a value in the sets B and C, or None when it can't hold it."""
    if not value or any(not _FIRST <= ord(sign) <= _LAST for sign in value):
        return None
    symbols = _shortest(value)
    check = symbols[0] + sum(place * symbol for place, symbol in enumerate(symbols))
    widths = "".join(_SYMBOLS[symbol] for symbol in (*symbols, check % 103, _STOP))
    return Bars(tuple(map(int, widths)), quiet_left=10, quiet_right=10)


def _shortest(value: str) -> list[int]:
    """Symbols of the shortest encoding, start symbol first; found from the end of the value."""
    size = len(value)
    # best[i] = (rest when in set B at i, rest when in set C at i)
    best_b: list[list[int]] = [[] for _ in range(size + 1)]
    best_c: list[list[int]] = [[] for _ in range(size + 1)]
    for i in range(size - 1, -1, -1):
        stay_b = [ord(value[i]) - _FIRST, *best_b[i + 1]]
        pair = value[i : i + 2]
        if len(pair) == 2 and pair.isdigit():
            stay_c = [int(pair), *best_c[i + 2]]
        else:
            stay_c = [_TO_B, *stay_b]
        best_b[i] = min(stay_b, [_TO_C, *stay_c], key=len)
        best_c[i] = min(stay_c, [_TO_B, *stay_b], key=len)
    return min([_START_B, *best_b[0]], [_START_C, *best_c[0]], key=len)


def ean13(value: str) -> Bars | None:
    """The EAN-13 of thirteen digits, or None when it is none or its check digit is wrong."""
    if len(value) != _EAN_DIGITS or not (value.isascii() and value.isdigit()):
        return None
    digits = [int(sign) for sign in value]
    if (sum(digits[::2]) + 3 * sum(digits[1::2])) % 10:
        return None
    shapes = _PARITY[digits[0]]
    left = "".join(
        (_LEFT_ODD if shape == "O" else _LEFT_EVEN)[digit]
        for shape, digit in zip(shapes, digits[1:7], strict=True)
    )
    right = "".join(_LEFT_ODD[digit] for digit in digits[7:])
    return Bars(tuple(map(int, f"111{left}11111{right}111")), quiet_left=11, quiet_right=7)
