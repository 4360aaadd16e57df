"""Orders under way: sends them, asks what became of them, and never lets one go (M2 to M7).

What happens to a line, one task per line:

    waiting            post it; proven unsent: again with the same bytes for 60 s, then failed
    unknown            post the same bytes with the same key, then GET, with growing waits
    ordering, known    GET until the provider has made up its mind
    given up, arrived  invalidate until the provider says yes or no
    in trouble         stop: a person decides (open case)

While the provider is plainly unreachable nothing is sent but one probe every 3 s (`Reach`); the
first answer of any call lets all lines go on. An answer is committed before anybody hears of it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Iterable
from dataclasses import dataclass

from pos_app.domain import invalidating, orders
from pos_app.domain.answer import Answer, Proof
from pos_app.domain.change import Change, Decide
from pos_app.domain.errors import RefusedError, StoreError, SurroundingsError
from pos_app.domain.recovery import Step, backoff_s, confirmed, needs_confirmation, next_step
from pos_app.domain.sale import Line, LineId, OrderState
from pos_app.domain.sale import Trouble as LineTrouble
from pos_app.ports import Provider, Sales
from pos_app.usecases.bulletin import LineChanged, Trouble
from pos_app.usecases.clocks import ProviderClock
from pos_app.usecases.reach import Reach
from pos_app.usecases.tasks import TaskOwner
from pos_app.usecases.till import Till

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Wait:
    """How long until the next try; a firm wait was asked for by the provider."""

    seconds: float
    firm: bool = False


class OrderDesk:
    """Drives every undecided line to its end, one request in flight per order."""

    def __init__(
        self, till: Till, *, sales: Sales, provider: Provider, reach: Reach, tasks: TaskOwner
    ) -> None:
        """Nothing is under way yet; `tasks` must hold nothing but this desk's work."""
        self._sales, self._provider, self._clock = sales, provider, till.clock
        self._limits, self._bulletin, self._reach = till.limits, till.bulletin, reach
        self._tasks, self._jitter = tasks, till.jitter
        self._times = ProviderClock(till.clock, provider)
        self._slots = asyncio.Semaphore(till.limits.in_flight_most)
        self._asking_time = asyncio.Lock()
        self._running: dict[LineId, asyncio.Event] = {}
        self._in_flight: set[LineId] = set()
        self._closing = False
        # Lines whose sale was paid in this run: only their slips print by themselves (M10).
        self.fresh: set[LineId] = set()

    # --- starting ----------------------------------------------------------------------------

    def start(self, lines: Iterable[Line]) -> None:
        """Order every waiting line of a sale that has just been paid."""
        for line in lines:
            self.fresh.add(line.id)
            self.drive(line.id)

    async def recover(self) -> None:
        """At start: what was under way when the program ended becomes unknown, and is asked for.

        Waiting lines wait for a person (M10).
        """
        for line in await self._sales.open_lines():
            if line.order is OrderState.ORDERING:
                await self.change(line.id, orders.interrupt)
            if line.order is not OrderState.WAITING:
                self.drive(line.id)

    def drive(self, line_id: LineId) -> None:
        """Take a line up, or hurry it when it is waiting for its next try."""
        waker = self._running.get(line_id)
        if waker is not None:
            waker.set()
            return
        waker = asyncio.Event()
        self._running[line_id] = waker
        if self._tasks.spawn(self._drive(line_id, waker), f"order {line_id}") is None:
            del self._running[line_id]

    def is_asking(self, line_id: LineId) -> bool:
        """Whether a request of this line is on its way right now."""
        return line_id in self._in_flight

    @property
    def in_flight(self) -> int:
        """How many requests are on their way."""
        return len(self._in_flight)

    # --- changing lines ----------------------------------------------------------------------

    async def change(self, line_id: LineId, decide: Decide) -> Change:
        """One decision about a line, stored and then told.

        May raise:
        - RefusedError: a rule says no. StoreError, VaultError: it could not be stored.
        """
        change = await self._sales.change_line(line_id, decide)
        self._bulletin.publish(LineChanged(change.line))
        if change.replacement is not None:
            self._bulletin.publish(LineChanged(change.replacement))
        return change

    async def _keep(self, line_id: LineId, decide: Decide) -> Line:
        """Store an answer; while it can't be stored it stays here, unshown (M2)."""
        attempt = 0
        while True:
            try:
                return (await self.change(line_id, decide)).line
            except SurroundingsError as error:
                _log.warning("answer not stored yet", extra={"line": line_id, "code": error.code})
                self._bulletin.publish(Trouble(error, line_id))
            await self._clock.sleep(backoff_s(attempt, self._limits, self._jitter))
            attempt += 1

    # --- one line ----------------------------------------------------------------------------

    async def _drive(self, line_id: LineId, waker: asyncio.Event) -> None:
        attempt = 0
        try:
            while not self._closing:
                waker.clear()
                wait = await self._next_or_trouble(line_id, attempt)
                if wait is None and not waker.is_set():
                    return
                attempt += 1
                wait = wait or Wait(0)
                await self._reach.pause(wait.seconds, waker, firm=wait.firm)
        finally:
            del self._running[line_id]

    async def _next_or_trouble(self, line_id: LineId, attempt: int) -> Wait | None:
        try:
            return await self._next(line_id, attempt)
        except StoreError as error:
            # Nothing was sent that is not written down: look again later.
            self._bulletin.publish(Trouble(error, line_id))
            return Wait(backoff_s(attempt, self._limits, self._jitter))

    async def _next(self, line_id: LineId, attempt: int) -> Wait | None:
        """Take one step for a line; how long to wait for the next one, None when it is done."""
        line = await self._sales.line(line_id)
        step, trouble = await self._step(line)
        if trouble is not None:
            await self.change(line_id, lambda stored: orders.stop_posting(stored, trouble))
            return None
        if step is Step.NOTHING:
            return None
        if self._reach.is_offline:
            return await self._wait(line, attempt, None)
        async with self._slots:
            if self._closing or self._reach.is_offline:
                return await self._wait(line, attempt, None)
            # Asked for here, so that nothing comes between the answer and the sending.
            if step is Step.POST and not await self._may_post(line):
                return await self._wait(line, attempt, None)
            self._in_flight.add(line_id)
            try:
                line, answer = await self._ask(step, line)
            finally:
                self._in_flight.discard(line_id)
        return await self._wait(line, attempt, answer)

    async def _step(self, line: Line) -> tuple[Step, LineTrouble | None]:
        known = await self._sales.invalidatable(line.product.code)
        step, trouble = next_step(
            line,
            now=self._clock.now(),
            provider_now=self._times.known(),
            limits=self._limits,
            invalidatable=known,
        )
        if step is not Step.NOTHING and line.account != self._provider.account:
            return Step.STOP, LineTrouble.OTHER_ACCOUNT
        return step, trouble

    async def _may_post(self, line: Line) -> bool:
        """Whether the provider's clock can judge this post, now or when it is repeated (M4).

        A first post also goes out to a provider that answers without ever telling its time;
        asked twice, because a clock that is set in between makes one answer useless.
        """
        async with self._asking_time:
            for _ in range(2):
                if self._times.known() is not None:
                    return True
                if not await self._times.ask(line, self._reach):
                    return False
        return self._times.known() is not None or line.order is OrderState.WAITING

    async def _wait(self, line: Line, attempt: int, answer: Answer | None) -> Wait | None:
        """The wait before the next try; None when there is nothing left to ask."""
        waiting = line.order is OrderState.WAITING
        if not (line.is_undecided or waiting or invalidating.wants_invalidation(line)):
            return None
        seconds = backoff_s(attempt, self._limits, self._jitter)
        if line.order is OrderState.ORDERING and line.order_id is not None:
            seconds = min(seconds, self._limits.poll_every_s * (1 + attempt / 4))
        asked = answer.retry_after_s if answer is not None else None
        if asked is not None:
            seconds = max(seconds, min(asked, self._limits.retry_after_most_s))
        wait = Wait(seconds, firm=asked is not None)
        return await self._wait_unsent(line, wait) if waiting else wait

    async def _wait_unsent(self, line: Line, wait: Wait) -> Wait | None:
        """A waiting line fails when its next try lies beyond its 60 s (M3)."""
        now = self._clock.now()
        held = (await self.change(line.id, lambda stored: orders.hold(stored, now=now))).line
        tried = held.sending.first_tried_at or now
        left = self._limits.unsent_retry_s - abs((now - tried).total_seconds())
        if wait.seconds <= left:
            return wait
        if left > 0 and not wait.firm:
            return Wait(left)
        await self._expire(line)
        return None

    async def _expire(self, line: Line) -> None:
        try:
            await self.change(
                line.id, lambda stored: orders.expire_waiting(stored, now=self._clock.now())
            )
        except RefusedError:
            _log.info("line was decided meanwhile", extra={"line": line.id})

    # --- requests ----------------------------------------------------------------------------

    async def _ask(self, step: Step, line: Line) -> tuple[Line, Answer | None]:
        if step is Step.POST:
            return await self._post(line)
        if step is Step.GET:
            return await self._get(line)
        return await self._invalidate(line)

    async def _post(self, line: Line) -> tuple[Line, Answer | None]:
        now, provider_now = self._clock.now(), self._times.provider_now()
        try:
            change = await self.change(
                line.id,
                lambda stored: orders.begin_send(
                    stored, now=now, provider_now=provider_now, limits=self._limits
                ),
            )
        except RefusedError:
            # Decided by a person between two looks (given up, closed): the next look knows.
            return await self._sales.line(line.id), None
        except StoreError as error:
            # Nothing was sent, because it could not be written first (M2).
            self._bulletin.publish(Trouble(error, line.id))
            return line, None
        answer = await self._timed(self._provider.order(change.line.request))
        return await self._take(line.id, answer), answer

    async def _get(self, line: Line) -> tuple[Line, Answer]:
        answer = await self._timed(self._provider.get_order(str(line.order_id)))
        return await self._take(line.id, answer), answer

    async def _take(self, line_id: LineId, answer: Answer) -> Line:
        return await self._keep(
            line_id,
            lambda stored: orders.take_answer(
                stored, answer, now=self._clock.now(), limits=self._limits
            ),
        )

    async def _invalidate(self, line: Line) -> tuple[Line, Answer | None]:
        try:
            await self.change(
                line.id,
                lambda stored: invalidating.begin_invalidation(stored, now=self._clock.now()),
            )
        except RefusedError:
            return await self._sales.line(line.id), None
        except StoreError as error:
            self._bulletin.publish(Trouble(error, line.id))
            return line, None
        answer = await self._timed(self._provider.invalidate(str(line.order_id)))
        if needs_confirmation(answer):
            truth = await self._timed(self._provider.get_order(str(line.order_id)))
            answer = confirmed(answer, truth)
        return await self._take_invalidation(line.id, answer), answer

    async def _take_invalidation(self, line_id: LineId, answer: Answer) -> Line:
        return await self._keep(
            line_id,
            lambda stored: invalidating.take_invalidation_answer(
                stored, answer, now=self._clock.now()
            ),
        )

    async def _timed(self, asking: Awaitable[Answer]) -> Answer:
        started = self._clock.monotonic()
        answer = await asking
        took_s = self._clock.monotonic() - started
        sent = answer.proof is not Proof.NOT_SENT
        self._reach.note(reached=answer.reached, sent=sent, took_s=took_s)
        return answer

    # --- looking by hand, ending -------------------------------------------------------------

    async def look(self, line_id: LineId) -> tuple[Line, Answer | None]:
        """Ask once, now, because a person wants to know; also for lines in trouble.

        A line that is still being asked about is only hurried: no answer yet.

        May raise:
        - RefusedError: `nothing_to_ask`.
        """
        line = await self._sales.line(line_id)
        step, _ = await self._step(line)
        if step in (Step.POST, Step.INVALIDATE, Step.GET):
            self.drive(line_id)
            return line, None
        if line.order_id is None or line.account != self._provider.account:
            raise RefusedError("nothing_to_ask")
        line, answer = await self._get(line)
        self.drive(line_id)
        return line, answer

    async def close(self, deadline_s: float) -> bool:
        """Send nothing new, wait for what is in flight; False when the deadline came first."""
        self._closing = True
        for waker in tuple(self._running.values()):
            waker.set()
        return await self._tasks.settle(deadline_s)
