"""A till at work: what starts with it, and the order in which it stops.

Start:  interrupted print jobs and orders are marked, recovery begins, the stored catalogue is
        taken up; then balance, catalogue and probe go on in the background.
Stop:   whoever is signed in is signed out; no new order leaves; orders in flight are waited for
        until a deadline; background work ends; the provider's connections close; the journal's
        end is kept elsewhere too; the store closes last, with everything written.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Final, Self

from pos_app.bootstrap.assemble import Assembled, Parts, assemble
from pos_app.domain.errors import SurroundingsError
from pos_app.printing.printers import warm_up
from pos_app.usecases.services import Services

_log = logging.getLogger(__name__)
# A request in flight ends within 35 s; a little more for writing its answer.
SHUTDOWN_S: Final = 37.0
# The window is there by then, and nobody has sold anything yet.
_WARM_UP_AFTER_S: Final = 3.0


class RunningTill:
    """Starts and stops one till; `async with` does both."""

    def __init__(self, parts: Parts) -> None:
        """Assemble, start nothing."""
        self._parts = parts
        self._assembled: Assembled = assemble(parts)

    @property
    def services(self) -> Services:
        """The use-cases, for a window or a command."""
        return self._assembled.services

    async def start(self) -> None:
        """See the module's docstring."""
        services, background = self.services, self._assembled.background
        await self._assembled.clock_watch.check_start()
        await self._parts.store.print_jobs.interrupted()
        await services.catalogue.load()
        await services.owner.stops.load()
        await services.counter.load()
        await services.desk.recover()
        background.spawn(self._parts.store.put_room_aside(), "reserve")
        background.spawn(self._warm_up(), "printing")
        background.spawn(self._assembled.clock_watch.keep_watching(), "clock")
        background.spawn(services.balance.keep_asking(), "balance")
        background.spawn(services.balance.keep_following(), "balance after sales")
        background.spawn(services.catalogue.keep_fresh(), "catalogue")
        background.spawn(services.owner.ageing.keep_erasing(), "ageing")
        background.spawn(services.reach.keep_probing(services.balance.probe), "probe")

    async def _warm_up(self) -> None:
        """Load what draws slips while nobody waits, so that the first one is as fast as others."""
        await self.services.till.clock.sleep(_WARM_UP_AFTER_S)
        await asyncio.to_thread(warm_up)

    async def stop(self, deadline_s: float = SHUTDOWN_S) -> bool:
        """Stop in order; False when an order was still in flight (it is unknown, not lost)."""
        try:
            await self.services.session.lock()
        except SurroundingsError as error:
            _log.warning("signing out was not written", extra={"code": error.code})
        finished = await self.services.desk.close(deadline_s)
        if not finished:
            _log.warning("orders still in flight at shutdown")
        await self._assembled.background.close()
        await self._parts.provider.close()
        if self._parts.pictures is not None:
            await self._parts.pictures.close()
        await self._parts.vouchers.close()
        await self._assembled.orders.close()
        await self._assembled.keeper.keep_or_tell(self.services.till.bulletin)
        await self._parts.store.close()
        return finished

    async def __aenter__(self) -> Self:
        """Start."""
        await self.start()
        return self

    async def __aexit__(self, *_error: object) -> None:
        """Stop."""
        await self.stop()
