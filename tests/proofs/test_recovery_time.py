"""The last of 20 unknown lines is known soon after the provider's first answer (money.md M4)."""

from __future__ import annotations

import pytest

from tests.proofs.recovery import LATENCIES_S, LIMIT_S, SILENCES_S, TROUBLES, recovery_s


@pytest.mark.parametrize("latency_s", LATENCIES_S)
@pytest.mark.parametrize("silence_s", SILENCES_S)
@pytest.mark.parametrize(("trouble", "call"), TROUBLES)
def test_twenty_lines_within_five_seconds(
    trouble: str, call: str, silence_s: float, latency_s: float
) -> None:
    """However long the silence was, whatever it was, and however slow the network is."""
    assert recovery_s(trouble, call, silence_s, latency_s) <= LIMIT_S
