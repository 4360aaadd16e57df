"""The last good catalogue: exact, fast, and no trouble when it is damaged."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.errors import StoreError
from pos_app.domain.money import Money
from pos_app.domain.product import (
    AmountRange,
    CatalogueReading,
    DeliveryMethod,
    FixedAmounts,
    Product,
)
from pos_app.store import Store
from pos_app.store.catalogue import decode, encode
from tests.unit.store.support import files_below

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TEXT = st.text(st.characters(codec=None), max_size=30)
MONEY = st.builds(Money, st.integers(0, 10**9), st.just("EUR"))
PRODUCTS = st.builds(
    Product,
    code=TEXT,
    name=TEXT,
    brand=TEXT,
    category=TEXT,
    countries=st.lists(TEXT, max_size=3).map(tuple),
    available=st.booleans(),
    denominations=st.builds(AmountRange, MONEY, MONEY, MONEY)
    | st.lists(MONEY, min_size=1, max_size=4).map(lambda amounts: FixedAmounts(tuple(amounts))),
    delivery_methods=st.lists(st.sampled_from(DeliveryMethod), max_size=3).map(tuple),
    image_url=st.none() | TEXT,
    description=TEXT,
    redemption_instructions=TEXT,
    terms_and_conditions=TEXT,
    redemption_notes=TEXT,
    validity_months=st.none() | st.integers(0, 999),
    updated_at=st.none() | st.datetimes(timezones=st.just(UTC)),
)
READINGS = st.builds(
    CatalogueReading,
    st.lists(PRODUCTS, max_size=5).map(tuple),
    st.integers(0, 99),
    st.datetimes(timezones=st.just(UTC)),
)


@given(reading=READINGS)
def test_a_catalogue_comes_back_exactly(reading: CatalogueReading) -> None:
    """Any texts, any amounts, none at all."""
    assert decode(encode(reading)) == reading


def test_blocks_are_put_together_again() -> None:
    """More products than a block holds, in their order; what they share is there once."""
    reading = _large(1203)
    decoded = decode(encode(reading))
    assert decoded == reading
    assert encode(reading).count(b"Bedingungen " * 40) == 3
    first, second = decoded.products[1], decoded.products[1201]
    assert first.denominations is second.denominations


def _large(count: int) -> CatalogueReading:
    amounts = FixedAmounts(tuple(Money(minor, "EUR") for minor in (1000, 2500, 5000, 10000)))
    products = tuple(
        Product(
            code=f"b713c564-9e18-4810-a9bb-{number:012d}",
            name=f"Bücherwelt {number} Gutschein",
            brand=f"Bücherwelt {number}",
            category="books",
            countries=("DE", "AT"),
            available=True,
            denominations=amounts
            if number % 2
            else AmountRange(Money(500, "EUR"), Money(15000 + number, "EUR"), Money(1, "EUR")),
            delivery_methods=tuple(DeliveryMethod),
            image_url=f"https://p.test/{number}.png",
            description="Beschreibung " * 12,
            redemption_instructions="Einlösen " * 12,
            terms_and_conditions="Bedingungen " * 40,
            validity_months=36,
            updated_at=AT,
        )
        for number in range(count)
    )
    return CatalogueReading(products, 0, AT)


async def test_it_is_kept_and_replaced(store: Store) -> None:
    """None at first, then the last one saved."""
    assert await store.catalogue.load() is None
    await store.catalogue.save(_large(20))
    await store.catalogue.save(_large(3))
    assert await store.catalogue.load() == _large(3)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]\n",
        b"null\n[]",
        b'{"format": 3, "crc32": 0}\n',
        b"\xff\xfe\n",
        encode(_large(2))[:-1],
        encode(_large(2)).replace(b"books", b"looks"),
        encode(_large(2)).replace(b'+00:00"', b'"', 1),
        b"[" * 100_000,
        b'{"format":2,"crc32":223132457,"count":1,"skipped":0,"read_at":"x"}\n[]',
    ],
)
async def test_a_damaged_file_is_none_and_a_log_line(
    store: Store, folder: Path, content: bytes, expect_log: Callable[[str], None]
) -> None:
    """The till starts all the same; the next good catalogue replaces it."""
    _write(folder / "catalogue.jsonl", content)
    expect_log("WARNING pos_app.store.catalogue: the stored catalogue can't be read")
    assert await store.catalogue.load() is None
    await store.catalogue.save(_large(2))
    assert await store.catalogue.load() == _large(2)


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)


async def test_trouble_with_the_disk_is_named(
    store: Store, folder: Path, expect_log: Callable[[str], None]
) -> None:
    """Something in the way of the file."""
    (folder / "catalogue.jsonl").mkdir()
    expect_log("WARNING")
    assert await store.catalogue.load() is None
    with pytest.raises(StoreError):
        await store.catalogue.save(_large(1))
    assert not [path for path in files_below(folder) if path.name.endswith(".new")]


@pytest.mark.slow
async def test_ten_thousand_products_load_fast(store: Store) -> None:
    """Below 100 ms: the till shows its tiles at once."""
    await store.catalogue.save(_large(10_000))
    times = []
    for _ in range(7):
        started = time.perf_counter()
        loaded = await store.catalogue.load()
        times.append(time.perf_counter() - started)
        assert loaded is not None
        assert len(loaded.products) == 10_000
    # The best of several: what else runs on this computer is not what is measured.
    print(f"catalogue of 10,000 products: {min(times) * 1000:.0f} ms")
    assert min(times) < 0.1
