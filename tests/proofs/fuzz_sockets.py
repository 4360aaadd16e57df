"""The fuzz over real sockets: wild answers whose framing is wild too, through httpx."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from pos_app.domain.sale import Account
from pos_app.provider.calls import Wait, Waits
from pos_app.provider.client import HttpProvider
from tests.helpers.virtual import VirtualClock
from tests.proofs.fuzz import KINDS, FuzzTables, ask, believe, judge, line_of
from tests.proofs.mutations import ORDER, Wild, wild_answer
from tests.proofs.strict import Whole

# Short, so that answers which never end cost little; the order of the waits is the real one.
_WAIT: Final = Wait(connect_s=2, read_s=0.4, write_s=2, pool_s=2, overall_s=0.8)
_LIMIT_S: Final = 3.0
_FRAMES: Final = (
    *("right", "right", "right", "short", "long", "chunked", "chunked_broken", "until_close"),
    *("two_lengths", "bad_length", "head_cut", "bad_head", "old_http", "extra", "silent"),
)

# A whole answer that nobody asked for: a card of the same kind, but somebody else's.
_FOREIGN: Final = json.dumps({**ORDER, "id": "o-9", "code": "NOT-YOURS"}).encode()
_ANOTHER: Final = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(_FOREIGN), _FOREIGN)


@dataclass(frozen=True, slots=True)
class Framed:
    """Bytes for the wire, and what of them is a whole answer by the rules of HTTP."""

    raw: bytes
    whole: Whole | None
    closes: bool = True


def framed(seed: int, number: int) -> Framed:
    """The wild answer of that number in a frame of its own."""
    chance = random.Random(f"frame-{seed}-{number}")  # noqa: S311 -- the same each time
    wild = wild_answer(seed, number)
    while wild.fault or wild.delay_s or wild.status < 200 or len(wild.body) > 1_000_000:
        number += 1_000_000
        wild = wild_answer(seed, number)
    return _frame(chance.choice(_FRAMES), wild, chance)


def _frame(kind: str, wild: Wild, chance: random.Random) -> Framed:
    body, bare = wild.body, wild.status in (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED)
    whole = Whole(wild.status, b"" if bare else body)
    head = _head(wild)
    length = b"Content-Length: %d\r\n\r\n" % len(body)
    cut = chance.randrange(len(body) + 1)
    match kind:
        case "short":
            shown = whole if bare else Whole(wild.status, body[:cut])
            return Framed(head + b"Content-Length: %d\r\n\r\n" % cut + body, shown)
        case "long":
            longer = b"Content-Length: %d\r\n\r\n" % (len(body) + 1 + cut)
            return Framed(head + longer + body, whole if bare else None, chance.random() < 0.8)
        case "chunked":
            return Framed(head + b"Transfer-Encoding: chunked\r\n\r\n" + _chunks(body), whole)
        case "chunked_broken":
            raw = head + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n" % (len(body) + 7) + body
            return Framed(raw, whole if bare else None)
        case "until_close":
            return Framed(head + b"\r\n" + body, whole)
        case "silent":
            return Framed(b"", None, closes=False)
        case "extra":
            return Framed(head + length + body + _ANOTHER, whole, closes=False)
        case "right":
            return Framed(head + length + body, whole, closes=False)
    return _broken_frame(kind, head, length + body, chance) or Framed(
        head.replace(b"HTTP/1.1", b"HTTP/1.0", 1) + b"\r\n" + body, whole
    )


def _broken_frame(kind: str, head: bytes, rest: bytes, chance: random.Random) -> Framed | None:
    """Frames that no answer can be read from."""
    match kind:
        case "two_lengths":
            return Framed(head + b"Content-Length: 3\r\n" + rest, None)
        case "bad_length":
            words = [b"-1", b"", b"1e3", b"0x10", b"99999999999999999999", b"1, 2"]
            bad = b"Content-Length: " + chance.choice(words) + b"\r\n\r\n"
            return Framed(head + bad + rest, None)
        case "head_cut":
            return Framed((head + rest)[: chance.randrange(len(head))], None)
        case "bad_head":
            noise = chance.choice(
                [b"HTTP/9.9 200 OK\r\n", b"\x16\x03\x01", b"<html>", b"\r\n" * 9]
            )
            return Framed(noise + head + rest, None)
    return None


def _head(wild: Wild) -> bytes:
    lines = "".join(f"{name}: {value}\r\n" for name, value in wild.headers.items())
    return f"HTTP/1.1 {wild.status} Word\r\n{lines}".encode()


def _chunks(body: bytes) -> bytes:
    parts = [body[at : at + 700] for at in range(0, len(body), 700)]
    return b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


class WildServer:
    """Answers each request with the next frame, on whatever connection it comes."""

    def __init__(self) -> None:
        """Nothing to say yet."""
        self.next: list[Framed] = []
        self.said: Framed | None = None
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self) -> str:
        """Listen; returns the base URL."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}/v1"

    async def stop(self) -> None:
        """End all connections."""
        assert self._server is not None
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks)
        await self._server.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            while await self._request(reader):
                self.said = self.next.pop(0)
                writer.write(self.said.raw)
                await writer.drain()
                if self.said.closes:
                    break
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            return
        finally:
            self._tasks.discard(task)
            writer.close()

    async def _request(self, reader: asyncio.StreamReader) -> bool:
        head = await reader.readuntil(b"\r\n\r\n")
        length = [
            line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")
        ]
        await reader.readexactly(int(length[0].split(b":")[1]) if length else 0)
        return True


async def run_socket_fuzz(numbers: Sequence[int], seed: int) -> FuzzTables:
    """So many framed wild answers to one client, over real connections that it may keep.

    May raise:
    - FalseProofError, or whatever the client should not raise; a note says which answer.
    """
    tables, server, loop = FuzzTables(), WildServer(), asyncio.get_running_loop()
    url = await server.start()
    client = HttpProvider(
        Account(url, "client"), "secret", clock=VirtualClock(), waits=Waits.all_alike(_WAIT)
    )
    try:
        for number in numbers:
            server.next = [framed(seed, number), framed(seed, -number - 1)]
            kind = KINDS[number % len(KINDS)]
            line, call, ordered = line_of(kind)
            started = loop.time()
            try:
                change = believe(call, line, await ask(client, call, line))
                assert server.said is not None
                judge(call, line, change, ordered, server.said.whole)
                took_s = loop.time() - started
                assert took_s <= _LIMIT_S, f"{took_s} s"
            except BaseException as error:
                error.add_note(f"frame {number} of seed {seed}, to a line of kind {kind}")
                raise
            tables.answers += 1
            tables.slowest_s = max(tables.slowest_s, took_s)
            tables.results[kind, change.line.order.value] += 1
    finally:
        await client.close()
        await server.stop()
    return tables
