"""The smaller values: products, cards, people, tills, days, settings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pos_app.domain.address import check_base_url, is_allowed_link
from pos_app.domain.answer import Answer, Proof
from pos_app.domain.card import Barcode, Card, CardUrl, mask_code, mask_email
from pos_app.domain.day import Tally
from pos_app.domain.errors import (
    AmountError,
    CurrencyMismatchError,
    PosError,
    SettingsError,
)
from pos_app.domain.money import Language, Money
from pos_app.domain.people import Person, PersonId, Role
from pos_app.domain.product import AmountRange, DeliveryMethod, FixedAmounts, Product
from pos_app.domain.settings import Settings
from pos_app.domain.till import TillProfile


def eur(minor: int) -> Money:
    """Cents."""
    return Money(minor, "EUR")


FIXED = FixedAmounts((eur(1000), eur(2500)))
RANGE = AmountRange(eur(500), eur(15000), eur(100))
PRODUCT = Product(
    code="p",
    name="n",
    brand="b",
    category="c",
    countries=("DE",),
    available=True,
    denominations=FIXED,
    delivery_methods=(DeliveryMethod.CODE,),
)


def test_fixed_amounts() -> None:
    """Only listed amounts are sold, in their own currency."""
    FIXED.check(eur(2500))
    assert FIXED.currency == "EUR"
    with pytest.raises(AmountError) as refused:
        FIXED.check(eur(2000))
    assert refused.value.code == "not_offered"
    with pytest.raises(CurrencyMismatchError):
        FIXED.check(Money(1000, "GBP"))


@pytest.mark.parametrize(
    ("minor", "code"), [(499, "below_minimum"), (15001, "above_maximum"), (550, "off_step")]
)
def test_range(minor: int, code: str) -> None:
    """Below, above and between the steps each have their own reason."""
    RANGE.check(eur(600))
    assert RANGE.currency == "EUR"
    with pytest.raises(AmountError) as refused:
        RANGE.check(eur(minor))
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, None),
        ({"countries": ()}, None),
        ({"available": False}, "unavailable"),
        ({"denominations": FixedAmounts((Money(1, "GBP"),))}, "other_currency"),
        ({"countries": ("AT",)}, "other_country"),
        ({"delivery_methods": ()}, "no_delivery_method"),
    ],
)
def test_not_orderable(changes: dict[str, object], reason: str | None) -> None:
    """A product that can't be sold here says why."""
    product = replace(PRODUCT, **changes)  # type: ignore[arg-type]
    assert product.why_not_orderable(country="DE", currency="EUR") == reason


def test_a_card_hides_itself() -> None:
    """No part of a card appears in its repr (M15)."""
    card = Card(
        code="SECRET-1", barcode=Barcode("qr", "SECRET"), urls=(CardUrl("redemption", "x"),)
    )
    shown = repr(card) + repr(card.barcode) + repr(card.urls)
    assert "SECRET" not in shown
    assert shown == "Card(hidden)Barcode(qr)(CardUrl(redemption),)"


@pytest.mark.parametrize(
    ("card", "empty"),
    [
        (Card(), True),
        (Card(code=""), True),
        (Card(pin="1"), True),
        (Card(code="1"), False),
        (Card(urls=(CardUrl("redemption", "u"),)), False),
        (Card(urls=(CardUrl("card_pdf", "u"),)), True),
        (Card(barcode=Barcode("qr", "1")), False),
    ],
)
def test_empty_cards(card: Card, *, empty: bool) -> None:
    """A card is something the customer can redeem."""
    assert card.is_empty is empty


@pytest.mark.parametrize(
    ("code", "hint"),
    [("ABCD-EFGH", "EFGH"), ("ABCDEFGH", "GH"), ("12", ""), ("1234", ""), (None, "")],
)
def test_hints(code: str | None, hint: str) -> None:
    """Last four stay, two for codes under nine characters (M15)."""
    assert Card(code=code).hint == hint


