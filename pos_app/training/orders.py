"""The provider's order desk: makes, shows and invalidates orders, and knows every key."""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final

from pos_app.training.amounts import less_discount
from pos_app.training.cards import make_card
from pos_app.training.ledger import Ledger, Movement, Order, OrderState, Script
from pos_app.training.messages import Refusal
from pos_app.training.order_body import Wanted, check_key, read_order
from pos_app.training.products import Product, Trait
from pos_app.training.troubles import Armed

_TRAIT_TAKES: Final = timedelta(seconds=6)
_ASYNC_TAKES: Final = timedelta(seconds=1)
_ONE_DAY: Final = timedelta(hours=24)
_TOO_MUCH: Final = Decimal(5)
_STRANGE_STATE: Final = "under_review"


@dataclass(frozen=True, slots=True)
class DeskRules:
    """What differs from provider to provider, or is not known of the real one."""

    # A key is forgotten after this time: the same request then makes a second order.
    key_life: timedelta = _ONE_DAY
    # Face value that one customer id may buy in 24 hours.
    customer_limit: Decimal = Decimal(5000)
    # Looks at the balance before it looks for the key, so that a repeat may be refused.
    balance_before_key: bool = False


class OrderDesk:
    """Everything that happens to orders; each method takes the present time."""

    def __init__(
        self,
        ledger: Ledger,
        products: Mapping[str, Product],
        *,
        rng: random.Random,
        rules: DeskRules,
        host: Callable[[], str],
    ) -> None:
        """`host` tells scheme and authority of this provider, for links to itself."""
        self._ledger = ledger
        self._products = products
        self._rng = rng
        self._rules = rules
        self._host = host

    # --- making ---------------------------------------------------------------------------

    def create(
        self, key: str, body: bytes, now: datetime, trouble: Armed | None
    ) -> tuple[Order, bool]:
        """The order for this key and body, and whether it was made just now.

        May raise:
        - Refusal: any of the codes of `POST /orders`.
        """
        check_key(key)
        if self._rules.balance_before_key:
            self._check_balance(read_order(body, self._products), Decimal(0))
        known = self._known(key, now)
        if known is not None:
            return self._replay(known, body, now), False
        wanted = read_order(body, self._products)
        return self._make(key, body, wanted, now, trouble), True

    def _known(self, key: str, now: datetime) -> Order | None:
        """The newest order of a key that is still remembered."""
        remembered = [
            order
            for order in self._ledger.orders_for_key(key)
            if now - order.created_at < self._rules.key_life
        ]
        return remembered[-1] if remembered else None

    def _replay(self, order: Order, body: bytes, now: datetime) -> Order:
        if order.body != body:
            raise Refusal("reused_idempotency_key")
        if _before(now, order.script.busy_until):
            raise Refusal("request_in_progress")
        if _before(now, order.script.hidden_until):
            raise Refusal("insufficient_available_balance")
        return order

    def _make(
        self, key: str, body: bytes, wanted: Wanted, now: datetime, trouble: Armed | None
    ) -> Order:
        product = self._made_product(wanted, trouble)
        amount = wanted.amount
        if trouble and trouble.name == "another_amount":
            amount += _TOO_MUCH
        self._check_balance(wanted, amount - wanted.amount)
        self._check_customer(wanted, now)
        order = Order(
            id=self._new_id(),
            key=key,
            body=body,
            mode=wanted.mode,
            customer_id=wanted.customer_id,
            country=wanted.country,
            delivery=wanted.delivery,
            product_code=product.code,
            currency=product.currency,
            amount=amount,
            cost=less_discount(amount, product.discount_percent),
            created_at=now,
            script=_script(wanted, now, trouble),
        )
        if order.script.ends_at is None and order.script.polls_left is None:
            self._complete(order, now)
        paid = Movement(now, order.currency, -order.cost, "order", order.id)
        self._ledger.record_order(order, paid)
        return order

    def _made_product(self, wanted: Wanted, trouble: Armed | None) -> Product:
        """The product that was ordered, or on purpose another one that could have been."""
        if trouble is None or trouble.name != "another_product":
            return wanted.product
        others = (
            product
            for product in self._products.values()
            if product.code != wanted.product.code
            and product.currency == wanted.product.currency
            and wanted.delivery["type"] in product.delivery_methods
        )
        return next(others, wanted.product)

    def _check_balance(self, wanted: Wanted, more: Decimal) -> None:
        available = self._ledger.available(wanted.product.currency)
        cost = less_discount(wanted.amount + more, wanted.product.discount_percent)
        if available is None or cost > available:
            raise Refusal("insufficient_available_balance")

    def _check_customer(self, wanted: Wanted, now: datetime) -> None:
        bought = sum(
            order.amount
            for order in self._ledger.orders_of_customer(wanted.customer_id)
            if now - order.created_at < _ONE_DAY
            and order.state in {OrderState.PROCESSING, OrderState.COMPLETED}
        )
        if bought + wanted.amount > self._rules.customer_limit:
            raise Refusal("customer_amount_limit_exceeded")

    def _new_id(self) -> str:
        while True:
            made = str(uuid.UUID(int=self._rng.getrandbits(128), version=4))
            # The same seed after a restart begins with the same numbers.
            if made not in self._ledger.orders:
                return made

    # --- what time does -------------------------------------------------------------------

    def settle(self, now: datetime) -> None:
        """End the processing of every order whose time has come."""
        for order in self._ledger.with_state(OrderState.PROCESSING):
            ends_at = order.script.ends_at
            if ends_at is not None and ends_at <= now:
                self._end(order, ends_at)

    def _end(self, order: Order, at: datetime) -> None:
        # A brand may have left the catalogue between two versions of the program.
        if order.script.fails or order.product_code not in self._products:
            order.state = OrderState.FAILED
            order.failure = "issuer_declined"
            back = Movement(at, order.currency, order.cost, "failed", order.id)
            self._ledger.record_order(order, back)
            return
        self._complete(order, at)
        self._ledger.record_order(order)

    def _complete(self, order: Order, at: datetime) -> None:
        order.state = OrderState.COMPLETED
        order.completed_at = at
        order.card = make_card(
            self._products[order.product_code],
            order.delivery["type"],
            order_id=order.id,
            host=self._host(),
            now=at,
            rng=self._rng,
        )

    # --- asking and invalidating ----------------------------------------------------------

    def get(self, order_id: str, now: datetime) -> Order:
        """The order as it is now.

        May raise:
        - Refusal: `entity_not_found`.
        """
        order = self._find(order_id)
        script = order.script
        if order.state is OrderState.PROCESSING and script.polls_left is not None:
            script.polls_left -= 1
            if script.polls_left <= 0:
                self._end(order, now)
        return order

    def invalidate(self, order_id: str, now: datetime) -> Order:
        """Make a completed order worthless; its cost comes back.

        May raise:
        - Refusal: `entity_not_found` or one of the codes of the action.
        """
        order = self._find(order_id)
        if order.state is not OrderState.COMPLETED:
            raise Refusal(f"order_{order.state}")
        product = self._products.get(order.product_code)
        window = product.invalidation_window if product else None
        if window is None:
            raise Refusal("order_invalidation_not_supported")
        if order.completed_at is None or now - order.completed_at > window:
            raise Refusal("order_invalidation_period_expired")
        order.state = OrderState.INVALIDATED
        order.invalidated_at = now
        back = Movement(now, order.currency, order.cost, "invalidation", order.id)
        self._ledger.record_order(order, back)
        return order

    def _find(self, order_id: str) -> Order:
        order = self._ledger.orders.get(order_id)
        if order is None:
            raise Refusal("entity_not_found")
        return order

    def is_silent(self, order: Order) -> bool:
        """Whether the brand loses the answer to the request that made an order."""
        return self._products[order.product_code].trait is Trait.SILENT


