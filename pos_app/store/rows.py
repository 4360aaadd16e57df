"""Rows of the database and the domain's values: each conversion and its way back, exactly."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from typing import Final, TypeAlias

from pos_app.domain.money import Language, Money
from pos_app.domain.people import PersonId
from pos_app.domain.product import DeliveryMethod
from pos_app.domain.sale import (
    Account,
    Closed,
    Closing,
    Delivery,
    GivenUp,
    HandedOver,
    Invalidation,
    Line,
    LineId,
    OrderRequest,
    OrderState,
    ProductRef,
    Refund,
    Sale,
    SaleId,
    Sending,
    Trouble,
)
from pos_app.store.connection import SqlValue

Columns: TypeAlias = dict[str, SqlValue]

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_TICK: Final = timedelta(microseconds=1)


def to_ticks(moment: datetime) -> int:
    """Microseconds since 1970 UTC: exact, unlike a float."""
    return (moment - _EPOCH) // _TICK


def from_ticks(ticks: int) -> datetime:
    """The moment again, aware, UTC."""
    return _EPOCH + ticks * _TICK


def ticks_or_none(moment: datetime | None) -> int | None:
    """As `to_ticks`, where there may be none."""
    return None if moment is None else to_ticks(moment)


def moment_or_none(ticks: int | None) -> datetime | None:
    """As `from_ticks`, where there may be none."""
    return None if ticks is None else from_ticks(ticks)


def storable(text: str | None) -> str | None:
    """Text from outside without what UTF-8 can't hold (lone surrogates of broken JSON)."""
    return None if text is None else text.encode("utf-8", "replace").decode("utf-8")


def ordered_columns(line: Line) -> Columns:
    """What was sold and ordered: never changes once stored."""
    return {
        "id": line.id,
        "sale": line.sale,
        "number": line.number,
        "product_code": line.product.code,
        "product_name": storable(line.product.name),
        "brand": storable(line.product.brand),
        "category": storable(line.product.category),
        "amount_minor": line.face_value.minor,
        "currency": line.face_value.currency,
        "delivery": line.delivery.method.value,
        "address": line.delivery.address,
        "request_key": line.request.key,
        "request_method": line.request.method,
        "request_url": line.request.url,
        "request_body": line.request.body,
        "account_url": line.account.base_url,
        "account_client": line.account.client_id,
        "created_at": to_ticks(line.created_at),
        "replaces": line.replaces,
    }


def fact_columns(line: Line) -> Columns:
    """The two facts of a line and everything that belongs to them."""
    return {
        "order_state": line.order.value,
        "money_state": line.money.value,
        "order_id": storable(line.order_id),
        "failure": storable(line.failure),
        "trouble": line.trouble.value if line.trouble else None,
        "checked": line.checked,
        "no_card_since": ticks_or_none(line.no_card_since),
        "card_hint": storable(line.card_hint),
        "printed": line.printed,
        "delivered_at": ticks_or_none(line.delivered_at),
        "is_open": not line.is_closed,
        **_sending_columns(line.sending),
        **_decision_columns(line),
    }


def _sending_columns(sending: Sending) -> Columns:
    return {
        "attempts": sending.attempts,
        "first_tried_at": ticks_or_none(sending.first_tried_at),
        "first_sent_at": ticks_or_none(sending.first_sent_at),
        "first_sent_provider_at": ticks_or_none(sending.first_sent_provider_at),
        "unanswered": sending.unanswered,
        "started_at": ticks_or_none(sending.started_at),
    }


def _decision_columns(line: Line) -> Columns:
    given, wish, handed, closed = (
        line.given_up,
        line.invalidation,
        line.handed_over,
        line.closed,
    )
    return {
        "given_up_at": to_ticks(given.at) if given else None,
        "given_up_by": given.by if given else None,
        "invalidation_reason": storable(wish.reason) if wish else None,
        "invalidation_asked_at": to_ticks(wish.asked_at) if wish else None,
        "invalidation_by": wish.by if wish else None,
        "handed_over_at": to_ticks(handed.at) if handed else None,
        "handed_over_by": handed.by if handed else None,
        "closed_how": closed.how.value if closed else None,
        "closed_reason": storable(closed.reason) if closed else None,
        "closed_at": to_ticks(closed.at) if closed else None,
        "closed_by": closed.by if closed else None,
    }


