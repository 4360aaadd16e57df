"""What previews and the issuers' own PDFs need of the world, beside `pos_app.ports`."""

from __future__ import annotations

from typing import Protocol

from pos_app.domain.slip import Paper, SlipDocument


class SlipPreview(Protocol):
    """Slips as pictures."""

    async def __call__(self, document: SlipDocument, paper: Paper) -> bytes:
        """The printable part of a slip as PNG, dot for dot.

        May raise:
        - PrinterError: `failed` for an issuer's PDF that can't be drawn.
        """
        ...


class VoucherSource(Protocol):
    """The issuers' PDFs, from outside (R8)."""

    async def fetch(self, url: str) -> bytes:
        """The PDF behind an address: https (or http on this computer), limited, not followed.

        May raise:
        - RefusedError: `voucher_not_https`, `voucher_too_large`, `voucher_no_pdf`.
        - ProviderUnavailableError: `voucher_unreachable`.
        """
        ...


class VoucherReader(Protocol):
    """Looks into a PDF before it is printed."""

    async def __call__(self, pdf: bytes) -> int:
        """How many pages it has.

        May raise:
        - RefusedError: `voucher_no_pdf` when it can't be drawn, has no page or too many.
        """
        ...
