"""Orders that the provider works on in the background: 202, then polling (contract 6)."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from pos_app.domain.money import Language
from pos_app.domain.product import DeliveryMethod
from pos_app.domain.sale import MoneyState, OrderState
from pos_app.domain.settings import ProcessingMode
from tests.helpers.virtual import Disk, VirtualTill, run_virtual


def async_till(disk: Disk) -> VirtualTill:
    """A till whose settings say async."""
    till = VirtualTill(disk)
    till.till.profile = replace(till.till.profile, processing_mode=ProcessingMode.ASYNC)
    return till


def looks(till: VirtualTill) -> int:
    """How often an order was asked for."""
    return sum(method == "GET" and "/orders/" in path for method, path in till.carrier.log)


def test_a_sale_is_accepted_then_polled() -> None:
    """Each card comes by looking at its order; the body says async, each order is made once."""

    async def scenario() -> None:
        till = async_till(Disk())
        await till.begin()
        sale = await till.sell(3)
        assert all(b'"processing_mode":"async"' in line.request.body for line in sale.lines)
        await till.until(
            lambda lines: all(one.order is OrderState.ORDERING and one.order_id for one in lines),
            sale,
        )
        await till.until(lambda lines: all(line.printed for line in lines), sale)
        assert len(till.training.ledger.orders) == 3
        assert looks(till) >= 3
        await till.end()

    run_virtual(scenario())


@pytest.mark.parametrize("trouble", ["lost_response", "lost_request", "cut_body"])
def test_a_lost_acceptance_is_asked_for_with_the_same_key(trouble: str) -> None:
    """Without the 202 nobody knows the order: the same bytes again, then polling."""

    async def scenario() -> None:
        till = async_till(Disk())
        await till.begin()
        till.training.troubles.arm(trouble, 1, "order")
        sale = await till.sell()
        await till.until(lambda lines: lines[0].order is OrderState.UNKNOWN, sale)
        await till.until(lambda lines: lines[0].order is OrderState.DELIVERED, sale)
        assert len(till.training.ledger.orders) == 1
        await till.end()

    run_virtual(scenario())


def test_a_restart_goes_on_polling() -> None:
    """An accepted order needs no second post after a crash: its id is known."""
    disk = Disk()

    async def first() -> str:
        till = async_till(disk)
        await till.begin()
        sale = await till.sell()
        await till.until(lambda lines: lines[0].order_id is not None, sale)
        return sale.lines[0].id

    line_id = run_virtual(first())

    async def second() -> None:
        till = async_till(disk)
        await till.begin()
        await asyncio.sleep(120)
        assert (await till.records.orders())[0].order is OrderState.DELIVERED
        assert ("POST", "/v1/orders") not in till.carrier.log
        assert len(till.training.ledger.orders) == 1
        assert not till.printer.printed
        assert (await till.records.orders())[0].id == line_id
        await till.end()

    run_virtual(second())


def test_given_up_while_processing() -> None:
    """The refund is due at once; the card is taken back as soon as it can be (M6, M7)."""

    async def scenario() -> None:
        till = async_till(Disk())
        await till.begin()
        till.training.troubles.arm("processing", 1, "order", seconds=40)
        sale = await till.sell()
        await asyncio.sleep(11)
        line = await till.aftermath.give_up(sale.lines[0].id, till.session.own_approval())
        assert (line.order, line.money) == (OrderState.ORDERING, MoneyState.REFUND_DUE)
        await till.until(lambda lines: lines[0].order is OrderState.INVALIDATED, sale)
        assert not till.printer.printed
        await till.end()

    run_virtual(scenario())


def test_order_again_and_email_keep_the_mode() -> None:
    """A replacement is ordered the way the till orders now; e-mailed cards are polled too."""

    async def scenario() -> None:
        till = async_till(Disk())
        await till.begin()
        till.training.troubles.arm("processing_then_failed", 1, "order", seconds=5)
        sale = await till.sell()
        await till.until(lambda lines: lines[0].order is OrderState.FAILED, sale)
        new = await till.aftermath.order_again(sale.lines[0].id, till.anna.id)
        assert b'"processing_mode":"async"' in new.request.body
        await till.until(lambda lines: lines[1].order is OrderState.DELIVERED, sale)
        await till.store.sales.set_current_sale(None)
        mailed = await till.sell(1, DeliveryMethod.EMAIL)
        await till.until(lambda lines: lines[0].is_closed, mailed)
        assert mailed.language is Language.EN
        await till.end()

    run_virtual(scenario())
