"""After a restore nothing leaves by itself, whatever was under way (money.md M12)."""

from __future__ import annotations

import asyncio

import pytest

from pos_app.domain.errors import RefusedError
from pos_app.domain.people import Approval
from pos_app.domain.restoring import mark_restored
from pos_app.domain.sale import Closing, LineId, OrderState, SaleId, Trouble
from tests.helpers.virtual import Disk, VirtualTill, run_virtual


def about_orders(till: VirtualTill) -> list[tuple[str, str]]:
    """Every request of this run that is about an order."""
    return [(method, path) for method, path in till.carrier.log if "/orders" in path]


async def sell_and_stop(disk: Disk, trouble: str, after_s: float, *, give_up: bool) -> SaleId:
    """A sale of three that is cut short; its store is the copy."""
    till = VirtualTill(disk)
    await till.begin()
    if trouble:
        till.training.troubles.arm(trouble, 2, "order")
    sale = await till.sell(3)
    await asyncio.sleep(after_s)
    if give_up:
        for line in sale.lines:
            try:
                await till.aftermath.give_up(line.id, till.session.own_approval())
            except RefusedError:
                continue
    return sale.id


async def restore(disk: Disk) -> None:
    """What `pos-app restore` does to the lines of the copy."""
    for line in await disk.store.sales.open_lines():
        await disk.store.sales.change_line(line.id, mark_restored)
    await disk.store.sales.set_current_sale(None)


@pytest.mark.parametrize("give_up", [False, True])
@pytest.mark.parametrize("after_s", [0.0, 0.07, 0.3, 15.0])
@pytest.mark.parametrize("trouble", ["", "lost_request", "lost_response", "processing"])
def test_nothing_leaves_by_itself(trouble: str, after_s: float, *, give_up: bool) -> None:
    """No order, no look, no invalidation, no slip: for three hours, with the network there."""
    disk = Disk()
    sale_id = run_virtual(sell_and_stop(disk, trouble, after_s, give_up=give_up))

    async def restored() -> None:
        await restore(disk)
        books = len(disk.training.ledger.orders)
        till = VirtualTill(disk)
        await till.begin()
        till.session.front_sale = sale_id
        till.slips.print_waiting()
        await asyncio.sleep(3 * 3600)
        assert about_orders(till) == []
        assert not till.printer.printed
        assert len(disk.training.ledger.orders) == books
        cases = {case.line.id for case in await till.records.open_cases()}
        lines = (await till.store.sales.sale(sale_id)).lines
        assert cases == {line.id for line in lines if not line.is_closed}
        assert len(cases) >= 2
        await till.end()

    run_virtual(restored())


def test_a_person_takes_each_case_further() -> None:
    """By asking the provider themselves: given up and closed with what it said."""
    disk = Disk()
    sale_id = run_virtual(sell_and_stop(disk, "lost_request", 0.3, give_up=False))

    async def restored() -> None:
        await restore(disk)
        till = VirtualTill(disk)
        await till.begin()
        marta = Approval(till.anna.id, till.marta.id)
        line_id = LineId(f"{sale_id}-1")
        with pytest.raises(RefusedError, match="nothing_to_ask"):
            await till.aftermath.try_now(line_id)
        closed = await till.aftermath.close_case(line_id, Closing.NO_ORDER, "asked", marta)
        assert (closed.order, closed.trouble) == (OrderState.FAILED, None)
        await till.aftermath.refund_paid(line_id, till.anna.id)
        assert (await till.store.sales.line(line_id)).is_closed
        assert about_orders(till) == []
        await till.end()

    run_virtual(restored())


def test_an_order_that_is_known_can_be_looked_at() -> None:
    """By hand only: the card that the provider has made comes in, and belongs to the customer."""
    disk = Disk()
    sale_id = run_virtual(sell_and_stop(disk, "processing", 0.3, give_up=False))

    async def restored() -> None:
        await restore(disk)
        till = VirtualTill(disk)
        await till.begin()
        await asyncio.sleep(60)
        known = [
            line
            for line in (await till.store.sales.sale(sale_id)).lines
            if line.order is OrderState.UNKNOWN and line.order_id is not None
        ]
        assert known
        assert {line.trouble for line in known} == {Trouble.RESTORED}
        line, answer = await till.aftermath.try_now(known[0].id)
        assert answer is not None
        assert line.order is OrderState.DELIVERED
        handed = await till.aftermath.hand_over(line.id, till.anna.id)
        assert handed.is_closed
        assert [method for method, _ in about_orders(till)] == ["GET"]
        await till.end()

    run_virtual(restored())
