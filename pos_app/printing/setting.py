"""Type on paper: running text, links, codes, pairs, sums and bands as strips."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor
from typing import Final

from pos_app.domain.slip import group_code
from pos_app.printing.blocks import Align, Band, CodeText, Pairs, Sums, Text, Token
from pos_app.printing.column import Column, Style
from pos_app.printing.fonts import Face
from pos_app.printing.paper import DOT, MM
from pos_app.printing.strips import Boxes, Rect, Strip, Words
from pos_app.printing.wrap import pack, wrap, wrap_exact

_CODE_STEP: Final = 0.5
_CODE_LINES: Final = 2  # a code shrinks until it takes this many lines, then it takes more
_GAP: Final = round(2.4 * MM)
_MOST_LABEL: Final = 0.46  # of the width: a longer label wraps


def set_text(block: Text, column: Column) -> list[Strip]:
    """Running text, line by line."""
    style = Style(block.face, column.sheet.sizes[block.size])
    strips = []
    for line in wrap(block.text, column.width, style.measure):
        words = style.words(line, style.start(line, column, block.align))
        strips.append(Strip(style.height, (words,) if line else (), keep=block.keep))
    return strips


def set_token(block: Token, column: Column) -> list[Strip]:
    """A link on as many lines as it needs; they stay on one page."""
    style = Style(Face.MONO, column.sheet.sizes[block.size])
    pieces = wrap_exact(block.text, column.width, style.measure)
    last = len(pieces) - 1
    return [
        Strip(style.height, (style.words(piece, column.x),), keep=number < last)
        for number, piece in enumerate(pieces)
    ]


def set_code(block: CodeText, column: Column) -> list[Strip]:
    """A code as large as it fits; groups are told by a line below each."""
    groups = group_code(block.text)
    style, lines = _fit_code(groups, block.size, column)
    underline = len(groups) > 1 and block.text.isalnum()
    strips = [_code_line(line, style, column, underline=underline) for line in lines]
    if len(lines) > 1:
        sentence = block.wrapped.format(lines=len(lines))
        strips += set_text(Text(sentence, "small"), column)
    return strips


def _fit_code(groups: tuple[str, ...], role: str, column: Column) -> tuple[Style, list[list[str]]]:
    """The largest size at which a code takes one line, or two, or as few as the least size."""
    largest, least = column.sheet.sizes[role], column.sheet.sizes["code_least"]
    size = largest
    while True:
        style = Style(Face.CODE, size)
        lines = pack(groups, floor(column.width / style.measure("0")))
        wanted = 1 if size > (largest + least) / 2 else _CODE_LINES
        if len(lines) <= wanted or size - _CODE_STEP < least:
            return style, lines
        size -= _CODE_STEP


def _code_line(groups: list[str], style: Style, column: Column, *, underline: bool) -> Strip:
    text = "".join(groups)
    words = style.words(text, column.x)
    below = words.baseline + ceil(style.size * 0.16 / DOT)
    advance = style.measure("0")
    space = round(advance * 0.14)
    rects: list[Rect] = []
    place = 0
    for group in groups if underline else ():
        left = column.x + round(place * advance) + space
        rects.append((left, below, round(len(group) * advance) - 2 * space, 2))
        place += len(group)
    height = max(style.height, below + 6) if rects else style.height
    width = min(column.width, ceil(style.measure(text)) + _GAP)
    marks = (words, Boxes(tuple(rects))) if rects else (words,)
    return Strip(height, marks, keep=True, clear=((column.x, 0, width, height),))


def set_pairs(block: Pairs, column: Column) -> list[Strip]:
    """Labels in one column as wide as the longest, values beside them."""
    size = column.sheet.sizes["strong" if block.strong else "body"]
    label = Style(Face.BOLD if block.strong else Face.REGULAR, size)
    value = Style(Face.BOLD if block.strong else Face.MEDIUM, size)
    widest = max((label.measure(text) for text, _ in block.rows), default=0)
    indent = min(ceil(widest), floor(column.width * _MOST_LABEL)) + _GAP
    strips: list[Strip] = []
    for left, right in block.rows:
        lefts = wrap(left, indent - _GAP, label.measure)
        rights = wrap(right, column.width - indent, value.measure)
        first = [label.words(text, column.x) for text in lefts]
        second = [value.words(text, column.x + indent) for text in rights]
        strips += _rows(label.height, first, second)
    return strips


def set_sums(block: Sums, column: Column) -> list[Strip]:
    """Label, count and amount; figures end at the same place, to be added up by eye."""
    size = column.sheet.sizes["body"]
    label, figure = Style(Face.REGULAR, size), Style(Face.MEDIUM, size)
    counts = max((ceil(figure.measure(count)) for _, count, _ in block.rows), default=0)
    amounts = max((ceil(figure.measure(amount)) for _, _, amount in block.rows), default=0)
    right = column.x + column.width
    strips: list[Strip] = []
    for text, count, amount in block.rows:
        lines = wrap(text, column.width - counts - amounts - 2 * _GAP, label.measure)
        words = [label.words(line, column.x) for line in lines]
        figures = [
            figure.words(count, right - amounts - _GAP - ceil(figure.measure(count))),
            figure.words(amount, right - ceil(figure.measure(amount))),
        ]
        strips += _rows(label.height, words, figures[:1], figures[1:])
    return strips


def _rows(height: int, *columns: list[Words]) -> Iterable[Strip]:
    """One strip per line of the longest column; the lines of an entry stay together."""
    count = max(map(len, columns))
    for number in range(count):
        words = tuple(column[number] for column in columns if number < len(column))
        yield Strip(height, words, keep=number < count - 1)


def set_band(block: Band, column: Column) -> list[Strip]:
    """White words on black."""
    style = Style(Face.BOLD, column.sheet.sizes["band"])
    inside = round(0.8 * MM)
    height = style.height + 2 * inside
    whole = (column.x, 0, column.width, height)
    strips = []
    for line in wrap(block.text, column.width - 2 * inside, style.measure):
        words = style.words(line, style.start(line, column, Align.CENTRE), white=True)
        marks = (Boxes((whole,)), words.moved(inside))
        strips.append(Strip(height, marks, keep=True, clear=(whole,)))
    return strips
