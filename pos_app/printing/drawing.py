"""Marks on paper: rules, barcodes, square codes and the ruler as strips of rectangles."""

from __future__ import annotations

from collections.abc import Iterable

from pos_app.printing.blocks import Gap, Linear, Rule, Ruler, Square
from pos_app.printing.column import Column
from pos_app.printing.marks import QR_QUIET, module_dots
from pos_app.printing.paper import MM
from pos_app.printing.strips import Boxes, Strip


def draw_rule(block: Rule, column: Column) -> list[Strip]:
    """A line across the column."""
    white = round(1.6 * MM)
    if not block.dashed:
        return [Strip(2 * white + 2, (Boxes(((column.x, white, column.width, 2),)),))]
    dash = 8
    count = column.width // (2 * dash)
    rects = tuple(
        (column.x + place * (column.width - dash) // count, white, dash, 2)
        for place in range(count + 1)
    )
    return [Strip(2 * white + 2, (Boxes(rects),))]


def draw_gap(block: Gap, _column: Column) -> list[Strip]:
    """White space."""
    return [Strip(round(block.mm * MM), keep=block.keep)]


def draw_linear(block: Linear, column: Column) -> list[Strip]:
    """A linear barcode, its quiet zones kept clear."""
    height = column.sheet.bar_height
    white = round(1.5 * MM)
    width = block.bars.modules * block.dots
    x = start = column.x + max(0, (column.width - width) // 2)
    rects = []
    for number, run in enumerate(block.bars.runs):
        if number % 2 == 0:
            rects.append((x, white, run * block.dots, height))
        x += run * block.dots
    quiet = block.bars.quiet_left * block.dots
    clear = (max(0, start - quiet), 0, width + 2 * quiet, height + 2 * white)
    return [Strip(height + 2 * white, (Boxes(tuple(rects), crisp=True),), clear=(clear,))]


def draw_square(block: Square, column: Column) -> list[Strip]:
    """A square code, its quiet zone kept clear."""
    modules = len(block.rows)
    dots = module_dots(modules, column.sheet, column.width)
    side = (modules + 2 * QR_QUIET) * dots
    start = column.x + max(0, (column.width - side) // 2)
    x, y = start + QR_QUIET * dots, QR_QUIET * dots
    rects = tuple(
        (x + first * dots, y + row * dots, count * dots, dots)
        for row, cells in enumerate(block.rows)
        for first, count in _black_runs(cells)
    )
    return [Strip(side, (Boxes(rects, crisp=True),), clear=((start, 0, side, side),))]


def _black_runs(cells: bytes) -> Iterable[tuple[int, int]]:
    """Begin and length of each run of black modules in a row."""
    place = cells.find(1)
    while place >= 0:
        end = cells.find(0, place)
        end = len(cells) if end < 0 else end
        yield place, end - place
        place = cells.find(1, end)


def draw_ruler(block: Ruler, column: Column) -> list[Strip]:
    """A scale with a line every millimetre."""
    rects = [(column.x, round(5 * MM), round(block.length_mm * MM), 2)]
    for place in range(block.length_mm + 1):
        tall = 5 if place % 10 == 0 else 3 if place % 5 == 0 else 1.6
        height = round(tall * MM)
        rects.append((column.x + round(place * MM), round(5 * MM) - height, 2, height))
    return [Strip(round(6 * MM), (Boxes(tuple(rects), crisp=True),))]
