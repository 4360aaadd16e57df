"""Slips as data."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pos_app.domain.card import Card, CardUrl
from pos_app.domain.money import Money
from pos_app.domain.slip import CardSlip, SlipHead, SlipLine, group_code, payment_barcode

HEAD = SlipHead(
    store="Shop", till="T1", cashier="Anna", printed_at=datetime.fromisoformat("2026-11-09T18+01")
)
LINE = SlipLine(
    sale="T1-000042", number=2, brand="Brand", product="Brand Card", amount=Money(5000, "EUR")
)


@given(st.text(max_size=100))
@example("")
@example("----")
@example("A-")
def test_groups_are_the_code(code: str) -> None:
    """Grouping is for the eye: no character is lost, gained or moved."""
    groups = group_code(code)
    assert "".join(groups) == code
    assert all(groups)


@pytest.mark.parametrize(
    ("code", "groups"),
    [
        ("ABCDEFGHJKLM", ("ABCD", "EFGH", "JKLM")),
        ("ABCDEFGHJKLMN", ("ABCD", "EFG", "HJK", "LMN")),
        ("ABCDE", ("ABC", "DE")),
        ("ABCD", ("ABCD",)),
        ("ABCD-EFGH-JKLM", ("ABCD-", "EFGH-", "JKLM")),
        ("6006 4912", ("6006 ", "4912")),
        ("A--B", ("A--", "B")),
        ("", ()),
    ],
)
def test_groups_are_even_and_short(code: str, groups: tuple[str, ...]) -> None:
    """At most four characters a group, evenly, or as the code's own separators say."""
    assert group_code(code) == groups


def test_time_needs_a_zone() -> None:
    """A slip whose time could not be placed later is refused."""
    with pytest.raises(ValueError, match="time zone"):
        replace(HEAD, printed_at=datetime(2026, 11, 9, 18, 0))  # noqa: DTZ001 - that is the test


def test_a_slip_never_shows_its_card() -> None:
    """Neither code nor PIN nor link appears when a slip is logged."""
    card = Card(code="SECRETCODE", pin="9876", urls=(CardUrl("redemption", "https://x.example/"),))
    shown = repr(CardSlip(head=HEAD, line=LINE, card=card))
    assert "SECRETCODE" not in shown
    assert "9876" not in shown
    assert "x.example" not in shown


def test_names_tell_copies_apart() -> None:
    """The first print is named by the line; copies count on."""
    slip = CardSlip(head=HEAD, line=LINE, card=Card())
    assert slip.name == "T1-000042-2"
    assert replace(slip, copy=3).name == "T1-000042-2-copy-3"


@pytest.mark.parametrize(
    ("amount", "value"),
    [
        (Money(5000, "EUR"), "T1-000042/50.00"),
        (Money(5, "EUR"), "T1-000042/0.05"),
        (Money(1200, "JPY"), "T1-000042/1200"),
        (Money(1500, "KWD"), "T1-000042/1.500"),
    ],
)
def test_payment_barcode_has_all_digits(amount: Money, value: str) -> None:
    """The main till scans sale number and amount with every digit of the currency."""
    assert payment_barcode("T1-000042", amount) == value
