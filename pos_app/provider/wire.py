"""The provider's shapes: how orders go out, and how answers are read (provider contract).

Pure functions. Everything provisional about shapes is in this module. Nothing here raises for
what the provider sends: unreadable parts are left out one by one, unreadable wholes are None.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from pos_app.domain.address import is_allowed_link
from pos_app.domain.answer import Answer, OrderReport, Proof
from pos_app.domain.card import Barcode, Card, CardUrl
from pos_app.domain.money import Money
from pos_app.domain.product import (
    AmountRange,
    DeliveryMethod,
    Denominations,
    FixedAmounts,
    Product,
)
from pos_app.domain.sale import CartItem, Delivery, SaleId
from pos_app.domain.settings import ProcessingMode
from pos_app.provider import reading
from pos_app.provider.calls import Call
from pos_app.provider.errors import ErrorBody, is_refusal, is_try_later, read_error

# Whether a replayed order repeats its first refusal, so that a refusal also speaks for attempts
# that went unanswered. The provider's rule is not known: no (money.md M3).
REPLAYS_REFUSALS = False

MAX_BODY_BYTES: Final = 5 * 1024 * 1024
PAGE_SIZE: Final = 200

_ID: Final = 200
_CODE: Final = 100
_NAME: Final = 300
_PROSE: Final = 20_000
_STATES: Final[Mapping[str, Proof]] = {
    "completed": Proof.COMPLETED,
    "failed": Proof.FAILED,
    "invalidated": Proof.INVALIDATED,
}


# --- what goes out ---------------------------------------------------------------------------


def order_body(
    item: CartItem,
    *,
    sale: SaleId,
    country: str,
    language: str,
    mode: ProcessingMode = ProcessingMode.SYNC,
) -> bytes:
    """The body of an order: made once, then signed, stored and sent as these bytes."""
    body = {
        "product_code": item.product.code,
        "customer": {"id": sale},
        "country": country,
        "face_value": {"currency": item.face_value.currency, "amount": item.face_value.to_wire()},
        "processing_mode": mode.value,
        "delivery_method": _delivery(item.delivery, language),
    }
    return json.dumps(body, separators=(",", ":")).encode("ascii")


def _delivery(delivery: Delivery, language: str) -> Mapping[str, object]:
    if delivery.method is DeliveryMethod.EMAIL:
        return {"type": "email", "address": delivery.address, "language": language}
    return {"type": delivery.method.value}


def orders_url(base: str) -> str:
    """Where orders are posted."""
    return f"{base}/orders"


def order_url(base: str, order_id: str) -> str:
    """Where one order is looked at; an id is one path segment, whatever it holds."""
    segment = quote(order_id, safe="")
    if not segment.strip("."):
        segment = segment.replace(".", "%2E")  # "..": would leave the folder
    return f"{orders_url(base)}/{segment}"


def invalidate_url(base: str, order_id: str) -> str:
    """Where an order is made worthless."""
    return f"{order_url(base, order_id)}/actions/invalidate"


def products_url(base: str, cursor: str | None) -> str:
    """One page of the catalogue."""
    more = f"&cursor={quote(cursor, safe='')}" if cursor else ""
    return f"{base}/products?limit={PAGE_SIZE}{more}"


def balance_url(base: str, currency: str) -> str:
    """The credit in one currency."""
    return f"{base}/balances/{quote(currency, safe='')}"


# --- what an answer proves -------------------------------------------------------------------


def classify(status: int, headers: Mapping[str, str], body: bytes, call: Call) -> Answer:
    """What an answer proves, by the table of M3; header names are lower case. Never raises."""
    now = reading.http_moment(headers.get("date"))
    if 200 <= status < 300:
        report = read_order(body)
        if report is not None:
            proof = _STATES.get(report.state, Proof.PROCESSING)
            return Answer(proof=proof, status=status, report=report, provider_time=now)
    error = read_error(body) if 400 <= status < 500 else None
    if error is None:
        return Answer(
            proof=Proof.UNCLEAR, code=_short_word(status), status=status, provider_time=now
        )
    proof = _proof_of_error(call, status, error)
    return Answer(
        proof=proof,
        code=error.code,
        status=status,
        message=error.message,
        request_id=error.request_id,
        retry_after_s=reading.retry_after_s(headers.get("retry-after"), now),
        provider_time=now,
        settles_key=REPLAYS_REFUSALS and proof is Proof.REFUSED,
    )


def _proof_of_error(call: Call, status: int, error: ErrorBody) -> Proof:
    if is_try_later(status, error):
        return Proof.TRY_LATER
    return Proof.REFUSED if is_refusal(call, status, error) else Proof.UNCLEAR


def _short_word(status: int) -> str:
    if 300 <= status < 400:
        return "redirected"
    return "server_error" if status >= 500 else "unreadable"


# --- orders and cards ------------------------------------------------------------------------


def read_order(body: bytes) -> OrderReport | None:
    """An order, or None when even its id or state can't be read."""
    data = reading.json_object(body)
    if data is None:
        return None
    order_id, state = reading.text(data.get("id"), _ID), reading.text(data.get("state"), _ID)
    if order_id is None or state is None:
        return None
    face_value = reading.mapping(data.get("face_value"))
    return OrderReport(
        id=order_id,
        state=state,
        product_code=reading.text(data.get("product_code"), _ID),
        face_value=reading.money(face_value.get("amount"), face_value.get("currency")),
        card=_card(data),
        failure=_failure(data.get("failure")),
    )