def _before(now: datetime, moment: datetime | None) -> bool:
    return moment is not None and now < moment


def _script(wanted: Wanted, now: datetime, trouble: Armed | None) -> Script:
    """What is going to happen to a new order: its mode, its brand and a trouble have a say."""
    script = Script()
    trait = wanted.product.trait
    if wanted.mode == "async":
        script.ends_at = now + _ASYNC_TAKES
    if trait in {Trait.SLOW, Trait.FAILING}:
        script.ends_at = now + _TRAIT_TAKES
        script.fails = trait is Trait.FAILING
    if trouble is not None:
        _plot(script, now, trouble)
    return script


def _plot(script: Script, now: datetime, trouble: Armed) -> None:
    """Write a trouble into the script of a new order."""
    until = now + timedelta(seconds=trouble.seconds)
    match trouble.name:
        case "processing" | "processing_then_failed":
            script.ends_at = None if trouble.polls else until
            script.polls_left = trouble.polls
            script.fails = trouble.name == "processing_then_failed"
        case "unknown_state":
            script.shown_state, script.shown_until = _STRANGE_STATE, until
        case "no_card":
            script.cardless = True
            script.card_at = until if trouble.seconds else None
        case "balance_before_key":
            script.hidden_until = until
        case "slow" | "slow_then_lost" | "conflict_409":
            script.busy_until = until
