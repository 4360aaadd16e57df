"""Carts that outlive the moment: over a restart, parked, taken up; and never after a payment."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from pos_app.domain.errors import RefusedError, StoreError
from pos_app.domain.kept_cart import IN_HAND, read_cart
from pos_app.domain.money import Language, Money
from pos_app.domain.product import DeliveryMethod
from pos_app.domain.sale import Delivery
from pos_app.domain.stops import Stop, Stops
from pos_app.usecases.bulletin import CatalogueChanged, ParkedChanged, Trouble
from pos_app.usecases.kept_carts import MOST_PARKED, KeptCarts
from tests.helpers.lines import FIFTY
from tests.helpers.virtual import Disk, VirtualTill, run_virtual

CODE = Delivery(DeliveryMethod.CODE)
MAIL = Delivery(DeliveryMethod.EMAIL, "anna@example.org")


async def opened(disk: Disk, *, read: bool = True) -> tuple[VirtualTill, KeptCarts]:
    """A till with its kept carts, started as the program starts it."""
    till = VirtualTill(disk)
    kept = KeptCarts(
        till.till,
        cart=till.cart,
        catalogue=till.catalogue,
        sales=till.store.sales,
        session=till.session,
        tasks=till.orders,
    )
    await till.begin()
    if read:
        await till.catalogue.refresh()
    await kept.load()
    return till, kept


async def settled() -> None:
    """Let what was started come to its end."""
    await asyncio.sleep(0.1)


def test_a_cart_survives_a_restart_and_another_cashier() -> None:
    """What was in hand is in hand again, in its order, whoever signs in."""
    disk = Disk()

    async def first() -> None:
        till, _ = await opened(disk)
        till.cart.add(till.pick(), FIFTY, CODE, 2)
        till.cart.add(till.pick(DeliveryMethod.EMAIL), FIFTY, MAIL, 1)
        removed = till.cart.remove(0)
        till.cart.put_back(removed)
        await settled()
        await till.session.lock()
        await till.session.sign_in(till.marta.id, "9999")
        assert len(till.cart.items) == 3
        await till.end()

    async def second() -> None:
        till, _ = await opened(disk, read=False)
        assert not list(till.cart.items)
        await till.catalogue.load()
        assert [item.delivery for item in list(till.cart.items)] == [CODE, CODE, MAIL]
        assert till.cart.total == Money(15000, "EUR")
        await till.end()

    run_virtual(first())
    run_virtual(second())


def test_a_paid_cart_never_comes_back() -> None:
    """The recorded sale takes the kept cart away in its own transaction."""
    disk = Disk()

    async def scenario() -> None:
        till, _ = await opened(disk)
        till.cart.add(till.pick(), FIFTY, CODE, 1)
        await settled()
        assert IN_HAND in await till.store.sales.carts()
        offer = await till.checkout.prepare(till.session.own_approval())
        till.cart.clear = lambda: None  # type: ignore[method-assign]  # the power fails here
        await till.checkout.confirm(offer, till.session.who, Language.EN)
        assert await till.store.sales.carts() == {}
        await till.end()

    run_virtual(scenario())


def test_an_emptied_cart_stays_empty() -> None:
    """Removing the last card removes the kept cart too."""
    disk = Disk()

    async def scenario() -> None:
        till, _ = await opened(disk)
        till.cart.add(till.pick(), FIFTY, CODE, 1)
        till.cart.clear()
        await settled()
        assert await till.store.sales.carts() == {}
        await till.end()
        # After the end nothing is kept any more, and nothing breaks.
        till.cart.add(till.pick(), FIFTY, CODE, 1)
        assert await till.store.sales.carts() == {}

    run_virtual(scenario())


def test_what_can_t_be_sold_any_more_is_left_out_and_told() -> None:
    """A product that is gone and a brand that is stopped are named; the rest is in hand."""
    disk = Disk()

    async def first() -> None:
        till, _ = await opened(disk)
        products = [till.pick(skip=place) for place in range(3)]
        for product in products:
            till.cart.add(product, FIFTY, CODE, 1)
        await settled()
        await till.end()

    async def second() -> None:
        till, _ = await opened(disk, read=False)
        reading = await till.store.catalogue.load()
        assert reading is not None
        fitting = [each for each in reading.products if each.code in _kept_codes(texts)]
        gone, stopped = fitting[0], fitting[1]
        rest = tuple(each for each in reading.products if each is not gone)
        await till.store.catalogue.save(replace(reading, products=rest))
        till.till.stops = Stops((Stop(stopped.brand, "No.", till.till.clock.now(), till.anna.id),))
        await till.catalogue.load()
        assert len(till.cart.items) == sum(each.brand != stopped.brand for each in fitting[1:])
        (trouble,) = [event for event in till.events if isinstance(event, Trouble)]
        assert trouble.error.code == "left_out"
        assert trouble.error.params["brands"] in _both_ways(gone.brand, stopped.brand)
        await till.end()

    run_virtual(first())
    texts = asyncio.run(disk.store.sales.carts())
    run_virtual(second())


def _both_ways(one: str, two: str) -> set[tuple[str, str]]:
    return {(one, two), (two, one)}


def _kept_codes(texts: dict[str, str]) -> list[str]:
    kept = read_cart(texts[IN_HAND])
    assert kept is not None
    return [item.product for item in kept.items]


def test_a_cart_begun_before_the_catalogue_came_wins() -> None:
    """What is in hand is never mixed with what was."""
    disk = Disk()

    async def scenario() -> None:
        till, kept = await opened(disk)
        till.cart.add(till.pick(), FIFTY, CODE, 1)
        await settled()
        await kept.load()
        assert len(till.cart.items) == 1
        till.till.bulletin.publish(CatalogueChanged())
        assert len(till.cart.items) == 1
        await till.end()

    run_virtual(scenario())


def test_carts_are_parked_and_taken_up() -> None:
    """Parked: who, when, how much; taken up: the one in hand is parked in its place."""
    disk = Disk()

    async def scenario() -> None:
        till, kept = await opened(disk)
        with pytest.raises(RefusedError, match="cart_empty"):
            await kept.park()
        till.cart.add(till.pick(), FIFTY, CODE, 2)
        await kept.park()
        assert not list(till.cart.items)
        (parked,) = kept.parked
        assert (parked.cart.by, parked.cart.total) == ("Anna", Money(10000, "EUR"))
        assert any(isinstance(event, ParkedChanged) for event in till.events)
        await asyncio.sleep(60)
        till.cart.add(till.pick(skip=1), FIFTY, CODE, 1)
        await kept.resume(parked.name)
        assert till.cart.total == Money(10000, "EUR")
        (other,) = kept.parked
        assert other.cart.total == FIFTY
        assert other.cart.at - parked.cart.at >= timedelta(seconds=60)
        with pytest.raises(RefusedError, match="no_such_cart"):
            await kept.resume(parked.name)
        await kept.discard(other.name)
        assert kept.parked == ()
        with pytest.raises(RefusedError, match="no_such_cart"):
            await kept.discard(other.name)
        till.cart.clear()
        await settled()
        assert await till.store.sales.carts() == {}
        await till.end()

    run_virtual(scenario())


def test_parked_carts_wait_for_the_next_run() -> None:
    """They are there after a restart, oldest first; an unreadable one is no obstacle."""
    disk = Disk()

    async def first() -> None:
        till, kept = await opened(disk)
        for count in (3, 1):
            till.cart.add(till.pick(), FIFTY, CODE, count)
            await kept.park()
            await asyncio.sleep(1)
        await till.store.sales.save_cart("parked broken", "[]")
        await till.end()

    async def second() -> None:
        till, kept = await opened(disk)
        assert [len(each.cart.items) for each in kept.parked] == [3, 1]
        assert not list(till.cart.items)
        await kept.resume(kept.parked[0].name)
        assert len(till.cart.items) == 3
        await till.end()

    run_virtual(first())
    run_virtual(second())


def test_not_more_than_can_be_overlooked() -> None:
    """Beyond the limit the cart stays in hand."""

    async def scenario() -> None:
        till, kept = await opened(Disk())
        for _ in range(MOST_PARKED):
            till.cart.add(till.pick(), FIFTY, CODE, 1)
            await kept.park()
        till.cart.add(till.pick(), FIFTY, CODE, 1)
        with pytest.raises(RefusedError, match="too_many_parked"):
            await kept.park()
        assert len(till.cart.items) == 1
        # Exchanging one for another needs no more room.
        await kept.resume(kept.parked[0].name)
        assert len(kept.parked) == MOST_PARKED
        await till.end()

    run_virtual(scenario())


def test_a_full_disk_is_told_and_the_cart_stays() -> None:
    """Keeping a cart fails with a notice; selling goes on, and parking loses nothing."""

    async def scenario() -> None:
        till, kept = await opened(Disk())
        till.store.trouble = StoreError("disk_full")
        till.cart.add(till.pick(), FIFTY, CODE, 1)
        await settled()
        (trouble,) = [event for event in till.events if isinstance(event, Trouble)]
        assert trouble.error.code == "disk_full"
        with pytest.raises(StoreError, match="disk_full"):
            await kept.park()
        assert len(till.cart.items) == 1
        till.store.trouble = None
        till.cart.add(till.pick(), FIFTY, CODE, 1)
        await settled()
        assert IN_HAND in await till.store.sales.carts()
        await till.end()

    run_virtual(scenario())


def test_a_locked_till_keeps_the_cart_too() -> None:
    """Undo may come after the lock: the cart is kept without a name."""

    async def scenario() -> None:
        till, _ = await opened(Disk())
        till.cart.add(till.pick(), FIFTY, CODE, 1)
        removed = till.cart.remove(0)
        await till.session.lock()
        till.cart.put_back(removed)
        await settled()
        kept = read_cart((await till.store.sales.carts())[IN_HAND])
        assert kept is not None
        assert kept.by == ""
        await till.end()

    run_virtual(scenario())
