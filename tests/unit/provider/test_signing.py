"""The signature against every vector of the provider contract."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from pos_app.provider.signing import (
    Signable,
    authorization,
    host_part,
    http_date,
    signature,
    string_to_sign,
)

DATE = "Wed, 09 Jul 2025 16:17:31 GMT"
ORDER = Signable(
    host="api-sandbox.finperks.com:443",
    method="POST",
    path="/v1/orders",
    date=DATE,
    key="unique-key-123",
    body=(
        b'{"product_code":"b713c564-9e18-4810-a9bb-7b2d86afc8cd","customer":{"id":"c-1"},'
        b'"country":"DE","face_value":{"currency":"EUR","amount":"50.0"},'
        b'"processing_mode":"sync","delivery_method":{"type":"code"}}'
    ),
)


def test_products_vector() -> None:
    """A request without query, key and body has the contract's signature."""
    parts = Signable(
        host="api-sandbox.finperks.com:443", method="GET", path="/v1/products", date=DATE
    )
    assert (
        signature("test-secret", parts)
        == "274a8fb027f777d270e67ba0286dd51d883f1ab3ad058d32ccb17475230cabbb"
    )


def test_order_vector() -> None:
    """An order with key and body has the contract's signature, inside the contract's header."""
    assert authorization("till-7", "test-secret", ORDER) == (
        "FP1-HMAC-SHA256 KeyId=till-7, "
        "Signature=29fcf046ae6bb2e0f46680143e6e22750bdc289e81fdc1c329463a226ae93b15"
    )


def test_older_scheme_vector() -> None:
    """The shared routine gives the published signature of the older scheme."""
    parts = Signable(
        host="api.barzahlen.de",
        method="GET",
        path="/v2",
        query="count=2",
        date="13 Apr 2016 15:00:00 GMT",
        key="61d2ee3d-bef3-4ab0-b81f-caf6e007f833",
        body=b'{"foo": "bar"}',
    )
    assert (
        signature("123456", parts)
        == "35235b5aa4a7a0e30aa6ca9fe115cfff2f8b100ddca0eaf8370f2c557305a1f8"
    )


def test_string_to_sign_has_seven_lines() -> None:
    """Seven parts, one line feed between each, none at the end; no body is signed as empty."""
    text = string_to_sign(Signable(host="h:1", method="get", path="/v1/x", date=DATE))
    assert text.split("\n") == [
        "h:1",
        "GET",
        "/v1/x",
        "",
        DATE,
        "",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    ]


@pytest.mark.parametrize(
    "other",
    [
        replace(ORDER, host="api-sandbox.finperks.com:444"),
        replace(ORDER, method="PUT"),
        replace(ORDER, path="/v1/orders/"),
        replace(ORDER, query="a=1"),
        replace(ORDER, date="Wed, 09 Jul 2025 16:17:32 GMT"),
        replace(ORDER, key="unique-key-124"),
        replace(ORDER, body=ORDER.body + b" "),
    ],
)
def test_every_part_is_signed(other: Signable) -> None:
    """Changing any one part changes the signature."""
    assert signature("test-secret", other) != signature("test-secret", ORDER)


def test_http_date_is_gmt_whatever_the_zone() -> None:
    """The Date header is RFC 7231 in GMT, also for a time of another zone."""
    berlin = timezone(timedelta(hours=2))
    assert http_date(datetime(2025, 7, 9, 18, 17, 31, tzinfo=berlin)) == DATE
    assert http_date(datetime(2025, 7, 9, 16, 17, 31, 999_999, tzinfo=UTC)) == DATE


def test_host_part_always_names_the_port() -> None:
    """Host and port stand together; an IPv6 address keeps its brackets."""
    assert host_part("127.0.0.1", 8431) == "127.0.0.1:8431"
    assert host_part("::1", 8431) == "[::1]:8431"
