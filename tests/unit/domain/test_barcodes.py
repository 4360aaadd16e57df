"""Barcodes as data; that decoders read them is proven with the slips."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.barcodes import code128, ean13

PRINTABLE = st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=100)


@given(PRINTABLE)
def test_code128_is_whole_symbols(value: str) -> None:
    """Every symbol is eleven modules wide, the stop thirteen, and it starts and ends black."""
    bars = code128(value)
    assert bars is not None
    assert (bars.modules - 13) % 11 == 0
    assert len(bars.runs) % 2 == 1
    assert set(bars.runs) <= {1, 2, 3, 4}


@given(st.text("0123456789", min_size=4, max_size=60))
def test_digits_take_half_the_width(value: str) -> None:
    """Two digits share a symbol; an odd one costs at most a change of set."""
    bars = code128(value)
    assert bars is not None
    symbols = 2 + len(value) // 2 + (2 if len(value) % 2 else 0)
    assert bars.modules == 11 * symbols + 13


def test_known_code128() -> None:
    """`A` in set B: start 104, 33, check (104+33) % 103 = 34, stop."""
    bars = code128("A")
    assert bars is not None
    assert "".join(map(str, bars.runs)) == "211214" + "111323" + "131123" + "2331112"


@pytest.mark.parametrize("value", ["", "Käse", "tab\t", "€", "\x7f"])
def test_code128_refuses_what_it_cannot_hold(value: str) -> None:
    """Letters beyond ASCII and control characters go into a QR code instead."""
    assert code128(value) is None


def test_known_ean13() -> None:
    """A published example: 5901234123457."""
    bars = ean13("5901234123457")
    assert bars is not None
    assert bars.modules == 95
    assert bars.runs[:3] == (1, 1, 1)
    assert bars.runs[3:7] == (3, 1, 1, 2)


@pytest.mark.parametrize("value", ["5901234123456", "590123412345", "59012341234571", "x" * 13])
def test_ean13_refuses_wrong_numbers(value: str) -> None:
    """A wrong check digit would make the barcode lie."""
    assert ean13(value) is None


def test_bars_do_not_show_their_value() -> None:
    """Whoever logs bars logs no code."""
    assert repr(code128("A")) == "Bars(modules=46)"
