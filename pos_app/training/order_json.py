"""How an order looks in an answer (provider contract, section 6)."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from pos_app.training.amounts import write_amount
from pos_app.training.cards import Card
from pos_app.training.ledger import Order, OrderState
from pos_app.training.messages import Json
from pos_app.training.products import Product, ProductTexts

_WITH_CARD: Final = (OrderState.COMPLETED, OrderState.INVALIDATED)


def order_json(order: Order, product: Product | None, now: datetime) -> Json:
    """The order as it is shown now; a product may have left the catalogue since."""
    texts = product.texts if product else ProductTexts()
    shown = _shown_state(order, now)
    value: Json = {
        "id": order.id,
        "state": shown,
        "product_code": order.product_code,
        "customer": {"id": order.customer_id},
        "country": order.country,
        "face_value": {"currency": order.currency, "amount": write_amount(order.amount)},
        "delivery_method": dict(order.delivery),
    }
    card = _shown_card(order, now) if shown == order.state else Card()
    value |= _card_json(card, leave_out=bool(product and product.card.leaves_out))
    value |= {
        "redemption_instructions": texts.instructions,
        "terms_and_conditions": texts.terms,
        "redemption_notes": texts.notes,
        "failure": _failure(order),
        "created_at": _moment(order.created_at),
        "completed_at": _moment(order.completed_at),
    }
    return value


def _shown_state(order: Order, now: datetime) -> str:
    script = order.script
    hidden = script.shown_until is not None and now < script.shown_until
    return script.shown_state if hidden and script.shown_state else str(order.state)


def _shown_card(order: Order, now: datetime) -> Card:
    script = order.script
    withheld = script.cardless and (script.card_at is None or now < script.card_at)
    if order.card is None or order.state not in _WITH_CARD or withheld:
        return Card()
    return order.card


def _card_json(card: Card, *, leave_out: bool) -> Json:
    barcode = card.barcode
    value: Json = {
        "code": card.code,
        "pin": card.pin,
        "barcode": {"type": barcode[0], "value": barcode[1]} if barcode else None,
        "expires_at": card.expires_at,
    }
    if leave_out:
        value = {name: part for name, part in value.items() if part is not None}
    value["urls"] = [{"type": kind, "url": url} for kind, url in card.urls]
    return value


def _failure(order: Order) -> Json | None:
    if order.failure is None:
        return None
    return {"code": order.failure, "message": "The issuer of the card declined the order."}


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment.strftime("%Y-%m-%dT%H:%M:%SZ")
