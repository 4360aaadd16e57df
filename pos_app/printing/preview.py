"""A slip as a picture for the window, dot for dot what a receipt printer would print."""

from __future__ import annotations

import asyncio
import io

from pos_app.domain.errors import PrinterError, RefusedError
from pos_app.domain.slip import Paper, SlipDocument


async def preview_png(document: SlipDocument, paper: Paper = Paper.ROLL_80) -> bytes:
    """The printable part of a slip as PNG, drawn in a worker thread.

    Of A4 it shows the column of type without page breaks.

    May raise:
    - PrinterError: `failed` for an issuer's PDF that can't be drawn.
    """
    return await asyncio.to_thread(_draw, document, paper)


def _draw(document: SlipDocument, paper: Paper) -> bytes:
    from pos_app.printing.raster import render_raster

    out = io.BytesIO()
    render_raster(document, paper).save(out, "PNG", dpi=(203, 203))
    return out.getvalue()


async def check_voucher(pdf: bytes) -> int:
    """How many pages an issuer's PDF has, once each could be drawn; in a worker thread.

    May raise:
    - RefusedError: `voucher_no_pdf`.
    """
    return await asyncio.to_thread(_count, pdf)


def _count(pdf: bytes) -> int:
    from pos_app.printing.voucher import count_pages

    try:
        return count_pages(pdf)
    except PrinterError as error:
        raise RefusedError("voucher_no_pdf") from error
