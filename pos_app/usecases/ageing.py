"""Codes are cash, so they don't lie about: some days after the hand-over they are erased (M15).

A card is erased only when the provider has just returned the same one, by a clock that agrees
with the provider's, and while nothing about its sale is open. Later copies fetch it again.
Cards that nobody was given go as well: what the shop bears as a loss in the same way, what was
invalidated once the provider says so again.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Final

from pos_app.domain.ageing import allows_erasing, card_to_compare
from pos_app.domain.answer import Answer, Proof
from pos_app.domain.errors import RefusedError, StoreError
from pos_app.domain.sale import Line, LineId
from pos_app.ports import Provider
from pos_app.usecases.bulletin import Trouble
from pos_app.usecases.owner_ports import AgedCards
from pos_app.usecases.reach import Reach
from pos_app.usecases.till import Till

_log = logging.getLogger(__name__)
_FIRST_S: Final = 600.0  # after the start: the morning's first sales come first
_EVERY_S: Final = 6 * 3600.0
_PACE_S: Final = 2.0  # between two questions: next to nothing for till and provider
_AT_ONCE: Final = 20
_MOST_KEPT: Final = 200  # give up for this time when so many can't be erased


class CodeAgeing:
    """Looks for aged cards a few times a day and erases them one by one."""

    def __init__(self, till: Till, *, cards: AgedCards, provider: Provider, reach: Reach) -> None:
        """Erase nothing before `keep_erasing` or `run`."""
        self._till, self._cards, self._provider, self._reach = till, cards, provider, reach
        self._clock = till.clock

    async def keep_erasing(self) -> None:
        """For ever: a while after the start, then a few times a day."""
        await self._clock.sleep(_FIRST_S)
        while True:
            try:
                await self.run()
            except StoreError as error:
                self._till.bulletin.publish(Trouble(error))
            await self._clock.sleep(_EVERY_S)

    async def run(self) -> int:
        """Erase what is old enough now; how many cards that were.

        Ends early when the provider can't be reached or the clock is not to be trusted.

        May raise:
        - StoreError.
        """
        erased, kept = 0, set[LineId]()
        while len(kept) < _MOST_KEPT:
            age = timedelta(days=self._till.profile.erase_after_days)
            lines = await self._cards.aged(self._clock.now() - age, limit=_AT_ONCE + len(kept))
            fresh = [line for line in lines if line.id not in kept]
            if not fresh:
                break
            for line in fresh:
                done = await self._try(line)
                if done is None:
                    return erased
                erased += done
                if not done:
                    kept.add(line.id)
        return erased

    async def _try(self, line: Line) -> bool | None:
        """Whether one card was erased; None when there is no point in going on."""
        if line.account != self._provider.account or line.order_id is None:
            return False
        if self._reach.is_offline:
            return None
        answer = await self._ask(line.order_id)
        if not answer.reached or not self._clock_is_sane():
            return None
        report = answer.report
        if report is None or not allows_erasing(line, answer):
            _log.info("aged card kept", extra={"line": line.id, "proof": answer.proof.value})
            return False
        try:
            await self._cards.erase(line.id, card_to_compare(line, report.card))
        except RefusedError as error:
            _log.info("aged card kept", extra={"line": line.id, "code": error.code})
            return False
        return True

    async def _ask(self, order_id: str) -> Answer:
        await self._clock.sleep(_PACE_S)
        started = self._clock.monotonic()
        answer = await self._provider.get_order(order_id)
        self._reach.note(
            reached=answer.reached,
            sent=answer.proof is not Proof.NOT_SENT,
            took_s=self._clock.monotonic() - started,
        )
        return answer

    def _clock_is_sane(self) -> bool:
        """Whether the till's clock agrees with the provider's: a wrong one ages cards at once."""
        offset = self._provider.clock_offset_s
        return offset is not None and abs(offset) <= self._till.limits.clock_slack_s
