"""The issuer's own PDF: shown with a manager, printed instead of our slip (M9, M15)."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import pytest

from pos_app.domain.errors import (
    NotAllowedError,
    PosError,
    PrinterError,
    ProviderUnavailableError,
    RefusedError,
)
from pos_app.domain.journal import Action
from pos_app.domain.money import Language, Money
from pos_app.domain.people import Approval
from pos_app.domain.product import DeliveryMethod
from pos_app.domain.sale import Delivery, Line, OrderState, Sale
from pos_app.domain.slip import BrandVoucher, CardSlip, Paper, SlipDocument
from pos_app.usecases.vouchers import VoucherDesk
from tests.helpers.virtual import Disk, VirtualTill, run_virtual

# The contract's example, the one product of the training provider with a PDF of its own.
WITH_PDF = "b713c564-9e18-4810-a9bb-7b2d86afc8cd"
PDF = b"%PDF-1.7 voucher"


@dataclass
class Issuer:
    """Where PDFs come from; `fault` is what goes wrong."""

    fault: PosError | None = None
    asked: list[str] = field(default_factory=list)

    async def fetch(self, url: str) -> bytes:
        """The PDF, or the fault."""
        self.asked.append(url)
        if self.fault is not None:
            raise self.fault
        return PDF

    async def look(self, pdf: bytes) -> int:
        """One page."""
        assert pdf == PDF
        return 1

    async def preview(self, document: SlipDocument, paper: Paper) -> bytes:
        """The name of what would be drawn."""
        return f"{document.name} {paper.value}".encode()


class Counter:
    """A till with a sale of a brand that has vouchers."""

    def __init__(self) -> None:
        self.issuer = Issuer()
        self.till = VirtualTill(Disk())
        self.desk = VoucherDesk(
            sales=self.till.store.sales,
            journal=self.till.store.journal,
            slips=self.till.slips,
            source=self.issuer,
            reader=self.issuer.look,
            preview=self.issuer.preview,
        )

    async def sold(
        self, code: str = WITH_PDF, method: DeliveryMethod = DeliveryMethod.CODE
    ) -> Sale:
        """Sell one card and let its slip come out."""
        till = self.till
        await till.begin()
        await till.catalogue.refresh()
        product = next(each for each in till.catalogue.products if each.code == code)
        address = "c@example.org" if method is DeliveryMethod.EMAIL else None
        till.cart.add(product, Money(5000, "EUR"), Delivery(method, address), 1)
        offer = await till.checkout.prepare(till.session.own_approval())
        till.session.front_sale = offer.sale
        sale = await till.checkout.confirm(offer, till.session.who, Language.EN)
        await till.until(lambda lines: lines[0].order is OrderState.DELIVERED, sale)
        await asyncio.sleep(1)
        return sale

    async def line(self, sale: Sale) -> Line:
        """The one line as it is."""
        return await self.till.line(sale)

    @property
    def cashier(self) -> Approval:
        """Anna alone."""
        return Approval(self.till.anna.id)

    @property
    def manager(self) -> Approval:
        """Anna with Marta behind her."""
        return Approval(self.till.anna.id, self.till.marta.id)


def test_a_voucher_is_printed_as_a_copy_of_the_slip() -> None:
    """Our slip is out already, so the issuer's PDF is copy 1 of the card, on the same count."""

    async def scenario() -> None:
        counter = Counter()
        sale = await counter.sold()
        line = await counter.line(sale)
        assert await counter.desk.has_voucher(line)
        assert await counter.desk.print_voucher(line.id, counter.cashier) is None
        (_, slip), (name, voucher) = counter.till.printer.printed
        assert isinstance(slip, CardSlip)
        assert isinstance(voucher, BrandVoucher)
        assert (name, voucher.copy, voucher.pdf) == (f"{line.id}-voucher-copy-1", 1, PDF)
        assert counter.issuer.asked[0].endswith(".pdf")
        await counter.till.end()

    run_virtual(scenario())


