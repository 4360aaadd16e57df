"""A till in virtual time that is watched from outside, for the oracle.

`Witness` outlives crashes, like a camera on the counter: it keeps every request on the wire,
every slip, every press of a person that worked, and can turn till and provider into the plain
values that `tests.helpers.oracle` judges.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from decimal import Decimal

from pos_app.domain.answer import Answer
from pos_app.domain.card import Card
from pos_app.domain.errors import PosError, PrinterError
from pos_app.domain.money import Language, Money
from pos_app.domain.people import Approval
from pos_app.domain.product import DeliveryMethod, Product
from pos_app.domain.sale import Closing, Delivery, Line, LineId, OrderRequest, Sale
from pos_app.domain.slip import CardSlip, SlipDocument
from pos_app.provider.calls import Wait, Waits
from pos_app.provider.client import HttpProvider
from pos_app.provider.exchange import Message, Progress, Reply
from pos_app.training.ledger import Order
from pos_app.usecases.bulletin import Event, LineChanged
from tests.helpers.oracle import (
    BookedOrder,
    Happening,
    Post,
    RefundRow,
    Refused,
    Row,
    View,
    check,
    check_step,
)
from tests.helpers.virtual import SECRET, Disk, FakePrinter, VirtualCarrier, VirtualTill


@dataclass
class Witness:
    """What was seen of one till, over all its runs."""

    disk: Disk
    posts: list[Post] = field(default_factory=list)
    happened: list[Happening] = field(default_factory=list)
    paid: dict[str, Decimal] = field(default_factory=dict)
    # (order state, call, proof) of every answer as it arrived.
    answers: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    last: View | None = None
    # A request in flight when the program dies may arrive all the same.
    arrives_after_death: bool = False

    def note(
        self,
        kind: str,
        line: str,
        *,
        manager: bool = False,
        shown: frozenset[str] = frozenset(),
        copy: bool = False,
    ) -> Happening:
        """Something happened now."""
        at = self.disk.clock.true_now()
        seen = Happening(kind, line, at, manager, shown, copy)
        self.happened.append(seen)
        return seen

    def state_of(self, *, key: str = "", order_id: str = "") -> str | None:
        """The stored order state of a line by its key or the provider's id."""
        for line in self.disk.store.state.lines.values():
            if line.request.key == key or (order_id and line.order_id == order_id):
                return line.order.value
        return None

    async def view(self, till: VirtualTill) -> View:
        """Everything as it can be seen now."""
        offers = {}
        cases = await till.records.open_cases()
        for case in cases:
            offers[str(case.line.id)] = frozenset(case.actions)
        front = await till.records.front_sale()
        for line in front.lines if front else ():
            offers.setdefault(str(line.id), frozenset(till.records.actions(line)))
        state, ledger = self.disk.store.state, self.disk.training.ledger
        return View(
            rows={row.line: row for row in (_row(self.disk, x) for x in state.lines.values())},
            offers={line: frozenset(map(str, actions)) for line, actions in offers.items()},
            cases=frozenset(str(case.line.id) for case in cases),
            orders=tuple(booked(order) for order in ledger.orders.values()),
            refused=tuple(
                Refused(record.target.split("/orders/")[1].split("/")[0], code, record.at)
                for record in ledger.requests_of("invalidate")
                if (code := record.error_code) and record.status is not None
            ),
            posts=tuple(self.posts),
            happened=tuple(self.happened),
            paid=dict(self.paid),
        )

    async def check(self, till: VirtualTill) -> View:
        """Ask the oracle about this moment.

        May raise:
        - BrokenPromiseError; whatever no task should have died of.
        """
        for error in till.task_errors:
            raise error
        view = await self.view(till)
        check(view)
        if self.last is not None:
            check_step(self.last, view)
        self.last = view
        return view


