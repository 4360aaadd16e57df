"""One screen for the whole run, and for each test a shop and a provider of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.helpers.atspi import Desktop
from tests.helpers.blackbox import Provider, Shop


@pytest.fixture(scope="session")
def screen() -> Iterator[Desktop]:
    """The screen that all tests share, one after the other."""
    with Desktop() as desktop:
        yield desktop


@pytest.fixture
def shop(tmp_path: Path, screen: Desktop) -> Shop:
    """A shop with a till that nobody has set up yet."""
    return Shop(tmp_path, screen)


@pytest.fixture
def provide() -> Iterator[Callable[..., Provider]]:
    """Starts a training provider as a process of its own: troubles by name, `port=`."""
    with ExitStack() as stack:
        yield lambda *troubles, port=0: stack.enter_context(Provider(*troubles, port=port))


@pytest.fixture
def provider(provide: Callable[..., Provider]) -> Provider:
    """A training provider without troubles."""
    return provide()
