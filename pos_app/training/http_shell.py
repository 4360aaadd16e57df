"""The thin shell around the core: HTTP/1.1 on a socket, by asyncio and h11, without threads.

It runs in the program's own Qt loop as well as alone. All decisions are the core's; this module
moves bytes, waits as told and cuts connections as told.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import h11

from pos_app.training.core import MOST_BODY
from pos_app.training.messages import Fate, Reply

Handle = Callable[[str, str, Sequence[tuple[str, str]], bytes], Reply]
_CHUNK: Final = 64 * 1024
_IDLE_S: Final = 60.0
_REST_S: Final = 1.0
_BACKLOG: Final = 64


@dataclass(frozen=True, slots=True)
class _Arrived:
    """A request off the wire; a body that grew too large ends one byte above the limit."""

    method: str
    target: str
    headers: Sequence[tuple[str, str]]
    body: bytes


class HttpShell:
    """Listens on a loopback port and hands every request to `handle`."""

    def __init__(self, handle: Handle, turns_away: Callable[[], bool]) -> None:
        """`handle` answers a request at once; `turns_away` closes connections on arrival."""
        self._handle = handle
        self._turns_away = turns_away
        self._server: asyncio.Server | None = None
        self._connections: set[asyncio.Task[None]] = set()

    @property
    def is_listening(self) -> bool:
        """Whether connections are accepted."""
        return self._server is not None

    async def listen(self, host: str, port: int) -> int:
        """Start to listen; 0 lets the system choose a port, which is returned.

        May raise:
        - OSError: the address can't be used.
        """
        listener = socket.create_server((host, port), backlog=_BACKLOG)
        # Known before it serves: whatever happens now, `close` finds it.
        self._server = await asyncio.start_server(self._accept, sock=listener, start_serving=False)
        await self._server.start_serving()
        chosen: int = listener.getsockname()[1]
        return chosen

    def cut_off(self) -> None:
        """Stop listening and begin to end every open connection."""
        if self._server is not None:
            self._server.close()
            self._server = None
        for task in self._connections:
            task.cancel()

    async def close(self) -> None:
        """Stop listening and see every open connection end."""
        self.cut_off()
        await asyncio.gather(*self._connections, return_exceptions=True)

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._turns_away():
            writer.close()
            return
        task = asyncio.get_running_loop().create_task(self._serve(reader, writer))
        self._connections.add(task)
        task.add_done_callback(self._connections.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = h11.Connection(h11.SERVER, max_incomplete_event_size=_CHUNK)
        try:
            while await self._exchange(connection, reader, writer):
                connection.start_next_cycle()
        except h11.RemoteProtocolError as error:
            with contextlib.suppress(ConnectionError):
                await _complain(connection, writer, error)
        except (ConnectionError, TimeoutError):
            # The till went away or fell asleep; it will come back with a new connection.
            pass
        except asyncio.CancelledError:
            # Nobody waits for what is still to be written.
            writer.transport.abort()
            raise
        finally:
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()

    async def _exchange(
        self,
        connection: h11.Connection,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> bool:
        """One request and its reply; tells whether the connection can be used again."""
        arrived = await _receive(connection, reader, writer)
        if arrived is None:
            return False
        reply = self._handle(arrived.method, arrived.target, arrived.headers, arrived.body)
        if reply.delay_s:
            await asyncio.sleep(reply.delay_s)
        if reply.fate not in {Fate.SENT, Fate.CUT_BODY}:
            return False
        await _send(connection, writer, reply, arrived.method)
        if connection.their_state is h11.SEND_BODY:
            await _swallow(reader)
        done = connection.our_state is h11.DONE and connection.their_state is h11.DONE
        return reply.fate is Fate.SENT and done


async def _receive(
    connection: h11.Connection, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> _Arrived | None:
    """The next request, or None when the other side is done."""
    head: h11.Request | None = None
    body = bytearray()
    while True:
        event = connection.next_event()
        if event is h11.NEED_DATA:
            if connection.they_are_waiting_for_100_continue:
                go_on = h11.InformationalResponse(status_code=100, headers=[])
                writer.write(connection.send(go_on) or b"")
            async with asyncio.timeout(_IDLE_S):
                connection.receive_data(await reader.read(_CHUNK))
        elif isinstance(event, h11.Request):
            head = event
        elif isinstance(event, h11.Data):
            body += event.data
            if head is not None and len(body) > MOST_BODY:
                return _arrived(head, bytes(body[: MOST_BODY + 1]))
        elif isinstance(event, h11.EndOfMessage) and head is not None:
            return _arrived(head, bytes(body))
        else:
            return None


def _arrived(head: h11.Request, body: bytes) -> _Arrived:
    headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in head.headers]
    return _Arrived(head.method.decode("ascii"), head.target.decode("latin-1"), headers, body)


async def _swallow(reader: asyncio.StreamReader) -> None:
    """Take in the rest of a request that is too large: closing at once would lose the answer."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(_REST_S):
            while await reader.read(_CHUNK):
                pass


async def _send(
    connection: h11.Connection, writer: asyncio.StreamWriter, reply: Reply, method: str
) -> None:
    length = ("Content-Length", str(len(reply.body)))
    early = [("Connection", "close")] if connection.their_state is h11.SEND_BODY else []
    head = h11.Response(status_code=reply.status, headers=[*reply.headers, *early, length])
    writer.write(connection.send(head) or b"")
    whole = reply.fate is Fate.SENT
    body = reply.body if whole else reply.body[: reply.cut_at]
    if body and method != "HEAD":
        writer.write(connection.send(h11.Data(data=body)) or b"")
    if whole:
        writer.write(connection.send(h11.EndOfMessage()) or b"")
    await writer.drain()


async def _complain(
    connection: h11.Connection, writer: asyncio.StreamWriter, error: h11.RemoteProtocolError
) -> None:
    """Answer what is not HTTP; while a request is read the answer is always still to come."""
    reply = Reply(error.error_status_hint, (("Connection", "close"),), b"")
    await _send(connection, writer, reply, "GET")
