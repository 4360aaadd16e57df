"""Provider answers gone wrong: each number is one answer, always the same for the same seed."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

_MIB: Final = 1024 * 1024
ORDER: Final[Mapping[str, Any]] = {
    "id": "o-1",
    "state": "completed",
    "product_code": "p-1",
    "customer": {"id": "T1-000001"},
    "country": "DE",
    "face_value": {"currency": "EUR", "amount": "50.0"},
    "delivery_method": {"type": "code"},
    "code": "ABCD-EFGH-JKLM",
    "pin": "4711",
    "barcode": {"type": "code128", "value": "ABCDEFGHJKLM"},
    "expires_at": "2029-11-30",
    "urls": [{"type": "redemption", "url": "https://r.example/1"}],
    "redemption_instructions": "Scan it.",
    "failure": None,
}
ERRORS: Final = (
    (400, "invalid_format", "invalid_request_body"),
    (400, "transport", "invalid_date_header"),
    (401, "auth", "invalid_signature"),
    (403, "forbidden", "request_blocked"),
    (403, "forbidden", "insufficient_available_balance"),
    (403, "forbidden", "customer_amount_limit_exceeded"),
    (400, "invalid_state", "order_not_allowed_for_product"),
    (400, "idempotency", "reused_idempotency_key"),
    (409, "idempotency", "request_in_progress"),
    (404, "not_found", "entity_not_found"),
    (429, "rate_limit", "rate_limit_exceeded"),
    (500, "internal", "internal_server_error"),
    (400, "invalid_state", "order_failed"),
    (400, "invalid_state", "order_invalidated"),
    (400, "invalid_state", "order_processing"),
    (400, "invalid_state", "order_invalidation_period_expired"),
)
DATE: Final = "Mon, 23 Nov 2026 09:00:00 GMT"
_STATUSES: Final = (100, 200, 201, 202, 204, 206, 226, 300, 301, 302, 303, 304, 307, 308, 400, 401)
_STATUSES_TOO: Final = (402, 403, 404, 405, 407, 408, 409, 410, 413, 422, 429, 500, 502, 503, 599)
_AMOUNTS: Final = (
    *("50", "50.00", "5e1", "+50.0", " 50.0", "50.0 ", "50,0", "٥٠.0", "NaN", "-50.0", "0.5"),
    *("500", "50.01", "49.99", "50.000000000000000001", "1e400", 50.0, 50, True, None, ["50.0"]),
)
_STATES: Final = (
    *("processing", "failed", "invalidated", "Completed", "completed ", "COMPLETED", "done"),
    *("", None, True, 1, ["completed"], {"state": "completed"}),
)
_WEIRD: Final[tuple[Any, ...]] = (
    *(None, True, False, 0, -1, 1.5, 1e308, 10**400, "", " ", "\x00", "\ud800", "\u202e", [], {}),
    *([[]], {"": ""}, "completed", "o-1", "../..", "<b>", "x" * 300, "50.0", "EUR"),
)


@dataclass(frozen=True, slots=True)
class Wild:
    """An answer as it comes over the wire, or the fault that comes instead."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    delay_s: float = 0.0
    fault: str | None = None


