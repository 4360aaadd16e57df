"""A slip as a picture for the window, dot for dot what a receipt printer would print."""

from __future__ import annotations

import asyncio
import io

from pos_app.domain.slip import Paper, SlipDocument


async def preview_png(document: SlipDocument, paper: Paper = Paper.ROLL_80) -> bytes:
    """The printable part of a slip as PNG, drawn in a worker thread.

    Of A4 it shows the column of type without page breaks.
    """
    return await asyncio.to_thread(_draw, document, paper)


def _draw(document: SlipDocument, paper: Paper) -> bytes:
    from pos_app.printing.raster import render_raster

    out = io.BytesIO()
    render_raster(document, paper).save(out, "PNG", dpi=(203, 203))
    return out.getvalue()
