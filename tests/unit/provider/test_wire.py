"""The provider's shapes: bytes of an order, cards and products part by part."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.card import Barcode, Card, CardUrl
from pos_app.domain.money import Money
from pos_app.domain.product import AmountRange, DeliveryMethod, FixedAmounts, Product
from pos_app.domain.sale import CartItem, Delivery, SaleId
from pos_app.domain.settings import ProcessingMode
from pos_app.provider import reading, wire

PRODUCT: dict[str, object] = {
    "code": "b713c564-9e18-4810-a9bb-7b2d86afc8cd",
    "name": "Bücherwelt Gutschein",
    "brand": "Bücherwelt",
    "category": "books",
    "countries": ["DE", "AT"],
    "available": True,
    "denominations": {
        "type": "range",
        "currency": "EUR",
        "min": "5.0",
        "max": "150.0",
        "step": "0.01",
    },
    "delivery_methods": ["email", "hologram", "code", "url"],
    "images": [
        {"type": "photo", "url": "https://img.example/photo.png"},
        {"type": "logo", "url": "https://img.example/logo.png"},
    ],
    "description": "Für alle, die lesen.",
    "redemption_instructions": "An der Kasse.",
    "terms_and_conditions": "Keine Barauszahlung.",
    "redemption_notes": None,
    "validity_months": 36,
    "updated_at": "2026-11-01T08:00:00Z",
    "a_field_of_tomorrow": [],
}
EURO = Money(5000, "EUR")


def item(amount: Money = EURO, delivery: Delivery | None = None) -> CartItem:
    """A cart item of the contract's product."""
    product = wire.read_product(PRODUCT)
    assert product is not None
    return CartItem(product, amount, delivery or Delivery(DeliveryMethod.CODE))


def card_of(**parts: object) -> Card:
    """The card in an order with these parts."""
    data = {"id": "o-1", "state": "completed", **parts}
    report = wire.read_order(json.dumps(data).encode())
    assert report is not None
    return report.card


def product_with(**parts: object) -> Product | None:
    """The contract's product with other parts."""
    return wire.read_product({**PRODUCT, **parts})


# --- what goes out ---------------------------------------------------------------------------


def test_order_body_is_the_contracts() -> None:
    """Field order and form are those of the signed vector, byte for byte."""
    body = wire.order_body(item(), sale=SaleId("c-1"), country="DE", language="de")
    assert body == (
        b'{"product_code":"b713c564-9e18-4810-a9bb-7b2d86afc8cd","customer":{"id":"c-1"},'
        b'"country":"DE","face_value":{"currency":"EUR","amount":"50.0"},'
        b'"processing_mode":"sync","delivery_method":{"type":"code"}}'
    )


def test_the_mode_is_the_tills() -> None:
    """Asked to work in the background, nothing else of the order changes."""
    plain = wire.order_body(item(), sale=SaleId("c-1"), country="DE", language="de")
    mode = ProcessingMode.ASYNC
    body = wire.order_body(item(), sale=SaleId("c-1"), country="DE", language="de", mode=mode)
    assert body == plain.replace(b'"sync"', b'"async"')


def test_email_order_names_address_and_language() -> None:
    """Only e-mail carries an address; odd signs travel escaped."""
    delivery = Delivery(DeliveryMethod.EMAIL, "müller@example.org")
    body = wire.order_body(
        item(delivery=delivery), sale=SaleId("c-1"), country="DE", language="de"
    )
    assert body.isascii()
    assert json.loads(body)["delivery_method"] == {
        "type": "email",
        "address": "müller@example.org",
        "language": "de",
    }


@given(minor=st.integers(1, 10**9), currency=st.sampled_from(["EUR", "JPY", "KWD"]))
def test_amount_survives_the_wire(minor: int, currency: str) -> None:
    """What is ordered reads back as the same amount, in the contract's shortest form."""
    amount = Money(minor, currency)
    body = wire.order_body(item(amount), sale=SaleId("c-1"), country="DE", language="en")
    sent = json.loads(body)["face_value"]
    assert reading.money(sent["amount"], sent["currency"]) == amount
    fraction = sent["amount"].partition(".")[2]
    assert fraction == "0" or not fraction.endswith("0")
    assert fraction


