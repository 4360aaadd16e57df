"""Every trouble: what the till gets, and what the books say nevertheless."""

from __future__ import annotations

import pytest

from pos_app.domain.errors import SettingsError
from pos_app.domain.money import Language
from pos_app.training.ledger import OrderState
from pos_app.training.messages import Fate
from pos_app.training.mischief import _break_products
from pos_app.training.provider import TrainingProvider
from pos_app.training.troubles import TroublePlan, available_troubles, parse_trouble
from tests.unit.training.driver import FakeClock, Till, error_of, order_body, signed_headers


@pytest.mark.parametrize(
    ("name", "fate", "made"),
    [
        ("lost_request", Fate.CUT_BEFORE, 0),
        ("provider_down", Fate.CUT_BEFORE, 0),
        ("offline", Fate.REFUSED, 0),
        ("lost_response", Fate.CUT_AFTER, 1),
        ("slow_then_lost", Fate.CUT_AFTER, 1),
        ("balance_before_key", Fate.CUT_AFTER, 1),
    ],
)
def test_no_answer(till: Till, name: str, fate: Fate, made: int) -> None:
    """Without an answer the order was made or not; only the books know."""
    till.provider.troubles.arm(name)
    reply = till.order()
    assert reply.fate is fate
    assert len(till.provider.ledger.orders) == made
    (request,) = till.provider.ledger.requests_of("order")
    assert (request.status, request.fate, request.trouble) == (None, fate, name)
    assert till.order(key="k2").status == 201


@pytest.mark.parametrize(
    ("name", "error", "made"),
    [
        ("error_500", (500, "internal", "internal_server_error"), 0),
        ("rate_limited", (429, "rate_limit", "rate_limit_exceeded"), 0),
        ("unauthorized", (401, "auth", "invalid_signature"), 0),
        ("clock_wrong", (400, "transport", "invalid_date_header"), 0),
        ("request_blocked", (403, "forbidden", "request_blocked"), 0),
        ("missing_scope", (403, "forbidden", "api_key_missing_required_scope"), 0),
        ("insufficient_balance", (403, "forbidden", "insufficient_available_balance"), 0),
        ("unlisted_4xx", (422, "invalid_state", "moon_phase_not_supported"), 0),
        ("unlisted_4xx_after", (422, "invalid_state", "moon_phase_not_supported"), 1),
        ("conflict_409", (409, "idempotency", "request_in_progress"), 1),
        ("reused_key", (400, "idempotency", "reused_idempotency_key"), 1),
    ],
)
def test_error_answer(till: Till, name: str, error: tuple[int, str, str], made: int) -> None:
    """An error answer proves nothing by its looks: some come after the work."""
    till.provider.troubles.arm(name)
    reply = till.order()
    assert error_of(reply) == error
    assert len(till.provider.ledger.orders) == made
    (request,) = till.provider.ledger.requests
    assert (request.status, request.error_code) == (error[0], error[2])


@pytest.mark.parametrize(
    ("name", "status", "made"),
    [("garbage", 200, 0), ("redirect", 302, 0), ("error_500_after", 500, 1)],
)
def test_answer_that_is_not_json(till: Till, name: str, status: int, made: int) -> None:
    """A web page, a redirect or a broken gateway answers something that can't be read."""
    till.provider.troubles.arm(name)
    reply = till.order()
    assert reply.status == status
    assert b"{" not in reply.body
    assert (reply.header("Location") is not None) is (name == "redirect")
    assert len(till.provider.ledger.orders) == made


def test_rate_limit_and_challenge_headers(till: Till) -> None:
    """429 says how long to wait, 401 says which scheme is asked for."""
    till.provider.troubles.arm("rate_limited", seconds=7)
    assert till.order().header("Retry-After") == "7"
    till.provider.troubles.arm("unauthorized")
    assert till.order().header("WWW-Authenticate") == "FP1-HMAC-SHA256"


def test_after_a_trouble_the_repeat_finds_the_order(till: Till) -> None:
    """Whatever came back, the same request again shows the one order."""
    for number, name in enumerate(
        ("lost_response", "cut_body", "error_500_after", "unlisted_4xx_after", "reused_key")
    ):
        till.provider.troubles.arm(name)
        till.order(key=f"k{number}")
        assert till.order(key=f"k{number}").status == 201
        assert len(till.provider.ledger.orders_for_key(f"k{number}")) == 1


