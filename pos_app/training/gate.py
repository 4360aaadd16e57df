"""Who comes in: host, date and signature of a request (provider contract, section 2)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

from pos_app.training.messages import Refusal, Request
from pos_app.training.signature import (
    read_authorization,
    read_http_date,
    same,
    signature_of,
    string_to_sign,
)
from pos_app.training.troubles import Armed, TroublePlan

_TOLERANCE: Final = timedelta(minutes=5)
_DEFAULT_PORTS: Final = {"http": "80", "https": "443"}


@dataclass(frozen=True, slots=True)
class Account:
    """The credentials that this provider accepts."""

    client_id: str
    client_secret: str = field(repr=False)


class Gate:
    """Checks a request before anything is done for it."""

    def __init__(self, account: Account, plan: TroublePlan, base_url: Callable[[], str]) -> None:
        """`base_url` tells under which address this provider is reached."""
        self._account = account
        self._plan = plan
        self._base_url = base_url
        self._was_ahead: timedelta | None = None

    def clock_trouble(self, call: str) -> Armed | None:
        """The armed trouble that lets the provider's clock be wrong for this call."""
        armed = self._plan.find("clock_wrong")
        return armed if armed and armed.call in {call, "any"} else None

    def check(self, request: Request, now: datetime, clock_trouble: Armed | None) -> None:
        """Let a request pass or not.

        May raise:
        - Refusal: `invalid_host_header`, `invalid_date_header`, `invalid_signature_format`,
          `invalid_signature`.
        """
        host = self._host(request)
        self._check_date(request, now, clock_trouble)
        credentials = read_authorization(request.headers.get("authorization", ""))
        if credentials is None:
            raise Refusal("invalid_signature_format")
        text = string_to_sign(
            host=host,
            method=request.method,
            path=request.path,
            query=request.query,
            date=request.headers["date"],
            key=request.key,
            body=request.body,
        )
        key_id, signature = credentials
        right = same(signature, signature_of(self._account.client_secret, text))
        if not (same(key_id, self._account.client_id) and right):
            raise Refusal("invalid_signature")

    def _host(self, request: Request) -> str:
        """The host with its port, also where HTTP leaves the usual port out."""
        sent = request.headers.get("host", "").lower()
        ours = urlsplit(self._base_url())
        bare, colon, port = sent.rpartition(":")
        # An IPv6 address has colons of its own: a port comes after its bracket.
        if not colon or port.endswith("]"):
            bare, port = sent, _DEFAULT_PORTS[ours.scheme]
        names = {ours.hostname, "localhost", "127.0.0.1", "[::1]"}
        if bare not in names or not port.isdigit():
            raise Refusal("invalid_host_header")
        return f"{bare}:{port}"

    def _check_date(self, request: Request, now: datetime, trouble: Armed | None) -> None:
        sent = read_http_date(request.headers.get("date", ""))
        ahead = timedelta(seconds=trouble.seconds) if trouble else self._was_ahead
        if sent is not None:
            clocks = [now + ahead] if ahead is not None else []
            # Once the trouble is over, a till that followed the wrong clock is still let in.
            if trouble is None:
                clocks.append(now)
            if any(abs(sent - clock) <= _TOLERANCE for clock in clocks):
                return
        if trouble is not None:
            self._was_ahead = ahead
            self._plan.use_up(trouble)
        raise Refusal("invalid_date_header")
