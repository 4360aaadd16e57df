"""The log tells nothing it should not."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from pos_app.config import set_up_logging
from pos_app.domain.errors import StoreError

CODE = "ABCD-EFGH-JKLM"
_ours = logging.getLogger("pos_app.tests.logs")
_theirs = logging.getLogger("somebody.else")


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """The log file of a program that has just been set up."""
    root, level = logging.getLogger(), logging.getLogger().level
    handler = set_up_logging(tmp_path / "logs")
    yield tmp_path / "logs" / "pos-app.log"
    root.removeHandler(handler)
    root.setLevel(level)
    handler.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk to write to")
def test_a_full_disk_is_not_told_line_by_line(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The store says it on the screen; the log keeps quiet about itself."""
    root, level = logging.getLogger(), logging.getLogger().level
    (tmp_path / "pos-app.log").symlink_to("/dev/full")
    handler = set_up_logging(tmp_path)
    _ours.info("answered")
    root.removeHandler(handler)
    root.setLevel(level)
    with suppress(OSError):
        handler.close()
    assert capfd.readouterr().err == ""


def test_values_by_name(log: Path) -> None:
    """Listed names with the expected form are written, in UTC, on one line."""
    _ours.info("answered", extra={"call": "order", "status": 201, "line": "T1-000042-2"})
    text = log.read_text("utf-8")
    assert text.endswith("answered call=order status=201 line=T1-000042-2\n")
    assert "+00:00 INFO pos_app.tests.logs" in text


@pytest.mark.parametrize(
    "extra",
    [
        {"card": CODE},
        {"code": CODE},
        {"status": CODE},
        {"line": f"T1-000042-2 {CODE}"},
        {"call": ["order", CODE]},
        {"task": f"{CODE}\nERROR"},
    ],
)
def test_other_values_are_withheld(log: Path, extra: dict[str, object]) -> None:
    """A name off the list, or an unexpected form, costs the value but not the line."""
    _ours.info("shown", extra=extra)
    text = log.read_text("utf-8")
    assert CODE not in text
    assert text.endswith(f"shown {next(iter(extra))}=(withheld)\n")
    assert text.count("\n") == 1


def test_texts_in_sentences_are_withheld(log: Path) -> None:
    """Only numbers may stand in the sentence itself."""
    _ours.info("slow %s: %.1f ms, %d tries, %r", CODE, 51.26, 3, {"code": CODE})
    assert log.read_text("utf-8").endswith("slow (withheld): 51.3 ms, 3 tries, (withheld)\n")


def test_errors_show_kind_and_place_only(log: Path, expect_log: Callable[[str], None]) -> None:
    """A message may hold anything, so it is left out; kind, code and lines remain, with causes."""
    expect_log("ERROR pos_app.tests.logs: not stored")
    try:
        try:
            raise ValueError(CODE)
        except ValueError as error:
            raise StoreError("disk_full", path=CODE) from error
    except StoreError:
        _ours.exception("not stored")
    text = log.read_text("utf-8")
    assert CODE not in text
    assert "StoreError disk_full" in text
    assert "ValueError" in text
    assert "test_logs.py:" in text


def test_others_are_cut_to_their_first_line(log: Path) -> None:
    """Foreign modules may put anything into arguments and further lines."""
    _theirs.info("first %s\nsecond", CODE)
    assert log.read_text("utf-8").endswith("somebody.else first %s\n")


def test_talkative_libraries_are_hushed(log: Path) -> None:
    """Requests with their addresses are not the log's business."""
    logging.getLogger("httpx").info("HTTP Request: GET https://api.example/v1/orders/1")
    assert log.read_text("utf-8") == ""


def test_file_is_private_and_rotates(log: Path) -> None:
    """Only the owner reads it, and it never fills the disk."""
    for _ in range(30_000):
        _ours.info("a line of some length, again and again, until the file is full")
    files = sorted(path.name for path in log.parent.iterdir())
    assert files[:2] == ["pos-app.log", "pos-app.log.1"]
    assert len(files) <= 5
    assert all(path.stat().st_size <= 1_000_000 for path in log.parent.iterdir())
    if os.name != "nt":
        assert all(path.stat().st_mode & 0o077 == 0 for path in log.parent.iterdir())
