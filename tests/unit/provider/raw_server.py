"""A server of few words for tests of the client: it keeps what came and says what it is told."""

from __future__ import annotations

import asyncio
import json
import ssl
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

PROVIDER_TIME: Final = "Wed, 09 Jul 2025 16:17:31 GMT"


class TillClock:
    """A till's clock that stands still until a test moves it."""

    def __init__(self, now: datetime = datetime(2025, 7, 9, 16, 17, 31, tzinfo=UTC)) -> None:
        self.time, self.passed = now, 0.0

    def now(self) -> datetime:
        """The till's time."""
        return self.time

    def monotonic(self) -> float:
        """One second later at each look."""
        self.passed += 1
        return self.passed

    async def sleep(self, seconds: float) -> None:
        """Let the others work."""
        self.passed += seconds
        await asyncio.sleep(0)


@dataclass(frozen=True, slots=True)
class Heard:
    """One request as it came over the wire."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes


# What becomes of a connection once a request has been heard.
Deed = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def says(status: int, body: object = None, headers: Mapping[str, str] | None = None) -> Deed:
    """Answer with a status and a JSON (or raw) body, and keep the connection."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    lines = {"Date": PROVIDER_TIME, "Content-Length": str(len(content)), **(headers or {})}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return writes(f"HTTP/1.1 {status} Word\r\n{head}\r\n".encode() + content)


def writes(raw: bytes) -> Deed:
    """Write these bytes and keep the connection."""

    async def deed(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(raw)
        await writer.drain()

    return deed


def cuts(raw: bytes = b"") -> Deed:
    """Write these bytes, then cut the connection."""

    async def deed(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(raw)
        await writer.drain()
        writer.close()

    return deed


async def is_silent(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    """Never answer: wait until the client goes away."""
    await reader.read()


class RawServer:
    """Plays one deed per request; the last one goes on for ever."""

    def __init__(self, *deeds: Deed, tls: ssl.SSLContext | None = None) -> None:
        self.deeds, self.heard = list(deeds), list[Heard]()
        self.connections, self.listening = 0, asyncio.Event()
        self._tls, self._tasks = tls, set[asyncio.Task[None]]()
        self._server: asyncio.Server | None = None

    async def start(self) -> str:
        """Listen; returns the base URL."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=self._tls)
        port = self._server.sockets[0].getsockname()[1]
        scheme, host = ("https", "localhost") if self._tls else ("http", "127.0.0.1")
        return f"{scheme}://{host}:{port}/v1"

    def stop_listening(self) -> None:
        """Take no further connections; those that are there stay."""
        assert self._server is not None
        self._server.close()

    async def stop(self) -> None:
        """End every connection."""
        assert self._server is not None
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._server.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            while request := await _read(reader):
                self.heard.append(request)
                self.listening.set()
                deed = self.deeds.pop(0) if len(self.deeds) > 1 else self.deeds[0]
                await deed(reader, writer)
        except (asyncio.CancelledError, ConnectionError):
            return
        finally:
            self._tasks.discard(task)
            writer.close()


async def _read(reader: asyncio.StreamReader) -> Heard | None:
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("ascii")
    except asyncio.IncompleteReadError:
        return None
    first, *lines = head.strip().split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    method, target, _ = first.split(" ")
    return Heard(method, target, headers, body)
