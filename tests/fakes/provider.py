"""A provider in memory: truthful by itself, and as untruthful as a test scripts it.

    fake = FakeProvider(clock)
    fake.answers(Call.ORDER, Answer(...), ...)   the next calls get these; nothing is made
    fake.loses(Call.ORDER)                       the next call is carried out, its answer is lost
    fake.loses(Call.ORDER, made=False)           the next call never arrives, nobody can tell
    gate = fake.holds(Call.ORDER)                the next call waits until `gate.set()`
    fake.keeps_processing(2)                     new orders are completed after two looks at them
    fake.fails(Call.BALANCE, error)              the next question raises this
    fake.orders, fake.calls                      what was made, and what was asked, in order

It passes the same contract as the client over HTTP (tests/contracts/test_provider.py).
"""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from pos_app.domain.answer import Answer, OrderReport, Proof
from pos_app.domain.card import Card, CardUrl
from pos_app.domain.errors import AmountError, PosError, ProviderUnavailableError
from pos_app.domain.money import Money
from pos_app.domain.product import (
    AmountRange,
    CatalogueReading,
    DeliveryMethod,
    FixedAmounts,
    Product,
)
from pos_app.domain.sale import Account, CartItem, OrderRequest, SaleId
from pos_app.domain.settings import ProcessingMode
from pos_app.ports import Balance, Clock
from pos_app.provider.calls import Call

ACCOUNT: Final = Account("https://provider.example/v1", "till-7")
LOST: Final = Answer(proof=Proof.UNCLEAR, code="no_answer")
_STATES: Final = {
    Proof.COMPLETED: "completed",
    Proof.FAILED: "failed",
    Proof.INVALIDATED: "invalidated",
    Proof.PROCESSING: "processing",
}


def fake_products() -> tuple[Product, ...]:
    """Two brands: a range by code, link and e-mail, and fixed amounts by code."""
    books = Product(
        code="books",
        name="Bücherwelt Gutschein",
        brand="Bücherwelt",
        category="books",
        countries=("DE", "AT"),
        available=True,
        denominations=AmountRange(Money(500, "EUR"), Money(15000, "EUR"), Money(1, "EUR")),
        delivery_methods=tuple(DeliveryMethod),
    )
    coffee = replace(
        books,
        code="coffee",
        name="Kaffeekontor Karte",
        brand="Kaffeekontor",
        category="food",
        denominations=FixedAmounts((Money(1000, "EUR"), Money(2500, "EUR"))),
        delivery_methods=(DeliveryMethod.CODE,),
    )
    return books, coffee


@dataclass(slots=True)
class FakeOrder:
    """One order in the fake provider's books."""

    id: str
    request: OrderRequest
    product_code: str
    face_value: Money
    method: str
    proof: Proof = Proof.COMPLETED
    looks_left: int = 0

    @property
    def card(self) -> Card:
        """The card: repeatable, and different for each order."""
        if self.proof is not Proof.COMPLETED or self.method == "email":
            return Card()
        link = CardUrl("redemption", f"https://redeem.example/{self.id}")
        if self.method == "url":
            return Card(urls=(link,))
        return Card(code=f"CODE-{self.id}", pin="4711")


@dataclass(slots=True)
class _Script:
    """What happens at one call instead of the truth."""

    answer: Answer | None = None
    made: bool = True
    gate: asyncio.Event | None = None
    error: PosError | None = None


