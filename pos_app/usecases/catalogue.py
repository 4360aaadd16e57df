"""The catalogue: the last good one stays in use until a better one is complete."""

from __future__ import annotations

from datetime import datetime, timedelta

from pos_app.domain.errors import PosError, ProviderUnavailableError, StoreError
from pos_app.domain.product import CatalogueReading, Product
from pos_app.ports import CatalogueStore, Provider
from pos_app.usecases.bulletin import CatalogueChanged, Trouble
from pos_app.usecases.reach import Reach
from pos_app.usecases.till import Till


class Catalogue:
    """All products of the provider, cached on disk, refreshed daily and on demand."""

    def __init__(
        self, till: Till, *, provider: Provider, store: CatalogueStore, reach: Reach
    ) -> None:
        """Empty until `load`."""
        self._provider, self._store, self._clock = provider, store, till.clock
        self._limits, self._bulletin, self._reach = till.limits, till.bulletin, reach
        self._by_code: dict[str, Product] = {}
        self.reading: CatalogueReading | None = None
        self.last_error: PosError | None = None
        self.refreshing = False

    @property
    def products(self) -> tuple[Product, ...]:
        """The products of the last good reading."""
        return self.reading.products if self.reading else ()

    @property
    def read_at(self) -> datetime | None:
        """When the products in use were read."""
        return self.reading.read_at if self.reading else None

    def product(self, code: str) -> Product | None:
        """One product by its code."""
        return self._by_code.get(code)

    @property
    def is_old(self) -> bool:
        """Whether it is time for a new reading."""
        if self.reading is None:
            return True
        age = self._clock.now() - self.reading.read_at
        return not timedelta(0) <= age < timedelta(seconds=self._limits.catalogue_age_s)

    async def load(self) -> None:
        """Take up the stored catalogue, if there is one."""
        reading = await self._store.load()
        if reading is not None:
            self._use(reading)

    def _use(self, reading: CatalogueReading) -> None:
        self.reading = reading
        self._by_code = {product.code: product for product in reading.products}
        self._bulletin.publish(CatalogueChanged())

    async def refresh(self) -> CatalogueReading | None:
        """Read the whole catalogue anew; None when a refresh is under way already.

        A catalogue that can't be stored is used all the same, with a notice.

        May raise:
        - ProviderUnavailableError: the last good one stays in use.
        """
        if self.refreshing:
            return None
        self.refreshing = True
        try:
            reading = await self._provider.products()
        except ProviderUnavailableError as error:
            # Who hears of the failure must find that the refresh is over.
            self.last_error, self.refreshing = error, False
            reached = error.params.get("status") is not None
            self._reach.note(reached=reached, sent=error.code != "not_sent")
            self._bulletin.publish(CatalogueChanged(error))
            raise
        finally:
            self.refreshing = False
        self._reach.note(reached=True, sent=True)
        self.last_error = None
        self._use(reading)
        await self._save(reading)
        return reading

    async def _save(self, reading: CatalogueReading) -> None:
        try:
            await self._store.save(reading)
        except StoreError as error:
            self._bulletin.publish(Trouble(error))

    async def keep_fresh(self) -> None:
        """For ever: refresh when older than a day; after a failure try again in minutes."""
        while True:
            if self.is_old:
                try:
                    await self.refresh()
                except ProviderUnavailableError:
                    await self._reach.pause(self._limits.balance_every_s)
                    continue
            await self._clock.sleep(self._limits.balance_every_s)
