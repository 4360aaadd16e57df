"""What each answer proves: the table of M3 and the contract's error tables, row by row."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pos_app.domain.answer import Proof
from pos_app.provider import wire
from pos_app.provider.calls import Call
from pos_app.provider.errors import is_refusal, is_try_later, is_wrong_date, read_error
from tests.unit.provider.talk import ORDER, error

ORDER_CALLS = [Call.ORDER, Call.GET_ORDER, Call.INVALIDATE]

GENERAL = [
    (400, "invalid_format", "invalid_request_body"),
    (400, "transport", "invalid_host_header"),
    (403, "forbidden", "live_mode_disabled"),
    (403, "forbidden", "api_key_missing_required_scope"),
    (404, "not_found", "path_not_found"),
    (413, "transport", "content_too_large"),
]
ORDERING = [
    (400, "invalid_request", "invalid_body_parameters"),
    (400, "invalid_state", "order_not_allowed_for_product"),
    (400, "idempotency", "invalid_idempotency_key_header"),
    (403, "forbidden", "insufficient_available_balance"),
    (403, "forbidden", "customer_amount_limit_exceeded"),
]
INVALIDATING = [
    (404, "not_found", "entity_not_found"),
    (400, "invalid_state", "order_processing"),
    (400, "invalid_state", "order_invalidated"),
    (400, "invalid_state", "order_failed"),
    (400, "invalid_state", "order_invalidation_period_expired"),
    (400, "invalid_state", "order_invalidation_not_supported"),
]
TRYING_LATER = [
    (429, "rate_limit", "rate_limit_exceeded"),
    (429, "rate_limit", "a_code_of_tomorrow"),
    (401, "auth", "invalid_signature"),
    (401, "auth", "invalid_signature_format"),
    (400, "transport", "invalid_date_header"),
    (403, "forbidden", "request_blocked"),
]
PROVING_NOTHING = [
    (400, "idempotency", "reused_idempotency_key"),
    (409, "idempotency", "request_in_progress"),
    (429, "idempotency", "reused_idempotency_key"),
    (401, "idempotency", "request_in_progress"),
    (400, "invalid_request", "a_code_of_tomorrow"),
    (403, "forbidden", "invalid_body_parameters"),
    (402, "invalid_request", "invalid_body_parameters"),
    (400, "forbidden", "insufficient_available_balance"),
    (403, "invalid_state", "request_blocked"),
    (500, "internal", "internal_server_error"),
    (502, "forbidden", "insufficient_available_balance"),
    (302, "forbidden", "insufficient_available_balance"),
]


def body(value: object) -> bytes:
    """Anything as JSON."""
    return json.dumps(value).encode()


def proof_of(status: int, value: object, call: Call = Call.ORDER) -> Proof:
    """What this answer proves."""
    return wire.classify(status, {}, body(value), call).proof


@pytest.mark.parametrize(
    ("state", "proof"),
    [
        ("completed", Proof.COMPLETED),
        ("failed", Proof.FAILED),
        ("invalidated", Proof.INVALIDATED),
        ("processing", Proof.PROCESSING),
        ("a_state_of_tomorrow", Proof.PROCESSING),
        ("COMPLETED", Proof.PROCESSING),
    ],
)
@pytest.mark.parametrize("status", [200, 201, 202, 299])
def test_readable_2xx_is_its_state(status: int, state: str, proof: Proof) -> None:
    """The state alone decides, whatever 2xx it came with; unknown states are not final."""
    answer = wire.classify(status, {}, body(ORDER | {"state": state}), Call.ORDER)
    assert (answer.proof, answer.status) == (proof, status)
    assert answer.report is not None
    assert (answer.report.id, answer.report.state) == ("o-1", state)


@pytest.mark.parametrize(
    "value",
    [
        ORDER | {"id": None},
        ORDER | {"id": ""},
        ORDER | {"id": 7},
        ORDER | {"id": "x" * 201},
        ORDER | {"id": "\ud800"},
        ORDER | {"state": None},
        ORDER | {"state": ["completed"]},
        [ORDER],
        "completed",
        None,
    ],
)
def test_unreadable_2xx_is_unclear(value: object) -> None:
    """Without a readable id and state a 2xx proves nothing."""
    answer = wire.classify(201, {}, body(value), Call.ORDER)
    assert (answer.proof, answer.code, answer.report) == (Proof.UNCLEAR, "unreadable", None)


@pytest.mark.parametrize(
    "raw",
    [b"", b"{", b'{"id":"o-1","state":"completed"', b"\xff\xfe", b"[" * 100_000, b'{"id":NaN}'],
)
def test_broken_bodies_are_unclear(raw: bytes) -> None:
    """Cut, empty, wrongly encoded or bottomless bodies prove nothing, whatever the status."""
    for status in (200, 400, 401, 403, 429):
        assert wire.classify(status, {}, raw, Call.ORDER).proof is Proof.UNCLEAR


@pytest.mark.parametrize("row", GENERAL + ORDERING)
def test_listed_refusals_of_an_order(row: tuple[int, str, str]) -> None:
    """Status, class and code as the contract lists them: refused, with the provider's words."""
    status, kind, code = row
    answer = wire.classify(status, {}, body(error(kind, code)), Call.ORDER)
    assert (answer.proof, answer.code) == (Proof.REFUSED, code)
    assert (answer.message, answer.request_id) == ("No.", "r-1")
    assert answer.settles_key is False


