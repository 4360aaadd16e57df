"""The training catalogue: every brand turned into a product, the same on every computer."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final, TypeVar

from pos_app.training.brands import BRANDS
from pos_app.training.product_texts import product_texts, trait_hint
from pos_app.training.products import AmountRange, CardStyle, FixedAmounts, Product, Trait

_T = TypeVar("_T")
_NAMESPACE: Final = uuid.UUID("5f0f3c1e-6f5c-4d0b-9a51-2f6f1d6f7a10")
# The product of the contract's own example, so that its bodies can be sent as they stand.
_CONTRACT_EXAMPLE: Final = "Bücherwelt"
_CONTRACT_CODE: Final = "b713c564-9e18-4810-a9bb-7b2d86afc8cd"

_DELIVERY: Final = (
    ("code",),
    ("code", "url"),
    ("code", "url", "email"),
    ("url",),
    ("code", "email"),
    ("url", "email"),
    ("code",),
)
_FIXED: Final = (
    ("10", "25", "50"),
    ("15", "25", "50", "100"),
    ("20", "40"),
    ("5", "10", "15", "20", "25", "50", "75", "100"),
    ("9.99", "19.99", "49.99"),
    ("100",),
)
_RANGES: Final = (
    ("5", "150", "0.01"),
    ("10", "250", "1"),
    ("5", "500", "5"),
    ("1", "100", "0.5"),
    ("25", "200", "25"),
)
_CODE_FORMATS: Final = (
    "groups4",
    "digits16",
    "mixed",
    "groups5",
    "digits13",
    "prefixed",
    "short",
    "letters30",
)
_BARCODES: Final = ("code128", None, "qr", "code128", "ean13")
_VALIDITY: Final = (36, 36, None, 12, 120)
_DISCOUNTS: Final = ("0", "3", "5", "2.5", "8", "0", "4")
_COUNTRIES: Final = (("DE", "AT"), ("DE",), ("DE", "AT", "CH"), ("AT", "DE", "FR", "NL"))
_NOUNS: Final = ("Gutschein", "Geschenkkarte", "Gutschein", "Gutscheincode")

_TRAITS: Final[Mapping[str, Trait]] = {
    "Nullkabel": Trait.FINAL,
    "Streamstrudel": Trait.FINAL,
    "Eisvogel Gelato": Trait.SHORT_WINDOW,
    "Fährfreund": Trait.SLOW,
    "Kofferkranich": Trait.SLOW,
    "Arkadenwal": Trait.FAILING,
    "Funkfuchs": Trait.SILENT,
}
_UNAVAILABLE: Final = ("Zeitungskiosk Zisch", "Grillmeister Glut")
_WITHOUT_LOGO: Final = ("Kegelkeller", "Hausrat Biber")
_IN_POUNDS: Final = ("Folio Fennek", "Nebelquest Games")
_FRENCH_ONLY: Final = "Théâtre des Lucioles"
_LONGEST_CODE: Final = "Zettabazaar"


def build_catalogue() -> tuple[Product, ...]:
    """All products, in the order in which the provider lists them."""
    names = [(category, brand) for category, brands in BRANDS.items() for brand in brands]
    return tuple(
        _special(_plain(position, category, brand))
        for position, (category, brand) in enumerate(names)
    )


def _plain(position: int, category: str, brand: str) -> Product:
    return Product(
        code=str(uuid.uuid5(_NAMESPACE, brand)),
        name=f"{brand} {_pick(_NOUNS, position)}",
        brand=brand,
        category=category,
        denominations=_denominations(position),
        delivery_methods=_pick(_DELIVERY, position),
        countries=_pick(_COUNTRIES, position),
        discount_percent=Decimal(_pick(_DISCOUNTS, position)),
        card=_card_style(position),
        texts=product_texts(position, brand),
    )


def _pick(choices: tuple[_T, ...], position: int) -> _T:
    return choices[position % len(choices)]


def _denominations(position: int, currency: str = "EUR") -> FixedAmounts | AmountRange:
    if position % 3 == 0:
        amounts = _pick(_FIXED, position // 3)
        return FixedAmounts(currency, tuple(Decimal(amount) for amount in amounts))
    low, high, step = _pick(_RANGES, position)
    return AmountRange(currency, Decimal(low), Decimal(high), Decimal(step))


def _card_style(position: int) -> CardStyle:
    barcode = _pick(_BARCODES, position)
    return CardStyle(
        # An EAN is its own code: 13 digits with a check digit.
        code_format="digits13" if barcode == "ean13" else _pick(_CODE_FORMATS, position),
        pin_digits=(0, 4, 0, 0, 6, 0)[position % 6],
        barcode=barcode,
        validity_months=_pick(_VALIDITY, position // 2),
        wallets=position % 6 == 2,
        card_pdf=position % 7 == 2,
        link_with_code=position % 4 == 2,
        leaves_out=position % 2 == 1,
    )


def _special(product: Product) -> Product:
    """The brands that show something rare."""
    brand = product.brand
    if brand == _CONTRACT_EXAMPLE:
        return _contract_example(product)
    if brand in _TRAITS:
        return _with_trait(product, _TRAITS[brand])
    if brand in _UNAVAILABLE:
        return replace(product, available=False)
    if brand in _WITHOUT_LOGO:
        return replace(product, has_logo=False)
    if brand in _IN_POUNDS:
        pounds = FixedAmounts("GBP", (Decimal(10), Decimal(25), Decimal(50)))
        return replace(product, denominations=pounds, countries=("GB", "DE"))
    if brand == _FRENCH_ONLY:
        return replace(product, countries=("FR",))
    if brand == _LONGEST_CODE:
        card = replace(product.card, code_format="longest", barcode=None)
        return replace(product, card=card, delivery_methods=("code",))
    return product


def _contract_example(product: Product) -> Product:
    return replace(
        product,
        code=_CONTRACT_CODE,
        denominations=AmountRange("EUR", Decimal(5), Decimal(150), Decimal("0.01")),
        delivery_methods=("code", "url", "email"),
        countries=("DE", "AT"),
        card=CardStyle(pin_digits=4, barcode="code128", wallets=True, card_pdf=True),
    )


def _with_trait(product: Product, trait: Trait) -> Product:
    short, long = trait_hint(trait)
    return replace(
        product,
        name=f"{product.name} (Übung: {short})",
        trait=trait,
        delivery_methods=("code", "url"),
        countries=("DE", "AT"),
        denominations=AmountRange("EUR", Decimal(5), Decimal(100), Decimal(5)),
        texts=replace(product.texts, description=long),
    )
