"""Every finding of the doctor has a sentence on screen, and every fault a way out."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest

from pos_app.domain.journal import JournalHead
from pos_app.domain.limits import Limits
from pos_app.domain.money import Money
from pos_app.domain.people import Person, PersonId, Role
from pos_app.domain.product import CatalogueReading
from pos_app.ports import ConnectionReport
from pos_app.ui.texts.doctor import SENTENCES, check_name, finding_texts, state_word
from pos_app.usecases import doctor
from pos_app.usecases.doctor import PRINTER_PROBLEMS, Finding, State
from pos_app.usecases.journal_keeper import Comparison
from tests.fakes.provider import fake_products

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
KEPT = JournalHead(12, "ab")
URL = "https://api.example/v1"
ANNA = Person(PersonId(1), "Anna", Role.CASHIER)
MARTA = Person(PersonId(2), "Marta", Role.MANAGER)


def everything() -> list[Finding]:
    """One finding of each kind."""
    mega = 1024 * 1024
    products = fake_products()
    reports = [
        ConnectionReport(ok=True, status=200, clock_skew_s=600, balance=Money(100, "EUR")),
        ConnectionReport(ok=True, status=200, clock_skew_s=-90, balance=Money(90_000, "EUR")),
        ConnectionReport(ok=False, code="no_answer"),
        ConnectionReport(ok=False, code="invalid_signature", status=401, clock_skew_s=1),
        ConnectionReport(ok=False, code="invalid_date_header", status=400),
        ConnectionReport(ok=False, code="request_blocked", status=403),
    ]
    return [
        doctor.judge_settings("T1", "Shop"),
        *(doctor.judge_printer("pdf:/x", problem) for problem in ("", *PRINTER_PROBLEMS)),
        doctor.judge_printer("", ""),
        *(doctor.judge_disk(size * mega) for size in (10, 100, 1000)),
        doctor.judge_secrets("keyring", has_secret=True, has_key=True),
        doctor.judge_secrets("file", has_secret=True, has_key=True),
        doctor.judge_secrets("file", has_secret=False, has_key=True),
        doctor.judge_secrets("keyring", has_secret=True, has_key=False),
        doctor.judge_locked("keyring", "locked"),
        doctor.judge_database(""),
        doctor.judge_database("row 7"),
        Finding("database", State.FAIL, "x", "y", "failed", {"said": "io"}),
        doctor.judge_journal(None, Comparison(None)),
        doctor.judge_journal(7, Comparison(None)),
        doctor.judge_journal(None, Comparison(KEPT, missing=3)),
        doctor.judge_journal(None, Comparison(KEPT, replaced=True)),
        *(doctor.judge_people(people) for people in ([], [ANNA], [ANNA, MARTA])),
        doctor.judge_catalogue(None, NOW, Limits()),
        doctor.judge_catalogue(CatalogueReading(products, 0, NOW), NOW, Limits()),
        doctor.judge_catalogue(
            CatalogueReading(products, 0, NOW - timedelta(days=3)), NOW, Limits()
        ),
        *(one for report in reports for one in doctor.judge_connection(report, URL)),
    ]


@pytest.mark.parametrize("finding", everything(), ids=lambda one: f"{one.name}.{one.code}")
def test_each_finding_has_its_sentence(finding: Finding) -> None:
    """Filled with its values; whatever is wrong names one thing to do."""
    sentence, fix = finding_texts(finding)
    assert sentence.endswith(".")
    assert not re.search(r"\{\w+\}|%\d", sentence + fix)
    assert bool(fix) is (finding.state in (State.WARN, State.FAIL))
    assert check_name(finding)
    assert state_word(finding.state)


def test_no_sentence_is_left_over() -> None:
    """Every sentence of the table belongs to something the doctor can find, and the reverse."""
    found = {f"{one.name}.{one.code}" for one in everything() if one.code != "skipped"}
    assert {name for name in found if not name.startswith("clock")} == set(SENTENCES)
