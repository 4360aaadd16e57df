"""Every slip on every paper in every language: nothing cut, nothing over the edge."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from pos_app.domain.card import Barcode, Card, CardUrl
from pos_app.domain.money import Language
from pos_app.domain.slip import DayReport, MaskedCopy, Paper, SlipDocument
from pos_app.domain.tax import TaxClass
from pos_app.printing.column import Column
from pos_app.printing.compose import compose
from pos_app.printing.flow import lay_out
from pos_app.printing.fonts import Face, metrics
from pos_app.printing.marks import square
from pos_app.printing.paper import SHEETS
from pos_app.printing.pdf import render_pdf
from pos_app.printing.strips import Boxes, Picture, Strip, Words
from tests.unit.printing.samples import CODE, HEAVY, LIGHT, LINK, LINK_ONLY, card_slip, documents

NAMES = sorted(documents(Language.EN))
EVERY_KIND = pytest.mark.parametrize("name", NAMES)
EVERY_PAPER = pytest.mark.parametrize("paper", Paper)
EVERY_LANGUAGE = pytest.mark.parametrize("language", Language)


def strips_of(document: SlipDocument, paper: Paper = Paper.ROLL_80) -> list[Strip]:
    """A slip measured out."""
    sheet = SHEETS[paper]
    return lay_out(compose(document, sheet), Column.of(sheet))


def words_of(document: SlipDocument, paper: Paper = Paper.ROLL_80) -> list[Words]:
    """All runs of text, in reading order."""
    marks = [mark for strip in strips_of(document, paper) for mark in strip.marks]
    return [mark for mark in marks if isinstance(mark, Words)]


def text_of(document: SlipDocument, paper: Paper = Paper.ROLL_80) -> str:
    """All text on one line."""
    return " ".join(words.text for words in words_of(document, paper))


def marks_of(document: SlipDocument, paper: Paper = Paper.ROLL_80) -> int:
    """How many machine-readable marks stand on a slip."""
    strips = strips_of(document, paper)
    return sum(isinstance(mark, Boxes) and mark.crisp for strip in strips for mark in strip.marks)


def assert_inside(document: SlipDocument, paper: Paper) -> None:
    """Nothing is drawn left, right, above or below its strip's printable part."""
    sheet = SHEETS[paper]
    left, right = sheet.margin, sheet.margin + sheet.content
    for strip in strips_of(document, paper):
        assert strip.height > 0
        for mark in strip.marks:
            if isinstance(mark, Words):
                width = metrics(mark.face).width(mark.text, mark.size)
                assert left <= mark.x
                assert mark.x + width <= right + 1
                assert 0 < mark.baseline <= strip.height
                continue
            rects = (
                ((mark.x, mark.y, mark.width, mark.height),)
                if isinstance(mark, Picture)
                else mark.rects
            )
            for x, y, wide, high in rects:
                assert left <= x
                assert x + wide <= right
                assert y >= 0
                assert y + high <= strip.height


@EVERY_KIND
@EVERY_PAPER
@EVERY_LANGUAGE
def test_everything_is_inside(name: str, paper: Paper, language: Language) -> None:
    """No sample overflows any paper."""
    assert_inside(documents(language)[name], paper)


@EVERY_PAPER
@given(
    st.text(max_size=100),
    st.text(max_size=300),
    st.text(max_size=60),
    st.text(max_size=400).map("https://x.example/{}".format),
)
@settings(max_examples=40)
def test_hostile_texts_stay_inside(
    paper: Paper, code: str, text: str, brand: str, url: str
) -> None:
    """Whatever stands in a card, the layout holds and every text glyph exists."""
    card = Card(
        code=code,
        pin=brand,
        barcode=Barcode("code128", text),
        urls=(CardUrl("redemption", url), CardUrl("?", text)),
        redemption_instructions=text,
        terms_and_conditions=text,
    )
    slip = card_slip(card, Language.DE)
    assert_inside(slip, paper)
    for words in words_of(slip, paper):
        assert all(metrics(words.face).has(sign) for sign in words.text)


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=100))
@settings(max_examples=40)
def test_the_code_is_whole(code: str) -> None:
    """The runs in the code's face, joined, are the code on every paper."""
    for paper in Paper:
        runs = words_of(card_slip(Card(code=code)), paper)
        assert "".join(words.text for words in runs if words.face is Face.CODE) == code


