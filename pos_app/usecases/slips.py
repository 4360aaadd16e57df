"""Slips: printing what is worth money, once, and showing a code only on purpose (M9, M15)."""

from __future__ import annotations

from dataclasses import replace

from pos_app.domain.card import Card, mask_email
from pos_app.domain.errors import PosError, PrinterError, RefusedError
from pos_app.domain.journal import Action, Entry
from pos_app.domain.money import Language
from pos_app.domain.people import TILL, Approval, Permission, PersonId
from pos_app.domain.printjob import PrintJob, PrintKind, PrintState
from pos_app.domain.sale import CartItem, Line, LineId, SaleId
from pos_app.domain.slip import (
    BrandVoucher,
    CardSlip,
    PaymentItem,
    PaymentSlip,
    SlipDocument,
    SlipHead,
    SlipLine,
    TestPage,
)
from pos_app.ports import Journal, PrintJobs, Sales
from pos_app.usecases.bulletin import Event, LineChanged, SessionChanged, Trouble
from pos_app.usecases.card_source import CardSource
from pos_app.usecases.checkout import PaymentOffer
from pos_app.usecases.order_desk import OrderDesk
from pos_app.usecases.session import Session, at_the_till, require_manager
from pos_app.usecases.tasks import TaskOwner
from pos_app.usecases.till import Till


