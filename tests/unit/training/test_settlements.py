"""The provider's bill: provider contract, section 7."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from tests.unit.training.driver import FakeClock, Till, error_of, order_body


def _bills(till: Till) -> list[dict[str, Any]]:
    listed: Any = till.send("GET", "/settlements").json()["settlements"]
    return list(listed)


def test_bill_of_two_months(till: Till, clock: FakeClock) -> None:
    """Orders and invalidations stand in the month in which they happened; failed ones nowhere."""
    kept = till.order(order_body("20.0"), "k1").json()["id"]
    taken_back = till.order(order_body("30.0"), "k2").json()["id"]
    till.provider.troubles.arm("processing_then_failed")
    till.order(order_body("40.0"), "k3")
    clock.now = datetime(2026, 12, 1, 8, tzinfo=UTC)
    till.invalidate(taken_back)
    november, december = _bills(till)
    assert (november["id"], november["state"]) == ("set-2026-11-EUR", "closed")
    assert (november["period_start"], november["period_end"]) == ("2026-11-01", "2026-11-30")
    assert [item["order_id"] for item in november["items"]] == [kept, taken_back]
    assert november["total"] == "50.0"
    assert (december["state"], december["total"]) == ("open", "-30.0")
    (item,) = december["items"]
    assert item == {
        "order_id": taken_back,
        "type": "invalidation",
        "amount": "-30.0",
        "face_value": "30.0",
        "occurred_at": "2026-12-01T08:00:00Z",
    }


def test_the_bill_and_the_balance_agree(till: Till) -> None:
    """What the bill asks for is what left the balance."""
    for number in range(5):
        till.order(order_body("12.34"), f"k{number}")
    till.invalidate(next(iter(till.provider.ledger.orders)))
    (bill,) = _bills(till)
    spent = Decimal(10000) - till.provider.ledger.balances["EUR"]
    assert Decimal(bill["total"]) == spent == Decimal("49.36")


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 1),
        ("?from=2026-11-20&to=2026-11-20", 1),
        ("?from=2026-12-01", 0),
        ("?to=2026-10-31", 0),
        ("?from=2026-11-30&to=2026-12-31&limit=5", 1),
    ],
)
def test_bills_by_day(till: Till, query: str, count: int) -> None:
    """Only bills that touch the asked days are listed."""
    till.order()
    page = till.send("GET", f"/settlements{query}").json()
    assert len(page["settlements"]) == count  # type: ignore[arg-type]
    assert page["next_cursor"] is None


def test_unreadable_day(till: Till) -> None:
    """A date that is none is named."""
    reply = till.send("GET", "/settlements?from=yesterday")
    assert error_of(reply) == (400, "invalid_request", "invalid_body_parameters")
    assert list(reply.json()["fields"]) == ["from"]  # type: ignore[call-overload]


def test_no_orders_no_bill(till: Till) -> None:
    """Before the first order there is nothing to settle."""
    assert till.send("GET", "/settlements").json() == {"settlements": [], "next_cursor": None}
