"""Real stores on real files."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest

from pos_app.store import Store, create_store
from tests.fakes.store_clock import HandClock
from tests.unit.store.support import options


@pytest.fixture
def clock() -> HandClock:
    """A clock moved by hand."""
    return HandClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the store lies."""
    return tmp_path / "data"


@pytest.fixture
def store(
    run: Callable[[Coroutine[Any, Any, Any]], Any], folder: Path, clock: HandClock
) -> Iterator[Store]:
    """A new, empty store."""
    opened = run(create_store(folder, **options(clock)))
    yield opened
    run(opened.close())