def _failure(value: object) -> str | None:
    """Why an order failed, in the provider's word."""
    return reading.text(reading.mapping(value).get("code", value), _CODE)


def _card(data: Mapping[str, object]) -> Card:
    """The card, part by part; with a malformed code nothing of it is to be trusted."""
    texts = Card(
        redemption_instructions=reading.prose(data.get("redemption_instructions"), _PROSE),
        terms_and_conditions=reading.prose(data.get("terms_and_conditions"), _PROSE),
        redemption_notes=reading.prose(data.get("redemption_notes"), _PROSE),
    )
    given = data.get("code")
    code = reading.text(given, _CODE)
    if code is None and given not in (None, ""):
        return texts
    return Card(
        code=code,
        pin=reading.text(data.get("pin"), _CODE),
        barcode=_barcode(reading.mapping(data.get("barcode"))),
        expires_on=reading.day(data.get("expires_at")),
        urls=tuple(_links(data.get("urls"))),
        redemption_instructions=texts.redemption_instructions,
        terms_and_conditions=texts.terms_and_conditions,
        redemption_notes=texts.redemption_notes,
    )


def _barcode(data: Mapping[str, object]) -> Barcode | None:
    kind, value = reading.text(data.get("type"), _CODE), reading.text(data.get("value"), _NAME)
    return Barcode(kind, value) if kind and value else None


def _links(value: object) -> list[CardUrl]:
    """Links that may be shown; the others are dropped."""
    links = []
    for entry in reading.items(value, most=30):
        data = reading.mapping(entry)
        kind, url = reading.text(data.get("type"), _CODE), reading.text(data.get("url"), _PROSE)
        if kind and url and is_allowed_link(url):
            links.append(CardUrl(kind, url))
    return links


# --- catalogue and balance -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the catalogue, its products still as they came: to be read a few at a time."""

    entries: Sequence[object]
    next_cursor: str | None


def read_page(body: bytes) -> Page | None:
    """A page of products, or None when it is none."""
    data = reading.json_object(body)
    entries = data.get("products") if data is not None else None
    if data is None or not isinstance(entries, list):
        return None
    cursor = data.get("next_cursor")
    if cursor and reading.text(cursor, _PROSE) is None:
        return None
    return Page(entries, str(cursor) if cursor else None)


def read_product(value: object) -> Product | None:
    """A product, or None when what a sale needs of it can't be read."""
    data = reading.mapping(value)
    code, name = reading.text(data.get("code"), _ID), reading.text(data.get("name"), _NAME)
    brand, available = reading.text(data.get("brand"), _NAME), data.get("available")
    countries, methods = data.get("countries"), data.get("delivery_methods")
    denominations = _denominations(reading.mapping(data.get("denominations")))
    if not (code and name and brand and denominations) or not isinstance(available, bool):
        return None
    if not _is_texts(countries) or not _is_texts(methods):
        return None
    months = data.get("validity_months")
    return Product(
        code=code,
        name=name,
        brand=brand,
        category=reading.text(data.get("category"), _NAME) or "",
        countries=tuple(map(str, reading.items(countries))),
        available=available,
        denominations=denominations,
        delivery_methods=_known_methods(methods),
        image_url=_image(data.get("images")),
        description=reading.prose(data.get("description"), _PROSE),
        redemption_instructions=reading.prose(data.get("redemption_instructions"), _PROSE),
        terms_and_conditions=reading.prose(data.get("terms_and_conditions"), _PROSE),
        redemption_notes=reading.prose(data.get("redemption_notes"), _PROSE),
        validity_months=months if type(months) is int and 0 < months <= 1200 else None,
        updated_at=reading.moment(data.get("updated_at")),
    )


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(reading.text(entry, _CODE) for entry in value)


def _known_methods(value: object) -> tuple[DeliveryMethod, ...]:
    """The delivery methods this till can use, in its own order; others may come any day."""
    offered = reading.items(value)
    return tuple(method for method in DeliveryMethod if method.value in offered)


def _denominations(data: Mapping[str, object]) -> Denominations | None:
    currency = data.get("currency")
    if data.get("type") == "fixed":
        read = [reading.money(one, currency) for one in reading.items(data.get("amounts"))]
        amounts = {one for one in read if one is not None and one.minor > 0}
        sound = bool(read) and len(amounts) == len(set(read))
        return FixedAmounts(tuple(sorted(amounts))) if sound else None
    if data.get("type") != "range":
        return None
    low, high, step = (reading.money(data.get(name), currency) for name in ("min", "max", "step"))
    if low is None or high is None or step is None:
        return None
    sound = low.minor > 0 and step.minor > 0 and low <= high
    return AmountRange(low, high, step) if sound else None


def _image(value: object) -> str | None:
    """The logo's link, or that of the first picture."""
    found: dict[str, str] = {}
    for entry in reading.items(value, most=30):
        data = reading.mapping(entry)
        url = reading.text(data.get("url"), _PROSE)
        if url and is_allowed_link(url):
            found.setdefault("logo" if data.get("type") == "logo" else "other", url)
    return found.get("logo", found.get("other"))


def read_balance(body: bytes, currency: str) -> Money | None:
    """The credit in this currency, or None."""
    data = reading.json_object(body)
    if data is None or data.get("currency") != currency:
        return None
    return reading.money(data.get("available"), currency)
