"""Blocks onto a paper: every block becomes strips of a known height and place.

Nothing is cut and nothing runs over the edge: text wraps, tokens break, marks were chosen to fit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from math import floor
from typing import Any, Final

from pos_app.printing.blocks import (
    Band,
    Beside,
    Block,
    CodeText,
    Framed,
    Gap,
    Linear,
    Pages,
    Pairs,
    Rule,
    Ruler,
    Square,
    Sums,
    Text,
    Token,
)
from pos_app.printing.column import Column
from pos_app.printing.drawing import draw_gap, draw_linear, draw_rule, draw_ruler, draw_square
from pos_app.printing.paper import DOT, MM
from pos_app.printing.setting import (
    set_band,
    set_code,
    set_pairs,
    set_sums,
    set_text,
    set_token,
)
from pos_app.printing.strips import Boxes, Picture, Strip, merge


def lay_out(blocks: Iterable[Block], column: Column) -> list[Strip]:
    """All strips of the blocks, top to bottom."""
    return [strip for block in blocks for strip in _LAY[type(block)](block, column)]


def _framed(block: Framed, column: Column) -> list[Strip]:
    line, inside = 3, round(1.6 * MM)
    edge = Boxes(((column.x, 0, column.width, line),))
    strips = [
        Strip(line + inside, (edge,), keep=True),
        *lay_out(block.blocks, column.inset(line + inside)),
        Strip(line + inside, (edge.moved(inside),)),
    ]
    return [_with_sides(strip, column, line) for strip in strips]


def _with_sides(strip: Strip, column: Column, line: int) -> Strip:
    right = column.x + column.width - line
    sides = Boxes(((column.x, 0, line, strip.height), (right, 0, line, strip.height)))
    return replace(strip, marks=(sides, *strip.marks))


def _beside(block: Beside, column: Column) -> list[Strip]:
    right = column.sheet.aside
    if not right:
        return lay_out(block.narrow, column)
    left = replace(column, width=column.sheet.main)
    aside = replace(column, x=column.x + column.width - right, width=right)
    return [merge(lay_out(block.left, left), lay_out(block.right, aside))]


def _pages(block: Pages, column: Column) -> list[Strip]:
    # PDFium only comes with the first PDF from outside.
    from pos_app.printing.voucher import page_pictures

    strips = []
    for width, height, image in page_pictures(block.pdf, column.sheet, _page_room(column)):
        x = column.x + max(0, (column.width - width) // 2)
        clear = ((x, 0, width, height),)
        strips.append(Strip(height, (Picture(x, 0, width, height, image),), clear=clear))
    return strips


def _page_room(column: Column) -> int:
    """What a picture may take: a page of A4 with its band, on a roll half a metre."""
    height = column.sheet.height_pt
    return _ROLL_MOST if height is None else floor(height / DOT) - _AROUND


_ROLL_MOST: Final = round(600 * MM)
_AROUND: Final = round(52 * MM)
_LAY: Final[dict[type, Callable[[Any, Column], list[Strip]]]] = {
    Text: set_text,
    Token: set_token,
    CodeText: set_code,
    Pairs: set_pairs,
    Sums: set_sums,
    Band: set_band,
    Rule: draw_rule,
    Gap: draw_gap,
    Linear: draw_linear,
    Square: draw_square,
    Ruler: draw_ruler,
    Pages: _pages,
    Framed: _framed,
    Beside: _beside,
}
