"""What the proofs have found once, kept as the shortest stories (money.md M1, M4, M7, M8)."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from pos_app.domain.errors import RefusedError
from pos_app.domain.people import Approval
from pos_app.domain.sale import Closing, OrderState, Trouble
from tests.helpers.virtual import Disk, VirtualTill, run_virtual


def test_no_case_is_closed_while_its_request_is_on_its_way() -> None:
    """The provider said "no order" on the telephone, but the request arrives a second later."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        till.training.troubles.arm("lost_request", 1, "order")
        sale = await till.sell()
        await till.until(lambda lines: lines[0].order is OrderState.UNKNOWN, sale)
        till.carrier.latency_s = 5
        await asyncio.sleep(3)
        boss, line = Approval(till.marta.id, till.marta.id), sale.lines[0].id
        with pytest.raises(RefusedError, match="not_ended"):
            await till.aftermath.close_case(line, Closing.NO_ORDER, "they say no", boss)
        await till.until(lambda lines: lines[0].order is OrderState.DELIVERED, sale)
        await till.end()

    run_virtual(scenario())


@pytest.mark.parametrize("look", ["sound", "lost_response"])
def test_a_dead_card_is_not_handed_over(look: str) -> None:
    """Invalidated, the answer lost, then "can't be invalidated": a look at the order decides."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        sale = await till.sell()
        await till.until(lambda lines: lines[0].printed, sale)
        till.training.troubles.arm("lost_invalidation", 1, "invalidate")
        till.training.troubles.arm("expired_invalidation", 1, "invalidate")
        if look != "sound":
            till.training.troubles.arm(look, 2, "get")
        line, boss = sale.lines[0].id, Approval(till.marta.id, till.marta.id)
        await till.aftermath.invalidate(line, "wrong brand", boss)
        await till.until(lambda lines: lines[0].order is OrderState.INVALIDATED, sale)
        with pytest.raises(RefusedError, match="not_delivered"):
            await till.aftermath.hand_over(line, till.anna.id)
        await till.end()

    run_virtual(scenario())


@pytest.mark.parametrize("counts_sleep", [False, True])
def test_a_computer_that_slept_does_not_post_an_old_order_again(*, counts_sleep: bool) -> None:
    """Asleep in the middle of a request: the refused date is not signed anew hours later."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        till.disk.clock.counts_sleep = counts_sleep
        await till.begin()
        await till.catalogue.refresh()
        till.carrier.latency_s = 3
        sale = await till.sell()
        await asyncio.sleep(1)
        till.disk.clock.fall_asleep(timedelta(hours=21))
        await asyncio.sleep(5)
        assert till.carrier.log.count(("POST", "/v1/orders")) == 1
        await till.until(lambda lines: lines[0].order is OrderState.FAILED, sale)
        assert not till.training.ledger.orders
        await till.end()

    run_virtual(scenario())


@pytest.mark.parametrize("counts_sleep", [False, True])
def test_a_sleep_and_a_clock_set_back_by_as_much_hide_no_age(*, counts_sleep: bool) -> None:
    """A clock 21 h ahead, asleep for 21 h, set right: an offset from before is not believed."""
    disk = Disk()
    disk.clock.counts_sleep = counts_sleep

    async def scenario() -> None:
        till = VirtualTill(disk)
        await till.begin()
        await till.catalogue.refresh()
        disk.clock.shift = timedelta(hours=21)
        till.training.troubles.arm("lost_response", None, "order")
        sale = await till.sell()
        await till.until(lambda lines: lines[0].order is OrderState.UNKNOWN, sale)
        posted = till.carrier.log.count(("POST", "/v1/orders"))
        disk.clock.fall_asleep(timedelta(hours=21))
        till.provider.clock_offset_s  # noqa: B018 -- somebody looks while the clock is wrong
        disk.clock.shift = timedelta(0)
        till.training.troubles.disarm()
        await till.until(lambda lines: lines[0].trouble is Trouble.KEY_TOO_OLD, sale)
        assert till.carrier.log.count(("POST", "/v1/orders")) == posted
        await till.end()

    run_virtual(scenario())


