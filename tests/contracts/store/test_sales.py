"""What every implementation of the port Sales must do."""

from __future__ import annotations

import pytest

from pos_app.domain.answer import Proof
from pos_app.domain.change import Change
from pos_app.domain.errors import RefusedError
from pos_app.domain.journal import Action
from pos_app.domain.sale import Line, LineId, OrderState, SaleId, Trouble
from pos_app.store import Store
from tests.fakes.store import FakeStore
from tests.fakes.store_clock import HandClock
from tests.helpers.sales import (
    CARD,
    answered,
    deliver,
    given_up,
    handed_over,
    invalidating,
    invalidation_answered,
    invalidation_sent,
    new_line,
    new_sale,
    record,
    refund_paid,
    replaced_by,
    sending,
)


async def test_a_sale_comes_back_as_it_was_recorded(
    store: Store | FakeStore, clock: HandClock
) -> None:
    """Sale and lines are read back exactly, and the next number is free."""
    assert await store.sales.next_sale_number() == 1
    sale = await record(store.sales, clock.now(), minors=(5000, 1))
    assert await store.sales.sale(sale.id) == sale
    assert await store.sales.line(sale.lines[1].id) == sale.lines[1]
    assert await store.sales.next_sale_number() == 2


async def test_a_sale_number_is_used_once(store: Store | FakeStore, clock: HandClock) -> None:
    """Confirming the same payment twice records one sale."""
    sale = await record(store.sales, clock.now())
    with pytest.raises(RefusedError, match="number_taken"):
        await store.sales.record_sale(sale, [])
    with pytest.raises(RefusedError, match="number_taken"):
        await store.sales.record_sale(new_sale(3, clock.now()), [])
    assert len(await store.sales.find_lines("")) == 1


async def test_a_recorded_sale_is_in_front(store: Store | FakeStore, clock: HandClock) -> None:
    """The sale just paid is the current one until another is put there, or none (M10)."""
    assert await store.sales.current_sale() is None
    sale = await record(store.sales, clock.now())
    assert await store.sales.current_sale() == sale.id
    await store.sales.set_current_sale(None)
    assert await store.sales.current_sale() is None
    await store.sales.set_current_sale(sale.id)
    assert await store.sales.current_sale() == sale.id


async def test_unknown_ids_are_refused(store: Store | FakeStore) -> None:
    """Lines and sales that never were are named, not invented."""
    with pytest.raises(RefusedError, match="no_such_line"):
        await store.sales.line(LineId("T1-000009-1"))
    with pytest.raises(RefusedError, match="no_such_line"):
        await store.sales.change_line(LineId("T1-000009-1"), Change)
    with pytest.raises(RefusedError, match="no_such_sale"):
        await store.sales.sale(SaleId("T1-000009"))
    assert await store.sales.card(LineId("T1-000009-1")) is None


async def test_a_delivered_line_has_its_card(store: Store | FakeStore, clock: HandClock) -> None:
    """What `change_line` returned is what is stored, and the card comes back."""
    sale = await record(store.sales, clock.now())
    line = await deliver(store.sales, sale.lines[0].id, clock.now())
    assert line.order is OrderState.DELIVERED
    assert await store.sales.line(line.id) == line
    assert await store.sales.card(line.id) == CARD


async def test_a_refusal_changes_nothing(store: Store | FakeStore, clock: HandClock) -> None:
    """RefusedError from the decision passes through; line and journal stay."""
    sale = await record(store.sales, clock.now())
    before = await store.journal.records()
    with pytest.raises(RefusedError, match="not_delivered"):
        await store.sales.change_line(sale.lines[0].id, handed_over(clock.now()))
    assert await store.sales.line(sale.lines[0].id) == sale.lines[0]
    assert await store.journal.records() == before


async def test_open_lines_are_those_not_closed(store: Store | FakeStore, clock: HandClock) -> None:
    """Oldest first; a handed-over and a refunded line are gone from the list."""
    first = await record(store.sales, clock.now(), minors=(100, 200, 300))
    clock.move(60)
    second = await record(store.sales, clock.now(), minors=(400,))
    one, two, three = (line.id for line in first.lines)
    await deliver(store.sales, one, clock.now())
    assert [line.id for line in await store.sales.open_lines()] == [
        one, two, three, second.lines[0].id
    ]  # fmt: skip
    await store.sales.change_line(one, handed_over(clock.now()))
    await store.sales.change_line(two, given_up(clock.now()))
    await store.sales.change_line(two, refund_paid(clock.now()))
    assert [line.id for line in await store.sales.open_lines()] == [three, second.lines[0].id]


async def test_a_replacement_is_stored_with_its_settlement(
    store: Store | FakeStore, clock: HandClock
) -> None:
    """Order again: one change settles the refund and adds the new line to the sale (M14)."""
    sale = await record(store.sales, clock.now())
    old = sale.lines[0].id
    await store.sales.change_line(old, given_up(clock.now()))
    new = new_line(sale.id, 2, clock.now()).with_(replaces=old)
    change = await store.sales.change_line(old, replaced_by(new, clock.now()))
    stored = await store.sales.sale(sale.id)
    assert stored.lines == (change.line, new)
    assert change.line.refund is not None
    assert change.line.refund.settled_by == new.id
    assert stored.paid == sale.paid


