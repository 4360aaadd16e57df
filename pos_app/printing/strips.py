"""A slip measured out: strips of marks in whole dots, ready for any page and any device.

y runs down from the top of a strip, x right from the left edge of the paper.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from pos_app.printing.fonts import Face

if TYPE_CHECKING:
    from PIL.Image import Image

Rect: TypeAlias = tuple[int, int, int, int]  # x, y, width, height


@dataclass(frozen=True, slots=True)
class Words:
    """One run of text on a baseline."""

    x: int
    baseline: int
    text: str
    face: Face
    size: float
    white: bool = False

    def moved(self, down: int) -> Words:
        """The same, further down."""
        return replace(self, baseline=self.baseline + down)


@dataclass(frozen=True, slots=True)
class Boxes:
    """Black rectangles, drawn as one path; `crisp` ones are bars and modules to be scanned."""

    rects: tuple[Rect, ...]
    crisp: bool = False

    def moved(self, down: int) -> Boxes:
        """The same, further down."""
        return replace(self, rects=tuple((x, y + down, w, h) for x, y, w, h in self.rects))


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of `width` by `height` dots; `image` may be finer than that."""

    x: int
    y: int
    width: int
    height: int
    image: Image = field(repr=False)

    def moved(self, down: int) -> Picture:
        """The same, further down."""
        return replace(self, y=self.y + down)


Mark: TypeAlias = Words | Boxes | Picture


@dataclass(frozen=True, slots=True)
class Strip:
    """A piece of the slip that no page break may cut.

    Attributes:
        height: In dots.
        marks: What is drawn, relative to the strip's top.
        keep: It must stay on the page of the strip that follows.
        clear: Parts of the strip (x, width) that no watermark may touch.
    """

    height: int
    marks: tuple[Mark, ...] = ()
    keep: bool = False
    clear: tuple[Rect, ...] = ()


def merge(strips: list[Strip], others: list[Strip]) -> Strip:
    """Two columns as one strip; they stand beside each other already."""
    marks: list[Mark] = []
    clear: list[Rect] = []
    tops = []
    for column in (strips, others):
        top = 0
        for strip in column:
            marks += [mark.moved(top) for mark in strip.marks]
            clear += [(x, y + top, w, h) for x, y, w, h in strip.clear]
            top += strip.height
        tops.append(top)
    return Strip(max(tops), tuple(marks), clear=tuple(clear))
