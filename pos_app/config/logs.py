"""A log file that tells nothing it should not: every value is withheld unless it is on a list.

Our own modules log a fixed sentence and values by name: `_log.info("answered", extra={"status":
201})`. A value is written when its name is on the list and its form is the expected one. Numbers
may also stand in the sentence; texts there are withheld. Errors show where they happened and what
kind they are, never their message. Of other people's modules only the first line of the sentence
is kept.
"""

from __future__ import annotations

import logging
import logging.handlers
import os
import re
import traceback
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from io import BufferedWriter, FileIO, TextIOWrapper
from pathlib import Path
from typing import Final

from pos_app.domain.errors import PosError

_FILE: Final = "pos-app.log"
_BYTES: Final = 1_000_000
_FILES: Final = 5
_WITHHELD: Final = "(withheld)"
_CUT: Final = 200

_WORD: Final = re.compile(r"[a-z][a-z0-9_]{0,60}|-")
_NUMBER: Final = re.compile(r"-?\d{1,15}(\.\d{1,9})?|None|True|False")
_REFERENCE: Final = re.compile(r"(TRAINING-)?[A-Za-z0-9-]{1,12}-\d{1,9}(-\d{1,4})?")
_TITLE: Final = re.compile(r"[\w .:+-]{1,60}", re.ASCII)
_ALLOWED: Final[Mapping[str, re.Pattern[str]]] = {
    **dict.fromkeys("call word code kind state proof step".split(), _WORD),
    **dict.fromkeys("status took_ms attempt count skipped products wait_s exit".split(), _NUMBER),
    **dict.fromkeys("sale line".split(), _REFERENCE),
    **dict.fromkeys("task version platform python error".split(), _TITLE),
}
_STANDARD: Final = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class _Formatter(logging.Formatter):
    """Writes one record as one line, and the places of an error below it."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        parts = [when, record.levelname, record.name, _sentence(record), *_values(record)]
        where = places(record.exc_info[1]) if record.exc_info else ()
        return "\n    ".join((" ".join(parts), *where))


def _sentence(record: logging.LogRecord) -> str:
    if record.name.split(".")[0] != __name__.split(".")[0]:
        first, _, _ = str(record.msg).partition("\n")
        return first[:_CUT]
    text = str(record.msg)
    if not record.args:
        return text
    arguments = record.args if isinstance(record.args, tuple) else (record.args,)
    numbers = tuple(_Argument(argument) for argument in arguments)
    return text % numbers


class _Argument:
    """A value inside a sentence: shown when it is a number, whatever the sentence does to it."""

    def __init__(self, value: object) -> None:
        self._number = value if isinstance(value, int | float) else None

    def __str__(self) -> str:
        return _WITHHELD if self._number is None else str(self._number)

    __repr__ = __str__

    def __float__(self) -> float:
        return float(self._number or 0)

    def __int__(self) -> int:
        return int(self._number or 0)

    __index__ = __int__


def _values(record: logging.LogRecord) -> Iterator[str]:
    for name, value in vars(record).items():
        if name not in _STANDARD:
            form = _ALLOWED.get(name)
            text = str(value) if isinstance(value, str | int | float | None) else ""
            yield f"{name}={text if form and form.fullmatch(text) else _WITHHELD}"


def places(error: BaseException | None) -> Iterator[str]:
    """What kind of error, and where; causes follow."""
    while error is not None:
        code = f" {error.code}" if isinstance(error, PosError) else ""
        yield f"{type(error).__name__}{code}"
        for frame in traceback.extract_tb(error.__traceback__):
            yield f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
        error = error.__cause__ or error.__context__


class _PrivateFile(logging.handlers.RotatingFileHandler):
    """A rotating file that only its owner can read."""

    def _open(self) -> TextIOWrapper:
        raw = FileIO(self.baseFilename, self.mode, opener=_private)
        return TextIOWrapper(BufferedWriter(raw), encoding="utf-8")

    def handleError(self, _record: logging.LogRecord) -> None:  # noqa: N802  (logging's name)
        """A full disk is said on the screen, by the store; not once more for each line here."""


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def set_up_logging(folder: Path, *, level: int = logging.INFO) -> logging.Handler:
    """Write the program's log into `folder`, 5 files of 1 MB; returns the handler.

    May raise:
    - OSError: the folder or file can't be written.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handler = _PrivateFile(folder / _FILE, maxBytes=_BYTES, backupCount=_FILES - 1)
    handler.setFormatter(_Formatter())
    handler.setLevel(level)
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(min(root.level, level) if root.level else level)
    for foreign in ("httpx", "httpcore", "qasync", "asyncio", "PIL", "keyring"):
        logging.getLogger(foreign).setLevel(logging.WARNING)
    return handler
