"""The provider's products for proofs: one of each trait, sellable for 50 euros in Germany."""

from __future__ import annotations

from collections.abc import Iterator

from pos_app.domain.errors import UserError
from pos_app.domain.money import Money
from pos_app.domain.product import CatalogueReading, DeliveryMethod, Product
from pos_app.training.catalogue import build_catalogue
from tests.helpers.virtual import Disk, VirtualTill, run_virtual


class Shelf:
    """The catalogue as the real client reads it, sorted by what is special about a product."""

    def __init__(self) -> None:
        """Read it once; no loop may be running."""

        async def read() -> CatalogueReading:
            till = VirtualTill(Disk())
            reading = await till.provider.products()
            await till.provider.close()
            return reading

        self.reading = run_virtual(read())
        self._by_method = {method: list(self._one_of_each(method)) for method in DeliveryMethod}

    def product(self, method: DeliveryMethod, which: int) -> Product:
        """A product that can be delivered so; 0 is a plain one."""
        fitting = self._by_method[method]
        return fitting[which % len(fitting)]

    def _one_of_each(self, method: DeliveryMethod) -> Iterator[Product]:
        traits = {product.code: product.trait for product in build_catalogue()}
        seen = set()
        products = sorted(self.reading.products, key=lambda one: traits[one.code] != "plain")
        for product in products:
            if _fits(product, method) and traits[product.code] not in seen:
                seen.add(traits[product.code])
                yield product


def _fits(product: Product, method: DeliveryMethod) -> bool:
    if method not in product.delivery_methods:
        return False
    if product.why_not_orderable(country="DE", currency="EUR") is not None:
        return False
    try:
        product.denominations.check(Money(5000, "EUR"))
    except UserError:
        return False
    return True