@pytest.mark.parametrize("name", ["slow", "slow_then_lost", "conflict_409"])
def test_repeat_while_the_first_is_in_work(till: Till, clock: FakeClock, name: str) -> None:
    """While the first request is in work a repeat gets 409; afterwards the order."""
    till.provider.troubles.arm(name, seconds=4)
    assert till.order().delay_s == (0 if name == "conflict_409" else 4)
    clock.move(3)
    assert error_of(till.order()) == (409, "idempotency", "request_in_progress")
    clock.move(1)
    assert till.order().status == 201


def test_cut_body(till: Till) -> None:
    """Half of the answer is to arrive."""
    till.provider.troubles.arm("cut_body")
    reply = till.order()
    assert (reply.fate, reply.cut_at) == (Fate.CUT_BODY, len(reply.body) // 2)
    assert till.provider.ledger.requests[0].status == 201


def test_balance_before_key(till: Till, clock: FakeClock) -> None:
    """The answer is lost and repeats are refused for a minute; then the order is found."""
    till.provider.troubles.arm("balance_before_key")
    till.order()
    assert error_of(till.order())[2] == "insufficient_available_balance"
    assert till.order(key="k2").status == 201
    clock.move(60)
    assert till.order().status == 201
    assert len(till.provider.ledger.orders) == 2


def test_lost_then_low_balance_by_two_troubles(till: Till) -> None:
    """Troubles for one call come in the order in which they were armed."""
    till.provider.troubles.arm("lost_response")
    till.provider.troubles.arm("insufficient_balance", times=2)
    assert till.order().fate is Fate.CUT_AFTER
    assert [till.order().status for _ in range(3)] == [403, 403, 201]


def test_processing_by_time(till: Till, clock: FakeClock) -> None:
    """A sync order may stay in processing; it is completed when its time has come."""
    till.provider.troubles.arm("processing", seconds=10)
    reply = till.order()
    assert (reply.status, reply.json()["state"]) == (202, "processing")
    clock.move(9)
    assert till.order().status == 202
    clock.move(1)
    (order,) = till.provider.ledger.with_state(OrderState.COMPLETED)
    assert till.order().json()["code"] == order.code


@pytest.mark.parametrize(
    ("name", "state"), [("processing", "completed"), ("processing_then_failed", "failed")]
)
def test_processing_by_polls(till: Till, clock: FakeClock, name: str, state: str) -> None:
    """Processing may end with the n-th question instead."""
    till.provider.troubles.arm(name, polls=3)
    order_id = till.order().json()["id"]
    clock.move(3600)
    states = [till.get(order_id).json()["state"] for _ in range(4)]
    assert states == ["processing", "processing", state, state]


def test_unknown_state(till: Till, clock: FakeClock) -> None:
    """For some seconds the order shows a word nobody knows, and no card."""
    till.provider.troubles.arm("unknown_state", seconds=5)
    shown = till.order().json()
    assert (shown["state"], shown["code"]) == ("under_review", None)
    clock.move(5)
    shown = till.get(shown["id"]).json()
    assert shown["state"] == "completed"
    assert shown["code"]


def test_another_amount(till: Till) -> None:
    """The order in the books is over another amount than the one asked for."""
    till.provider.troubles.arm("another_amount")
    shown = till.order().json()
    assert shown["face_value"] == {"currency": "EUR", "amount": "55.0"}
    assert till.get(shown["id"]).json()["face_value"] == shown["face_value"]


def test_another_product(till: Till) -> None:
    """The order in the books is for another brand that could have been ordered."""
    till.provider.troubles.arm("another_product")
    body = order_body()
    shown = till.order(body).json()
    assert shown["product_code"] != till.product_of("Bücherwelt")
    (order,) = till.provider.ledger.orders.values()
    assert (order.product_code, order.body) == (shown["product_code"], body)


def test_no_card(till: Till, clock: FakeClock) -> None:
    """A completed order has no card: for ever, or for some seconds."""
    till.provider.troubles.arm("no_card")
    till.provider.troubles.arm("no_card", seconds=30)
    ids = [till.order(key=key).json()["id"] for key in ("k1", "k2")]
    shown = till.get(ids[1]).json()
    assert (shown["state"], shown["code"], shown["urls"]) == ("completed", None, [])
    clock.move(30)
    assert [bool(till.get(one).json()["code"]) for one in ids] == [False, True]


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("another_amount", "face_value"),
        ("another_product", "product_code"),
        ("no_card", "code"),
        ("unknown_state", "state"),
    ],
)
def test_wrong_answers_to_a_get(till: Till, name: str, field: str) -> None:
    """Armed for `get`, only that one answer is wrong, not the order."""
    right = till.order().json()
    till.provider.troubles.arm(name, call="get")
    assert till.get(right["id"]).json()[field] != right[field]
    assert till.get(right["id"]).json() == right


