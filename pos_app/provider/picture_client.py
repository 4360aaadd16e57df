"""The httpx client for brand pictures; imported late, like every use of httpx."""

from __future__ import annotations

import httpx

_AT_ONCE = 4
_PATIENCE_S = 10.0


def outside_client(at_once: int, patience_s: float) -> httpx.AsyncClient:
    """A client for addresses from outside: no redirects, no environment, no secret of ours."""
    return httpx.AsyncClient(
        verify=httpx.create_ssl_context(trust_env=False),
        trust_env=False,
        follow_redirects=False,
        timeout=patience_s,
        limits=httpx.Limits(max_connections=at_once, keepalive_expiry=5),
    )


class PictureClient:
    """Reads a few small files at once; no redirects, no cookies kept, no environment."""

    def __init__(self) -> None:
        """Build the client; costs tens of milliseconds."""
        self._client = outside_client(_AT_ONCE, _PATIENCE_S)

    async def read(self, url: str, most_bytes: int) -> bytes | None:
        """The bytes behind an address; None when it is no answer or too long."""
        try:
            async with self._client.stream("GET", url) as response:
                return await _body(response, most_bytes)
        except (httpx.HTTPError, httpx.InvalidURL, OSError):
            return None

    async def close(self) -> None:
        """Close all connections."""
        await self._client.aclose()


async def _body(response: httpx.Response, most_bytes: int) -> bytes | None:
    if response.status_code != httpx.codes.OK:
        return None
    data = bytearray()
    async for part in response.aiter_bytes():
        data += part
        if len(data) > most_bytes:
            return None
    return bytes(data)
