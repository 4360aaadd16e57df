"""A second start raises the window of the first one and ends (R11).

Beside its lock the first program listens on loopback; a second one proves by a token out of an
owner-only file that it belongs to the same person, and asks for nothing but to be shown the
window.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import secrets
from collections.abc import Callable
from typing import Final

from pos_app.bootstrap.instance_lock import InstanceLock
from pos_app.domain.errors import SettingsError
from pos_app.files import write_private

_ADDRESS: Final = "running.json"
_WAIT_S: Final = 3.0
# As long as a start takes on a slow computer: the first one holds its lock before it listens.
_PATIENCE_S: Final = 5.0
_AGAIN_S: Final = 0.1
_LINE_MOST: Final = 200
_SHOWN: Final = b"shown\n"


class SingleInstance:
    """Finds, or is found by, the other start of the same till."""

    def __init__(self, lock: InstanceLock) -> None:
        """Be the first where the lock is held, else the second."""
        self._folder = lock.folder
        self._server: asyncio.Server | None = None
        self._token = secrets.token_hex(16)
        self._raise_window: Callable[[], None] = _nothing

    async def listen(self, raise_window: Callable[[], None]) -> None:
        """Be found by a second start, which then calls `raise_window` here."""
        self._raise_window = raise_window
        self._server = await asyncio.start_server(self._answer, "127.0.0.1", 0, limit=_LINE_MOST)
        port = self._server.sockets[0].getsockname()[1]
        address = json.dumps({"port": port, "token": self._token})
        await asyncio.to_thread(write_private, self._folder / _ADDRESS, address.encode())

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(_WAIT_S):
                line = await reader.readline()
            if hmac.compare_digest(line.strip(), self._token.encode()):
                self._raise_window()
                writer.write(_SHOWN)
                await writer.drain()
        except (TimeoutError, ValueError, ConnectionError):
            # Somebody else knocked, or went away: there is nobody to answer.
            pass
        finally:
            writer.close()

    async def ask_first(self, patience_s: float = _PATIENCE_S) -> None:
        """Ask the program that holds the lock to show its window; it may have begun just now.

        May raise:
        - SettingsError: `already_running` when it does not answer; somebody must look for it.
        """
        until = asyncio.get_running_loop().time() + patience_s
        while True:
            try:
                await self._ask()
            except SettingsError:
                if asyncio.get_running_loop().time() >= until:
                    raise
                await asyncio.sleep(_AGAIN_S)
            else:
                return

    async def _ask(self) -> None:
        try:
            text = await asyncio.to_thread((self._folder / _ADDRESS).read_text, "utf-8")
            address = json.loads(text)
            async with asyncio.timeout(_WAIT_S):
                reader, writer = await asyncio.open_connection("127.0.0.1", address["port"])
                writer.write(f"{address['token']}\n".encode())
                answer = await reader.readline()
                writer.close()
        except (OSError, ValueError, KeyError, TypeError, TimeoutError) as error:
            raise SettingsError("already_running", folder=self._folder) from error
        if answer != _SHOWN:
            raise SettingsError("already_running", folder=self._folder)

    async def close(self) -> None:
        """Be found no more."""
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()
            self._server = None


def _nothing() -> None:
    """There is no window yet."""
