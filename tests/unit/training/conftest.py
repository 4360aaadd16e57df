"""A provider without sockets, its clock, and a till that talks to it."""

from __future__ import annotations

import pytest

from pos_app.training.provider import TrainingProvider
from tests.unit.training.driver import CLIENT_ID, SECRET, FakeClock, Till


@pytest.fixture
def clock() -> FakeClock:
    """The time of provider and till."""
    return FakeClock()


@pytest.fixture
def provider(clock: FakeClock) -> TrainingProvider:
    """A provider whose codes and ids are the same in every run."""
    return TrainingProvider(client_id=CLIENT_ID, client_secret=SECRET, clock=clock, seed=1)


@pytest.fixture
def till(provider: TrainingProvider, clock: FakeClock) -> Till:
    """A till with the right credentials and the right time."""
    return Till(provider, clock)
