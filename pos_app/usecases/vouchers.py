"""The issuer's own PDF of a card (`card_pdf`): shown and printed instead of our slip.

It holds the code, so it is worth what the slip is worth (M15): it is fetched when somebody asks
for it, kept in memory only, and counted as a print of the card. Where it can't be had, our slip
is as good.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pos_app.domain.card import Card
from pos_app.domain.errors import PosError, ProviderUnavailableError, RefusedError
from pos_app.domain.journal import Action, Entry
from pos_app.domain.people import Approval, Permission, PersonId
from pos_app.domain.sale import Line, LineId
from pos_app.domain.slip import Paper
from pos_app.ports import Journal, Sales
from pos_app.usecases.paper_ports import SlipPreview, VoucherReader, VoucherSource
from pos_app.usecases.session import at_the_till, require_manager
from pos_app.usecases.slips import SlipDesk

_KIND = "card_pdf"


@dataclass(frozen=True, slots=True)
class ShownVoucher:
    """A voucher to look at: card, PDF, and the picture of what would be printed."""

    card: Card = field(repr=False)
    pdf: bytes = field(repr=False)
    picture: bytes = field(default=b"", repr=False)


class VoucherDesk:
    """Fetches, shows and prints the issuers' PDFs."""

    def __init__(
        self,
        *,
        sales: Sales,
        journal: Journal,
        slips: SlipDesk,
        source: VoucherSource,
        reader: VoucherReader,
        preview: SlipPreview,
    ) -> None:
        """Fetch nothing before somebody asks."""
        self._sales, self._journal, self._slips = sales, journal, slips
        self._source, self._reader, self._preview = source, reader, preview

    async def has_voucher(self, line: Line) -> bool:
        """Whether the stored card names a PDF; of an erased card nobody knows."""
        if not line.may_show_card or line.is_email:
            return False
        card = await self._sales.card(line.id)
        return card is not None and card.url(_KIND) is not None

    async def show(self, line_id: LineId, approval: Approval, paper: Paper) -> ShownVoucher:
        """The voucher as it would be printed; with a manager, and in the journal.

        May raise:
        - NotAllowedError: `needs_manager`.
        - RefusedError: `no_voucher`. Others: see `VoucherSource`, `VoucherReader`, `CardSource`.
        """
        manager = require_manager(approval, Permission.SHOW_CODE)
        line = await self._sales.line(line_id)
        found = await self._fetch(line, manager)
        details = at_the_till(approval)
        await self._journal.write(Entry(Action.CODE_SHOWN, manager, line.sale, line.id, details))
        document = await self._slips.voucher(line, found.card, found.pdf)
        return replace(found, picture=await self._preview(document, paper))

    async def print_voucher(
        self, line_id: LineId, approval: Approval, shown: ShownVoucher | None = None
    ) -> PosError | None:
        """Print the voucher, a copy where a slip may be out there already.

        Once the customer has the card a copy needs a manager. Where the voucher can't be had and
        no slip has come out yet, our slip is printed; what was wrong is returned.

        May raise:
        - NotAllowedError: `needs_manager`. PrinterError.
        - as `show`, when our slip is there already.
        """
        line = await self._sales.line(line_id)
        if line.is_closed:
            manager = require_manager(approval, Permission.PRINT_COPY)
            details = at_the_till(approval) | {"permission": Permission.PRINT_COPY.value}
            entry = Entry(Action.APPROVED, manager, line.sale, line.id, details)
            await self._journal.write(entry)
        person = approval.person
        try:
            found = shown if shown is not None else await self._fetch(line, person)
        except (RefusedError, ProviderUnavailableError) as error:
            if line.printed or not line.may_show_card:
                raise
            await self._slips.print_card(line_id, person)
            return error
        await self._slips.print_voucher(line_id, found.card, found.pdf, person)
        return None

    async def _fetch(self, line: Line, by: PersonId) -> ShownVoucher:
        card = None if line.is_email else await self._slips.card_of(line, by)
        url = card.url(_KIND) if card is not None else None
        if card is None or url is None:
            raise RefusedError("no_voucher")
        pdf = await self._source.fetch(url)
        await self._reader(pdf)
        return ShownVoucher(card, pdf)
