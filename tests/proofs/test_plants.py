"""Each planted mistake is caught by its proof, and the proof holds without it."""

from __future__ import annotations

import pytest

from tests.helpers.oracle import BrokenPromiseError
from tests.proofs.machine import quiet
from tests.proofs.plants import PLANTS, Plant


def test_there_are_enough() -> None:
    """At least twelve mistakes, at many places, breaking many rules."""
    assert len(PLANTS) >= 12
    assert len({plant.name for plant in PLANTS}) == len(PLANTS)
    assert len({plant.place for plant in PLANTS}) >= 12
    assert len({plant.rule for plant in PLANTS}) >= 10


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.name.replace(" ", "-"))
def test_caught(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the mistake the proof holds; with it the oracle names the broken rule."""
    with quiet():
        plant.run()
        plant.plant(monkeypatch)
        with pytest.raises(BrokenPromiseError) as caught:
            plant.run()
    assert plant.rule in caught.value.rules
