"""The catalogue, its pages, pictures and cards."""

from __future__ import annotations

import io
import random
from collections import Counter
from datetime import UTC, datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pypdf
import pytest

from pos_app.training.cards import ean13, make_card
from pos_app.training.catalogue import build_catalogue
from pos_app.training.messages import Json
from pos_app.training.paging import page_of
from pos_app.training.pictures import initials, logo_svg
from pos_app.training.products import AmountRange, FixedAmounts, Trait
from pos_app.training.provider import TrainingProvider
from tests.unit.training.driver import NOMINAL_HOST, Till, error_of, order_body

_FIELDS = {
    "code",
    "name",
    "brand",
    "category",
    "countries",
    "available",
    "denominations",
    "delivery_methods",
    "images",
    "description",
    "redemption_instructions",
    "terms_and_conditions",
    "redemption_notes",
    "validity_months",
    "updated_at",
}


def _all_products(till: Till, limit: int) -> list[Json]:
    listed: list[Json] = []
    cursor = ""
    while True:
        page = till.send("GET", f"/products?limit={limit}{cursor}").json()
        products = page["products"]
        assert isinstance(products, list)
        assert len(products) <= limit
        listed += products
        if page["next_cursor"] is None:
            return listed
        cursor = f"&cursor={page['next_cursor']}"


def test_enough_invented_brands() -> None:
    """There are at least 150 brands in 8 categories, each with a code of its own."""
    products = build_catalogue()
    assert len(products) >= 150
    assert len({product.category for product in products}) == 8
    assert len({product.code for product in products}) == len(products)
    assert len({product.brand for product in products}) == len(products)


def test_same_catalogue_every_time() -> None:
    """The catalogue does not change between two runs."""
    assert build_catalogue() == build_catalogue()


def test_variety() -> None:
    """Everything that a product can be is there."""
    products = build_catalogue()
    kinds = Counter(type(product.denominations) for product in products)
    assert min(kinds[FixedAmounts], kinds[AmountRange]) > 30
    assert {product.trait for product in products} == set(Trait)
    assert {product.currency for product in products} == {"EUR", "GBP"}
    assert {product.card.barcode for product in products} == {None, "code128", "ean13", "qr"}
    assert {method for product in products for method in product.delivery_methods} == {
        "code",
        "url",
        "email",
    }
    assert sum(not product.available for product in products) == 2
    assert sum(not product.has_logo for product in products) == 2
    assert {product.card.validity_months for product in products} >= {None, 12, 36}


def test_every_practice_brand_says_so() -> None:
    """A brand that misbehaves on purpose says it in its name and description."""
    for product in build_catalogue():
        says_so = "(Übung: " in product.name
        assert says_so is (product.trait is not Trait.PLAIN)
        if says_so:
            assert product.texts.description is not None
            assert product.texts.description.startswith("Übungsmarke")


@pytest.mark.parametrize("limit", [1, 7, 160, 500])
def test_pages_add_up(till: Till, limit: int) -> None:
    """Whatever the page size, all pages together are the whole list, in order."""
    if limit == 1:
        page = till.send("GET", "/products?limit=1").json()
        assert page["next_cursor"]
        return
    listed = _all_products(till, limit)
    assert [one["code"] for one in listed] == [one.code for one in till.provider.catalogue]
    assert all(set(one) == _FIELDS for one in listed)


def test_default_page(till: Till) -> None:
    """Without a limit a page has up to 200 products."""
    page = till.send("GET", "/products").json()
    assert page["next_cursor"] is None


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("limit=0", "limit"),
        ("limit=501", "limit"),
        ("limit=ten", "limit"),
        ("limit=", "limit"),
        ("limit=99999999999", "limit"),
        ("cursor=zzz", "cursor"),
        ("cursor=%C3%A9%C3%A9", "cursor"),
        ("cursor=ZnJvbTo5OTk", "cursor"),
        ("cursor=b3RoZXI6MQ", "cursor"),
        ("cursor=A", "cursor"),
    ],
)
def test_unusable_pages(till: Till, query: str, field: str) -> None:
    """A limit or cursor that can't be used is named."""
    reply = till.send("GET", f"/products?{query}")
    assert error_of(reply) == (400, "invalid_request", "invalid_body_parameters")
    assert list(reply.json()["fields"]) == [field]  # type: ignore[call-overload]


def test_cursor_of_the_end() -> None:
    """The last page has no cursor, also when it is full."""
    part, cursor = page_of("abcd", {"limit": "4"})
    assert (part, cursor) == ("abcd", None)


def test_unknown_paths(till: Till) -> None:
    """What is not in the contract is not found, whatever the method."""
    for method, target in (
        ("GET", "/client_partners"),
        ("DELETE", "/products"),
        ("GET", "/orders"),
        ("POST", "/orders/x/actions/confirm"),
        ("GET", "/balances/eur"),
    ):
        reply = till.send(method, target)
        assert error_of(reply) == (404, "not_found", "path_not_found")


