"""Breaking lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.slip import group_code
from pos_app.printing.wrap import pack, wrap, wrap_exact

WIDTH = st.integers(min_value=1, max_value=40)


@given(st.text(max_size=200), WIDTH)
def test_tokens_lose_nothing(token: str, width: int) -> None:
    """Joined pieces are the token, and none is wider than its line."""
    pieces = wrap_exact(token, width, len)
    assert "".join(pieces) == token
    assert all(len(piece) <= width for piece in pieces)


@given(st.text(max_size=200), WIDTH)
def test_lines_fit_and_keep_every_letter(text: str, width: int) -> None:
    """No line is too wide; only spaces and breaks may vanish."""
    lines = wrap(text, width, len)
    assert all(len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace("\n", "").replace(" ", "")


def test_words_stay_whole() -> None:
    """A word that fits a line is not broken."""
    assert wrap("one two three", 7, len) == ["one two", "three"]


def test_links_break_behind_their_signs() -> None:
    """A link breaks where the eye expects it."""
    assert wrap_exact("https://shop.example/abcdef", 24, len) == [
        "https://shop.example/",
        "abcdef",
    ]


@given(st.text(min_size=1, max_size=100), WIDTH)
def test_packed_groups_are_the_code(code: str, most: int) -> None:
    """Lines of a code hold all of it, in order, and none is too long."""
    lines = ["".join(groups) for groups in pack(group_code(code), most)]
    assert "".join(lines) == code
    assert all(len(line) <= most for line in lines)
