"""Every slip as it was last looked at: a change of any mark or word must be looked at again.

The golden files hold the measured-out slip as text: place, size and words of every mark. After a
wanted change: `RENEW_GOLDEN=1 pytest tests/unit/printing/test_golden.py`, then look at the
pictures of `tests/unit/printing/pictures.py` before committing.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from pos_app.domain.money import Language
from pos_app.domain.slip import Paper, SlipDocument
from pos_app.printing.column import Column
from pos_app.printing.compose import compose
from pos_app.printing.flow import lay_out
from pos_app.printing.paper import SHEETS
from pos_app.printing.strips import Mark, Picture, Words
from tests.unit.printing.samples import documents

GOLDEN = Path(__file__).parents[2] / "golden" / "slips"
_RENEW = os.environ.get("RENEW_GOLDEN") == "1"


def measured(document: SlipDocument, paper: Paper) -> str:
    """A slip as text: a line per mark, in drawing order."""
    sheet = SHEETS[paper]
    lines = []
    top = 0
    for strip in lay_out(compose(document, sheet), Column.of(sheet)):
        lines += [_mark(mark, top) for mark in strip.marks]
        top += strip.height
    return "\n".join([*lines, f"length {top}", ""])


def _mark(mark: Mark, top: int) -> str:
    if isinstance(mark, Words):
        colour = " white" if mark.white else ""
        place = f"{mark.x:4} {top + mark.baseline:5}"
        return f"{place} {mark.face.value} {mark.size:g}{colour} | {mark.text}"
    if isinstance(mark, Picture):
        return f"{mark.x:4} {top + mark.y:5} picture {mark.width}x{mark.height} {mark.image.mode}"
    left, right = min(r[0] for r in mark.rects), max(r[0] + r[2] for r in mark.rects)
    if not mark.crisp and len(mark.rects) == 1:
        x, y, width, height = mark.rects[0]
        return f"{x:4} {top + y:5} box {width}x{height}"
    digest = sha256(repr(mark.rects).encode()).hexdigest()[:12]
    kind = "marks" if mark.crisp else "boxes"
    return f"{left:4} {top:5} {kind} {len(mark.rects)} to {right} {digest}"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("name", sorted(documents(Language.EN)))
def test_slips_look_as_they_did(name: str, paper: Paper, language: Language) -> None:
    """Not one mark has moved since somebody looked at the slips."""
    golden = GOLDEN / f"{name}-{paper.value}-{language.value}.txt"
    shown = measured(documents(language)[name], paper)
    if _RENEW:
        golden.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == golden.read_text(encoding="utf-8")


def test_no_golden_slip_is_left_over() -> None:
    """Each golden file belongs to a slip."""
    expected = {
        f"{name}-{paper.value}-{language.value}.txt"
        for name in documents(Language.EN)
        for paper in Paper
        for language in Language
    }
    assert {path.name for path in GOLDEN.glob("*.txt")} == expected
