"""Slips: once by themselves, then only on purpose (money.md M9, M10, M15)."""

from __future__ import annotations

import asyncio

import pytest

from pos_app.domain.errors import NotAllowedError, PrinterError, RefusedError
from pos_app.domain.journal import Action
from pos_app.domain.money import Language
from pos_app.domain.people import Approval, Permission
from pos_app.domain.printjob import PrintState
from pos_app.domain.product import DeliveryMethod
from pos_app.domain.sale import Delivery, OrderState, Sale
from pos_app.domain.slip import CardSlip, PaymentSlip, TestPage
from pos_app.usecases.bulletin import Trouble
from tests.helpers.lines import FIFTY
from tests.helpers.virtual import Disk, VirtualTill, run_virtual


async def sold(till: VirtualTill) -> Sale:
    """A sale whose card has arrived."""
    await till.begin()
    sale = await till.sell()
    await till.until(lambda lines: lines[0].order is OrderState.DELIVERED, sale)
    await asyncio.sleep(1)
    return sale


def test_the_slip_holds_the_card() -> None:
    """The slip that prints by itself carries the code of the provider's books."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await sold(till)
        ((_, slip),) = till.printer.printed
        assert isinstance(slip, CardSlip)
        (order,) = till.training.ledger.orders.values()
        assert slip.card.code == order.code
        assert slip.head.cashier == "Anna"
        await till.end()

    run_virtual(scenario())


def test_nothing_prints_while_locked_or_elsewhere() -> None:
    """A card that arrives behind the lock screen waits for the cashier (M9)."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        till.training.troubles.arm("slow", 1, "order", seconds=3)
        sale = await till.sell()
        await till.session.lock()
        await asyncio.sleep(10)
        assert (await till.line(sale)).order is OrderState.DELIVERED
        assert not till.printer.printed
        await till.session.sign_in(till.anna.id, "1111")
        await asyncio.sleep(1)
        assert till.printer.names == [sale.lines[0].id]
        till.session.front_sale = None
        till.slips.print_waiting()
        await till.slips._print_arrived()
        await asyncio.sleep(1)
        assert len(till.printer.names) == 1
        await till.end()

    run_virtual(scenario())


def test_a_second_slip_is_a_marked_copy() -> None:
    """Print again after a slip that came out: counted copies."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        sale = await sold(till)
        line = sale.lines[0].id
        await till.slips.print_card(line, till.anna.id)
        await till.slips.print_copy(line, Approval(till.anna.id, till.marta.id))
        assert till.printer.names == [line, f"{line}-copy-1", f"{line}-copy-2"]
        with pytest.raises(NotAllowedError, match="needs_manager"):
            await till.slips.print_copy(line, till.session.own_approval())
        await till.end()

    run_virtual(scenario())


def test_a_failed_print_can_be_repeated_as_the_original() -> None:
    """What provably never came out is no copy when it is printed again."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        till.printer.fault = "offline"
        sale = await sold(till)
        line = sale.lines[0].id
        told = [event.error.code for event in till.events if isinstance(event, Trouble)]
        assert told == ["offline"]
        assert not (await till.line(sale)).printed
        with pytest.raises(PrinterError):
            await till.slips.print_card(line, till.anna.id)
        till.printer.fault = None
        job = await till.slips.print_card(line, till.anna.id)
        assert (job.state, job.copy_number) == (PrintState.PRINTED, 0)
        assert till.printer.names == [line]
        assert (await till.line(sale)).printed
        assert len(await till.records.print_jobs(line)) == 3
        await till.end()

    run_virtual(scenario())


def test_given_up_cards_are_never_printed_or_shown() -> None:
    """From the give-up on the code is for nobody (M6)."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        till.training.troubles.arm("processing", 1, "order", seconds=30)
        sale = await till.sell()
        await asyncio.sleep(12)
        line = sale.lines[0].id
        await till.aftermath.give_up(line, till.session.own_approval())
        manager = Approval(till.anna.id, till.marta.id)
        await till.until(lambda lines: lines[0].order is OrderState.INVALIDATED, sale)
        with pytest.raises(RefusedError, match="nothing_to_show"):
            await till.slips.show_code(line, manager)
        with pytest.raises(RefusedError, match="nothing_to_print"):
            await till.slips.print_card(line, till.anna.id)
        assert not till.printer.printed
        await till.end()

    run_virtual(scenario())


def test_showing_a_code_needs_a_manager_and_is_written() -> None:
    """A revealed code leaves a trace: who approved it, and who stood at the till (M15)."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        sale = await sold(till)
        line = sale.lines[0].id
        with pytest.raises(NotAllowedError):
            await till.slips.show_code(line, till.session.own_approval())
        word = await till.session.approve(till.marta.id, "9999", Permission.SHOW_CODE)
        card = await till.slips.show_code(line, word)
        assert card.code
        records = await till.records.timeline(line)
        (shown,) = [r for r in records if r.entry.action is Action.CODE_SHOWN]
        assert shown.by_name == "Marta"
        assert shown.entry.details == {"cashier": till.anna.id, "cashier_name": "Anna"}
        await till.end()

    run_virtual(scenario())


def test_payment_slip_and_test_page() -> None:
    """Equal cards are one row of the payment slip, and no code stands on either paper."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        await till.catalogue.refresh()
        till.cart.add(till.pick(), FIFTY, Delivery(DeliveryMethod.CODE), 2)
        till.cart.add(till.pick(skip=1), FIFTY, Delivery(DeliveryMethod.CODE), 1)
        offer = await till.checkout.prepare(till.session.own_approval())
        await till.slips.print_payment(offer, till.anna.id, Language.DE)
        await till.slips.print_test(till.anna.id, Language.EN)
        (_, payment), (_, page) = till.printer.printed
        assert isinstance(payment, PaymentSlip)
        assert isinstance(page, TestPage)
        assert [item.quantity for item in payment.items] in ([2, 1], [3])
        assert payment.total == offer.total
        await till.end()

    run_virtual(scenario())
