"""A change of the computer's time zone moves no clock and harms nothing (R11)."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest

from pos_app.domain.people import PersonId
from pos_app.domain.sale import OrderState
from pos_app.store import Store
from tests.fakes.store_clock import HandClock
from tests.helpers.sales import deliver, record

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="set by a variable elsewhere")


@pytest.fixture
def move(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Takes the computer to another zone."""

    def to(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield to
    monkeypatch.undo()
    time.tzset()


async def test_a_till_goes_on_in_another_zone(
    store: Store, clock: HandClock, move: Callable[[str], None]
) -> None:
    """Moments stay what they were, the day's sums too, the chain holds; dates are the shop's."""
    move("Europe/Berlin")
    clock.move((datetime(2026, 11, 23, 23, 30, tzinfo=UTC) - clock.now()).total_seconds())
    sale = await record(store.sales, clock.now(), minors=(5000, 2500))
    first = await deliver(store.sales, sale.lines[0].id, clock.now())
    day = await store.days.current()
    assert day is not None
    figures = await store.days.figures(day)
    records = await store.journal.records()
    assert await store.journal.records(since=date(2026, 11, 24)) == records[-len(records) + 1 :]
    for zone in ("America/New_York", "Pacific/Auckland", "UTC"):
        move(zone)
        assert await store.journal.records() == records
        assert await store.days.figures(day) == figures
        assert await store.sales.line(first.id) == first
        assert await store.journal.verify() is None
    move("America/New_York")
    assert await store.journal.records(since=date(2026, 11, 24)) == []
    second = await deliver(store.sales, sale.lines[1].id, clock.now())
    assert second.order is OrderState.DELIVERED
    ended, after = await store.days.end(by=PersonId(1))
    assert ended.opened_at == day.opened_at
    assert after.delivered.count == 2
    assert await store.journal.verify() is None
