"""Codes age out, and come back only from the provider (money.md M15)."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import timedelta

import pytest

from pos_app.domain.errors import ProviderUnavailableError, RefusedError, StoreError
from pos_app.domain.journal import Action
from pos_app.domain.people import Approval
from pos_app.domain.sale import (
    Account,
    Closed,
    Closing,
    OrderState,
    Refund,
    Sale,
)
from pos_app.domain.slip import CardSlip
from pos_app.training import cards, ledger
from pos_app.usecases.ageing import CodeAgeing
from pos_app.usecases.bulletin import Trouble
from tests.helpers.virtual import Disk, VirtualTill, run_virtual

DAY_S = 24 * 3600.0


def ageing_of(till: VirtualTill) -> CodeAgeing:
    """The ageing of this till."""
    aged = till.store.aged_cards
    return CodeAgeing(till.till, cards=aged, provider=till.provider, reach=till.reach)


async def handed_over(till: VirtualTill, count: int = 1) -> Sale:
    """A sale whose customer has left with the cards."""
    sale = await till.sell(count)
    await till.until(lambda lines: all(x.order is OrderState.DELIVERED for x in lines), sale)
    await asyncio.sleep(1)
    for line in sale.lines:
        await till.aftermath.hand_over(line.id, till.anna.id)
    await till.aftermath.new_sale()
    return sale


async def cards_left(till: VirtualTill, sale: Sale) -> int:
    """How many of its cards are still here."""
    return sum([await till.store.sales.card(line.id) is not None for line in sale.lines])


def make_another(card: cards.Card | None) -> cards.Card:
    """The same card but for its code."""
    assert card is not None
    return replace(card, code="ANOTHER-CODE")


def pass_days(till: VirtualTill, days: float) -> None:
    """Everybody's clocks go on at once."""
    till.disk.clock.began += timedelta(days=days)


def scenario(days: float = 15, count: int = 1) -> Callable[..., None]:
    """A test with a sale of some days ago: it gets the till and the sale."""

    def decorate(test: Callable[[VirtualTill, Sale], Coroutine[None, None, None]]) -> None:
        async def run() -> None:
            till = VirtualTill(Disk())
            await till.begin()
            sale = await handed_over(till, count)
            await till.background.close()
            pass_days(till, days)
            await test(till, sale)
            await till.end()

        run_virtual(run())

    return decorate


def test_old_codes_go_and_young_ones_stay() -> None:
    """Two weeks after the hand-over, not a day earlier; each erasing is in the journal."""

    @scenario(days=13, count=2)
    async def _(till: VirtualTill, sale: Sale) -> None:
        assert await ageing_of(till).run() == 0
        assert await cards_left(till, sale) == 2
        pass_days(till, 1.5)
        young = await handed_over(till)
        asked = len(till.carrier.log)
        assert await ageing_of(till).run() == 2
        assert [await cards_left(till, each) for each in (sale, young)] == [0, 1]
        assert [method for method, _ in till.carrier.log[asked:]].count("GET") >= 2
        records = await till.records.timeline(sale.lines[0].id)
        assert records[-1].entry.action is Action.CARD_ERASED
        assert (await till.line(sale)).card_hint
        assert await ageing_of(till).run() == 0


def test_the_owner_decides_how_long() -> None:
    """Three days, if the settings say so."""

    @scenario(days=4)
    async def _(till: VirtualTill, sale: Sale) -> None:
        till.till.profile = replace(till.till.profile, erase_after_days=3)
        assert await ageing_of(till).run() == 1
        assert await cards_left(till, sale) == 0


def test_nothing_goes_while_the_provider_is_silent() -> None:
    """Only after the provider has shown the same card; offline it is not even asked."""

    @scenario()
    async def _(till: VirtualTill, sale: Sale) -> None:
        till.carrier.is_unplugged = True
        assert await ageing_of(till).run() == 0
        asked = len(till.carrier.log)
        assert await ageing_of(till).run() == 0
        assert len(till.carrier.log) == asked
        assert await cards_left(till, sale) == 1
        till.carrier.is_unplugged = False
        await till.balance.probe()
        assert await ageing_of(till).run() == 1


def test_a_wrong_clock_erases_nothing() -> None:
    """A clock set a month ahead makes every card look old: the provider's says otherwise."""

    @scenario(days=1)
    async def _(till: VirtualTill, sale: Sale) -> None:
        till.disk.clock.shift = timedelta(days=30)
        assert await ageing_of(till).run() == 0
        assert await cards_left(till, sale) == 1


def test_another_card_at_the_provider_keeps_ours() -> None:
    """A card that differs, or an order that is not completed any more, stays here."""

    @scenario(count=2)
    async def _(till: VirtualTill, sale: Sale) -> None:
        one, two = till.training.ledger.orders.values()
        one.card = make_another(one.card)
        two.state = ledger.OrderState.INVALIDATED
        assert await ageing_of(till).run() == 0
        assert await cards_left(till, sale) == 2


