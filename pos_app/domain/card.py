"""The card itself: what the customer pays for. A code is cash, so nothing here shows itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

_SHORT: Final = 9
_TINY: Final = 4


@dataclass(frozen=True, slots=True)
class CardUrl:
    """One link of a card: `redemption`, `card_pdf`, `apple_wallet`, `google_wallet` or another."""

    kind: str
    url: str

    def __repr__(self) -> str:
        """Only the kind: a redemption link is as good as the code."""
        return f"CardUrl({self.kind})"


@dataclass(frozen=True, slots=True)
class Barcode:
    """What a redeeming till scans: `code128`, `ean13`, `qr` or an unknown type."""

    kind: str
    value: str

    def __repr__(self) -> str:
        """Only the kind."""
        return f"Barcode({self.kind})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A delivered card (provider contract section 6); codes are opaque, never reformatted."""

    code: str | None = None
    pin: str | None = None
    barcode: Barcode | None = None
    expires_on: date | None = None
    urls: tuple[CardUrl, ...] = ()
    redemption_instructions: str = ""
    terms_and_conditions: str = ""
    redemption_notes: str = ""

    def __repr__(self) -> str:
        """Nothing of the card (M15)."""
        return "Card(hidden)"

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing the customer could redeem."""
        return not self.code and self.url("redemption") is None and self.barcode is None

    def url(self, kind: str) -> str | None:
        """The first link of that kind."""
        return next((link.url for link in self.urls if link.kind == kind), None)

    @property
    def hint(self) -> str:
        """What may stay visible: the last four characters, two for short codes (M15).

        Of a code of up to four characters nothing stays: two would be half of it.
        """
        code = self.code or ""
        if len(code) <= _TINY:
            return ""
        return code[-2:] if len(code) < _SHORT else code[-4:]


def mask_code(hint: str) -> str:
    """A masked code for screens and shop copies."""
    return f"•••• {hint}" if hint else "••••"


def mask_email(address: str) -> str:
    """`anna.maier@example.org` becomes `a•••@example.org`."""
    name, _, host = address.partition("@")
    return f"{name[:1]}•••@{host}" if host else "•••"
