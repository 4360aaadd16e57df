"""Reading the body of `POST /orders` as strictly as the contract words it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from pos_app.training.amounts import read_amount
from pos_app.training.messages import Json, Refusal
from pos_app.training.products import Product

_ADDRESS: Final = re.compile(r"[^@\s]{1,64}@[^@\s]+\.[^@\s]{2,}")
_MODES: Final = ("sync", "async")
_METHODS: Final = ("code", "url", "email")
_MISSING: Final = "is missing"
_LONGEST_ID: Final = 100
_LONGEST_KEY: Final = 255


@dataclass(frozen=True, slots=True)
class Wanted:
    """An order that was read and that its product allows."""

    product: Product
    customer_id: str
    country: str
    amount: Decimal
    mode: str
    delivery: Mapping[str, str]


def check_key(key: str) -> None:
    """The key must be there, in printable ASCII without spaces, of a sensible length.

    May raise:
    - Refusal: `invalid_idempotency_key_header`.
    """
    if not (key.isascii() and key.isprintable() and 0 < len(key) <= _LONGEST_KEY) or " " in key:
        raise Refusal("invalid_idempotency_key_header")


def read_order(body: bytes, products: Mapping[str, Product]) -> Wanted:
    """Read and check an order.

    May raise:
    - Refusal: `invalid_request_body`, `invalid_body_parameters` with `fields`, or
      `order_not_allowed_for_product`.
    """
    raw = _read_object(body)
    problems: dict[str, list[str]] = {}
    customer = _part(raw, "customer")
    face_value = _part(raw, "face_value")
    delivery = _part(raw, "delivery_method")
    customer_id = customer.get("id")
    if not isinstance(customer_id, str) or not 0 < len(customer_id) <= _LONGEST_ID:
        problems["customer.id"] = ["must be a text of 1 to 100 characters"]
    country = raw.get("country")
    if not isinstance(country, str) or not re.fullmatch(r"[A-Z]{2}", country):
        problems["country"] = ["must be two capital letters"]
    if raw.get("processing_mode") not in _MODES:
        problems["processing_mode"] = ["must be sync or async"]
    problems |= _delivery_problems(delivery)
    product = products.get(str(raw.get("product_code")))
    if product is None:
        problems["product_code"] = ["is not a product"]
    else:
        problems |= _amount_problems(face_value, product)
    if problems or product is None:
        raise Refusal("invalid_body_parameters", problems)
    wanted = Wanted(
        product=product,
        customer_id=str(customer_id),
        country=str(country),
        amount=Decimal(str(face_value["amount"])),
        mode=str(raw["processing_mode"]),
        delivery={name: str(value) for name, value in delivery.items()},
    )
    _check_allowed(wanted)
    return wanted


def _read_object(body: bytes) -> Json:
    try:
        raw = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise Refusal("invalid_request_body") from error
    if not isinstance(raw, dict):
        raise Refusal("invalid_request_body")
    return raw


def _part(raw: Json, name: str) -> Json:
    """An object inside the body; a missing one is as good as an empty one: its parts complain."""
    part = raw.get(name)
    return part if isinstance(part, dict) else {}


def _delivery_problems(delivery: Json) -> dict[str, list[str]]:
    if "type" not in delivery:
        return {"delivery_method.type": [_MISSING]}
    if delivery["type"] not in _METHODS:
        return {"delivery_method.type": ["must be code, url or email"]}
    problems: dict[str, list[str]] = {}
    if delivery["type"] == "email":
        address = delivery.get("address")
        if not isinstance(address, str) or not _ADDRESS.fullmatch(address):
            problems["delivery_method.address"] = ["must be an e-mail address"]
        if delivery.get("language", "de") not in ("de", "en"):
            problems["delivery_method.language"] = ["must be de or en"]
    return problems


def _amount_problems(face_value: Json, product: Product) -> dict[str, list[str]]:
    if face_value.get("currency") != product.currency:
        return {"face_value.currency": [f"must be {product.currency}"]}
    amount = read_amount(face_value.get("amount"))
    if amount is None:
        return {"face_value.amount": ["must be a decimal text like 50.0 or 12.34"]}
    problem = product.denominations.problem(amount)
    return {"face_value.amount": [problem]} if problem else {}


def _check_allowed(wanted: Wanted) -> None:
    product = wanted.product
    if not product.available or wanted.country not in product.countries:
        raise Refusal("order_not_allowed_for_product")
    if wanted.delivery["type"] not in product.delivery_methods:
        fields = {"delivery_method.type": ["is not offered for this product"]}
        raise Refusal("invalid_body_parameters", fields)
