"""What goes in and out of the training provider: requests, replies, refusals; no sockets."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from http import HTTPStatus
from typing import Final

from pos_app.training.signature import SCHEME

Headers = tuple[tuple[str, str], ...]
Json = dict[str, object]


class Fate(StrEnum):
    """What becomes of a reply on the wire."""

    SENT = "sent"
    # The connection ends without a byte of an answer, and nothing was done.
    CUT_BEFORE = "cut_before"
    # The connection ends without a byte of an answer, but the work was done.
    CUT_AFTER = "cut_after"
    # The head promises the whole body, `cut_at` bytes of it arrive, then the connection ends.
    CUT_BODY = "cut_body"
    # Nobody listens: the connection is not even accepted.
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it arrived; header names are lower case."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes

    @classmethod
    def read(
        cls, method: str, target: str, headers: Sequence[tuple[str, str]], body: bytes
    ) -> Request:
        """Split the target; a header sent twice is joined by a comma, as HTTP reads it."""
        path, _, query = target.partition("?")
        joined: dict[str, str] = {}
        for name, value in headers:
            lower = name.lower()
            joined[lower] = f"{joined[lower]}, {value}" if lower in joined else value
        return cls(method, path, query, joined, body)

    @property
    def key(self) -> str:
        """The idempotency key, empty without one."""
        return self.headers.get("idempotency-key", "")


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer and its fate; `delay_s` passes before anything of it happens on the wire."""

    status: int
    headers: Headers
    body: bytes
    fate: Fate = Fate.SENT
    cut_at: int = 0
    delay_s: float = 0.0
    # What an error body says, kept beside it for the books.
    error_code: str | None = None

    def header(self, name: str) -> str | None:
        """The value of one header, or None."""
        lower = name.lower()
        return next((value for key, value in self.headers if key.lower() == lower), None)

    def json(self) -> Json:
        """The body as a JSON object, for tests that drive the provider without sockets."""
        value = json.loads(self.body)
        if not isinstance(value, dict):
            message = "the body is not a JSON object"
            raise TypeError(message)
        return value

    def with_headers(self, *more: tuple[str, str]) -> Reply:
        """The same reply with more headers."""
        return replace(self, headers=self.headers + more)


def json_reply(status: int, value: Json) -> Reply:
    """A reply whose body is `value` in UTF-8."""
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    return Reply(status, (("Content-Type", "application/json; charset=utf-8"),), body)


def raw_reply(status: int, media_type: str, body: bytes) -> Reply:
    """A reply with any other body."""
    return Reply(status, (("Content-Type", media_type),), body)


# code -> status, class, message for people (provider contract, sections 3 and 6).
_ERRORS: Final[Mapping[str, tuple[int, str, str]]] = {
    "invalid_request_body": (400, "invalid_format", "The request body is not a JSON object."),
    "invalid_date_header": (400, "transport", "The Date header is missing or too far off."),
    "invalid_host_header": (400, "transport", "The Host header does not name this provider."),
    "invalid_signature_format": (401, "auth", "The Authorization header can't be read."),
    "invalid_signature": (401, "auth", "The signature does not match the request."),
    "live_mode_disabled": (403, "forbidden", "Live mode is switched off for this account."),
    "api_key_missing_required_scope": (403, "forbidden", "This key may not do that."),
    "request_blocked": (403, "forbidden", "The request was blocked."),
    "path_not_found": (404, "not_found", "There is nothing at this path."),
    "content_too_large": (413, "transport", "The request is too large."),
    "rate_limit_exceeded": (429, "rate_limit", "Too many requests. Please wait."),
    "internal_server_error": (500, "internal", "Something went wrong on our side."),
    "invalid_body_parameters": (400, "invalid_request", "Some values can't be used."),
    "order_not_allowed_for_product": (
        400,
        "invalid_state",
        "This product can't be ordered at the moment or not in this country.",
    ),
    "invalid_idempotency_key_header": (
        400,
        "idempotency",
        "The Idempotency-Key header is missing or can't be used.",
    ),
    "reused_idempotency_key": (
        400,
        "idempotency",
        "This idempotency key was used for another request.",
    ),
    "request_in_progress": (409, "idempotency", "The first request is still being worked on."),
    "insufficient_available_balance": (403, "forbidden", "The balance is too low."),
    "customer_amount_limit_exceeded": (
        403,
        "forbidden",
        "This customer has reached the limit for one day.",
    ),
    "entity_not_found": (404, "not_found", "There is no such order."),
    "order_processing": (400, "invalid_state", "The order is still being processed."),
    "order_invalidated": (400, "invalid_state", "The order is already invalidated."),
    "order_failed": (400, "invalid_state", "The order has failed."),
    "order_invalidation_period_expired": (
        400,
        "invalid_state",
        "The time in which this order could be invalidated is over.",
    ),
    "order_invalidation_not_supported": (
        400,
        "invalid_state",
        "Cards of this product can't be invalidated.",
    ),
}


@dataclass(slots=True)
class Refusal(Exception):  # noqa: N818 - the provider says no; nothing is wrong with it
    """The provider says no: one of the contract's error codes, raised where it is found out."""

    code: str
    fields: Mapping[str, list[str]] = field(default_factory=dict)
    headers: Headers = ()

    def reply(self, request_id: str) -> Reply:
        """The error answer of the contract."""
        status, error_class, message = _ERRORS[self.code]
        challenge = (("WWW-Authenticate", SCHEME),) if status == HTTPStatus.UNAUTHORIZED else ()
        return error_reply(
            status, error_class, self.code, message, request_id=request_id, fields=self.fields
        ).with_headers(*challenge, *self.headers)


def error_reply(
    status: int,
    error_class: str,
    code: str,
    message: str,
    *,
    request_id: str,
    fields: Mapping[str, list[str]] | None = None,
) -> Reply:
    """An error body, also for codes that the contract does not list."""
    body: Json = {
        "error_class": error_class,
        "error_code": code,
        "message": message,
        "request_id": request_id,
    }
    if fields:
        body["fields"] = dict(fields)
    return replace(json_reply(status, body), error_code=code)


def error_codes() -> Mapping[str, tuple[int, str]]:
    """Every code this provider knows, with its status and class."""
    return {code: (status, name) for code, (status, name, _) in _ERRORS.items()}
