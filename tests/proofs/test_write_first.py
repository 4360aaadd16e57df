"""A power cut is no killed process: the log is on the disk before the first byte leaves (M2)."""

from __future__ import annotations

import asyncio
import sys

import pytest

from tests.proofs.write_first import sell_three

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="strace is Linux's"),
]


def test_the_log_is_synced_before_the_first_byte() -> None:
    """For each of three orders: stored, synced to the disk, then sent."""
    assert len(asyncio.run(sell_three())) == 3


def test_a_careless_till_is_seen() -> None:
    """The proof is worth something: without syncing it fails."""
    with pytest.raises(AssertionError, match="was not on the disk"):
        asyncio.run(sell_three(careless=True))
