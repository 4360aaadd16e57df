"""What a scanner may read."""

from __future__ import annotations

import pytest

from pos_app.domain.scan import label_of, sale_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("T1-000042", "T1-000042"),
        (" T1-000042-2 ", "T1-000042-2"),
        ("TRAINING-T1-000042/50.00", "TRAINING-T1-000042"),
        ("T1-42", None),
        ("4006381333931", None),
        ("", None),
    ],
)
def test_sale_numbers_are_known(text: str, number: str | None) -> None:
    """Sale, line, and the payment barcode with its amount; nothing else."""
    assert sale_number(text) == number


@pytest.mark.parametrize("text", ["4006381333931", "SHELF-7", " 1234 ", "A1b2"])
def test_labels_can_be_taught(text: str) -> None:
    """Four signs and more, one of them a digit."""
    assert label_of(text) == text.strip()


@pytest.mark.parametrize("text", ["", "123", "books", "two words 2", "1" * 65, "12\x0034"])
def test_words_are_no_labels(text: str) -> None:
    """Teaching one would hide what the search finds."""
    assert label_of(text) is None