class SlipDesk:
    """Makes documents from stored cards and gives each to the printer exactly once."""

    def __init__(
        self,
        till: Till,
        *,
        sales: Sales,
        jobs: PrintJobs,
        journal: Journal,
        session: Session,
        desk: OrderDesk,
        tasks: TaskOwner,
    ) -> None:
        """Listen for cards that arrive."""
        self._till, self._sales, self._jobs, self._journal = till, sales, jobs, journal
        self._session, self._desk, self._tasks = session, desk, tasks
        self._cards = CardSource(sales=sales, journal=journal, desk=desk)
        self._printing: set[LineId] = set()
        # Read once for the many cards of a sale.
        self._sold: tuple[SaleId, str, Language] | None = None
        till.bulletin.subscribe(self._on_event)

    # --- by itself ---------------------------------------------------------------------------

    def _on_event(self, event: Event) -> None:
        if isinstance(event, LineChanged):
            self._print_if_due(event.line)
        elif isinstance(event, SessionChanged):
            self.print_waiting()

    def print_waiting(self) -> None:
        """The progress screen came to the front: print what arrived meanwhile."""
        if self._session.front_sale is not None and not self._session.is_locked:
            self._tasks.spawn(self._print_arrived(), "print arrived slips")

    async def _print_arrived(self) -> None:
        if self._session.front_sale is None:
            return
        for line in (await self._sales.sale(self._session.front_sale)).lines:
            self._print_if_due(line)

    def _print_if_due(self, line: Line) -> None:
        """Only while that sale's progress is in front and unlocked, never after a restart."""
        in_front = line.sale == self._session.front_sale and not self._session.is_locked
        fresh = line.id in self._desk.fresh and line.id not in self._printing
        done = line.printed or (line.handed_over is not None and not line.is_email)
        if in_front and fresh and line.may_show_card and not done:
            self._printing.add(line.id)
            self._tasks.spawn(self._print_by_itself(line.id), f"print {line.id}")

    async def _print_by_itself(self, line_id: LineId) -> None:
        try:
            await self.print_card(line_id, TILL)
        except PosError as error:
            self._till.bulletin.publish(Trouble(error, line_id))

    # --- on demand ---------------------------------------------------------------------------

    async def print_card(self, line_id: LineId, by: PersonId) -> PrintJob:
        """Print a card's slip; a marked copy when an earlier one came out or may have.

        May raise:
        - RefusedError: `nothing_to_print`. Others, for an erased card: see `CardSource`.
        - PrinterError: it did not come out; the job is kept and can be repeated.
        """
        self._printing.add(line_id)
        line = await self._sales.line(line_id)
        card = await self._cards.card_of(line, by)
        if card is None:
            raise RefusedError("nothing_to_print")
        head = await self._head_of(line.sale)
        job = await self._start_card(line, by)
        return await self._run(job, self._card_slip(head, line, card, job.copy_number))

    async def print_voucher(
        self, line_id: LineId, card: Card, pdf: bytes, by: PersonId
    ) -> PrintJob:
        """Print the issuer's own PDF of a card; it counts as a print of the card's slip.

        May raise:
        - PrinterError: it did not come out; the job is kept and can be repeated.
        """
        line = await self._sales.line(line_id)
        job = await self._start_card(line, by)
        return await self._run(job, await self.voucher(line, card, pdf, job.copy_number))

    async def voucher(self, line: Line, card: Card, pdf: bytes, copy: int = 0) -> BrandVoucher:
        """The issuer's PDF as a paper of this till."""
        head = await self._head_of(line.sale)
        rule = self._till.profile.taxes.of(line.product.code)
        return BrandVoucher(
            head=head,
            line=slip_line(line),
            card=card,
            pdf=pdf,
            copy=copy,
            tax=rule.tax,
            tax_note=rule.note,
        )

    async def card_of(self, line: Line, by: PersonId) -> Card | None:
        """The card of a line, for whoever may have it. May raise: see `CardSource`."""
        return await self._cards.card_of(line, by)

    async def _start_card(self, line: Line, by: PersonId) -> PrintJob:
        """A job for a paper that is worth money: a copy when an earlier one may be out there."""
        earlier = await self._jobs.of_line(line.id)
        copy = any(
            job.kind is PrintKind.CARD and job.state is not PrintState.FAILED for job in earlier
        )
        printer = self._till.printer
        return await self._jobs.start(
            PrintKind.CARD, sale=line.sale, line=line.id, copy=copy, printer=printer.name, by=by
        )

    async def print_copy(self, line_id: LineId, approval: Approval) -> PrintJob:
        """`Print copy` in Orders: marked, counted, with a manager.

        May raise:
        - NotAllowedError: `needs_manager`. Others: see `print_card`.
        """
        manager = require_manager(approval, Permission.PRINT_COPY)
        line = await self._sales.line(line_id)
        # The print job tells who pressed; this, in the same story, who allowed it.
        details = at_the_till(approval) | {"permission": Permission.PRINT_COPY.value}
        entry = Entry(Action.APPROVED, manager, line.sale, line.id, details)
        await self._journal.write(entry)
        return await self.print_card(line_id, approval.person)

    async def print_payment(self, offer: PaymentOffer, by: PersonId, language: Language) -> None:
        """`Print payment slip`: amount and sale number for the main till, no code.

        May raise:
        - PrinterError.
        """
        slip = PaymentSlip(
            head=self.head(self._session.who.name, language),
            sale=offer.sale,
            items=_payment_items(offer.items),
            total=offer.total,
        )
        await self.print_document(PrintKind.PAYMENT, slip, by)

    async def print_test(self, by: PersonId, language: Language) -> None:
        """A page with a ruler and both kinds of marks.

        May raise:
        - PrinterError.
        """
        head = self.head(self._session.who.name, language)
        page = TestPage(head=head, printer=self._till.printer.name)
        await self.print_document(PrintKind.TEST, page, by)

    async def print_document(
        self,
        kind: PrintKind,
        document: SlipDocument,
        by: PersonId,
        *,
        about: LineId | None = None,
    ) -> None:
        """Print a report or another paper that is not worth money, `about` a line or not.

        May raise:
        - PrinterError.
        """
        printer = self._till.printer
        sale = (await self._sales.line(about)).sale if about is not None else None
        job = await self._jobs.start(
            kind, sale=sale, line=about, copy=False, printer=printer.name, by=by
        )
        await self._run(job, document)

    async def _run(self, job: PrintJob, document: SlipDocument) -> PrintJob:
        try:
            await self._till.printer.print_document(document, document.name)
        except PrinterError as error:
            await self._jobs.finish(job, PrintState.FAILED, code=error.code)
            await self._tell(job)
            raise
        done = await self._jobs.finish(job, PrintState.PRINTED)
        await self._tell(job)
        return done

    async def _tell(self, job: PrintJob) -> None:
        if job.line is not None:
            self._till.bulletin.publish(LineChanged(await self._sales.line(job.line)))

    def head(self, cashier: str, language: Language) -> SlipHead:
        """What every paper printed now says about itself."""
        profile = self._till.profile
        return SlipHead(
            store=profile.store,
            till=profile.till,
            cashier=cashier,
            printed_at=self._till.local(self._till.clock.now()),
            language=language,
            training=profile.training,
        )

    async def _head_of(self, sale: SaleId) -> SlipHead:
        """The head of a sale's papers; who sold it in which language never changes."""
        sold = self._sold
        if sold is None or sold[0] != sale:
            read = await self._sales.sale(sale)
            sold = self._sold = (sale, read.cashier_name, read.language)
        return self.head(*sold[1:])

    def _card_slip(self, head: SlipHead, line: Line, card: Card, copy: int) -> CardSlip:
        if line.is_email:
            # The card is in the customer's mailbox; this paper only says so (M9).
            card = replace(card, code=None, pin=None, barcode=None, urls=())
        rule = self._till.profile.taxes.of(line.product.code)
        return CardSlip(
            head=head,
            line=slip_line(line),
            card=card,
            copy=copy,
            masked_email=mask_email(line.delivery.address) if line.delivery.address else "",
            tax=rule.tax,
            tax_note=rule.note,
        )

    # --- showing -----------------------------------------------------------------------------

    async def show_code(self, line_id: LineId, approval: Approval) -> Card:
        """`Show code`: the card in clear, for as long as a key is held (M15).

        May raise:
        - NotAllowedError: `needs_manager`.
        - RefusedError: `nothing_to_show`. Others, for an erased card: see `CardSource`.
        """
        manager = require_manager(approval, Permission.SHOW_CODE)
        line = await self._sales.line(line_id)
        card = await self._cards.card_of(line, manager)
        if card is None:
            raise RefusedError("nothing_to_show")
        details = at_the_till(approval)
        await self._journal.write(Entry(Action.CODE_SHOWN, manager, line.sale, line.id, details))
        return card


def slip_line(line: Line) -> SlipLine:
    """How slips name a line."""
    return SlipLine(
        sale=line.sale,
        number=line.number,
        brand=line.product.brand,
        product=line.product.name,
        amount=line.face_value,
        order_id=line.order_id or "",
        delivery=line.delivery.method,
    )


def _payment_items(items: tuple[CartItem, ...]) -> tuple[PaymentItem, ...]:
    rows: dict[tuple[str, int], PaymentItem] = {}
    for item in items:
        key = (item.product.brand, item.face_value.minor)
        count = rows[key].quantity + 1 if key in rows else 1
        rows[key] = PaymentItem(item.product.brand, item.face_value, count)
    return tuple(rows.values())
