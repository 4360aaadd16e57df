"""The fuzz: wild answers through the real client and the rules, judged by the strict reader."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final
from urllib.parse import urlsplit

from pos_app.domain.answer import Answer, Proof
from pos_app.domain.card import Card
from pos_app.domain.change import Change
from pos_app.domain.invalidating import begin_invalidation, invalidate, take_invalidation_answer
from pos_app.domain.orders import take_answer
from pos_app.domain.sale import Line, OrderRequest
from pos_app.provider.calls import Wait, Waits
from pos_app.provider.client import HttpProvider
from pos_app.provider.exchange import ExchangeError, Message, Progress, Reply, Target
from tests.helpers.lines import ACCOUNT, LIMITS, MARTA, answer, delivered, make_line, send, told
from tests.helpers.virtual import VirtualClock, run_virtual
from tests.proofs.mutations import Wild, wild_answer
from tests.proofs.strict import Ordered, Whole, code_of, may_become

DEADLINE_S: Final = 35.0
_MOST_BODY: Final = 5 * 1024 * 1024
_UNSENT: Final = ("not_connected", "name_unknown", "tls_failed")
_FIFTY: Final = Decimal(50)
KINDS: Final = ("first", "repeat", "known", "taking_back")


class FalseProofError(AssertionError):
    """The till believed more than the answer proves."""


@dataclass
class FuzzTables:
    """What became of the answers."""

    answers: int = 0
    slowest_s: float = 0.0
    results: Counter[tuple[str, str]] = field(default_factory=Counter)

    def lines(self) -> list[str]:
        """For people."""
        told = [f"{'line':<14}{'became':<16}{'answers':>9}"]
        told += [f"{k:<14}{state:<16}{n:>9}" for (k, state), n in sorted(self.results.items())]
        told += ["", f"{self.answers} answers, the slowest call {self.slowest_s:.1f} s"]
        return told


class WildCarrier:
    """Brings wild answers; the last one that came is kept."""

    def __init__(self) -> None:
        """Nothing to bring yet."""
        self.next: list[Wild] = []
        self.last: Wild | None = None

    def target(self, url: str) -> Target:
        """The parts of a URL."""
        parts = urlsplit(url)
        return Target(parts.hostname or "", parts.port or 80, parts.path, parts.query)

    async def exchange(self, message: Message, wait: Wait, progress: Progress) -> Reply:
        """One exchange, with the limits that the real carrier has."""
        assert message.body or message.method == "GET" or message.url.endswith("invalidate")
        wild = self.last = self.next.pop(0)
        progress.given = progress.connecting = True
        if wild.fault in _UNSENT:
            await asyncio.sleep(min(wild.delay_s, wait.connect_s))
            raise ExchangeError(str(wild.fault))
        progress.beyond = True
        await asyncio.sleep(min(wild.delay_s, wait.read_s))
        if wild.delay_s > wait.read_s:
            raise ExchangeError("no_answer")
        if wild.fault is not None:
            raise ExchangeError(wild.fault)
        progress.status = wild.status
        if len(wild.body) > _MOST_BODY:
            raise ExchangeError("too_large")
        return Reply(wild.status, wild.headers, wild.body)

    async def close(self) -> None:
        """Nothing to close."""

    def whole(self) -> Whole | None:
        """What has arrived of the last answer."""
        wild = self.last
        assert wild is not None
        if wild.fault is not None or len(wild.body) > _MOST_BODY:
            return None
        return Whole(wild.status, wild.body)

    @property
    def is_unsent(self) -> bool:
        """Whether the last attempt never got through."""
        return self.last is not None and self.last.fault in _UNSENT


def line_of(kind: str) -> tuple[Line, str, Ordered]:
    """A line of that kind, the call it is about to make, and what the strict reader knows."""
    line = make_line()
    ordered = Ordered("p-1", _FIFTY, "EUR", "code")
    if kind == "first":
        return send(line), "order", ordered
    if kind == "repeat":
        unknown = told(send(line), answer(Proof.UNCLEAR))
        return send(unknown), "order", Ordered("p-1", _FIFTY, "EUR", "code", unanswered=True)
    known = Ordered("p-1", _FIFTY, "EUR", "code", "o-1")
    if kind == "known":
        return told(send(line), answer(Proof.PROCESSING)), "get", known
    now = VirtualClock().began
    wished = invalidate(delivered(), reason="r", by=MARTA, now=now).line
    return begin_invalidation(wished, now=now).line, "invalidate", known


async def ask(client: HttpProvider, call: str, line: Line) -> Answer:
    """Make the call."""
    if call == "order":
        url, key = f"{client.account.base_url}/orders", line.request.key
        return await client.order(OrderRequest(key, "POST", url, b'{"product_code":"p-1"}'))
    asking = client.get_order if call == "get" else client.invalidate
    return await asking("o-1")


def believe(call: str, line: Line, given: Answer) -> Change:
    """What the rules make of it."""
    now = VirtualClock().began
    if call == "invalidate":
        return take_invalidation_answer(line, given, now=now)
    return take_answer(line, given, now=now, limits=LIMITS)


def judge(call: str, before: Line, change: Change, ordered: Ordered, whole: Whole | None) -> None:
    """Compare with the strict reader.

    May raise:
    - FalseProofError.
    """
    became = change.line.order.value
    if became in (before.order.value, "unknown", "ordering"):
        return
    allowed = may_become(call, ordered, whole)
    if became not in allowed:
        raise FalseProofError(f"{became}, allowed is {allowed or 'nothing'}: {whole!r:.400}")
    if call != "invalidate" and became == "delivered" and whole is not None:
        _judge_card(change.card, whole)


def _judge_card(card: Card | None, whole: Whole) -> None:
    code = code_of(whole)
    if card is None or (card.code or None) != (code or None):
        raise FalseProofError(f"delivered with {card and card.code!r} instead of {code!r:.200}")


def run_fuzz(numbers: Sequence[int], seed: int) -> FuzzTables:
    """So many wild answers in virtual time.

    May raise:
    - FalseProofError, or whatever the client should not raise; a note says which answer.
    """
    return run_virtual(_run(numbers, seed))


async def _run(numbers: Sequence[int], seed: int) -> FuzzTables:
    """One client meets them all: what one answer has taught it must not hurt the next."""
    tables, loop, carrier = FuzzTables(), asyncio.get_running_loop(), WildCarrier()
    client = HttpProvider(ACCOUNT, "secret", clock=VirtualClock(), waits=Waits(), carrier=carrier)
    for number in numbers:
        carrier.next = [wild_answer(seed, number), wild_answer(seed, -number - 1)]
        kind = KINDS[number % len(KINDS)]
        line, call, ordered = line_of(kind)
        started = loop.time()
        try:
            change = believe(call, line, await ask(client, call, line))
            if not (carrier.is_unsent and change.line.order.value == "waiting"):
                judge(call, line, change, ordered, carrier.whole())
            took_s = loop.time() - started
            assert took_s <= DEADLINE_S, f"{took_s} s"
        except BaseException as error:
            error.add_note(f"answer {number} of seed {seed}, to a line of kind {kind}")
            raise
        tables.answers += 1
        tables.slowest_s = max(tables.slowest_s, took_s)
        tables.results[kind, change.line.order.value] += 1
    return tables
