"""A look at a printer without printing: for the doctor as a command and as a screen."""

from __future__ import annotations

import asyncio
import os
import socket
from pathlib import Path
from typing import Final

from pos_app.domain.errors import SettingsError
from pos_app.printing.choice import PrinterKind, parse_printer
from pos_app.printing.system import list_printers

_PRINTER_S: Final = 3.0


async def printer_problem(spec: str) -> str:
    """What is wrong, as `doctor.PRINTER_PROBLEMS` names it; empty when nothing is, or no printer.

    May raise:
    - SettingsError: `bad_printer`.
    """
    if not spec:
        return ""
    choice = parse_printer(spec)
    if choice.kind is PrinterKind.PDF:
        return await asyncio.to_thread(_folder_problem, choice.target)
    if choice.kind is PrinterKind.SYSTEM:
        return "" if choice.target in await list_printers() else "not_known"
    return await asyncio.to_thread(_escpos_problem, choice.target, choice.port)


async def printer_problem_now(spec: str) -> str:
    """The same for a running till, whose printer has been opened with this text before."""
    try:
        return await printer_problem(spec)
    except SettingsError:
        return "not_known"


def _folder_problem(target: str) -> str:
    folder = Path(target).expanduser().absolute()
    existing = next((path for path in (folder, *folder.parents) if path.exists()), folder)
    if not existing.is_dir():
        return "not_a_folder"
    return "" if os.access(existing, os.W_OK | os.X_OK) else "not_writable"


def _escpos_problem(host: str, port: int) -> str:
    try:
        socket.create_connection((host, port), timeout=_PRINTER_S).close()
    except OSError:
        return "no_answer"
    return ""
