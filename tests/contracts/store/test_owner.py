"""Aged cards, stops, balances and paper numbers: what fake and real store have in common."""

from __future__ import annotations

from datetime import timedelta

import pytest

from pos_app.domain.answer import Proof
from pos_app.domain.card import Card
from pos_app.domain.errors import RefusedError
from pos_app.domain.journal import Action, Entry
from pos_app.domain.money import Money
from pos_app.domain.printjob import PrintKind
from pos_app.domain.sale import LineId
from pos_app.domain.stops import Stop
from pos_app.ports import Balance
from pos_app.store import Store
from tests.fakes.store import FakeStore
from tests.fakes.store_clock import HandClock
from tests.helpers.sales import (
    ANNA,
    CARD,
    deliver,
    given_up,
    handed_over,
    invalidating,
    invalidation_answered,
    invalidation_sent,
    record,
    refund_paid,
)

DAY_S = 24 * 3600
AnyStore = Store | FakeStore


async def handed(store: AnyStore, clock: HandClock) -> LineId:
    """A card that a customer has."""
    sale = await record(store.sales, clock.now())
    line = sale.lines[0].id
    await deliver(store.sales, line, clock.now())
    await store.sales.change_line(line, handed_over(clock.now()))
    return line


async def test_aged_cards_are_closed_and_old(store: AnyStore, clock: HandClock) -> None:
    """Oldest first, as many as asked for; younger ones, open ones and their sales are left out."""
    first = await handed(store, clock)
    clock.move(60)
    second = await handed(store, clock)
    mixed = await record(store.sales, clock.now(), minors=(100, 200))
    await deliver(store.sales, mixed.lines[0].id, clock.now())
    await store.sales.change_line(mixed.lines[0].id, handed_over(clock.now()))
    clock.move(DAY_S)
    young = await handed(store, clock)
    limit = clock.now() - timedelta(hours=1)
    aged = await store.aged_cards.aged(limit, limit=10)
    assert [line.id for line in aged] == [first, second]
    assert [line.id for line in await store.aged_cards.aged(limit, limit=1)] == [first]
    assert young not in {line.id for line in aged}


async def test_an_erased_card_is_known_again(store: AnyStore, clock: HandClock) -> None:
    """The card is gone, its last characters stay, and its like is told from another card."""
    line = await handed(store, clock)
    await store.aged_cards.erase(line, CARD)
    assert await store.sales.card(line) is None
    kept = await store.sales.line(line)
    assert (kept.card_hint, kept.is_closed) == (CARD.hint, True)
    assert await store.sales.is_same_card(line, CARD)
    assert not await store.sales.is_same_card(line, Card(code="OTHER-CODE"))
    assert await store.aged_cards.aged(clock.now() + timedelta(days=1), limit=10) == []
    (record_,) = await store.journal.records(actions=[Action.CARD_ERASED])
    assert (record_.entry.line, record_.entry.details["hint"]) == (line, CARD.hint)
    with pytest.raises(RefusedError, match="already_erased"):
        await store.aged_cards.erase(line, CARD)


async def test_terms_may_change(store: AnyStore, clock: HandClock) -> None:
    """A card is the same when what the customer redeems is the same."""
    line = await handed(store, clock)
    same = Card(code=CARD.code, pin=CARD.pin, urls=CARD.urls, terms_and_conditions="new")
    assert await store.sales.is_same_card(line, same)
    assert not await store.sales.is_same_card(line, Card(code=CARD.code))
    assert not await store.sales.is_same_card(LineId("T1-000009-1"), CARD)


async def test_only_the_same_card_is_erased(store: AnyStore, clock: HandClock) -> None:
    """Another card, one not handed over, or one beside an open case stays."""
    line = await handed(store, clock)
    with pytest.raises(RefusedError, match="other_card"):
        await store.aged_cards.erase(line, Card(code="OTHER-CODE"))
    sale = await record(store.sales, clock.now(), minors=(100, 200))
    one, two = (each.id for each in sale.lines)
    await deliver(store.sales, one, clock.now())
    with pytest.raises(RefusedError, match="not_handed_over"):
        await store.aged_cards.erase(one, CARD)
    await store.sales.change_line(one, handed_over(clock.now()))
    await store.sales.change_line(two, given_up(clock.now()))
    with pytest.raises(RefusedError, match="case_open"):
        await store.aged_cards.erase(one, CARD)
    assert await store.sales.card(one) == CARD
    assert await store.sales.card(line) == CARD