def test_addresses() -> None:
    """Ids, cursors and currencies stay inside their segment or parameter."""
    base = "https://api.example/v1"
    assert wire.orders_url(base) == f"{base}/orders"
    assert wire.order_url(base, "a/../b?c#d") == f"{base}/orders/a%2F..%2Fb%3Fc%23d"
    assert wire.order_url(base, ".") == f"{base}/orders/%2E"
    assert wire.invalidate_url(base, "o-1") == f"{base}/orders/o-1/actions/invalidate"
    assert wire.products_url(base, None) == f"{base}/products?limit=200"
    assert wire.products_url(base, "a&b=c") == f"{base}/products?limit=200&cursor=a%26b%3Dc"
    assert wire.balance_url(base, "EUR") == f"{base}/balances/EUR"


# --- orders and cards ------------------------------------------------------------------------


def test_whole_card() -> None:
    """Every part of a card is read, the code unchanged."""
    card = card_of(
        code=" ABCD-efgh ",
        pin="4711",
        barcode={"type": "code128", "value": "ABCDEFGH"},
        expires_at="2029-11-30",
        urls=[
            {"type": "redemption", "url": "https://redeem.example/x?y=ö"},
            {"type": "card_pdf", "url": "http://127.0.0.1:8431/cards/o-1.pdf"},
        ],
        redemption_instructions="An der Kasse.",
        terms_and_conditions="Keine Barauszahlung.",
        redemption_notes="Nicht mit anderen.",
    )
    assert card == Card(
        code=" ABCD-efgh ",
        pin="4711",
        barcode=Barcode("code128", "ABCDEFGH"),
        expires_on=date(2029, 11, 30),
        urls=(
            CardUrl("redemption", "https://redeem.example/x?y=ö"),
            CardUrl("card_pdf", "http://127.0.0.1:8431/cards/o-1.pdf"),
        ),
        redemption_instructions="An der Kasse.",
        terms_and_conditions="Keine Barauszahlung.",
        redemption_notes="Nicht mit anderen.",
    )


@pytest.mark.parametrize("code", [7, ["A"], {"a": 1}, True, "x" * 101, "\ud800"])
def test_malformed_code_is_no_card(code: object) -> None:
    """With an unusable code nothing of the card is trusted; its texts stay."""
    url = {"type": "redemption", "url": "https://redeem.example/x"}
    card = card_of(code=code, pin="4711", urls=[url], redemption_notes="Later.")
    assert card.is_empty
    assert (card.pin, card.redemption_notes) == (None, "Later.")


@pytest.mark.parametrize("code", [None, ""])
def test_missing_code_leaves_the_rest(code: object) -> None:
    """A card may consist of its link alone."""
    url = {"type": "redemption", "url": "https://redeem.example/x"}
    card = card_of(code=code, urls=[url])
    assert (card.code, card.url("redemption")) == (None, "https://redeem.example/x")


@pytest.mark.parametrize(
    ("part", "values"),
    [
        ("pin", [7, "x" * 101, ["4711"]]),
        ("barcode", [7, {"type": "qr"}, {"value": "X"}, {"type": 1, "value": "X"}]),
        ("expires_at", [7, "soon", "2029-13-40", "20291130", "2029-W48-5"]),
        ("urls", [7, "https://x.example", [7], [{"type": "redemption"}], [{"url": "https://x"}]]),
    ],
)
def test_malformed_parts_are_left_out_one_by_one(part: str, values: list[object]) -> None:
    """A malformed part costs itself, never the code."""
    for value in values:
        assert card_of(code="ABCD", **{part: value}) == Card(code="ABCD")


@pytest.mark.parametrize(
    "url",
    [
        "http://redeem.example/x",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://user@redeem.example/",
        "https://redeem.example/a b",
        "https://redeem.example/\nx",
        "https://redeem.example:99999/",
        "https://redeem.example:0/",
        "https://[::1",
        "https:///x",
        "\\\\server\\share",
        "https://redeem.example/" + "x" * 2048,
        "x" * 30_000,
    ],
)
def test_unsafe_links_are_dropped(url: str) -> None:
    """Only https (or http on this computer) may ever be shown."""
    good = {"type": "card_pdf", "url": "https://cards.example/1.pdf"}
    card = card_of(urls=[{"type": "redemption", "url": url}, good])
    assert card.urls == (CardUrl("card_pdf", "https://cards.example/1.pdf"),)


