"""Stopping in order, and starting on a restored database: real store, real HTTP (M10, M12)."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.bootstrap.running import RunningTill
from pos_app.bootstrap.surroundings import SystemClock
from pos_app.bootstrap.training import open_training_till, training_parts
from pos_app.domain.limits import Limits
from pos_app.domain.money import Language, Money
from pos_app.domain.product import DeliveryMethod, Product
from pos_app.domain.sale import Delivery, Line, OrderState, Sale, Trouble
from pos_app.domain.settings import ProcessingMode
from pos_app.store import Store, open_store, restore_database
from pos_app.store.backup import newest_backup
from pos_app.training.messages import Reply
from pos_app.training.provider import TrainingProvider
from pos_app.usecases.services import Services
from tests.helpers.waiting import until

FIFTY = Money(5000, "EUR")


def _sells_fifty(product: Product) -> bool:
    amounts = getattr(product.denominations, "amounts", None)
    fits = FIFTY in amounts if amounts else _within(product)
    orderable = product.why_not_orderable(country="DE", currency="EUR") is None
    return fits and orderable and DeliveryMethod.CODE in product.delivery_methods


def _within(product: Product) -> bool:
    span = product.denominations
    return getattr(span, "minimum", FIFTY) <= FIFTY <= getattr(span, "maximum", Money.zero("EUR"))


async def _sell(services: Services, count: int) -> Sale:
    """Sign in and pay for some cards."""
    await until(lambda: services.catalogue.products)
    person = (await services.session.cashiers())[0]
    await services.session.sign_in(person.id, "1111")
    product = next(one for one in services.catalogue.products if _sells_fifty(one))
    services.cart.add(product, FIFTY, Delivery(DeliveryMethod.CODE), count)
    offer = await services.checkout.prepare(services.session.own_approval())
    services.session.front_sale = offer.sale
    return await services.checkout.confirm(offer, person, Language.EN)


async def _open(home: Path) -> Store:
    return await open_store(
        home,
        clock=SystemClock(),
        vault_key=(home / "vault.key").read_bytes(),
        training=True,
        currency="EUR",
        till_id="T1",
    )


async def _stored(home: Path, sale: Sale) -> Sequence[Line]:
    """The lines as they were written, with the program closed."""
    store = await _open(home)
    lines = (await store.sales.sale(sale.id)).lines
    assert await store.journal.verify() is None
    await store.close()
    return lines


async def _until_lines(
    services: Services, sale: Sale, fits: Callable[[Line], bool]
) -> Sequence[Line]:
    """Wait until every line of a sale is so, looking whenever one has changed."""
    changed = asyncio.Event()
    stop = services.till.bulletin.subscribe(lambda _event: changed.set())
    while True:
        changed.clear()
        lines = [await services.records.line(line.id) for line in sale.lines]
        if all(fits(line) for line in lines):
            stop()
            return lines
        await changed.wait()


def _is_delivered(line: Line) -> bool:
    return line.order is OrderState.DELIVERED


async def _stopped(
    home: Path, count: int, slow_s: float, deadline_s: float, *, in_flight: int
) -> tuple[Sale, bool, float]:
    """Sell to a slow provider and stop with orders in flight; whether they ended, and when."""
    async with training_parts(home, language=Language.EN) as (parts, provider):
        till = RunningTill(parts)
        await till.start()
        provider.troubles.arm("slow", None, "order", seconds=slow_s)
        sale = await _sell(till.services, count)
        await until(lambda: till.services.desk.in_flight == in_flight)
        started = time.monotonic()
        finished = await till.stop(deadline_s)
        took_s = time.monotonic() - started
        provider.troubles.disarm()
    return sale, finished, took_s


async def test_orders_in_flight_are_waited_for(tmp_path: Path) -> None:
    """Slow answers that come within the deadline are stored before the program ends."""
    home = tmp_path / "home"
    sale, finished, took_s = await _stopped(home, 3, 0.6, 20, in_flight=3)
    assert finished
    assert took_s < 10
    assert {line.order for line in await _stored(home, sale)} == {OrderState.DELIVERED}


async def test_nothing_new_leaves_while_stopping(tmp_path: Path) -> None:
    """Lines that still queue stay proven unsent; after the restart they wait for a person."""
    home = tmp_path / "home"
    sale, finished, _ = await _stopped(home, 6, 0.6, 20, in_flight=4)
    assert finished
    states = [line.order for line in await _stored(home, sale)]
    assert sorted(states) == ["delivered"] * 4 + ["waiting"] * 2
    async with open_training_till(home) as (till, provider):
        await until(lambda: till.services.reach.last_answer_at)
        assert len(provider.ledger.orders) == 4
        waiting = [line for line in await till.services.records.orders() if not line.card_hint]
        for line in waiting:
            await till.services.aftermath.order_now(line.id)
        await until(lambda: len(provider.ledger.orders) == 6)


async def test_past_the_deadline_orders_are_left_unknown(
    tmp_path: Path, expect_log: Callable[[str], None]
) -> None:
    """The program ends in time; at the next start the same keys find out, and make nothing new."""
    expect_log("WARNING pos_app.bootstrap.running: orders still in flight at shutdown")
    home = tmp_path / "home"
    sale, finished, took_s = await _stopped(home, 2, 4, 0.4, in_flight=2)
    assert not finished
    assert took_s < 3.5
    states = {line.order for line in await _stored(home, sale)}
    assert states <= {OrderState.UNKNOWN, OrderState.ORDERING}
    async with open_training_till(home) as (till, provider):
        await _until_lines(till.services, sale, _is_delivered)
        assert len(provider.ledger.orders) == 2


async def test_a_restored_till_sends_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole program on a restored database: no request about any order, no slip."""
    home, asked = tmp_path / "home", []
    plain = TrainingProvider.handle

    def handle(
        self: TrainingProvider,
        method: str,
        target: str,
        headers: Sequence[tuple[str, str]],
        body: bytes,
    ) -> Reply:
        asked.append((method, target))
        return plain(self, method, target, headers, body)

    monkeypatch.setattr(TrainingProvider, "handle", handle)
    async with training_parts(home, language=Language.EN) as (parts, provider):
        till, wanted = RunningTill(parts), parts.store.identity
        await till.start()
        provider.troubles.arm("processing", 1, "order", seconds=1000)
        provider.troubles.arm("lost_response", None, "order")
        sale = await _sell(till.services, 3)
        await _until_lines(till.services, sale, lambda line: line.order is not OrderState.WAITING)
        await till.services.days.end(till.services.session.who.id)  # makes a backup
        provider.troubles.disarm()
        await till.stop()
    backup = newest_backup(home / "backups")
    assert backup is not None
    restored = restore_database(
        home,
        backup,
        wanted=wanted,
        vault_key=(home / "vault.key").read_bytes(),
        clock=SystemClock(),
    )
    assert restored.open_cases == 3
    asked.clear()
    eager = Limits(backoff_first_s=0.02, backoff_most_s=0.05, poll_every_s=0.02)
    printer = f"pdf:{tmp_path / 'slips'}"
    async with open_training_till(home, printer=printer, limits=eager) as (till, provider):
        await until(lambda: till.services.reach.last_answer_at)
        await asyncio.sleep(1)  # twenty times the longest wait of recovery
        assert {target.partition("?")[0] for _, target in asked} <= {
            "/v1/products",
            "/v1/balances/EUR",
        }
        lines = (await till.services.records.orders())[:3]
        assert {line.trouble for line in lines} == {Trouble.RESTORED}
        (notice,) = await till.services.notices.standing()
        assert notice.since == restored.since
        assert len(provider.ledger.orders) <= 3
    assert not list(tmp_path.glob("slips/*.pdf"))


async def test_async_orders_over_real_http(tmp_path: Path) -> None:
    """202, then polling, with the real client."""
    async with open_training_till(tmp_path / "home") as (till, provider):
        services = till.services
        services.till.profile = replace(
            services.till.profile, processing_mode=ProcessingMode.ASYNC
        )
        sale = await _sell(services, 2)
        await _until_lines(services, sale, _is_delivered)
        assert {order.mode for order in provider.ledger.orders.values()} == {"async"}
