"""What money.md forbids, the database refuses, whatever statement asks for it (M1)."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from pos_app.domain.answer import Proof
from pos_app.store import Store
from tests.fakes.store_clock import HandClock
from tests.helpers.sales import (
    answered,
    deliver,
    given_up,
    invalidating,
    new_line,
    record,
    refund_paid,
    replaced_by,
    sending,
)
from tests.unit.store.support import by_hand

_REFUND = (
    "INSERT INTO refunds (line, sale, amount_minor, currency, due_at, receipt_number)"
    " VALUES ('{line}', 'T1-000001', {amount}, 'EUR', 0, '')"
)


async def _prepare(store: Store, clock: HandClock) -> None:
    """Lines: 1 waiting, 2 ordering, 3 unknown, 4 delivered, 5 failed and refunded, 6 given up."""
    now = clock.now()
    sale = await record(store.sales, now, minors=(100, 200, 300, 400, 500, 600))
    ids = [line.id for line in sale.lines]
    for line in (ids[1], ids[2], ids[5]):
        await store.sales.change_line(line, sending(now))
    await store.sales.change_line(ids[2], answered(now, Proof.UNCLEAR))
    await deliver(store.sales, ids[3], now)
    await store.sales.change_line(ids[4], given_up(now))
    await store.sales.change_line(ids[4], refund_paid(now))
    clock.move(20)
    await store.sales.change_line(ids[5], given_up(clock.now()))


@pytest.mark.parametrize(
    "statement",
    [
        # Two orders for one line, or one key for two lines.
        "UPDATE lines SET request_key = 'key-T1-000001-2' WHERE number = 1",
        "UPDATE lines SET request_body = x'00' WHERE number = 1",
        "UPDATE lines SET request_url = 'x' WHERE number = 1",
        "UPDATE lines SET amount_minor = 1 WHERE number = 1",
        "DELETE FROM lines WHERE number = 1",
        # Facts that no order can have.
        "UPDATE lines SET order_state = 'sold' WHERE number = 1",
        "UPDATE lines SET order_state = 'delivered' WHERE number = 1",
        (
            "UPDATE lines SET order_state = 'delivered', order_id = 'o', card_hint = 'x',"
            " delivered_at = 1 WHERE number = 2"
        ),
        "UPDATE lines SET order_state = 'invalidated' WHERE number = 1",
        "UPDATE lines SET order_state = 'ordering' WHERE number = 3",
        "UPDATE lines SET order_state = 'waiting' WHERE number = 3",
        "UPDATE lines SET order_state = 'unknown' WHERE number = 4",
        "UPDATE lines SET order_state = 'waiting' WHERE number = 5",
        "UPDATE lines SET order_state = 'delivered' WHERE number = 5",
        "UPDATE lines SET unanswered = 1 WHERE number = 1",
        "UPDATE lines SET order_id = 'o' WHERE number = 1",
        "UPDATE lines SET attempts = 0 WHERE number = 2",
        "UPDATE lines SET trouble = 'bored' WHERE number = 3",
        "UPDATE lines SET card_hint = NULL WHERE number = 4",
        "UPDATE lines SET printed = 1 WHERE number = 1",
        # Handing over what is not the customer's.
        "UPDATE lines SET handed_over_at = 1, handed_over_by = 1 WHERE number = 3",
        (
            "UPDATE lines SET handed_over_at = 1, handed_over_by = 1, delivered_at = 1"
            " WHERE number = 6"
        ),
        "UPDATE lines SET handed_over_at = 1 WHERE number = 4",
        # Money that nobody paid, that comes back twice, or that is forgotten.
        "UPDATE lines SET order_state = 'failed' WHERE number = 2",
        "UPDATE lines SET money_state = 'refund_due' WHERE number = 4",
        "UPDATE lines SET money_state = 'paid' WHERE number = 5",
        "UPDATE lines SET money_state = 'refund_due' WHERE number = 5",
        "UPDATE lines SET order_state = 'failed', money_state = 'refund_due' WHERE number = 2",
        "UPDATE lines SET money_state = 'refunded' WHERE number = 6",
        "UPDATE lines SET money_state = 'paid' WHERE number = 6",
        (
            "UPDATE lines SET money_state = 'paid', given_up_at = NULL, given_up_by = NULL"
            " WHERE number = 6"
        ),
        _REFUND.format(line="T1-000001-4", amount=400),
        _REFUND.format(line="T1-000001-5", amount=500),
        _REFUND.format(line="T1-000001-1", amount=10_000),
        "DELETE FROM refunds WHERE line LIKE '%-5'",
        "DELETE FROM refunds WHERE line LIKE '%-6'",
        "UPDATE refunds SET paid_at = NULL, paid_by = NULL, paid_seq = NULL WHERE line LIKE '%-5'",
        "UPDATE refunds SET receipt_number = 'x' WHERE line LIKE '%-5'",
        "UPDATE refunds SET amount_minor = 1 WHERE line LIKE '%-6'",
        "UPDATE refunds SET paid_at = 1 WHERE line LIKE '%-6'",
        "UPDATE refunds SET paid_at = 1, paid_by = 1, paid_seq = 1 WHERE line LIKE '%-6'",
        "UPDATE refunds SET settled_by = 'T1-000001-1' WHERE line LIKE '%-6'",
        "UPDATE payments SET amount_minor = 100000",
        "DELETE FROM payments",
        (
            "INSERT INTO payments (sale, tender, amount_minor, currency, at)"
            " VALUES ('T1-000001', 'refund', 100, 'EUR', 1)"
        ),
        (
            "INSERT INTO payments (sale, tender, amount_minor, currency, at)"
            " VALUES ('T1-000001', 'main_till', 0, 'EUR', 1)"
        ),
        # Numbers and days.
        "UPDATE till SET next_sale_number = 1",
        "UPDATE sales SET cashier = 2",
        "DELETE FROM sales",
        "UPDATE sales SET number = 7",
        "INSERT INTO days (number, opened_at, first_seq) VALUES (2, 1, 1)",
        "UPDATE days SET ended_at = 1",
        "DELETE FROM days",
        # Cards belong to lines.
        "INSERT INTO cards VALUES ('T1-000009-1', x'00', zeroblob(32), 1, NULL)",
        "INSERT INTO cards VALUES ('T1-000001-1', x'00', zeroblob(32), 1, 1)",
        # Papers are numbered without gaps, for good.
        "INSERT INTO paper_numbers VALUES ('void', 2, 'T1-000001-1')",
        "INSERT INTO paper_numbers VALUES ('day', 1, 'T1-000001-1')",
    ],
)
async def test_the_database_refuses(
    store: Store, folder: Path, clock: HandClock, statement: str
) -> None:
    """Each forbidden statement fails at once or when it is committed."""
    await _prepare(store, clock)
    with by_hand(folder) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)


async def test_a_line_needs_its_payment(store: Store, folder: Path, clock: HandClock) -> None:
    """A copy of a line under another key has nobody's money behind it."""
    await record(store.sales, clock.now())
    with by_hand(folder) as connection:
        columns = [
            row["name"]
            for row in connection.execute("PRAGMA table_info(lines)").fetchall()
            if row["name"] != "refund_of"
        ]
        new = {"id": "'T1-000001-2'", "number": "2", "request_key": "'k'"}
        values = ", ".join(new.get(name, name) for name in columns)
        names = ", ".join(columns)
        insert = f"INSERT INTO lines ({names}) SELECT {values} FROM lines"  # noqa: S608
        with pytest.raises(sqlite3.IntegrityError, match="nobody paid"):
            connection.execute(insert)