def test_cards_that_nobody_was_given_go_too() -> None:
    """Invalidated ones and losses: after the provider has said the same about them again."""

    @scenario(days=0, count=2)
    async def _(till: VirtualTill, sale: Sale) -> None:
        manager = Approval(till.anna.id, till.marta.id)
        void, loss = (line.id for line in sale.lines)
        await till.aftermath.invalidate(void, "wrong brand", manager)
        await till.until(lambda lines: lines[0].order is OrderState.INVALIDATED, sale)
        await till.aftermath.refund_paid(void, till.anna.id, "")
        state = till.store.state
        lost = state.lines[loss].with_(
            handed_over=None,
            refund=Refund(till.till.clock.now(), till.till.clock.now(), till.anna.id),
            closed=Closed(Closing.LOSS, "kept", till.till.clock.now(), till.marta.id),
        )
        state.lines[loss] = lost
        assert lost.is_closed
        assert await ageing_of(till).run() == 0
        pass_days(till, 15)
        order = till.training.ledger.orders[state.lines[void].order_id or ""]
        order.state = ledger.OrderState.COMPLETED
        assert await ageing_of(till).run() == 1
        assert [await till.store.sales.card(line) is None for line in (void, loss)] == [0, 1]
        order.state = ledger.OrderState.INVALIDATED
        assert await ageing_of(till).run() == 1
        assert await cards_left(till, sale) == 0


def test_another_account_is_not_asked() -> None:
    """A card that was ordered with another account can't be compared, so it stays."""

    @scenario()
    async def _(till: VirtualTill, sale: Sale) -> None:
        await till.provider.use(Account(till.account.base_url, "another"), "secret")
        asked = len(till.carrier.log)
        assert await ageing_of(till).run() == 0
        assert len(till.carrier.log) == asked
        assert await cards_left(till, sale) == 1


def test_it_looks_a_few_times_a_day() -> None:
    """Some minutes after the start, then every six hours; a sick store is told and tried again."""

    @scenario(days=0)
    async def _(till: VirtualTill, sale: Sale) -> None:
        keeping = asyncio.ensure_future(ageing_of(till).keep_erasing())
        await asyncio.sleep(13 * DAY_S)
        assert await cards_left(till, sale) == 1
        till.store.trouble = StoreError("disk_full")
        await asyncio.sleep(1.5 * DAY_S)
        codes = {event.error.code for event in till.events if isinstance(event, Trouble)}
        assert codes == {"disk_full"}
        till.store.trouble = None
        await asyncio.sleep(0.5 * DAY_S)
        assert await cards_left(till, sale) == 0
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)


def test_it_gives_up_when_too_many_stay() -> None:
    """Cards that can't be erased don't keep the till asking for ever."""

    @scenario()
    async def _(till: VirtualTill, sale: Sale) -> None:
        ageing = ageing_of(till)
        for number in range(1, 250):
            line = (await till.line(sale)).with_(
                id=f"{sale.id}-{number + 1}", number=number + 1, account=Account("x", "y")
            )
            till.store.state.lines[line.id] = line
            till.store.state.cards[line.id] = till.store.state.cards[sale.lines[0].id]
        assert await ageing.run() == 1


def test_a_copy_fetches_the_card_again() -> None:
    """Print copy and Show code after the erasing: the same code, and the journal says whence."""

    @scenario()
    async def _(till: VirtualTill, sale: Sale) -> None:
        line = sale.lines[0].id
        await ageing_of(till).run()
        manager = Approval(till.anna.id, till.marta.id)
        await till.slips.print_copy(line, manager)
        (order,) = till.training.ledger.orders.values()
        _, slip = till.printer.printed[-1]
        assert isinstance(slip, CardSlip)
        assert (slip.card.code, slip.copy) == (order.code, 1)
        assert (await till.slips.show_code(line, manager)).code == order.code
        actions = [record.entry.action for record in await till.records.timeline(line)]
        assert actions.count(Action.CARD_FETCHED) == 2
        assert await cards_left(till, sale) == 0


def test_a_fetched_card_must_be_the_same() -> None:
    """Neither silence, nor another card, nor an order that was invalidated gives a slip."""

    @scenario(count=2)
    async def _(till: VirtualTill, sale: Sale) -> None:
        await ageing_of(till).run()
        one, two = till.training.ledger.orders.values()
        one.card = make_another(one.card)
        two.state = ledger.OrderState.INVALIDATED
        printed = len(till.printer.printed)
        for line in sale.lines:
            with pytest.raises(RefusedError, match="card_not_the_same"):
                await till.slips.print_card(line.id, till.anna.id)
        till.carrier.is_unplugged = True
        with pytest.raises(ProviderUnavailableError):
            await till.slips.print_card(sale.lines[0].id, till.anna.id)
        await till.provider.use(Account(till.account.base_url, "another"), "secret")
        with pytest.raises(RefusedError, match="nothing_to_ask"):
            await till.slips.print_card(sale.lines[0].id, till.anna.id)
        assert len(till.printer.printed) == printed
