"""A terminal for tests: what goes in, what comes out, and how it ended."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import pytest

from pos_app.cli.parser import parse
from pos_app.cli.run import Terminal, run_command

SETUP = {
    "--store": "Bücher am Eck",
    "--till": "T1",
    "--country": "DE",
    "--currency": "EUR",
    "--provider-url": "http://127.0.0.1:9/v1",
    "--client-id": "till-7",
}


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


class Cli:
    """`pos-app` without a process around it."""

    def __init__(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.home, self._capsys = home, capsys

    def __call__(self, *arguments: str, stdin: str = "", **environment: str) -> Ended:
        """Run one command."""
        out, err = io.StringIO(), io.StringIO()
        told = {"POS_APP_HOME": str(self.home), **environment}
        try:
            parsed = parse(arguments)
            code = run_command(parsed, Terminal(told, io.StringIO(stdin), out, err))
        except SystemExit as end:
            code = int(end.code or 0)
        captured = self._capsys.readouterr()
        return Ended(code, out.getvalue() + captured.out, err.getvalue() + captured.err)

    def set_up(self, *more: str, stdin: str = "s3cret\n", **changes: str) -> Ended:
        """`setup`, with some values changed (`till="T 1"`) or left out (`till=""`)."""
        values = SETUP | {f"--{name.replace('_', '-')}": text for name, text in changes.items()}
        pairs = [word for name, text in values.items() if text for word in (name, text)]
        return self("setup", *pairs, "--secret-stdin", *more, stdin=stdin)

    def add(self, name: str = "Anna", role: str = "cashier", pin: str = "1234") -> Ended:
        """`cashier add`."""
        return self("cashier", "add", name, "--role", role, "--pin-stdin", stdin=f"{pin}\n")

    def files(self) -> set[str]:
        """Everything below the home."""
        if not self.home.exists():
            return set()
        return {str(path.relative_to(self.home)) for path in self.home.rglob("*")}


def is_one_sentence(text: str) -> bool:
    """Whether a person gets one clear sentence and no trace."""
    return text.count("\n") == 1 and text.startswith("pos-app") and "Traceback" not in text