def test_masks() -> None:
    """Masked texts keep what is allowed and nothing else."""
    assert mask_code("EFGH") == "•••• EFGH"
    assert mask_code("") == "••••"
    assert mask_email("anna.maier@example.org") == "a•••@example.org"
    assert mask_email("nonsense") == "•••"


def test_roles() -> None:
    """Only managers approve."""
    assert Person(PersonId(1), "M", Role.MANAGER).is_manager
    assert not Person(PersonId(1), "C", Role.CASHIER).is_manager


def test_sale_numbers_and_limits() -> None:
    """Sale numbers carry the till, training its prefix (R10); limits are exceeded above."""
    till = TillProfile(
        store="S",
        till="T1",
        country="DE",
        currency="EUR",
        language=Language.EN,
        card_limit=eur(10000),
        sale_limit=eur(20000),
    )
    assert till.sale_id(42) == "T1-000042"
    assert replace(till, training=True).sale_id(42) == "TRAINING-T1-000042"
    assert not till.exceeds_limit(eur(20000), eur(10000))
    assert till.exceeds_limit(eur(20001), eur(1))
    assert till.exceeds_limit(eur(10001), eur(10001))
    assert not replace(till, card_limit=None, sale_limit=None).exceeds_limit(eur(10**9), eur(1))


def test_tally() -> None:
    """Tallies count and add."""
    assert Tally(0, eur(0)).plus(eur(5)) == Tally(1, eur(5))


def test_errors_name_their_values() -> None:
    """Errors tell code and values for logs."""
    assert str(PosError("x")) == "x"
    assert str(PosError("x", a=1)) == "x (a=1)"


def test_silence_is_not_an_answer() -> None:
    """Only a status means that the provider said something."""
    assert not Answer(proof=Proof.UNCLEAR).reached
    assert Answer(proof=Proof.UNCLEAR, status=500).reached


SETTINGS = Settings(
    store="Shop",
    till="T1",
    country="DE",
    currency="EUR",
    provider_url="https://api.example.org/v1",
    client_id="c",
    installation_id="i",
)


@pytest.mark.parametrize(
    "changes",
    [
        {"store": " "},
        {"store": "a\nb"},
        {"store": "a" * 81},
        {"till": "T 1"},
        {"till": "x" * 13},
        {"country": "de"},
        {"currency": "Euro"},
        {"provider_url": "http://api.example.org/v1"},
        {"client_id": " "},
        {"client_id": "a\tb"},
    ],
)
def test_bad_settings(changes: dict[str, str]) -> None:
    """What can't work is refused before it is stored."""
    with pytest.raises(SettingsError):
        replace(SETTINGS, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("https://h/v1?x=1", "provider_url_unreadable"),
        ("https://h/v1#x", "provider_url_unreadable"),
        ("https://ü.example/v1", "provider_url_unreadable"),
        ("https://u:p@h/v1", "provider_url_unreadable"),
        ("https://h:x/v1", "provider_url_unreadable"),
        ("ftp://h/v1", "provider_url_unreadable"),
        ("https://h/v1 ", "provider_url_unreadable"),
        ("https://" + "h" * 2050 + "/v1", "provider_url_unreadable"),
        ("http://h/v1", "provider_url_insecure"),
        ("http://10.0.0.1/v1", "provider_url_insecure"),
        ("https://h", "provider_url_no_version"),
        ("https://h/api", "provider_url_no_version"),
    ],
)
def test_bad_addresses(url: str, code: str) -> None:
    """Each unusable address has its reason."""
    with pytest.raises(SettingsError) as refused:
        check_base_url(url)
    assert refused.value.code == code


@pytest.mark.parametrize(
    "url", ["https://h/v1/", "http://127.0.0.1:8431/v1", "http://localhost/v1", "http://[::1]/v1"]
)
def test_good_addresses(url: str) -> None:
    """Secure anywhere, plain on this computer."""
    assert check_base_url(url) == url.rstrip("/")
    assert is_allowed_link(url)
    assert not is_allowed_link("javascript:alert(1)")
