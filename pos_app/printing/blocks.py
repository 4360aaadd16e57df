"""What a slip is made of, top to bottom, before it meets a paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from pos_app.domain.barcodes import Bars
from pos_app.printing.fonts import Face


class Align(StrEnum):
    """Where a text stands in its column."""

    START = "start"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class Text:
    """Running text of one type size; wraps at spaces, breaks long tokens."""

    text: str
    size: str = "body"
    face: Face = Face.REGULAR
    align: Align = Align.START
    keep: bool = False  # on the same page as what follows


@dataclass(frozen=True, slots=True)
class Token:
    """A link: breaks anywhere, loses and gains no sign."""

    text: str
    size: str = "small"


@dataclass(frozen=True, slots=True)
class CodeText:
    """A code or PIN in the face made for codes, as large as it fits, grouped by lines below.

    `wrapped` is the sentence said when it takes more than one line, with a `{lines}` field.
    """

    text: str
    wrapped: str
    size: str = "code"


@dataclass(frozen=True, slots=True)
class Pairs:
    """Labels and values, aligned; a long value goes on below its beginning."""

    rows: tuple[tuple[str, str], ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Sums:
    """Rows of label, count and amount."""

    rows: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the column, with white above and below."""

    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """White space in millimetres."""

    mm: float
    keep: bool = False  # on the same page as what follows


@dataclass(frozen=True, slots=True)
class Linear:
    """A linear barcode that is known to fit, in modules of `dots`."""

    bars: Bars
    dots: int


@dataclass(frozen=True, slots=True)
class Square:
    """A QR code: its modules row by row, quiet zone not included."""

    rows: tuple[bytes, ...]

    def __repr__(self) -> str:
        """Only the size: the modules are the value."""
        return f"Square({len(self.rows)})"


@dataclass(frozen=True, slots=True)
class Framed:
    """Blocks in a frame: a warning that must not be overlooked."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """White words on a black band: copies and training."""

    text: str


@dataclass(frozen=True, slots=True)
class Beside:
    """Two columns where the paper is wide enough; `narrow` where it is not."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    narrow: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of an issuer's PDF as pictures, one below the other."""

    pdf: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Ruler:
    """A scale in millimetres."""

    length_mm: int


Block: TypeAlias = (
    Text
    | Token
    | CodeText
    | Pairs
    | Sums
    | Rule
    | Gap
    | Linear
    | Square
    | Framed
    | Band
    | Beside
    | Pages
    | Ruler
)
