"""How soon everything is known again once the provider answers (money.md M4)."""

from __future__ import annotations

import asyncio
import itertools
from datetime import datetime
from typing import Final

from pos_app.domain.sale import OrderState
from pos_app.usecases.bulletin import Event
from tests.helpers.virtual import Disk, VirtualTill, run_virtual

LINES: Final = 20
LIMIT_S: Final = 5.0
LATENCIES_S: Final = (0.05, 0.5)
SILENCES_S: Final = (20, 120, 600)
# What is lost, and which calls: of orders alone the provider still answers other questions.
TROUBLES: Final = (
    ("lost_response", "order"),
    ("lost_request", "order"),
    ("provider_down", "any"),
    ("cable_out", "any"),
)


def recovery_s(trouble: str, call: str, silence_s: float, latency_s: float) -> float:
    """From the provider's first answer after a silence to the last of 20 unknown lines.

    Where orders alone were lost that is the first answer to an order, else to any call.
    """
    return run_virtual(_recover(trouble, call, silence_s, latency_s))


async def _recover(trouble: str, call: str, silence_s: float, latency_s: float) -> float:
    till = VirtualTill(Disk(balance="100000.00"))
    await till.begin()
    await till.catalogue.refresh()
    till.carrier.latency_s = latency_s
    cable_out = trouble == "cable_out"
    till.training.troubles.arm("lost_response" if cable_out else trouble, None, call)
    sale = await till.sell(LINES)
    await till.until(lambda lines: all(line.sending.unanswered for line in lines), sale)
    till.carrier.is_unplugged = cable_out
    await asyncio.sleep(silence_s)
    lines = (await till.store.sales.sale(sale.id)).lines
    assert {line.order for line in lines} == {OrderState.UNKNOWN}
    silent_until = till.disk.clock.now()
    answers: list[datetime] = []

    def note(_event: Event) -> None:
        last = till.reach.last_answer_at
        if last is not None and last > silent_until:
            answers.append(last)

    till.till.bulletin.subscribe(note)
    till.training.troubles.disarm()
    till.carrier.is_unplugged = False
    await till.until(lambda lines: all(line.order is OrderState.DELIVERED for line in lines), sale)
    lines = (await till.store.sales.sale(sale.id)).lines
    arrived = sorted(line.delivered_at for line in lines if line.delivered_at is not None)
    assert len(arrived) == LINES
    assert arrived[0] > silent_until
    began = answers[0] if call == "any" else arrived[0]
    await till.end()
    return (arrived[-1] - began).total_seconds()


def table() -> list[str]:
    """Every silence with every latency, for people."""
    lines = [f"{'silence':<16}{'for':>7}{'latency':>10}{'last of 20 after':>19}"]
    slowest = 0.0
    for (trouble, call), silence_s, latency_s in itertools.product(
        TROUBLES, SILENCES_S, LATENCIES_S
    ):
        took_s = recovery_s(trouble, call, silence_s, latency_s)
        assert took_s <= LIMIT_S, f"{took_s} s after {silence_s} s of {trouble}"
        slowest = max(slowest, took_s)
        lines.append(f"{trouble:<16}{silence_s:>5} s{latency_s:>8} s{took_s:>17.2f} s")
    return [*lines, "", f"the slowest {slowest:.2f} s, allowed are {LIMIT_S:g} s"]
