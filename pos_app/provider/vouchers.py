"""The issuers' own PDFs over HTTP: another client than the provider's, without its secret.

A link of a card is as good as its code. It is asked for once, by https (or http on this
computer, for the training provider), follows nothing, and stands in no log and no error.
"""

from __future__ import annotations

import asyncio
from typing import Final, Protocol

from pos_app.domain.address import is_allowed_link
from pos_app.domain.errors import ProviderUnavailableError, RefusedError

MOST_BYTES: Final = 5 * 1024 * 1024
_PATIENCE_S: Final = 20.0
_MAGIC: Final = b"%PDF-"
# Some writers put a few bytes before the head; readers take it within the first kilobyte.
_HEAD: Final = 1024


class _Client(Protocol):
    """What `VoucherClient` can do; its module is imported late."""

    async def read(self, url: str, most_bytes: int) -> bytes:
        """The bytes behind an address."""
        ...

    async def close(self) -> None:
        """Close all connections."""
        ...


class HttpVouchers:
    """The port `VoucherSource`."""

    def __init__(self, patience_s: float = _PATIENCE_S) -> None:
        """Open nothing before the first one; a fetch ends within `patience_s`."""
        self._patience_s = patience_s
        self._opening: asyncio.Task[_Client] | None = None

    async def fetch(self, url: str) -> bytes:
        """The PDF behind an address.

        May raise:
        - RefusedError: `voucher_not_https`, `voucher_too_large`, `voucher_no_pdf`.
        - ProviderUnavailableError: `voucher_unreachable`.
        """
        if not is_allowed_link(url):
            raise RefusedError("voucher_not_https")
        if self._opening is None:
            self._opening = asyncio.ensure_future(asyncio.to_thread(_open))
        client = await asyncio.shield(self._opening)
        try:
            async with asyncio.timeout(self._patience_s):
                content = await client.read(url, MOST_BYTES)
        except TimeoutError:
            raise ProviderUnavailableError("voucher_unreachable") from None
        if _MAGIC not in content[:_HEAD]:
            raise RefusedError("voucher_no_pdf")
        return content

    async def close(self) -> None:
        """Close all connections."""
        if self._opening is not None:
            await (await self._opening).close()


def _open() -> _Client:
    from pos_app.provider.voucher_client import VoucherClient

    return VoucherClient()