@pytest.mark.parametrize("row", INVALIDATING)
def test_refusals_of_other_calls_say_nothing_about_an_order(row: tuple[int, str, str]) -> None:
    """A code that the contract does not list for this call is unclear."""
    status, kind, code = row
    assert proof_of(status, error(kind, code)) is Proof.UNCLEAR
    assert proof_of(status, error(kind, code), Call.INVALIDATE) is Proof.REFUSED


def test_refusals_of_get() -> None:
    """An order that is not there is told by its own code."""
    assert proof_of(404, error("not_found", "entity_not_found"), Call.GET_ORDER) is Proof.REFUSED
    assert proof_of(403, error("not_found", "entity_not_found"), Call.GET_ORDER) is Proof.UNCLEAR
    refused_order = error("forbidden", "insufficient_available_balance")
    assert proof_of(403, refused_order, Call.GET_ORDER) is Proof.UNCLEAR
    assert proof_of(404, error("not_found", "path_not_found"), Call.PRODUCTS) is Proof.REFUSED


@pytest.mark.parametrize("call", ORDER_CALLS)
@pytest.mark.parametrize("row", TRYING_LATER)
def test_turned_away(row: tuple[int, str, str], call: Call) -> None:
    """A request turned away before anything was made may be sent again."""
    status, kind, code = row
    assert proof_of(status, error(kind, code), call) is Proof.TRY_LATER


@pytest.mark.parametrize("call", ORDER_CALLS)
@pytest.mark.parametrize("row", PROVING_NOTHING)
def test_proving_nothing(row: tuple[int, str, str], call: Call) -> None:
    """Used keys, unlisted or contradictory errors, 5xx and 3xx leave everything open."""
    status, kind, code = row
    assert proof_of(status, error(kind, code), call) is Proof.UNCLEAR


@pytest.mark.parametrize(
    "broken",
    [
        {"error_code": "invalid_signature"},
        {"error_class": "auth"},
        {"error_class": "auth", "error_code": 5},
        {"error_class": "", "error_code": "invalid_signature"},
        {},
    ],
)
@pytest.mark.parametrize("status", [401, 429, 403, 400])
def test_unreadable_errors_are_unclear(status: int, broken: dict[str, object]) -> None:
    """Without class and code even a 401 proves nothing: anybody's proxy could have sent it."""
    answer = wire.classify(status, {}, body(broken), Call.ORDER)
    assert (answer.proof, answer.code) == (Proof.UNCLEAR, "unreadable")


def test_switch_for_replayed_refusals(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day the provider's rule is known, one switch lets refusals settle their key."""
    monkeypatch.setattr(wire, "REPLAYS_REFUSALS", True)
    refused = body(error("forbidden", "insufficient_available_balance"))
    assert wire.classify(403, {}, refused, Call.ORDER).settles_key
    later = body(error("auth", "invalid_signature"))
    assert not wire.classify(401, {}, later, Call.ORDER).settles_key


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        ("0", 0.0),
        ("Wed, 09 Jul 2025 16:18:31 GMT", 60.0),
        ("Wed, 09 Jul 2025 16:00:00 GMT", 0.0),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("Wed, 09 Jul 2025 16:18:31 -0000", None),
        ("9" * 70, None),
    ],
)
def test_retry_after(value: str, seconds: float | None) -> None:
    """Seconds or a date, counted by the provider's own clock; anything else is ignored."""
    headers = {"retry-after": value, "date": "Wed, 09 Jul 2025 16:17:31 GMT"}
    refusal = body(error("rate_limit", "rate_limit_exceeded"))
    assert wire.classify(429, headers, refusal, Call.ORDER).retry_after_s == seconds


