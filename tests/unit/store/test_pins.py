"""PINs: hashed for good, guessed slowly, counted by the clock."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pos_app.domain.errors import WrongPinError
from pos_app.domain.people import TILL, Role
from pos_app.store import Store, create_store, open_store
from pos_app.store.pins import delay_s, hash_pin, pin_matches, wait_s
from tests.fakes.store_clock import HandClock
from tests.helpers.waiting import until
from tests.unit.store.support import by_hand, files_below, options

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def test_delays_grow_from_the_fifth_failure() -> None:
    """Nothing for four, then doubling up to a quarter of an hour."""
    assert [delay_s(n) for n in range(12)] == [0] * 5 + [30, 60, 120, 240, 480, 900, 900]
    assert delay_s(10**6) == 900


def test_a_day_of_guessing_finds_little() -> None:
    """How many PINs somebody can try in 24 hours at an unwatched till."""
    tries, seconds = 0, 0
    while seconds < 24 * 3600:
        tries += 1
        seconds += delay_s(tries)
    assert tries == 104


@pytest.mark.parametrize(
    ("failures", "seconds_ago", "wait"),
    [(4, 0, 0), (5, 0, 30), (5, 29.5, 1), (5, 30, 0), (6, 10, 50), (5, -3600, 30)],
)
def test_the_wait_shrinks_with_the_clock(failures: int, seconds_ago: float, wait: int) -> None:
    """Rounded up; a clock put back neither shortens nor lengthens it."""
    assert wait_s(failures, NOW - timedelta(seconds=seconds_ago), NOW) == wait


def test_a_hash_is_argon2id_and_fits_its_pin_only() -> None:
    """Salted, so that equal PINs differ."""
    one, two = hash_pin("1234"), hash_pin("1234")
    assert one.startswith("$argon2id$")
    assert one != two
    assert pin_matches(one, "1234")
    assert not pin_matches(one, "1235")


async def test_failures_outlive_a_restart(folder: Path, clock: HandClock) -> None:
    """Starting the program again does not forget them; a clock put back does not help."""
    store = await create_store(folder, **options(clock))
    anna = await store.people.add("Anna", Role.MANAGER, "1234", by=TILL)
    for _ in range(5):
        with pytest.raises(WrongPinError, match="wrong_pin"):
            await store.people.check_pin(anna.id, "0000")
    await store.close()
    store = await open_store(folder, **options(clock))
    clock.move(-3600)
    with pytest.raises(WrongPinError, match="too_early") as refused:
        await store.people.check_pin(anna.id, "1234")
    assert refused.value.params["wait_s"] == 30
    clock.move(3630)
    assert await store.people.check_pin(anna.id, "1234") == anna
    await store.close()


async def test_many_tries_at_once_are_counted_each(store: Store) -> None:
    """Asking in parallel does not get around the delay."""
    anna = await store.people.add("Anna", Role.MANAGER, "1234", by=TILL)
    pins = [f"{n:04d}" for n in range(12)]
    results = await asyncio.gather(
        *(store.people.check_pin(anna.id, pin) for pin in pins), return_exceptions=True
    )
    codes = [result.code for result in results if isinstance(result, WrongPinError)]
    assert (codes.count("wrong_pin"), codes.count("too_early")) == (5, 7)


async def test_a_try_is_counted_before_it_is_judged(store: Store, folder: Path) -> None:
    """Killed between the look and the verdict: the try still counts."""
    anna = await store.people.add("Anna", Role.MANAGER, "1234", by=TILL)
    task = asyncio.create_task(store.people.check_pin(anna.id, "0000"))
    await until(lambda: _failures(folder))
    assert _failures(folder) == [1]
    with pytest.raises(WrongPinError, match="wrong_pin"):
        await task


def _failures(folder: Path) -> list[int]:
    with by_hand(folder) as connection:
        return [row["count"] for row in connection.execute("SELECT count FROM pin_failures")]


async def test_no_file_holds_a_pin(store: Store, folder: Path) -> None:
    """Only the hash is written."""
    anna = await store.people.add("Anna", Role.MANAGER, "918273645546", by=TILL)
    with pytest.raises(WrongPinError):
        await store.people.check_pin(anna.id, "736451728190")
    content = b"".join(path.read_bytes() for path in files_below(folder))
    assert b"918273645546" not in content
    assert b"736451728190" not in content
