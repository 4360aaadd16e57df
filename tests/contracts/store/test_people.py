"""What every implementation of the port People must do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pos_app.domain.errors import RefusedError, WrongPinError
from pos_app.domain.journal import Action
from pos_app.domain.people import TILL, Person, PersonId, Role
from pos_app.store import Store
from tests.fakes.store import FakeStore
from tests.fakes.store_clock import HandClock


async def test_people_are_listed_by_name(store: Store | FakeStore) -> None:
    """Everybody, sorted, with a number of their own."""
    zoe = await store.people.add("Zoë", Role.MANAGER, "123456", by=TILL)
    anna = await store.people.add("  anna   maier ", Role.CASHIER, "1234", by=zoe.id)
    assert anna == Person(PersonId(2), "anna maier", Role.CASHIER)
    assert await store.people.all() == [anna, zoe]


@pytest.mark.parametrize("name", ["", "   ", "x" * 61, "A\u0000B", "A\u202eB"])
async def test_bad_names_are_refused(store: Store | FakeStore, name: str) -> None:
    """Nothing, too much, or signs that can't be seen."""
    with pytest.raises(RefusedError, match="bad_name"):
        await store.people.add(name, Role.CASHIER, "1234", by=TILL)


@pytest.mark.parametrize("pin", ["123", "1234567890123", "12a4", "", "١٢٣٤", "1234\n"])
async def test_bad_pins_are_refused(store: Store | FakeStore, pin: str) -> None:
    """A PIN has 4 to 12 plain digits."""
    with pytest.raises(RefusedError, match="bad_pin"):
        await store.people.add("Anna", Role.CASHIER, pin, by=TILL)
    assert await store.people.all() == []


async def test_names_are_unique(store: Store | FakeStore) -> None:
    """Two people can't be told apart by capital letters."""
    anna = await store.people.add("Anna", Role.MANAGER, "1234", by=TILL)
    with pytest.raises(RefusedError, match="name_taken"):
        await store.people.add("ANNA", Role.CASHIER, "1234", by=TILL)
    bert = await store.people.add("Bert", Role.CASHIER, "1234", by=TILL)
    with pytest.raises(RefusedError, match="name_taken"):
        await store.people.change(replace(bert, name="anna"), by=anna.id)
    await store.people.change(replace(anna, name="ANNA"), by=anna.id)


async def test_the_last_manager_stays(store: Store | FakeStore) -> None:
    """Somebody must be able to approve."""
    anna = await store.people.add("Anna", Role.MANAGER, "1234", by=TILL)
    for lost in (replace(anna, active=False), replace(anna, role=Role.CASHIER)):
        with pytest.raises(RefusedError, match="last_manager"):
            await store.people.change(lost, by=anna.id)
    bert = await store.people.add("Bert", Role.MANAGER, "1234", by=anna.id)
    await store.people.change(replace(anna, active=False), by=bert.id)
    assert await store.people.all() == [replace(anna, active=False), bert]


async def test_who_is_nobody_is_refused(store: Store | FakeStore) -> None:
    """An unknown number is named."""
    ghost = Person(PersonId(9), "Ghost", Role.MANAGER)
    with pytest.raises(RefusedError, match="no_such_person"):
        await store.people.change(ghost, by=TILL)
    with pytest.raises(RefusedError, match="no_such_person"):
        await store.people.check_pin(ghost.id, "1234")


async def test_the_right_pin_signs_in(store: Store | FakeStore) -> None:
    """Right, wrong, and a new one; a switched-off person never."""
    anna = await store.people.add("Anna", Role.MANAGER, "1234", by=TILL)
    bert = await store.people.add("Bert", Role.CASHIER, "5678", by=anna.id)
    assert await store.people.check_pin(bert.id, "5678") == bert
    with pytest.raises(WrongPinError, match="wrong_pin"):
        await store.people.check_pin(bert.id, "1234")
    await store.people.set_pin(bert.id, "9999", by=anna.id)
    with pytest.raises(WrongPinError, match="wrong_pin"):
        await store.people.check_pin(bert.id, "5678")
    assert await store.people.check_pin(bert.id, "9999") == bert
    await store.people.change(replace(bert, active=False), by=anna.id)
    with pytest.raises(RefusedError, match="not_active"):
        await store.people.check_pin(bert.id, "9999")


async def test_wrong_pins_cost_time(store: Store | FakeStore, clock: HandClock) -> None:
    """From the fifth on a growing wait, even for the right PIN; a right one forgives."""
    anna = await store.people.add("Anna", Role.MANAGER, "1234", by=TILL)
    for expected in (0, 30, 60, 120):
        for _ in range(1 if expected else 5):
            clock.move(expected)
            with pytest.raises(WrongPinError, match="wrong_pin"):
                await store.people.check_pin(anna.id, "0000")
    with pytest.raises(WrongPinError, match="too_early") as refused:
        await store.people.check_pin(anna.id, "1234")
    assert refused.value.params["wait_s"] == 240
    clock.move(239)
    with pytest.raises(WrongPinError, match="too_early") as refused:
        await store.people.check_pin(anna.id, "1234")
    assert refused.value.params["wait_s"] == 1
    clock.move(1)
    assert await store.people.check_pin(anna.id, "1234") == anna
    with pytest.raises(WrongPinError, match="wrong_pin"):
        await store.people.check_pin(anna.id, "0000")
    failures = await store.journal.records(actions=[Action.SIGN_IN_FAILED])
    assert [record.entry.details["failures"] for record in failures] == [*range(1, 9), 1]


async def test_changes_of_people_are_written_down(store: Store | FakeStore) -> None:
    """Who was added or changed by whom is in the journal; a PIN is not."""
    anna = await store.people.add("Anna", Role.MANAGER, "918273", by=TILL)
    await store.people.change(replace(anna, name="Anne"), by=anna.id)
    await store.people.set_pin(anna.id, "736455", by=anna.id)
    records = await store.journal.records(actions=[Action.PERSON_ADDED, Action.PERSON_CHANGED])
    assert [record.entry.by for record in records] == [TILL, anna.id, anna.id]
    assert records[1].entry.details["name"] == "Anne"
    assert not any(pin in str(records) for pin in ("918273", "736455"))
