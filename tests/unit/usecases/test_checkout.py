"""From a product to a paid sale: nothing starts before `Confirm payment` (money.md M2, M13)."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from pos_app.domain.cases import CaseKind
from pos_app.domain.errors import AmountError, NotAllowedError, RefusedError, StoreError
from pos_app.domain.money import Language, Money
from pos_app.domain.people import Approval
from pos_app.domain.product import DeliveryMethod
from pos_app.domain.sale import Delivery, OrderState
from pos_app.usecases.bulletin import CartChanged, SaleInFront
from pos_app.usecases.cart import MOST_CARDS, check_address
from tests.helpers.virtual import Disk, VirtualTill, run_virtual

CODE = Delivery(DeliveryMethod.CODE)
FIFTY = Money(5000, "EUR")


async def ready(disk: Disk | None = None) -> VirtualTill:
    """A till with a catalogue and somebody at it."""
    till = VirtualTill(disk or Disk())
    await till.begin()
    await till.catalogue.refresh()
    return till


def test_cart_counts_and_undoes() -> None:
    """A quantity of three is three items; a removed one can be put back where it was."""

    async def scenario() -> None:
        till = await ready()
        till.cart.add(till.pick(), FIFTY, CODE, 3)
        assert [item.face_value for item in till.cart.items] == [FIFTY] * 3
        assert till.cart.total == Money(15000, "EUR")
        before = till.cart.items
        removed = till.cart.remove(1)
        assert [item.face_value for item in till.cart.items] == [FIFTY] * 2
        till.cart.put_back(removed)
        assert till.cart.items == before
        till.cart.clear()
        assert till.cart.total == Money.zero("EUR")
        assert sum(isinstance(event, CartChanged) for event in till.events) == 4
        await till.end()

    run_virtual(scenario())


def test_cart_refuses_what_can_t_be_ordered() -> None:
    """Each refusal has its reason and leaves the cart as it was."""

    async def scenario() -> None:
        till = await ready()
        product = till.pick()
        email_only = replace(product, delivery_methods=(DeliveryMethod.EMAIL,))
        for code, attempt in {
            "unavailable": (replace(product, available=False), FIFTY, CODE, 1),
            "delivery_not_offered": (email_only, FIFTY, CODE, 1),
            "quantity": (product, FIFTY, CODE, MOST_CARDS + 1),
            "address_missing": (email_only, FIFTY, Delivery(DeliveryMethod.EMAIL), 1),
        }.items():
            with pytest.raises(RefusedError, match=code):
                till.cart.add(*attempt)
        with pytest.raises(RefusedError, match="quantity"):
            till.cart.add(product, FIFTY, CODE, 0)
        with pytest.raises(AmountError):
            till.cart.add(product, Money(1, "EUR"), CODE, 1)
        assert not till.cart.items
        await till.end()

    run_virtual(scenario())


@pytest.mark.parametrize(
    "address",
    [
        "anna",
        "@example.org",
        "a@b",
        "a@.org",
        "a@b.",
        "a b@c.de",
        "a@b@c.de",
        "a\n@b.de",
        "x" * 250 + "@b.de",
    ],
)
def test_unusable_addresses(address: str) -> None:
    """What can't be an e-mail address is refused before it costs a card."""
    with pytest.raises(RefusedError, match="address_unusable"):
        check_address(address)


def test_a_free_card_is_no_card() -> None:
    """A face value of nothing is not sold, whatever the catalogue says."""

    async def scenario() -> None:
        till = await ready()
        product = till.pick()
        nothing = Money.zero("EUR")
        from pos_app.domain.product import FixedAmounts

        free = replace(product, denominations=FixedAmounts((nothing,)))
        with pytest.raises(RefusedError, match="amount_not_positive"):
            till.cart.add(free, nothing, CODE, 1)
        await till.end()

    run_virtual(scenario())


def test_pay_needs_a_cart() -> None:
    """Nothing in the cart: nothing to pay."""

    async def scenario() -> None:
        till = await ready()
        assert not till.checkout.needs_approval()
        with pytest.raises(RefusedError, match="cart_empty"):
            await till.checkout.prepare(till.session.own_approval())
        await till.end()

    run_virtual(scenario())


def test_pay_refuses_by_a_fresh_balance() -> None:
    """Known, young and too low: refused before money changes hands; old: warned and allowed."""

    async def scenario() -> None:
        till = await ready(Disk(balance="99.99"))
        till.cart.add(till.pick(), FIFTY, CODE, 2)
        with pytest.raises(RefusedError, match="balance_too_low"):
            await till.checkout.prepare(till.session.own_approval())
        left = till.balance.after(till.cart.total)
        assert left == Money(-1, "EUR")
        await till.background.close()
        await asyncio.sleep(61)
        offer = await till.checkout.prepare(till.session.own_approval())
        assert not offer.balance_known
        await till.end()

    run_virtual(scenario())


