"""What holds in every test.

- `async def test_...` runs on a loop of its own: Qt's when the test asks for `qloop` (directly or
  through a fixture), plain asyncio otherwise. The fixture `run` runs a coroutine on that same
  loop from within fixtures: `server = run(start()); yield server; run(server.stop())`.
- Tasks and windows left behind, loop errors, warnings, Qt warnings, logs at WARNING or above
  (unless announced with `expect_log(pattern)`) and traffic beyond loopback fail the test.
- Garbage is collected after each test on this thread, never in between: a QObject that dies on
  another thread ends in a crash. What has survived two tests is looked at after GUI tests and
  now and then, because looking at everything takes longer than most tests do.
- Nothing of the person who runs the tests is read or written: proxies, POS_APP_* variables,
  keyring, home folders.
"""

from __future__ import annotations

import gc
import inspect
import itertools
import logging
import os
import re
import tempfile
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.configuration import set_hypothesis_home_dir

from tests.helpers import network
from tests.helpers.logs import LogGuard
from tests.helpers.loops import (
    LIMIT_S,
    SLOW_LIMIT_S,
    TestLoop,
    as_plain_function,
    keep_tasks_in_their_loop,
    make_timers_exact,
)
from tests.helpers.windows import windows_left

_FOREIGN = re.compile(
    r"POS_APP_.*|.*_proxy|SSL_CERT_(FILE|DIR)|XDG_.*|SSLKEYLOGFILE", re.IGNORECASE
)
_HERE = Path(__file__).parent
_tests = itertools.count(1)
_home = tempfile.TemporaryDirectory(prefix="pos-app-tests-")


def _prepare_environment() -> None:
    for name in [name for name in os.environ if _FOREIGN.fullmatch(name)]:
        del os.environ[name]
    for name in ("DATA", "CONFIG", "STATE", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(Path(_home.name, name.lower()))
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    os.environ["LC_ALL"] = "C.UTF-8"
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


_prepare_environment()
set_hypothesis_home_dir(_home.name)
settings.register_profile(
    "desk", deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
settings.register_profile("ci", settings.get_profile("desk"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


def pytest_configure() -> None:
    """Set up what holds for the whole session."""
    gc.disable()
    network.block_network()
    make_timers_exact()
    keep_tasks_in_their_loop()


def pytest_unconfigure() -> None:
    """Remove the home folder of this session."""
    _home.cleanup()


def pytest_collection_finish() -> None:
    """Leave what is loaded by now out of later collections: they get ten times faster."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Set the marks that follow from folder and fixtures, and give coroutines their loop."""
    for item in items:
        folder = item.path.relative_to(_HERE).parts[0]
        if folder == "benchmarks":
            item.add_marker(pytest.mark.slow)
        if folder == "e2e":
            item.add_marker(pytest.mark.e2e)
        if isinstance(item, pytest.Function):
            if {"qapp", "qtbot", "qloop"} & set(item.fixturenames):
                item.add_marker(pytest.mark.gui)
            if _is_coroutine_test(item):
                item.fixturenames.insert(0, "test_loop")


def _is_coroutine_test(item: pytest.Function) -> bool:
    properties = getattr(item.obj, "hypothesis", None)
    return inspect.iscoroutinefunction(properties.inner_test if properties else item.obj)


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> None:
    """Run a coroutine test as the function that pytest and Hypothesis expect."""
    if not _is_coroutine_test(pyfuncitem):
        return
    loop = pyfuncitem.funcargs["test_loop"]
    assert isinstance(loop, TestLoop)
    properties = getattr(pyfuncitem.obj, "hypothesis", None)
    if properties:
        properties.inner_test = as_plain_function(pyfuncitem, properties.inner_test, loop)
    else:
        pyfuncitem.obj = as_plain_function(pyfuncitem, pyfuncitem.obj, loop)


@pytest.fixture(autouse=True)
def _guards(request: pytest.FixtureRequest) -> Iterator[LogGuard]:
    """Fail the test for logs, traffic and garbage that it should not make."""
    guard = LogGuard()
    logging.getLogger().addHandler(guard)
    network.blocked.clear()
    yield guard
    gui = request.node.get_closest_marker("gui") is not None
    gc.collect(2 if gui or next(_tests) % 100 == 0 else 1)
    logging.getLogger().removeHandler(guard)
    complaints = guard.complaints() + [f"network: {address}" for address in network.blocked]
    complaints += windows_left() if gui else []
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def expect_log(_guards: LogGuard) -> Callable[[str], None]:
    """Announce a log record ("WARNING pos_app.store: text", as a pattern) that must come."""
    return _guards.expect


@pytest.fixture
def test_loop(request: pytest.FixtureRequest) -> Iterator[TestLoop]:
    """This test's event loop; Qt's when `qloop` is among its fixtures."""
    gui = "qloop" in request.fixturenames
    application = request.getfixturevalue("qapp") if gui else None
    if application is not None:
        application.setQuitOnLastWindowClosed(False)
    slow = request.node.get_closest_marker("slow")
    loop = TestLoop(application, SLOW_LIMIT_S if slow else LIMIT_S)
    yield loop
    complaints = loop.close()
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def qloop(test_loop: TestLoop) -> TestLoop:
    """Says that this test needs Qt's event loop: `async def test_...(qloop, qtbot)`."""
    return test_loop


@pytest.fixture
def run(test_loop: TestLoop) -> Callable[[Coroutine[Any, Any, Any]], Any]:
    """Runs a coroutine on this test's loop, for fixtures that start and stop something."""
    return test_loop.run
