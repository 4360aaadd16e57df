"""What happens at the counter: one deal each, pressed as a person would press it.

What a deal should do to the day's sums is not kept here: `books.py` works that out afterwards
from the journal and from the provider's ledger.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QLineEdit

from pos_app.domain.money import Money
from pos_app.domain.product import DeliveryMethod
from pos_app.domain.sale import Delivery, Line, LineId, OrderState
from pos_app.ui.kit import BaseButton, RowList
from pos_app.ui.shell_port import PageName
from pos_app.ui.views.cases.page import CasesPage
from pos_app.ui.views.cases.sheets import ReasonDialog
from pos_app.ui.views.orders.page import OrdersPage
from tests.helpers.waiting import until
from tests.ui.day.till_day import PATIENCE_S, TillDay, eventually
from tests.ui.sell.hands import confirm, dialog_for, enabled, fill, least, ranged, rows


async def plain(day: TillDay) -> None:
    """One to three equal cards, readable."""
    fill(day.counter, day.product(), quantity=day.chance.randint(1, 3))
    await confirm(day.counter)
    await day.readable()


async def several_brands(day: TillDay) -> None:
    """Two brands in one sale."""
    fill(day.counter, ranged(day.counter, place=1), ranged(day.counter, place=4))
    await confirm(day.counter)
    await day.readable()


async def typed(day: TillDay) -> None:
    """One card by tile and dialog, the amount typed."""
    product = day.product()
    dialog = await dialog_for(day.counter, product)
    amount = least(product).display_number(day.counter.shell.language, grouped=False)
    dialog.findChildren(QLineEdit, "amount")[0].setText(amount)
    dialog.findChildren(BaseButton, "add_to_cart")[0].click()
    await until(lambda: day.counter.services.cart.items, PATIENCE_S)
    await confirm(day.counter)
    await day.readable()


async def mailed(day: TillDay) -> None:
    """By e-mail: handed over once it is delivered."""
    product = ranged(day.counter, DeliveryMethod.EMAIL)
    delivery = Delivery(DeliveryMethod.EMAIL, "anna@example.org")
    day.counter.services.cart.add(product, least(product), delivery, 1)
    progress = await confirm(day.counter)
    await day.rows_say(progress, ", Handed over")
    await day.next_sale()


async def above_the_limit(day: TillDay) -> None:
    """A manager approves the amount."""
    till = day.counter.services.till
    fill(day.counter, day.product())
    till.profile = replace(till.profile, sale_limit=Money(1, till.profile.currency))
    day.counter.press("pay")
    await day.approve()
    await until(lambda: day.counter.sees("confirm_payment"), PATIENCE_S)
    till.profile = replace(till.profile, sale_limit=None)
    day.counter.press("confirm_payment")
    await day.readable()


async def answer_lost(day: TillDay) -> None:
    """An unknown that resolves by itself while the customer waits."""
    day.arm("lost_response")
    fill(day.counter, day.product())
    progress = await confirm(day.counter)
    await day.rows_say(progress, ", Delivered")
    await day.readable()


async def slow_provider(day: TillDay) -> None:
    """In processing for a while, then there."""
    day.arm("processing")
    fill(day.counter, day.product())
    progress = await confirm(day.counter)
    await day.rows_say(progress, ", Delivered")
    await day.readable()


async def refused(day: TillDay) -> None:
    """Proven failed: the money goes back."""
    day.arm("insufficient_balance")
    fill(day.counter, day.product())
    progress = await confirm(day.counter)
    await day.rows_say(progress, "Refund due")
    await day.refund_here(progress)
    await day.next_sale()


async def refused_then_again(day: TillDay) -> None:
    """Proven failed, ordered again with the same money."""
    day.arm("insufficient_balance")
    fill(day.counter, day.product())
    progress = await confirm(day.counter)
    await day.rows_say(progress, "Refund due")
    day.counter.press("order_again")
    await until(lambda: len(rows(progress)) == 2, PATIENCE_S)
    await until(lambda: ", Delivered" in rows(progress)[1], PATIENCE_S)
    await day.readable()


async def given_up(day: TillDay) -> None:
    """The customer does not wait, the answer is lost: the card is found and taken back."""
    day.arm("slow_then_lost")
    await _give_up(day)
    day.disarm()
    assert (await _once_closed(day)).order is OrderState.INVALIDATED


async def given_up_too_early(day: TillDay) -> None:
    """The card arrives after all: it is never shown, and taken back."""
    day.counter.provider.troubles.arm("slow", 1, seconds=6)
    await _give_up(day)
    assert (await _once_closed(day)).order is OrderState.INVALIDATED


async def _give_up(day: TillDay) -> None:
    fill(day.counter, day.product())
    progress = await confirm(day.counter)
    await day.rows_say(progress, ", Ordering")
    await enabled(day.counter, "give_up", PATIENCE_S)
    day.counter.press("give_up")
    await day.rows_say(progress, "Refund due")
    await day.refund_here(progress)
    await day.next_sale()


async def _once_closed(day: TillDay) -> Line:
    given = (await day.newest()).id

    async def closed() -> bool:
        return (await day.line(given)).is_closed

    await eventually(closed)
    return await day.line(given)


async def taken_back(day: TillDay) -> None:
    """A card comes back over the counter: invalidated with a manager, refunded as a case."""
    fill(day.counter, day.product())
    await confirm(day.counter)
    await day.readable()
    sold = (await day.newest()).id
    page = await _in_orders(day, sold)
    await enabled(day.counter, "invalidate", PATIENCE_S)
    day.counter.press("invalidate")
    await day.approve()
    await until(lambda: day.counter.window.findChildren(ReasonDialog), PATIENCE_S)
    dialog = day.counter.window.findChildren(ReasonDialog)[0]
    dialog.reason.set_text("Wrong brand")
    dialog.findChildren(BaseButton, "confirm_invalidation")[0].click()
    await until(lambda: day.counter.text("order_state_0") == "Invalidated", PATIENCE_S)
    assert page.isVisible()
    await _refund_as_a_case(day, sold)


async def _in_orders(day: TillDay, line_id: LineId) -> OrdersPage:
    await day.counter.open(PageName.ORDERS)
    page = day.counter.find(OrdersPage, "orders_page")
    await until(lambda: page.table.select(line_id), PATIENCE_S)
    await until(lambda: day.counter.sees("order_facts-line"), PATIENCE_S)
    await until(lambda: day.counter.text("order_facts-line") == line_id, PATIENCE_S)
    return page


async def _refund_as_a_case(day: TillDay, line_id: LineId) -> None:
    await day.counter.open(PageName.CASES)
    page = day.counter.find(CasesPage, "cases_page")
    await until(lambda: line_id in [row.key for row in page.list.rows.rows()], PATIENCE_S)
    page.list.select(line_id)
    await enabled(day.counter, "case_refund_paid", PATIENCE_S)
    day.counter.press("case_refund_paid")
    await until(lambda: line_id not in [row.key for row in page.list.rows.rows()], PATIENCE_S)
    await day.counter.open(PageName.SELL)


async def copied(day: TillDay) -> None:
    """A lost slip: printed once more with a manager."""
    fill(day.counter, day.product())
    await confirm(day.counter)
    await day.readable()
    sold = (await day.newest()).id
    await day.counter.open(PageName.ORDERS)
    day.counter.press("lost_slip")
    await until(lambda: day.counter.sees("lost_slip_lines"), PATIENCE_S)
    found = day.counter.find(RowList, "lost_slip_lines")
    await until(lambda: sold in [row.key for row in found.rows.rows()], PATIENCE_S)
    found.select(sold)
    day.counter.press("copy_lost_slip")
    await day.approve()
    said = day.counter.said
    await until(lambda: any("copy is printed" in each.text for each in said), PATIENCE_S)
    await day.counter.open(PageName.SELL)


async def stays_open(day: TillDay) -> None:
    """Another amount than was ordered: nobody at the counter can end that today."""
    day.arm("another_amount")
    fill(day.counter, day.product())
    await confirm(day.counter)
    await day.next_sale()


async def unconfirmed(day: TillDay) -> None:
    """Nobody says that the slip can be read."""
    fill(day.counter, day.product())
    await confirm(day.counter)
    await day.stage("Is the slip readable?")
    await day.next_sale()


Deal = Callable[[TillDay], Awaitable[None]]
TROUBLED: Final[tuple[Deal, ...]] = (
    typed,
    several_brands,
    mailed,
    above_the_limit,
    answer_lost,
    slow_provider,
    refused,
    refused_then_again,
    given_up,
    given_up_too_early,
    taken_back,
    copied,
    stays_open,
    unconfirmed,
)


def is_settled(line: Line) -> bool:
    """Whether nothing about a line is still going on at the provider."""
    return line.order not in (OrderState.ORDERING, OrderState.INVALIDATING)