@EVERY_PAPER
@pytest.mark.parametrize(
    "card",
    [
        LIGHT,
        HEAVY,
        LINK_ONLY,
        Card(),
        Card(code="x" * 100),
        Card(code="Käse"),
        Card(code="\N{WRAPPED PRESENT}"),
        Card(code="1" * 100, barcode=Barcode("ean13", "5901234123457")),
        Card(code="12345678", barcode=Barcode("ean13", "5901234123456")),
        Card(code="12345678", barcode=Barcode("aztec", "12345678")),
        Card(barcode=Barcode("code128", "12345678")),
        Card(barcode=Barcode("aztec", "12345678")),
        Card(pin="1234"),
        Card(urls=(CardUrl("redemption", "ftp://x.example"),)),
    ],
)
def test_every_card_slip_can_be_scanned(paper: Paper, card: Card) -> None:
    """At least one machine-readable mark, whatever the provider sent."""
    assert marks_of(card_slip(card), paper) >= 1


@EVERY_LANGUAGE
def test_card_slip_says_what_it_must(language: Language) -> None:
    """Store, brand, amount, code, PIN, issuer's date, link, texts, numbers, time with zone."""
    text = text_of(card_slip(HEAVY, language))
    amount = "50,00\u00a0€" if language is Language.DE else "€50.00"
    expires = "30.11.2029" if language is Language.DE else "30 Nov 2029"
    for part in (
        "Papierhaus Lindner",
        "Bücherwelt",
        amount,
        HEAVY.code,
        "4711",
        expires,
        "Nicht für Zeitschriften.",
        "T1-000042-2",
        "T1 · Anna M.",
        "18:17:31 (UTC+1)",
    ):
        assert part is not None
        assert part in text
    assert LINK in text.replace(" ", "")


def test_german_slip_says_the_tax_sentence() -> None:
    """The sentence of germany.md D3 word for word, and no VAT line."""
    text = text_of(card_slip(LIGHT, Language.DE))
    assert "Beleg über den Verkauf eines Mehrzweck-Gutscheins. Kein Umsatzsteuerausweis." in text
    assert "%" not in text
    assert "Dies ist kein Kassenbeleg." in text


@pytest.mark.parametrize(
    ("tax", "note", "said"),
    [
        (TaxClass.SINGLE_PURPOSE, "", "Single-purpose voucher"),
        (TaxClass.MULTI_PURPOSE, "My own words.", "My own words."),
    ],
)
def test_the_owner_decides_the_tax_sentence(tax: TaxClass, note: str, said: str) -> None:
    """Class and words come from the owner, per product."""
    text = text_of(replace(card_slip(LIGHT), tax=tax, tax_note=note))
    assert said in text
    assert "multi-purpose" not in text


def test_an_unstated_class_says_nothing() -> None:
    """No tax sentence at all where the owner wants none."""
    assert "voucher" not in text_of(replace(card_slip(LIGHT), tax=TaxClass.UNSTATED))


def test_no_expiry_of_our_own() -> None:
    """Without the issuer's date none is printed (germany.md D10)."""
    assert "Valid until" in text_of(card_slip(Card(code="1234", expires_on=date(2030, 1, 1))))
    assert "Valid until" not in text_of(card_slip(Card(code="1234")))


@EVERY_LANGUAGE
def test_copies_are_marked_and_counted(language: Language) -> None:
    """A copy says so and which one it is; a first print does not."""
    word = "KOPIE" if language is Language.DE else "COPY"
    assert f"{word} 3" in text_of(card_slip(LIGHT, language, copy=3))
    assert word not in text_of(card_slip(LIGHT, language))


@EVERY_KIND
def test_only_card_slips_hold_a_code(name: str) -> None:
    """Shop copy, void, refund, payment and report hold nothing redeemable."""
    text = text_of(documents(Language.EN)[name])
    assert (CODE in text) == (name in {"card-heavy", "card-training-copy", "card-link"})


