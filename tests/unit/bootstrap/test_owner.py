"""The owner's part on a real till: real store, real HTTP, real slips on disk."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.bootstrap.training import open_training_till
from pos_app.domain.cases import CaseKind
from pos_app.domain.errors import RefusedError
from pos_app.domain.journal import Action
from pos_app.domain.money import Language
from pos_app.domain.people import Approval
from pos_app.domain.product import DeliveryMethod, FixedAmounts
from pos_app.domain.sale import Delivery, Line, OrderState, Sale
from pos_app.domain.stops import ALL_BRANDS
from pos_app.usecases.services import Services
from tests.unit.bootstrap.test_training import arrived


def say(kind: CaseKind) -> str:
    """The sentence of a case."""
    return kind.value


async def sell(services: Services, count: int) -> Sale:
    """Cards of one product, by code."""
    product = next(
        product
        for product in services.catalogue.products
        if product.why_not_orderable(country="DE", currency="EUR") is None
        and DeliveryMethod.CODE in product.delivery_methods
        and isinstance(product.denominations, FixedAmounts)
    )
    assert isinstance(product.denominations, FixedAmounts)
    amount = product.denominations.amounts[0]
    services.cart.add(product, amount, Delivery(DeliveryMethod.CODE), count)
    offer = await services.checkout.prepare(services.session.own_approval())
    services.session.front_sale = offer.sale
    return await services.checkout.confirm(offer, services.session.who, Language.EN)


async def printed(services: Services, sale: Sale) -> list[Line]:
    """The sale's lines once all their slips are out."""
    while True:
        lines = [await services.records.line(line.id) for line in sale.lines]
        if all(line.printed for line in lines):
            return lines
        await asyncio.sleep(0.02)


async def invalidated(services: Services, line: Line) -> None:
    """Wait until the provider has taken the card back."""
    while True:
        if (await services.records.line(line.id)).order is OrderState.INVALIDATED:
            return
        await asyncio.sleep(0.02)


async def test_an_owners_day(tmp_path: Path) -> None:
    """A code ages out and comes back as a copy; a void and the day's report are on paper."""
    async with open_training_till(tmp_path / "home", printer=f"pdf:{tmp_path}") as (till, books):
        services = till.services
        await arrived(services)
        person = next(iter(await services.session.managers()))
        await services.session.sign_in(person.id, "9999")
        manager = Approval(person.id, person.id)
        sale = await sell(services, 2)
        kept, void = await printed(services, sale)
        await services.aftermath.hand_over(kept.id, person.id)
        await services.aftermath.invalidate(void.id, "wrong brand", manager)
        await invalidated(services, void)
        await services.aftermath.refund_paid(void.id, person.id, "R 1")
        services.till.profile = replace(services.till.profile, erase_after_days=0)
        # The card of the customer, and the one that is worthless now.
        assert await services.owner.ageing.run() == 2
        await services.slips.print_copy(kept.id, manager)
        actions = [record.entry.action for record in await services.records.timeline(kept.id)]
        assert actions.index(Action.CARD_ERASED) < actions.index(Action.CARD_FETCHED)
        papers = services.owner.papers
        await papers.print_void(void.id, person.id)
        await papers.print_refund(void.id, person.id)
        await papers.print_shop_copy(kept.id, person.id)
        day, _ = await services.days.end(person.id)
        await papers.print_day(day, by=person.id, language=Language.EN, sentence=say)
        assert len(await services.owner.balances.since(days=1)) >= 1
        assert len(books.ledger.orders) == 2
    names = {path.name for path in tmp_path.rglob("*.pdf")}
    assert {f"{kept.id}.pdf", f"{kept.id}-copy-1.pdf"} <= names


async def test_a_stop_outlives_a_restart(tmp_path: Path) -> None:
    """Set today, in force tomorrow morning."""
    home, printer = tmp_path / "home", f"pdf:{tmp_path}"
    async with open_training_till(home, printer=printer) as (till, _):
        person = next(iter(await till.services.session.managers()))
        manager = Approval(person.id, person.id)
        await till.services.owner.stops.stop(ALL_BRANDS, "Stocktaking.", manager)
    async with open_training_till(home, printer=printer) as (till, _):
        services = till.services
        await arrived(services)
        await services.session.sign_in(person.id, "9999")
        with pytest.raises(RefusedError, match="selling_stopped"):
            await sell(services, 1)
