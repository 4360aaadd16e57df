"""What the counter remembers, in one place."""

from __future__ import annotations

from dataclasses import dataclass

from pos_app.usecases.assortment import Assortment
from pos_app.usecases.kept_carts import KeptCarts


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterServices:
    """Carts that outlive the moment, and what was learned about products."""

    kept: KeptCarts
    assortment: Assortment

    async def load(self) -> None:
        """Take up what former runs have left.

        May raise:
        - StoreError.
        """
        await self.assortment.load()
        await self.kept.load()