def refund_columns(refund: Refund) -> Columns:
    """What changes about a refund; `due_at` is added when it is first stored."""
    return {
        "paid_at": ticks_or_none(refund.paid_at),
        "paid_by": refund.paid_by,
        "receipt_number": storable(refund.receipt_number),
        "settled_by": refund.settled_by,
    }


# A line with its refund, as `row_to_line` reads it.
SELECT_LINE: Final = """
    SELECT lines.*, refunds.due_at AS refund_due_at, refunds.paid_at AS refund_paid_at,
        refunds.paid_by AS refund_paid_by, refunds.receipt_number AS refund_receipt_number,
        refunds.settled_by AS refund_settled_by
    FROM lines LEFT JOIN refunds ON refunds.line = lines.id
"""


def row_to_line(row: sqlite3.Row) -> Line:
    """The line that was stored."""
    return Line(
        id=LineId(row["id"]),
        sale=SaleId(row["sale"]),
        number=row["number"],
        product=ProductRef(
            row["product_code"], row["product_name"], row["brand"], row["category"]
        ),
        face_value=Money(row["amount_minor"], row["currency"]),
        delivery=Delivery(DeliveryMethod(row["delivery"]), row["address"]),
        request=OrderRequest(
            row["request_key"], row["request_method"], row["request_url"], row["request_body"]
        ),
        account=Account(row["account_url"], row["account_client"]),
        created_at=from_ticks(row["created_at"]),
        replaces=row["replaces"],
        order=OrderState(row["order_state"]),
        refund=_refund(row),
        sending=_sending(row),
        order_id=row["order_id"],
        failure=row["failure"],
        trouble=Trouble(row["trouble"]) if row["trouble"] else None,
        checked=bool(row["checked"]),
        no_card_since=moment_or_none(row["no_card_since"]),
        given_up=_given_up(row),
        invalidation=_invalidation(row),
        handed_over=_handed_over(row),
        closed=_closed(row),
        card_hint=row["card_hint"],
        printed=bool(row["printed"]),
        delivered_at=moment_or_none(row["delivered_at"]),
    )


def _refund(row: sqlite3.Row) -> Refund | None:
    if row["refund_due_at"] is None:
        return None
    return Refund(
        due_at=from_ticks(row["refund_due_at"]),
        paid_at=moment_or_none(row["refund_paid_at"]),
        paid_by=row["refund_paid_by"],
        receipt_number=row["refund_receipt_number"],
        settled_by=row["refund_settled_by"],
    )


def _sending(row: sqlite3.Row) -> Sending:
    return Sending(
        attempts=row["attempts"],
        first_tried_at=moment_or_none(row["first_tried_at"]),
        first_sent_at=moment_or_none(row["first_sent_at"]),
        first_sent_provider_at=moment_or_none(row["first_sent_provider_at"]),
        unanswered=bool(row["unanswered"]),
        started_at=moment_or_none(row["started_at"]),
    )


def _given_up(row: sqlite3.Row) -> GivenUp | None:
    if row["given_up_at"] is None:
        return None
    return GivenUp(from_ticks(row["given_up_at"]), PersonId(row["given_up_by"]))


def _invalidation(row: sqlite3.Row) -> Invalidation | None:
    if row["invalidation_asked_at"] is None:
        return None
    asked_at = from_ticks(row["invalidation_asked_at"])
    return Invalidation(row["invalidation_reason"], asked_at, PersonId(row["invalidation_by"]))


def _handed_over(row: sqlite3.Row) -> HandedOver | None:
    if row["handed_over_at"] is None:
        return None
    return HandedOver(from_ticks(row["handed_over_at"]), PersonId(row["handed_over_by"]))


def _closed(row: sqlite3.Row) -> Closed | None:
    if row["closed_at"] is None:
        return None
    how, at = Closing(row["closed_how"]), from_ticks(row["closed_at"])
    return Closed(how, row["closed_reason"], at, PersonId(row["closed_by"]))


def row_to_sale(row: sqlite3.Row, lines: tuple[Line, ...]) -> Sale:
    """The sale that was stored, with its lines."""
    return Sale(
        id=SaleId(row["id"]),
        number=row["number"],
        paid_at=from_ticks(row["paid_at"]),
        cashier=PersonId(row["cashier"]),
        cashier_name=row["cashier_name"],
        language=Language(row["language"]),
        lines=lines,
        training=bool(row["training"]),
    )
