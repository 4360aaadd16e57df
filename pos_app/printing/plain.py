"""Provider text is hostile (R8): made plain, limited and drawable before any layout sees it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import groupby
from typing import Final

from pos_app.domain.money import Language
from pos_app.printing.texts import say

# A line of a card, and the longest text anybody would read; the rest is said in words.
SHORT: Final = 200
LONG: Final = 20_000
_BREAKS: Final = "\n\r\v\f\x85\u2028\u2029"
_SPACES: Final = re.compile(" {2,}")
_EMPTY_LINES: Final = re.compile("\n{3,}")
_READ_AT_MOST: Final = 4  # times the limit: signs that may vanish before the limit counts
_VARIANTS: Final = frozenset(map(chr, range(0xFE00, 0xFE10)))  # emoji or text: we draw neither
_RIGHT_TO_LEFT: Final = {"R", "AL", "AN"}

HasGlyph = Callable[[str], bool]


def plain(text: str, language: Language, limit: int = LONG) -> str:
    """Text without control, direction and other invisible signs, at most `limit` characters.

    Line breaks stay; more than one empty line in a row does not.
    """
    unread = max(0, len(text) - _READ_AT_MOST * limit)
    composed = unicodedata.normalize("NFC", text[: _READ_AT_MOST * limit].replace("\r\n", "\n"))
    signs = "".join(map(_plain_sign, composed))
    lines = (_SPACES.sub(" ", line).strip(" ") for line in signs.split("\n"))
    kept = _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip("\n")
    too_many = len(kept) - limit + unread
    if too_many <= 0:
        return kept
    return f"{kept[:limit].rstrip()} {say(language, 'shortened', number=too_many)}"


def _plain_sign(sign: str) -> str:
    if sign in _BREAKS:
        return "\n"
    if sign == "\u00a0":
        return sign
    category = unicodedata.category(sign)
    if sign == "\t" or category == "Zs":
        return " "
    return "" if category in {"Cc", "Cf", "Cs"} or sign in _VARIANTS else sign


def one_line(text: str, language: Language, limit: int = SHORT) -> str:
    """Plain text on one line: names, numbers, sentences."""
    return " ".join(filter(None, plain(text, language, limit).split("\n")))


def drawable(text: str, language: Language, has_glyph: HasGlyph) -> str:
    """Text whose missing signs are named in words instead of being drawn as boxes.

    Scripts that run from right to left count as missing: drawn sign by sign they would be wrong.
    """

    def fits(sign: str) -> bool:
        return sign in " \n\u00a0" or (has_glyph(sign) and not _runs_left(sign))

    parts = []
    for fit, run in groupby(text, key=fits):
        signs = "".join(run)
        parts.append(signs if fit else _in_words(len(signs), language))
    return "".join(parts)


def _runs_left(sign: str) -> bool:
    return unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT


def _in_words(number: int, language: Language) -> str:
    if number == 1:
        return say(language, "not_printable_one")
    return say(language, "not_printable", number=number)


def is_exact(token: str, has_glyph: HasGlyph) -> bool:
    """Whether every sign of a code or link shows as itself: no box, nothing invisible.

    Spaces are allowed inside, combining signs and wide or invisible spaces are not: nobody could
    type them from the paper.
    """
    if token != token.strip(" "):
        return False
    return all(_is_exact_sign(sign, has_glyph) for sign in token)


def _is_exact_sign(sign: str, has_glyph: HasGlyph) -> bool:
    if sign == " ":
        return True
    category = unicodedata.category(sign)
    return category[0] not in "CZM" and has_glyph(sign) and not _runs_left(sign)
