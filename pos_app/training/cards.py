"""Cards as the provider hands them out: code, PIN, barcode, expiry, links."""

from __future__ import annotations

import calendar
import random
import string
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from pos_app.training.products import Product

# Without letters and digits that are mistaken for each other.
_CLEAR: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_LOWER: Final = "abcdefghjkmnpqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Card:
    """What the customer gets; the values are exactly those of the answer."""

    code: str | None = None
    pin: str | None = None
    barcode: tuple[str, str] | None = None
    expires_at: str | None = None
    urls: tuple[tuple[str, str], ...] = ()


def _text(rng: random.Random, alphabet: str, length: int) -> str:
    return "".join(rng.choice(alphabet) for _ in range(length))


def _groups(rng: random.Random, size: int, count: int) -> str:
    return "-".join(_text(rng, _CLEAR, size) for _ in range(count))


def ean13(rng: random.Random) -> str:
    """13 digits, the last of which is the EAN check digit."""
    digits = "29" + _text(rng, string.digits, 10)
    weighted = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return f"{digits}{-weighted % 10}"


_FORMATS: Final[Mapping[str, Callable[[random.Random], str]]] = {
    "groups4": lambda rng: _groups(rng, 4, 3),
    "groups5": lambda rng: _groups(rng, 5, 5),
    "digits16": lambda rng: _text(rng, string.digits, 16),
    "digits13": ean13,
    "mixed": lambda rng: _text(rng, _CLEAR + _LOWER, 18),
    "prefixed": lambda rng: f"GC/{_text(rng, _CLEAR, 10)}+{_text(rng, string.digits, 3)}",
    "short": lambda rng: _text(rng, _CLEAR, 7),
    "letters30": lambda rng: _text(rng, _CLEAR + _LOWER, 30),
    "longest": lambda rng: _text(rng, _CLEAR + _LOWER, 100),
}


def make_card(
    product: Product, method: str, *, order_id: str, host: str, now: datetime, rng: random.Random
) -> Card:
    """A new card; by e-mail nothing of it comes back in the answer.

    `host` is scheme and authority of this provider, for the PDF voucher it serves itself.
    """
    if method == "email":
        return Card()
    style = product.card
    code = _FORMATS[style.code_format](rng) if method == "code" else None
    pin = _text(rng, string.digits, style.pin_digits) or None
    token = _text(rng, _CLEAR + _LOWER, 24)
    urls: list[tuple[str, str]] = []
    if method == "url" or style.link_with_code:
        urls.append(("redemption", f"https://redeem.example/{product.category}/{token}?lang=de"))
    if style.card_pdf:
        urls.append(("card_pdf", f"{host}/cards/{order_id}.pdf"))
    if style.wallets:
        urls.append(("apple_wallet", f"https://wallet.example/apple/{token}"))
        urls.append(("google_wallet", f"https://wallet.example/google/{token}"))
    return Card(
        code=code,
        pin=pin,
        barcode=_barcode(style.barcode, code),
        expires_at=_expiry(now, style.validity_months),
        urls=tuple(urls),
    )


def _barcode(kind: str | None, code: str | None) -> tuple[str, str] | None:
    if kind is None or code is None:
        return None
    # What is scanned at the redeeming till is the code without its dashes.
    return kind, code.replace("-", "")


def _expiry(now: datetime, months: int | None) -> str | None:
    if months is None:
        return None
    year, month = divmod(now.year * 12 + now.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return f"{year:04d}-{month + 1:02d}-{last:02d}"
