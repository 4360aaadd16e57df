"""Printed as a thermal printer would, scanned by an independent decoder: exactly what was sold."""

from __future__ import annotations

import random
import string
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import ImageOps

from pos_app.domain.card import Barcode, Card, CardUrl
from pos_app.domain.money import Language
from pos_app.domain.slip import Paper
from pos_app.printing.pdf import render_pdf
from pos_app.printing.preview import preview_png
from pos_app.printing.raster import render_raster
from tests.unit.printing.reading import scan, scan_slip
from tests.unit.printing.samples import CODE, HEAVY, LINK, card_slip, documents, head

ALPHABET = "".join(chr(number) for number in range(33, 127))
URL_SIGNS = string.ascii_letters + string.digits + "-._~/?&=%+"
WIDEST = "".join(sign for sign in ALPHABET if not sign.isdigit())


def _values(scanned: set[tuple[str, str]]) -> set[str]:
    return {value for _, value in scanned}


def _random_card(chance: random.Random) -> Card:
    signs = chance.choice((ALPHABET, WIDEST, string.digits, string.ascii_uppercase + "-"))
    code = "".join(chance.choices(signs, k=chance.randint(1, 100)))
    path = "".join(chance.choices(URL_SIGNS, k=chance.choice((5, 40, 200, 600))))
    return Card(code=code, urls=(CardUrl("redemption", f"https://r.example/{path}"),))


def _assert_all_scanned(seed: int, folder: Path) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test's choice of examples
    card = _random_card(chance)
    slip = card_slip(card, chance.choice(list(Language)))
    slip = replace(slip, head=head(slip.head.language, training=chance.random() < 0.5))
    scanned = scan_slip(render_pdf(slip, chance.choice(list(Paper))), folder)
    assert _values(scanned) == {card.code, card.urls[0].url}, f"seed {seed}"


@pytest.mark.parametrize("seed", range(20))
def test_codes_and_links_scan_exactly(seed: int, tmp_path: Path) -> None:
    """Every mark that is printed is read, and nothing else."""
    _assert_all_scanned(seed, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("hundred", range(5))
def test_five_hundred_codes_and_links(hundred: int, tmp_path: Path) -> None:
    """The same for 500 cards of every length, on every paper, half of them in training."""
    for number in range(100):
        _assert_all_scanned(1000 + 100 * hundred + number, tmp_path)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("name", ["card-heavy", "card-training-copy"])
def test_all_marks_of_a_heavy_slip(paper: Paper, name: str, tmp_path: Path) -> None:
    """Barcode, redemption, both wallets and the unknown link, in training too."""
    scanned = scan_slip(render_pdf(documents(Language.DE)[name], paper), tmp_path)
    links = {link.url for link in HEAVY.urls if link.kind != "card_pdf"}
    assert _values(scanned) == {CODE, *links}


@pytest.mark.parametrize(
    ("barcode", "kind", "value"),
    [
        (Barcode("code128", "ABC-123"), "CODE-128", "ABC-123"),
        (Barcode("ean13", "5901234123457"), "EAN-13", "5901234123457"),
        (Barcode("ean13", "5901234123456"), "QR-Code", "5901234123456"),
        (Barcode("qr", "ABC-123"), "QR-Code", "ABC-123"),
        (Barcode("code128", "W" * 60), "QR-Code", "W" * 60),
        (Barcode("aztec", "ABC-123"), "CODE-128", "THECODE"),
        (None, "CODE-128", "THECODE"),
    ],
)
def test_barcode_by_type(barcode: Barcode | None, kind: str, value: str, tmp_path: Path) -> None:
    """The issuer's type where it fits, a QR code of the same value where it does not."""
    card = Card(code="THECODE", barcode=barcode)
    assert scan_slip(render_pdf(card_slip(card)), tmp_path) == {(kind, value)}


@pytest.mark.parametrize(
    "code", ["Käse", "Käse-Ω-ẞ", "AB\N{WRAPPED PRESENT}CD", "\u05d0\u05d1\u05d2 12"]
)
def test_codes_beyond_ascii(code: str, tmp_path: Path) -> None:
    """What neither bars nor our face can hold is exact in a QR code."""
    assert scan_slip(render_pdf(card_slip(Card(code=code))), tmp_path) == {("QR-Code", code)}


def test_card_pdf_when_there_is_nothing_else(tmp_path: Path) -> None:
    """The issuer's PDF is worth a square code when it is all there is."""
    card = Card(urls=(CardUrl("card_pdf", LINK),))
    assert scan_slip(render_pdf(card_slip(card)), tmp_path) == {("QR-Code", LINK)}


def test_email_slip_finds_its_order(tmp_path: Path) -> None:
    """No card on the paper: the mark is the line's own number."""
    slip = documents(Language.EN)["card-email"]
    assert scan_slip(render_pdf(slip), tmp_path) == {("CODE-128", "T1-000042-2")}


@pytest.mark.parametrize("paper", Paper)
def test_payment_slip(paper: Paper, tmp_path: Path) -> None:
    """The main till scans sale number and amount."""
    slip = documents(Language.DE)["payment"]
    assert _values(scan_slip(render_pdf(slip, paper), tmp_path)) == {"T1-000042/115.00"}


@pytest.mark.parametrize("paper", [Paper.ROLL_58, Paper.ROLL_80])
@pytest.mark.parametrize("name", ["card-heavy", "card-training-copy"])
def test_raster_scans_too(paper: Paper, name: str, tmp_path: Path) -> None:
    """The picture for receipt printers holds the same marks as the PDF."""
    picture = render_raster(documents(Language.DE)[name], paper)
    # The paper's own margin, which the printer can't reach, is part of the quiet zone.
    framed = tmp_path / "slip.png"
    page = picture.convert("L")
    ImageOps.expand(page, border=32, fill=255).save(framed)
    links = {link.url for link in HEAVY.urls if link.kind != "card_pdf"}
    assert _values(scan(framed)) == {CODE, *links}


async def test_preview_shows_the_slip(tmp_path: Path) -> None:
    """The window's picture holds the very marks that will be printed."""
    picture = tmp_path / "preview.png"
    picture.write_bytes(await preview_png(documents(Language.EN)["card-link"]))
    assert _values(scan(picture)) == {LINK}
