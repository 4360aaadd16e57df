"""What the proofs have found once, kept as the shortest stories (money.md M1, M4, M7, M8)."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from pos_app.domain.errors import RefusedError
from pos_app.domain.people import Approval
from pos_app.domain.sale import Closing, OrderState
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


def test_a_computer_that_slept_does_not_post_an_old_order_again() -> None:
    """Asleep in the middle of a request: the refused date is not signed anew hours later."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        await till.catalogue.refresh()
        till.carrier.latency_s = 3
        sale = await till.sell()
        await asyncio.sleep(1)
        till.disk.clock.began += timedelta(hours=21)
        await asyncio.sleep(5)
        assert till.carrier.log.count(("POST", "/v1/orders")) == 1
        await till.until(lambda lines: lines[0].order is OrderState.FAILED, sale)
        assert not till.training.ledger.orders
        await till.end()

    run_virtual(scenario())