def wild_answer(seed: int, number: int) -> Wild:
    """The answer of that number."""
    chance = random.Random(f"{seed}-{number}")  # noqa: S311 -- the same each time, no secret
    status, data = _sound(chance)
    if chance.random() < 0.75:
        for _ in range(chance.choice([1, 1, 1, 2, 3])):
            chance.choice(_IN_JSON)(chance, data)
    body = json.dumps(data, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")
    wild = Wild(status, {"date": DATE, "content-type": "application/json"}, body)
    for _ in range(chance.choice([0, 0, 1, 1, 2])):
        wild = chance.choice(_ON_WIRE)(chance, wild)
    return wild


def _sound(chance: random.Random) -> tuple[int, dict[str, Any]]:
    """A proper answer to begin with."""
    if chance.random() < 0.3:
        status, kind, code = chance.choice(ERRORS)
        message = {"error_class": kind, "error_code": code, "message": "m", "request_id": "r"}
        return status, dict(message)
    data: dict[str, Any] = json.loads(json.dumps(ORDER))
    state = chance.choice(["completed"] * 5 + ["processing", "failed", "invalidated"])
    data["state"] = state
    if state != "completed":
        data |= {"code": None, "pin": None, "barcode": None, "urls": []}
    return chance.choice([200, 201, 202]), data


# --- in the JSON -----------------------------------------------------------------------------


def _somewhere(chance: random.Random, data: dict[str, Any]) -> tuple[Any, Any]:
    """A container in the tree and a key of it."""
    places: list[tuple[Any, Any]] = []
    left: list[Any] = [data]
    while left:
        node = left.pop()
        keys = list(node) if isinstance(node, dict) else range(len(node))
        places += [(node, key) for key in keys]
        left += [node[key] for key in keys if isinstance(node[key], dict | list)]
    return chance.choice(places) if places else (data, "id")


def _replace_value(chance: random.Random, data: dict[str, Any]) -> None:
    node, key = _somewhere(chance, data)
    node[key] = chance.choice(_WEIRD)


def _remove(chance: random.Random, data: dict[str, Any]) -> None:
    node, key = _somewhere(chance, data)
    if isinstance(node, dict):
        node.pop(key, None)


def _rename(chance: random.Random, data: dict[str, Any]) -> None:
    node, key = _somewhere(chance, data)
    if isinstance(node, dict) and key in node:
        node[f"{key}{chance.choice(['', ' ', 's', '_'])}".title()] = node.pop(key)


def _swap(chance: random.Random, data: dict[str, Any]) -> None:
    one, first = _somewhere(chance, data)
    other, second = _somewhere(chance, data)
    value = json.loads(json.dumps(one.get(first) if isinstance(one, dict) else one[first]))
    other[second] = value


def _amount(chance: random.Random, data: dict[str, Any]) -> None:
    if isinstance(data.get("face_value"), dict):
        data["face_value"]["amount"] = chance.choice(_AMOUNTS)


def _currency(chance: random.Random, data: dict[str, Any]) -> None:
    if isinstance(data.get("face_value"), dict):
        data["face_value"]["currency"] = chance.choice(["eur", "EUR ", "USD", "JPY", "", None, 7])


def _state(chance: random.Random, data: dict[str, Any]) -> None:
    data["state"] = chance.choice(_STATES)


def _identity(chance: random.Random, data: dict[str, Any]) -> None:
    data[chance.choice(["id", "product_code"])] = chance.choice(
        ["o-2", "p-2", "P-1", "p-1 ", "", None, 1, "x" * 201, "o/../1", ["p-1"]]
    )


def _no_card(chance: random.Random, data: dict[str, Any]) -> None:
    for name in chance.sample(["code", "barcode", "urls", "pin"], chance.randrange(1, 5)):
        data[name] = chance.choice([None, "", 0, [], {}, "x" * 101, ["ABC"], {"code": "A"}])


def _nest(chance: random.Random, data: dict[str, Any]) -> None:
    node: Any = chance.choice(_WEIRD)
    for _ in range(chance.choice([3, 50, 400])):
        node = [node] if chance.random() < 0.5 else {"code": node}
    inner, key = _somewhere(chance, data)
    inner[key] = node


def _large(chance: random.Random, data: dict[str, Any]) -> None:
    """Up to 5 MiB; the largest are rare, they are slow to make."""
    size = chance.choice([1000] * 60 + [100_000] * 20 + [_MIB, 5 * _MIB - 2000, 5 * _MIB])
    data[chance.choice(["redemption_notes", "code", "id", "padding"])] = "x" * size


_IN_JSON: Final[tuple[Callable[[random.Random, dict[str, Any]], None], ...]] = (
    *(_replace_value, _replace_value, _remove, _remove, _rename, _swap, _amount, _amount),
    *(_currency, _state, _state, _identity, _no_card, _nest, _large),
)


# --- on the wire -----------------------------------------------------------------------------


def _cut(chance: random.Random, wild: Wild) -> Wild:
    return replace(wild, body=wild.body[: chance.randrange(len(wild.body) + 1)])


def _flip(chance: random.Random, wild: Wild) -> Wild:
    body = bytearray(wild.body)
    for _ in range(chance.choice([1, 1, 2, 8])):
        if body:
            body[chance.randrange(len(body))] = chance.randrange(256)
    return replace(wild, body=bytes(body))


def _insert(chance: random.Random, wild: Wild) -> Wild:
    at = chance.randrange(len(wild.body) + 1)
    noise = chance.choice([b"\x00", b"\xff\xfe", b"}", b"{", b'"', b"NaN", b"//x\n", b",,"])
    return replace(wild, body=wild.body[:at] + noise + wild.body[at:])


def _encode(chance: random.Random, wild: Wild) -> Wild:
    """Another encoding, one that is none, or packed."""
    text = wild.body.decode("utf-8", "replace")
    kind = chance.choice(["utf-16", "utf-32", "utf-16-le", "utf-8-sig", "latin-1", "utf-7", "gz"])
    if kind == "gz":
        headers = {**wild.headers, "content-encoding": "gzip"}
        return replace(wild, headers=headers, body=gzip.compress(wild.body, 1))
    return replace(wild, body=text.encode(kind, "replace"))


def _twice(chance: random.Random, wild: Wild) -> Wild:
    """A name twice in one object: which of the two is true?"""
    name, value = chance.choice(
        [
            ("state", "failed"),
            ("state", "completed"),
            ("id", "o-2"),
            ("product_code", "p-2"),
            ("code", "ZZZZ"),
            ("error_code", "insufficient_available_balance"),
        ]
    )
    if not wild.body.startswith(b"{"):
        return wild
    if chance.random() < 0.5:
        return replace(wild, body=f'{{"{name}": "{value}", '.encode() + wild.body[1:])
    return replace(wild, body=wild.body.rstrip(b"} ") + f', "{name}": "{value}"}}'.encode())


def _around(chance: random.Random, wild: Wild) -> Wild:
    before, after = chance.choice(
        [
            (b"[", b"]"),
            (b" \n\t", b"\n "),
            (b"", b"{}"),
            (b")]}',\n", b""),
            (b"\x0b", b""),
            (b"", b"\x00"),
            (b'"', b'"'),
            (b"", b"<!-- proxy -->"),
            (b"<html>", b"</html>"),
        ]
    )
    return replace(wild, body=before + wild.body + after)


def _deep(chance: random.Random, wild: Wild) -> Wild:
    depth = chance.choice([900, 5000, 100_000])
    return replace(wild, body=b'{"a":' * depth + wild.body + b"}" * chance.choice([depth, 0]))


def _status(chance: random.Random, wild: Wild) -> Wild:
    status = chance.choice(_STATUSES + _STATUSES_TOO)
    headers = dict(wild.headers)
    if 300 <= status < 400:
        headers["location"] = chance.choice(["/v1/orders", "https://evil.example/", "", "\\\\x"])
    return replace(wild, status=status, headers=headers)


def _header(chance: random.Random, wild: Wild) -> Wild:
    name, values = chance.choice(
        [
            (
                "date",
                [
                    "",
                    "soon",
                    "Mon, 99 Nov 2026 09:00:00 GMT",
                    "x" * 70_000,
                    "0",
                    DATE[:-4],
                    "Thu, 01 Jan 1970 00:00:00 GMT",
                    "Fri, 31 Dec 9999 23:59:59 +0000",
                    "Mon, 01 Jan 0001 00:00:00 +2359",
                    "Mon, 23 Nov 2026 09:00:00 -9999",
                ],
            ),
            ("retry-after", ["-1", "0", "1e9", "nan", "99999999999", "٥", "soon", DATE, " 5"]),
            ("content-type", ["text/html", "", "application/json; charset=utf-7"]),
        ]
    )
    wild = replace(wild, headers={**wild.headers, name: chance.choice(values)})
    if name == "date" and chance.random() < 0.5:
        # The one refusal that makes the client believe the date.
        body = b'{"error_class": "transport", "error_code": "invalid_date_header"}'
        return replace(wild, status=400, body=body)
    return wild


def _late(chance: random.Random, wild: Wild) -> Wild:
    return replace(wild, delay_s=chance.choice([0.5, 14.0, 29.9, 30.1, 34.9, 100.0]))


def _fault(chance: random.Random, wild: Wild) -> Wild:
    fault = chance.choice(["cut", "no_answer", "not_connected", "name_unknown", "tls_failed"])
    return replace(wild, fault=fault)


_ON_WIRE: Final[tuple[Callable[[random.Random, Wild], Wild], ...]] = (
    *(_cut, _cut, _flip, _flip, _insert, _encode, _twice, _twice, _around, _deep),
    *(_status, _status, _header, _late, _fault),
)
