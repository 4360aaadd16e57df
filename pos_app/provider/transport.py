"""The only user of httpx: moves bytes once, without retries, redirects or the environment.

Imported late and off the GUI thread: httpx and its certificates cost a tenth of a second.
"""

from __future__ import annotations

import importlib.util
import socket
import ssl
import sys
from collections.abc import Awaitable, Callable, Iterator, Mapping

import httpx

from pos_app.provider.calls import Wait
from pos_app.provider.exchange import ExchangeError, Message, Progress, Reply, Target
from pos_app.provider.wire import MAX_BODY_BYTES

_CONNECTIONS = 20
# WORKAROUND httpcore 1.0.9: it looks for this module anew with every lock, some ten times for a
# request, and searches the whole path for it where it is not there.
if importlib.util.find_spec("sniffio") is None:
    sys.modules["sniffio"] = None  # type: ignore[assignment]  # "not found", at once


class HttpxCarrier:
    """One httpx client for the whole program."""

    def __init__(self, ssl_context: ssl.SSLContext | None = None) -> None:
        """Build the client; costs tens of milliseconds without a ready context."""
        self._client = httpx.AsyncClient(
            verify=ssl_context or httpx.create_ssl_context(trust_env=False),
            trust_env=False,
            follow_redirects=False,
            # No connection is used twice: bytes that came after an answer would be taken for
            # the next one (somebody else's card), and one that has died meanwhile would make
            # an order unknown.
            limits=httpx.Limits(max_connections=_CONNECTIONS, max_keepalive_connections=0),
        )

    def target(self, url: str) -> Target:
        """The parts of a URL exactly as httpx sends them."""
        read = httpx.URL(url)
        path, _, query = read.raw_path.decode("ascii").partition("?")
        port = read.port or (80 if read.scheme == "http" else 443)
        return Target(read.raw_host.decode("ascii"), port, path, query)

    async def exchange(self, message: Message, wait: Wait, progress: Progress) -> Reply:
        """Send one request and read its answer whole."""
        request = self._client.build_request(
            message.method,
            message.url,
            content=message.body or None,
            headers=dict(message.headers),
            timeout=httpx.Timeout(
                connect=wait.connect_s, read=wait.read_s, write=wait.write_s, pool=wait.pool_s
            ),
            extensions={"trace": _watch(progress)},
        )
        progress.given = True
        try:
            response = await self._client.send(request, stream=True)
            try:
                progress.status = response.status_code
                return Reply(response.status_code, _headers(response), await _read_body(response))
            finally:
                await response.aclose()
        except httpx.PoolTimeout as error:
            progress.given = False  # it never got a connection
            raise ExchangeError("not_connected") from error
        except (httpx.HTTPError, OSError) as error:
            raise ExchangeError(_word(error)) from error

    async def close(self) -> None:
        """Close all connections."""
        await self._client.aclose()


def _watch(progress: Progress) -> Callable[[str, Mapping[str, object]], Awaitable[None]]:
    """Tell `progress` what httpcore is about to do.

    httpcore reports each step before it takes it: all of `connection.*` (name, connect, TLS)
    comes before the first byte of a request, whatever else comes is the request itself.
    """

    async def note(event: str, _info: Mapping[str, object]) -> None:
        if event.startswith("connection."):
            progress.connecting = True
        else:
            progress.beyond = True

    return note


async def _read_body(response: httpx.Response) -> bytes:
    """The body as it came: nothing is unpacked, so nothing can explode.

    A body that is too large is read to its end without keeping it: leaving httpx's nested
    generators in the middle would have them cleaned up by chance. The overall time bounds it.
    """
    body, is_too_large = bytearray(), False
    async for chunk in response.aiter_raw():
        is_too_large = is_too_large or len(body) + len(chunk) > MAX_BODY_BYTES
        if not is_too_large:
            body += chunk
    if is_too_large:
        raise ExchangeError("too_large")
    return bytes(body)


def _headers(response: httpx.Response) -> Mapping[str, str]:
    """The first value of each header."""
    headers: dict[str, str] = {}
    for name, value in response.headers.multi_items():
        headers.setdefault(name.lower(), value)
    return headers


def _word(error: Exception) -> str:
    """One word for what went wrong, from the kinds of errors below it."""
    below = list(_causes(error))
    if any(isinstance(cause, socket.gaierror) for cause in below):
        return "name_unknown"
    if any(isinstance(cause, ssl.SSLError) for cause in below):
        return "tls_failed"
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout):
        return "not_connected"
    return "no_answer" if isinstance(error, httpx.TimeoutException) else "cut"


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        if isinstance(error, BaseExceptionGroup):
            for one in error.exceptions:
                yield from _causes(one)
        error = error.__cause__ or error.__context__
