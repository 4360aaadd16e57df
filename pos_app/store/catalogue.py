"""The last good catalogue, in a file of its own, so that the till can sell before it has asked.

One JSON value per line: a head, then one array per product. Line by line, since one call for the
whole file would hold every other thread up for as long as it takes. The head carries a checksum:
a damaged file is as good as none, and only costs a refresh.
"""

from __future__ import annotations

import json
import logging
import zlib
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from pos_app.domain.errors import AmountError
from pos_app.domain.money import Money
from pos_app.domain.product import (
    AmountRange,
    CatalogueReading,
    DeliveryMethod,
    Denominations,
    FixedAmounts,
    Product,
)
from pos_app.files import write_private
from pos_app.store.connection import translated
from pos_app.store.worker import Worker

_log = logging.getLogger(__name__)
_FORMAT: Final = 1


class FileCatalogue:
    """The catalogue store as its port describes it."""

    def __init__(self, folder: Path, helper: Worker) -> None:
        self._path = folder / "catalogue.jsonl"
        self._helper = helper

    async def load(self) -> CatalogueReading | None:
        """The stored catalogue, or None when there is none or it can't be read."""
        return await self._helper.run(self._load)

    def _load(self) -> CatalogueReading | None:
        try:
            return decode(self._path.read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValueError, LookupError, TypeError, AmountError) as error:
            _log.warning("the stored catalogue can't be read: %s", type(error).__name__)
            return None

    async def save(self, reading: CatalogueReading) -> None:
        """Replace the stored catalogue.

        May raise:
        - StoreError: a code of disk trouble; the old one stays.
        """

        def save() -> None:
            with translated():
                write_private(self._path, encode(reading))

        await self._helper.run(save)


def encode(reading: CatalogueReading) -> bytes:
    """The file's content."""
    # Signs as they are, half ones included: escapes would make reading a third slower.
    writer = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
    lines = [writer.encode(_to_array(product)) for product in reading.products]
    body = "\n".join(lines).encode("utf-8", "surrogatepass")
    head = {
        "format": _FORMAT,
        "read_at": reading.read_at.isoformat(),
        "skipped": reading.skipped,
        "count": len(lines),
        "crc32": zlib.crc32(body),
    }
    return json.dumps(head).encode() + b"\n" + body


def decode(data: bytes) -> CatalogueReading:
    """The catalogue that `encode` wrote.

    May raise:
    - ValueError, LookupError, TypeError, AmountError: it did not write this.
    """
    first, _, body = data.partition(b"\n")
    head = json.loads(first)
    if head["format"] != _FORMAT or head["crc32"] != zlib.crc32(body):
        raise ValueError("another format, or damaged")
    reader = _Reader()
    lines = body.decode("utf-8", "surrogatepass").split("\n") if body else []
    parse = json.JSONDecoder().decode
    products = tuple(reader.product(parse(line)) for line in lines)
    if len(products) != head["count"]:
        raise ValueError("another number of products")
    return CatalogueReading(products, head["skipped"], datetime.fromisoformat(head["read_at"]))


def _to_array(product: Product) -> list[object]:
    denominations = product.denominations
    if isinstance(denominations, FixedAmounts):
        amounts = ["fixed", *(amount.minor for amount in denominations.amounts)]
    else:
        bounds = (denominations.minimum, denominations.maximum, denominations.step)
        amounts = ["range", *(bound.minor for bound in bounds)]
    return [
        product.code,
        product.name,
        product.brand,
        product.category,
        product.countries,
        product.available,
        denominations.currency,
        amounts,
        [method.value for method in product.delivery_methods],
        product.image_url,
        product.description,
        product.redemption_instructions,
        product.terms_and_conditions,
        product.redemption_notes,
        product.validity_months,
        product.updated_at.isoformat() if product.updated_at else None,
    ]


class _Reader:
    """Makes products of arrays; the few values that most products share are made once."""

    def __init__(self) -> None:
        self._money: dict[tuple[int, str], Money] = {}
        self._methods: dict[str, tuple[DeliveryMethod, ...]] = {}
        self._denominated: dict[str, Denominations] = {}
        self._moments: dict[str, datetime] = {}

    def product(self, array: list[Any]) -> Product:
        """One product."""
        (code, name, brand, category, countries, available, currency, amounts, *rest) = array
        (methods, image, description, instructions, terms, notes, months, updated) = rest
        return Product(
            code=code,
            name=name,
            brand=brand,
            category=category,
            countries=tuple(countries),
            available=available,
            denominations=self._denominations(amounts, currency),
            delivery_methods=self._delivery_methods(methods),
            image_url=image,
            description=description,
            redemption_instructions=instructions,
            terms_and_conditions=terms,
            redemption_notes=notes,
            validity_months=months,
            updated_at=self._moment(updated) if updated else None,
        )

    def _delivery_methods(self, names: list[str]) -> tuple[DeliveryMethod, ...]:
        key = " ".join(names)
        known = self._methods.get(key)
        if known is None:
            known = self._methods[key] = tuple(DeliveryMethod(name) for name in names)
        return known

    def _moment(self, text: str) -> datetime:
        known = self._moments.get(text)
        if known is None:
            known = self._moments[text] = datetime.fromisoformat(text)
        return known

    def _denominations(self, values: list[Any], currency: str) -> Denominations:
        key = f"{currency} {values}"
        known = self._denominated.get(key)
        if known is None:
            known = self._denominated[key] = self._new_denominations(values, currency)
        return known

    def _new_denominations(self, values: list[Any], currency: str) -> Denominations:
        kind, *minors = values
        amounts = tuple(self._amount(minor, currency) for minor in minors)
        if kind == "fixed":
            return FixedAmounts(amounts)
        minimum, maximum, step = amounts
        return AmountRange(minimum, maximum, step)

    def _amount(self, minor: int, currency: str) -> Money:
        known = self._money.get((minor, currency))
        if known is None:
            known = self._money[minor, currency] = Money(minor, currency)
        return known
