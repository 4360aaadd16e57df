"""An issuer's PDF as issuers make them: a coloured page with a code and its bars."""

from __future__ import annotations

import io

from reportlab.graphics.barcode.code128 import Code128
from reportlab.pdfgen.canvas import Canvas

CODE = "ABCD-EFGH-JKLM"


def issuers_pdf(pages: int = 1, size: tuple[float, float] = (420, 595)) -> bytes:
    """A voucher of that many pages."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1)
    width, height = size
    for _ in range(pages):
        canvas.setFillColorRGB(0.1, 0.3, 0.6)
        canvas.rect(0, height * 0.72, width, height * 0.28, stroke=0, fill=1)
        canvas.setFillGray(1)
        canvas.setFont("Helvetica-Bold", width / 12)
        canvas.drawString(30, height * 0.85, "Bookshop")
        canvas.setFillGray(0)
        canvas.setFont("Courier-Bold", width / 20)
        canvas.drawString(30, height * 0.6, CODE)
        bars = Code128(CODE.replace("-", ""), barWidth=width / 260, barHeight=60)
        bars.drawOn(canvas, 10, height * 0.4)
        canvas.setFont("Helvetica", 9)
        canvas.drawString(30, 30, "Terms apply.")
        canvas.showPage()
    canvas.save()
    return out.getvalue()
