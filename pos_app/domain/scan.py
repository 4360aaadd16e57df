"""What a scanner reads or a person types for it: a sale's own number, or a label on a shelf."""

from __future__ import annotations

import re
from typing import Final

# A sale or one of its lines, also with the amount that our payment barcode carries behind it.
_SALE: Final = re.compile(r"((?:TRAINING-)?[A-Za-z0-9-]{1,12}-\d{6}(?:-\d+)?)(?:/[\d.]+)?")
_LABEL_LEAST, _LABEL_MOST = 4, 64


def sale_number(text: str) -> str | None:
    """The number of a sale or a line, if the text is one."""
    found = _SALE.fullmatch(text.strip())
    return found.group(1) if found else None


def label_of(text: str) -> str | None:
    """The text of a shelf label, if it can be one: without blanks, with a digit, not too long.

    A word that somebody searches for is none: teaching it would hide what the search finds.
    """
    label = text.strip()
    usable = _LABEL_LEAST <= len(label) <= _LABEL_MOST and label.isprintable()
    if not usable or not any(sign.isdigit() for sign in label) or any(map(str.isspace, label)):
        return None
    return label
