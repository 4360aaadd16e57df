"""Strips into PDF: pure, the same bytes for the same slip, nothing opened but our own fonts.

Import it late: it brings reportlab and segno, which the first window must not wait for.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import ceil
from threading import Lock
from typing import Final

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pos_app import __version__
from pos_app.domain.slip import Paper, SlipDocument
from pos_app.printing.column import Column
from pos_app.printing.compose import compose, title
from pos_app.printing.flow import lay_out
from pos_app.printing.fonts import Face, metrics
from pos_app.printing.paper import DOT, MM, SHEETS, Sheet
from pos_app.printing.strips import Boxes, Picture, Strip, Words
from pos_app.printing.texts import say

_PT_PER_MM: Final = 72 / 25.4
_TOP: Final = round(4 * MM)
_BOTTOM: Final = round(6 * MM)
_PAGE_TOP: Final = round(18 * MM)
# A rectangle's edges lie this much inside its dots, so that rounding can't blacken a dot more.
_INSIDE: Final = 0.04
_WATERMARK_EVERY: Final = round(46 * MM)
_WATERMARK_GREY: Final = 0.8
_WATERMARK_MOST: Final = 34
# reportlab's table of faces is the process's; two slips at once would share its page state.
_ONE_AT_A_TIME: Final = Lock()


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished PDF and the size of its first page."""

    content: bytes = field(repr=False)
    width_mm: float
    height_mm: float


def render_pdf(document: SlipDocument, paper: Paper = Paper.ROLL_80) -> bytes:
    """The slip as PDF. Takes some 20 ms: call it in a worker thread."""
    return render(document, paper).content


def render(document: SlipDocument, paper: Paper) -> Rendered:
    """The slip as PDF with its size; a roll's page is as long as its slip, A4 has pages."""
    sheet = SHEETS[paper]
    with _ONE_AT_A_TIME:
        strips = lay_out(compose(document, sheet), Column.of(sheet))
        pages = _pages(strips, sheet)
        height = _page_height(pages[0], sheet)
        content = _draw(document, sheet, pages)
    return Rendered(content, sheet.width_pt / _PT_PER_MM, height / _PT_PER_MM)


def _page_height(strips: list[Strip], sheet: Sheet) -> float:
    if sheet.height_pt is not None:
        return sheet.height_pt
    return (_TOP + sum(strip.height for strip in strips) + _BOTTOM) * DOT


def _pages(strips: list[Strip], sheet: Sheet) -> list[list[Strip]]:
    """Strips by page; strips that keep together move to the next page together."""
    if sheet.height_pt is None:
        return [strips]
    room = int(sheet.height_pt / DOT) - 2 * _PAGE_TOP
    pages: list[list[Strip]] = [[]]
    used = 0
    for group in _kept_together(strips):
        height = sum(strip.height for strip in group)
        if pages[-1] and used + height > room:
            pages.append([])
            used = 0
        for strip in group:  # a group higher than a page is cut between its strips
            if pages[-1] and used + strip.height > room:
                pages.append([])
                used = 0
            pages[-1].append(strip)
            used += strip.height
    return pages


def _kept_together(strips: list[Strip]) -> Iterable[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.keep:
            yield group
            group = []
    if group:
        yield group


def _draw(document: SlipDocument, sheet: Sheet, pages: list[list[Strip]]) -> bytes:
    head = document.head
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, lang=head.language.value, pageCompression=1)
    canvas.setTitle(title(document))
    canvas.setAuthor(head.store)
    canvas.setCreator(f"gift card till {__version__}")
    canvas.setProducer(f"gift card till {__version__}")
    canvas.setSubject("")
    watermark = say(head.language, "training") if head.training else ""
    for number, strips in enumerate(pages, start=1):
        top = _TOP if sheet.height_pt is None else _PAGE_TOP
        height = _page_height(strips, sheet)
        canvas.setPageSize((sheet.width_pt, height))
        if watermark:
            _draw_watermark(canvas, sheet, height, watermark)
        _draw_strips(canvas, strips, top, height)
        if len(pages) > 1:
            _draw_page_number(canvas, sheet, f"{document.name} · {number}/{len(pages)}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw_page_number(canvas: Canvas, sheet: Sheet, words: str) -> None:
    """Loose pages must find together again."""
    metrics(Face.REGULAR)
    canvas.setFont(Face.REGULAR.value, sheet.sizes["small"])
    right = (sheet.margin + sheet.content) * DOT
    canvas.drawRightString(right, _PAGE_TOP * DOT / 2, words)


def _draw_watermark(canvas: Canvas, sheet: Sheet, height: float, words: str) -> None:
    """Grey words across the page, below everything."""
    size = min(sheet.width_pt / 11, _WATERMARK_MOST)
    metrics(Face.BOLD)
    canvas.saveState()
    canvas.setFillGray(_WATERMARK_GREY)
    canvas.setFont(Face.BOLD.value, size)
    for row in range(ceil(height / DOT / _WATERMARK_EVERY)):
        canvas.saveState()
        canvas.translate(sheet.width_pt / 2, height - (row + 0.5) * _WATERMARK_EVERY * DOT)
        canvas.rotate(28)
        canvas.drawCentredString(0, -size / 3, words)
        canvas.restoreState()
    canvas.restoreState()


def _draw_strips(canvas: Canvas, strips: list[Strip], top: int, height: float) -> None:
    for strip in strips:
        if strip.clear:
            canvas.setFillGray(1)
            _fill(canvas, Boxes(strip.clear), top, height)
            canvas.setFillGray(0)
        for mark in strip.marks:
            if isinstance(mark, Words):
                _write(canvas, mark, top, height)
            elif isinstance(mark, Picture):
                _show(canvas, mark, top, height)
            else:
                _fill(canvas, mark, top, height)
        top += strip.height


def _write(canvas: Canvas, words: Words, top: int, height: float) -> None:
    if words.white:
        canvas.setFillGray(1)
    canvas.setFont(words.face.value, words.size)
    canvas.drawString(words.x * DOT, height - (top + words.baseline) * DOT, words.text)
    if words.white:
        canvas.setFillGray(0)


def _show(canvas: Canvas, picture: Picture, top: int, height: float) -> None:
    below = height - (top + picture.y + picture.height) * DOT
    size = (picture.width * DOT, picture.height * DOT)
    canvas.drawImage(ImageReader(picture.image), picture.x * DOT, below, *size)


def _fill(canvas: Canvas, boxes: Boxes, top: int, height: float) -> None:
    """Rectangles in dots as one path; reportlab's own path objects would cost half the slip."""
    inside = _INSIDE if boxes.crisp else 0
    less = 2 * inside
    path = " ".join(
        f"{x + inside:.9g} {top + y + inside:.9g} {w - less:.9g} {h - less:.9g} re"
        for x, y, w, h in boxes.rects
    )
    # From here on a unit is a dot, and y runs down from the top of the page.
    canvas.addLiteral(f"q {DOT:.6f} 0 0 {-DOT:.6f} 0 {height:.6f} cm {path} f Q")
