"""The program's entry: arguments, then a command or the window, then an exit code.

Nothing slow is imported before it is known what was asked for: `pos-app --version` and the
commands never load Qt.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from pos_app.cli.parser import parse
from pos_app.cli.run import Terminal, guarded, run_command
from pos_app.domain.errors import SurroundingsError

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main(arguments: Sequence[str] | None = None) -> int:
    """The console entry `pos-app`."""
    parsed = parse(arguments)
    if parsed.command:
        terminal = Terminal(os.environ, sys.stdin, sys.stdout, sys.stderr)
        return run_command(parsed, terminal)
    return guarded(lambda: _open_window(training=parsed.training, full_screen=parsed.full_screen))


def main_window() -> int:
    """The entry `pos-app-window`, without a console."""
    return main()


def _open_window(*, training: bool, full_screen: bool) -> int:
    # Qt would end the process in the middle, with a page of its own words.
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _SCREENS):
        raise SurroundingsError("no_display")
    # Nothing that is loaded now ever becomes garbage; the window's collector takes over.
    gc.disable()
    _check_printer()
    from pos_app.bootstrap.window import run_window
    from pos_app.config import CrashReports, Paths, set_up_logging

    paths = Paths.find(os.environ)
    # Without a log the till still sells; where nothing can be written the store will say so.
    with suppress(OSError):
        set_up_logging(paths.logs)
    crashes = CrashReports(paths.logs)
    crashes.install()
    try:
        return run_window(
            paths, os.environ, training=training, full_screen=full_screen, crashes=crashes
        )
    finally:
        crashes.uninstall()


def _check_printer() -> None:
    """Say what is wrong with the variable to whoever set it; the window only says it on a page.

    May raise:
    - SettingsError: `bad_printer`.
    """
    spec = os.environ.get("POS_APP_PRINTER")
    # Without standard error (Windows) there is only the page.
    if spec and sys.stderr is not None:
        from pos_app.bootstrap.surroundings import SystemPrinters
        from pos_app.domain.slip import Paper

        SystemPrinters().open(spec, Paper.ROLL_80)


if __name__ == "__main__":
    sys.exit(main())
