"""The state machine: lives that hypothesis thinks up, and how many of them."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import hypothesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from pos_app.domain.product import DeliveryMethod
from pos_app.training.trouble_infos import TROUBLES
from tests.helpers.virtual import run_virtual
from tests.helpers.witness import BUTTONS
from tests.proofs.life import Life, Step, Tables
from tests.proofs.shelf import Shelf

_CALLS: Final = ("order", "get", "invalidate", "any")
_ARMS: Final = [(info.name, call) for info in TROUBLES for call in info.calls if call in _CALLS]
_SWITCHES: Final = (
    *("disarm", "unplug", "plug", "plug", "disk_full", "disk_free", "disk_free"),
    *("printer_off", "printer_on"),
)
_SOME: Final = st.integers(0, 11)
_CARDS: Final = st.lists(
    st.tuples(st.sampled_from(DeliveryMethod), st.sampled_from([0, 0, 0, 1, 2, 3, 4, 5])),
    min_size=1,
    max_size=4,
)


def _step(name: str, *args: st.SearchStrategy[object]) -> st.SearchStrategy[Step]:
    return st.builds(Step, st.just(name), st.tuples(*args))


_SELL: Final = _step("sell", _CARDS, st.sampled_from([0, 0, 0.02, 0.07, 1.0, 12.0]))
_PRESSES: Final = _step(
    "press",
    st.lists(
        st.tuples(st.sampled_from(BUTTONS), st.sampled_from(["cashier", "manager"]), _SOME, _SOME),
        min_size=1,
        max_size=5,
    ),
)
_ADVANCE: Final = _step("advance", st.sampled_from([0.02, 0.3, 1, 3, 7, 11, 35, 61, 200]))
_ARM: Final = _step("arm", st.sampled_from(_ARMS), st.sampled_from([1, 1, 2, 3, None]))
_HOURS: Final = st.sampled_from([0, 0, 0, 9, 21])
# The more often one stands here, the more often it comes.
STEPS: Final = st.one_of(
    _SELL,
    _PRESSES,
    _PRESSES,
    _PRESSES,
    _PRESSES,
    _step("press_offered", _SOME, _SOME, _SOME),
    _step("press_offered", _SOME, _SOME, _SOME),
    _ADVANCE,
    _ADVANCE,
    _ARM,
    _ARM,
    st.builds(Step, st.sampled_from(_SWITCHES)),
    _step("kill", _HOURS),
    _step("kill_arrived", _HOURS),
    st.one_of(
        _step("sleep_hours", st.sampled_from([0.5, 3, 19.99, 21])),
        _step("set_clock", st.sampled_from([-90, -4, 3, 60, 21 * 60])),
    ),
)


@contextmanager
def quiet() -> Iterator[None]:
    """A full disk is announced in the log each time; here that is no news."""
    log = logging.getLogger("pos_app.usecases.order_desk")
    before = log.level
    log.setLevel(logging.ERROR)
    try:
        yield
    finally:
        log.setLevel(before)


def run_machine(lives: int, steps: int, seed: int) -> Tables:
    """So many lives of at least so many steps; the same seed gives the same lives.

    May raise:
    - BrokenPromiseError, with the shortest life that led there.
    """
    tables, shelf = Tables(), Shelf()

    @hypothesis.seed(seed)
    @settings(
        max_examples=lives,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        derandomize=False,
        phases=[Phase.generate, Phase.shrink],
        print_blob=True,
    )
    @given(
        st.sampled_from(["10000.00", "10000.00", "260.00"]),
        st.booleans(),
        _SELL,
        st.lists(STEPS, min_size=steps, max_size=steps + 10),
    )
    def live(balance: str, counts_sleep: bool, first: Step, rest: list[Step]) -> None:  # noqa: FBT001
        life = Life(shelf, tables, balance, counts_sleep=counts_sleep)
        run_virtual(life.live([first, *rest]))

    with quiet():
        live()
    return tables