def _row(disk: Disk, line: Line) -> Row:
    card = disk.store.state.cards.get(line.id)
    refund = line.refund
    return Row(
        line=line.id,
        sale=line.sale,
        key=line.request.key,
        body=line.request.body,
        product=line.product.code,
        amount=_decimal(line.face_value),
        currency=line.face_value.currency,
        delivery=line.delivery.method.value,
        order=line.order.value,
        refund=RefundRow(refund.paid_at is not None, refund.settled_by) if refund else None,
        replaces=line.replaces,
        order_id=line.order_id,
        trouble=line.trouble.value if line.trouble else None,
        given_up=line.given_up is not None,
        invalidation=line.invalidation is not None,
        handed_over=line.handed_over is not None,
        closed=line.closed.how.value if line.closed else None,
        card=None if card is None else worth(card),
    )


def _decimal(amount: Money) -> Decimal:
    return Decimal(amount.minor).scaleb(-2)


def worth(card: Card) -> frozenset[str]:
    """What of a card is worth money."""
    return frozenset(filter(None, (card.code, card.url("redemption"))))


def booked(order: Order) -> BookedOrder:
    """An order of the training provider as a plain value."""
    return BookedOrder(
        id=order.id,
        key=order.key,
        state=order.state.value,
        product=order.product_code,
        amount=order.amount,
        currency=order.currency,
        card=frozenset(filter(None, (order.code, order.redemption_url))),
        cost=order.cost,
    )


class WatchedCarrier(VirtualCarrier):
    """A wire that is listened to."""

    def __init__(self, witness: Witness) -> None:
        """Connect the provider of the witness's disk."""
        super().__init__(witness.disk.training)
        self._witness = witness

    async def exchange(self, message: Message, wait: Wait, progress: Progress) -> Reply:
        """Note a post before its first byte, and whether any byte left."""
        clock, key = self._witness.disk.clock, message.headers.get("Idempotency-Key", "")
        begun = clock.now(), clock.true_now()
        stored = self._witness.state_of(key=key) if key else None
        cut = False
        try:
            return await super().exchange(message, wait, progress)
        except asyncio.CancelledError:
            cut = True
            if self._witness.arrives_after_death and not progress.beyond:
                self._hand_in(message)
                progress.beyond = True
            raise
        finally:
            if key:
                left = progress.beyond
                self._witness.posts.append(
                    Post(key, message.url, message.body, *begun, left, cut, stored)
                )


class WatchedProvider(HttpProvider):
    """The real client; which answer met which order state is counted."""

    witness: Witness

    async def order(self, request: OrderRequest) -> Answer:
        """Send an order."""
        answer = await super().order(request)
        self._count(self.witness.state_of(key=request.key), "order", answer)
        return answer

    async def get_order(self, order_id: str) -> Answer:
        """Look at an order."""
        answer = await super().get_order(order_id)
        self._count(self.witness.state_of(order_id=order_id), "get", answer)
        return answer

    async def invalidate(self, order_id: str) -> Answer:
        """Invalidate an order."""
        answer = await super().invalidate(order_id)
        self._count(self.witness.state_of(order_id=order_id), "invalidate", answer)
        return answer

    def _count(self, state: str | None, call: str, answer: Answer) -> None:
        self.witness.answers[str(state), call, answer.proof.value] += 1


class WatchedPrinter(FakePrinter):
    """A printer with a camera above it."""

    def __init__(self, witness: Witness) -> None:
        """Watched by this witness."""
        super().__init__()
        self._witness = witness

    async def print_document(self, document: SlipDocument, name: str) -> None:
        """Print; what is worth money on the paper is noted."""
        seen = None
        if isinstance(document, CardSlip):
            # What counts is when the paper began to move: nobody can call it back.
            line, copy = document.line.reference, document.copy > 0
            seen = self._witness.note("slip", line, shown=worth(document.card), copy=copy)
        try:
            await super().print_document(document, name)
        except PrinterError:
            self._witness.happened[:] = [x for x in self._witness.happened if x is not seen]
            raise