def test_logos(till: Till, provider: TrainingProvider) -> None:
    """Each product's logo is an SVG at the address that the list names, for everybody."""
    for one in _all_products(till, 500):
        images = one["images"]
        assert isinstance(images, list)
        for image in images:
            parts = urlsplit(image["url"])
            assert (parts.scheme, parts.netloc, image["type"]) == ("http", NOMINAL_HOST, "logo")
            reply = provider.handle("GET", parts.path, [], b"")
            assert (reply.status, reply.header("Content-Type")) == (200, "image/svg+xml")
            root = ET.fromstring(reply.body)  # noqa: S314 - drawn by ourselves
            assert root.tag == "{http://www.w3.org/2000/svg}svg"
            assert one["brand"] in [text.text for text in root.iter() if text.text]
    for path in (
        f"/logos/{till.product_of('Kegelkeller')}.svg",
        "/logos/00000000-0000-4000-8000-000000000000.svg",
        "/logos/../secret.svg",
    ):
        assert provider.handle("GET", path, [], b"").status in {400, 404}


def test_logos_differ_and_stay() -> None:
    """Each brand has its own logo, the same in every run."""
    logos = [logo_svg(product.brand) for product in build_catalogue()]
    assert len(set(logos)) == len(logos)
    assert logo_svg("Sofafuchs") == logo_svg("Sofafuchs")
    assert logo_svg("A & <B>").count(b"&lt;B&gt;") == 1


@pytest.mark.parametrize(
    ("brand", "letters"), [("Sofafuchs", "S"), ("Dübel & Söhne", "DS"), ("Åkerbo Hem", "ÅH")]
)
def test_initials(brand: str, letters: str) -> None:
    """One or two letters stand for a brand."""
    assert initials(brand) == letters


def test_card_voucher(till: Till, provider: TrainingProvider) -> None:
    """The PDF voucher at the card's own address shows brand, amount, code and PIN."""
    shown = till.order().json()
    (order,) = provider.ledger.orders.values()
    path = urlsplit(dict(order.urls)["card_pdf"]).path
    reply = provider.handle("GET", path, [], b"")
    assert reply.header("Content-Type") == "application/pdf"
    (page,) = pypdf.PdfReader(io.BytesIO(reply.body), strict=True).pages
    text = page.extract_text()
    for part in ("Bücherwelt", "50.0 EUR", str(shown["code"]), str(shown["pin"]), "TRAINING"):
        assert part in text
    assert provider.handle("GET", "/cards/nothing.pdf", [], b"").status == 404
    mailed = till.order(order_body(method="email"), key="k2").json()["id"]
    assert provider.handle("GET", f"/cards/{mailed}.pdf", [], b"").status == 404


def test_cards_of_every_product() -> None:
    """Codes fit the contract and their barcodes; links are https; all formats occur."""
    rng = random.Random(3)  # noqa: S311 - a test's dice
    now = datetime(2026, 11, 30, 12, tzinfo=UTC)
    lengths = set()
    for product in build_catalogue():
        for method in product.delivery_methods:
            card = make_card(product, method, order_id="o-1", host="http://h", now=now, rng=rng)
            assert (card.code is not None) is (method == "code")
            if method == "email":
                assert card.urls == ()
                continue
            if method == "url":
                assert dict(card.urls)["redemption"].startswith("https://redeem.example/")
            if card.code:
                lengths.add(len(card.code))
                assert card.code.isascii()
                assert card.code.isprintable()
            if card.barcode:
                kind, value = card.barcode
                assert kind in {"code128", "ean13", "qr"}
                assert kind != "ean13" or (len(value) == 13 and _ean_is_right(value))
    assert {7, 13, 14, 16, 18, 29, 30, 100} <= lengths
    assert max(lengths) == 100


def _ean_is_right(digits: str) -> bool:
    odd, even = digits[::2], digits[1::2]
    return (sum(map(int, odd)) + 3 * sum(map(int, even))) % 10 == 0


def test_ean_check_digit() -> None:
    """Every drawn EAN has the right check digit."""
    rng = random.Random(4)  # noqa: S311 - a test's dice
    assert all(_ean_is_right(ean13(rng)) for _ in range(200))


def test_expiry_is_the_end_of_a_month(till: Till) -> None:
    """A card is valid until the last day of the month, so many months on, or for ever."""
    assert till.order().json()["expires_at"] == "2029-11-30"
    endless = next(
        product
        for product in till.provider.catalogue
        if product.card.validity_months is None
        and "url" in product.delivery_methods
        and isinstance(product.denominations, AmountRange)
    )
    body = order_body("25.0", product=endless.code, country=endless.countries[0], method="url")
    assert till.order(body, "k2").json().get("expires_at") is None


def test_every_available_product_can_be_ordered(till: Till) -> None:
    """Each product sells its lowest amount by its first delivery method."""
    for number, product in enumerate(till.provider.catalogue):
        amounts = product.denominations
        lowest = amounts.minimum if isinstance(amounts, AmountRange) else amounts.amounts[0]
        text = str(lowest) if "." in str(lowest) else f"{lowest}.0"
        body = order_body(
            text,
            product=product.code,
            country=product.countries[0],
            method=product.delivery_methods[0],
            currency=product.currency,
            customer=f"c-{number}",
        )
        assert till.order(body, f"k{number}").status == (
            400
            if not product.available
            else 202
            if "(Übung: " in product.name and product.trait in {Trait.SLOW, Trait.FAILING}
            else 201
        )
