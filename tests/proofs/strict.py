"""A strict reader of provider answers, written from the contract alone.

It shares no code with the client. It says what an answer may prove at most; whatever the client
makes of an answer beyond that is a false `delivered`, `failed`, `invalidated` or `waiting`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

# Status, class and code (provider-contract.md, sections 3 and 6).
_REFUSED: Final = {
    (400, "invalid_format", "invalid_request_body"),
    (400, "transport", "invalid_host_header"),
    (403, "forbidden", "live_mode_disabled"),
    (403, "forbidden", "api_key_missing_required_scope"),
    (404, "not_found", "path_not_found"),
    (413, "transport", "content_too_large"),
    (400, "invalid_request", "invalid_body_parameters"),
    (400, "invalid_state", "order_not_allowed_for_product"),
    (400, "idempotency", "invalid_idempotency_key_header"),
    (403, "forbidden", "insufficient_available_balance"),
    (403, "forbidden", "customer_amount_limit_exceeded"),
}
_LATER: Final = {
    (400, "transport", "invalid_date_header"),
    (403, "forbidden", "request_blocked"),
}
_NOT_TAKEN_BACK: Final = {
    (404, "not_found", "entity_not_found"),
    (400, "invalid_state", "order_invalidation_period_expired"),
    (400, "invalid_state", "order_invalidation_not_supported"),
}


@dataclass(frozen=True, slots=True)
class Ordered:
    """What was ordered, and what is known about the order."""

    product: str
    amount: Decimal
    currency: str
    delivery: str
    order_id: str | None = None
    unanswered: bool = False


@dataclass(frozen=True, slots=True)
class Whole:
    """An answer that arrived whole."""

    status: int
    body: bytes


def may_become(call: str, ordered: Ordered, answer: Whole | None) -> set[str]:
    """The order states that this answer allows; None is an answer that did not arrive whole."""
    data = _read(answer.body) if answer is not None else None
    if answer is None or data is None:
        return set()
    if 200 <= answer.status < 300:
        return _by_order(call, ordered, data)
    if 400 <= answer.status < 500:
        return _by_error(call, ordered, answer.status, data)
    return set()


def code_of(answer: Whole) -> object:
    """The card's code in an answer."""
    data = _read(answer.body)
    return None if data is None else data.get("code")


def _by_order(call: str, ordered: Ordered, data: Mapping[str, object]) -> set[str]:
    order_id, state = data.get("id"), data.get("state")
    if not isinstance(order_id, str) or not order_id:
        return set()
    # What is taken back may be a card that was never ordered (M3): then only its id counts.
    if call != "invalidate" and not _is_ours(ordered, data):
        return set()
    if ordered.order_id is not None and order_id != ordered.order_id:
        return set()
    if state == "completed" and call != "invalidate":
        has_card = ordered.delivery == "email" or _has_card(data)
        return {"delivered"} if has_card else set()
    return {state} if state in ("failed", "invalidated") else set()


def _is_ours(ordered: Ordered, data: Mapping[str, object]) -> bool:
    face_value = data.get("face_value")
    if not isinstance(face_value, dict) or data.get("product_code") != ordered.product:
        return False
    amount, currency = face_value.get("amount"), face_value.get("currency")
    if not isinstance(amount, str) or currency != ordered.currency:
        return False
    try:
        return Decimal(amount) == ordered.amount
    except InvalidOperation:
        return False


def _has_card(data: Mapping[str, object]) -> bool:
    code, urls, barcode = data.get("code"), data.get("urls"), data.get("barcode")
    if isinstance(code, str) and code:
        return True
    if isinstance(barcode, dict) and isinstance(barcode.get("value"), str):
        return bool(barcode["value"])
    links = urls if isinstance(urls, list) else []
    return any(
        isinstance(link, dict)
        and link.get("type") == "redemption"
        and str(link.get("url")).startswith("https://")
        for link in links
    )


def _by_error(call: str, ordered: Ordered, status: int, data: Mapping[str, object]) -> set[str]:
    kind, code = data.get("error_class"), data.get("error_code")
    if not (isinstance(kind, str) and isinstance(code, str) and kind and code):
        return set()
    row = (status, kind, code)
    if call == "invalidate":
        if row == (400, "invalid_state", "order_failed"):
            return {"failed"}
        return {"delivered"} if row in _NOT_TAKEN_BACK else set()
    if call != "order" or ordered.unanswered or ordered.order_id is not None:
        return set()
    if kind != "idempotency" and (status in (401, 429) or row in _LATER):
        return {"waiting", "failed"}
    return {"failed"} if row in _REFUSED else set()


def _read(body: bytes) -> Mapping[str, object] | None:
    """A JSON object in any Unicode encoding, no name twice, nothing JSON does not know."""
    for encoding in ("utf-8-sig", "utf-16", "utf-32", *_WITHOUT_MARK):
        try:
            value = json.loads(
                body.decode(encoding), object_pairs_hook=_once, parse_constant=_refuse
            )
        except (ValueError, RecursionError):
            continue
        return value if isinstance(value, dict) else None
    return None


_WITHOUT_MARK: Final = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    data = dict(pairs)
    if len(data) != len(pairs):
        raise ValueError("a name comes twice")
    return data


def _refuse(name: str) -> object:
    raise ValueError(name)
