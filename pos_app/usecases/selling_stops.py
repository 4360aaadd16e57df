"""Stop selling: a manager takes a brand, or everything, out of sale for a while."""

from __future__ import annotations

from pos_app.domain.errors import RefusedError
from pos_app.domain.journal import Action, Entry
from pos_app.domain.people import Approval, Permission
from pos_app.domain.stops import Stop, Stops, neat_sentence
from pos_app.usecases.bulletin import StopsChanged
from pos_app.usecases.owner_ports import StopList
from pos_app.usecases.session import require_manager
from pos_app.usecases.till import Till


class SellingStops:
    """Keeps the stops in force; `Till.stops` is what cart and payment ask."""

    def __init__(self, till: Till, stops: StopList) -> None:
        """Stop nothing before `load`."""
        self._till, self._stops = till, stops

    @property
    def current(self) -> Stops:
        """What is stopped now."""
        return self._till.stops

    async def load(self) -> None:
        """Take the stored stops up, at the start.

        May raise:
        - StoreError.
        """
        self._till.stops = Stops(tuple(await self._stops.all()))
        self._till.bulletin.publish(StopsChanged())

    async def stop(self, brand: str, sentence: str, approval: Approval) -> Stop:
        """Sell no more of a brand (`ALL_BRANDS`: of anything); the cashier reads `sentence`.

        Orders that are under way go on. Stopping again changes the sentence.

        May raise:
        - NotAllowedError: `needs_manager`.
        - RefusedError: `sentence_missing`, `sentence_too_long`. StoreError.
        """
        manager = require_manager(approval, Permission.CHANGE_SETTINGS)
        told = neat_sentence(sentence)
        stop = Stop(brand, told, self._till.clock.now(), manager)
        details = {"brand": brand, "reason": told}
        await self._stops.put(stop, Entry(Action.SELLING_STOPPED, manager, details=details))
        await self.load()
        return stop

    async def resume(self, brand: str, approval: Approval) -> None:
        """Sell it again.

        May raise:
        - NotAllowedError: `needs_manager`. RefusedError: `not_stopped`. StoreError.
        """
        manager = require_manager(approval, Permission.CHANGE_SETTINGS)
        if all(stop.brand != brand for stop in self._till.stops):
            raise RefusedError("not_stopped", brand=brand)
        entry = Entry(Action.SELLING_RESUMED, manager, details={"brand": brand})
        await self._stops.remove(brand, entry)
        await self.load()
