"""The process around the window: its end by signals, its timers, its garbage."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from pos_app.domain.errors import ProviderUnavailableError
from pos_app.ui.loop import GuiThreadCollector, leave_out_catalogues, make_timers_exact
from pos_app.usecases.bulletin import Bulletin, CatalogueChanged
from tests.helpers.loops import TestLoop

ROOT = Path(__file__).parents[3]
PROGRAM = """
import asyncio, sys
from PySide6.QtWidgets import QMainWindow
from pos_app.ui.app import create_application
from pos_app.ui.loop import run_until_closed

class Window(QMainWindow):
    def __init__(self):
        super().__init__()
        self.closed = asyncio.Event()

    def closeEvent(self, event):
        self.closed.set()
        event.setAccepted(sys.argv[1] != "stubborn")

async def main():
    window = Window() if sys.argv[1] != "nothing" else None
    if window:
        window.show()
    print("ready", flush=True)
    if sys.argv[1] == "window":
        await window.closed.wait()
        print("stopped in order", flush=True)
        return 7
    await asyncio.Event().wait()

sys.exit(run_until_closed(create_application(sys.argv), main))
"""


@pytest.fixture
def program() -> Iterator[list[subprocess.Popen[str]]]:
    """Programs that end with the test."""
    running: list[subprocess.Popen[str]] = []
    yield running
    for each in running:
        each.kill()
        each.communicate()


def start(running: list[subprocess.Popen[str]], kind: str) -> subprocess.Popen[str]:
    """A program that waits as a till does."""
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, kind],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    running.append(process)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_closes_the_window(
    program: list[subprocess.Popen[str]], number: signal.Signals
) -> None:
    """A signal does what a person does who closes the window: main stops in order."""
    process = start(program, "window")
    process.send_signal(number)
    out, _ = process.communicate(timeout=20)
    assert (out, process.returncode) == ("stopped in order\n", 7)


def test_a_signal_before_the_window_ends_the_program(
    program: list[subprocess.Popen[str]],
) -> None:
    """Without a window there is nothing to wait for."""
    process = start(program, "nothing")
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=20)
    assert process.returncode == 0


def test_the_second_signal_insists(program: list[subprocess.Popen[str]]) -> None:
    """A window that stays does not hold the program for ever."""
    process = start(program, "stubborn")
    process.send_signal(signal.SIGTERM)
    time.sleep(0.3)
    assert process.poll() is None
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=20)
    assert process.returncode == 0


def test_a_catalogue_is_left_out_of_collections() -> None:
    """The search for garbage passes a new catalogue by; a failed refresh changes nothing."""
    gc.unfreeze()
    bulletin, others = Bulletin(), gc.get_freeze_count()
    try:
        leave_out_catalogues(bulletin)
        assert gc.get_freeze_count() > others
        gc.unfreeze()
        bulletin.publish(CatalogueChanged(ProviderUnavailableError("no_answer")))
        assert gc.get_freeze_count() == others
        bulletin.publish(CatalogueChanged())
        assert gc.get_freeze_count() > others
    finally:
        gc.unfreeze()


async def test_sleeps_are_never_early(qloop: TestLoop) -> None:
    """Timers of the loop are exact, also when asked for twice."""
    assert qloop.loop is not None
    make_timers_exact()
    make_timers_exact()
    begun = time.monotonic()
    await asyncio.sleep(0.2)
    assert time.monotonic() - begun >= 0.1995


def test_garbage_dies_on_the_gui_thread(qapp: QApplication) -> None:
    """The collector looks when its timer says so, and takes what has become garbage."""
    assert qapp is not None
    collector = GuiThreadCollector(qapp, every_ms=60_000)
    try:
        assert not gc.isenabled()
        gone: list[int] = []
        child = QObject()
        child.loop = child  # type: ignore[attr-defined]
        child.destroyed.connect(lambda: gone.append(1))
        del child
        limits = gc.get_threshold()
        gc.set_threshold(1, 1, 1)
        for _ in range(5):
            [QTimer() for _ in range(20)]
            collector.check()
        gc.set_threshold(*limits)
        assert gone == [1]
    finally:
        collector.deleteLater()
        gc.unfreeze()
