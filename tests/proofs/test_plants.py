"""Each planted mistake is caught by its proof, and the proof holds without it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.proofs.machine import quiet
from tests.proofs.plants import PLANTS, Plant, catch


def test_there_are_enough() -> None:
    """At least twelve mistakes, at many places, breaking many rules."""
    assert len(PLANTS) >= 12
    assert len({plant.name for plant in PLANTS}) == len(PLANTS)
    assert len({plant.place for plant in PLANTS}) >= 12
    assert len({plant.rule for plant in PLANTS}) >= 10


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.name.replace(" ", "-"))
def test_caught(plant: Plant) -> None:
    """Without the mistake the proof holds; with it the oracle names the broken rule."""
    with quiet():
        catch(plant)


def test_a_proof_that_catches_nothing_is_seen() -> None:
    """This list is worth something: a mistake that breaks nothing does not count as caught."""
    harmless = replace(PLANTS[0], plant=lambda _: None)
    with quiet(), pytest.raises(AssertionError, match="not caught"):
        catch(harmless)
