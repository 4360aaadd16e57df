"""What happens when the program itself made a mistake: a report, a word to the cashier, and on.

A report holds the kinds of the errors and the places in the code, nothing that was in a variable
or a message (M15). Everything that matters is on disk before it is shown, so that going on is
safe: a broken slot or task loses its own work only. What ends the process without Python's help
(a crash in a library) leaves its stack in `faults.txt`.
"""

from __future__ import annotations

import asyncio
import faulthandler
import logging
import os
import platform
import sys
import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from pos_app import __version__
from pos_app.config.logs import places
from pos_app.domain.errors import PosError

_log = logging.getLogger(__name__)
FAULTS: Final = "faults.txt"
_KEPT: Final = 20
# The window's own fence tells the cashier itself.
_TELLS_ITSELF: Final = "pos_app.ui"


class CrashReports:
    """Writes reports into a folder and tells whoever listens.

    `tell` is called on any thread; without a window the person reads standard error.
    """

    def __init__(self, folder: Path) -> None:
        """Write into `folder`; nothing is caught before `install`."""
        self._folder = folder
        self._faults: TextIOWrapper | None = None
        self._written: set[str] = set()
        self._watch = _LogWatch(self)
        self._tell: Callable[[], object] = _say

    def install(self) -> None:
        """Catch what nobody else does: slots, threads, logged errors, faults of libraries."""
        sys.excepthook = self.on_error
        threading.excepthook = self._on_thread_error
        logging.getLogger().addHandler(self._watch)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(self._folder / FAULTS, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        except OSError:
            return
        self._faults = os.fdopen(handle, "w", encoding="utf-8")
        faulthandler.enable(self._faults)

    def uninstall(self) -> None:
        """As it was before `install`."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        logging.getLogger().removeHandler(self._watch)
        if self._faults is not None:
            faulthandler.disable()
            self._faults.close()
            self._faults = None

    def tell_by(self, tell: Callable[[], object] | None) -> None:
        """From now on say it this way, on the thread of the error; None: on standard error."""
        self._tell = tell or _say

    # --- where errors come from --------------------------------------------------------------

    def on_error(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """`sys.excepthook`: what a slot or the main thread let through."""
        if error is None or not issubclass(kind, Exception):
            sys.__excepthook__(kind, error or kind(), _trace)
            return
        self._log_and_tell("nobody caught an error", error)

    def _on_thread_error(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_type is not SystemExit:
            self._log_and_tell("a thread ended by an error", arguments.exc_value)

    def on_loop_error(self, _loop: asyncio.AbstractEventLoop, context: Mapping[str, Any]) -> None:
        """The event loop's handler: a callback failed, or a task nobody waited for."""
        self._log_and_tell("the event loop met an error", context.get("exception"))

    def _log_and_tell(self, text: str, error: BaseException | None) -> None:
        # The log's own watch writes the report; an error without a trace leaves its sentence.
        _log.error(text, exc_info=error)
        self._tell()

    def note(self, record: logging.LogRecord) -> None:
        """A logged error: report it, and tell unless the one who logged it does."""
        error = record.exc_info[1] if record.exc_info else None
        if error is None or isinstance(error, PosError):
            return
        self.write(record.name, error)
        if record.name != __name__ and not record.name.startswith(_TELLS_ITSELF):
            self._tell()

    # --- reports -----------------------------------------------------------------------------

    def report(self, origin: str, error: BaseException) -> None:
        """Write about an error that nothing was there to catch, and tell."""
        self.write(origin, error)
        self._tell()

    def write(self, origin: str, error: BaseException) -> Path | None:
        """One report; the same places are reported once per run. None where nothing is written."""
        where = "\n".join(places(error))
        if where in self._written or len(self._written) >= _KEPT:
            return None
        self._written.add(where)
        now = datetime.now(UTC)
        path = self._folder / f"crash-{now:%Y%m%d-%H%M%S-%f}.txt"
        head = (
            f"at {now.isoformat(timespec='seconds')}",
            f"version {__version__}, Python {platform.python_version()}, {sys.platform}",
            f"from {origin}",
            "",
        )
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write("\n".join((*head, where, "")))
            self._rotate()
        except OSError:
            return None
        return path

    def _rotate(self) -> None:
        for path in sorted(self._folder.glob("crash-*.txt"))[:-_KEPT]:
            path.unlink(missing_ok=True)


class _LogWatch(logging.Handler):
    """Sees every error that any fence logs."""

    def __init__(self, reports: CrashReports) -> None:
        super().__init__(logging.ERROR)
        self._reports = reports

    def emit(self, record: logging.LogRecord) -> None:
        """Hand it on."""
        self._reports.note(record)


def _say() -> None:
    """Without a window: one sentence on standard error, where there is one."""
    if sys.stderr is not None:
        sys.stderr.write(
            "pos-app: something went wrong inside the program; paid sales are stored and safe."
            " The report lies beside the log.\n"
        )
