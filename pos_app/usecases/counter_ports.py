"""What the counter's use-cases need of the store, beside `pos_app.ports`; the store implements it.

Every method is async and durable when it returns; all may raise StoreError.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from pos_app.domain.journal import Entry


class ShelfStore(Protocol):
    """What this till has learned about products."""

    async def labels(self) -> Mapping[str, str]:
        """The shelf labels: text to product code."""
        ...

    async def put_label(self, label: str, product_code: str, entry: Entry) -> None:
        """A label stands for a product from now on; with its journal entry."""
        ...

    async def remove_label(self, label: str, entry: Entry) -> None:
        """Forget a label, with its entry. May raise RefusedError `no_such_label`."""
        ...

    async def favourites(self) -> Sequence[str]:
        """The product codes marked on this till, by code."""
        ...

    async def mark(self, product_code: str, *, favourite: bool) -> None:
        """Mark a product as a favourite, or no longer."""
        ...

    async def taken_back(self) -> Mapping[str, bool]:
        """Per product code whether the provider took a card back, as learned from answers."""
        ...

    async def best_sellers(self, *, limit: int) -> Mapping[str, int]:
        """How many cards of a product this till has delivered lately, the most first."""
        ...

    async def recently_sold(self, *, limit: int) -> Sequence[str]:
        """The product codes sold last, the newest first."""
        ...
