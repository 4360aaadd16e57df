"""How soon everything is known again once the provider answers (money.md M4)."""

from __future__ import annotations

import asyncio

import pytest

from pos_app.domain.sale import OrderState
from tests.helpers.virtual import Disk, VirtualTill, run_virtual


@pytest.mark.parametrize("latency_s", [0.05, 0.5])
@pytest.mark.parametrize("silence_s", [20, 120, 600])
@pytest.mark.parametrize(
    ("trouble", "call"),
    [("lost_response", "order"), ("lost_request", "order"), ("provider_down", "any")],
)
def test_twenty_lines_within_five_seconds(
    trouble: str, call: str, silence_s: float, latency_s: float
) -> None:
    """After the first answer the last of 20 unknown lines is resolved within 5 s."""

    async def scenario() -> None:
        till = VirtualTill(Disk(balance="100000.00"))
        await till.begin()
        await till.catalogue.refresh()
        till.carrier.latency_s = latency_s
        till.training.troubles.arm(trouble, None, call)
        sale = await till.sell(20)
        await asyncio.sleep(silence_s)
        lines = (await till.store.sales.sale(sale.id)).lines
        assert {line.order for line in lines} == {OrderState.UNKNOWN}
        silent_until = till.disk.clock.now()
        till.training.troubles.disarm()
        await till.until(
            lambda lines: all(line.order is OrderState.DELIVERED for line in lines), sale
        )
        arrived = sorted(
            line.delivered_at
            for line in (await till.store.sales.sale(sale.id)).lines
            if line.delivered_at is not None
        )
        assert arrived[0] > silent_until
        assert (arrived[-1] - arrived[0]).total_seconds() <= 5
        await till.end()

    run_virtual(scenario())
