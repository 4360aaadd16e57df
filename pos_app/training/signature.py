"""The provider's side of the signature (provider contract, section 2), and HTTP dates.

Written from the contract alone: the till's own signing shares no line with it, so that a mistake
on one side can't hide behind the same mistake on the other.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from datetime import UTC, datetime
from typing import Final

SCHEME: Final = "FP1-HMAC-SHA256"
_AUTHORIZATION: Final = re.compile(
    rf"{SCHEME} KeyId=(?P<key_id>[^,\s]{{1,200}}), ?Signature=(?P<signature>[0-9a-f]{{64}})"
)
# strftime and strptime would follow the process's locale, which Qt sets from the surroundings.
_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_HTTP_DATE: Final = re.compile(
    r"[A-Z][a-z]{2}, (\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT", re.ASCII
)


def string_to_sign(
    *, host: str, method: str, path: str, query: str, date: str, key: str, body: bytes
) -> bytes:
    """The seven parts, one per line, without a line feed at the end."""
    digest = hashlib.sha256(body).hexdigest()
    return f"{host}\n{method.upper()}\n{path}\n{query}\n{date}\n{key}\n{digest}".encode()


def signature_of(secret: str, text: bytes) -> str:
    """The lower-case hex HMAC-SHA256 of the string to sign."""
    return hmac.new(secret.encode(), text, hashlib.sha256).hexdigest()


def read_authorization(value: str) -> tuple[str, str] | None:
    """Key id and signature out of the `Authorization` header, or None if it is malformed."""
    found = _AUTHORIZATION.fullmatch(value)
    return (found["key_id"], found["signature"]) if found else None


def same(left: str, right: str) -> bool:
    """Compare two secrets without telling by the time taken where they differ."""
    return hmac.compare_digest(left.encode(), right.encode())


def http_date(moment: datetime) -> str:
    """`Wed, 09 Jul 2025 16:17:31 GMT`, whatever the locale is."""
    utc = moment.astimezone(UTC)
    day, month = _DAYS[utc.weekday()], _MONTHS[utc.month - 1]
    return f"{day}, {utc.day:02d} {month} {utc.year:04d} {utc:%H:%M:%S} GMT"


def read_http_date(text: str) -> datetime | None:
    """The moment an HTTP date means, or None if it is not exactly in RFC 7231's form."""
    found = _HTTP_DATE.fullmatch(text)
    if found is None or found[2] not in _MONTHS:
        return None
    day, year, hour, minute, second = (int(found[group]) for group in (1, 3, 4, 5, 6))
    try:
        moment = datetime(year, _MONTHS.index(found[2]) + 1, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None
    return moment if http_date(moment) == text else None
