"""The issuer's own PDF on our paper."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from pos_app.domain.errors import PrinterError, RefusedError
from pos_app.domain.money import Language
from pos_app.domain.slip import BrandVoucher, Paper
from pos_app.printing.paper import SHEETS
from pos_app.printing.pdf import render_pdf
from pos_app.printing.preview import check_voucher, preview_png
from pos_app.printing.raster import render_raster
from pos_app.printing.voucher import MOST_PAGES, page_pictures
from tests.unit.printing.reading import scan, scan_slip, text_of
from tests.unit.printing.samples import LIGHT, head, line
from tests.unit.printing.vouchers import CODE, issuers_pdf

BARS = ("CODE-128", CODE.replace("-", ""))


def voucher(pdf: bytes, *, copy: int = 0, training: bool = False) -> BrandVoucher:
    """A voucher as a document of this till."""
    top = head(training=training)
    return BrandVoucher(head=top, line=line(), card=LIGHT, pdf=pdf, copy=copy)


@pytest.mark.parametrize("paper", Paper)
def test_its_card_scans_from_our_paper(paper: Paper, tmp_path: Path) -> None:
    """The issuer's bars may be too fine for a roll, so our own mark stands above them."""
    assert ("CODE-128", CODE) in scan_slip(render_pdf(voucher(issuers_pdf()), paper), tmp_path)


@pytest.mark.parametrize("paper", [Paper.ROLL_58, Paper.ROLL_80])
def test_its_card_scans_from_a_receipt_printer(paper: Paper, tmp_path: Path) -> None:
    """The same in the raster for ESC/POS; on 80 mm the issuer's own bars scan as well."""
    target = tmp_path / "slip.png"
    render_raster(voucher(issuers_pdf()), paper).save(target)
    expected = {("CODE-128", CODE)} | ({BARS} if paper is Paper.ROLL_80 else set())
    assert expected <= scan(target)


def test_the_issuers_bars_scan_from_a4(tmp_path: Path) -> None:
    """A sheet has room for them at their own size."""
    assert BARS in scan_slip(render_pdf(voucher(issuers_pdf()), Paper.A4), tmp_path)


@pytest.mark.parametrize("paper", Paper)
def test_our_words_stand_beside_it(paper: Paper) -> None:
    """Copy, warning, no till receipt, number; in training the band above and below."""
    text = text_of(render_pdf(voucher(issuers_pdf(), copy=2, training=True), paper))
    for words in ("COPY 2", "4711", "Beware of scams", "not a till receipt", "T1-000042-2"):
        assert words in text
    assert "multi-purpose voucher" in text.replace("\n", " ")
    assert text.count("TRAINING - no value") >= 3


def test_pages_fit_the_paper() -> None:
    """A roll is filled; A4 enlarges nothing, and shrinks what is too high; two sheets at most."""
    wide = SHEETS[Paper.A4]
    ((width, height, _),) = page_pictures(issuers_pdf(), wide, 1500)
    assert height == 1500
    assert width < wide.content
    ((width, _, picture),) = page_pictures(issuers_pdf(size=(200, 100)), wide, 1500)
    assert width == round(200 * 203 / 72)
    assert picture.size[0] > width
    roll = SHEETS[Paper.ROLL_58]
    ((width, _, picture),) = page_pictures(issuers_pdf(size=(200, 100)), roll, 4000)
    assert (width, picture.mode) == (roll.content, "1")
    pages = PdfReader(
        io.BytesIO(render_pdf(voucher(issuers_pdf(), training=True), Paper.A4))
    ).pages
    assert len(pages) == 2


def test_every_page_comes_out() -> None:
    """Also several of them."""
    one, three = (render_raster(voucher(issuers_pdf(count))).height for count in (1, 3))
    assert three > 2 * one - 800


@pytest.mark.parametrize(
    "pdf",
    [
        b"",
        b"%PDF-1.7 nonsense",
        issuers_pdf()[:900],
        issuers_pdf(MOST_PAGES + 1),
        issuers_pdf(size=(5000, 5000)),
        issuers_pdf(size=(8, 8)),
    ],
    ids=["nothing", "nonsense", "cut", "many", "huge", "tiny"],
)
async def test_what_is_no_voucher_is_refused(pdf: bytes) -> None:
    """Damaged, endless or outsized: said before printing, and by the printer too."""
    with pytest.raises(RefusedError, match="voucher_no_pdf"):
        await check_voucher(pdf)
    with pytest.raises(PrinterError, match="failed"):
        render_pdf(voucher(pdf))


async def test_a_good_one_is_counted_and_shown() -> None:
    """Pages are counted; the preview is the slip as it would be printed."""
    assert await check_voucher(issuers_pdf(2)) == 2
    shown = await preview_png(voucher(issuers_pdf()), Paper.ROLL_80)
    assert Image.open(io.BytesIO(shown)).size[0] == SHEETS[Paper.ROLL_80].content


def test_german_words() -> None:
    """Its head speaks the slip's language."""
    german = replace(voucher(issuers_pdf()), head=head(Language.DE))
    assert "Es folgt der Gutschein von Bücherwelt selbst" in text_of(render_pdf(german))


_TRACED = """
import os
from pos_app.domain.slip import Paper
from pos_app.printing.paper import SHEETS
from pos_app.printing.voucher import count_pages, page_pictures
from tests.unit.printing.vouchers import hostile_pdf, issuers_pdf
sheet = SHEETS[Paper.ROLL_80]
page_pictures(issuers_pdf(), sheet, 4000)
pdf = hostile_pdf()
os.access("/begins-here", os.R_OK)
assert count_pages(pdf) == len(page_pictures(pdf, sheet, 4000)) == 1
os.access("/ends-here", os.R_OK)
"""


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_a_hostile_pdf_reaches_nothing(tmp_path: Path) -> None:
    """It names a program, a script, a file and an address: only fonts of the system are opened."""
    trace = tmp_path / "trace"
    command = ["strace", "-f", "-e", "trace=%file,%network,%process", "-o", str(trace)]
    subprocess.run([*command, sys.executable, "-c", _TRACED], check=True)
    _, begun, rest = trace.read_text().partition("/begins-here")
    calls, ended, _ = rest.partition("/ends-here")
    assert begun
    assert ended
    paths = set(re.findall(r'"(/[^"]*)"', calls))
    assert {path for path in paths if "font" not in path and path != "/"} == set()
    assert "connect(" not in calls
    assert "execve(" not in calls