async def test_worthless_and_lost_cards_age_too(store: AnyStore, clock: HandClock) -> None:
    """What nobody was given: invalidated without a look at the card, a loss only by the same."""
    sale = await record(store.sales, clock.now(), minors=(100,))
    void = sale.lines[0].id
    await deliver(store.sales, void, clock.now())
    await store.sales.change_line(void, invalidating(clock.now()))
    await store.sales.change_line(void, invalidation_sent(clock.now()))
    await store.sales.change_line(void, invalidation_answered(clock.now(), Proof.INVALIDATED))
    assert await store.aged_cards.aged(clock.now() + timedelta(days=1), limit=10) == []
    clock.move(60)
    await store.sales.change_line(void, refund_paid(clock.now()))
    # Not before the last thing that happened to it.
    assert await store.aged_cards.aged(clock.now(), limit=10) == []
    clock.move(60)
    aged = await store.aged_cards.aged(clock.now(), limit=10)
    assert [line.id for line in aged] == [void]
    await store.aged_cards.erase(void, None)
    assert await store.sales.card(void) is None
    assert (await store.sales.line(void)).card_hint == CARD.hint
    kept = await handed(store, clock)
    with pytest.raises(RefusedError, match="other_card"):
        await store.aged_cards.erase(kept, None)
    assert await store.sales.card(kept) == CARD


async def test_stops_are_kept_with_their_entries(store: AnyStore, clock: HandClock) -> None:
    """Put, changed, removed; each in the journal, and a removal of nothing is refused."""
    stopped = Entry(Action.SELLING_STOPPED, ANNA, details={"brand": "Kino"})
    resumed = Entry(Action.SELLING_RESUMED, ANNA, details={"brand": "Kino"})
    await store.stops.put(Stop("Kino", "Recalled.", clock.now(), ANNA), stopped)
    await store.stops.put(Stop("", "Power work.", clock.now(), ANNA), stopped)
    later = Stop("Kino", "Recalled again.", clock.now(), ANNA)
    await store.stops.put(later, stopped)
    assert [stop.brand for stop in await store.stops.all()] == ["", "Kino"]
    assert (await store.stops.all())[1] == later
    await store.stops.remove("", resumed)
    with pytest.raises(RefusedError, match="not_stopped"):
        await store.stops.remove("", resumed)
    assert await store.stops.all() == [later]
    actions = [Action.SELLING_STOPPED, Action.SELLING_RESUMED]
    records = await store.journal.records(actions=actions)
    assert [record.entry.action for record in records] == [actions[0]] * 3 + [actions[1]]


async def test_balances_are_kept_when_they_change(store: AnyStore, clock: HandClock) -> None:
    """Equal ones once an hour, others always; asked for by time."""
    began = clock.now()
    for minor, wait_s in ((100, 60), (100, 60), (90, 3480), (90, 180), (90, 0)):
        await store.balances.note(Balance(Money(minor, "EUR"), clock.now()))
        clock.move(wait_s)
    kept = await store.balances.since(began)
    assert [each.available.minor for each in kept] == [100, 90, 90]
    assert await store.balances.since(clock.now()) == kept[2:]


async def test_papers_are_numbered_without_gaps(store: AnyStore, clock: HandClock) -> None:
    """Per kind from 1 on; a line keeps its number."""
    sale = await record(store.sales, clock.now(), minors=(100, 200))
    one, two = (line.id for line in sale.lines)
    numbers = store.paper_numbers
    assert await numbers.number(PrintKind.VOID, two) == 1
    assert await numbers.number(PrintKind.VOID, one) == 2
    assert await numbers.number(PrintKind.REFUND, one) == 1
    assert await numbers.number(PrintKind.VOID, two) == 1