def test_retry_after_date_needs_the_providers_clock() -> None:
    """A date without the provider's own time says nothing: the till's clock may be wrong."""
    headers = {"retry-after": "Wed, 09 Jul 2025 16:18:31 GMT"}
    refusal = body(error("rate_limit", "rate_limit_exceeded"))
    answer = wire.classify(429, headers, refusal, Call.ORDER)
    assert (answer.retry_after_s, answer.provider_time) == (None, None)


@pytest.mark.parametrize(("status", "value"), [(201, ORDER), (500, None), (302, None)])
def test_provider_time_comes_with_every_answer(status: int, value: object) -> None:
    """The `Date` header is kept, whatever the answer proves."""
    headers = {"date": "Wed, 09 Jul 2025 16:17:31 GMT"}
    answer = wire.classify(status, headers, body(value), Call.ORDER)
    assert answer.provider_time == datetime(2025, 7, 9, 16, 17, 31, tzinfo=UTC)


def test_details_of_refused_values() -> None:
    """The fields of a refused order are part of the message, for people."""
    value = error("invalid_request", "invalid_body_parameters") | {
        "fields": {"face_value.amount": ["is too low", 7], "country": "not a list"}
    }
    answer = wire.classify(400, {}, body(value), Call.ORDER)
    assert answer.message == "No. (face_value.amount: is too low)"


def test_wrong_date_is_recognised() -> None:
    """Only the contract's own row makes the client sign again."""
    wrong = read_error(body(error("transport", "invalid_date_header")))
    assert wrong is not None
    assert is_wrong_date(400, wrong)
    assert not is_wrong_date(401, wrong)
    assert not is_wrong_date(400, None)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=8,
)
wild_orders = st.fixed_dictionaries(
    {},
    optional={
        "id": st.just("o-1") | json_values,
        "state": st.sampled_from(["completed", "failed", "processing"]) | json_values,
        "product_code": st.just("p-1") | json_values,
        "face_value": st.fixed_dictionaries(
            {}, optional={"amount": json_values, "currency": json_values}
        )
        | json_values,
        "code": json_values,
        "pin": json_values,
        "barcode": st.dictionaries(st.sampled_from(["type", "value"]), json_values) | json_values,
        "expires_at": st.dates().map(str) | json_values,
        "urls": st.lists(st.dictionaries(st.sampled_from(["type", "url"]), json_values))
        | json_values,
        "failure": st.dictionaries(st.just("code"), json_values) | json_values,
        "error_class": json_values,
        "error_code": json_values,
        "fields": json_values,
        "products": st.lists(json_values),
    },
)
bodies = (
    st.binary(max_size=200)
    | json_values.map(body)
    | wild_orders.map(body)
    | wild_orders.map(lambda value: body(value)[:-1])
)
headers_ = st.dictionaries(
    st.sampled_from(["date", "retry-after"]), st.text(max_size=70) | st.datetimes().map(str)
)


@given(
    status=st.integers(100, 999), headers=headers_, raw=bodies, call=st.sampled_from(list(Call))
)
@example(status=201, headers={"date": "0" * 64}, raw=b"9" * 5000, call=Call.ORDER)
@example(status=429, headers={"date": "Mon, 32 Foo 99999 99:99:99 GMT"}, raw=b"", call=Call.ORDER)
def test_no_answer_is_too_wild(
    status: int, headers: dict[str, str], raw: bytes, call: Call
) -> None:
    """Whatever comes, classifying never raises and never claims more than was read."""
    answer = wire.classify(status, headers, raw, call)
    wire.read_page(raw)
    wire.read_balance(raw, "EUR")
    claims = {Proof.COMPLETED, Proof.FAILED, Proof.INVALIDATED, Proof.PROCESSING}
    assert answer.proof is not Proof.NOT_SENT
    if answer.proof in claims:
        assert 200 <= status < 300
        assert answer.report is not None
        assert answer.report.id
        assert json.loads(raw)["id"] == answer.report.id
    else:
        assert answer.report is None
    if answer.proof is Proof.COMPLETED:
        assert json.loads(raw)["state"] == "completed"
    if answer.proof is Proof.REFUSED:
        assert 400 <= status < 500
        assert answer.code


@given(status=st.integers(400, 499), kind=st.text(min_size=1), code=st.text(min_size=1))
def test_nothing_unlisted_is_refused(status: int, kind: str, code: str) -> None:
    """Only rows of the tables are refusals; turned-away requests are never refusals too."""
    read = read_error(body(error(kind, code)))
    if read is not None and is_refusal(Call.ORDER, status, read):
        assert (status, kind, code) in GENERAL + ORDERING
        assert not is_try_later(status, read)
