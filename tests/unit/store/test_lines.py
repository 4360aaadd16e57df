"""What is written beside a line: attempts, knowledge, texts from outside, times."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.answer import Answer, Proof
from pos_app.domain.card import Card
from pos_app.domain.orders import interrupt, take_answer
from pos_app.store import Store, open_store
from pos_app.store.rows import from_ticks, storable, to_ticks
from pos_app.store.search import amounts_meant, fold
from tests.fakes.store_clock import HandClock
from tests.helpers.sales import (
    LIMITS,
    answered,
    completed,
    deliver,
    invalidating,
    invalidation_answered,
    invalidation_sent,
    record,
    sending,
)
from tests.unit.store.support import by_hand, options


def _attempts(folder: Path) -> list[tuple[object, ...]]:
    query = "SELECT kind, request_key, sent_at IS NOT NULL, proof, status, code FROM attempts"
    with by_hand(folder) as connection:
        return [tuple(row) for row in connection.execute(f"{query} ORDER BY id")]


async def test_each_request_is_kept_with_its_outcome(
    store: Store, folder: Path, clock: HandClock
) -> None:
    """Sent and interrupted, sent and unanswered, asked by GET, sent to invalidate."""
    sale = await record(store.sales, clock.now())
    line, key = sale.lines[0].id, sale.lines[0].request.key
    await store.sales.change_line(line, sending(clock.now()))
    await store.sales.change_line(line, interrupt)
    await store.sales.change_line(line, sending(clock.now()))
    await store.sales.change_line(line, answered(clock.now(), Proof.UNCLEAR, "timeout"))
    await store.sales.change_line(line, sending(clock.now()))
    await store.sales.change_line(line, answered(clock.now(), Proof.UNCLEAR))
    await store.sales.change_line(line, answered(clock.now(), Proof.COMPLETED))
    await store.sales.change_line(line, invalidating(clock.now()))
    await store.sales.change_line(line, invalidation_sent(clock.now()))
    await store.sales.change_line(line, invalidation_answered(clock.now(), Proof.UNCLEAR))
    assert _attempts(folder) == [
        ("order", key, 1, "interrupted", None, None),
        ("order", key, 1, "unclear", 400, "timeout"),
        ("order", key, 1, "unclear", None, ""),
        ("question", None, 0, "completed", 201, ""),
        ("invalidation", None, 1, "unclear", 200, ""),
    ]


async def test_an_attempt_is_open_until_it_is_answered(
    store: Store, folder: Path, clock: HandClock
) -> None:
    """Under way: no outcome yet."""
    sale = await record(store.sales, clock.now())
    await store.sales.change_line(sale.lines[0].id, sending(clock.now()))
    assert _attempts(folder) == [("order", "key-T1-000001-1", 1, None, None, None)]


async def test_half_signs_from_outside_can_be_stored(store: Store, clock: HandClock) -> None:
    """Broken JSON may hold what UTF-8 can't: an answer must be storable all the same (R8)."""
    sale = await record(store.sales, clock.now(), minors=(100, 200))
    one, two = (line.id for line in sale.lines)
    card = Card(code="ABCD-EFGH-JK\ud800L", terms_and_conditions="\udfff")
    now = clock.now()
    await store.sales.change_line(one, sending(now))
    good = completed(sale.lines[0], card)
    await store.sales.change_line(one, lambda x: take_answer(x, good, now=now, limits=LIMITS))
    assert await store.sales.card(one) == card
    assert (await store.sales.line(one)).card_hint == "JK?L"
    await store.sales.change_line(two, sending(now))
    bad = Answer(proof=Proof.REFUSED, code="\ud800 no", status=400, request_id="\udc00")
    await store.sales.change_line(two, lambda x: take_answer(x, bad, now=now, limits=LIMITS))
    assert (await store.sales.line(two)).failure == "? no"
    assert await store.journal.verify() is None
    assert await store.sales.find_lines("\ud800 nothing") == []


async def test_everything_outlives_a_restart(store: Store, folder: Path, clock: HandClock) -> None:
    """Another connection, as after a start: the same lines, card, cart, sale in front."""
    sale = await record(store.sales, clock.now())
    line = await deliver(store.sales, sale.lines[0].id, clock.now())
    await store.sales.save_cart("a", "[1]")
    again = await open_store(folder, **options(clock))
    assert await again.sales.open_lines() == [line]
    assert await again.sales.card(line.id) == await store.sales.card(line.id)
    assert await again.sales.current_sale() == sale.id
    assert await again.sales.carts() == {"a": "[1]"}
    await again.close()


@given(
    moment=st.datetimes(timezones=st.just(UTC)),
    offset=st.integers(-14 * 60, 14 * 60),
)
def test_times_come_back_to_the_microsecond(moment: datetime, offset: int) -> None:
    """Whatever zone they were told in, they are the same moment in UTC."""
    assert from_ticks(to_ticks(moment)) == moment
    assert from_ticks(to_ticks(moment)).tzinfo is UTC
    inside = moment.replace(year=min(max(moment.year, 2), 9998))
    elsewhere = inside.astimezone(timezone(timedelta(minutes=offset)))
    assert to_ticks(elsewhere) == to_ticks(inside)


@given(text=st.text())
def test_sound_texts_are_stored_as_they_are(text: str) -> None:
    """Only half signs are replaced."""
    assert storable(text) == text
    assert storable(None) is None


@pytest.mark.parametrize(
    ("word", "currency", "meant"),
    [
        ("50", "EUR", {5000}),
        ("50.", "EUR", set()),
        ("50.5", "EUR", {5050}),
        ("50,50", "EUR", {5050}),
        ("1.234", "EUR", {123400}),
        ("1,234", "EUR", {123400}),
        ("1.234,5", "EUR", {123450}),
        ("1,234,567.89", "EUR", {123456789}),
        ("50.505", "EUR", {5050500}),
        ("0.001", "KWD", {1, 1000}),
        ("50", "JPY", {50}),
        ("50.0", "JPY", set()),
        ("12a", "EUR", set()),
        ("-5", "EUR", set()),
        ("9" * 30, "EUR", set()),
        ("٥", "EUR", set()),
    ],
)
def test_amounts_are_understood_in_both_forms(word: str, currency: str, meant: set[int]) -> None:
    """A point or a comma, with or without thousands; what can be both is both."""
    assert amounts_meant(word, currency) == meant


def test_folding_forgets_case_and_accents() -> None:
    """So that a keyboard without umlauts finds them."""
    assert fold("BÜCHERWELT Straße É") == "bucherwelt strasse e"
