"""A mistake of the program itself leaves a report without values, and the program goes on."""

from __future__ import annotations

import asyncio
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pos_app.config import CrashReports
from pos_app.config.crashes import FAULTS
from pos_app.domain.errors import StoreError

CODE = "ABCD-EFGH-JKLM"


@pytest.fixture
def told() -> list[str]:
    """On which threads the cashier was told."""
    return []


@pytest.fixture
def crashes(tmp_path: Path, told: list[str]) -> Iterator[CrashReports]:
    """Reports below the test's folder, installed."""
    reports = CrashReports(tmp_path / "logs")
    reports.install()
    reports.tell_by(lambda: told.append(threading.current_thread().name))
    yield reports
    reports.uninstall()


def reports_in(folder: Path) -> list[str]:
    """What was written."""
    return [path.read_text("utf-8") for path in sorted(folder.glob("logs/crash-*.txt"))]


def stumble(text: str = CODE) -> None:
    """A mistake with a code in its message and in its variables."""
    secret = text
    try:
        raise KeyError(secret)
    except KeyError as error:
        raise ValueError(secret) from error


def caught() -> ValueError:
    """The mistake, with its trace."""
    try:
        stumble()
    except ValueError as error:
        return error
    raise AssertionError


def test_an_error_that_nobody_caught(
    crashes: CrashReports, tmp_path: Path, told: list[str], expect_log: Callable[[str], None]
) -> None:
    """Kinds and places are written, causes too; messages, values and the code are not."""
    expect_log("ERROR pos_app.config.crashes: nobody caught an error")
    error = caught()
    sys.excepthook(type(error), error, error.__traceback__)
    (report,) = reports_in(tmp_path)
    assert "ValueError\n" in report
    assert "KeyError\n" in report
    assert "test_crashes.py:" in report
    assert CODE not in report
    assert len(told) == 1
    assert crashes is not None


def test_the_same_mistake_is_reported_once(
    crashes: CrashReports, tmp_path: Path, told: list[str], expect_log: Callable[[str], None]
) -> None:
    """A slot that fails at every click does not fill the disk; the cashier is told each time."""
    expect_log("ERROR")
    error = caught()
    for _ in range(50):
        crashes.on_error(type(error), error, None)
    assert len(reports_in(tmp_path)) == 1
    assert len(told) == 50


def test_old_reports_go(
    crashes: CrashReports, tmp_path: Path, expect_log: Callable[[str], None]
) -> None:
    """Twenty stay, of this run and of earlier ones."""
    expect_log("ERROR")
    for number in range(30):
        (tmp_path / "logs" / f"crash-2020010{number % 9}-{number:06d}.txt").write_text("old")
    error = caught()
    crashes.on_error(type(error), error, None)
    files = sorted(tmp_path.glob("logs/crash-*.txt"))
    assert len(files) == 20
    assert files[-1].read_text("utf-8") != "old"
    if os.name != "nt":
        assert files[-1].stat().st_mode & 0o077 == 0


def test_a_thread_that_ends_by_an_error(
    crashes: CrashReports, tmp_path: Path, told: list[str], expect_log: Callable[[str], None]
) -> None:
    """Reported from its own thread."""
    expect_log("ERROR pos_app.config.crashes: a thread ended")
    for target in (stumble, sys.exit):
        thread = threading.Thread(target=target, name="worker")
        thread.start()
        thread.join()
    assert len(reports_in(tmp_path)) == 1
    assert told == ["worker"]
    assert crashes is not None


def test_the_event_loop(
    crashes: CrashReports, tmp_path: Path, told: list[str], expect_log: Callable[[str], None]
) -> None:
    """A failed callback is reported, the loop goes on; a complaint without an error is told."""
    expect_log("ERROR pos_app.config.crashes: the event loop")

    async def work() -> int:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(crashes.on_loop_error)
        loop.call_soon(stumble)
        await asyncio.sleep(0)
        loop.call_exception_handler({"message": "a complaint"})
        return 7

    assert asyncio.run(work()) == 7
    assert len(reports_in(tmp_path)) == 1
    assert len(told) == 2


def test_errors_that_a_fence_logged(
    crashes: CrashReports, tmp_path: Path, told: list[str], expect_log: Callable[[str], None]
) -> None:
    """A task's mistake is reported and told; the window's fence tells itself; ours is none."""
    expect_log("ERROR")
    logging.getLogger("pos_app.usecases.tasks").error("task failed", exc_info=caught())
    logging.getLogger("pos_app.ui.tasks").error("a screen's task failed", exc_info=caught())
    logging.getLogger("pos_app.usecases.tasks").error("no", exc_info=StoreError("io"))
    logging.getLogger("pos_app.usecases.tasks").error("without a trace")
    assert len(reports_in(tmp_path)) == 1
    assert len(told) == 1
    assert crashes is not None


def test_a_folder_that_cannot_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], expect_log: Callable[[str], None]
) -> None:
    """No report then, but the person is told all the same, and nothing else breaks."""
    expect_log("ERROR")
    (tmp_path / "file").touch()
    reports = CrashReports(tmp_path / "file" / "logs")
    reports.install()
    error = caught()
    reports.on_error(type(error), error, None)
    reports.uninstall()
    assert "paid sales are stored and safe" in capsys.readouterr().err
    assert reports.write("here", error) is None


def test_ctrl_c_is_no_crash(
    crashes: CrashReports, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What ends the program on purpose goes its own way."""
    crashes.on_error(KeyboardInterrupt, KeyboardInterrupt(), None)
    crashes.on_error(ValueError, None, None)
    assert reports_in(tmp_path) == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_a_dying_library_leaves_its_stack(tmp_path: Path) -> None:
    """A segmentation fault in a process of its own: the file tells where Python was."""
    program = (
        "import faulthandler, pathlib, sys; from pos_app.config import CrashReports;"
        "CrashReports(pathlib.Path(sys.argv[1])).install(); faulthandler._sigsegv()"
    )
    ended = subprocess.run([sys.executable, "-c", program, tmp_path], check=False)
    assert ended.returncode != 0
    assert "Current thread" in (tmp_path / FAULTS).read_text("utf-8")