def test_a_clock_set_right_the_next_day_makes_no_old_key_young() -> None:
    """A day ahead at the sale, set right before the repeat: the provider's clock still judges."""
    disk = Disk()

    async def scenario() -> None:
        till = VirtualTill(disk)
        await till.begin()
        await till.catalogue.refresh()
        disk.clock.shift = timedelta(hours=24)
        till.training.troubles.arm("lost_response", None, "order")
        sale = await till.sell()
        await till.until(lambda lines: lines[0].order is OrderState.UNKNOWN, sale)
        await till.orders.close()
        await till.background.close()
        disk.clock.began += timedelta(hours=25)
        disk.clock.shift = timedelta(0)
        till.training.troubles.disarm()
        again = VirtualTill(disk)
        await again.begin()
        await again.until(lambda lines: lines[0].trouble is Trouble.KEY_TOO_OLD, sale)
        assert len(till.training.ledger.orders) == 1
        await again.end()

    run_virtual(scenario())


def test_a_slow_clock_keeps_no_order_from_recovering() -> None:
    """An hour behind all the time: after a restart the provider's time is asked for first."""
    disk = Disk()
    disk.clock.shift = timedelta(hours=-1)

    async def scenario() -> None:
        till = VirtualTill(disk)
        await till.begin()
        till.training.troubles.arm("lost_response", 1, "order")
        sale = await till.sell()
        await till.until(lambda lines: lines[0].order is OrderState.UNKNOWN, sale)
        await till.orders.close()
        await till.background.close()
        again = VirtualTill(disk)
        await again.begin()
        await again.until(lambda lines: lines[0].order is OrderState.DELIVERED, sale)
        await again.end()

    run_virtual(scenario())


@pytest.mark.parametrize("tells", [True, False])
def test_a_clock_set_in_the_middle_is_asked_about_again(tells: bool) -> None:  # noqa: FBT001
    """No order leaves by a clock that was just set, unless the provider never tells its own."""
    disk = Disk()

    async def scenario() -> None:
        till = VirtualTill(disk)
        await till.begin()
        await till.catalogue.refresh()
        disk.clock.shift = timedelta(hours=3)
        if not tells:
            till.provider._learn_time = lambda *_: False  # type: ignore[method-assign]
        sale = await till.sell()
        await asyncio.sleep(0.02)
        disk.clock.shift = timedelta(hours=5)
        await till.until(lambda lines: lines[0].order is not OrderState.WAITING, sale)
        sent = (await till.line(sale)).sending.first_sent_provider_at
        assert sent is not None
        ahead = sent - disk.clock.true_now()
        assert (ahead < timedelta(minutes=1)) is tells
        await till.end()

    run_virtual(scenario())


def test_nothing_is_posted_again_before_the_provider_tells_its_time() -> None:
    """After a restart the question for the time gets lost three times: so long nothing leaves."""
    disk = Disk()

    async def scenario() -> None:
        till = VirtualTill(disk)
        await till.begin()
        till.training.troubles.arm("lost_response", 1, "order")
        sale = await till.sell()
        await till.until(lambda lines: lines[0].order is OrderState.UNKNOWN, sale)
        await till.orders.close()
        await till.background.close()
        again = VirtualTill(disk)
        till.training.troubles.arm("lost_request", 3, "balances")
        await again.begin()
        await again.until(lambda lines: lines[0].order is OrderState.DELIVERED, sale)
        calls = again.carrier.log[: again.carrier.log.index(("POST", "/v1/orders"))]
        assert len(calls) > 3
        await again.end()

    run_virtual(scenario())


def test_a_clock_set_while_an_order_waits_for_its_turn() -> None:
    """The fifth order waits for one of the four before it; then the clock is asked for anew."""
    disk = Disk()

    async def scenario() -> None:
        till = VirtualTill(disk)
        await till.begin()
        await till.catalogue.refresh()
        till.carrier.latency_s = 5
        sale = await till.sell(5)
        await asyncio.sleep(1)
        disk.clock.shift = timedelta(hours=21)
        await till.until(lambda lines: lines[4].order is not OrderState.WAITING, sale)
        sent = (await till.line(sale, 5)).sending.first_sent_provider_at
        assert sent is not None
        assert sent - disk.clock.true_now() < timedelta(minutes=1)
        await till.end()

    run_virtual(scenario())
