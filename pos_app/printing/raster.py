"""Strips as a black-and-white picture, dot for dot, for printers that take pictures.

Import it late, like `pdf`.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from PIL import Image, ImageChops, ImageDraw, ImageFont

from pos_app.domain.slip import Paper, SlipDocument
from pos_app.printing.column import Column
from pos_app.printing.compose import compose
from pos_app.printing.flow import lay_out
from pos_app.printing.fonts import Face, metrics
from pos_app.printing.paper import DOT, MM, SHEETS
from pos_app.printing.strips import Picture, Strip, Words
from pos_app.printing.texts import say
from pos_app.resources import resource_path

_WHITE, _BLACK = 1, 0
_EDGE: Final = round(2 * MM)
_WATERMARK_EVERY: Final = round(46 * MM)
_WATERMARK_DOTS: Final = 5  # every fifth dot is black: grey to the eye, nothing to a scanner


def render_raster(document: SlipDocument, paper: Paper = Paper.ROLL_80) -> Image.Image:
    """The printable part of a slip in one-bit dots of a 203 dpi head, as one long picture."""
    sheet = SHEETS[paper]
    strips = lay_out(compose(document, sheet), Column(sheet, 0, sheet.content))
    height = 2 * _EDGE + sum(strip.height for strip in strips)
    picture = Image.new("1", (sheet.content, height), _WHITE)
    if document.head.training:
        _watermark(picture, say(document.head.language, "training"))
    top = _EDGE
    for strip in strips:
        _draw_strip(picture, strip, top)
        top += strip.height
    return picture


def _draw_strip(picture: Image.Image, strip: Strip, top: int) -> None:
    draw = ImageDraw.Draw(picture)
    draw.fontmode = "1"
    for x, y, width, height in strip.clear:
        draw.rectangle((x, top + y, x + width - 1, top + y + height - 1), fill=_WHITE)
    for mark in strip.marks:
        if isinstance(mark, Words):
            _write(draw, mark, top)
            continue
        if isinstance(mark, Picture):
            _paste(picture, mark, top)
            continue
        for x, y, width, height in mark.rects:
            draw.rectangle((x, top + y, x + width - 1, top + y + height - 1), fill=_BLACK)


def _write(draw: ImageDraw.ImageDraw, words: Words, top: int) -> None:
    """Sign by sign where the line was measured: in whole dots a word would grow over the edge."""
    colour = _WHITE if words.white else _BLACK
    font, shape = _font(words.face, words.size), metrics(words.face)
    left = float(words.x)
    for sign in words.text:
        place = (round(left), top + words.baseline)
        draw.text(place, sign, colour, font, anchor="ls")
        left += shape.width(sign, words.size)


def _paste(picture: Image.Image, mark: Picture, top: int) -> None:
    image = mark.image
    if image.size != (mark.width, mark.height):
        image = image.resize((mark.width, mark.height))
    picture.paste(image.convert("1"), (mark.x, top + mark.y))


@cache
def _font(face: Face, size: float) -> ImageFont.FreeTypeFont:
    path = resource_path("fonts", f"{face.value}.ttf")
    # Basic layout: each sign is drawn alone, nothing is there to be shaped.
    return ImageFont.truetype(str(path), size / DOT, layout_engine=ImageFont.Layout.BASIC)


def _watermark(picture: Image.Image, words: str) -> None:
    """Dotted words across the whole slip, below everything."""
    width, height = picture.size
    font = _font(Face.BOLD, width * DOT / 12)
    stencil = Image.new("1", (width, _WATERMARK_EVERY), 0)
    draw = ImageDraw.Draw(stencil)
    draw.text((width / 2, _WATERMARK_EVERY / 2), words, 1, font, anchor="mm")
    dotted = ImageChops.logical_and(stencil.rotate(24), _screen(stencil.size))
    for top in range(0, height, _WATERMARK_EVERY):
        picture.paste(_BLACK, (0, top), dotted)


def _screen(size: tuple[int, int]) -> Image.Image:
    """Every fifth dot set, shifted from row to row."""
    width, height = size
    row_bytes = (width + 7) // 8
    rows = []
    for y in range(height):
        dots = "".join(
            "1" if (x + 2 * y) % _WATERMARK_DOTS == 0 else "0" for x in range(_WATERMARK_DOTS)
        )
        bits = (dots * (row_bytes * 8 // _WATERMARK_DOTS + 1))[: row_bytes * 8]
        rows.append(int(bits, 2).to_bytes(row_bytes, "big"))
    return Image.frombytes("1", size, b"".join(rows))
