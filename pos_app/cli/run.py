"""Runs a command in a terminal."""

from __future__ import annotations

import importlib
from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TextIO

from pos_app.cli.guard import guarded


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
