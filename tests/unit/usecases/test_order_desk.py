"""Orders under way, in virtual time against the training provider (money.md M2 to M7, M10)."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from pos_app.domain.errors import RefusedError
from pos_app.domain.people import Approval
from pos_app.domain.product import DeliveryMethod
from pos_app.domain.sale import Closing, Line, MoneyState, OrderState, Trouble
from pos_app.domain.slip import CardSlip
from tests.helpers.virtual import Disk, VirtualTill, run_virtual


def delivered(lines: Sequence[Line]) -> bool:
    """Every line's card is here."""
    return all(line.order is OrderState.DELIVERED for line in lines)


def test_a_sale_of_three() -> None:
    """Three cards, three orders, three slips, and the books agree."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        sale = await till.sell(3)
        await till.until(lambda lines: all(line.printed for line in lines), sale)
        assert sorted(till.printer.names) == [f"{sale.id}-{n}" for n in (1, 2, 3)]
        orders = till.training.ledger.orders
        assert len(orders) == 3
        await till.end()

    run_virtual(scenario())


@pytest.mark.parametrize(
    "trouble", ["lost_response", "lost_request", "error_500", "error_500_after", "cut_body"]
)
def test_an_unknown_line_resolves(trouble: str) -> None:
    """Whatever got lost, the same key finds out; never two orders for one line."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        till.training.troubles.arm(trouble, 1, "order")
        sale = await till.sell()
        await till.until(lambda lines: lines[0].order is OrderState.UNKNOWN, sale)
        await till.until(delivered, sale)
        assert len(till.training.ledger.orders) == 1
        await till.end()

    run_virtual(scenario())


def test_unplugged_then_plugged_in() -> None:
    """Unsent lines wait, one probe goes out every 3 s, all resumes at the first answer."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        till.carrier.is_unplugged = True
        sale = await till.sell_offline()
        await asyncio.sleep(20)
        assert [(await till.line(sale, n)).order for n in (1, 2)] == [OrderState.WAITING] * 2
        assert till.reach.is_offline
        till.carrier.is_unplugged = False
        await asyncio.sleep(5)
        assert [(await till.line(sale, n)).order for n in (1, 2)] == [OrderState.DELIVERED] * 2
        await till.end()

    run_virtual(scenario())


def test_unplugged_for_a_minute() -> None:
    """Never sent within 60 s: failed, refund due, and nothing in the provider's books."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        till.carrier.is_unplugged = True
        sale = await till.sell_offline()
        await asyncio.sleep(59)
        assert (await till.line(sale)).order is OrderState.WAITING
        await asyncio.sleep(10)
        line = await till.line(sale)
        assert (line.order, line.money) == (OrderState.FAILED, MoneyState.REFUND_DUE)
        assert not till.training.ledger.orders
        await till.end()

    run_virtual(scenario())


def test_retry_after_is_obeyed() -> None:
    """A wait that the provider asks for is firm; beyond the 60 s the unsent line fails at once."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        till.training.troubles.arm("rate_limited", 1, "order", seconds=20)
        sale = await till.sell()
        await asyncio.sleep(15)
        assert (await till.line(sale)).order is OrderState.WAITING
        await till.until(delivered, sale)
        till.training.troubles.arm("rate_limited", 1, "order", seconds=300)
        await till.aftermath.new_sale()
        sale = await till.sell()
        await till.until(lambda lines: lines[0].order is OrderState.FAILED, sale)
        await till.end()

    run_virtual(scenario())


def test_given_up_and_arrived() -> None:
    """The card that comes after giving up is invalidated, never shown, never printed (M6)."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        till.training.troubles.arm("slow", 1, "order", seconds=20)
        sale = await till.sell()
        await asyncio.sleep(1)
        with pytest.raises(RefusedError, match="too_early"):
            await till.aftermath.give_up(sale.lines[0].id, till.session.own_approval())
        await asyncio.sleep(12)
        line = await till.aftermath.give_up(sale.lines[0].id, till.session.own_approval())
        assert line.money is MoneyState.REFUND_DUE
        await till.aftermath.refund_paid(line.id, till.anna.id, "R-1")
        await till.until(lambda lines: lines[0].is_closed, sale)
        assert (await till.line(sale)).order is OrderState.INVALIDATED
        assert not till.printer.printed
        (order,) = till.training.ledger.orders.values()
        assert order.invalidated_at is not None
        await till.end()

    run_virtual(scenario())


def test_invalidation_answers_get_lost() -> None:
    """A lost answer to the invalidation is asked again; `order_invalidated` is proved by a GET."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        sale = await till.sell()
        await till.until(delivered, sale)
        till.training.troubles.arm("lost_response", 1, "invalidate")
        manager = Approval(till.anna.id, till.marta.id)
        await till.aftermath.invalidate(sale.lines[0].id, "wrong brand", manager)
        await till.until(lambda lines: lines[0].order is OrderState.INVALIDATED, sale)
        assert "GET" in {method for method, path in till.carrier.log if "/orders/" in path}
        await till.end()

    run_virtual(scenario())


def test_processing_is_polled() -> None:
    """A processing order is looked at until it is done."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        till.training.troubles.arm("processing", 1, "order", seconds=8)
        sale = await till.sell()
        await asyncio.sleep(2)
        assert (await till.line(sale)).order is OrderState.ORDERING
        await till.until(delivered, sale)
        await till.end()

    run_virtual(scenario())


