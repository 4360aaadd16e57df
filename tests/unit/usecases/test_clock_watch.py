"""A clock that is moved is noticed, and harms nothing (money.md M4, R11)."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from pos_app.domain.errors import StoreError
from pos_app.domain.journal import Action
from pos_app.domain.sale import MoneyState, OrderState
from pos_app.domain.sale import Trouble as LineTrouble
from pos_app.usecases.bulletin import NoticesChanged, Trouble
from pos_app.usecases.clock_watch import ClockWatch
from pos_app.usecases.notices import NoticeBoard
from tests.helpers.virtual import Disk, VirtualTill, run_virtual


def watch_of(till: VirtualTill) -> ClockWatch:
    """A watch over this till, begun now."""
    board = NoticeBoard(till.store.journal, till.till.bulletin)
    return ClockWatch(till.till, journal=till.store.journal, notices=board)


async def told(till: VirtualTill) -> list[tuple[object, object]]:
    """What the journal says about the clock."""
    records = await till.store.journal.records(actions=[Action.CLOCK_CHANGED])
    return [(r.entry.details["moved_s"], r.entry.details["found"]) for r in records]


@pytest.mark.parametrize("hours", [-26.0, -1.0, -0.1, 0.1, 1.0, 26.0])
def test_a_moved_clock_is_told_once(hours: float) -> None:
    """Within half a minute, with by how much; then the new time counts."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        till.background.spawn(watch_of(till).keep_watching(), "clock")
        await asyncio.sleep(3600)
        assert await told(till) == []
        till.disk.clock.shift = timedelta(hours=hours)
        await asyncio.sleep(31)
        assert await told(till) == [(round(hours * 3600), "running")]
        assert NoticesChanged() in till.events
        await asyncio.sleep(3600)
        assert len(await told(till)) == 1
        await till.end()

    run_virtual(scenario())


def test_drift_is_nobodys_doing() -> None:
    """Half a second in each look is no move; small moves by hand add up to one."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        watch = watch_of(till)
        for _ in range(1000):
            till.disk.clock.shift += timedelta(seconds=0.5)
            await watch.check()
        assert await told(till) == []
        for _ in range(2):
            till.disk.clock.shift += timedelta(seconds=200)
            await watch.check()
        assert await told(till) == [(400, "running")]

    run_virtual(scenario())


def test_a_full_disk_delays_the_notice() -> None:
    """What can't be written down is found again at the next look."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        till.background.spawn(watch_of(till).keep_watching(), "clock")
        till.store.trouble = StoreError("disk_full")
        till.disk.clock.shift = timedelta(hours=2)
        await asyncio.sleep(40)
        assert [event for event in till.events if isinstance(event, Trouble)]
        till.store.trouble = None
        await asyncio.sleep(40)
        assert await told(till) == [(7200, "running")]
        await till.end()

    run_virtual(scenario())


def test_a_start_before_the_last_entry_is_told() -> None:
    """A clock that was set back while the program was closed; a new till has nothing to say."""
    disk = Disk()

    async def first() -> None:
        till = VirtualTill(disk)
        await watch_of(till).check_start()
        await till.begin()
        await watch_of(till).check_start()
        assert await told(till) == []
        await till.end()

    async def second() -> None:
        disk.clock.shift = timedelta(hours=-3)
        till = VirtualTill(disk)
        disk.store.trouble = StoreError("disk_full")
        await watch_of(till).check_start()
        assert [event for event in till.events if isinstance(event, Trouble)]
        disk.store.trouble = None
        assert await told(till) == []
        await watch_of(till).check_start()
        ((moved_s, found),) = await told(till)
        assert isinstance(moved_s, int)
        assert (-10800 <= moved_s < -10700, found) == (True, "start")

    run_virtual(first())
    run_virtual(second())


@pytest.mark.parametrize("hours", [-25, -1, 1, 25])
@pytest.mark.parametrize("trouble", ["lost_response", "lost_request", "processing", ""])
def test_a_moved_clock_harms_no_sale(hours: int, trouble: str) -> None:
    """Moved while orders are under way: one order per line, each line closed or an open case."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        if trouble:
            till.training.troubles.arm(trouble, 2, "order")
        sale = await till.sell(2)
        await asyncio.sleep(0.3)
        till.disk.clock.shift = timedelta(hours=hours)
        await asyncio.sleep(300)
        orders = till.training.ledger.orders
        lines = (await till.store.sales.sale(sale.id)).lines
        assert len(orders) <= len(lines)
        for line in lines:
            safe = line.order is OrderState.DELIVERED or line.trouble is LineTrouble.KEY_TOO_OLD
            assert safe, line.order
        await till.end()

    run_virtual(scenario())


@pytest.mark.parametrize("hours", [-25, -1, 1])
def test_giving_up_never_waits_for_a_clock(hours: int) -> None:
    """Set back, the clock would reach the 10 s only in an hour: the cashier need not wait."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        till.training.troubles.arm("processing", 1, "order", seconds=100)
        sale = await till.sell()
        await asyncio.sleep(1)
        till.disk.clock.shift = timedelta(hours=hours)
        line = await till.aftermath.give_up(sale.lines[0].id, till.session.own_approval())
        assert line.money is MoneyState.REFUND_DUE
        await till.until(lambda lines: lines[0].order is OrderState.INVALIDATED, sale)
        await till.end()

    run_virtual(scenario())


def test_an_unsent_line_ends_whatever_the_clock_says() -> None:
    """Set back while the network is down: its 60 s don't become an hour."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        till.carrier.is_unplugged = True
        sale = await till.sell_offline(1)
        await asyncio.sleep(5)
        till.disk.clock.shift = timedelta(hours=-1)
        await asyncio.sleep(70)
        line = await till.line(sale)
        assert (line.order, line.money) == (OrderState.FAILED, MoneyState.REFUND_DUE)
        assert not till.training.ledger.orders
        await till.end()

    run_virtual(scenario())
