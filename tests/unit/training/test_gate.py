"""Signature, dates and hosts: provider contract, section 2."""

from __future__ import annotations

import locale
from datetime import UTC, datetime

import pytest

from pos_app.training.provider import TrainingProvider
from pos_app.training.signature import (
    http_date,
    read_authorization,
    read_http_date,
    signature_of,
    string_to_sign,
)
from tests.unit.training.driver import (
    CLIENT_ID,
    NOMINAL_HOST,
    FakeClock,
    Till,
    error_of,
    signed_headers,
)

_DATE = "Wed, 09 Jul 2025 16:17:31 GMT"
_SANDBOX = "api-sandbox.finperks.com:443"
_ORDER = (
    b'{"product_code":"b713c564-9e18-4810-a9bb-7b2d86afc8cd","customer":{"id":"c-1"},'
    b'"country":"DE","face_value":{"currency":"EUR","amount":"50.0"},'
    b'"processing_mode":"sync","delivery_method":{"type":"code"}}'
)


def test_get_vector_of_the_contract() -> None:
    """A GET without query, key and body has the signature that the contract prints."""
    text = string_to_sign(
        host=_SANDBOX, method="GET", path="/v1/products", query="", date=_DATE, key="", body=b""
    )
    expected = "274a8fb027f777d270e67ba0286dd51d883f1ab3ad058d32ccb17475230cabbb"
    assert signature_of("test-secret", text) == expected


def test_post_vector_of_the_contract() -> None:
    """An order with its key has the signature that the contract prints."""
    text = string_to_sign(
        host=_SANDBOX,
        method="post",
        path="/v1/orders",
        query="",
        date=_DATE,
        key="unique-key-123",
        body=_ORDER,
    )
    expected = "29fcf046ae6bb2e0f46680143e6e22750bdc289e81fdc1c329463a226ae93b15"
    assert signature_of("test-secret", text) == expected


def test_vector_of_the_older_scheme() -> None:
    """The published vector of the scheme that FP1 mirrors comes out, too."""
    text = string_to_sign(
        host="api.barzahlen.de",
        method="GET",
        path="/v2",
        query="count=2",
        date="13 Apr 2016 15:00:00 GMT",
        key="61d2ee3d-bef3-4ab0-b81f-caf6e007f833",
        body=b'{"foo": "bar"}',
    )
    expected = "35235b5aa4a7a0e30aa6ca9fe115cfff2f8b100ddca0eaf8370f2c557305a1f8"
    assert signature_of("123456", text) == expected


def test_both_vectors_pass_a_whole_provider() -> None:
    """The contract's vectors, sent as requests, are let in by a provider at that address."""
    provider = TrainingProvider(
        client_id="c",
        client_secret="test-secret",
        clock=lambda: datetime(2025, 7, 9, 16, 17, 31, tzinfo=UTC),
        base_url="https://api-sandbox.finperks.com/v1",
    )
    get = "274a8fb027f777d270e67ba0286dd51d883f1ab3ad058d32ccb17475230cabbb"
    post = "29fcf046ae6bb2e0f46680143e6e22750bdc289e81fdc1c329463a226ae93b15"
    common = [("host", "api-sandbox.finperks.com"), ("date", _DATE)]
    authorization = "FP1-HMAC-SHA256 KeyId=c, Signature="
    listed = provider.handle(
        "GET", "/v1/products", [*common, ("authorization", authorization + get)], b""
    )
    ordered = provider.handle(
        "POST",
        "/v1/orders",
        [
            *common,
            ("authorization", authorization + post),
            ("idempotency-key", "unique-key-123"),
        ],
        _ORDER,
    )
    assert (listed.status, ordered.status) == (200, 201)


def test_dates_do_not_follow_the_locale() -> None:
    """HTTP dates stay English whatever the process's locale is."""
    before = locale.setlocale(locale.LC_TIME)
    try:
        for name in ("de_DE.UTF-8", "C.UTF-8", "C"):
            try:
                locale.setlocale(locale.LC_TIME, name)
            except locale.Error:
                continue
            moment = datetime(2025, 7, 9, 16, 17, 31, tzinfo=UTC)
            assert (http_date(moment), read_http_date(_DATE)) == (_DATE, moment)
    finally:
        locale.setlocale(locale.LC_TIME, before)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "09 Jul 2025 16:17:31 GMT",
        "Thu, 09 Jul 2025 16:17:31 GMT",
        "Wed, 09 Foo 2025 16:17:31 GMT",
        "Wed, 39 Jul 2025 16:17:31 GMT",
        "Wed, 09 Jul 2025 16:17:31 +0000",
        "Wed, 9 Jul 2025 16:17:31 GMT",
        "Wed, 09 Jul 2025 16:17:31 GMT ",
    ],
)
def test_other_dates_are_not_read(text: str) -> None:
    """Only the exact form of RFC 7231 with the right weekday is a date."""
    assert read_http_date(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Basic dXNlcg==",
        f"BZ1-HMAC-SHA256 KeyId=a, Signature={'0' * 64}",
        f"FP1-HMAC-SHA256 KeyId=a, Signature={'0' * 63}",
        f"FP1-HMAC-SHA256 KeyId=a, Signature={'A' * 64}",
        f"FP1-HMAC-SHA256 Signature={'0' * 64}",
    ],
)
def test_malformed_authorisation_is_not_read(text: str, till: Till) -> None:
    """Anything but the exact form is `invalid_signature_format`, with a challenge."""
    assert read_authorization(text) is None
    reply = till.send("GET", "/products", headers={"Authorization": text or None})
    assert error_of(reply) == (401, "auth", "invalid_signature_format")
    assert reply.header("WWW-Authenticate") == "FP1-HMAC-SHA256"


