"""The training till: real store, real HTTP, real slips on disk."""

from __future__ import annotations

import asyncio
from pathlib import Path

from pos_app.bootstrap.training import open_training_till
from pos_app.domain.money import Language, Money
from pos_app.domain.product import DeliveryMethod
from pos_app.domain.sale import Delivery, OrderState
from pos_app.usecases.services import Services


async def arrived(services: Services) -> None:
    """Wait until the catalogue is there."""
    changed = asyncio.Event()
    stop = services.till.bulletin.subscribe(lambda _event: changed.set())
    while not services.catalogue.products:
        await changed.wait()
        changed.clear()
    stop()


async def test_a_training_sale_over_real_http(tmp_path: Path) -> None:
    """Two cards are sold, printed into the folder, and the provider's books agree."""
    async with open_training_till(tmp_path / "home", printer=f"pdf:{tmp_path}") as (
        till,
        training,
    ):
        services = till.services
        await arrived(services)
        person = (await services.session.cashiers())[0]
        await services.session.sign_in(person.id, "1111")
        product = next(
            product
            for product in services.catalogue.products
            if product.why_not_orderable(country="DE", currency="EUR") is None
            and DeliveryMethod.CODE in product.delivery_methods
        )
        amounts = getattr(product.denominations, "amounts", None)
        amount = amounts[0] if amounts else product.denominations.minimum  # type: ignore[union-attr]
        services.cart.add(product, amount, Delivery(DeliveryMethod.CODE), 2)
        offer = await services.checkout.prepare(services.session.own_approval())
        services.session.front_sale = offer.sale
        sale = await services.checkout.confirm(offer, person, Language.EN)
        assert isinstance(sale.paid, Money)
        while True:
            lines = [await services.records.line(line.id) for line in sale.lines]
            if all(line.printed for line in lines):
                break
            await asyncio.sleep(0.02)
        assert {line.order for line in lines} == {OrderState.DELIVERED}
        assert len(training.ledger.orders) == 2
        assert sorted(path.name for path in tmp_path.glob("*.pdf")) == [
            f"{sale.id}-1.pdf",
            f"{sale.id}-2.pdf",
        ]
    async with open_training_till(tmp_path / "home") as (till, training):
        assert len(await till.services.records.orders()) == 2
        assert len(training.ledger.orders) == 2
