"""Keeps tests on this computer: any other address is refused and remembered."""

from __future__ import annotations

import ipaddress
import socket
import sys
from typing import Final

blocked: Final[list[str]] = []
"""Addresses that were tried since the last look; a test that leaves some here fails."""

_CONNECTS: Final = {"socket.connect", "socket.sendto", "socket.sendmsg"}
_LOOKUPS: Final = {"socket.getaddrinfo", "socket.gethostbyname"}


def block_network() -> None:
    """Refuse connections and look-ups beyond loopback, for the rest of this process.

    Names that end in `.invalid` fail as a name server without an answer would, so that tests
    can have that without a name server.
    """
    sys.addaudithook(_hook)


def _hook(event: str, args: tuple[object, ...]) -> None:
    if event in _CONNECTS:
        address = args[1]
        if isinstance(address, tuple) and not _is_local(address[0]):
            _refuse(str(address))
    elif event in _LOOKUPS:
        host = args[0].decode("ascii", "replace") if isinstance(args[0], bytes) else args[0]
        if isinstance(host, str) and host.endswith(".invalid"):
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        if not _is_local(host):
            _refuse(str(host))


def _is_local(host: object) -> bool:
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host is None or host in {"", "localhost"}:
        return True
    try:
        return ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        return False


def _refuse(address: str) -> None:
    blocked.append(address)
    text = f"tests stay on this computer, not {address}"
    raise ConnectionRefusedError(text)
