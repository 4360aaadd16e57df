"""Orders, keys, balances and invalidation: provider contract, section 6."""

from __future__ import annotations

import json
from datetime import timedelta
from decimal import Decimal

import pytest

from pos_app.training.ledger import OrderState
from pos_app.training.messages import error_codes, raw_reply
from pos_app.training.orders import DeskRules
from pos_app.training.products import AmountRange, FixedAmounts
from pos_app.training.provider import TrainingProvider
from tests.unit.training.driver import (
    BOOKS,
    CLIENT_ID,
    SECRET,
    FakeClock,
    Till,
    error_of,
    order_body,
)


def test_order_by_code(till: Till, provider: TrainingProvider) -> None:
    """A sync order answers 201 with the card that the books hold."""
    body = order_body()
    reply = till.order(body)
    shown = reply.json()
    (order,) = provider.ledger.orders.values()
    assert reply.status == 201
    assert (shown["id"], shown["state"]) == (order.id, "completed")
    assert (shown["code"], shown["pin"]) == (order.code, order.pin)
    assert shown["face_value"] == {"currency": "EUR", "amount": "50.0"}
    assert (order.key, order.body) == ("key-1", body)
    assert order.code
    assert shown["barcode"] == {"type": "code128", "value": order.code.replace("-", "")}
    assert [(one["type"], one["url"]) for one in shown["urls"]] == list(order.urls)  # type: ignore[attr-defined]
    assert provider.ledger.available("EUR") == Decimal("9950.00")


def test_order_by_url(till: Till, provider: TrainingProvider) -> None:
    """A link is ordered: no code, one redemption address."""
    shown = till.order(order_body(method="url")).json()
    (order,) = provider.ledger.orders.values()
    assert shown["code"] is None
    assert order.redemption_url
    assert order.redemption_url.startswith("https://redeem.example/")


def test_order_by_email(till: Till) -> None:
    """By e-mail nothing of the card comes back."""
    shown = till.order(order_body(method="email")).json()
    assert (shown["state"], shown["code"], shown["urls"]) == ("completed", None, [])
    assert shown["delivery_method"] == {
        "type": "email",
        "address": "kim@example.org",
        "language": "de",
    }


def test_async_order(till: Till, clock: FakeClock) -> None:
    """An async order answers 202 and is completed a little later."""
    reply = till.order(order_body(mode="async"))
    order_id = reply.json()["id"]
    assert (reply.status, reply.json()["state"]) == (202, "processing")
    assert till.get(order_id).json()["code"] is None
    clock.move(2)
    shown = till.get(order_id).json()
    assert shown["state"] == "completed"
    assert shown["completed_at"] == "2026-11-20T09:30:01Z"
    assert till.order(order_body(mode="async")).status == 202


def test_same_key_same_bytes_replays(till: Till, provider: TrainingProvider) -> None:
    """The same request again answers the same order as it is now, and makes none."""
    first = till.order()
    again = till.order()
    assert (again.status, again.json()) == (201, first.json())
    till.invalidate(first.json()["id"])
    assert till.order().json()["state"] == "invalidated"
    assert len(provider.ledger.orders) == 1


def test_same_key_other_body(till: Till, provider: TrainingProvider) -> None:
    """The same key with one byte more is `reused_idempotency_key`."""
    till.order(order_body())
    reply = till.order(order_body() + b" ")
    assert error_of(reply) == (400, "idempotency", "reused_idempotency_key")
    assert len(provider.ledger.orders) == 1


def test_key_lives_24_hours(till: Till, provider: TrainingProvider, clock: FakeClock) -> None:
    """A key is known for a day; afterwards the same request makes a second order."""
    till.order()
    clock.move(timedelta(hours=24).total_seconds() - 1)
    till.order()
    assert len(provider.ledger.orders_for_key("key-1")) == 1
    clock.move(1)
    till.order()
    assert len(provider.ledger.orders_for_key("key-1")) == 2


@pytest.mark.parametrize("key", ["", "with space", "x" * 256, "tab\tin", "käse"])
def test_unusable_keys(till: Till, key: str) -> None:
    """A missing, too long or unprintable key is refused."""
    reply = till.order(key=key)
    assert error_of(reply) == (400, "idempotency", "invalid_idempotency_key_header")