@pytest.mark.parametrize(
    "code", ["AB\u200bCD", "A\N{WRAPPED PRESENT}B", "A\tB", "\u05d0\u05d1", "A\u00a0B"]
)
def test_an_unprintable_code_is_never_half_printed(code: str) -> None:
    """It is left to a square code and a sentence."""
    slip = card_slip(Card(code=code))
    assert not any(words.face is Face.CODE for words in words_of(slip))
    assert "signs that cannot be printed" in text_of(slip)
    assert marks_of(slip) == 1


def test_a_long_code_says_that_it_is_one() -> None:
    """Four lines are one code, entered without a break."""
    assert "One code on 4 lines" in text_of(card_slip(Card(code="x" * 100)))


def test_spaces_in_a_code_are_named() -> None:
    """Whoever types the code learns that spaces belong to it."""
    assert "Spaces are part of the code." in text_of(card_slip(Card(code="6006 4912")))
    assert "Spaces are part" not in text_of(card_slip(LIGHT))


def test_a_link_that_is_no_web_address_gets_no_square_code() -> None:
    """A phone must not be led to dial or to open a file."""
    slip = card_slip(Card(code="1234", urls=(CardUrl("redemption", "tel:+490900123456"),)))
    assert marks_of(slip) == 1
    assert "This is not a web address" in text_of(slip)


def test_an_endless_link_is_said_to_be_too_long() -> None:
    """Beyond what a square code holds there is text and a sentence."""
    slip = card_slip(Card(code="1234", urls=(CardUrl("redemption", "https://x/" + "y" * 3000),)))
    assert "too long for a square code" in text_of(slip)
    assert marks_of(slip) == 1


@EVERY_PAPER
def test_ten_kilobytes_of_terms(paper: Paper) -> None:
    """A very long slip is longer, not cut: the last word is there."""
    card = Card(code="1234", terms_and_conditions="word " * 2000 + "END " + "y" * 10_000)
    slip = card_slip(card)
    assert_inside(slip, paper)
    assert " END " in text_of(slip, paper)
    assert render_pdf(slip, paper)


def test_marks_do_not_show_their_value() -> None:
    """Whoever logs a mark logs no code."""
    mark = square("SECRET")
    assert repr(mark) == "Square(21)"


def test_slips_without_the_extras() -> None:
    """A masked copy without a code, a day without sales."""
    slips = documents(Language.EN)
    masked, day = slips["shop-copy"], slips["day"]
    assert isinstance(masked, MaskedCopy)
    assert isinstance(day, DayReport)
    assert "••••" not in text_of(replace(masked, hint=""))
    empty = text_of(replace(day, by_cashier=(), by_brand=(), open_cases=()))
    assert "by cashier" not in empty
    assert "Open cases: 0 None" in empty


def test_a_day_shows_voids_even_when_zero() -> None:
    """Their absence would make an auditor suspicious (germany.md D6)."""
    assert "Cards cancelled 0 €0.00" in text_of(documents(Language.EN)["day"])


def test_a_day_says_what_each_cashier_did() -> None:
    """Below the main sum of a cashier stand the others; nothing where there was nothing."""
    text = text_of(documents(Language.EN)["day"])
    whole = "Anna M. 20 €800.00 · Cards delivered 18 €700.00 · Refunds paid 1 €50.00"
    assert f"{whole} Bert 11 €434.50 · Cards delivered 11 €434.50" in text
    assert "Bücherwelt 29 €1,134.50 · Refunds paid 1 €50.00" in text


def test_a_day_says_what_failed() -> None:
    """What the page shows is on the paper as well."""
    assert "Orders failed 1 €50.00" in text_of(documents(Language.EN)["day"])
    assert "Fehlgeschlagen 1 50,00" in text_of(documents(Language.DE)["day"])


def test_a_link_longer_than_a_page_goes_on() -> None:
    """Lines that keep together are parted only where a page can't hold them."""
    url = "https://x.example/" + "y" * 40_000
    slip = card_slip(Card(code="1234", urls=(CardUrl("redemption", url),)))
    assert url in text_of(slip, Paper.A4).replace(" ", "")
    assert len(PdfReader(io.BytesIO(render_pdf(slip, Paper.A4))).pages) > 2
