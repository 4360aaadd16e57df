"""Runs a command: its errors become one sentence on standard error and an exit code.

Exit codes: 0 done; 1 the surroundings do not allow it, or the answer is no; 2 bad input.
"""

from __future__ import annotations

import importlib
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TextIO

from pos_app.domain.errors import PosError, UserError

DONE: Final = 0
FAILED: Final = 1
BAD_INPUT: Final = 2


@dataclass(frozen=True, slots=True)
class Terminal:
    """What a command reads and where it speaks."""

    environment: Mapping[str, str]
    stdin: TextIO
    stdout: TextIO
    stderr: TextIO

    def say(self, text: str) -> None:
        """One line of result, at once."""
        print(text, file=self.stdout, flush=True)


Command = Callable[[Namespace, Terminal], int]

_MODULES: Final[Mapping[str, str]] = {
    "setup": "setup",
    "cashier": "cashier",
    "doctor": "doctor",
    "training-provider": "training_provider",
    "export": "export",
    "journal": "journal",
    "support-bundle": "support_bundle",
    "backup": "backup",
    "restore": "restore",
}


def run_command(arguments: Namespace, terminal: Terminal) -> int:
    """Run what was asked for; returns the exit code."""
    module = importlib.import_module(f"pos_app.cli.{_MODULES[arguments.command]}")
    command: Command = module.run
    return guarded(lambda: command(arguments, terminal), terminal.stderr)


def guarded(work: Callable[[], int], stderr: TextIO | None = None) -> int:
    """The work's exit code; its errors become sentences."""
    from pos_app.cli.sentences import sentence_of

    try:
        return work()
    except PosError as error:
        # A program without a console has no standard error; then there is nobody to tell.
        print(f"pos-app: {sentence_of(error)}", file=stderr or sys.stderr)
        return BAD_INPUT if isinstance(error, UserError) else FAILED
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        print(f"pos-app: {error.strerror or error}{where}.", file=stderr or sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return FAILED
