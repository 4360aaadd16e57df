"""What every implementation of the port Journal must do."""

from __future__ import annotations

from datetime import timedelta

from pos_app.domain.journal import Action, Detail, Entry
from pos_app.domain.people import TILL, PersonId, Role
from pos_app.store import Store
from tests.fakes.store import FakeStore
from tests.fakes.store_clock import HandClock


async def test_entries_come_back_numbered(store: Store | FakeStore, clock: HandClock) -> None:
    """Numbers without gaps, the time of writing, the name of who it was, all details."""
    anna = await store.people.add("Anna", Role.CASHIER, "1234", by=TILL)
    before = len(await store.journal.records())
    details: dict[str, Detail] = {"what": "theme", "n": 3, "nothing": None}
    await store.journal.write(
        Entry(Action.SETTINGS_CHANGED, anna.id, details=details), Entry(Action.SIGNED_OUT, anna.id)
    )
    first, second = (await store.journal.records())[before:]
    assert (first.seq, second.seq) == (before + 1, before + 2)
    assert first.at == clock.now()
    assert first.by_name == "Anna"
    assert first.entry == Entry(Action.SETTINGS_CHANGED, anna.id, details=details)


async def test_writing_nothing_is_fine(store: Store | FakeStore) -> None:
    """No entries, no change."""
    before = await store.journal.records()
    await store.journal.write()
    assert await store.journal.records() == before


async def test_records_are_chosen_by_date_and_action(
    store: Store | FakeStore, clock: HandClock
) -> None:
    """Both dates are included; actions narrow the choice."""
    await store.journal.write(Entry(Action.SIGNED_IN, PersonId(1)))
    clock.move(timedelta(days=2).total_seconds())
    await store.journal.write(
        Entry(Action.SIGNED_IN, PersonId(2)), Entry(Action.SIGNED_OUT, PersonId(2))
    )
    today = clock.now().astimezone().date()
    recent = await store.journal.records(since=today, until=today)
    assert [record.entry.action for record in recent] == [Action.SIGNED_IN, Action.SIGNED_OUT]
    old = await store.journal.records(until=today - timedelta(days=2), actions=[Action.SIGNED_IN])
    assert [record.entry.by for record in old] == [1]
    assert await store.journal.records(actions=[]) == []


async def test_an_untouched_journal_is_sound(store: Store | FakeStore) -> None:
    """The chain holds."""
    await store.journal.write(Entry(Action.SIGNED_IN, PersonId(1)))
    assert await store.journal.verify() is None


async def test_the_head_moves_on(store: Store | FakeStore, clock: HandClock) -> None:
    """Count, seal and time of the last entry; seals of entries that are not there are none."""
    before = await store.journal.head()
    await store.journal.write(Entry(Action.SIGNED_IN, PersonId(1)))
    head = await store.journal.head()
    assert (head.count, head.at) == (before.count + 1, clock.now())
    assert head.seal != before.seal
    assert await store.journal.seal_of(head.count) == head.seal
    if before.count:
        assert await store.journal.seal_of(before.count) == before.seal
    assert await store.journal.seal_of(head.count + 1) is None
    assert await store.journal.seal_of(0) is None
