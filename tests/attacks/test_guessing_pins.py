"""Somebody alone with the till guesses PINs."""

from __future__ import annotations

import asyncio
from pathlib import Path

from pos_app.domain.errors import WrongPinError
from pos_app.domain.people import TILL, PersonId, Role
from pos_app.store import Store, create_store, open_store
from tests.fakes.store_clock import HandClock
from tests.unit.store.support import options

HOURS = 1


async def guess(store: Store, person: PersonId, pin: str) -> float | None:
    """Try once: None when the PIN was looked at and wrong, else how long to wait."""
    try:
        await store.people.check_pin(person, pin)
    except WrongPinError as error:
        return float(str(error.params["wait_s"])) if error.code == "too_early" else None
    raise AssertionError(pin)


async def test_the_rate_of_guessing(tmp_path: Path) -> None:
    """An hour of trying as fast as allowed, with restarts: 12 PINs of 10,000 (a day: 104)."""
    clock = HandClock()
    store = await create_store(tmp_path / "data", **options(clock))
    marta = await store.people.add("Marta", Role.MANAGER, "9731", by=TILL)
    end = clock.monotonic() + HOURS * 3600
    tried = 0
    while clock.monotonic() < end:
        wait = await guess(store, marta.id, f"{tried:04d}")
        if wait is None:
            tried += 1
            if tried % 4 == 0:
                await store.close()
                store = await open_store(tmp_path / "data", **options(clock))
        else:
            clock.move(wait)
    await store.close()
    assert tried == 12


async def test_many_guesses_at_once(tmp_path: Path) -> None:
    """Fifty tries started together: as many are looked at as one after the other."""
    store = await create_store(tmp_path / "data", **options(HandClock()))
    marta = await store.people.add("Marta", Role.MANAGER, "9731", by=TILL)
    guesses = (guess(store, marta.id, f"{number:04d}") for number in range(50))
    waits = await asyncio.gather(*guesses)
    await store.close()
    assert sum(wait is None for wait in waits) == 5


async def test_the_right_pin_must_wait_too(tmp_path: Path) -> None:
    """Otherwise a guesser could tell the right one by its being looked at."""
    store = await create_store(tmp_path / "data", **options(HandClock()))
    marta = await store.people.add("Marta", Role.MANAGER, "9731", by=TILL)
    for number in range(5):
        await guess(store, marta.id, f"{number:04d}")
    assert await guess(store, marta.id, "9731") == 30
    await store.close()
