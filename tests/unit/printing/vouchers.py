"""An issuer's PDF as issuers make them: a coloured page with a code and its bars."""

from __future__ import annotations

import io

from reportlab.graphics.barcode.code128 import Code128
from reportlab.pdfgen.canvas import Canvas

from pos_app.training.pictures import _pdf_file

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


def hostile_pdf() -> bytes:
    """One page that would like to start a program, run a script, read a file and an address."""
    drawn = b"q 200 0 0 200 40 40 cm /Im Do Q BT /F 20 Tf 40 300 Td (x) Tj ET"
    objects = [
        (
            b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (/bin/true) >> "
            b"/AA << /WC << /S /URI /URI (http://127.0.0.1:9/x) >> >> >>"
        ),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 298 420] /Contents 4 0 R "
            b"/Resources << /Font << /F 5 0 R >> /XObject << /Im 6 0 R >> >> "
            b"/AA << /O << /S /JavaScript /JS (app.launchURL\\('http://127.0.0.1:9/'\\)) >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        (
            b"<< /Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceRGB "
            b"/BitsPerComponent 8 /F (/etc/passwd) /FFilter /DCTDecode /Length 0 >>\n"
            b"stream\n\nendstream"
        ),
    ]
    return _pdf_file(objects)
