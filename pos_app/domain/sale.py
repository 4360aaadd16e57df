"""A sale, its lines and the two facts of each line (money.md section 1)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NewType

from pos_app.domain.money import Language, Money
from pos_app.domain.people import PersonId
from pos_app.domain.product import DeliveryMethod, Product

# What people read and type: "T1-000042"; the provider sees it as the customer's id.
SaleId = NewType("SaleId", str)
# The sale and the number of the line in it: "T1-000042-2".
LineId = NewType("LineId", str)


class OrderState(StrEnum):
    """The first fact of a line: what is known about its order."""

    WAITING = "waiting"  # stored, proven unsent
    ORDERING = "ordering"  # the first byte may have left, or the provider is still working
    UNKNOWN = "unknown"  # an attempt went unanswered: only recovery leaves this state
    DELIVERED = "delivered"  # completed at the provider and its card stored here
    INVALIDATING = "invalidating"
    FAILED = "failed"
    INVALIDATED = "invalidated"


class MoneyState(StrEnum):
    """The second fact of a line: where the customer's money is."""

    PAID = "paid"
    REFUND_DUE = "refund_due"
    REFUNDED = "refunded"


class Trouble(StrEnum):
    """Why a line can't go on by itself: each is one kind of open case."""

    MISMATCH = "mismatch"  # completed for another product, currency or amount
    NO_CARD = "no_card"  # completed without any card
    ORDER_NOT_FOUND = "order_not_found"  # the provider denies an order it has named before
    KEY_TOO_OLD = "key_too_old"  # M4: never posted again
    RESTORED = "restored"  # M12: the row came out of a backup
    OTHER_ACCOUNT = "other_account"  # M11: ordered with another account
    NOT_POSTED_AGAIN = "not_posted_again"  # M6: given up, and its card could not be taken back
    INVALIDATION_EXPIRED = "invalidation_expired"
    INVALIDATION_NOT_SUPPORTED = "invalidation_not_supported"
    INVALIDATION_NOT_FOUND = "invalidation_not_found"

    @property
    def refuses_invalidation(self) -> bool:
        """Whether the provider will not take this card back (M8)."""
        return self in _INVALIDATION_REFUSED


_INVALIDATION_REFUSED = {
    Trouble.INVALIDATION_EXPIRED,
    Trouble.INVALIDATION_NOT_SUPPORTED,
    Trouble.INVALIDATION_NOT_FOUND,
}


@dataclass(frozen=True, slots=True)
class Delivery:
    """How the customer gets the card; `address` only for e-mail."""

    method: DeliveryMethod
    address: str | None = None

    def __repr__(self) -> str:
        """Only the method: an address is personal data."""
        return f"Delivery({self.method.value})"


@dataclass(frozen=True, slots=True)
class Account:
    """The provider account an order belongs to (M11)."""

    base_url: str
    client_id: str


@dataclass(frozen=True, slots=True)
class OrderRequest:
    """What is sent for one order, the same bytes every time (M2)."""

    key: str
    method: str
    url: str
    body: bytes


@dataclass(frozen=True, slots=True)
class ProductRef:
    """What a line keeps of its product for ever."""

    code: str
    name: str
    brand: str
    category: str = ""

    @classmethod
    def of(cls, product: Product) -> ProductRef:
        """The reference to a catalogue product."""
        return cls(product.code, product.name, product.brand, product.category)


@dataclass(frozen=True, slots=True)
class CartItem:
    """One card in the cart, before anything is paid."""

    product: Product
    face_value: Money
    delivery: Delivery


@dataclass(frozen=True, slots=True)
class Refund:
    """The money owed or given back for one line: always its whole amount."""

    due_at: datetime
    paid_at: datetime | None = None
    paid_by: PersonId | None = None
    receipt_number: str = ""
    # M14: the refund paid for this replacement line instead of leaving the drawer.
    settled_by: LineId | None = None


