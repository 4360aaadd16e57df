"""What people do about lines after payment, against the provider's books (M6 to M8, M14)."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest

from pos_app.domain.cases import CaseKind, LineAction
from pos_app.domain.change import Change
from pos_app.domain.errors import NotAllowedError, RefusedError, StoreError
from pos_app.domain.people import Approval
from pos_app.domain.sale import Closing, MoneyState, OrderState, Trouble
from pos_app.usecases.bulletin import LineChanged
from pos_app.usecases.bulletin import Trouble as Told
from tests.helpers.virtual import Disk, VirtualTill, run_virtual


def manager(till: VirtualTill) -> Approval:
    """Marta stands behind Anna."""
    return Approval(till.anna.id, till.marta.id)


def test_order_again_after_a_refusal() -> None:
    """A refused line gets a replacement with a new key; the refund pays for it (M14)."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        till.training.troubles.arm("insufficient_balance", 1, "order")
        sale = await till.sell()
        await till.until(lambda lines: lines[0].order is OrderState.FAILED, sale)
        new = await till.aftermath.order_again(sale.lines[0].id, till.anna.id)
        assert new.request.key != sale.lines[0].request.key
        await till.until(lambda lines: lines[-1].order is OrderState.DELIVERED, sale)
        changed = [event.line.id for event in till.events if isinstance(event, LineChanged)]
        assert new.id in changed
        with pytest.raises(RefusedError, match="no_refund_due"):
            await till.aftermath.order_again(sale.lines[0].id, till.anna.id)
        with pytest.raises(RefusedError, match="not_ended"):
            await till.aftermath.order_again(new.id, till.anna.id)
        await till.aftermath.hand_over(new.id, till.anna.id)
        stored = await till.store.sales.sale(sale.id)
        assert all(line.is_closed for line in stored.lines)
        await till.end()

    run_virtual(scenario())


@pytest.mark.parametrize("trouble", ["refused_invalidation", "expired_invalidation"])
def test_refused_invalidation_is_decided_by_a_person(trouble: str) -> None:
    """M8: refund still due, the customer takes the card after all."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        sale = await till.sell()
        await till.until(lambda lines: lines[0].printed, sale)
        till.training.troubles.arm(trouble, 1, "invalidate")
        line = sale.lines[0].id
        with pytest.raises(NotAllowedError):
            await till.aftermath.invalidate(line, "x", till.session.own_approval())
        await till.aftermath.invalidate(line, "wrong brand", manager(till))
        await till.until(lambda lines: lines[0].trouble is not None, sale)
        (case,) = await till.records.open_cases()
        assert case.kind is CaseKind.NOT_INVALIDATED
        assert {LineAction.HAND_OVER, LineAction.REFUND_PAID} <= case.actions
        kept = await till.aftermath.hand_over(line, till.anna.id)
        assert kept.is_closed
        await till.end()

    run_virtual(scenario())


def test_the_shop_owns_the_card() -> None:
    """M8: refund already paid: a manager closes it as a loss, and nothing asks any more."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        till.training.troubles.arm("processing", 1, "order", seconds=20)
        till.training.troubles.arm("refused_invalidation", None, "invalidate")
        sale = await till.sell()
        line = sale.lines[0].id
        await asyncio.sleep(11)
        await till.aftermath.give_up(line, till.session.own_approval())
        await till.aftermath.refund_paid(line, till.anna.id)
        await till.until(lambda lines: lines[0].trouble is not None, sale)
        (case,) = await till.records.open_cases()
        assert case.kind is CaseKind.SHOP_OWNS_CARD
        with pytest.raises(NotAllowedError):
            await till.aftermath.close_case(line, Closing.LOSS, "x", till.session.own_approval())
        closed = await till.aftermath.close_case(line, Closing.LOSS, "sold off", manager(till))
        assert closed.is_closed
        assert not await till.records.open_cases()
        await till.end()

    run_virtual(scenario())