def test_unknown_balance_allows() -> None:
    """Without any answer yet the sale is allowed, with a warning."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        assert till.balance.after(FIFTY) is None
        assert not till.balance.is_fresh
        assert not till.balance.require(FIFTY)
        await till.begin()
        assert till.balance.require(FIFTY)
        await till.end()

    run_virtual(scenario())


def test_pay_needs_a_manager_above_the_limit() -> None:
    """Above the owner's limit a manager approves; the approval stands in the journal."""

    async def scenario() -> None:
        till = await ready()
        till.till.profile = replace(till.till.profile, card_limit=Money(4999, "EUR"))
        till.cart.add(till.pick(), FIFTY, CODE, 1)
        with pytest.raises(NotAllowedError, match="needs_manager"):
            await till.checkout.prepare(till.session.own_approval())
        approval = Approval(till.anna.id, till.marta.id, till.anna.name)
        offer = await till.checkout.prepare(approval)
        sale = await till.checkout.confirm(offer, till.anna, Language.EN)
        records = await till.store.journal.records()
        (paid,) = [r for r in records if r.entry.action.value == "sale_paid"]
        assert paid.entry.details["approved_by"] == till.marta.id
        told = (await till.records.timeline(sale.lines[0].id))[0]
        assert (told.entry.action.value, told.by_name) == ("approved", "Marta")
        assert told.entry.details["cashier_name"] == "Anna"
        assert sale.paid == FIFTY
        await till.end()

    run_virtual(scenario())


def test_an_offer_is_good_for_one_sale() -> None:
    """Confirming twice, or after a change of the cart, never makes a second sale."""

    async def scenario() -> None:
        till = await ready()
        till.cart.add(till.pick(), FIFTY, CODE, 1)
        offer = await till.checkout.prepare(till.session.own_approval())
        await till.checkout.confirm(offer, till.anna, Language.EN)
        with pytest.raises(RefusedError, match="cart_changed"):
            await till.checkout.confirm(offer, till.anna, Language.EN)
        till.cart.add(till.pick(), FIFTY, CODE, 1)
        with pytest.raises(RefusedError, match="number_taken"):
            await till.checkout.confirm(offer, till.anna, Language.EN)
        with pytest.raises(RefusedError, match="sale_in_front"):
            await till.checkout.prepare(till.session.own_approval())
        assert len(await till.store.sales.find_lines("")) == 1
        await till.end()

    run_virtual(scenario())


def test_a_sale_that_can_t_be_stored_is_not_a_sale() -> None:
    """When the payment can't be written, nothing is ordered and the cart stays."""

    async def scenario() -> None:
        till = await ready()
        till.cart.add(till.pick(), FIFTY, CODE, 1)
        offer = await till.checkout.prepare(till.session.own_approval())
        till.store.trouble = StoreError("disk_full")
        with pytest.raises(StoreError):
            await till.checkout.confirm(offer, till.anna, Language.EN)
        till.store.trouble = None
        await asyncio.sleep(5)
        assert len(till.cart.items) == 1
        assert not till.training.ledger.orders
        await till.end()

    run_virtual(scenario())


def test_new_sale_waits_for_the_orders() -> None:
    """A sale is left once nothing is waiting or ordering; what stays open is counted."""

    async def scenario() -> None:
        till = await ready()
        assert await till.aftermath.new_sale() == 0
        till.training.troubles.arm("lost_response", None, "order")
        sale = await till.sell()
        with pytest.raises(RefusedError, match="still_ordering"):
            await till.aftermath.new_sale()
        await asyncio.sleep(3)
        assert await till.aftermath.new_sale() == 1
        assert await till.records.front_sale() is None
        cases = await till.records.open_cases()
        assert [case.line.sale for case in cases] == [sale.id]
        shown = [event.sale for event in till.events if isinstance(event, SaleInFront)]
        assert [each.id if each is not None else None for each in shown] == [sale.id, None]
        await till.end()

    run_virtual(scenario())


def test_an_interrupted_sale_can_be_put_off() -> None:
    """M10: lines that wait since a restart don't hold back the next sale, until ordered again."""
    disk = Disk()

    async def first() -> None:
        till = await ready(disk)
        till.carrier.is_unplugged = True
        await till.sell(2)
        await till.end()

    async def second() -> None:
        till = await ready(disk)
        sale = await till.records.front_sale()
        assert sale is not None
        assert {line.order for line in sale.lines} == {OrderState.WAITING}
        till.training.troubles.arm("slow", None, "order", seconds=5)
        await till.aftermath.order_now(sale.lines[0].id)
        with pytest.raises(RefusedError, match="still_ordering"):
            await till.aftermath.new_sale()
        await asyncio.sleep(10)
        assert await till.aftermath.new_sale() == 2
        kinds = {case.kind for case in await till.records.open_cases()}
        assert kinds == {CaseKind.WAITING, CaseKind.NOT_HANDED_OVER}
        await till.end()

    run_virtual(first())
    run_virtual(second())
