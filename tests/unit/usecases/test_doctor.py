"""The doctor's judgements, one by one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from pos_app.domain.journal import JournalHead
from pos_app.domain.limits import Limits
from pos_app.domain.money import Money
from pos_app.domain.people import Person, PersonId, Role
from pos_app.domain.product import CatalogueReading
from pos_app.ports import ConnectionReport
from pos_app.usecases import doctor
from pos_app.usecases.doctor import Finding, State
from pos_app.usecases.journal_keeper import Comparison
from tests.fakes.provider import fake_products

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
URL = "https://api.example/v1"


def test_only_failures_stop_sales() -> None:
    """Warnings and skipped checks don't."""
    fine = [Finding("a", state, "") for state in (State.OK, State.WARN, State.SKIPPED)]
    assert doctor.can_sell(fine)
    assert not doctor.can_sell([*fine, Finding("b", State.FAIL, "")])


@pytest.mark.parametrize(
    ("kind", "has_secret", "has_key", "state"),
    [
        ("keyring", True, True, State.OK),
        ("environment", True, True, State.OK),
        ("file", True, True, State.WARN),
        ("keyring", False, True, State.FAIL),
        ("keyring", True, False, State.FAIL),
    ],
)
def test_secrets(kind: str, has_secret: bool, has_key: bool, state: State) -> None:  # noqa: FBT001
    """A file is allowed with a warning; a missing secret or key is not."""
    finding = doctor.judge_secrets(kind, has_secret=has_secret, has_key=has_key)
    assert finding.state is state
    assert bool(finding.fix) is (state is not State.OK)


@pytest.mark.parametrize(
    ("people", "state"),
    [
        ([], State.FAIL),
        ([Person(PersonId(1), "Anna", Role.MANAGER, active=False)], State.FAIL),
        ([Person(PersonId(1), "Anna", Role.CASHIER)], State.WARN),
        ([Person(PersonId(1), "Anna", Role.MANAGER)], State.OK),
    ],
)
def test_people(people: list[Person], state: State) -> None:
    """Somebody must be able to sign in, and better also to approve."""
    assert doctor.judge_people(people).state is state


@pytest.mark.parametrize(
    ("megabytes", "state"),
    [(49, State.FAIL), (50, State.WARN), (499, State.WARN), (500, State.OK)],
)
def test_disk(megabytes: int, state: State) -> None:
    """Sales need room."""
    finding = doctor.judge_disk(megabytes * 1024 * 1024)
    assert (finding.state, str(megabytes) in finding.sentence) == (state, True)


def test_journal() -> None:
    """A broken chain and a lost end stop sales; the sentence says where and how much."""
    kept = JournalHead(12, "ab")
    for fine in (Comparison(None), Comparison(kept)):
        assert doctor.judge_journal(None, fine).state is State.OK
    for first_broken, compared, words in (
        (7, Comparison(None), "entry 7"),
        (None, Comparison(kept, missing=3), "3 of 12 are missing"),
        (None, Comparison(kept, replaced=True), "entry 12 is not the one"),
    ):
        broken = doctor.judge_journal(first_broken, compared)
        assert (broken.state, words in broken.sentence) == (State.FAIL, True)


def test_catalogue() -> None:
    """No catalogue, an empty one and an old one are worth a warning."""
    young = CatalogueReading(fake_products(), 0, NOW - timedelta(hours=23))
    old = CatalogueReading(fake_products(), 0, NOW - timedelta(hours=25))
    empty = CatalogueReading((), 3, NOW)
    states = [
        doctor.judge_catalogue(reading, NOW, Limits()).state
        for reading in (None, empty, old, young)
    ]
    assert states == [State.WARN, State.WARN, State.WARN, State.OK]


@pytest.mark.parametrize(
    ("report", "words", "fix"),
    [
        (ConnectionReport(ok=False, code="not_sent", message="name_unknown"), "no", "network"),
        (ConnectionReport(ok=False, code="no_answer"), "no answer in time", "network"),
        (ConnectionReport(ok=False, code="odd"), "odd", "network"),
        (
            ConnectionReport(ok=False, code="invalid_signature", status=401, message="No."),
            "401 (invalid_signature: No)",
            "secret",
        ),
        (
            ConnectionReport(ok=False, code="invalid_date_header", status=400),
            "400 (invalid_date_header)",
            "clock",
        ),
        (
            ConnectionReport(ok=False, code="request_blocked", status=403),
            "request_blocked",
            "Ask the provider",
        ),
    ],
)
def test_failed_connection(report: ConnectionReport, words: str, fix: str) -> None:
    """Each failure has the provider's code or a plain word, and its own way out."""
    connection, clock, balance = doctor.judge_connection(report, URL)
    assert connection.state is State.FAIL
    assert words in connection.sentence
    assert fix in connection.fix
    assert (clock.state, balance.state) == (State.SKIPPED, State.SKIPPED)


@pytest.mark.parametrize(
    ("skew", "state", "words"),
    [
        (0.0, State.OK, "0 s behind"),
        (60.0, State.OK, "60 s ahead of"),
        (-61.0, State.WARN, "61 s behind"),
        (600.0, State.WARN, "600 s ahead of"),
    ],
)
def test_clock(skew: float, state: State, words: str) -> None:
    """A clock that is off is told with its size."""
    report = ConnectionReport(ok=True, status=200, clock_skew_s=skew)
    _connection, clock, _balance = doctor.judge_connection(report, URL)
    assert (clock.state, words in clock.sentence) == (state, True)
    assert ("provider's time" in clock.fix) is (abs(skew) > 300)


@pytest.mark.parametrize(("minor", "state"), [(9_999, State.WARN), (10_000, State.OK)])
def test_balance(minor: int, state: State) -> None:
    """A low balance is worth a warning."""
    report = ConnectionReport(ok=True, status=200, balance=Money(minor, "EUR"))
    connection, _clock, balance = doctor.judge_connection(report, URL)
    assert (connection.state, balance.state) == (State.OK, state)
    for level, judged in ((minor + 1, State.WARN), (minor, State.OK), (0, State.OK)):
        found = doctor.judge_connection(report, URL, warning=Money(level, "EUR"))
        assert found[2].state is judged
