"""The command line inside the tests' own process, and a provider in one of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.cli.terminal import Cli


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    """Runs commands with a home of their own."""
    return Cli(tmp_path / "home", capsys)


@pytest.fixture
def set_up(cli: Cli) -> Cli:
    """The same, on a till that has been set up."""
    assert cli.set_up().code == 0
    return cli


@pytest.fixture(scope="module")
def provider_url() -> Iterator[str]:
    """`pos-app training-provider` as a process: client `till-7`, secret `s3cret`."""
    command = [sys.executable, "-m", "pos_app", "training-provider", "--port", "0"]
    with subprocess.Popen(
        [*command, "--client-id", "till-7", "--secret-stdin"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("s3cret\n")
        process.stdin.close()
        yield process.stdout.readline().strip()
        process.terminate()
        assert process.wait(10) == 0
