"""Labels, favourites and what sells: what fake and real store have in common."""

from __future__ import annotations

import pytest

from pos_app.domain.errors import RefusedError
from pos_app.domain.journal import Action, Entry
from pos_app.domain.kept_cart import IN_HAND
from pos_app.store import Store
from tests.fakes.store import FakeStore
from tests.fakes.store_clock import HandClock
from tests.helpers.sales import ANNA, deliver, record

AnyStore = Store | FakeStore
TAUGHT = Entry(Action.LABEL_TAUGHT, ANNA, details={"label": "4006"})
FORGOTTEN = Entry(Action.LABEL_FORGOTTEN, ANNA, details={"label": "4006"})


async def test_labels_are_kept_with_their_entries(store: AnyStore) -> None:
    """Put, corrected, removed; each in the journal, and a removal of nothing is refused."""
    assert await store.shelf.labels() == {}
    await store.shelf.put_label("4006", "p-1", TAUGHT)
    await store.shelf.put_label("1234", "p-2", TAUGHT)
    await store.shelf.put_label("4006", "p-3", TAUGHT)
    assert await store.shelf.labels() == {"1234": "p-2", "4006": "p-3"}
    await store.shelf.remove_label("4006", FORGOTTEN)
    with pytest.raises(RefusedError, match="no_such_label"):
        await store.shelf.remove_label("4006", FORGOTTEN)
    assert await store.shelf.labels() == {"1234": "p-2"}
    told = [Action.LABEL_TAUGHT, Action.LABEL_FORGOTTEN]
    records = await store.journal.records(actions=told)
    assert [each.entry.action for each in records] == [told[0]] * 3 + [told[1]]


async def test_favourites_are_marked_once(store: AnyStore) -> None:
    """Marking twice is marking; taking away what is not marked is nothing."""
    for code in ("p-2", "p-1", "p-2"):
        await store.shelf.mark(code, favourite=True)
    assert list(await store.shelf.favourites()) == ["p-1", "p-2"]
    for code in ("p-2", "p-3"):
        await store.shelf.mark(code, favourite=False)
    assert list(await store.shelf.favourites()) == ["p-1"]


async def test_only_delivered_cards_count(store: AnyStore, clock: HandClock) -> None:
    """Best sellers and recently sold know what customers got; taking back is not known yet."""
    sale = await record(store.sales, clock.now(), minors=(100, 200))
    assert await store.shelf.best_sellers(limit=5) == {}
    assert list(await store.shelf.recently_sold(limit=5)) == []
    for line in sale.lines:
        await deliver(store.sales, line.id, clock.now())
    code = sale.lines[0].product.code
    assert await store.shelf.best_sellers(limit=5) == {code: 2}
    assert list(await store.shelf.recently_sold(limit=5)) == [code]
    assert await store.shelf.taken_back() == {}


async def test_a_recorded_sale_takes_the_cart_in_hand(store: AnyStore, clock: HandClock) -> None:
    """In the same transaction; parked carts stay."""
    await store.sales.save_cart(IN_HAND, "{}")
    await store.sales.save_cart("parked 1", "{}")
    await record(store.sales, clock.now())
    assert await store.sales.carts() == {"parked 1": "{}"}
