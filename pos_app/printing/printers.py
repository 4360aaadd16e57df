"""The adapter for a chosen printer. Nothing slow is imported here."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from pos_app.domain.slip import Paper, SlipHead, TestPage
from pos_app.ports import ReceiptPrinter
from pos_app.printing.choice import PrinterChoice, PrinterKind
from pos_app.printing.escpos import EscposPrinter
from pos_app.printing.pdf_folder import PdfFolderPrinter
from pos_app.printing.system import SystemPrinter


def open_printer(choice: PrinterChoice, paper: Paper = Paper.ROLL_80) -> ReceiptPrinter:
    """The adapter for a choice; nothing is touched before the first slip."""
    if choice.kind is PrinterKind.PDF:
        return PdfFolderPrinter(Path(choice.target), paper)
    if choice.kind is PrinterKind.SYSTEM:
        return SystemPrinter(choice.target, paper)
    return EscposPrinter(choice.target, choice.port, paper)


def warm_up() -> None:
    """Load what draws slips by drawing one for nobody: the first real one is as fast as others.

    It takes half a second, so call it in a thread.
    """
    from pos_app.printing.pdf import render_pdf
    from pos_app.printing.raster import render_raster

    nobody = SlipHead(store="-", till="-", cashier="-", printed_at=datetime.now(UTC))
    page = TestPage(head=nobody, printer="-")
    render_pdf(page)
    render_raster(page)