def test_expiry_moment_is_its_own_day() -> None:
    """A moment instead of a date still tells the day."""
    assert card_of(expires_at="2029-11-30T23:59:59Z").expires_on == date(2029, 11, 30)


def test_texts_are_cut_and_can_be_stored() -> None:
    """Texts of any size and sign end up short enough and encodable."""
    card = card_of(terms_and_conditions="x" * 30_000, redemption_notes="a\ud800b")
    assert len(card.terms_and_conditions) == 20_000
    assert card.redemption_notes == "a?b"


def test_report_compares_amounts_as_numbers() -> None:
    """`50`, `50.0` and `50.00` are one amount; a float or a finer one is unreadable."""

    def face_value(amount: object) -> Money | None:
        data = {
            "id": "o-1",
            "state": "completed",
            "face_value": {"currency": "EUR", "amount": amount},
        }
        report = wire.read_order(json.dumps(data).encode())
        assert report is not None
        return report.face_value

    assert face_value("50") == face_value("50.0") == face_value("50.00") == EURO
    assert face_value("50.001") is face_value(50.0) is face_value(None) is None


@pytest.mark.parametrize(
    ("failure", "word"),
    [
        (None, None),
        ("issuer_declined", "issuer_declined"),
        ({"code": "issuer_declined", "message": "No."}, "issuer_declined"),
        ({"message": "No."}, None),
        (["x"], None),
    ],
)
def test_failure_is_a_word(failure: object, word: str | None) -> None:
    """Why an order failed, if the provider says so in a word."""
    data = {"id": "o-1", "state": "failed", "failure": failure}
    report = wire.read_order(json.dumps(data).encode())
    assert report is not None
    assert report.failure == word


# --- catalogue and balance -------------------------------------------------------------------


def test_contracts_product() -> None:
    """The contract's example is read whole; unknown delivery methods and fields are ignored."""
    assert wire.read_product(PRODUCT) == Product(
        code="b713c564-9e18-4810-a9bb-7b2d86afc8cd",
        name="Bücherwelt Gutschein",
        brand="Bücherwelt",
        category="books",
        countries=("DE", "AT"),
        available=True,
        denominations=AmountRange(Money(500, "EUR"), Money(15000, "EUR"), Money(1, "EUR")),
        delivery_methods=(DeliveryMethod.CODE, DeliveryMethod.URL, DeliveryMethod.EMAIL),
        image_url="https://img.example/logo.png",
        description="Für alle, die lesen.",
        redemption_instructions="An der Kasse.",
        terms_and_conditions="Keine Barauszahlung.",
        validity_months=36,
        updated_at=datetime(2026, 11, 1, 8, tzinfo=UTC),
    )


def test_fixed_amounts_are_sorted_and_single() -> None:
    """Amounts come in any order and twice; tiles show them in one order."""
    amounts = {"type": "fixed", "currency": "EUR", "amounts": ["50.0", "10.0", "50.00", "25.0"]}
    product = product_with(denominations=amounts)
    assert product is not None
    assert product.denominations == FixedAmounts(
        (Money(1000, "EUR"), Money(2500, "EUR"), Money(5000, "EUR"))
    )


@pytest.mark.parametrize(
    "parts",
    [
        {"code": None},
        {"code": ""},
        {"name": 7},
        {"brand": None},
        {"available": "yes"},
        {"available": 1},
        {"countries": "DE"},
        {"countries": ["DE", 7]},
        {"delivery_methods": None},
        {"denominations": None},
        {"denominations": {"type": "auction", "currency": "EUR"}},
        {"denominations": {"type": "fixed", "currency": "EUR", "amounts": []}},
        {"denominations": {"type": "fixed", "currency": "EUR", "amounts": ["10.0", "x"]}},
        {"denominations": {"type": "fixed", "currency": "EUR", "amounts": ["10.0", "-5.0"]}},
        {"denominations": {"type": "fixed", "currency": "EUR", "amounts": ["0.0"]}},
        {"denominations": {"type": "fixed", "currency": "euro", "amounts": ["10.0"]}},
        {"denominations": {"type": "range", "currency": "EUR", "min": "5.0", "max": "9.0"}},
    ],
)
def test_malformed_product_is_skipped(parts: dict[str, object]) -> None:
    """A product without what a sale needs is no product."""
    assert product_with(**parts) is None


