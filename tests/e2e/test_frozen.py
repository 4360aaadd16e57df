"""The frozen program: what PyInstaller packed starts and says nothing unexpected."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

import freeze
import pos_app

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def program() -> Path:
    """The built program, built anew when anything that goes into it has changed."""
    built = freeze.program_in(freeze.ROOT / "dist")
    return built if freeze.is_fresh(built) else freeze.build(freeze.ROOT / "dist")


def test_version(program: Path) -> None:
    """The frozen program says its version, and not one line more."""
    result = subprocess.run(
        [str(program), "--version"], check=True, capture_output=True, text=True, timeout=60
    )
    assert result.stdout == f"pos-app {pos_app.__version__}\n"
    assert result.stderr == ""
