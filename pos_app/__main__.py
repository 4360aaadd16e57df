"""The program's entry: arguments, then a command or the window, then an exit code.

Nothing slow is imported before it is known what was asked for: `pos-app --version` and the
commands never load Qt.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING

from pos_app.cli.guard import guarded
from pos_app.domain.errors import SurroundingsError

if TYPE_CHECKING:
    from pos_app.config import Paths

_TRAINING, _FULL_SCREEN = "--training", "--full-screen"
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main(arguments: Sequence[str] | None = None) -> int:
    """The console entry `pos-app`."""
    told = sys.argv[1:] if arguments is None else list(arguments)
    if set(told) <= {_TRAINING, _FULL_SCREEN}:
        # The window does not wait for the words of ten commands.
        training, full_screen = _TRAINING in told, _FULL_SCREEN in told
        return guarded(lambda: _open_window(training=training, full_screen=full_screen))
    from pos_app.cli.parser import parse
    from pos_app.cli.run import Terminal, run_command

    terminal = Terminal(os.environ, sys.stdin, sys.stdout, sys.stderr)
    return run_command(parse(told), terminal)


def main_window() -> int:
    """The entry `pos-app-window`, without a console."""
    return main()


def _open_window(*, training: bool, full_screen: bool) -> int:
    # Qt would end the process in the middle, with a page of its own words.
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _SCREENS):
        raise SurroundingsError("no_display")
    # Nothing that is loaded now ever becomes garbage; the window's collector takes over.
    gc.disable()
    from pos_app.bootstrap.window import run_window
    from pos_app.config import Paths

    paths = Paths.find(os.environ)
    sys.excepthook = partial(_report, paths)
    return run_window(paths, os.environ, training=training, full_screen=full_screen)


def _report(
    paths: Paths,
    kind: type[BaseException],
    error: BaseException | None,
    trace: TracebackType | None,
) -> None:
    """Until the window has its own reports: what goes wrong before is kept as well."""
    from pos_app.config import CrashReports

    if isinstance(error, Exception):
        CrashReports(paths.logs).report(__name__, error)
    else:
        sys.__excepthook__(kind, error or kind(), trace)


if __name__ == "__main__":
    sys.exit(main())