def test_wrong_secret_and_wrong_client_are_refused(till: Till, clock: FakeClock) -> None:
    """Another secret, or another client id with the right secret, is `invalid_signature`."""
    wrong = signed_headers(
        "GET", "/v1/products", b"", host=NOMINAL_HOST, now=clock(), secret="wrong"
    )
    right = signed_headers("GET", "/v1/products", b"", host=NOMINAL_HOST, now=clock())
    stranger = right["Authorization"].replace(CLIENT_ID, "stranger")
    for authorization in (wrong["Authorization"], stranger):
        reply = till.send("GET", "/products", headers={"Authorization": authorization})
        assert error_of(reply) == (401, "auth", "invalid_signature")
        assert reply.header("WWW-Authenticate") == "FP1-HMAC-SHA256"


@pytest.mark.parametrize(
    ("method", "target", "body", "key"),
    [
        ("POST", "/v1/orders", _ORDER + b" ", "k"),
        ("POST", "/v1/orders", _ORDER, "other"),
        ("POST", "/v1/orders?x=1", _ORDER, "k"),
    ],
)
def test_every_part_is_signed(
    provider: TrainingProvider, clock: FakeClock, method: str, target: str, body: bytes, key: str
) -> None:
    """A change of body, key or query after signing is noticed."""
    headers = signed_headers("POST", "/v1/orders", _ORDER, host=NOMINAL_HOST, now=clock(), key="k")
    headers["Idempotency-Key"] = key
    reply = provider.handle(method, target, list(headers.items()), body)
    assert error_of(reply)[2] == "invalid_signature"
    assert not provider.ledger.orders


@pytest.mark.parametrize(("seconds", "status"), [(300, 200), (-300, 200), (301, 400), (-301, 400)])
def test_date_within_five_minutes(
    provider: TrainingProvider, clock: FakeClock, seconds: int, status: int
) -> None:
    """A clock may be five minutes off, not more; the answer tells the provider's time."""
    now = clock()
    clock.move(seconds)
    headers = signed_headers("GET", "/v1/balances", b"", host=NOMINAL_HOST, now=clock())
    clock.now = now
    reply = provider.handle("GET", "/v1/balances", list(headers.items()), b"")
    assert reply.status == status
    assert reply.header("date") == "Fri, 20 Nov 2026 09:30:00 GMT"
    if status == 400:
        assert error_of(reply) == (400, "transport", "invalid_date_header")


def test_missing_or_double_date_is_refused(provider: TrainingProvider, clock: FakeClock) -> None:
    """Without a date, or with two, the date header is invalid."""
    headers = signed_headers("GET", "/v1/balances", b"", host=NOMINAL_HOST, now=clock())
    pairs = list(headers.items())
    without = [pair for pair in pairs if pair[0] != "Date"]
    for sent in (without, [*pairs, ("date", headers["Date"])]):
        reply = provider.handle("GET", "/v1/balances", sent, b"")
        assert error_of(reply) == (400, "transport", "invalid_date_header")


@pytest.mark.parametrize("host", [None, "", "evil.example:8431", "127.0.0.1:http", "[::1"])
def test_foreign_host_is_refused(till: Till, host: str | None) -> None:
    """A request for another host is `invalid_host_header`, signed or not."""
    reply = till.send("GET", "/products", headers={"Host": host})
    assert error_of(reply) == (400, "transport", "invalid_host_header")


@pytest.mark.parametrize(
    ("sent", "signed"),
    [("localhost", "localhost:80"), ("[::1]", "[::1]:80"), ("[::1]:99", "[::1]:99")],
)
def test_signed_host_always_has_a_port(
    provider: TrainingProvider, clock: FakeClock, sent: str, signed: str
) -> None:
    """Where HTTP leaves the usual port out, the signature still has it."""
    headers = signed_headers("GET", "/v1/products", b"", host=signed, now=clock())
    headers["Host"] = sent
    assert provider.handle("GET", "/v1/products", list(headers.items()), b"").status == 200


def test_secrets_stay_out_of_texts(provider: TrainingProvider) -> None:
    """The secret does not show in the representation of the account."""
    assert "geheim" not in repr(provider._core._gate._account)
