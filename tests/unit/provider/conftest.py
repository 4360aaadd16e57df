"""A client, and a server for it to talk to."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import pytest

from tests.unit.provider.talk import Talk


@pytest.fixture
def talk(run: Callable[[Coroutine[Any, Any, Any]], Any]) -> Iterator[Talk]:
    """A client and a server of few words."""
    talk = Talk()
    yield talk
    run(talk.end())
