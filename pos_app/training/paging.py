"""Pages of a list: `limit` and an opaque `cursor`."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence
from typing import Final, TypeVar
from urllib.parse import parse_qsl

from pos_app.training.messages import Refusal

_T = TypeVar("_T")
_DEFAULT: Final = 200
_MOST: Final = 500


def read_query(query: str) -> dict[str, str]:
    """The parameters of a query; the last one of a name counts."""
    return dict(parse_qsl(query, keep_blank_values=True))


def page_of(items: Sequence[_T], query: Mapping[str, str]) -> tuple[Sequence[_T], str | None]:
    """One page and the cursor of the next one, or None after the last.

    May raise:
    - Refusal: `invalid_body_parameters` for a limit or cursor that can't be used.
    """
    limit = _number(query.get("limit", str(_DEFAULT)))
    if limit is None or not 1 <= limit <= _MOST:
        raise Refusal("invalid_body_parameters", {"limit": [f"must be 1 to {_MOST}"]})
    start = _read_cursor(query.get("cursor", ""))
    if start is None or start > len(items):
        raise Refusal("invalid_body_parameters", {"cursor": ["is not a cursor of this list"]})
    end = start + limit
    return items[start:end], _write_cursor(end) if end < len(items) else None


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _write_cursor(start: int) -> str:
    return base64.urlsafe_b64encode(f"from:{start}".encode()).decode().rstrip("=")


def _read_cursor(text: str) -> int | None:
    if not text:
        return 0
    try:
        plain = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode("ascii")
    except (binascii.Error, ValueError):
        return None
    name, _, number = plain.partition(":")
    return _number(number) if name == "from" else None
