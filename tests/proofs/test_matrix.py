"""The fault matrix, judged by the oracle (money.md M1 to M9)."""

from __future__ import annotations

import pytest

from pos_app.domain.product import DeliveryMethod
from pos_app.training.trouble_infos import TROUBLES
from tests.proofs.matrix import CALLS, ENDINGS, Cell, cells, play

# A prime, so that the slice meets every call, ending and way of delivery.
_EVERY = 23


def test_the_matrix_is_whole() -> None:
    """Every trouble of the provider is met by every call it fits, with every ending."""
    generated = list(cells())
    assert {cell.call for cell in generated} == set(CALLS)
    assert {cell.ending for cell in generated} == set(ENDINGS)
    other = {info.name for info in TROUBLES if info.calls == ("products",)}
    assert {cell.trouble for cell in generated} == {info.name for info in TROUBLES} - other
    assert len(generated) == len(set(map(str, generated)))


@pytest.mark.parametrize("cell", list(cells())[::_EVERY], ids=str)
def test_slice(cell: Cell) -> None:
    """A slice of the matrix: nothing is lost, and the money is right in the end."""
    assert play(cell)


@pytest.mark.slow
@pytest.mark.parametrize("method", DeliveryMethod)
@pytest.mark.parametrize("call", CALLS)
def test_all(call: str, method: DeliveryMethod) -> None:
    """Every cell of the matrix: nothing is lost, and the money is right in the end."""
    played = [play(cell) for cell in cells(method) if cell.call == call]
    assert len(played) > 100
