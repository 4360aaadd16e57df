"""Whoever changes the journal by hand is found out, and the entry is named (M16)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.journal import Action, Detail, Entry
from pos_app.domain.people import PersonId
from pos_app.store import Store
from pos_app.store.journal import details_text
from tests.fakes.store_clock import HandClock
from tests.helpers.sales import record
from tests.unit.store.support import by_hand, tamper

VALUES = st.none() | st.integers(-(2**60), 2**60) | st.text(st.characters(codec=None))


async def _write(store: Store, count: int) -> None:
    entries = [Entry(Action.SIGNED_IN, PersonId(n), details={"n": n}) for n in range(2, count + 2)]
    await store.journal.write(*entries)


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("UPDATE journal SET details = '{\"n\":9}' WHERE seq = 5", 5),
        ("UPDATE journal SET at = at + 1 WHERE seq = 4", 4),
        ("UPDATE journal SET by = 1 WHERE seq = 3", 3),
        ("UPDATE journal SET by_name = 'Anna' WHERE seq = 3", 3),
        ("UPDATE journal SET action = 'signed_out' WHERE seq = 9", 9),
        ("UPDATE journal SET sale = 'T1-000001' WHERE seq = 9", 9),
        ("UPDATE journal SET line = 'T1-000001-1' WHERE seq = 9", 9),
        ("UPDATE journal SET mac = zeroblob(32) WHERE seq = 10", 10),
        ("UPDATE journal SET prev = zeroblob(32) WHERE seq = 10", 10),
        ("DELETE FROM journal WHERE seq = 6", 6),
        ("DELETE FROM journal WHERE seq >= 9", 9),
        ("DELETE FROM journal", 1),
        ("UPDATE till SET journal_seq = 12", 12),
        ("UPDATE till SET journal_seal = zeroblob(32)", 12),
        (
            (
                "INSERT INTO journal SELECT 12, at, by, by_name, action, sale, line, details, mac,"
                " mac FROM journal WHERE seq = 11"
            ),
            12,
        ),
    ],
)
async def test_a_change_by_hand_is_named(
    store: Store, folder: Path, statement: str, broken: int
) -> None:
    """Any column, a missing entry, a cut tail, an invented one."""
    await _write(store, 10)
    assert await store.journal.verify() is None
    tamper(folder, statement)
    assert await store.journal.verify() == broken


async def test_two_swapped_entries_are_named(store: Store, folder: Path) -> None:
    """The order is part of the chain."""
    await _write(store, 5)
    tamper(
        folder,
        "UPDATE journal SET seq = 99 WHERE seq = 3",
        "UPDATE journal SET seq = 3 WHERE seq = 4",
        "UPDATE journal SET seq = 4 WHERE seq = 99",
    )
    assert await store.journal.verify() == 3


async def test_a_cut_tail_shows_even_with_a_fitting_count(store: Store, folder: Path) -> None:
    """Count and head put right by hand: the seal over them needs the key."""
    await _write(store, 5)
    tamper(
        folder,
        "DELETE FROM journal WHERE seq = 6",
        "UPDATE till SET journal_seq = 5, journal_mac = (SELECT mac FROM journal WHERE seq = 5)",
    )
    assert await store.journal.verify() == 6


async def test_long_journals_are_verified_in_chunks(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whole chunks, none left over, and one more: all the same."""
    monkeypatch.setattr("pos_app.store.journal._CHUNK", 4)
    for _ in range(5):
        await _write(store, 3)
        assert await store.journal.verify() is None
    tamper(folder, "DELETE FROM journal WHERE seq = 13")
    assert await store.journal.verify() == 13


async def test_the_till_goes_on_after_tampering(
    store: Store, folder: Path, clock: HandClock
) -> None:
    """A cut tail must not stop the shop; it must show."""
    await _write(store, 3)
    tamper(folder, "DELETE FROM journal WHERE seq = 4")
    await record(store.sales, clock.now())
    assert await store.journal.verify() == 4


async def test_the_head_is_told(store: Store, folder: Path, clock: HandClock) -> None:
    """Count and last seal, to be kept elsewhere."""
    await _write(store, 2)
    head = await store.journal.head()
    with by_hand(folder) as connection:
        row = connection.execute("SELECT * FROM journal ORDER BY seq DESC").fetchone()
    assert (head.count, head.seal) == (row["seq"], row["mac"].hex())
    assert head.at == clock.now()
    assert await store.journal.seal_of(head.count) == head.seal
    assert await store.journal.seal_of(head.count + 1) is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET at = 0",
        "DELETE FROM journal",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq = 1",
        (
            "INSERT INTO journal SELECT seq + 5, at, by, by_name, action, sale, line, details,"
            " prev, mac FROM journal WHERE seq = 1"
        ),
        "UPDATE till SET journal_seq = 0",
        "DELETE FROM till",
        "UPDATE till SET installation = 'x'",
    ],
)
async def test_the_database_itself_refuses(store: Store, folder: Path, statement: str) -> None:
    """Triggers stop a mistake of the program, or of a person with a database tool."""
    await _write(store, 2)
    with by_hand(folder) as connection:
        connection.execute("PRAGMA recursive_triggers = ON")
        with pytest.raises(connection.IntegrityError):
            connection.execute(statement)
    assert await store.journal.verify() is None


async def test_names_stay_as_they_were(store: Store) -> None:
    """Somebody nobody knows keeps the number."""
    await store.journal.write(Entry(Action.SIGNED_IN, PersonId(7)), Entry(Action.SIGNED_IN))
    assert [r.by_name for r in (await store.journal.records())[-2:]] == ["#7", "Till"]


@given(details=st.dictionaries(st.text(max_size=20), VALUES, max_size=8))
def test_small_details_are_kept_as_they_are(details: dict[str, Detail]) -> None:
    """What fits is not touched, whatever signs it has."""
    assert json.loads(details_text(details.items())) == details


LONG = st.tuples(st.text(max_size=3), st.integers(0, 50_000)).map(lambda pair: pair[0] * pair[1])


@given(details=st.dictionaries(st.text(max_size=300), VALUES | LONG, max_size=60))
def test_details_never_grow_too_large(details: dict[str, Detail]) -> None:
    """However long they were: they fit, and stay readable."""
    text = details_text(details.items())
    assert len(text) <= 8000
    assert set(json.loads(text)) <= set(details)


async def test_an_overlong_entry_is_cut_and_stored(store: Store) -> None:
    """A provider that answers with a novel can't stop the journal."""
    await store.journal.write(Entry(Action.ORDER_ANSWERED, details={"code": "x" * 10**6}))
    stored = (await store.journal.records())[-1].entry.details["code"]
    assert stored == "x" * 1000 + "…"
    assert await store.journal.verify() is None


def test_very_many_details_are_cut_too() -> None:
    """Even names alone can be too much."""
    details = {f"name {number:05d}": number for number in range(5000)}
    text = details_text(details.items())
    assert 1000 < len(text) <= 8000