def test_the_age_limit_ends_posting() -> None:
    """A key over 20 h old is never posted again: the line asks for a person (M4)."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        till.training.troubles.arm("lost_response", None, "order")
        sale = await till.sell()
        await asyncio.sleep(30)
        posts = len(till.carrier.log)
        till.carrier.is_unplugged = True
        await asyncio.sleep(20 * 3600)
        till.carrier.is_unplugged = False
        await asyncio.sleep(60)
        assert (await till.line(sale)).trouble is Trouble.KEY_TOO_OLD
        assert "/v1/orders" not in {path for _, path in till.carrier.log[posts:]}
        with pytest.raises(RefusedError, match="nothing_to_ask"):
            await till.aftermath.try_now(sale.lines[0].id)
        await till.end()

    run_virtual(scenario())


def test_restart() -> None:
    """After a crash unknown lines recover, waiting ones wait, nothing prints (M10)."""
    disk = Disk()

    async def before() -> object:
        till = VirtualTill(disk)
        await till.begin()
        till.training.troubles.arm("slow", None, "order", seconds=25)
        sale = await till.sell(6)
        await asyncio.sleep(5)
        states = [(await till.line(sale, n)).order for n in range(1, 7)]
        assert states == [OrderState.ORDERING] * 4 + [OrderState.WAITING] * 2
        return sale

    sale = run_virtual(before())

    async def after() -> None:
        till = VirtualTill(disk)
        disk.training.troubles.disarm()
        await till.begin()
        assert (await till.records.front_sale()) is not None
        till.session.front_sale = sale.id  # type: ignore[attr-defined]
        await asyncio.sleep(60)
        lines = (await till.store.sales.sale(sale.id)).lines  # type: ignore[attr-defined]
        assert [line.order for line in lines] == [OrderState.DELIVERED] * 4 + [
            OrderState.WAITING
        ] * 2
        assert not till.printer.printed
        await till.aftermath.order_now(lines[4].id)
        await till.aftermath.give_up(lines[5].id, till.session.own_approval())
        await asyncio.sleep(5)
        assert till.printer.names == [lines[4].id]
        assert len(till.training.ledger.orders) == 5
        await till.end()

    disk.clock.began = disk.clock.began.replace(hour=10)
    run_virtual(after())


def test_email_counts_as_handed_over() -> None:
    """The provider mails the card: delivered and handed over; the slip masks the address (M9)."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        sale = await till.sell(1, DeliveryMethod.EMAIL)
        await till.until(lambda lines: lines[0].is_closed and lines[0].printed, sale)
        ((_, slip),) = till.printer.printed
        assert isinstance(slip, CardSlip)
        assert slip.masked_email == "c•••@example.org"
        assert slip.card.code is None
        await till.end()

    run_virtual(scenario())


def test_other_account() -> None:
    """Recovery never asks another account about an order (M11)."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        till.training.troubles.arm("lost_response", 1, "order")
        sale = await till.sell()
        await till.until(lambda lines: lines[0].order is OrderState.UNKNOWN, sale)
        await till.provider.use(till.account.__class__("http://127.0.0.1:9/v1", "other"), "s")
        await asyncio.sleep(10)
        assert (await till.line(sale)).trouble is Trouble.OTHER_ACCOUNT
        await till.end()

    run_virtual(scenario())


def test_given_up_in_the_queue() -> None:
    """A line that is given up while it waits for its turn is never sent."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        till.training.troubles.arm("slow", None, "order", seconds=5)
        sale = await till.sell(6)
        await asyncio.sleep(1)
        await till.aftermath.give_up(sale.lines[5].id, till.session.own_approval())
        await asyncio.sleep(30)
        assert (await till.line(sale, 6)).order is OrderState.FAILED
        assert len(till.training.ledger.orders) == 5
        await till.end()

    run_virtual(scenario())


def test_closed_in_the_queue() -> None:
    """An invalidation that a manager ends while it waits for its turn is never sent."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        till.training.troubles.arm("slow", None, "invalidate", seconds=5)
        sale = await till.sell(5)
        await till.until(lambda lines: all(line.printed for line in lines), sale)
        manager = Approval(till.anna.id, till.marta.id)
        for line in sale.lines:
            await till.aftermath.invalidate(line.id, "wrong", manager)
        await asyncio.sleep(1)
        await till.aftermath.close_case(sale.lines[4].id, Closing.VOIDED, "phoned", manager)
        await asyncio.sleep(30)
        asked = [path for _, path in till.carrier.log if path.endswith("/invalidate")]
        assert len(asked) == 4
        await till.end()

    run_virtual(scenario())


def test_a_late_expiry_changes_nothing() -> None:
    """A line that was decided while its minute ran out keeps its decision."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        sale = await till.sell()
        await till.until(delivered, sale)
        await till.desk._expire(await till.line(sale))
        assert (await till.line(sale)).order is OrderState.DELIVERED
        await till.end()

    run_virtual(scenario())