def test_wrong_answer_to_a_refused_get(till: Till) -> None:
    """An error answer is not dressed up as another order."""
    till.provider.troubles.arm("another_amount", call="get")
    assert error_of(till.get("nothing"))[2] == "entity_not_found"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("refused_invalidation", "order_invalidation_not_supported"),
        ("expired_invalidation", "order_invalidation_period_expired"),
        ("invalidate_processing", "order_processing"),
    ],
)
def test_refused_invalidations(till: Till, name: str, code: str) -> None:
    """The invalidation is refused and the card stays valid."""
    order_id = till.order().json()["id"]
    till.provider.troubles.arm(name)
    assert error_of(till.invalidate(order_id)) == (400, "invalid_state", code)
    assert till.get(order_id).json()["state"] == "completed"


def test_lost_invalidation(till: Till) -> None:
    """The card is invalidated and the answer lost; a repeat says so."""
    order_id = till.order().json()["id"]
    till.provider.troubles.arm("lost_invalidation")
    assert till.invalidate(order_id).fate is Fate.CUT_AFTER
    assert error_of(till.invalidate(order_id))[2] == "order_invalidated"


def test_clock_that_is_ahead(provider: TrainingProvider, till: Till, clock: FakeClock) -> None:
    """The refusal tells the wrong time; a till that follows it is let in, also afterwards."""
    provider.troubles.arm("clock_wrong", times=2)
    assert till.order().header("Date") == "Fri, 20 Nov 2026 09:40:00 GMT"
    now = clock()

    def ask_with_the_wrong_time() -> int:
        clock.move(600)
        headers = signed_headers("GET", "/v1/orders/x", b"", host="127.0.0.1:8431", now=clock())
        clock.now = now
        return provider.handle("GET", "/v1/orders/x", list(headers.items()), b"").status

    provider.troubles.arm("clock_wrong", times=1, call="get")
    assert till.order().status == 400
    assert ask_with_the_wrong_time() == 404
    assert till.get("x").status == 400
    assert ask_with_the_wrong_time() == 404
    assert till.get("x").status == 404
    assert till.order().status == 201


def test_a_wrong_clock_refuses_whatever_comes_first(till: Till) -> None:
    """Not orders alone: a till is tried with any signed call, such as its balance."""
    till.provider.troubles.arm("clock_wrong", None)
    assert error_of(till.send("GET", "/balances/EUR"))[2] == "invalid_date_header"
    assert error_of(till.send("GET", "/products"))[2] == "invalid_date_header"
    assert error_of(till.order())[2] == "invalid_date_header"


def test_other_calls_are_left_alone(till: Till) -> None:
    """A trouble armed for one call does not meet another."""
    till.provider.troubles.arm("error_500", None, "balances")
    till.provider.troubles.arm("clock_wrong", None, "settlements")
    assert till.order().status == 201
    assert till.send("GET", "/balances").status == 500
    assert till.send("GET", "/balances/EUR").status == 500
    assert till.send("GET", "/settlements").status == 400


def test_troubles_for_any_call(till: Till) -> None:
    """A trouble armed for any call meets the next one, whatever it is."""
    till.provider.troubles.arm("garbage", call="any")
    assert till.send("GET", "/nowhere").status == 200
    assert till.send("GET", "/nowhere").status == 404


def test_pictures_are_never_troubled_but_offline(till: Till) -> None:
    """Logos come without signature and without troubles while the provider can be reached."""
    logo = f"/logos/{till.product_of('Sofafuchs')}.svg"
    till.provider.troubles.arm("error_500", None, "any")
    assert till.provider.handle("GET", logo, [], b"").status == 200
    till.provider.troubles.arm("offline", None)
    assert till.provider.handle("GET", logo, [], b"").fate is Fate.REFUSED
    assert not till.provider.ledger.requests