def test_not_posted_again() -> None:
    """M6: given up, unknown, and the product can't be taken back: an open case, no post."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        sale = await till.sell()
        await till.until(lambda lines: lines[0].printed, sale)
        till.training.troubles.arm("refused_invalidation", 1, "invalidate")
        await till.aftermath.invalidate(sale.lines[0].id, "x", manager(till))
        await till.until(lambda lines: lines[0].trouble is not None, sale)
        await till.aftermath.new_sale()
        till.training.troubles.arm("lost_request", None, "order")
        sale = await till.sell()
        await asyncio.sleep(12)
        posts = till.carrier.log.count(("POST", "/v1/orders"))
        await till.aftermath.give_up(sale.lines[0].id, till.session.own_approval())
        await asyncio.sleep(120)
        assert (await till.line(sale)).trouble is Trouble.NOT_POSTED_AGAIN
        assert till.carrier.log.count(("POST", "/v1/orders")) <= posts + 1
        await till.end()

    run_virtual(scenario())


def test_asking_by_hand() -> None:
    """`Refresh` asks about a delivered line too, hurries a waiting one, and says when it can't."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        sale = await till.sell()
        await till.until(lambda lines: lines[0].printed, sale)
        line, answer = await till.aftermath.try_now(sale.lines[0].id)
        assert line.order is OrderState.DELIVERED
        assert answer is not None
        assert answer.status == 200
        await till.aftermath.new_sale()
        till.carrier.is_unplugged = True
        sale = await till.sell_offline(1)
        await asyncio.sleep(1)
        line, answer = await till.aftermath.try_now(sale.lines[0].id)
        assert answer is None
        await asyncio.sleep(70)
        with pytest.raises(RefusedError, match="nothing_to_ask"):
            await till.aftermath.try_now(sale.lines[0].id)
        await till.end()

    run_virtual(scenario())


def test_a_denied_order_comes_back() -> None:
    """`Try now` on an open case takes the line up again when the answer allows it."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        till.training.troubles.arm("processing", 1, "order", seconds=3)
        sale = await till.sell()
        await asyncio.sleep(0.5)
        await till.store.sales.change_line(
            sale.lines[0].id,
            lambda line: Change(
                replace(line, order=OrderState.UNKNOWN, trouble=Trouble.ORDER_NOT_FOUND)
            ),
        )
        await asyncio.sleep(10)
        await till.aftermath.try_now(sale.lines[0].id)
        await till.until(lambda lines: lines[0].order is OrderState.DELIVERED, sale)
        await till.end()

    run_virtual(scenario())


def test_an_answer_that_can_t_be_stored_is_kept(expect_log: Callable[[str], None]) -> None:
    """While the disk is full an answer stays in memory, unshown; then it is stored (M2)."""
    expect_log("WARNING pos_app.usecases.order_desk: answer not stored yet")

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        till.training.troubles.arm("slow", 1, "order", seconds=2)
        sale = await till.sell()
        await asyncio.sleep(1)
        till.store.trouble = StoreError("disk_full")
        await asyncio.sleep(10)
        assert (await till.line(sale)).order is OrderState.ORDERING
        assert [event.error.code for event in till.events if isinstance(event, Told)]
        till.store.trouble = None
        await till.until(lambda lines: lines[0].order is OrderState.DELIVERED, sale)
        assert till.carrier.log.count(("POST", "/v1/orders")) == 1
        await till.end()

    run_virtual(scenario())


def test_nothing_leaves_that_is_not_written_first() -> None:
    """An order or an invalidation that can't be written is not sent (M2)."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        sale = await till.sell()
        till.store.trouble = StoreError("disk_full")
        await asyncio.sleep(5)
        assert ("POST", "/v1/orders") not in till.carrier.log
        till.store.trouble = None
        await till.until(lambda lines: lines[0].printed, sale)
        await till.aftermath.invalidate(sale.lines[0].id, "x", manager(till))
        till.store.trouble = StoreError("disk_full")
        await asyncio.sleep(0)
        await asyncio.sleep(5)
        assert not [path for _, path in till.carrier.log if "invalidate" in path]
        till.store.trouble = None
        await till.until(lambda lines: lines[0].order is OrderState.INVALIDATED, sale)
        await till.end()

    run_virtual(scenario())


def test_a_manager_s_word_ends_the_asking() -> None:
    """A case closed by what the provider said is not asked about any more."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        till.training.troubles.arm("lost_request", None, "order")
        sale = await till.sell()
        await asyncio.sleep(12)
        line = await till.aftermath.close_case(
            sale.lines[0].id, Closing.NO_ORDER, "phoned", manager(till)
        )
        assert (line.order, line.money) == (OrderState.FAILED, MoneyState.REFUND_DUE)
        asked = len(till.carrier.log)
        await till.background.close()
        await asyncio.sleep(120)
        assert len(till.carrier.log) <= asked + 1
        await till.end()

    run_virtual(scenario())


def test_days_and_records() -> None:
    """The day opens with the first sale and ends as a snapshot, with a backup."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        assert (await till.days.current()).day is None
        sale = await till.sell()
        await till.until(lambda lines: lines[0].printed, sale)
        view = await till.days.current()
        assert view.figures is not None
        assert view.figures.paid.count == 1
        day, figures = await till.days.end(till.anna.id)
        assert day.number == 1
        assert figures.delivered.count == 1
        assert [line.id for line in await till.records.orders("T1")] == [sale.lines[0].id]
        assert (await till.records.line(sale.lines[0].id)).printed
        assert LineAction.HAND_OVER in till.records.actions(await till.line(sale))
        assert not await till.records.open_cases()
        await till.end()

    run_virtual(scenario())
