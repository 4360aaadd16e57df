"""The PDF of a card slip, over a bare reportlab page with the same font, barcode and QR code."""

from __future__ import annotations

from dataclasses import replace

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from pos_app.printing.pdf import render_pdf
from pos_app.resources import resource_path
from tests.benchmarks.report import Check, Report, Series
from tests.benchmarks.stage import Stopwatch
from tests.unit.printing.samples import HEAVY, card_slip
from tests.unit.printing.test_cost import _bare_page

_ROUNDS = 60


def measure() -> Report:
    """Render both, in turns."""
    font = TTFont("Bare", str(resource_path("fonts", "TillSans-Regular.ttf")), shapable=False)
    pdfmetrics.registerFont(font)
    document = card_slip(replace(HEAVY, urls=HEAVY.urls[:1]))
    slip, bare = Series("card slip"), Series("bare page")
    render_pdf(document)
    _bare_page()
    for _ in range(_ROUNDS):
        watch = Stopwatch()
        render_pdf(document)
        slip.add(*watch.read())
        watch = Stopwatch()
        _bare_page()
        bare.add(*watch.read())
    check = Check("slip over bare page, medians", slip.median / bare.median, 2.0, is_ratio=True)
    return Report("card slip as PDF", [slip, bare], [check])