@dataclass(slots=True)
class FakeProvider:
    """The port `Provider` in memory; see the module's docstring for its knobs."""

    clock: Clock
    account: Account = ACCOUNT
    catalogue: Sequence[Product] = field(default_factory=fake_products)
    available: dict[str, Money] = field(default_factory=lambda: {"EUR": Money(1_000_000, "EUR")})
    clock_offset_s: float | None = None
    orders: dict[str, FakeOrder] = field(default_factory=dict)
    calls: list[tuple[Call, str]] = field(default_factory=list)
    closed: bool = False
    _scripts: dict[Call, deque[_Script]] = field(default_factory=lambda: defaultdict(deque))
    _looks: int = 0

    # --- knobs --------------------------------------------------------------------------------

    def answers(self, call: Call, *answers: Answer) -> None:
        """The next calls get these answers, one each, and nothing is made."""
        self._scripts[call].extend(_Script(answer, made=False) for answer in answers)

    def loses(self, call: Call, times: int = 1, *, made: bool = True) -> None:
        """The next calls are carried out (or never arrive); nobody hears the answer."""
        self._scripts[call].extend(_Script(LOST, made=made) for _ in range(times))

    def holds(self, call: Call) -> asyncio.Event:
        """The next call waits for this event, then goes on truthfully."""
        gate = asyncio.Event()
        self._scripts[call].append(_Script(gate=gate))
        return gate

    def fails(self, call: Call, error: ProviderUnavailableError) -> None:
        """The next question raises this."""
        self._scripts[call].append(_Script(error=error))

    def keeps_processing(self, looks: int) -> None:
        """New orders are completed after so many looks at them."""
        self._looks = looks

    def order_of(self, key: str) -> FakeOrder | None:
        """The order made with a key."""
        return next((one for one in self.orders.values() if one.request.key == key), None)

    # --- the port -----------------------------------------------------------------------------

    def prepare_order(
        self,
        item: CartItem,
        *,
        key: str,
        sale: SaleId,
        country: str,
        language: str,
        mode: ProcessingMode = ProcessingMode.SYNC,
    ) -> OrderRequest:
        """Bytes of its own form: whoever looks into them depends on the wire."""
        body = {
            "product": item.product.code,
            "amount": item.face_value.minor,
            "currency": item.face_value.currency,
            "method": item.delivery.method.value,
            "sale": sale,
            "country": country,
            "language": language,
            "mode": mode.value,
        }
        url = f"{self.account.base_url}/orders"
        return OrderRequest(key, "POST", url, json.dumps(body).encode())

    async def order(self, request: OrderRequest) -> Answer:
        """Make an order, or answer for the one that has this key."""
        script = await self._begin(Call.ORDER, request.key)
        truth = self._make(request) if script.made else None
        return script.answer or truth or LOST

    async def get_order(self, order_id: str) -> Answer:
        """Look at an order."""
        script = await self._begin(Call.GET_ORDER, order_id)
        truth = self._look(order_id) if script.made else None
        return script.answer or truth or LOST

    async def invalidate(self, order_id: str) -> Answer:
        """Make a completed order worthless."""
        script = await self._begin(Call.INVALIDATE, order_id)
        truth = self._invalidate(order_id) if script.made else None
        return script.answer or truth or LOST

    async def products(self) -> CatalogueReading:
        """The catalogue."""
        await self._begin(Call.PRODUCTS, "")
        return CatalogueReading(tuple(self.catalogue), 0, self.clock.now())

    async def balance(self, currency: str) -> Balance:
        """What is left."""
        await self._begin(Call.BALANCE, currency)
        return Balance(self.available.get(currency, Money(0, currency)), self.clock.now())

    async def use(self, account: Account, secret: str) -> None:
        """Another account from now on."""
        assert secret
        self.account = account

    async def close(self) -> None:
        """Remember that it was closed."""
        self.closed = True

    # --- the books ----------------------------------------------------------------------------

    async def _begin(self, call: Call, about: str) -> _Script:
        self.calls.append((call, about))
        waiting = self._scripts[call]
        script = waiting.popleft() if waiting else _Script()
        await asyncio.sleep(0)
        if script.gate is not None:
            await script.gate.wait()
        if script.error is not None:
            raise script.error
        return script

    def _make(self, request: OrderRequest) -> Answer:
        known = self.order_of(request.key)
        if known is not None and known.request.body != request.body:
            return Answer(proof=Proof.UNCLEAR, code="reused_idempotency_key", status=400)
        if known is not None:
            return self._report(known)
        body = json.loads(request.body)
        amount = Money(body["amount"], body["currency"])
        refusal = self._refusal(body["product"], amount)
        if refusal:
            status = 403 if refusal.startswith("insufficient") else 400
            return Answer(proof=Proof.REFUSED, code=refusal, status=status)
        order = FakeOrder(
            f"o-{len(self.orders) + 1}", request, body["product"], amount, body["method"]
        )
        if self._looks:
            order.proof, order.looks_left = Proof.PROCESSING, self._looks
        self.available[amount.currency] -= amount
        self.orders[order.id] = order
        return self._report(order)

    def _refusal(self, code: str, amount: Money) -> str:
        product = next((one for one in self.catalogue if one.code == code), None)
        if product is None or not product.available:
            return "order_not_allowed_for_product"
        try:
            product.denominations.check(amount)
        except AmountError:
            return "invalid_body_parameters"
        left = self.available.get(amount.currency, Money(0, amount.currency))
        return "insufficient_available_balance" if left < amount else ""

    def _look(self, order_id: str) -> Answer:
        order = self.orders.get(order_id)
        if order is None:
            return Answer(proof=Proof.REFUSED, code="entity_not_found", status=404)
        if order.proof is Proof.PROCESSING:
            order.looks_left -= 1
            if order.looks_left <= 0:
                order.proof = Proof.COMPLETED
        return self._report(order)

    def _invalidate(self, order_id: str) -> Answer:
        order = self.orders.get(order_id)
        if order is None:
            return Answer(proof=Proof.REFUSED, code="entity_not_found", status=404)
        if order.proof is not Proof.COMPLETED:
            state = _STATES[order.proof]
            return Answer(proof=Proof.REFUSED, code=f"order_{state}", status=400)
        order.proof = Proof.INVALIDATED
        self.available[order.face_value.currency] += order.face_value
        return self._report(order)

    def _report(self, order: FakeOrder) -> Answer:
        report = OrderReport(
            id=order.id,
            state=_STATES[order.proof],
            product_code=order.product_code,
            face_value=order.face_value,
            card=order.card,
        )
        self.clock_offset_s = self.clock_offset_s or 0.0
        return Answer(proof=order.proof, status=200, report=report, provider_time=self.clock.now())
