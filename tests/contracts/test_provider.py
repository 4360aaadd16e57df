"""The contract of the port `Provider`: the fake and the client over HTTP keep the same one.

The client talks to the training provider over real sockets; the fake is alone with itself.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest

from pos_app.domain.answer import Proof
from pos_app.domain.errors import ProviderUnavailableError
from pos_app.domain.money import Money
from pos_app.domain.product import DeliveryMethod, Product
from pos_app.domain.sale import Account, CartItem, Delivery, OrderRequest, SaleId
from pos_app.ports import Provider
from pos_app.provider.calls import Call, Wait, Waits
from pos_app.provider.client import HttpProvider
from pos_app.training.provider import TrainingProvider
from tests.fakes.provider import FakeProvider
from tests.unit.provider.raw_server import TillClock

BOOKS = "Bücherwelt"
FIFTY = Money(5000, "EUR")
_KEYS = iter(f"{number:08d}-0000-4000-8000-000000000000" for number in range(10**6))


@dataclass
class World:
    """A provider, and how to trouble it."""

    provider: Provider
    lose_order: Callable[[bool], None]
    start_processing: Callable[[], None]
    break_balance: Callable[[], None]

    async def product(self) -> Product:
        """A product that is sold by code, link and e-mail, in any amount."""
        reading = await self.provider.products()
        return next(one for one in reading.products if one.brand == BOOKS)

    async def request(
        self, *, method: DeliveryMethod = DeliveryMethod.CODE, amount: Money = FIFTY
    ) -> OrderRequest:
        """A prepared order with a key of its own."""
        address = "anna@example.org" if method is DeliveryMethod.EMAIL else None
        item = CartItem(await self.product(), amount, Delivery(method, address))
        return self.provider.prepare_order(
            item, key=next(_KEYS), sale=SaleId("T1-000001"), country="DE", language="de"
        )


def _fake() -> World:
    fake = FakeProvider(TillClock(datetime.now(UTC)))

    def lose(made: bool) -> None:  # noqa: FBT001  (a callback)
        fake.loses(Call.ORDER, made=made)

    def break_balance() -> None:
        fake.fails(Call.BALANCE, ProviderUnavailableError("invalid_signature", status=401))

    return World(fake, lose, lambda: fake.keeps_processing(1), break_balance)


@pytest.fixture(params=["fake", "http"])
def world(
    request: pytest.FixtureRequest, run: Callable[[Coroutine[Any, Any, Any]], Any]
) -> Iterator[World]:
    """Both kinds of providers."""
    if request.param == "fake":
        yield _fake()
        return
    training = TrainingProvider(client_id="till-7", client_secret="secret", seed=7)
    client = HttpProvider(
        Account(run(training.start()), "till-7"),
        "secret",
        clock=TillClock(datetime.now(UTC)),
        waits=Waits.all_alike(Wait(overall_s=10)),
    )

    def lose(made: bool) -> None:  # noqa: FBT001  (a callback)
        training.troubles.arm("lost_response" if made else "lost_request", call="order")

    def process() -> None:
        training.troubles.arm("processing", call="order", polls=1)

    def break_balance() -> None:
        training.troubles.arm("unauthorized", call="balances")

    yield World(client, lose, process, break_balance)
    run(client.close())
    run(training.stop())


async def test_order_by_code(world: World) -> None:
    """A completed order brings what was asked for, and a code."""
    answer = await world.provider.order(await world.request())
    assert answer.proof is Proof.COMPLETED
    report = answer.report
    assert report is not None
    assert (report.product_code, report.face_value) == ((await world.product()).code, FIFTY)
    assert report.card.code
    assert not report.card.is_empty


async def test_order_by_link(world: World) -> None:
    """A link is a card too."""
    answer = await world.provider.order(await world.request(method=DeliveryMethod.URL))
    assert answer.report is not None
    assert answer.report.card.code is None
    assert (answer.report.card.url("redemption") or "").startswith("https://")


async def test_order_by_email_shows_no_card(world: World) -> None:
    """The provider mails the card; nothing of it comes here."""
    answer = await world.provider.order(await world.request(method=DeliveryMethod.EMAIL))
    assert answer.proof is Proof.COMPLETED
    assert answer.report is not None
    assert answer.report.card.is_empty


async def test_orders_differ(world: World) -> None:
    """Two keys are two orders with two cards."""
    first = await world.provider.order(await world.request())
    second = await world.provider.order(await world.request())
    assert first.report is not None
    assert second.report is not None
    assert first.report.id != second.report.id
    assert first.report.card.code != second.report.card.code


async def test_same_key_is_the_same_order(world: World) -> None:
    """The same bytes with the same key answer for the same order, also for a look at it."""
    request = await world.request()
    first = await world.provider.order(request)
    again = await world.provider.order(request)
    assert first.report is not None
    assert again.report == first.report
    seen = await world.provider.get_order(first.report.id)
    assert seen.report == first.report


async def test_used_key_with_other_bytes_is_unclear(world: World) -> None:
    """A used key says that something may exist, never that it does not."""
    request, other = await world.request(), await world.request(amount=Money(2500, "EUR"))
    await world.provider.order(request)
    answer = await world.provider.order(
        OrderRequest(request.key, request.method, request.url, other.body)
    )
    assert (answer.proof, answer.code) == (Proof.UNCLEAR, "reused_idempotency_key")


@pytest.mark.parametrize("made", [True, False])
async def test_lost_answer_is_found_by_repeating(world: World, made: bool) -> None:  # noqa: FBT001
    """Whether or not the request arrived, the same bytes bring the one order."""
    world.lose_order(made)
    request = await world.request()
    before = (await world.provider.balance("EUR")).available
    lost = await world.provider.order(request)
    assert (lost.proof, lost.report, lost.reached) == (Proof.UNCLEAR, None, False)
    found = await world.provider.order(request)
    assert found.proof is Proof.COMPLETED
    after = (await world.provider.balance("EUR")).available
    assert Money(0, "EUR") < before - after <= FIFTY


async def test_processing_order_completes(world: World) -> None:
    """An order may take its time; looking at it tells."""
    world.start_processing()
    answer = await world.provider.order(await world.request())
    assert answer.proof is Proof.PROCESSING
    assert answer.report is not None
    assert answer.report.card.is_empty
    refused = await world.provider.invalidate(answer.report.id)
    assert (refused.proof, refused.code) == (Proof.REFUSED, "order_processing")
    seen = await world.provider.get_order(answer.report.id)
    assert seen.proof is Proof.COMPLETED


async def test_refused_amount(world: World) -> None:
    """An amount that is not sold makes no order."""
    answer = await world.provider.order(await world.request(amount=Money(1, "EUR")))
    assert (answer.proof, answer.code) == (Proof.REFUSED, "invalid_body_parameters")
    assert (answer.status, answer.report) == (400, None)


async def test_invalidate(world: World) -> None:
    """A completed order becomes invalidated, once; a look confirms it."""
    made = await world.provider.order(await world.request())
    assert made.report is not None
    gone = await world.provider.invalidate(made.report.id)
    assert gone.proof is Proof.INVALIDATED
    assert gone.report is not None
    assert gone.report.id == made.report.id
    again = await world.provider.invalidate(made.report.id)
    assert (again.proof, again.code) == (Proof.REFUSED, "order_invalidated")
    assert (await world.provider.get_order(made.report.id)).proof is Proof.INVALIDATED


async def test_unknown_order(world: World) -> None:
    """An id the provider does not know is told as such, by both calls."""
    for ask in (world.provider.get_order, world.provider.invalidate):
        answer = await ask("no-such-order")
        assert (answer.proof, answer.code) == (Proof.REFUSED, "entity_not_found")


async def test_catalogue(world: World) -> None:
    """The catalogue comes whole, each code once, with the time it was asked for."""
    reading = await world.provider.products()
    codes = [one.code for one in reading.products]
    assert len(codes) == len(set(codes)) > 1
    assert reading.skipped == 0
    assert reading.read_at.tzinfo is not None


async def test_broken_question(world: World) -> None:
    """A refused question raises with the provider's code, and works the next time."""
    world.break_balance()
    with pytest.raises(ProviderUnavailableError) as caught:
        await world.provider.balance("EUR")
    assert caught.value.code == "invalid_signature"
    assert caught.value.params["status"] == 401
    assert (await world.provider.balance("EUR")).available.currency == "EUR"


async def test_orders_carry_the_providers_time(world: World) -> None:
    """Every answer tells the provider's time, and the offset is known from then on (M4)."""
    answer = await world.provider.order(await world.request())
    assert answer.provider_time is not None
    assert answer.provider_time.tzinfo is not None
    assert world.provider.clock_offset_s is not None


async def test_another_account(world: World) -> None:
    """After `use` new orders are prepared for the new account's address."""
    await world.provider.use(Account("https://other.example/v1", "till-8"), "other-secret")
    assert world.provider.account == Account("https://other.example/v1", "till-8")
