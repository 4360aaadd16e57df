"""Brand pictures over HTTP: another client than the provider's, without its secret.

Only https, or http on this computer; never more bytes than asked for, never longer than a few
seconds (R8).
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Final, Protocol

from pos_app.domain.address import is_allowed_link

_PATIENCE_S: Final = 10.0


class _Client(Protocol):
    """What `PictureClient` can do; its module is imported late."""

    async def read(self, url: str, most_bytes: int) -> bytes | None:
        """The bytes behind an address."""
        ...

    async def close(self) -> None:
        """Close all connections."""
        ...


class HttpPictures:
    """The port `PictureSource`."""

    def __init__(self, folder: Path | None) -> None:
        """Remember where pictures may be kept; nothing is opened before the first one."""
        self._folder = folder
        self._opening: asyncio.Task[_Client] | None = None

    @property
    def folder(self) -> Path | None:
        """Where pictures may be kept."""
        return self._folder

    async def fetch(self, url: str, *, most_bytes: int) -> bytes | None:
        """The bytes behind an address, or None for whatever goes wrong."""
        if not is_allowed_link(url):
            return None
        if self._opening is None:
            self._opening = asyncio.ensure_future(asyncio.to_thread(_open))
        client = await asyncio.shield(self._opening)
        try:
            async with asyncio.timeout(_PATIENCE_S):
                return await client.read(url, most_bytes)
        except TimeoutError:
            return None

    async def close(self) -> None:
        """Close all connections."""
        if self._opening is not None:
            await (await self._opening).close()


def _open() -> _Client:
    from pos_app.provider.picture_client import PictureClient

    return PictureClient()
