"""One running till per data folder; a second start raises the first window and ends (R11).

The lock is the operating system's, so it ends with the process, however that ends. Beside it the
first program listens on loopback; a second one proves by a token out of the owner-only lock file
that it belongs to the same person, and asks for nothing but to be shown the window.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import os
import secrets
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from pos_app.domain.errors import SettingsError, StoreError
from pos_app.files import private_folder, write_private

_LOCK: Final = "running.lock"
_ADDRESS: Final = "running.json"
_WAIT_S: Final = 3.0
_LINE_MOST: Final = 200
_SHOWN: Final = b"shown\n"


class SingleInstance:
    """Holds the lock of one folder while the program runs."""

    def __init__(self, folder: Path) -> None:
        """Hold nothing yet."""
        self._folder = folder
        self._handle: int | None = None
        self._server: asyncio.Server | None = None
        self._token = secrets.token_hex(16)
        self._raise_window: Callable[[], None] = _nothing

    def take(self) -> bool:
        """Take the lock; False when another program holds it.

        May raise:
        - StoreError: `read_only` when the folder can't be written.
        """
        try:
            private_folder(self._folder)
            handle = os.open(self._folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise StoreError("read_only", path=self._folder, reason=error.strerror) from error
        if not _lock(handle):
            os.close(handle)
            return False
        self._handle = handle
        return True

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

    async def ask_first(self) -> None:
        """Ask the program that holds the lock to show its window.

        May raise:
        - SettingsError: `already_running` when it does not answer; somebody must look for it.
        """
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

    async def release(self) -> None:
        """Let go, as the end of the process would."""
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()
            self._server = None
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _nothing() -> None:
    """There is no window yet."""


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
