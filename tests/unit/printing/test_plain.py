"""Texts from outside become plain."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.money import Language
from pos_app.printing.fonts import Face, metrics
from pos_app.printing.plain import drawable, is_exact, one_line, plain

EN = Language.EN
HAS = metrics(Face.REGULAR).has


@given(st.text())
def test_nothing_invisible_survives(text: str) -> None:
    """Control, direction and surrogate characters never reach a page."""
    for sign in plain(text, EN):
        assert sign == "\n" or unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(st.text())
def test_everything_drawn_has_a_glyph(text: str) -> None:
    """No box is ever drawn: what the face lacks is said in words."""
    shown = drawable(plain(text, EN), EN, HAS)
    assert all(HAS(sign) for sign in shown if sign != "\n")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a \t  b", "a b"),
        ("a\n\n\n\n\nb", "a\n\nb"),
        ("  \n a \n ", "a"),
        ("abc\u202ecba\u200b\u00ad", "abccba"),
        ("e\u0301", "é"),
        (
            "<b>bold</b> <img src='file:///etc/passwd'>",
            "<b>bold</b> <img src='file:///etc/passwd'>",
        ),
        ("50,00\u00a0€", "50,00\u00a0€"),
        ("\u2764\ufe0f", "\u2764"),
    ],
)
def test_plain(text: str, shown: str) -> None:
    """Breaks stay breaks, space is one space, markup stays text."""
    assert plain(text, EN) == shown


def test_one_line() -> None:
    """Names never break a line."""
    assert one_line("a\n\nb", EN) == "a b"


@pytest.mark.parametrize("length", [101, 1_000, 100_000])
def test_too_long_is_said(length: int) -> None:
    """What is left out is counted in words; nothing is cut in silence."""
    shown = plain("x" * length, EN, 100)
    assert shown == f"{'x' * 100} [{length - 100} more characters: see the issuer's website]"


def test_a_text_at_its_limit_is_whole() -> None:
    """Invisible signs do not count as left out."""
    assert plain("x" * 100 + "\u200b" * 100, EN, 100) == "x" * 100


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Gift \N{WRAPPED PRESENT}!", "Gift [1 character cannot be printed]!"),
        ("\u793c\u54c1\u5361 now", "[3 characters cannot be printed] now"),
        ("\u05d0\u05d1", "[2 characters cannot be printed]"),
        ("Zażółć ẞ Ελλ Кир € £", "Zażółć ẞ Ελλ Кир € £"),
    ],
)
def test_missing_signs_in_words(text: str, shown: str) -> None:
    """Emoji and foreign scripts are named, European ones are drawn."""
    assert drawable(plain(text, EN), EN, HAS) == shown


@pytest.mark.parametrize("code", ["ABCD-1234", "ÄÖß", "a b", "~!@#$%^&*()", "Ω"])
def test_exact(code: str) -> None:
    """What every glyph shows may be printed as a code."""
    assert is_exact(code, metrics(Face.CODE).has)


@pytest.mark.parametrize(
    "code",
    ["A\u200bB", " A", "A ", "A\tB", "A\u00a0B", "\N{WRAPPED PRESENT}", "\u05d0", "A\u0301"],
)
def test_not_exact(code: str) -> None:
    """What nobody could type from the paper is never printed as a code."""
    assert not is_exact(code, metrics(Face.CODE).has)