@pytest.mark.parametrize(
    ("low", "high", "step"), [("0.0", "9.0", "1.0"), ("9.0", "5.0", "1.0"), ("5.0", "9.0", "0.0")]
)
def test_senseless_range_is_skipped(low: str, high: str, step: str) -> None:
    """A range must begin above zero, go up, and have steps."""
    sizes = {"type": "range", "currency": "EUR", "min": low, "max": high, "step": step}
    assert product_with(denominations=sizes) is None


def test_malformed_extras_cost_only_themselves() -> None:
    """What a sale does not need may be missing or wrong."""
    product = product_with(
        category=7,
        images="none",
        description=None,
        redemption_instructions=[],
        terms_and_conditions=5,
        validity_months=True,
        updated_at="yesterday",
        countries=[],
    )
    plain = wire.read_product(PRODUCT)
    assert plain is not None
    assert product == replace(
        plain,
        category="",
        image_url=None,
        description="",
        redemption_instructions="",
        terms_and_conditions="",
        validity_months=None,
        updated_at=None,
        countries=(),
    )


@pytest.mark.parametrize("months", ["36", 0, -1, 1201, 3.5])
def test_senseless_validity_is_left_out(months: object) -> None:
    """Only a whole number of months says something."""
    product = product_with(validity_months=months)
    assert product is not None
    assert product.validity_months is None


@pytest.mark.parametrize(
    ("moment", "read"),
    [
        ("2026-11-01T10:00:00+02:00", datetime(2026, 11, 1, 8, tzinfo=UTC)),
        ("2026-11-01T10:00:00", None),
        ("0001-01-01T00:00:00+14:00", None),
        (7, None),
        ("2" * 65, None),
    ],
)
def test_moments_are_utc(moment: object, read: datetime | None) -> None:
    """A moment needs its zone and becomes UTC."""
    assert reading.moment(moment) == read


@pytest.mark.parametrize(
    ("images", "url"),
    [
        ([], None),
        ([7, {"type": "logo"}], None),
        ([{"type": "logo", "url": "http://img.example/l.png"}], None),
        ([{"type": "photo", "url": "https://img.example/p.png"}], "https://img.example/p.png"),
        ([{"type": "logo", "url": "http://127.0.0.1:1/l.png"}], "http://127.0.0.1:1/l.png"),
    ],
)
def test_picture(images: object, url: str | None) -> None:
    """The logo, else any picture, never over an open line."""
    product = product_with(images=images)
    assert product is not None
    assert product.image_url == url


def test_malformed_products_leave_the_others() -> None:
    """One malformed product never costs the catalogue."""
    page = wire.read_page(json.dumps({"products": [PRODUCT, {}, 7, None]}).encode())
    assert page is not None
    assert page.next_cursor is None
    read = [wire.read_product(entry) for entry in page.entries]
    assert [product is not None for product in read] == [True, False, False, False]


@pytest.mark.parametrize(("cursor", "read"), [(None, None), ("", None), ("abc", "abc")])
def test_page_cursor(cursor: object, read: str | None) -> None:
    """No cursor means the last page."""
    page = wire.read_page(json.dumps({"products": [], "next_cursor": cursor}).encode())
    assert page is not None
    assert page.next_cursor == read


@pytest.mark.parametrize(
    "value", [[], {"products": {}}, {}, {"products": [], "next_cursor": 7}, {"products": None}]
)
def test_unreadable_page(value: object) -> None:
    """A page without a list, or with a cursor that leads nowhere, is no page."""
    assert wire.read_page(json.dumps(value).encode()) is None


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ({"currency": "EUR", "available": "1234.50"}, Money(123450, "EUR")),
        ({"currency": "EUR", "available": "-3.0"}, Money(-300, "EUR")),
        ({"currency": "USD", "available": "1.0"}, None),
        ({"currency": "EUR", "available": 12.5}, None),
        ([], None),
    ],
)
def test_balance(value: object, read: Money | None) -> None:
    """A balance is an exact amount of the asked currency."""
    assert wire.read_balance(json.dumps(value).encode(), "EUR") == read