def test_broken_products(till: Till) -> None:
    """The catalogue holds nonsense in between; nothing else about it changes."""
    right = till.send("GET", "/products").json()["products"]
    till.provider.troubles.arm("broken_products")
    wrong = till.send("GET", "/products").json()["products"]
    assert isinstance(right, list)
    assert isinstance(wrong, list)
    assert len(wrong) == len(right) + 9
    assert [one for one in wrong if one in right] == right


def test_broken_products_on_an_empty_page() -> None:
    """Where there is no product there is nothing to break."""
    page: dict[str, object] = {"products": []}
    _break_products(page)
    assert page == {"products": []}


def test_permanent_and_counted(till: Till) -> None:
    """A trouble lasts for its count, or until it is taken back."""
    plan = till.provider.troubles
    plan.arm("error_500", times=2)
    assert [till.order().status for _ in range(3)] == [500, 500, 201]
    plan.arm("error_500", None)
    plan.arm("garbage", None, "get")
    assert [till.order().status for _ in range(3)] == [500, 500, 500]
    plan.disarm("error_500")
    assert [one.name for one in plan.armed()] == ["garbage"]
    plan.disarm()
    assert plan.armed() == ()


def test_plan_without_a_listener() -> None:
    """A plan works alone, too."""
    plan = TroublePlan()
    plan.arm("slow")
    assert plan.take("order")
    assert plan.take("order") is None


def test_plan_tells_of_every_change() -> None:
    """Arming, using up and disarming are each told."""
    told: list[int] = []
    plan = TroublePlan(on_change=lambda: told.append(len(plan.armed())))
    plan.arm("slow", times=2)
    plan.take("order")
    plan.take("order")
    plan.take("order")
    plan.disarm()
    assert told == [1, 1, 0, 0]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("fire", 1, None), "unknown_trouble"),
        (("slow", 0, None), "bad_trouble_count"),
        (("slow", 10_001, None), "bad_trouble_count"),
        (("slow", 1, "logo"), "trouble_not_for_call"),
        (("reused_key", 1, "get"), "trouble_not_for_call"),
    ],
)
def test_arming_nonsense(arguments: tuple[str, int, str | None], code: str) -> None:
    """An unknown name, an absurd count or a call that it can't meet is refused."""
    plan = TroublePlan()
    with pytest.raises(SettingsError) as caught:
        plan.arm(*arguments)
    assert caught.value.code == code
    assert plan.armed() == ()


def test_parse_trouble() -> None:
    """`NAME` means for ever, `NAME:TIMES` that many."""
    assert parse_trouble("slow") == ("slow", None)
    assert parse_trouble("slow:3") == ("slow", 3)
    for text in ("", "fire", "fire:1", "slow:", "slow:0", "slow:-1", "slow:x", "slow:²"):
        with pytest.raises(SettingsError):
            parse_trouble(text)


def test_all_troubles_have_words() -> None:
    """Each trouble has its own label and sentence in both languages."""
    infos = available_troubles()
    assert TroublePlan().available() == infos
    for language in Language:
        labels = {info.label(language) for info in infos}
        sentences = {info.explanation(language) for info in infos}
        assert len(labels) == len(sentences) == len(infos)
        assert all(sentence.endswith(".") for sentence in sentences)


@pytest.mark.parametrize(
    ("name", "call"), [(info.name, call) for info in available_troubles() for call in info.calls]
)
def test_every_trouble_does_something(till: Till, name: str, call: str) -> None:
    """Whatever call it is armed for, its answer is not the usual one."""
    calm = _exchange(till, call, till.order(key="before").json()["id"], "calm")
    order_id = till.order(key="more").json()["id"]
    till.provider.troubles.arm(name, call=call)
    assert _exchange(till, call, order_id, "troubled") != calm


def _exchange(till: Till, call: str, order_id: object, key: str) -> tuple[object, ...]:
    """One request of a kind, and what of its reply does not differ from card to card."""
    match call:
        case "order" | "any":
            reply = till.order(key=key)
        case "get":
            reply = till.get(order_id)
        case "invalidate":
            reply = till.invalidate(order_id)
        case _:
            reply = till.send("GET", f"/{call}")
    state = reply.json() if reply.body.startswith(b"{") else {}
    shown = (
        state.get("state"),
        state.get("face_value"),
        state.get("product_code"),
        bool(state.get("code")),
        len(str(state.get("products"))),
        reply.header("Content-Type"),
    )
    return reply.status, reply.fate, reply.delay_s, *shown
