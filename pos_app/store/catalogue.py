"""The last good catalogue, in a file of its own, so that the till can sell before it has asked.

One JSON value per line: a head, then blocks of products. A block is made of columns, one for
each field: most products share most of what they say, so a column is the few different values
and, for each product, which of them it is. That is read twice as fast as product by product.
Block by block, since one call for the whole file would hold every other thread up for as long as
it takes. The head carries a checksum: a damaged file is as good as none, and only costs a
refresh.
"""

from __future__ import annotations

import json
import logging
import zlib
from collections.abc import Callable, Hashable, Iterable, Sequence
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
_FORMAT: Final = 2
_BLOCK: Final = 500


_NOT_OURS: Final = (ValueError, LookupError, TypeError, RecursionError, AmountError)


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
        except (OSError, *_NOT_OURS) as error:
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
    products = reading.products
    blocks = [products[at : at + _BLOCK] for at in range(0, len(products), _BLOCK)]
    body = "\n".join([writer.encode(_to_columns(block)) for block in blocks])
    data = body.encode("utf-8", "surrogatepass")
    head = {
        "format": _FORMAT,
        "read_at": reading.read_at.isoformat(),
        "skipped": reading.skipped,
        "count": len(products),
        "crc32": zlib.crc32(data),
    }
    return json.dumps(head).encode() + b"\n" + data


def decode(data: bytes) -> CatalogueReading:
    """The catalogue that `encode` wrote.

    May raise:
    - ValueError, LookupError, TypeError, RecursionError, AmountError: it did not write this.
    """
    first, _, body = data.partition(b"\n")
    head = json.loads(first)
    if head["format"] != _FORMAT or head["crc32"] != zlib.crc32(body):
        raise ValueError("another format, or damaged")
    reader = _Reader()
    products: list[Product] = []
    for line in body.split(b"\n") if body else ():
        products += reader.block(json.loads(line.decode("utf-8", "surrogatepass")))
    if len(products) != head["count"]:
        raise ValueError("another number of products")
    moment = datetime.fromisoformat(head["read_at"])
    if moment.tzinfo is None:
        raise ValueError("a moment without its zone")
    return CatalogueReading(tuple(products), head["skipped"], moment)


def _to_columns(products: Sequence[Product]) -> list[object]:
    return [
        [each.code for each in products],
        [each.name for each in products],
        _few(each.brand for each in products),
        _few(each.category for each in products),
        _few(each.countries for each in products),
        [each.available for each in products],
        _few(_amounts(each.denominations) for each in products),
        _few(each.delivery_methods for each in products),
        [each.image_url for each in products],
        _few(each.description for each in products),
        _few(each.redemption_instructions for each in products),
        _few(each.terms_and_conditions for each in products),
        _few(each.redemption_notes for each in products),
        [each.validity_months for each in products],
        _few(each.updated_at and each.updated_at.isoformat() for each in products),
    ]


def _few(values: Iterable[Hashable]) -> tuple[list[Hashable], list[int]]:
    """The different values, and for each product which one it has."""
    known: dict[Hashable, int] = {}
    places = [known.setdefault(value, len(known)) for value in values]
    return list(known), places


def _amounts(denominations: Denominations) -> tuple[str | int, ...]:
    if isinstance(denominations, FixedAmounts):
        minors = [amount.minor for amount in denominations.amounts]
        return "fixed", denominations.currency, *minors
    bounds = (denominations.minimum, denominations.maximum, denominations.step)
    return "range", denominations.currency, *[bound.minor for bound in bounds]


class _Reader:
    """Makes products of blocks; the few values that most products share are made once."""

    def __init__(self) -> None:
        self._denominated: dict[str, Denominations] = {}

    def block(self, columns: list[Any]) -> list[Product]:
        """The products of one block."""
        (codes, names, brands, categories, countries, available, amounts, *rest) = columns
        (methods, images, descriptions, instructions, terms, notes, months, updated) = rest
        rows = zip(
            codes,
            names,
            _spread(brands),
            _spread(categories),
            _spread(countries, tuple),
            available,
            _spread(amounts, self._denominations),
            _spread(methods, _methods),
            images,
            _spread(descriptions),
            _spread(instructions),
            _spread(terms),
            _spread(notes),
            months,
            _spread(updated, _moment),
            strict=True,
        )
        return [
            Product(
                code=code,
                name=name,
                brand=brand,
                category=category,
                countries=where,
                available=can,
                denominations=denominations,
                delivery_methods=ways,
                image_url=image,
                description=description,
                redemption_instructions=instruction,
                terms_and_conditions=term,
                redemption_notes=note,
                validity_months=valid,
                updated_at=at,
            )
            for (
                code, name, brand, category, where, can, denominations, ways,
                image, description, instruction, term, note, valid, at,
            ) in rows
        ]  # fmt: skip

    def _denominations(self, values: list[Any]) -> Denominations:
        key = str(values)
        known = self._denominated.get(key)
        if known is None:
            known = self._denominated[key] = _new_denominations(*values)
        return known


def _spread(column: list[list[Any]], make: Callable[[Any], Any] | None = None) -> Iterable[Any]:
    """For each product what `_few` has put together; each different value is made once."""
    values, places = column
    made = values if make is None else [make(value) for value in values]
    return map(made.__getitem__, places)


def _methods(names: list[str]) -> tuple[DeliveryMethod, ...]:
    return tuple(DeliveryMethod(name) for name in names)


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _new_denominations(kind: str, currency: str, *minors: int) -> Denominations:
    amounts = tuple(Money(minor, currency) for minor in minors)
    if kind == "fixed":
        return FixedAmounts(amounts)
    minimum, maximum, step = amounts
    return AmountRange(minimum, maximum, step)
