"""The words of the command line."""

from __future__ import annotations

import subprocess
import sys

import pytest

import pos_app
from pos_app.cli.parser import parse
from tests.unit.cli.terminal import Cli


def test_version(cli: Cli) -> None:
    """One line with the version."""
    ended = cli("--version")
    assert (ended.code, ended.out) == (0, f"pos-app {pos_app.__version__}\n")


def test_window_by_default() -> None:
    """Without a command the program opens; training is a word before it."""
    assert (parse([]).command, parse([]).training) == (None, False)
    assert (parse(["--training"]).command, parse(["--training"]).training) == (None, True)


@pytest.mark.parametrize(
    "words",
    [
        "nonsense",
        "--nonsense",
        "--train",
        "--training doctor",
        "--full-screen doctor",
        "cashier",
        "cashier remove Anna",
        "cashier add Anna --role cashier",
        "journal",
        "journal verify more",
        "doctor --xml",
        "backup",
        "restore x",
        "support-bundle",
        "journal export --format xml --out x",
        "cashier reset-pin Anna",
        "cashier disable",
        "training-provider --port x --client-id c --secret-stdin",
        "training-provider --port 65536 --client-id c --secret-stdin",
        "training-provider --port -1 --client-id c --secret-stdin",
        "training-provider --port 0 --client-id c",
        "export --from 1.11.2026 --to 2026-11-02 --out x.csv",
        "export --from 2026-11-31 --to 2026-11-02 --out x.csv",
        "export --from 2026-11-01 --out x.csv",
    ],
)
def test_bad_words(cli: Cli, words: str) -> None:
    """Whatever can't be meant: one sentence, exit 2."""
    ended = cli(*words.split())
    assert ended.code == 2
    assert ended.err.count("\n") == 1
    assert ended.err.startswith("pos-app")


def test_help_names_all_commands(cli: Cli) -> None:
    """Help lists what there is."""
    ended = cli("--help")
    assert ended.code == 0
    for name in "setup cashier doctor training-provider export journal backup".split():
        assert name in ended.out


def test_commands_never_load_the_window() -> None:
    """Version and commands load neither Qt nor HTTP nor paper."""
    code = (
        "import sys\n"
        "from pos_app.__main__ import main\n"
        "try:\n"
        "    main(['--version'])\n"
        "except SystemExit:\n"
        "    pass\n"
        "main(['journal', 'verify'])\n"
        "heavy = {'PySide6', 'qasync', 'httpx', 'reportlab', 'segno'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {heavy}' if heavy else 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env={"POS_APP_HOME": "/nowhere/at/all", "PATH": ""},
    )
    assert done.returncode == 0, done.stderr
    assert "set up" in done.stderr
