"""Times and durations in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from pos_app.domain.money import Language
from pos_app.ui import formats
from pos_app.ui.translation import use_language

MOMENT = datetime(2026, 2, 3, 14, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _english_afterwards(qapp: QApplication) -> Iterator[None]:
    use_language(qapp, Language.EN)
    yield
    use_language(qapp, Language.EN)


def test_dates_follow_the_language(qapp: QApplication) -> None:
    """English by British forms, German by those of Germany."""
    assert formats.date_text(MOMENT) == "03/02/2026"
    assert formats.long_date_text(MOMENT) == "Tuesday, 3 February 2026"
    use_language(qapp, Language.DE)
    assert formats.date_text(MOMENT) == "03.02.26"
    assert formats.long_date_text(MOMENT) == "Dienstag, 3. Februar 2026"
    assert formats.clock_text(MOMENT) == "14:05"


def test_today_is_not_named() -> None:
    """A moment of today is its time alone."""
    assert formats.moment_text(MOMENT, MOMENT + timedelta(hours=1)) == "14:05"
    assert formats.moment_text(MOMENT, MOMENT + timedelta(days=1)) == "03/02/2026 14:05"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "just now"),
        (12, "12 s ago"),
        (200, "3 min ago"),
        (7300, "2 h ago"),
        (172800, "2 days ago"),
    ],
)
def test_ages_are_said_in_the_largest_unit(seconds: int, said: str) -> None:
    """How long ago, roughly."""
    assert formats.age_text(timedelta(seconds=seconds)) == said


def test_ages_in_german(qapp: QApplication) -> None:
    """The German plural has its own forms."""
    use_language(qapp, Language.DE)
    assert formats.age_text(timedelta(days=3)) == "vor 3 Tagen"


@pytest.mark.parametrize(
    ("seconds", "shown"), [(24, "0:24"), (0.2, "0:01"), (61, "1:01"), (-3, "0:00")]
)
def test_countdowns_round_up(seconds: float, shown: str) -> None:
    """A countdown is at zero only when nothing is left."""
    assert formats.countdown_text(seconds) == shown
