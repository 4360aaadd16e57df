"""The provider's errors: which of them prove that nothing was made (money.md M3).

    error body readable? --no--> unclear
      401, 429, invalid_date_header, request_blocked  -> try later: this attempt made nothing
      status, class and code as the contract lists them for this call -> refused
      everything else, also codes of tomorrow         -> unclear

Nothing here looks at messages: they may change.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pos_app.provider import reading
from pos_app.provider.calls import Call

_WORD: Final = 100
_MESSAGE: Final = 500

# Status, class and code of errors that any call may meet (contract, section 3).
_GENERAL: Final = frozenset(
    {
        (400, "invalid_format", "invalid_request_body"),
        (400, "transport", "invalid_host_header"),
        (403, "forbidden", "live_mode_disabled"),
        (403, "forbidden", "api_key_missing_required_scope"),
        (404, "not_found", "path_not_found"),
        (413, "transport", "content_too_large"),
    }
)
# And of single calls (section 6). `reused_idempotency_key` is left out on purpose: the key has
# been used, so an order may exist.
_BY_CALL: Final[Mapping[Call, frozenset[tuple[int, str, str]]]] = {
    Call.ORDER: frozenset(
        {
            (400, "invalid_request", "invalid_body_parameters"),
            (400, "invalid_state", "order_not_allowed_for_product"),
            (400, "idempotency", "invalid_idempotency_key_header"),
            (403, "forbidden", "insufficient_available_balance"),
            (403, "forbidden", "customer_amount_limit_exceeded"),
        }
    ),
    Call.GET_ORDER: frozenset({(404, "not_found", "entity_not_found")}),
    Call.INVALIDATE: frozenset(
        {
            (404, "not_found", "entity_not_found"),
            (400, "invalid_state", "order_processing"),
            (400, "invalid_state", "order_invalidated"),
            (400, "invalid_state", "order_failed"),
            (400, "invalid_state", "order_invalidation_period_expired"),
            (400, "invalid_state", "order_invalidation_not_supported"),
        }
    ),
}
_WRONG_DATE: Final = (400, "transport", "invalid_date_header")
_TRY_LATER: Final = frozenset({_WRONG_DATE, (403, "forbidden", "request_blocked")})


@dataclass(frozen=True, slots=True)
class ErrorBody:
    """A readable error: for branching `kind` (the class) and `code`, for people `message`."""

    kind: str
    code: str
    message: str = ""
    request_id: str = ""


def read_error(body: bytes) -> ErrorBody | None:
    """The error in a body, or None when it can't be read."""
    data = reading.json_object(body)
    if data is None:
        return None
    kind, code = (
        reading.text(data.get("error_class"), _WORD),
        reading.text(data.get("error_code"), _WORD),
    )
    if kind is None or code is None:
        return None
    message = reading.prose(data.get("message"), _MESSAGE)
    details = reading.prose(_details(data.get("fields")), _MESSAGE)
    return ErrorBody(
        kind,
        code,
        f"{message} ({details})" if details else message,
        reading.text(data.get("request_id"), _WORD) or "",
    )


def _details(fields: object) -> str:
    """`fields` of `invalid_body_parameters`, for people."""
    parts = (
        f"{name}: {problem}"
        for name, problems in reading.mapping(fields).items()
        for problem in reading.items(problems)
        if isinstance(problem, str)
    )
    return "; ".join(parts)


def is_wrong_date(status: int, error: ErrorBody | None) -> bool:
    """Whether the provider refused the request for its `Date` header only."""
    return error is not None and (status, error.kind, error.code) == _WRONG_DATE


def is_try_later(status: int, error: ErrorBody) -> bool:
    """Whether this attempt made nothing, and the same request may work later."""
    if error.kind == "idempotency":
        return False  # it speaks about the key: contradictory with a turned away request
    return status in (401, 429) or (status, error.kind, error.code) in _TRY_LATER


def is_refusal(call: Call, status: int, error: ErrorBody) -> bool:
    """Whether status, class and code are one row of the contract's tables for this call."""
    row = (status, error.kind, error.code)
    return row in _GENERAL or row in _BY_CALL.get(call, frozenset())