def test_refusal_does_not_use_up_the_key(till: Till) -> None:
    """After a refused order the same key can be used, even for another body."""
    assert till.order(order_body("1.0")).status == 400
    assert till.order(order_body("10.0")).status == 201


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff", b'"x"', b"[" * 100_000])
def test_unreadable_bodies(provider: TrainingProvider, till: Till, body: bytes) -> None:
    """What is not a JSON object is `invalid_request_body`, and nothing is made."""
    reply = till.order(body[:60_000])
    assert error_of(reply) == (400, "invalid_format", "invalid_request_body")
    assert not provider.ledger.orders


@pytest.mark.parametrize(
    ("path", "value", "field"),
    [
        (("product_code",), "nothing", "product_code"),
        (("product_code",), None, "product_code"),
        (("customer",), "c-1", "customer.id"),
        (("customer", "id"), "", "customer.id"),
        (("customer", "id"), 7, "customer.id"),
        (("customer", "id"), "x" * 101, "customer.id"),
        (("country",), "de", "country"),
        (("country",), None, "country"),
        (("processing_mode",), "later", "processing_mode"),
        (("delivery_method",), None, "delivery_method.type"),
        (("delivery_method", "type"), "pigeon", "delivery_method.type"),
        (("delivery_method", "type"), ["code"], "delivery_method.type"),
        (("delivery_method",), {"type": "email"}, "delivery_method.address"),
        (("delivery_method",), {"type": "email", "address": "a@b"}, "delivery_method.address"),
        (
            ("delivery_method",),
            {"type": "email", "address": "a@b.de", "language": []},
            "delivery_method.language",
        ),
        (("face_value", "currency"), "USD", "face_value.currency"),
        (("face_value", "amount"), 50, "face_value.amount"),
        (("face_value", "amount"), "50", "face_value.amount"),
        (("face_value", "amount"), "50.00", "face_value.amount"),
        (("face_value", "amount"), "50,0", "face_value.amount"),
        (("face_value", "amount"), "0.0", "face_value.amount"),
        (("face_value", "amount"), "-50.0", "face_value.amount"),
        (("face_value", "amount"), "4.99", "face_value.amount"),
        (("face_value", "amount"), "150.01", "face_value.amount"),
        (("face_value", "amount"), "50.001", "face_value.amount"),
    ],
)
def test_wrong_parameters(till: Till, path: tuple[str, ...], value: object, field: str) -> None:
    """Each wrong value is named in `fields`, and nothing is made."""
    body = json.loads(order_body())
    target = body
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = value
    reply = till.order(json.dumps(body).encode())
    assert error_of(reply) == (400, "invalid_request", "invalid_body_parameters")
    assert list(reply.json()["fields"]) == [field]  # type: ignore[call-overload]
    assert reply.json()["request_id"] == reply.header("X-Request-Id")
    assert not till.provider.ledger.orders


def test_amounts_of_a_fixed_product(till: Till) -> None:
    """A product of fixed amounts sells these and no other."""
    product = next(
        one
        for one in till.provider.catalogue
        if isinstance(one.denominations, FixedAmounts) and one.currency == "EUR"
        if "code" in one.delivery_methods and one.available
    )
    assert isinstance(product.denominations, FixedAmounts)
    offered = product.denominations.amounts[0]
    good = order_body(f"{offered:.1f}", product=product.code, country=product.countries[0])
    bad = order_body(f"{offered + 1:.1f}", product=product.code, country=product.countries[0])
    assert till.order(good, "k1").status == 201
    assert error_of(till.order(bad, "k2"))[2] == "invalid_body_parameters"


def test_amount_off_the_step() -> None:
    """A range has a grid."""
    amounts = AmountRange("EUR", Decimal(5), Decimal(50), Decimal(5))
    assert amounts.problem(Decimal(15)) is None
    assert amounts.problem(Decimal(16)) == "is not a multiple of 5.0"


def test_product_that_is_not_sold(till: Till) -> None:
    """Unavailable, or not in this country: `order_not_allowed_for_product`."""
    for brand, country in (("Zeitungskiosk Zisch", "DE"), ("Bücherwelt", "FR")):
        product = next(one for one in till.provider.catalogue if one.brand == brand)
        lowest = (
            product.denominations.minimum
            if isinstance(product.denominations, AmountRange)
            else product.denominations.amounts[0]
        )
        body = order_body(
            f"{lowest:.1f}",
            product=product.code,
            country=country,
            method=product.delivery_methods[0],
        )
        reply = till.order(body)
        assert error_of(reply) == (400, "invalid_state", "order_not_allowed_for_product")


def test_delivery_that_is_not_offered(till: Till) -> None:
    """A product that exists only as a code is not sold as a link."""
    product = next(one for one in till.provider.catalogue if one.delivery_methods == ("url",))
    body = order_body("25.0", product=product.code, country=product.countries[0], method="code")
    assert till.order(body).json()["error_code"] == "invalid_body_parameters"


def test_balance_is_used_up_and_comes_back(clock: FakeClock) -> None:
    """Too low a balance refuses; an invalidation and a top-up give it back."""
    provider = TrainingProvider(
        client_id=CLIENT_ID, client_secret=SECRET, clock=clock, balances={"EUR": "60.00"}
    )
    till = Till(provider, clock)
    first = till.order(key="k1").json()["id"]
    reply = till.order(key="k2")
    assert error_of(reply) == (403, "forbidden", "insufficient_available_balance")
    till.invalidate(first)
    assert till.send("GET", "/balances/EUR").json()["available"] == "60.00"
    provider.top_up("EUR", "1000.5")
    assert till.send("GET", "/balances/EUR").json()["available"] == "1060.50"
    assert till.send("GET", "/balances").json() == {
        "balances": [{"currency": "EUR", "available": "1060.50"}]
    }
    reply = till.send("GET", "/balances/USD")
    assert error_of(reply) == (404, "not_found", "entity_not_found")
    pounds = order_body("10.0", product=till.product_of("Folio Fennek"), currency="GBP")
    assert error_of(till.order(pounds, "k3"))[2] == "insufficient_available_balance"


def test_a_repeat_replays_even_without_balance(clock: FakeClock) -> None:
    """By default the key is looked up first: a repeat finds its order."""
    provider = TrainingProvider(
        client_id=CLIENT_ID, client_secret=SECRET, clock=clock, balances={"EUR": "50.00"}
    )
    till = Till(provider, clock)
    assert till.order().json() == till.order().json()


def test_provider_that_checks_the_balance_before_the_key(clock: FakeClock) -> None:
    """With that rule the repeat of an order that used up the balance is refused."""
    provider = TrainingProvider(
        client_id=CLIENT_ID,
        client_secret=SECRET,
        clock=clock,
        balances={"EUR": "50.00"},
        rules=DeskRules(balance_before_key=True),
    )
    till = Till(provider, clock)
    assert till.order().status == 201
    assert error_of(till.order())[2] == "insufficient_available_balance"
    provider.top_up("EUR", "50.00")
    assert till.order().status == 201
    assert len(provider.ledger.orders) == 1


def test_discount_makes_the_card_cheaper(till: Till, provider: TrainingProvider) -> None:
    """A brand with a discount costs less than its face value, to the cent."""
    product = next(
        one
        for one in provider.catalogue
        if one.discount_percent == Decimal("2.5") and isinstance(one.denominations, AmountRange)
    )
    assert isinstance(product.denominations, AmountRange)
    body = order_body(
        "25.0",
        product=product.code,
        country=product.countries[0],
        method=product.delivery_methods[0],
    )
    till.order(body)
    (order,) = provider.ledger.orders.values()
    assert (order.amount, order.cost) == (Decimal("25.0"), Decimal("24.38"))
    assert provider.ledger.balances["EUR"] == Decimal("9975.62")


def test_customer_limit(clock: FakeClock) -> None:
    """One customer id may buy only so much in a day; what was invalidated does not count."""
    rules = DeskRules(customer_limit=Decimal(100))
    provider = TrainingProvider(
        client_id=CLIENT_ID, client_secret=SECRET, clock=clock, rules=rules
    )
    till = Till(provider, clock)
    first = till.order(order_body("60.0"), "k1").json()["id"]
    reply = till.order(order_body("50.0"), "k2")
    assert error_of(reply) == (403, "forbidden", "customer_amount_limit_exceeded")
    assert till.order(order_body("50.0", customer="T1-43"), "k3").status == 201
    till.invalidate(first)
    assert till.order(order_body("100.0"), "k4").status == 201
    clock.move(24 * 3600)
    assert till.order(order_body("100.0"), "k5").status == 201


def test_invalidation(till: Till, provider: TrainingProvider, clock: FakeClock) -> None:
    """A completed order becomes invalidated once; a repeat says so."""
    order_id = till.order().json()["id"]
    clock.move(60)
    reply = till.invalidate(order_id)
    assert (reply.status, reply.json()["state"]) == (200, "invalidated")
    assert error_of(till.invalidate(order_id)) == (400, "invalid_state", "order_invalidated")
    (order,) = provider.ledger.with_state(OrderState.INVALIDATED)
    assert order.invalidated_at == clock()
    assert [move.kind for move in provider.ledger.movements] == ["order", "invalidation"]


def test_invalidating_what_is_not_completed(till: Till, clock: FakeClock) -> None:
    """Processing and failed orders say what they are; unknown ones are not found."""
    till.provider.troubles.arm("processing_then_failed", seconds=5)
    order_id = till.order().json()["id"]
    assert error_of(till.invalidate(order_id)) == (400, "invalid_state", "order_processing")
    clock.move(5)
    assert error_of(till.invalidate(order_id)) == (400, "invalid_state", "order_failed")
    shown = till.get(order_id).json()
    assert (shown["state"], shown["code"]) == ("failed", None)
    assert shown["failure"]
    for reply in (till.invalidate("nothing"), till.get("nothing")):
        assert error_of(reply) == (404, "not_found", "entity_not_found")
    assert till.provider.ledger.balances["EUR"] == Decimal("10000.00")


def test_brand_without_invalidation(till: Till) -> None:
    """A practice brand refuses every invalidation."""
    body = order_body(product=till.product_of("Nullkabel"))
    order_id = till.order(body).json()["id"]
    reply = till.invalidate(order_id)
    assert error_of(reply) == (400, "invalid_state", "order_invalidation_not_supported")


def test_brand_with_a_short_window(till: Till, clock: FakeClock) -> None:
    """A practice brand can be invalidated within a minute, not later."""
    body = order_body(product=till.product_of("Eisvogel Gelato"))
    first, second = (till.order(body, key).json()["id"] for key in ("k1", "k2"))
    clock.move(60)
    assert till.invalidate(first).status == 200
    clock.move(1)
    reply = till.invalidate(second)
    assert error_of(reply) == (400, "invalid_state", "order_invalidation_period_expired")


def test_slow_and_failing_brands(till: Till, clock: FakeClock) -> None:
    """Practice brands stay in processing for six seconds; one of them fails then."""
    slow = till.order(order_body(product=till.product_of("Fährfreund")), "k1")
    failing = till.order(order_body(product=till.product_of("Arkadenwal")), "k2")
    assert {slow.status, failing.status} == {202}
    clock.move(6)
    assert till.get(slow.json()["id"]).json()["state"] == "completed"
    assert till.get(failing.json()["id"]).json()["state"] == "failed"


def test_silent_brand(till: Till, provider: TrainingProvider) -> None:
    """A practice brand loses the answer to the first request; a repeat finds the order."""
    body = order_body(product=till.product_of("Funkfuchs"))
    assert till.order(body).fate == "cut_after"
    assert till.order(body).status == 201
    assert len(provider.ledger.orders) == 1


def test_order_of_a_brand_that_left_the_catalogue(
    till: Till, provider: TrainingProvider, clock: FakeClock
) -> None:
    """An old order stays readable, and one still in processing fails, without its product."""
    done = till.order(key="k1").json()
    waiting = till.order(order_body(mode="async"), key="k2").json()["id"]
    products = dict(provider._core.products)
    provider._core.products = provider._core._desk._products = {
        code: product for code, product in products.items() if code != BOOKS
    }
    clock.move(5)
    assert till.get(done["id"]).json()["code"] == done["code"]
    assert till.get(waiting).json()["state"] == "failed"
    assert error_of(till.invalidate(done["id"]))[2] == "order_invalidation_not_supported"
    assert provider.handle("GET", f"/cards/{done['id']}.pdf", [], b"").status == 200


def test_ids_are_never_used_twice(provider: TrainingProvider, till: Till) -> None:
    """A random source that repeats itself after a restart makes no id a second time."""
    till.order(key="k1")
    again = TrainingProvider(client_id=CLIENT_ID, client_secret=SECRET, seed=1)
    provider._core._desk._rng = again._core._desk._rng
    till.order(key="k2")
    assert len(provider.ledger.orders) == 2


def test_absent_values_are_left_out_or_null(till: Till, provider: TrainingProvider) -> None:
    """Some brands leave missing values out, others say null: a client meets both."""
    kinds: set[bool] = set()
    for product in provider.catalogue:
        ranged = isinstance(product.denominations, AmountRange)
        if ranged and not product.card.pin_digits and "code" in product.delivery_methods:
            body = order_body(
                "25.0",
                product=product.code,
                country=product.countries[0],
                customer=product.brand,
            )
            shown = till.order(body, product.code).json()
            assert shown.get("pin") is None
            kinds.add("pin" in shown)
    assert kinds == {True, False}


def test_every_listed_error_has_the_contracts_status_and_class() -> None:
    """Status and class of each code are those of the contract's tables."""
    codes = error_codes()
    assert codes["invalid_request_body"] == (400, "invalid_format")
    assert codes["content_too_large"] == (413, "transport")
    assert codes["rate_limit_exceeded"] == (429, "rate_limit")
    assert codes["internal_server_error"] == (500, "internal")
    assert codes["live_mode_disabled"] == (403, "forbidden")
    assert codes["api_key_missing_required_scope"] == (403, "forbidden")
    assert codes["request_blocked"] == (403, "forbidden")
    assert codes["path_not_found"] == (404, "not_found")
    assert codes["request_in_progress"] == (409, "idempotency")
    assert len(codes) == 25


def test_only_objects_are_json_bodies() -> None:
    """A reply whose body is not an object has no JSON to give."""
    with pytest.raises(TypeError):
        raw_reply(200, "application/json", b"[]").json()
