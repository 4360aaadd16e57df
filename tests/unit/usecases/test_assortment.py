"""What a till learns about products."""

from __future__ import annotations

import pytest

from pos_app.domain.errors import NotAllowedError, RefusedError
from pos_app.domain.journal import Action
from pos_app.domain.people import Approval
from pos_app.usecases.assortment import Assortment
from pos_app.usecases.bulletin import AssortmentChanged
from pos_app.usecases.counter import CounterServices
from pos_app.usecases.kept_carts import KeptCarts
from tests.helpers.virtual import Disk, VirtualTill, run_virtual

EAN = "4006381333931"


async def opened(disk: Disk) -> tuple[VirtualTill, Assortment]:
    """A till with a catalogue and what it has learned, loaded as the program does."""
    till = VirtualTill(disk)
    await till.begin()
    await till.catalogue.refresh()
    assortment = Assortment(till.till, store=till.store.shelf, catalogue=till.catalogue)
    kept = KeptCarts(
        till.till,
        cart=till.cart,
        catalogue=till.catalogue,
        sales=till.store.sales,
        session=till.session,
        tasks=till.orders,
    )
    await CounterServices(kept=kept, assortment=assortment).load()
    return till, assortment


def test_a_manager_teaches_a_label() -> None:
    """It finds its product from then on, also after a restart; teaching again corrects it."""
    disk = Disk()

    async def first() -> None:
        till, assortment = await opened(disk)
        manager = Approval(till.anna.id, till.marta.id)
        wrong, right = till.pick(), till.pick(skip=1)
        assert assortment.find(EAN) is None
        with pytest.raises(NotAllowedError, match="needs_manager"):
            await assortment.teach(EAN, right.code, Approval(till.anna.id))
        await assortment.teach(f" {EAN} ", wrong.code, manager)
        await assortment.teach(EAN, right.code, manager)
        assert assortment.find(f"{EAN} ") == right
        assert any(isinstance(event, AssortmentChanged) for event in till.events)
        for text, code, reason in (
            ("books", right.code, "label_unusable"),
            (EAN, "nothing", "no_such_product"),
        ):
            with pytest.raises(RefusedError, match=reason):
                await assortment.teach(text, code, manager)
        await till.end()

    async def second() -> None:
        till, assortment = await opened(disk)
        assert assortment.find(EAN) == till.pick(skip=1)
        manager = Approval(till.anna.id, till.marta.id)
        with pytest.raises(NotAllowedError, match="needs_manager"):
            await assortment.forget(EAN, Approval(till.anna.id))
        await assortment.forget(EAN, manager)
        assert assortment.find(EAN) is None
        with pytest.raises(RefusedError, match="no_such_label"):
            await assortment.forget(EAN, manager)
        told = [Action.LABEL_TAUGHT, Action.LABEL_FORGOTTEN]
        records = await till.store.journal.records(actions=told)
        assert [record.entry.action for record in records] == [told[0], told[0], told[1]]
        assert {record.by_name for record in records} == {"Marta"}
        assert records[0].entry.details["label"] == EAN
        await till.end()

    run_virtual(first())
    run_virtual(second())


def test_a_product_code_finds_its_product() -> None:
    """As the provider writes it, or in capitals."""

    async def scenario() -> None:
        till, assortment = await opened(Disk())
        product = till.pick()
        assert assortment.find(product.code) == product
        assert assortment.find(f" {product.code.upper()} ") == product
        assert assortment.find("nothing") is None
        await till.end()

    run_virtual(scenario())


def test_favourites_and_sales_are_learned() -> None:
    """Marked ones, what sold most, what sold last, and whether the provider takes it back."""

    async def scenario() -> None:
        till, assortment = await opened(Disk())
        product = till.pick()
        await assortment.mark(product.code, favourite=True)
        assert assortment.learned.favourites == {product.code}
        await assortment.mark(product.code, favourite=False)
        assert assortment.learned.favourites == frozenset()
        assert assortment.taken_back(product.code) is None
        sale = await till.sell(2)
        await till.until(lambda lines: all(line.delivered_at for line in lines), sale)
        learned = await assortment.load()
        assert learned.sold == {product.code: 2}
        assert learned.recent == (product.code,)
        await till.aftermath.invalidate(
            sale.lines[0].id, "Wrong brand", Approval(till.anna.id, till.marta.id)
        )
        await till.until(lambda lines: lines[0].order.value == "invalidated", sale)
        await assortment.load()
        assert assortment.taken_back(product.code) is True
        await till.end()

    run_virtual(scenario())
