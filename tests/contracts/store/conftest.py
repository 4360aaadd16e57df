"""Each contract test runs on the fake and on the real store."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest

from pos_app.store import Store, create_store
from tests.fakes.store import FakeStore
from tests.fakes.store_clock import HandClock

KEY = bytes(range(32))


@pytest.fixture
def clock() -> HandClock:
    """A clock moved by hand."""
    return HandClock()


@pytest.fixture(params=["fake", "sqlite"])
def store(
    request: pytest.FixtureRequest,
    run: Callable[[Coroutine[Any, Any, Any]], Any],
    tmp_path: Path,
    clock: HandClock,
) -> Iterator[Store | FakeStore]:
    """An empty store of either kind."""
    if request.param == "fake":
        yield FakeStore(clock)
        return
    opened = run(
        create_store(
            tmp_path / "data",
            clock=clock,
            vault_key=KEY,
            training=False,
            currency="EUR",
            till_id="T1",
        )
    )
    yield opened
    run(opened.close())