async def test_a_replacement_costs_what_was_refunded(store: Store, clock: HandClock) -> None:
    """Not a cent more, not another sale's line (M14)."""
    sale = await record(store.sales, clock.now())
    other = await record(store.sales, clock.now())
    old = sale.lines[0].id
    await store.sales.change_line(old, given_up(clock.now()))
    dearer = new_line(sale.id, 2, clock.now(), minor=5001).with_(replaces=old)
    elsewhere = new_line(other.id, 2, clock.now()).with_(replaces=old)
    for wrong in (dearer, elsewhere):
        with pytest.raises(sqlite3.IntegrityError):
            await store.sales.change_line(old, replaced_by(wrong, clock.now()))
    assert [line.refund for line in (await store.sales.sale(sale.id)).lines] != [None]
    right = new_line(sale.id, 2, clock.now()).with_(replaces=old)
    await store.sales.change_line(old, replaced_by(right, clock.now()))
    assert (await store.sales.sale(sale.id)).lines[1] == right


async def test_a_delivered_line_may_become_worthless(store: Store, clock: HandClock) -> None:
    """The constraints above don't stand in the way of what is right."""
    sale = await record(store.sales, clock.now())
    await deliver(store.sales, sale.lines[0].id, clock.now())
    change = await store.sales.change_line(sale.lines[0].id, invalidating(clock.now()))
    assert await store.sales.line(sale.lines[0].id) == change.line
