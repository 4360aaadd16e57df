"""What an owner decides and watches: stops, and the balance (issue of the owner's till)."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from pos_app.domain.errors import NotAllowedError, RefusedError, StoreError
from pos_app.domain.journal import Action
from pos_app.domain.money import Money
from pos_app.domain.people import Approval
from pos_app.domain.product import DeliveryMethod
from pos_app.domain.sale import Delivery, OrderState
from pos_app.domain.stops import ALL_BRANDS
from pos_app.ports import Balance
from pos_app.usecases.balance_diary import BalanceDiary
from pos_app.usecases.bulletin import (
    BalanceChanged,
    BalanceLow,
    SettingsChanged,
    StopsChanged,
    Trouble,
)
from pos_app.usecases.selling_stops import SellingStops
from tests.helpers.lines import FIFTY
from tests.helpers.virtual import Disk, VirtualTill, run_virtual

CODE = Delivery(DeliveryMethod.CODE)


def is_low(diary: BalanceDiary) -> bool:
    """What the bar on top would say."""
    return diary.is_low


async def opened(disk: Disk) -> tuple[VirtualTill, SellingStops, Approval]:
    """A till with its stops, and Marta's approval."""
    till = VirtualTill(disk)
    await till.begin()
    await till.catalogue.refresh()
    stops = SellingStops(till.till, till.store.stops)
    await stops.load()
    return till, stops, Approval(till.anna.id, till.marta.id)


def test_a_stopped_brand_is_not_sold() -> None:
    """Neither into the cart nor to the payment page, also after a restart; others are."""
    disk = Disk()

    async def first() -> None:
        till, stops, manager = await opened(disk)
        product, other = till.pick(), till.pick(skip=1)
        if other.brand == product.brand:
            other = next(p for p in till.catalogue.products if p.brand != product.brand)
        till.cart.add(product, FIFTY, CODE, 1)
        await stops.stop(product.brand, "Recalled by the issuer.", manager)
        with pytest.raises(RefusedError, match="selling_stopped") as refused:
            till.cart.add(product, FIFTY, CODE, 1)
        assert refused.value.params["sentence"] == "Recalled by the issuer."
        with pytest.raises(RefusedError, match="selling_stopped"):
            await till.checkout.prepare(till.session.own_approval())
        assert stops.current.of(other.brand) is None
        assert any(isinstance(event, StopsChanged) for event in till.events)
        await till.end()

    async def second() -> None:
        till, stops, manager = await opened(disk)
        (stop,) = stops.current
        with pytest.raises(RefusedError, match="selling_stopped"):
            till.cart.add(till.pick(), FIFTY, CODE, 1)
        await stops.resume(stop.brand, manager)
        till.cart.add(till.pick(), FIFTY, CODE, 1)
        await till.checkout.prepare(till.session.own_approval())
        actions = [Action.SELLING_STOPPED, Action.SELLING_RESUMED]
        records = await till.store.journal.records(actions=actions)
        assert [record.entry.action for record in records] == actions
        assert records[0].entry.details["reason"] == "Recalled by the issuer."
        assert {record.by_name for record in records} == {"Marta"}
        await till.end()

    run_virtual(first())
    run_virtual(second())


def test_everything_is_stopped_by_a_manager_only() -> None:
    """A cashier can't stop or resume; what is not stopped can't be resumed."""

    async def scenario() -> None:
        till, stops, manager = await opened(Disk())
        cashier = till.session.own_approval()
        for attempt in (stops.stop(ALL_BRANDS, "No.", cashier), stops.resume("", cashier)):
            with pytest.raises(NotAllowedError, match="needs_manager"):
                await attempt
        with pytest.raises(RefusedError, match="not_stopped"):
            await stops.resume(ALL_BRANDS, manager)
        with pytest.raises(RefusedError, match="sentence_missing"):
            await stops.stop(ALL_BRANDS, " ", manager)
        await stops.stop(ALL_BRANDS, "Stocktaking until noon.", manager)
        with pytest.raises(RefusedError, match="selling_stopped"):
            till.cart.add(till.pick(), FIFTY, CODE, 1)
        await till.end()

    run_virtual(scenario())


def test_orders_go_on_but_none_is_made_again() -> None:
    """A stop leaves paid cards alone; a replacement would be a new sale of the brand."""

    async def scenario() -> None:
        till, stops, manager = await opened(Disk())
        till.training.troubles.arm("processing", 1, "order", seconds=60)
        sale = await till.sell()
        await asyncio.sleep(15)
        line = await till.line(sale)
        await stops.stop(line.product.brand, "Recalled.", manager)
        await till.aftermath.give_up(line.id, till.session.own_approval())
        await till.until(lambda lines: lines[0].order is OrderState.INVALIDATED, sale)
        with pytest.raises(RefusedError, match="selling_stopped"):
            await till.aftermath.order_again(line.id, till.anna.id)
        await till.aftermath.refund_paid(line.id, till.anna.id)
        await till.end()

    run_virtual(scenario())


def test_enough_for_this_sale() -> None:
    """Yes, no or unknown; and whether it would fall below the owner's level."""

    async def scenario() -> None:
        till = VirtualTill(Disk(balance="120.00"))
        unknown = till.balance.outlook(FIFTY)
        assert (unknown.left, unknown.enough, unknown.fresh, unknown.low) == (
            None,
            None,
            False,
            False,
        )
        await till.begin()
        till.till.profile = replace(till.till.profile, balance_warning=Money(8000, "EUR"))
        one, three = till.balance.outlook(FIFTY), till.balance.outlook(Money(15000, "EUR"))
        assert (one.left, one.enough, one.fresh, one.low) == (Money(7000, "EUR"), True, True, True)
        assert (three.enough, three.low) == (False, True)
        assert not till.balance.outlook(Money(1000, "EUR")).low
        await till.end()

    run_virtual(scenario())


def test_a_low_balance_is_told_once() -> None:
    """When it passes the level, and again only after it was above; the level may move."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        diary = BalanceDiary(till.till, till.store.balances, till.background)
        bulletin = till.till.bulletin

        async def learn(minor: int) -> None:
            now = till.disk.clock.now()
            bulletin.publish(BalanceChanged(Balance(Money(minor, "EUR"), now)))
            await asyncio.sleep(60)

        def level(minor: int | None) -> None:
            warning = Money(minor, "EUR") if minor is not None else None
            till.till.profile = replace(till.till.profile, balance_warning=warning)
            bulletin.publish(SettingsChanged())

        level(500)
        assert not is_low(diary)
        for minor in (900, 499, 400, 500, 300):
            await learn(minor)
        told = [event for event in till.events if isinstance(event, BalanceLow)]
        assert [each.balance.available.minor for each in told] == [499, 300]
        assert {each.level for each in told} == {Money(500, "EUR")}
        assert [diary.low] == told[-1:]
        level(None)
        assert not is_low(diary)
        assert diary.low is None
        level(301)
        assert is_low(diary)
        kept = [each.available.minor for each in await diary.since(days=1)]
        assert kept == [900, 499, 400, 500, 300]
        till.store.trouble = StoreError("disk_full")
        await learn(200)
        assert [e.error.code for e in till.events if isinstance(e, Trouble)] == ["disk_full"]
        await till.end()

    run_virtual(scenario())
