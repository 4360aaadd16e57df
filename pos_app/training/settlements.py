"""The provider's bill: one settlement per calendar month and currency."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from pos_app.training.amounts import write_amount
from pos_app.training.ledger import Ledger, Movement
from pos_app.training.messages import Json, Refusal

# What the bill calls a movement; money that came and went for a failed order is not on it.
_ITEM_TYPES: Final = {"order": "order", "invalidation": "invalidation"}


def settlements(ledger: Ledger, query: Mapping[str, str], now: datetime) -> list[Json]:
    """All settlements that touch the days from `from` to `to`.

    May raise:
    - Refusal: `invalid_body_parameters` for a date that can't be read.
    """
    first = _read_day(query, "from", date.min)
    last = _read_day(query, "to", date.max)
    bills = (
        _bill(month, currency, movements, ledger, now)
        for (month, currency), movements in sorted(_by_month(ledger).items())
        if _last_day(month) >= first and month <= last
    )
    return list(bills)


def _read_day(query: Mapping[str, str], name: str, default: date) -> date:
    if name not in query:
        return default
    try:
        return date.fromisoformat(query[name])
    except ValueError as error:
        raise Refusal("invalid_body_parameters", {name: ["must be a date"]}) from error


def _by_month(ledger: Ledger) -> dict[tuple[date, str], list[Movement]]:
    months: defaultdict[tuple[date, str], list[Movement]] = defaultdict(list)
    failed = {movement.order_id for movement in ledger.movements if movement.kind == "failed"}
    for movement in ledger.movements:
        if movement.kind in _ITEM_TYPES and movement.order_id not in failed:
            months[movement.at.date().replace(day=1), movement.currency].append(movement)
    return months


def _last_day(month: date) -> date:
    return month.replace(day=calendar.monthrange(month.year, month.month)[1])


def _bill(
    month: date, currency: str, movements: Sequence[Movement], ledger: Ledger, now: datetime
) -> Json:
    items = [_item(movement, ledger) for movement in movements]
    total = -sum((movement.amount for movement in movements), Decimal(0))
    return {
        "id": f"set-{month:%Y-%m}-{currency}",
        "period_start": month.isoformat(),
        "period_end": _last_day(month).isoformat(),
        "currency": currency,
        "total": write_amount(total),
        "state": "closed" if now.date() > _last_day(month) else "open",
        "items": items,
    }


def _item(movement: Movement, ledger: Ledger) -> Json:
    order = ledger.orders[str(movement.order_id)]
    return {
        "order_id": order.id,
        "type": _ITEM_TYPES[movement.kind],
        "amount": write_amount(-movement.amount),
        "face_value": write_amount(order.amount),
        "occurred_at": movement.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
