"""Breaking text into lines. Running text may lose the space at a break; tokens lose nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

Measure = Callable[[str], float]

_GOOD_ENDS: Final = "/&?=-._~:"
_LEAST_FILL: Final = 0.6  # a link breaks behind a sign only where the line is this full


def wrap(text: str, width: float, measure: Measure) -> list[str]:
    """Lines of running text, each at most `width` wide; words wider than that are broken."""
    lines: list[str] = []
    space = measure(" ")
    for paragraph in text.split("\n"):
        line, used = "", 0.0
        for word in paragraph.split(" "):
            size = measure(word)
            if line and used + space + size <= width:
                line, used = f"{line} {word}", used + space + size
                continue
            if line:
                lines.append(line)
            *full, line = wrap_exact(word, width, measure) if size > width else [word]
            lines += full
            used = measure(line)
        lines.append(line)
    return lines


def wrap_exact(token: str, width: float, measure: Measure) -> list[str]:
    """Pieces of a token, each at most `width` wide (but at least one sign); joined, the token."""
    pieces: list[str] = []
    rest = token
    while rest:
        fit = max(1, _fitting(rest, width, measure))
        if fit < len(rest):
            fit = _better_cut(rest, fit)
        pieces.append(rest[:fit])
        rest = rest[fit:]
    return pieces or [""]


def _fitting(text: str, width: float, measure: Measure) -> int:
    used = 0.0
    for count, sign in enumerate(text):
        used += measure(sign)
        if used > width:
            return count
    return len(text)


def _better_cut(text: str, fit: int) -> int:
    for cut in range(fit, int(fit * _LEAST_FILL), -1):
        if text[cut - 1] in _GOOD_ENDS:
            return cut
    return fit


def pack(groups: Sequence[str], most: int) -> list[list[str]]:
    """Groups of a code on lines of at most `most` signs; a group longer than a line is cut."""
    lines: list[list[str]] = [[]]
    for piece in _cut(groups, most):
        if lines[-1] and sum(map(len, lines[-1])) + len(piece) > most:
            lines.append([])
        lines[-1].append(piece)
    return lines


def _cut(groups: Sequence[str], most: int) -> Iterator[str]:
    for group in groups:
        for start in range(0, len(group), most):
            yield group[start : start + most]
