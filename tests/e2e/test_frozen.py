"""The frozen program: what PyInstaller packed sells a card and says nothing unexpected.

From source everything is importable; a frozen program lacks what nobody named, and finds out
only when a customer waits for the slip. Hence a whole sale.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

import pos_app
from tests.helpers.atspi import Desktop, wait
from tests.helpers.frozen import frozen_program, unexpected
from tests.helpers.till import TillOnScreen
from tests.unit.printing.reading import scan_slip, text_of

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def program() -> Path:
    """The built program."""
    return frozen_program()


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    """A screen of its own."""
    with Desktop() as desktop:
        yield desktop


def test_version(program: Path) -> None:
    """The frozen program says its version, and not one line more."""
    result = subprocess.run(
        [str(program), "--version"], check=True, capture_output=True, text=True, timeout=60
    )
    assert result.stdout == f"pos-app {pos_app.__version__}\n"
    assert result.stderr == ""


@pytest.mark.parametrize("name", ["pos-app", "pos-app-window"])
def test_training_sale(program: Path, name: str, desktop: Desktop, tmp_path: Path) -> None:
    """Both frozen programs sell a card whose slip can be scanned, and end without a word."""
    slips = tmp_path / "slips"
    environment = {
        "POS_APP_HOME": str(tmp_path / "home"),
        "POS_APP_PRINTER": f"pdf:{slips}",
        "POS_APP_LANGUAGE": "en",
    }
    said = tmp_path / "said.txt"
    with said.open("w", encoding="utf-8") as output:
        command = [str(program.with_name(name)), "--training"]
        till = TillOnScreen(desktop, command, environment, output)
        till.unlock("1111")
        till.add("Atlaskammer", "25.00")
        till.pay()
        till.wait_for_lines("Delivered")
        (slip,) = wait(lambda: list(slips.glob("*.pdf")), 20, "the slip")
        till.window.press("Readable")
        till.wait_for_lines("Handed over")
        assert till.stop() == 0
    text = text_of(slip.read_bytes())
    assert "Atlaskammer" in text
    marks = scan_slip(slip.read_bytes(), tmp_path)
    assert any(value.startswith("https://") for kind, value in marks if kind == "QR-Code")
    lines = said.read_text(encoding="utf-8").splitlines()
    assert unexpected(lines) == []
