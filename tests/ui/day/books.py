"""What a day must add up to: worked out from the journal, and from the provider's ledger."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter as Count
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from pos_app.domain.day import DayFigures, Tally
from pos_app.domain.money import Money
from pos_app.domain.sale import Line, LineId
from pos_app.training.ledger import Ledger, OrderState


@dataclass
class Books:
    """Sums of one day, in minor units, with how many."""

    sums: dict[str, tuple[int, int]] = field(default_factory=dict)
    by_cashier: dict[str, tuple[int, int]] = field(default_factory=dict)
    by_brand: dict[str, tuple[int, int]] = field(default_factory=dict)

    def add(self, name: str, minor: int) -> None:
        """One more card."""
        _add(self.sums, name, minor)


def _add(sums: dict[str, tuple[int, int]], name: str, minor: int) -> None:
    count, total = sums.get(name, (0, 0))
    sums[name] = (count + 1, total + minor)


@dataclass(frozen=True, slots=True)
class Written:
    """One entry of the journal, as it lies in the database."""

    who: str
    action: str
    sale: str | None
    line: str | None
    details: Mapping[str, object]


def journal_of(home: Path) -> Sequence[Written]:
    """The whole journal, past every class of the program."""
    query = "SELECT by_name, action, sale, line, details FROM journal ORDER BY seq"
    with closing(sqlite3.connect(home / "till.sqlite3")) as database:
        return [
            Written(who, action, sale, line, json.loads(details))
            for who, action, sale, line, details in database.execute(query)
        ]


_EVENTS: Mapping[str, str] = {
    "card_stored": "delivered",
    "handed_over": "handed_over",
    "refund_paid": "refunds_paid",
}


def from_journal(entries: Sequence[Written], lines: Mapping[LineId, Line]) -> Books:
    """Every event of the day once, with the face value of its line."""
    books, void = Books(), set[str]()
    for entry in entries:
        if entry.action == "sale_paid":
            _sale(books, entry, lines)
        if entry.line is None:
            continue
        line = lines[LineId(entry.line)]
        minor = line.face_value.minor
        if entry.action in _EVENTS:
            books.add(_EVENTS[entry.action], minor)
        if entry.action == "card_stored":
            _add(books.by_brand, line.product.brand, minor)
        if entry.details.get("proof") == "invalidated" and line.id not in void:
            void.add(line.id)
            books.add("voids", minor)
    return books


def _sale(books: Books, entry: Written, lines: Mapping[LineId, Line]) -> None:
    for line in lines.values():
        if line.sale == entry.sale and line.replaces is None:
            books.add("paid", line.face_value.minor)
            _add(books.by_cashier, entry.who, line.face_value.minor)


def compare(figures: DayFigures, books: Books) -> None:
    """The day's figures are the journal's, to the cent."""
    for name in ("paid", "delivered", "handed_over", "voids", "refunds_paid"):
        tally: Tally = getattr(figures, name)
        assert (tally.count, tally.amount.minor) == books.sums.get(name, (0, 0)), name
    told = {name: (t.count, t.amount.minor) for name, t in figures.paid_by_cashier.items()}
    assert told == books.by_cashier
    told = {name: (t.count, t.amount.minor) for name, t in figures.delivered_by_brand.items()}
    assert told == books.by_brand
    for name in ("delivered", "voids", "refunds_paid"):
        tally = getattr(figures, name)
        parts = [dict(cashier.parts).get(name) for cashier in figures.cashiers]
        found = [(part.count, part.amount.minor) for part in parts if part is not None]
        sums = (sum(count for count, _ in found), sum(minor for _, minor in found))
        assert sums == (tally.count, tally.amount.minor), name


def money_adds_up(figures: DayFigures, lines: Mapping[LineId, Line]) -> None:
    """Every paid cent is a kept card, a refund due or paid, or named as open."""
    kept = figures.delivered.amount - figures.voids.amount
    undecided = sum(
        line.face_value.minor
        for line in lines.values()
        if line.is_undecided and line.refund is None
    )
    back = figures.refunds_due.amount.minor + figures.refunds_paid.amount.minor
    # A given-up card that was never stored here was made worthless all the same: its refund
    # counts, and so does its void, but not a delivery.
    never_here = sum(
        line.face_value.minor
        for line in lines.values()
        if line.order.value == "invalidated" and line.delivered_at is None
    )
    assert figures.paid.amount.minor == kept.minor + never_here + back + undecided


def provider_agrees(
    figures: DayFigures, lines: Mapping[LineId, Line], ledger: Ledger, spent: Money
) -> None:
    """The provider's books hold the same cards, and our credit fell by exactly their cost."""
    states = Count(order.state for order in ledger.orders.values())
    ours = Count(line.order.value for line in lines.values() if line.order_id)
    undecided = ours["unknown"]
    assert states[OrderState.COMPLETED] == ours["delivered"] + undecided
    assert states[OrderState.INVALIDATED] == ours["invalidated"]
    by_id = {line.order_id: line for line in lines.values() if line.order_id}
    assert set(by_id) == set(ledger.orders)
    kept = [order for order in ledger.orders.values() if order.state is OrderState.COMPLETED]
    known = [order for order in kept if by_id[order.id].order.value == "delivered"]
    face = sum((order.amount for order in known), Decimal(0))
    held = figures.delivered.amount.minor - figures.voids.amount.minor
    never_here = sum(
        line.face_value.minor
        for line in lines.values()
        if line.order.value == "invalidated" and line.delivered_at is None
    )
    assert face == Decimal(held + never_here) / 100
    cost = sum((order.cost for order in kept), Decimal(0))
    assert spent == Money(int(cost * 100), spent.currency)
    # Discounted, never dearer than the face value.
    assert all(order.cost <= order.amount for order in kept)
