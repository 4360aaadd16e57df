"""What a day adds up to, as SQL sums over lines and refunds.

An event belongs to the day whose stretch of the journal holds it: from the entry after the last
day's end to this day's end. What is outstanding is counted as it stands.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any, Final

from pos_app.domain.cases import CaseKind, case_kind
from pos_app.domain.day import DayCase, DayFigures, Tally
from pos_app.domain.limits import Limits
from pos_app.domain.money import Money
from pos_app.domain.sale import LineId
from pos_app.store.rows import SELECT_LINE, row_to_line

_LIMITS: Final = Limits()

_SUM: Final = "SELECT count(*), coalesce(sum(lines.amount_minor), 0) FROM lines"
_CLOSED_SINCE: Final = "(SELECT line FROM journal WHERE action = 'case_closed' AND seq >= :first)"
_QUERIES: Final = {
    "paid": (
        f"{_SUM} JOIN sales ON sales.id = lines.sale"
        " WHERE sales.day = :day AND lines.replaces IS NULL"
    ),
    "delivered": f"{_SUM} WHERE delivered_seq >= :first",
    "handed_over": f"{_SUM} WHERE handed_over_seq >= :first",
    "failed": f"{_SUM} WHERE ended_seq >= :first AND order_state = 'failed'",
    "voids": f"{_SUM} WHERE ended_seq >= :first AND order_state = 'invalidated'",
    "refunds_due": f"{_SUM} WHERE money_state = 'refund_due'",
    # A refund that paid for a replacement never left the drawer (M14).
    "refunds_paid": (
        f"{_SUM} JOIN refunds ON refunds.line = lines.id"
        " WHERE refunds.paid_seq >= :first AND refunds.settled_by IS NULL"
    ),
    # A manager's word that the shop bears it.
    "losses": f"{_SUM} WHERE closed_how = 'loss' AND lines.id IN {_CLOSED_SINCE}",
    "open_cases": f"{_SUM} WHERE is_open = 1",
}
_OPEN: Final = f"{SELECT_LINE} WHERE lines.is_open = 1 ORDER BY lines.created_at, lines.id"
_OF_THEIRS: Final = (
    "SELECT sales.cashier_name, count(*), sum(lines.amount_minor)"
    " FROM lines JOIN sales ON sales.id = lines.sale"
)
_OF_BRAND: Final = "SELECT brand, count(*), sum(lines.amount_minor) FROM lines"
_OF_PAYER: Final = (
    "SELECT people.name, count(*), sum(lines.amount_minor) FROM lines"
    " JOIN refunds ON refunds.line = lines.id JOIN people ON people.id = refunds.paid_by"
)
_REFUNDS: Final = "JOIN refunds ON refunds.line = lines.id"
_PAID_BACK: Final = "WHERE refunds.paid_seq >= :first AND refunds.settled_by IS NULL"
_VOID: Final = "WHERE ended_seq >= :first AND order_state = 'invalidated'"
_GROUPS: Final = {
    "paid_by_cashier": (
        f"{_OF_THEIRS} WHERE sales.day = :day AND lines.replaces IS NULL GROUP BY 1"
    ),
    "delivered_by_brand": f"{_OF_BRAND} WHERE delivered_seq >= :first GROUP BY 1",
    "delivered_by_cashier": f"{_OF_THEIRS} WHERE delivered_seq >= :first GROUP BY 1",
    # Whoever paid a refund out answers for it, not who sold the card.
    "refunds_paid_by_cashier": (f"{_OF_PAYER} {_PAID_BACK} GROUP BY 1"),
    "voids_by_cashier": f"{_OF_THEIRS} {_VOID} GROUP BY 1",
    "refunds_paid_by_brand": f"{_OF_BRAND} {_REFUNDS} {_PAID_BACK} GROUP BY 1",
    "voids_by_brand": f"{_OF_BRAND} {_VOID} GROUP BY 1",
}


def day_figures(
    connection: sqlite3.Connection, day: int, first_seq: int, currency: str, now: datetime
) -> DayFigures:
    """The figures of the open day as it stands `now`; its entries begin with `first_seq`."""
    parameters = {"day": day, "first": first_seq}

    def tally(query: str) -> Tally:
        count, minor = connection.execute(query, parameters).fetchone()
        return Tally(count, Money(minor, currency))

    def tallies(query: str) -> Mapping[str, Tally]:
        rows = connection.execute(query, parameters)
        return {name: Tally(count, Money(minor, currency)) for name, count, minor in rows}

    values: dict[str, Any] = {name: tally(query) for name, query in _QUERIES.items()}
    values |= {name: tallies(query) for name, query in _GROUPS.items()}
    return DayFigures(**values, cases=tuple(_cases(connection, now)))


def _cases(connection: sqlite3.Connection, now: datetime) -> Iterator[DayCase]:
    for row in connection.execute(_OPEN):
        line = row_to_line(row)
        kind = case_kind(line, now=now, limits=_LIMITS)
        if kind is not None:
            yield DayCase(line.id, kind, line.face_value)


def figures_to_json(figures: DayFigures) -> str:
    """The figures as kept with an ended day."""
    values: dict[str, object] = {}
    for field in fields(figures):
        value = getattr(figures, field.name)
        if isinstance(value, Tally):
            values[field.name] = _tally_to_json(value)
        elif field.name == "cases":
            values[field.name] = [[one.line, one.kind.value, one.amount.minor] for one in value]
        else:
            values[field.name] = {name: _tally_to_json(tally) for name, tally in value.items()}
    return json.dumps(values)


def _tally_to_json(tally: Tally) -> list[int]:
    return [tally.count, tally.amount.minor]


def figures_from_json(text: str, currency: str) -> DayFigures:
    """The figures an ended day was ended with."""

    def tally(value: list[int]) -> Tally:
        return Tally(value[0], Money(value[1], currency))

    stored: dict[str, Any] = json.loads(text)
    cases = tuple(
        DayCase(LineId(line), CaseKind(kind), Money(minor, currency))
        # Days that were ended by the first version know neither cases nor losses.
        for line, kind, minor in stored.pop("cases", ())
    )
    values: dict[str, Any] = {
        name: {key: tally(pair) for key, pair in value.items()}
        if isinstance(value, dict)
        else tally(value)
        for name, value in ({"losses": [0, 0]} | stored).items()
    }
    return DayFigures(**values, cases=cases)
