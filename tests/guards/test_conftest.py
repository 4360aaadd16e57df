"""The test set-up itself: what it promises at the top of tests/conftest.py."""

from __future__ import annotations

import asyncio
import logging
import os
import socket
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import pytest
import qasync
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.helpers import network
from tests.helpers.logs import LogGuard
from tests.helpers.loops import TestLoop
from tests.helpers.waiting import until
from tests.helpers.windows import windows_left


async def test_plain_coroutine() -> None:
    """A coroutine test runs on asyncio's own loop when it does not ask for Qt's."""
    assert not isinstance(asyncio.get_running_loop(), qasync.QEventLoop)


async def test_qt_coroutine(qloop: TestLoop, qtbot: QtBot) -> None:
    """A coroutine test that asks for Qt's loop gets it, with widgets beside."""
    label = QLabel("a")
    qtbot.addWidget(label)
    asyncio.get_running_loop().call_later(0.01, label.setText, "b")
    await until(lambda: label.text() == "b")
    assert asyncio.get_running_loop() is qloop.loop
    assert isinstance(qloop.loop, qasync.QEventLoop)


@pytest.fixture
def patient_task(qloop: TestLoop) -> Iterator[list[object]]:
    """A task that is still waiting when the test ends, and where it went on."""
    loops: list[object] = []

    async def wait_a_little() -> None:
        await asyncio.sleep(0.001)
        loops.append(asyncio.get_running_loop())

    async def start() -> asyncio.Task[None]:
        return asyncio.create_task(wait_a_little())

    task = qloop.run(start())
    yield loops
    qloop.run(until(task.done))
    assert loops == [qloop.loop]


async def test_tasks_stay_in_their_loop(patient_task: list[object], qtbot: QtBot) -> None:
    """A task that goes on while pytest-qt cleans up after a test does so in its own loop."""
    del patient_task
    widget = QLabel("a")
    qtbot.addWidget(widget, before_close_func=_needs_a_loop)
    # Now it is due, and the next to turn Qt's loop is pytest-qt.
    time.sleep(0.01)  # noqa: ASYNC251 - the loop must not turn


def _needs_a_loop(_: object) -> None:
    asyncio.get_running_loop()


@given(number=st.integers())
async def test_property_coroutine(number: int) -> None:
    """Hypothesis runs coroutines too."""
    await asyncio.sleep(0)
    assert number + 1 > number


async def test_qt_sleep_is_never_early(qloop: TestLoop) -> None:
    """Qt's timers are exact: `asyncio.sleep` must not return before its time."""
    del qloop
    start = time.monotonic()
    await asyncio.sleep(0.3)
    assert time.monotonic() - start >= 0.3


@pytest.fixture
def echo_port(run: Callable[[Coroutine[Any, Any, Any]], Any]) -> Iterator[int]:
    """The port of a server that runs on the test's own loop."""

    async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(await reader.readline())
        writer.close()

    server = run(asyncio.start_server(echo, "127.0.0.1"))
    yield server.sockets[0].getsockname()[1]
    server.close()
    run(server.wait_closed())


async def test_fixture_shares_the_loop(echo_port: int) -> None:
    """A fixture can start a server on the loop of the test that uses it."""
    reader, writer = await asyncio.open_connection("127.0.0.1", echo_port)
    writer.write(b"hello\n")
    assert await reader.readline() == b"hello\n"
    writer.close()
    await writer.wait_closed()


async def test_fixture_shares_the_qt_loop(qloop: TestLoop, echo_port: int) -> None:
    """The same on Qt's loop."""
    del qloop
    reader, writer = await asyncio.open_connection("127.0.0.1", echo_port)
    writer.write(b"hello\n")
    assert await reader.readline() == b"hello\n"
    writer.close()
    await writer.wait_closed()


def test_task_left_behind_is_named() -> None:
    """A loop complains about a task that is still running when it is closed."""
    loop = TestLoop(None, 1)

    async def leave_one() -> None:
        loop.forgotten = asyncio.create_task(asyncio.sleep(60), name="forgotten")  # type: ignore[attr-defined]

    loop.run(leave_one())
    (complaint,) = loop.close()
    assert "forgotten" in complaint


def test_window_left_behind_is_named(qapp: QApplication) -> None:
    """A window that nobody took away is a complaint, once."""
    del qapp
    forgotten = QLabel("a")
    assert windows_left() == ["window left behind: QLabel"]
    assert windows_left() == []
    del forgotten


def test_endless_test_ends() -> None:
    """A coroutine test that never ends is ended."""
    loop = TestLoop(None, 0.01)
    with pytest.raises(TimeoutError):
        loop.run(asyncio.Event().wait())
    assert loop.close() == []


def test_loop_error_is_named() -> None:
    """An exception in a callback reaches the complaints of the loop."""
    loop = TestLoop(None, 1)

    async def break_one() -> None:
        asyncio.get_running_loop().call_soon(int, "x")
        await asyncio.sleep(0)
        await asyncio.sleep(0)

    loop.run(break_one())
    (complaint,) = loop.close()
    assert "ValueError" in complaint


def test_logs_are_complaints() -> None:
    """A warning in the log counts unless expected, and so does an expectation without a log."""
    guard = LogGuard()
    guard.expect("WARNING till: disk")
    guard.expect("ERROR")
    for text in ("disk is full", "printer is gone"):
        guard.handle(logging.LogRecord("till", logging.WARNING, "", 0, text, None, None))
    assert guard.complaints() == [
        "unexpected log: WARNING till: printer is gone",
        "expected log did not come: ERROR",
    ]


def test_expected_log_passes(expect_log: Callable[[str], None]) -> None:
    """A test may announce the log record it is about."""
    expect_log("WARNING pos_app.store: slow disk")
    logging.getLogger("pos_app.store").warning("slow disk")


@pytest.mark.parametrize("address", [("192.0.2.1", 443), ("2001:db8::1", 443, 0, 0)])
def test_network_is_blocked(address: tuple[Any, ...]) -> None:
    """A connection beyond this computer is refused and remembered."""
    family = socket.AF_INET if len(address) == 2 else socket.AF_INET6
    with socket.socket(family) as connection, pytest.raises(ConnectionRefusedError):
        connection.connect(address)
    assert network.blocked == [str(address)]
    network.blocked.clear()


def test_names_are_blocked() -> None:
    """A name is not looked up, and `.invalid` fails as an unknown name does."""
    with pytest.raises(ConnectionRefusedError):
        socket.getaddrinfo("shop.example", 443)
    with pytest.raises(socket.gaierror):
        socket.getaddrinfo("shop.invalid", 443)
    assert network.blocked == ["shop.example"]
    network.blocked.clear()


def test_environment_is_ours() -> None:
    """No variable of the person who runs the tests reaches the program."""
    names = [name for name in os.environ if name.startswith("POS_APP_")]
    names += [name for name in os.environ if name.lower().endswith("_proxy")]
    assert names == []
    assert "pos-app-tests-" in os.environ["XDG_DATA_HOME"]


def test_collection_stays_on_this_thread() -> None:
    """Garbage made on another thread is not collected there."""
    died_on: list[int] = []

    class Cycle:
        def __init__(self) -> None:
            self.me = self

        def __del__(self) -> None:
            died_on.append(threading.get_ident())

    def litter() -> None:
        for _ in range(5000):
            Cycle()

    thread = threading.Thread(target=litter)
    thread.start()
    thread.join()
    assert died_on == []
