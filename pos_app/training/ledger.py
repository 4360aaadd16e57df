"""The provider's books: every order, every movement of a balance, every request.

Tests use them as an oracle that knows nothing of the till; the journal file, if there is one,
lets them survive a restart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from pos_app.training.cards import Card
from pos_app.training.messages import Fate


class OrderState(StrEnum):
    """The states of the contract; what an answer shows may be another word (`shown_state`)."""

    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"
    INVALIDATED = "invalidated"


@dataclass(slots=True)
class Script:
    """What is still going to happen to an order, or how it is shown, on purpose."""

    # Processing ends at this time, or with this many more GETs.
    ends_at: datetime | None = None
    polls_left: int | None = None
    fails: bool = False
    # The first request counts as being worked on until then: repeats get 409.
    busy_until: datetime | None = None
    # Repeats of the key are refused for the balance's sake until then.
    hidden_until: datetime | None = None
    # A completed order without its card: for ever, or until then.
    cardless: bool = False
    card_at: datetime | None = None
    # Answers show this word instead of the true state until then.
    shown_state: str | None = None
    shown_until: datetime | None = None


@dataclass(slots=True)
class Order:
    """One order; `amount` and `product_code` are what was made, `body` what was asked for."""

    id: str
    key: str
    body: bytes
    mode: str
    customer_id: str
    country: str
    delivery: Mapping[str, str]
    product_code: str
    currency: str
    amount: Decimal
    cost: Decimal
    created_at: datetime
    state: OrderState = OrderState.PROCESSING
    card: Card | None = None
    failure: str | None = None
    completed_at: datetime | None = None
    invalidated_at: datetime | None = None
    script: Script = field(default_factory=Script)

    @property
    def code(self) -> str | None:
        """The card's code, once there is one."""
        return self.card.code if self.card else None

    @property
    def pin(self) -> str | None:
        """The card's PIN, if it has one."""
        return self.card.pin if self.card else None

    @property
    def urls(self) -> tuple[tuple[str, str], ...]:
        """The card's links, as pairs of type and address."""
        return self.card.urls if self.card else ()

    @property
    def redemption_url(self) -> str | None:
        """The link that redeems the card, if it has one."""
        return dict(self.urls).get("redemption")


@dataclass(frozen=True, slots=True)
class Movement:
    """One change of a balance: negative for an order, positive for what comes back."""

    at: datetime
    currency: str
    amount: Decimal
    kind: str
    order_id: str | None = None


@dataclass(frozen=True, slots=True)
class RequestRecord:
    """One request as it arrived; `status` is None when no answer was sent."""

    at: datetime
    method: str
    target: str
    call: str
    key: str
    body_sha256: str
    status: int | None
    fate: Fate
    error_code: str | None = None
    trouble: str | None = None


class Journal(Protocol):
    """Where the ledger writes what must survive a restart."""

    def record_order(self, order: Order, movements: tuple[Movement, ...]) -> None:
        """An order as it is now, with the movements that came with it; durable on return."""

    def record_movement(self, movement: Movement) -> None:
        """A movement without an order; durable on return."""

    def record_request(self, request: RequestRecord) -> None:
        """A request about orders."""


class Ledger:
    """Orders by id, movements and requests in the order in which they happened."""

    def __init__(
        self, opening: Mapping[str, Decimal] | None = None, journal: Journal | None = None
    ) -> None:
        """Start with opening balances and, where given, a journal that is told everything."""
        self.orders: dict[str, Order] = {}
        self.movements: list[Movement] = []
        self.requests: list[RequestRecord] = []
        self._journal = journal
        self._balances = dict(opening or {})
        self._by_key: defaultdict[str, dict[str, Order]] = defaultdict(dict)
        self._by_customer: defaultdict[str, dict[str, Order]] = defaultdict(dict)
        self._unfinished: dict[str, Order] = {}

    # --- asking ---------------------------------------------------------------------------

    def available(self, currency: str) -> Decimal | None:
        """What can still be spent; None for a currency without an account."""
        return self._balances.get(currency)

    @property
    def balances(self) -> dict[str, Decimal]:
        """What can still be spent, by currency."""
        return dict(self._balances)

    def orders_for_key(self, key: str) -> list[Order]:
        """All orders ever made for a key; more than one means that a key was used too late."""
        return list(self._by_key[key].values()) if key in self._by_key else []

    def orders_of_customer(self, customer_id: str) -> list[Order]:
        """All orders of one customer id, oldest first."""
        known = customer_id in self._by_customer
        return list(self._by_customer[customer_id].values()) if known else []

    def with_state(self, state: OrderState) -> list[Order]:
        """All orders in one state, oldest first."""
        if state is OrderState.PROCESSING:
            return list(self._unfinished.values())
        return [order for order in self.orders.values() if order.state is state]

    def requests_of(self, call: str) -> list[RequestRecord]:
        """All requests of one kind (`order`, `get`, `invalidate`, ...), oldest first."""
        return [request for request in self.requests if request.call == call]

    # --- writing --------------------------------------------------------------------------

    def record_order(self, order: Order, *movements: Movement) -> None:
        """Keep an order as it is now, with what it moved."""
        self.restore_order(order, *movements)
        if self._journal:
            self._journal.record_order(order, movements)

    def top_up(self, movement: Movement) -> None:
        """Add to a balance."""
        self.restore_movement(movement)
        if self._journal:
            self._journal.record_movement(movement)

    def record_request(self, request: RequestRecord) -> None:
        """Keep a request; only those about orders reach the journal."""
        self.requests.append(request)
        if self._journal and request.call in {"order", "get", "invalidate"}:
            self._journal.record_request(request)

    # --- reading the journal back ---------------------------------------------------------

    def restore_order(self, order: Order, *movements: Movement) -> None:
        """Keep an order without telling the journal, which knows it already."""
        self.orders[order.id] = order
        self._by_key[order.key][order.id] = order
        self._by_customer[order.customer_id][order.id] = order
        if order.state is OrderState.PROCESSING:
            self._unfinished[order.id] = order
        else:
            self._unfinished.pop(order.id, None)
        for movement in movements:
            self.restore_movement(movement)

    def restore_movement(self, movement: Movement) -> None:
        """Keep a movement without telling the journal."""
        self.movements.append(movement)
        before = self._balances.get(movement.currency, Decimal(0))
        self._balances[movement.currency] = before + movement.amount
