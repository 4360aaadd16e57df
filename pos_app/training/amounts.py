"""Amounts as the provider writes and reads them: exact decimals, never floats."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

_WIRE: Final = re.compile(r"(0|[1-9]\d{0,8})\.(\d|\d{0,11}[1-9])", re.ASCII)
_CENT: Final = Decimal("0.01")


def read_amount(text: object) -> Decimal | None:
    """A positive decimal string in the contract's shortest form (`50.0`, `12.34`), else None."""
    if not isinstance(text, str) or not _WIRE.fullmatch(text):
        return None
    value = Decimal(text)
    return value if value > 0 else None


def write_amount(value: Decimal) -> str:
    """The shortest form with at least one digit after the point: `50.0`, `-12.34`."""
    whole, _, fraction = f"{value:f}".partition(".")
    return f"{whole}.{fraction.rstrip('0') or '0'}"


def write_balance(value: Decimal) -> str:
    """A balance, always with two digits: `1234.50`."""
    return f"{value.quantize(_CENT):f}"


def less_discount(face_value: Decimal, percent: Decimal) -> Decimal:
    """What the shop owes for a card of this face value, rounded to the cent."""
    return (face_value * (100 - percent) / 100).quantize(_CENT, rounding=ROUND_HALF_UP)
