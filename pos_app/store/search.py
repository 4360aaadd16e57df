"""Finding lines by what a person types: number, brand, product, amount, order id, hint."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from pos_app.domain.money import exponent
from pos_app.domain.sale import Line
from pos_app.store.connection import SqlValue
from pos_app.store.rows import storable

_AMOUNT: Final = re.compile(r"\d{1,13}(?:[.,]\d{3})*(?:[.,]\d{1,3})?", re.ASCII)
# Currency signs, and the bullets of a masked code, are not what is searched for.
_NOISE: Final = str.maketrans(dict.fromkeys("€$£¥•\u00a0", " "))
_MOST_WORDS: Final = 8


def fold(text: str) -> str:
    """Text for comparing: without case and accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def search_text(line: Line) -> str:
    """What a line can be found by, besides its amount."""
    parts = (
        line.id,
        line.product.brand,
        line.product.name,
        line.order_id or "",
        line.card_hint or "",
    )
    return storable(fold("\n".join(parts))) or ""


def amounts_meant(word: str, currency: str) -> set[int]:
    """The amounts in minor units that somebody may mean by `50`, `50.00` or `50,00`."""
    if not _AMOUNT.fullmatch(word):
        return set()
    digits = exponent(currency)
    whole = re.sub(r"[.,]", "", word)
    meant = {int(whole) * 10**digits} if _is_grouped(word) else set()
    head, separator, fraction = _split_last(word)
    if separator and len(fraction) <= digits:
        units = int(re.sub(r"[.,]", "", head))
        meant.add(units * 10**digits + int(fraction.ljust(digits, "0")))
    return {amount for amount in meant if amount < 2**62}


def _is_grouped(word: str) -> bool:
    """Whether all separators, if any, can be those of thousands."""
    return re.fullmatch(r"\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+", word) is not None


def _split_last(word: str) -> tuple[str, str, str]:
    match = re.fullmatch(r"(.*)([.,])(\d+)", word)
    return (match[1], match[2], match[3]) if match else (word, "", "")


def condition(text: str, currency: str) -> tuple[str, dict[str, SqlValue]]:
    """An SQL condition that every word of `text` must meet, and its parameters."""
    clauses, parameters = ["1"], dict[str, SqlValue]()
    words = storable(text.translate(_NOISE)) or ""
    for number, word in enumerate(words.split()[:_MOST_WORDS]):
        parameters[f"word{number}"] = fold(word)
        either = [f"instr(lines.search, :word{number})"]
        for place, amount in enumerate(sorted(amounts_meant(word, currency))):
            parameters[f"amount{number}_{place}"] = amount
            either.append(f"lines.amount_minor = :amount{number}_{place}")
        clauses.append(f"({' OR '.join(either)})")
    return " AND ".join(clauses), parameters
