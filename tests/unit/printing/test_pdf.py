"""The PDF itself."""

from __future__ import annotations

import io
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from pos_app.domain.card import Card, CardUrl
from pos_app.domain.money import Language
from pos_app.domain.slip import Paper
from pos_app.printing.pdf import render, render_pdf
from tests.unit.printing.reading import text_of
from tests.unit.printing.samples import CODE, HEAVY, LIGHT, card_slip, documents


def _objects(reader: PdfReader) -> list[DictionaryObject]:
    numbers = range(1, int(reader.trailer["/Size"]))  # type: ignore[call-overload]
    found = (reader.get_object(number) for number in numbers)
    return [entry for entry in found if isinstance(entry, DictionaryObject)]


def _reader(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


@pytest.mark.parametrize("paper", Paper)
def test_the_same_slip_is_the_same_bytes(paper: Paper) -> None:
    """Rendering is pure: twice the same slip, with others in between."""
    slips = documents(Language.DE)
    first = {name: render_pdf(slip, paper) for name, slip in slips.items()}
    assert first == {name: render_pdf(slip, paper) for name, slip in reversed(slips.items())}


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=100))
@settings(max_examples=25)
def test_copied_text_is_the_code(code: str) -> None:
    """What a customer copies from the PDF is the code, but for breaks between lines."""
    text = text_of(render_pdf(card_slip(Card(code=code))))
    assert code in text.replace("\n", "")


def test_reading_order() -> None:
    """Read aloud, the slip makes sense: shop, brand, amount, code, PIN, warning, numbers."""
    text = text_of(render_pdf(card_slip(LIGHT)))
    parts = ("Lindner", "Bücherwelt", "€50.00", LIGHT.code or "", "4711", "scams", "T1-000042-2")
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_metadata() -> None:
    """Title without the code, the language, nothing else that could tell."""
    reader = _reader(render_pdf(card_slip(HEAVY, Language.DE)))
    assert reader.metadata is not None
    assert reader.metadata.title == "Gutscheinkarte T1-000042-2"
    assert reader.metadata.producer is not None
    assert reader.metadata.producer.startswith("gift card till")
    assert str(reader.root_object["/Lang"]) == "de"
    assert CODE not in str(reader.metadata)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("paper", Paper)
def test_training_is_across_everything(language: Language, paper: Paper) -> None:
    """Above, below and across each page; and the title says it (R10)."""
    words = "TRAINING - ohne Wert" if language is Language.DE else "TRAINING - no value"
    reader = _reader(render_pdf(documents(language)["card-training-copy"], paper))
    pages = [page.extract_text() for page in reader.pages]
    assert all(page.count(words) >= 3 for page in pages)
    assert pages[-1].rstrip().split("\n")[-1].startswith((words, "T1-"))
    assert reader.metadata is not None
    assert (reader.metadata.title or "").startswith(words)
    live = render_pdf(documents(language)["card-heavy"], paper)
    assert "TRAINING" not in text_of(live)


def test_fonts_are_embedded_parts() -> None:
    """Every face is embedded, as a subset, so that no printer replaces it."""
    reader = _reader(render_pdf(card_slip(HEAVY)))
    fonts = [entry for entry in _objects(reader) if entry.get("/Type") == "/Font"]
    drawn = [font for font in fonts if str(font["/BaseFont"]) != "/Helvetica"]
    assert len(drawn) >= 4
    for font in drawn:
        descriptor = font["/FontDescriptor"].get_object()
        assert isinstance(descriptor, DictionaryObject)
        assert "+Till" in str(font["/BaseFont"])
        assert "/FontFile2" in descriptor


def test_page_sizes() -> None:
    """A roll's page is as long as the slip; A4 is A4."""
    short = render(card_slip(LIGHT), Paper.ROLL_80)
    long = render(card_slip(HEAVY), Paper.ROLL_80)
    assert round(short.width_mm) == round(long.width_mm) == 80
    assert short.height_mm < long.height_mm
    box = _reader(short.content).pages[0].mediabox
    assert float(box.height) == pytest.approx(short.height_mm * 72 / 25.4, abs=0.01)
    page = render(card_slip(HEAVY), Paper.A4)
    assert (round(page.width_mm), round(page.height_mm)) == (210, 297)


def test_pages_are_numbered() -> None:
    """Loose pages of A4 find together again; a single page has no number."""
    card = Card(code="1234", terms_and_conditions="All the terms. " * 800)
    pages = _reader(render_pdf(card_slip(card), Paper.A4)).pages
    assert len(pages) > 1
    assert f"T1-000042-2 · 1/{len(pages)}" in pages[0].extract_text()
    assert "1/1" not in text_of(render_pdf(card_slip(LIGHT), Paper.A4))


_watching: list[str] = []
_seen: list[str] = []


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if _watching and (event == "open" or event.startswith(("socket.", "subprocess."))):
        _seen.append(f"{event} {arguments[0]!r}")


sys.addaudithook(_watch)


def test_hostile_texts_open_nothing() -> None:
    """Markup, file and web addresses in texts: nothing is read from disk or network (R8)."""
    bad = (
        '<img src="file:///etc/passwd"/><a href="https://evil.example/x">x</a>'
        "<para><font name='/etc/passwd'>&lt;b&gt; %s {0} {code} \\x00 ${HOME} "
        "<onDraw name='x'/> \u202e\u2066 \x00\x1b[31m " + "A" * 10_000
    )
    card = Card(
        code="1234",
        urls=(CardUrl("redemption", "file:///etc/passwd"), CardUrl("x", bad)),
        redemption_instructions=bad,
        terms_and_conditions=bad,
        redemption_notes=bad,
    )
    render_pdf(card_slip(HEAVY))  # fonts are read once, before we watch
    _watching.append("on")
    try:
        content = render_pdf(card_slip(card))
    finally:
        _watching.clear()
    assert not _seen
    assert '<img src="file:///etc/passwd"/>' in text_of(content)