@dataclass(frozen=True, slots=True)
class GivenUp:
    """A person stopped waiting; from then on the card is not for this customer (M6)."""

    at: datetime
    by: PersonId


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The customer has the card."""

    at: datetime
    by: PersonId


@dataclass(frozen=True, slots=True)
class Invalidation:
    """The wish to make a delivered card worthless."""

    reason: str
    asked_at: datetime
    by: PersonId


class Closing(StrEnum):
    """What a manager found out when a case could not end by itself."""

    NO_ORDER = "no_order"  # the provider says: failed or never made
    VOIDED = "voided"  # the provider says: made and invalidated
    LOSS = "loss"  # the shop bears it


@dataclass(frozen=True, slots=True)
class Closed:
    """A manager's decision that ends a case."""

    how: Closing
    reason: str
    at: datetime
    by: PersonId


@dataclass(frozen=True, slots=True)
class Sending:
    """What is known about the attempts of an order."""

    attempts: int = 0
    first_tried_at: datetime | None = None  # start of the 60 s in which a waiting line is retried
    first_sent_at: datetime | None = None  # by the till's clock
    first_sent_provider_at: datetime | None = None  # by the provider's clock
    unanswered: bool = False  # an attempt went unanswered: a refusal proves nothing about it
    started_at: datetime | None = None  # when the customer began to wait (M5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One card of a sale: at most one order at the provider, and its two facts."""

    id: LineId
    sale: SaleId
    number: int
    product: ProductRef
    face_value: Money
    delivery: Delivery
    request: OrderRequest
    account: Account
    created_at: datetime
    replaces: LineId | None = None
    order: OrderState = OrderState.WAITING
    refund: Refund | None = None
    sending: Sending = Sending()
    order_id: str | None = None
    failure: str | None = None
    trouble: Trouble | None = None
    checked: bool = False  # the one GET after a mismatch or a missing card has been made
    no_card_since: datetime | None = None
    given_up: GivenUp | None = None
    invalidation: Invalidation | None = None
    handed_over: HandedOver | None = None
    closed: Closed | None = None
    card_hint: str | None = None  # last characters of the stored code; None without a card
    printed: bool = False
    delivered_at: datetime | None = None

    @property
    def money(self) -> MoneyState:
        """The money fact, as the refund tells it."""
        if self.refund is None:
            return MoneyState.PAID
        return MoneyState.REFUNDED if self.refund.paid_at else MoneyState.REFUND_DUE

    @property
    def is_email(self) -> bool:
        """Whether the provider mails the card itself."""
        return self.delivery.method is DeliveryMethod.EMAIL

    @property
    def is_closed(self) -> bool:
        """Both facts final, in agreement, and a delivered card handed over (money.md 1)."""
        if self.closed is not None and self.closed.how is Closing.LOSS:
            return self.money is not MoneyState.REFUND_DUE
        if self.trouble is not None:
            return False
        if self.order is OrderState.DELIVERED:
            return self.money is MoneyState.PAID and self.handed_over is not None
        ended = self.order in (OrderState.FAILED, OrderState.INVALIDATED)
        return ended and self.money is MoneyState.REFUNDED

    @property
    def is_undecided(self) -> bool:
        """Whether the provider's truth is still being asked for."""
        return self.order in (OrderState.ORDERING, OrderState.UNKNOWN)

    @property
    def may_show_card(self) -> bool:
        """Whether the card is this customer's: stored, and not given up unless M8 applies."""
        if self.order is not OrderState.DELIVERED or self.card_hint is None:
            return False
        if self.money is MoneyState.REFUNDED or self.closed is not None:
            return False
        refused = self.trouble is not None and self.trouble.refuses_invalidation
        return refused or (self.given_up is None and self.invalidation is None)

    def with_(self, **changes: object) -> Line:
        """A copy with some fields changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Sale:
    """What one customer does at the counter: paid lines under one number."""

    id: SaleId
    number: int
    paid_at: datetime
    cashier: PersonId
    cashier_name: str
    language: Language
    lines: tuple[Line, ...]
    training: bool = False

    @property
    def paid(self) -> Money:
        """What the customer paid at the main till; replacements are paid by refunds."""
        first, *rest = (line.face_value for line in self.lines if line.replaces is None)
        return sum(rest, start=first)

    def line(self, line_id: LineId) -> Line:
        """One line of this sale."""
        return next(line for line in self.lines if line.id == line_id)
