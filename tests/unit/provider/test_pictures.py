"""Pictures over real HTTP on this computer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from pos_app.provider.pictures import HttpPictures

BODY = b"picture"


@asynccontextmanager
async def serve(answer: bytes) -> AsyncIterator[tuple[str, list[bytes]]]:
    """A server that gives the same answer to everybody; its address and what it was asked."""
    asked: list[bytes] = []

    async def serve_one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(answer)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve_one, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        yield f"http://127.0.0.1:{port}/logo", asked


def reply(status: str, body: bytes = BODY, more: str = "") -> bytes:
    """An HTTP answer."""
    head = f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n{more}\r\n"
    return head.encode() + body


async def fetch(answer: bytes, most_bytes: int = 100) -> bytes | None:
    """What a fetch makes of an answer."""
    pictures = HttpPictures(None)
    async with serve(answer) as (url, asked):
        found = await pictures.fetch(url, most_bytes=most_bytes)
        assert len(asked) == 1
        assert b"authorization" not in asked[0].lower()
    await pictures.close()
    return found


async def test_a_picture_comes_as_it_is() -> None:
    """The bytes behind the address."""
    assert await fetch(reply("200 OK")) == BODY


@pytest.mark.parametrize(
    "answer",
    [
        reply("404 Not Found"),
        reply("302 Found", b"", "Location: http://127.0.0.1:1/elsewhere\r\n"),
        reply("200 OK", b"x" * 101),
        b"nonsense\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\ncut",
    ],
)
async def test_anything_else_is_no_picture(answer: bytes) -> None:
    """Errors, redirects, too much, too little: nothing, and no exception."""
    assert await fetch(answer) is None


@pytest.mark.parametrize("url", ["http://shop.test/a", "file:///etc/passwd", "ftp://x/y", ""])
async def test_other_addresses_are_never_asked(url: str) -> None:
    """Only https, or http on this computer."""
    pictures = HttpPictures(None)
    assert await pictures.fetch(url, most_bytes=10) is None
    await pictures.close()


async def test_nobody_listening_is_no_picture() -> None:
    """A refused connection is nothing special."""
    pictures = HttpPictures(None)
    assert await pictures.fetch("http://127.0.0.1:9/a", most_bytes=10) is None
    await pictures.close()
