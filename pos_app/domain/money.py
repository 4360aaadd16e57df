"""Money: one exact type, in integer minor units of an ISO 4217 currency.

Decimal appears only while text is read or written. Floats are refused everywhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from pos_app.domain.errors import AmountError, CurrencyMismatchError

# ISO 4217 currencies whose minor unit is not 2 digits (list one, published 2024-06-25).
_EXPONENTS: Final = {
    **dict.fromkeys(
        "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(), 0
    ),
    **dict.fromkeys("BHD IQD JOD KWD LYD OMR TND".split(), 3),
    **dict.fromkeys("CLF UYW".split(), 4),
}
_SYMBOLS: Final = {"EUR": "€", "GBP": "£", "USD": "$", "JPY": "¥"}
_CURRENCY: Final = re.compile(r"[A-Z]{3}")
# 15 digits of minor units: far above any card, far below SQLite's and JSON's integer limits.
_MAX_MINOR: Final = 10**15
_WIRE: Final = re.compile(r"-?\d{1,15}(\.\d{1,12})?")


class Language(StrEnum):
    """The languages the till speaks; English formats by en_GB, German by de_DE."""

    EN = "en"
    DE = "de"


def exponent(currency: str) -> int:
    """How many digits the minor unit of `currency` has (EUR 2, JPY 0)."""
    return _EXPONENTS.get(currency, 2)


@dataclass(frozen=True, slots=True)
class Money:
    """An exact amount of one currency; `minor` counts its minor units (cents)."""

    minor: int
    currency: str

    def __post_init__(self) -> None:
        """Refuse floats, bools, foreign texts and absurd sizes.

        May raise:
        - AmountError: not a whole number of minor units, or too large, or no currency code.
        """
        if type(self.minor) is not int or abs(self.minor) > _MAX_MINOR:
            raise AmountError("not_a_number", str(self.minor))
        if type(self.currency) is not str or not _CURRENCY.fullmatch(self.currency):
            raise AmountError("unknown_currency", str(self.currency))

    @classmethod
    def zero(cls, currency: str) -> Money:
        """Nothing of a currency: the start of a sum."""
        return cls(0, currency)

    @classmethod
    def from_wire(cls, text: object, currency: object) -> Money:
        """Read the provider's decimal string (`"50.0"`, provider contract section 6).

        May raise:
        - AmountError: not a string, not a plain decimal, or finer than the minor unit.
        """
        if not isinstance(text, str) or not _WIRE.fullmatch(text) or not text.isascii():
            raise AmountError("not_a_number", str(text))
        if not isinstance(currency, str) or not _CURRENCY.fullmatch(currency):
            raise AmountError("unknown_currency", str(currency))
        return cls._from_decimal(Decimal(text), currency, text)

    @classmethod
    def from_input(cls, text: str, currency: str, language: Language) -> Money:
        """Read what a person typed, strictly by language: `1.50` English, `1,50` German.

        May raise:
        - AmountError: `other_form` for the other language's separator, `not_a_number`,
          `too_fine` for more digits than the currency has.
        """
        point = "," if language is Language.DE else "."
        other = "." if language is Language.DE else ","
        symbol = _SYMBOLS.get(currency, currency)
        bare = text.replace("\u00a0", " ").strip()
        bare = bare.removeprefix(symbol).removesuffix(symbol).strip()
        if other in bare:
            raise AmountError("other_form", text)
        digits, _, fraction = bare.partition(point)
        well_formed = digits.isdigit() and (not fraction or fraction.isdigit())
        if not well_formed or bare.endswith(point) or not bare.isascii() or len(bare) > 15:
            raise AmountError("not_a_number", text)
        return cls._from_decimal(Decimal(bare.replace(point, ".")), currency, text)

    @classmethod
    def _from_decimal(cls, value: Decimal, currency: str, text: str) -> Money:
        minor = value.scaleb(exponent(currency))
        if minor != minor.to_integral_value():
            raise AmountError("too_fine", text)
        return cls(int(minor), currency)

    def to_wire(self) -> str:
        """The provider's decimal string: shortest form with at least one fraction digit."""
        digits = exponent(self.currency)
        sign, absolute = ("-" if self.minor < 0 else ""), abs(self.minor)
        whole, rest = divmod(absolute, 10**digits)
        fraction = f"{rest:0{digits}d}".rstrip("0") if digits else ""
        return f"{sign}{whole}.{fraction or '0'}"

    def display(self, language: Language) -> str:
        """The amount for people: `€1,234.50` in English, `1.234,50 €` in German."""
        number = self.display_number(language)
        sign, number = ("-", number[1:]) if number.startswith("-") else ("", number)
        symbol = _SYMBOLS.get(self.currency)
        if language is Language.DE:
            return f"{sign}{number}\u00a0{symbol or self.currency}"
        return f"{sign}{symbol}{number}" if symbol else f"{sign}{self.currency}\u00a0{number}"

    def display_number(self, language: Language, *, grouped: bool = True) -> str:
        """The number alone, with the language's separators, as an amount field shows it."""
        digits = exponent(self.currency)
        whole, rest = divmod(abs(self.minor), 10**digits)
        head = f"{whole:,}" if grouped else str(whole)
        text = f"{head}.{rest:0{digits}d}" if digits else head
        if language is Language.DE:
            text = text.translate(str.maketrans(",.", ".,"))
        return f"-{text}" if self.minor < 0 else text

    def _same(self, other: Money) -> None:
        if self.currency != other.currency:
            raise CurrencyMismatchError(self.currency, other.currency)

    def __add__(self, other: Money) -> Money:
        """Sum of two amounts of one currency."""
        self._same(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: Money) -> Money:
        """Difference of two amounts of one currency."""
        self._same(other)
        return Money(self.minor - other.minor, self.currency)

    def __neg__(self) -> Money:
        """The same amount the other way."""
        return Money(-self.minor, self.currency)

    def __lt__(self, other: Money) -> bool:
        """Whether this is less, within one currency."""
        self._same(other)
        return self.minor < other.minor

    def __le__(self, other: Money) -> bool:
        """Whether this is less or equal, within one currency."""
        self._same(other)
        return self.minor <= other.minor

    def is_multiple_of(self, step: Money) -> bool:
        """Whether this lies on a grid of `step`; a step of zero allows everything."""
        self._same(step)
        return step.minor == 0 or self.minor % step.minor == 0
