"""The entry: a command, or the window with its folders and environment."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from pos_app import __main__ as entry
from pos_app.bootstrap import window
from pos_app.config import Paths
from pos_app.domain.errors import StoreError

Opened = tuple[Paths, bool, bool]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[list[Opened]]:
    """What the window was opened with; nothing is shown."""
    calls: list[Opened] = []

    def run_window(
        paths: Paths,
        environment: Mapping[str, str],
        *,
        training: bool,
        full_screen: bool,
    ) -> int:
        assert environment["POS_APP_HOME"] == str(tmp_path / "home")
        calls.append((paths, training, full_screen))
        return 7

    monkeypatch.setattr(window, "run_window", run_window)
    monkeypatch.setenv("POS_APP_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    root = logging.getLogger()
    level, before = root.level, list(root.handlers)
    yield calls
    root.setLevel(level)
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()


def test_window_or_training(
    opened: list[Opened], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Both entries open the window, with its exit code."""
    paths = Paths.below(tmp_path / "home")
    assert entry.main([]) == 7
    monkeypatch.setattr(sys, "argv", ["pos-app-window", "--training"])
    assert entry.main_window() == 7
    assert entry.main(["--full-screen"]) == 7
    assert opened == [(paths, False, False), (paths, True, False), (paths, False, True)]


def test_a_mistake_before_the_window(
    opened: list[Opened], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What fails before the window has its own reports leaves one too."""
    assert entry.main([]) == 7
    assert len(opened) == 1
    try:
        raise ValueError("not shown anywhere")
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    (report,) = (tmp_path / "home" / "logs").glob("crash-*.txt")
    assert "ValueError" in report.read_text()
    assert "not shown" not in report.read_text() + capsys.readouterr().err


def test_window_that_can_not_open(
    opened: list[Opened],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """An error before the first page is a sentence and an exit code."""

    def refuse(*_arguments: object, **_more: object) -> int:
        raise StoreError("disk_full")

    monkeypatch.setattr(window, "run_window", refuse)
    assert entry.main([]) == 1
    assert capsys.readouterr().err.startswith("pos-app: The disk is full")
    assert opened == []


def test_command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A command runs without any window."""
    monkeypatch.setenv("POS_APP_HOME", str(tmp_path / "home"))
    assert entry.main(["journal", "verify"]) == 2
