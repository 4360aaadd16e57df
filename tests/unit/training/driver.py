"""A till for these tests: signs by hand, from the contract, and keeps its own clock."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Final

from pos_app.training.messages import Json, Reply
from pos_app.training.provider import TrainingProvider

CLIENT_ID: Final = "till-1"
SECRET: Final = "geheim-ß"
BOOKS: Final = "b713c564-9e18-4810-a9bb-7b2d86afc8cd"
NOMINAL_HOST: Final = "127.0.0.1:8431"


class FakeClock:
    """A clock that moves only when told to."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The time."""
        return self.now

    def move(self, seconds: float) -> None:
        """Let time pass, or go back."""
        self.now += timedelta(seconds=seconds)


def signed_headers(
    method: str,
    target: str,
    body: bytes,
    *,
    host: str,
    now: datetime,
    key: str = "",
    secret: str = SECRET,
) -> dict[str, str]:
    """The headers of a correctly signed request."""
    path, _, query = target.partition("?")
    date = format_datetime(now, usegmt=True)
    parts = [host, method, path, query, date, key, hashlib.sha256(body).hexdigest()]
    signature = hmac.new(secret.encode(), "\n".join(parts).encode(), "sha256").hexdigest()
    headers = {
        "Host": host,
        "Date": date,
        "Authorization": f"FP1-HMAC-SHA256 KeyId={CLIENT_ID}, Signature={signature}",
    }
    return headers | ({"Idempotency-Key": key} if key else {})


def order_body(
    amount: str = "50.0",
    *,
    product: str = BOOKS,
    method: str = "code",
    mode: str = "sync",
    currency: str = "EUR",
    country: str = "DE",
    customer: str = "T1-42",
) -> bytes:
    """The body of an order, as the contract shows it."""
    delivery = {"type": method}
    if method == "email":
        delivery |= {"address": "kim@example.org", "language": "de"}
    value = {
        "product_code": product,
        "customer": {"id": customer},
        "country": country,
        "face_value": {"currency": currency, "amount": amount},
        "processing_mode": mode,
        "delivery_method": delivery,
    }
    return json.dumps(value).encode()


class Till:
    """Sends signed requests to a provider without sockets."""

    def __init__(self, provider: TrainingProvider, clock: FakeClock) -> None:
        self.provider = provider
        self.clock = clock

    def send(
        self,
        method: str,
        target: str,
        body: bytes = b"",
        *,
        key: str = "",
        headers: Mapping[str, str | None] | None = None,
    ) -> Reply:
        """One request; `headers` replaces some of the signed ones, None removes one."""
        target = f"/v1{target}"
        signed: dict[str, str | None] = {
            **signed_headers(method, target, body, host=NOMINAL_HOST, now=self.clock(), key=key),
            **(headers or {}),
        }
        pairs = [(name, value) for name, value in signed.items() if value is not None]
        return self.provider.handle(method, target, pairs, body)

    def order(self, body: bytes | None = None, key: str = "key-1") -> Reply:
        """Order a card."""
        return self.send("POST", "/orders", order_body() if body is None else body, key=key)

    def get(self, order_id: object) -> Reply:
        """Ask for an order."""
        return self.send("GET", f"/orders/{order_id}")

    def invalidate(self, order_id: object) -> Reply:
        """Ask for an order to be made worthless."""
        return self.send("POST", f"/orders/{order_id}/actions/invalidate")

    def product_of(self, brand: str) -> str:
        """The code of a brand's product."""
        return next(one.code for one in self.provider.catalogue if one.brand == brand)


def error_of(reply: Reply) -> tuple[int, object, object]:
    """Status, class and code of an error answer."""
    body: Json = reply.json()
    return reply.status, body["error_class"], body["error_code"]
