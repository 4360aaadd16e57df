"""The words of the slips."""

from __future__ import annotations

import re
import string
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from pos_app.domain.money import Language
from pos_app.domain.slip import DAY_SUMS
from pos_app.printing.texts import TEXTS, say, say_date, say_exact_time

ENGLISH, GERMAN = TEXTS[Language.EN], TEXTS[Language.DE]
SOURCES = Path(__file__).parents[3] / "pos_app" / "printing"


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_language_has_every_sentence() -> None:
    """A slip never lacks a sentence, in any language."""
    assert set(TEXTS) == set(Language)
    assert set(ENGLISH) == set(GERMAN)
    assert all(text.strip() for table in TEXTS.values() for text in table.values())


@pytest.mark.parametrize("key", sorted(ENGLISH))
def test_sentences_have_the_same_fields(key: str) -> None:
    """What one language fills in, the other does too."""
    assert _fields(ENGLISH[key]) == _fields(GERMAN[key])


def test_every_sentence_is_used() -> None:
    """No sentence is kept that no slip says."""
    used = "".join(
        path.read_text(encoding="utf-8") for path in SOURCES.glob("*.py") if path.stem != "texts"
    )
    built = {"delivery_code", "delivery_url", "delivery_email", "pin_not_printable"}
    built |= {"code_not_printable", *DAY_SUMS}
    unused = {key for key in ENGLISH if not re.search(rf"[\"']{key}[\"']", used)}
    assert unused <= built


def test_values_are_not_read_as_formats() -> None:
    """A brand named `{number}` stays `{number}`."""
    assert "{number}" in say(Language.EN, "scan_in_shop", brand="{number}")


@pytest.mark.parametrize(
    ("language", "shown"), [(Language.EN, "3 Nov 2029"), (Language.DE, "03.11.2029")]
)
def test_dates_leave_no_doubt(language: Language, shown: str) -> None:
    """Nobody can take the month for the day."""
    assert say_date(language, date(2029, 11, 3)) == shown


@pytest.mark.parametrize(
    ("minutes", "zone"), [(60, "UTC+1"), (0, "UTC+0"), (-210, "UTC-3:30"), (345, "UTC+5:45")]
)
def test_exact_times_tell_their_zone(minutes: int, zone: str) -> None:
    """Local time on paper can be placed by its distance from UTC."""
    moment = datetime(2026, 3, 29, 2, 0, 5, tzinfo=timezone(timedelta(minutes=minutes)))
    assert say_exact_time(Language.EN, moment) == f"29 Mar 2026, 02:00:05 ({zone})"
