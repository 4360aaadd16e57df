"""Reading values from outside without trusting them: wrong types and sizes become None or empty.

Texts that can't be stored (half surrogates) count as malformed, so nothing later stumbles.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Final, NoReturn

from pos_app.domain.errors import AmountError
from pos_app.domain.money import Money

_DAY: Final = re.compile(r"(\d{4}-\d\d-\d\d)(T.{1,30})?", re.ASCII)
_SECONDS: Final = re.compile(r"\d{1,9}", re.ASCII)
_HEADER: Final = 64
_AMOUNT: Final = 32


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _no_name_twice(pairs: list[tuple[str, object]]) -> dict[str, object]:
    data = dict(pairs)
    if len(data) != len(pairs):
        raise ValueError("a name comes twice")
    return data


def json_object(body: bytes) -> Mapping[str, object] | None:
    """The JSON object of a body, or None: also for NaN, bottomless nesting, wrong encoding.

    Also when an object names something twice: which of two states is true can't be known.
    """
    try:
        # Decoded here: the library would let pass what is no Unicode.
        text = body.decode(json.detect_encoding(body))
        value = json.loads(text, parse_constant=_no_constant, object_pairs_hook=_no_name_twice)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def mapping(value: object) -> Mapping[str, object]:
    """A JSON object, or an empty one."""
    return value if isinstance(value, dict) else {}


def items(value: object, most: int = 500) -> Sequence[object]:
    """The first entries of a JSON array, or none."""
    return value[:most] if isinstance(value, list) else ()


def text(value: object, longest: int) -> str | None:
    """A text of 1 to `longest` characters that can be stored, unchanged; else None."""
    if not isinstance(value, str) or not 0 < len(value) <= longest:
        return None
    return value if _storable(value) else None


def prose(value: object, longest: int) -> str:
    """A text for people: cut where it is too long, empty where there is none."""
    if not isinstance(value, str):
        return ""
    cut = value[:longest]
    return cut if _storable(cut) else cut.encode("utf-8", "replace").decode()


def _storable(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def money(amount: object, currency: object) -> Money | None:
    """An amount, or None when it is not an exact one."""
    if not isinstance(amount, str) or not isinstance(currency, str):
        return None
    # Longer ones are none, and not worth remembering.
    return _money(amount, currency) if len(amount + currency) <= _AMOUNT else None


@lru_cache(maxsize=1024)
def _money(amount: str, currency: str) -> Money | None:
    """The same few amounts stand in every product of a catalogue."""
    try:
        return Money.from_wire(amount, currency)
    except AmountError:
        return None


def day(value: object) -> date | None:
    """A date; of a moment the day it names itself."""
    match = _DAY.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        return None
    try:
        return date.fromisoformat(match[1])
    except ValueError:
        return None


def moment(value: object) -> datetime | None:
    """A moment with its zone, in UTC; anything else is None."""
    if not isinstance(value, str) or len(value) > _HEADER:
        return None
    try:
        read = datetime.fromisoformat(value)
        return read.astimezone(UTC) if read.tzinfo else None
    except (ValueError, OverflowError):
        return None


def http_moment(value: str | None) -> datetime | None:
    """A date as headers write it, in UTC."""
    if value is None or len(value) > _HEADER:
        return None
    try:
        read = parsedate_to_datetime(value)
        return read.astimezone(UTC) if read.tzinfo else None
    except (ValueError, OverflowError):
        return None


def retry_after_s(value: str | None, now: datetime | None) -> float | None:
    """`Retry-After` in seconds; a date counts from the provider's own `now`."""
    if value is None:
        return None
    if _SECONDS.fullmatch(value):
        return float(value)
    until = http_moment(value)
    if until is None or now is None:
        return None
    return max(timedelta(0), until - now).total_seconds()