def test_looking_at_a_voucher_is_looking_at_the_code() -> None:
    """It needs a manager, stands in the journal, and what was seen is what is printed."""

    async def scenario() -> None:
        counter = Counter()
        line = await counter.line(await counter.sold())
        with pytest.raises(NotAllowedError, match="needs_manager"):
            await counter.desk.show(line.id, counter.cashier, Paper.ROLL_80)
        shown = await counter.desk.show(line.id, counter.manager, Paper.ROLL_80)
        assert shown.picture == f"{line.id}-voucher 80mm".encode()
        assert "voucher" not in repr(shown)
        (record,) = await counter.till.store.journal.records(actions=[Action.CODE_SHOWN])
        assert (record.by_name, record.entry.line) == ("Marta", line.id)
        assert record.entry.details["cashier"] == counter.till.anna.id
        await counter.desk.print_voucher(line.id, counter.manager, shown)
        assert len(counter.issuer.asked) == 1
        await counter.till.end()

    run_virtual(scenario())


def test_after_the_hand_over_a_copy_needs_a_manager() -> None:
    """As with every other copy of a card."""

    async def scenario() -> None:
        counter = Counter()
        line = await counter.line(await counter.sold())
        await counter.till.aftermath.hand_over(line.id, counter.till.anna.id)
        with pytest.raises(NotAllowedError, match="needs_manager"):
            await counter.desk.print_voucher(line.id, counter.cashier)
        await counter.desk.print_voucher(line.id, counter.manager)
        assert len(counter.till.printer.printed) == 2
        (record,) = await counter.till.store.journal.records(actions=[Action.APPROVED])
        assert (record.by_name, record.entry.line) == ("Marta", line.id)
        await counter.till.end()

    run_virtual(scenario())


def test_our_slip_takes_its_place() -> None:
    """No PDF and no slip yet: our slip comes out, and what was wrong is told."""

    async def scenario() -> None:
        counter = Counter()
        counter.till.printer.fault = "offline"
        line = await counter.line(await counter.sold())
        counter.till.printer.fault = None
        counter.issuer.fault = fault = ProviderUnavailableError("voucher_unreachable")
        assert await counter.desk.print_voucher(line.id, counter.cashier) is fault
        ((name, slip),) = counter.till.printer.printed
        assert isinstance(slip, CardSlip)
        assert name == line.id
        # Now that it is there, a second one would only be in the way.
        with pytest.raises(ProviderUnavailableError, match="voucher_unreachable"):
            await counter.desk.print_voucher(line.id, counter.cashier)
        assert len(counter.till.printer.printed) == 1
        await counter.till.end()

    run_virtual(scenario())


def test_a_fault_of_the_printer_is_the_printers() -> None:
    """The job is kept as failed and can be repeated; our slip would not come out either."""

    async def scenario() -> None:
        counter = Counter()
        line = await counter.line(await counter.sold())
        counter.till.printer.fault = "paper_out"
        with pytest.raises(PrinterError, match="paper_out"):
            await counter.desk.print_voucher(line.id, counter.cashier)
        jobs = await counter.till.store.print_jobs.of_line(line.id)
        assert [job.code for job in jobs] == ["", "paper_out"]
        await counter.till.end()

    run_virtual(scenario())


def test_cards_without_a_voucher() -> None:
    """Other brands, e-mailed cards and erased ones have none; asking all the same is refused."""

    async def scenario() -> None:
        counter = Counter()
        line = await counter.line(await counter.sold(method=DeliveryMethod.EMAIL))
        assert not await counter.desk.has_voucher(line)
        with pytest.raises(RefusedError, match="no_voucher"):
            await counter.desk.print_voucher(line.id, counter.manager)
        assert counter.issuer.asked == []
        await counter.till.aftermath.new_sale()
        plain = await counter.line(await counter.till.sell(skip=1))
        assert not await counter.desk.has_voucher(plain)
        await counter.till.until(
            lambda x: x[0].order is OrderState.DELIVERED, sale_of(plain, counter)
        )
        await counter.till.end()

    def sale_of(line: Line, counter: Counter) -> Sale:
        return counter.till.store.state.sales[line.sale]

    run_virtual(scenario())


def test_an_erased_card_is_not_asked_for() -> None:
    """Whether it had a PDF is not known any more: no button promises one."""

    async def scenario() -> None:
        counter = Counter()
        line = await counter.line(await counter.sold())
        counter.till.store.state.cards.clear()
        assert not await counter.desk.has_voucher(line)
        await counter.till.end()

    run_virtual(scenario())
