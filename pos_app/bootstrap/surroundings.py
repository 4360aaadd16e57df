"""The real clock, keys and printers."""

from __future__ import annotations

import asyncio
import sys
import time
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime

from pos_app.domain.errors import PrinterError
from pos_app.domain.slip import Paper, SlipDocument
from pos_app.ports import ReceiptPrinter
from pos_app.printing.choice import parse_printer
from pos_app.printing.printers import open_printer
from pos_app.printing.system import list_printers


class SystemClock:
    """The computer's own time."""

    def now(self) -> datetime:
        """Aware, UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that never go back; while the computer sleeps they go on."""
        if sys.platform == "win32":
            return time.monotonic()
        return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))

    async def sleep(self, seconds: float) -> None:
        """Wait; cancellable."""
        await asyncio.sleep(seconds)


class UuidKeys:
    """Idempotency keys from the operating system's randomness."""

    def new_key(self) -> str:
        """A fresh UUID4."""
        return str(uuid.uuid4())


def local_time(moment: datetime) -> datetime:
    """The shop's time by the computer's time zone, for paper."""
    return moment.astimezone()


class NoPrinter:
    """Stands in until a printer is chosen: says so, prints nothing."""

    name = ""

    async def print_document(self, document: SlipDocument, name: str) -> None:
        """Refuse, so that the slip stays due.

        May raise:
        - PrinterError: `no_printer`, always.
        """
        raise PrinterError("no_printer", document=type(document).__name__, name=name)


class SystemPrinters:
    """The port `Printers`."""

    async def names(self) -> Sequence[str]:
        """The operating system's queues."""
        return await list_printers()

    def open(self, spec: str, paper: str) -> ReceiptPrinter:
        """A printer by its specification; an empty one is no printer.

        May raise:
        - SettingsError: `bad_printer`.
        """
        if not spec:
            return NoPrinter()
        return open_printer(parse_printer(spec), Paper(paper))
