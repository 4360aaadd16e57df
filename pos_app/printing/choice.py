"""Which printer a till uses, as a text in its settings. Nothing slow is imported here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pos_app.domain.errors import SettingsError

_ESCPOS_PORT: Final = 9100
_MOST_PORT: Final = 65535


class PrinterKind(StrEnum):
    """The ways onto paper."""

    PDF = "pdf"
    SYSTEM = "system"
    ESCPOS = "escpos"


@dataclass(frozen=True, slots=True)
class PrinterChoice:
    """A printer as settings and `POS_APP_PRINTER` name it; `str()` gives the text back."""

    kind: PrinterKind
    target: str
    port: int = 0

    def __str__(self) -> str:
        """The text that `parse_printer` reads."""
        if self.kind is PrinterKind.ESCPOS:
            host = f"[{self.target}]" if ":" in self.target else self.target
            return f"escpos:tcp://{host}:{self.port}"
        return f"{self.kind.value}:{self.target}"


def parse_printer(spec: str) -> PrinterChoice:
    """Read `pdf:DIR`, `system:NAME` or `escpos:tcp://HOST:PORT`.

    May raise:
    - SettingsError: `bad_printer`.
    """
    kind, _, target = spec.strip().partition(":")
    target = target.strip()
    if target and "\0" not in target:
        if kind in (PrinterKind.PDF, PrinterKind.SYSTEM):
            return PrinterChoice(PrinterKind(kind), target)
        if kind == PrinterKind.ESCPOS:
            return _parse_escpos(target, spec)
    raise SettingsError("bad_printer", text=spec)


def _parse_escpos(target: str, spec: str) -> PrinterChoice:
    address = target.removeprefix("tcp://")
    host, colon, port = address.rpartition(":")
    if not colon or (":" in host and not host.startswith("[")):
        host, port = address, str(_ESCPOS_PORT)
    host = host.removeprefix("[").removesuffix("]")
    usable = port.isascii() and port.isdigit() and 0 < int(port) <= _MOST_PORT
    if address == target or not host or not usable or any(sign in host for sign in "/@ "):
        raise SettingsError("bad_printer", text=spec)
    return PrinterChoice(PrinterKind.ESCPOS, host, int(port))
