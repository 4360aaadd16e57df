"""The signature of requests (provider contract, section 2): pure functions, no network.

Everything provisional about the signature is in this module.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Final

SCHEME: Final = "FP1-HMAC-SHA256"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signable:
    """The seven parts that are signed, each exactly as it is sent."""

    host: str  # always with the port
    method: str
    path: str
    query: str = ""
    date: str
    key: str = ""  # the Idempotency-Key header
    body: bytes = b""


def host_part(host: str, port: int) -> str:
    """Host and port as they are signed; an IPv6 address stands in brackets."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def http_date(moment: datetime) -> str:
    """The value of a `Date` header: `Wed, 09 Jul 2025 16:17:31 GMT`."""
    return format_datetime(moment.astimezone(UTC), usegmt=True)


def string_to_sign(parts: Signable) -> str:
    """The seven parts, joined by line feeds."""
    return "\n".join(
        (
            parts.host,
            parts.method.upper(),
            parts.path,
            parts.query,
            parts.date,
            parts.key,
            hashlib.sha256(parts.body).hexdigest(),
        )
    )


def signature(secret: str, parts: Signable) -> str:
    """HMAC-SHA256 of the string to sign, in lower-case hex."""
    return hmac.new(secret.encode(), string_to_sign(parts).encode(), hashlib.sha256).hexdigest()


def authorization(client_id: str, secret: str, parts: Signable) -> str:
    """The value of the `Authorization` header."""
    return f"{SCHEME} KeyId={client_id}, Signature={signature(secret, parts)}"
