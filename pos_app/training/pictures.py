"""Drawn things that the provider serves itself: logos as SVG, card vouchers as PDF."""

from __future__ import annotations

import hashlib
import math
import re
from typing import Final
from xml.sax.saxutils import escape

from pos_app.training.amounts import write_amount
from pos_app.training.ledger import Order

_WIDTH: Final = 320
_HEIGHT: Final = 200
_WORDS: Final = re.compile(r"\w+")


def initials(brand: str) -> str:
    """One or two letters that stand for a brand."""
    words = [word for word in _WORDS.findall(brand) if word[0].isalpha()]
    return "".join(word[0] for word in words[:2]).upper()


def logo_svg(brand: str) -> bytes:
    """A logo in the brand's own colours: a pattern, a badge with initials, the name."""
    digest = hashlib.sha256(brand.encode()).digest()
    hue = (digest[0] * 256 + digest[1]) % 360
    dark, light = _colour(hue, 0.58, 0.30), _colour((hue + 28) % 360, 0.62, 0.42)
    letters = initials(brand)
    badge = 50 if len(letters) == 1 else 42
    size = 25 if len(brand) < 17 else 19
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEIGHT}" '
        f'viewBox="0 0 {_WIDTH} {_HEIGHT}">'
        f'<defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1">'
        f'<stop offset="0" stop-color="{dark}"/><stop offset="1" stop-color="{light}"/>'
        f"</linearGradient></defs>"
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="url(#g)"/>'
        f'<g fill="#ffffff" fill-opacity="0.14">{_pattern(digest)}</g>'
        f'<circle cx="160" cy="84" r="50" fill="#ffffff" fill-opacity="0.94"/>'
        f'<text x="160" y="{84 + badge * 0.36:.0f}" font-family="sans-serif" font-size="{badge}" '
        f'font-weight="bold" text-anchor="middle" fill="{dark}">{escape(letters)}</text>'
        f'<text x="160" y="171" font-family="sans-serif" font-size="{size}" font-weight="bold" '
        f'text-anchor="middle" fill="#ffffff">{escape(brand)}</text></svg>'
    ).encode()


def _colour(hue: int, saturation: float, lightness: float) -> str:
    """An HSL colour as #rrggbb."""
    span = saturation * min(lightness, 1 - lightness)

    def channel(offset: int) -> int:
        turn = (offset + hue / 30) % 12
        return round(255 * (lightness - span * max(-1.0, min(turn - 3, 9 - turn, 1.0))))

    return f"#{channel(0):02x}{channel(8):02x}{channel(4):02x}"


def _pattern(digest: bytes) -> str:
    """One of five kinds of geometric ground, placed by the digest."""
    x, y = 40 + digest[3] % 240, 20 + digest[4] % 160
    match digest[2] % 5:
        case 0:
            return "".join(
                f'<circle cx="{x}" cy="{y}" r="{radius}"/>' for radius in (60, 105, 150)
            )
        case 1:
            return "".join(
                f'<polygon points="{left},200 {left + 36},200 {left + 136},0 {left + 100},0"/>'
                for left in range(-120 + digest[3] % 60, 320, 84)
            )
        case 2:
            return _star(x, y, 5 + digest[5] % 4)
        case 3:
            return "".join(
                f'<path d="M0 {top} C80 {top - 44} 110 {top + 44} 170 {top} '
                f"S270 {top - 44} 320 {top} L320 {top + 26} C260 {top - 18} 230 {top + 70} "
                f'170 {top + 26} S80 {top - 18} 0 {top + 26} Z"/>'
                for top in range(24 + digest[4] % 24, 200, 62)
            )
    return "".join(
        f'<rect x="{left}" y="{top}" width="30" height="30" rx="6"/>'
        for left in range(8, 320, 46)
        for top in range(8, 200, 46)
        if (left * 7 + top * 3 + digest[3]) % 5 < 2
    )


def _star(x: int, y: int, rays: int) -> str:
    corners = (
        (x + reach * math.sin(turn), y - reach * math.cos(turn))
        for ray in range(rays)
        for reach, turn in (
            (150, 2 * math.pi * ray / rays),
            (70, 2 * math.pi * (ray + 0.5) / rays),
        )
    )
    points = " ".join(f"{left:.1f},{top:.1f}" for left, top in corners)
    return f'<polygon points="{points}"/>'


def card_pdf(order: Order, brand: str) -> bytes:
    """A PDF voucher of one page, written by hand: this package draws no slips."""
    lines = [
        (18, brand),
        (14, f"{write_amount(order.amount)} {order.currency}"),
        (11, f"Code: {order.code or '-'}"),
        (11, f"PIN: {order.pin or '-'}"),
        (9, order.redemption_url or ""),
        (12, "TRAINING - ohne Wert / no value"),
    ]
    text = ["BT 40 380 Td"]
    for size, line in lines:
        text += [f"/F1 {size} Tf", f"({_pdf_text(line)}) Tj 0 -34 Td"]
    stream = "\n".join([*text, "ET"]).encode("cp1252", "replace")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 298 420] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    return _pdf_file(objects)


def _pdf_text(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _pdf_file(objects: list[bytes]) -> bytes:
    """Objects, the table of their places, and the trailer."""
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )
    return bytes(out)
