"""The httpx client for the issuers' PDFs; imported late, like every use of httpx."""

from __future__ import annotations

from typing import Final

import httpx

from pos_app.domain.errors import ProviderUnavailableError, RefusedError
from pos_app.provider.picture_client import outside_client

_AT_ONCE: Final = 2
_PATIENCE_S: Final = 15.0
_WANTED: Final = {"Accept": "application/pdf", "Accept-Encoding": "identity"}
# Files of some stores come without a type of their own.
_TYPES: Final = ("application/pdf", "application/octet-stream", "binary/octet-stream", "")


class VoucherClient:
    """Reads one file at a time; no redirects, no cookies, no environment, no secret of ours."""

    def __init__(self) -> None:
        """Build the client; costs tens of milliseconds."""
        self._client = outside_client(_AT_ONCE, _PATIENCE_S)

    async def read(self, url: str, most_bytes: int) -> bytes:
        """The file behind an address; its address never stands in an error.

        May raise:
        - RefusedError: `voucher_no_pdf`, `voucher_too_large`.
        - ProviderUnavailableError: `voucher_unreachable`.
        """
        try:
            async with self._client.stream("GET", url, headers=_WANTED) as response:
                return await _body(response, most_bytes)
        except (httpx.HTTPError, httpx.InvalidURL, OSError):
            # Not chained: the request and its address hang on httpx's error.
            raise ProviderUnavailableError("voucher_unreachable") from None

    async def close(self) -> None:
        """Close all connections."""
        await self._client.aclose()


async def _body(response: httpx.Response, most_bytes: int) -> bytes:
    if response.status_code != httpx.codes.OK:
        raise ProviderUnavailableError("voucher_unreachable", status=response.status_code)
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in _TYPES:
        raise RefusedError("voucher_no_pdf")
    data = bytearray()
    async for part in response.aiter_raw():
        data += part
        if len(data) > most_bytes:
            raise RefusedError("voucher_too_large", most=most_bytes // 1024 // 1024)
    return bytes(data)
