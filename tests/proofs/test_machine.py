"""The state machine: thousands of lives of a till, judged after every step (money.md)."""

from __future__ import annotations

import os

import pytest

from tests.proofs.machine import run_machine

# Another seed gives other lives: PROOF_SEED=7 pytest tests/proofs/test_machine.py
_SEED = int(os.environ.get("PROOF_SEED", "20261123"))
_STEPS = 20


def test_some_lives() -> None:
    """Whatever happens in whatever order: nothing is lost, and the money is right in the end."""
    tables = run_machine(150, _STEPS, _SEED)
    assert tables.lives >= 150
    assert tables.shortest >= _STEPS


@pytest.mark.slow
def test_two_thousand_lives() -> None:
    """The same for long, and every event has met every order state."""
    tables = run_machine(2000, _STEPS, _SEED)
    assert tables.lives >= 2000
    assert tables.shortest >= _STEPS
    assert not tables.missing(least=5), "\n".join(tables.lines())