class WatchedTill(VirtualTill):
    """One run of the program, watched; its buttons are `press`."""

    def __init__(self, witness: Witness) -> None:
        """Assemble on the witness's disk; must happen on the running virtual loop."""
        self.witness = witness
        self._pressing: set[asyncio.Future[str]] = set()
        super().__init__(witness.disk)
        self.till.bulletin.subscribe(self._on_event)

    def _make_carrier(self) -> VirtualCarrier:
        return WatchedCarrier(self.witness)

    def _make_printer(self) -> FakePrinter:
        return WatchedPrinter(self.witness)

    def _make_provider(self) -> HttpProvider:
        provider = WatchedProvider(
            self.account, SECRET, clock=self.disk.clock, waits=Waits(), carrier=self.carrier
        )
        provider.witness = self.witness
        return provider

    def _on_event(self, event: Event) -> None:
        """Whoever listens may show it: so it must be stored by now (M2)."""
        if not isinstance(event, LineChanged):
            return
        stored = self.disk.store.state.lines[event.line.id]
        if stored.order is not event.line.order:
            self.witness.note("told", event.line.id, shown=frozenset({event.line.order.value}))

    async def crash(self) -> None:
        """The program dies: nothing is finished, nothing is closed."""
        for press in tuple(self._pressing):
            press.cancel()
        for owner in (self.orders, self.background):
            await owner.close()

    # --- what people do ----------------------------------------------------------------------

    async def buy(self, items: list[tuple[Product, DeliveryMethod]]) -> Sale | str:
        """Sell these cards for 50 euros each; the code of the refusal if it is refused."""
        for product, method in items:
            address = "c@example.org" if method is DeliveryMethod.EMAIL else None
            self.cart.add(product, Money(5000, "EUR"), Delivery(method, address), 1)
        try:
            offer = await self.checkout.prepare(self.session.own_approval())
            self.session.front_sale = offer.sale
            sale = await self.checkout.confirm(offer, self.session.who, Language.EN)
        except PosError as error:
            self.cart.clear()
            return error.code
        self.witness.paid[sale.id] = _decimal(sale.paid)
        return sale

    async def press(self, name: str, line: str, *, by_manager: bool = False) -> str:
        """Press a button on a line; `done`, the code of the refusal, or `pending` after 40 s."""
        task = asyncio.ensure_future(self._pressed(name, line, by_manager=by_manager))
        self._pressing.add(task)
        task.add_done_callback(self._pressing.discard)
        done, _ = await asyncio.wait({task}, timeout=40)
        return task.result() if done else "pending"

    async def _pressed(self, name: str, line: str, *, by_manager: bool) -> str:
        approval = Approval(self.anna.id, self.marta.id if by_manager else None)
        try:
            shown = await self._buttons(LineId(line), approval)[name]()
        except PosError as error:
            return error.code
        if name in _NOTED:
            secrets = worth(shown) if isinstance(shown, Card) else frozenset()
            self.witness.note(_NOTED[name], line, manager=by_manager, shown=secrets)
        return "done"

    def _buttons(self, line: LineId, who: Approval) -> dict[str, Callable[[], Awaitable[object]]]:
        after, by = self.aftermath, who.person
        return {
            "give_up": lambda: after.give_up(line, who),
            "order_now": lambda: after.order_now(line),
            "order_again": lambda: after.order_again(line, by),
            "refund_paid": lambda: after.refund_paid(line, by, "R-1"),
            "hand_over": lambda: after.hand_over(line, by),
            "invalidate": lambda: after.invalidate(line, "asked to", who),
            "close_no_order": lambda: after.close_case(line, Closing.NO_ORDER, "asked", who),
            "close_voided": lambda: after.close_case(line, Closing.VOIDED, "asked", who),
            "close_loss": lambda: after.close_case(line, Closing.LOSS, "asked", who),
            "try_now": lambda: after.try_now(line),
            "print": lambda: self.slips.print_card(line, by),
            "print_copy": lambda: self.slips.print_copy(line, who),
            "show_code": lambda: self.slips.show_code(line, who),
            "new_sale": after.new_sale,
        }


BUTTONS = (
    "give_up order_now order_again refund_paid hand_over invalidate close_no_order close_voided"
    " close_loss try_now print print_copy show_code new_sale"
).split()
# What the oracle wants to know of presses.
_NOTED = {
    "give_up": "gave_up",
    "refund_paid": "refund_paid",
    "hand_over": "handed_over",
    "invalidate": "invalidate",
    "show_code": "shown",
}
