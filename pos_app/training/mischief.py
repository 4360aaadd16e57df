"""What an armed trouble does to one exchange: instead of the work, or to its answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from pos_app.training.amounts import write_amount
from pos_app.training.messages import (
    Fate,
    Json,
    Refusal,
    Reply,
    error_reply,
    json_reply,
    raw_reply,
)
from pos_app.training.troubles import Armed

_PORTAL: Final = (
    b"<!DOCTYPE html><html><head><title>Welcome</title></head><body>"
    b"<h1>Free Wi-Fi</h1><p>Please accept the terms of use.</p></body></html>"
)
_BAD_GATEWAY: Final = b"<html><body><h1>502 upstream went away</h1></body></html>"
_NOTHING: Final = Reply(0, (), b"")
# These answer with an error of the contract and do nothing.
_REFUSALS: Final[Mapping[str, str]] = {
    "error_500": "internal_server_error",
    "rate_limited": "rate_limit_exceeded",
    "insufficient_balance": "insufficient_available_balance",
    "unauthorized": "invalid_signature",
    "request_blocked": "request_blocked",
    "missing_scope": "api_key_missing_required_scope",
    "refused_invalidation": "order_invalidation_not_supported",
    "expired_invalidation": "order_invalidation_period_expired",
    "invalidate_processing": "order_processing",
}
# These do the work and then answer with an error of the contract.
_LATE_REFUSALS: Final[Mapping[str, str]] = {
    "conflict_409": "request_in_progress",
    "reused_key": "reused_idempotency_key",
}
_LOST: Final = ("lost_response", "lost_invalidation", "balance_before_key", "slow_then_lost")


def instead_of_work(trouble: Armed, request_id: str) -> Reply | None:
    """The reply of a trouble that does nothing, or None if the work is done.

    May raise:
    - Refusal: troubles that answer with an error of the contract.
    """
    if trouble.name in _REFUSALS:
        wait = (("Retry-After", f"{trouble.seconds:.0f}"),)
        raise Refusal(_REFUSALS[trouble.name], headers=wait if trouble.seconds else ())
    match trouble.name:
        case "lost_request":
            return replace(_NOTHING, fate=Fate.CUT_BEFORE)
        case "garbage":
            return raw_reply(200, "text/html; charset=utf-8", _PORTAL)
        case "redirect":
            return raw_reply(302, "text/html", b"").with_headers(
                ("Location", "https://portal.example/login")
            )
        case "unlisted_4xx":
            return _unlisted(request_id)
    return None


def after_work(trouble: Armed, reply: Reply, call: str, request_id: str) -> Reply:
    """What is left of the true reply once a trouble has had its way with it.

    May raise:
    - Refusal: troubles that answer with an error of the contract.
    """
    name = trouble.name
    if name in _LATE_REFUSALS:
        raise Refusal(_LATE_REFUSALS[name])
    if name in _LOST:
        delay_s = trouble.seconds if name == "slow_then_lost" else 0.0
        return replace(reply, fate=Fate.CUT_AFTER, delay_s=delay_s)
    match name:
        case "slow":
            return replace(reply, delay_s=trouble.seconds)
        case "cut_body":
            return replace(reply, fate=Fate.CUT_BODY, cut_at=len(reply.body) // 2)
        case "error_500_after":
            return raw_reply(500, "text/html", _BAD_GATEWAY)
        case "unlisted_4xx_after":
            return _unlisted(request_id)
        case "broken_products":
            return _changed(reply, _break_products)
    if call == "get" and name in _SHOWN:
        return _changed(reply, _SHOWN[name])
    return reply


def _unlisted(request_id: str) -> Reply:
    message = "The moon is in the wrong phase."
    return error_reply(
        422, "invalid_state", "moon_phase_not_supported", message, request_id=request_id
    )


def _changed(reply: Reply, change: Callable[[Json], None]) -> Reply:
    """The same reply with another body; errors stay as they are."""
    if reply.status >= 400:
        return reply
    value = reply.json()
    change(value)
    return json_reply(reply.status, value)


def _change_amount(order: Json) -> None:
    face_value = order["face_value"]
    if isinstance(face_value, dict):
        face_value["amount"] = write_amount(Decimal(face_value["amount"]) + 5)


def _change_product(order: Json) -> None:
    order["product_code"] = "00000000-0000-4000-8000-000000000000"


def _remove_card(order: Json) -> None:
    order |= {"code": None, "pin": None, "barcode": None, "urls": []}


def _change_state(order: Json) -> None:
    _remove_card(order)
    order["state"] = "under_review"


_SHOWN: Final[Mapping[str, Callable[[Json], None]]] = {
    "another_amount": _change_amount,
    "another_product": _change_product,
    "no_card": _remove_card,
    "unknown_state": _change_state,
}


def _break_products(page: Json) -> None:
    """Mix the kinds of nonsense that a catalogue may hold in between the good products."""
    products = page["products"]
    if not isinstance(products, list) or not products:
        return
    good = dict(products[0])
    fixed = {"type": "fixed", "currency": "EUR"}
    hostile = {
        "code": "hostile-0001",
        "name": "<b>Fett</b> <img src='file:///etc/passwd'> \u202eelttaT\x07",
        "brand": "../../Etc & <script>alert(1)</script>",
        "images": [{"type": "logo", "url": "javascript:alert(1)"}],
    }
    without_code = {name: value for name, value in good.items() if name != "code"}
    products[1:1] = [
        "not an object",
        None,
        without_code,
        good | {"code": "broken-0001", "denominations": fixed | {"amounts": [10.0]}},
        good | {"code": "broken-0002", "denominations": fixed | {"amounts": []}},
        good | {"code": "broken-0003", "denominations": {"type": "lottery"}},
        good | {"code": "broken-0004", "delivery_methods": "code"},
        good | {"code": "broken-0005", "name": 17},
        good | hostile,
    ]