async def test_a_withdrawn_refund_is_gone(store: Store | FakeStore, clock: HandClock) -> None:
    """M8: the customer takes the card after all, so nothing is due any more."""
    sale = await record(store.sales, clock.now())
    line = sale.lines[0].id
    await deliver(store.sales, line, clock.now())
    await store.sales.change_line(line, invalidating(clock.now()))
    await store.sales.change_line(line, invalidation_sent(clock.now()))
    refused = invalidation_answered(clock.now(), Proof.REFUSED, "order_invalidation_not_supported")
    change = await store.sales.change_line(line, refused)
    assert change.line.refund is not None
    change = await store.sales.change_line(line, handed_over(clock.now()))
    assert change.line.refund is None
    assert await store.sales.line(line) == change.line


async def test_what_can_be_invalidated_is_learned(
    store: Store | FakeStore, clock: HandClock
) -> None:
    """An answer of the provider tells about the product; a later one tells better (M6)."""
    sale = await record(store.sales, clock.now(), minors=(100, 200))
    product = sale.lines[0].product.code
    assert await store.sales.invalidatable(product) is None
    outcomes = (
        (Proof.REFUSED, "order_invalidation_not_supported", False),
        (Proof.INVALIDATED, "", True),
    )
    for line, (proof, code, known) in zip(sale.lines, outcomes, strict=True):
        await deliver(store.sales, line.id, clock.now())
        await store.sales.change_line(line.id, invalidating(clock.now()))
        await store.sales.change_line(line.id, invalidation_sent(clock.now()))
        told = invalidation_answered(clock.now(), proof, code)
        change = await store.sales.change_line(line.id, told)
        assert (change.line.trouble is Trouble.INVALIDATION_NOT_SUPPORTED) is not known
        assert await store.sales.invalidatable(product) is known


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [3, 2, 1]),
        ("T1-000001", [2, 1]),
        ("000002", [3]),
        ("bücher", [3, 2, 1]),
        ("BUCHERWELT gutschein", [3, 2, 1]),
        ("50", [1]),
        ("50.00", [1]),
        ("50,00", [1]),
        ("€50.00", [1]),
        ("50,00 €", [1]),
        ("1234.5", [3]),
        ("1.234,50", [3]),
        ("1,234.50", [3]),
        ("12345", []),
        ("o-T1-000001-1", [1]),
        ("•••• jklm", [1]),
        ("50 000002", []),
        ("%", []),
        ("_", []),
        ("nothing", []),
    ],
)
async def test_lines_are_found_by_what_a_person_types(
    store: Store | FakeStore, clock: HandClock, text: str, found: list[int]
) -> None:
    """Number, brand, product, amount in either form, order id and hint; newest first."""
    first = await record(store.sales, clock.now(), minors=(5000, 1999))
    await deliver(store.sales, first.lines[0].id, clock.now())
    clock.move(1)
    second = await record(store.sales, clock.now(), minors=(123450,))
    names = {first.lines[0].id: 1, first.lines[1].id: 2, second.lines[0].id: 3}
    assert [names[line.id] for line in await store.sales.find_lines(text)] == found


async def test_finding_stops_at_the_limit(store: Store | FakeStore, clock: HandClock) -> None:
    """Only the newest so many."""
    sale = await record(store.sales, clock.now(), minors=(100, 200, 300))
    found = await store.sales.find_lines("", limit=2)
    assert [line.id for line in found] == [sale.lines[2].id, sale.lines[1].id]


async def test_carts_are_kept_by_name(store: Store | FakeStore) -> None:
    """A cart is replaced under its name and removed by an empty text."""
    await store.sales.save_cart("b", "[1]")
    await store.sales.save_cart("a", "[2]")
    await store.sales.save_cart("b", "[3]")
    assert await store.sales.carts() == {"a": "[2]", "b": "[3]"}
    await store.sales.save_cart("a", "")
    assert await store.sales.carts() == {"b": "[3]"}


async def test_entries_come_with_the_change(store: Store | FakeStore, clock: HandClock) -> None:
    """The timeline of a line holds its own entries and those of its sale, in order."""
    sale = await record(store.sales, clock.now(), minors=(100, 200))
    await deliver(store.sales, sale.lines[0].id, clock.now())
    await store.sales.change_line(sale.lines[1].id, sending(clock.now()))
    await store.sales.change_line(sale.lines[1].id, answered(clock.now(), Proof.UNCLEAR))
    timeline = await store.journal.timeline(sale.lines[0].id)
    assert [record.entry.action for record in timeline] == [
        Action.SALE_PAID,
        Action.ORDER_SENT,
        Action.ORDER_ANSWERED,
        Action.CARD_STORED,
    ]


async def test_a_decision_sees_the_stored_line(store: Store | FakeStore, clock: HandClock) -> None:
    """Two changes one after the other: the second is decided on what the first left."""
    sale = await record(store.sales, clock.now())
    seen: list[Line] = []

    def look(line: Line) -> Change:
        seen.append(line)
        return Change(line)

    change = await store.sales.change_line(sale.lines[0].id, sending(clock.now()))
    await store.sales.change_line(sale.lines[0].id, look)
    assert seen == [change.line]


async def test_there_is_room_for_a_sale(store: Store | FakeStore) -> None:
    """Proving that a sale can be written raises nothing on a healthy disk."""
    await store.sales.check_writable(64 * 1024)
