"""The frozen program: what PyInstaller packed sells a card and says nothing unexpected.

From source everything is importable; a frozen program lacks what nobody named, and finds out
only when a customer waits for the slip. Hence a whole sale.
"""

from __future__ import annotations

import socketserver
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import ImageOps

import pos_app
from tests.helpers.atspi import Desktop, wait
from tests.helpers.frozen import frozen_program, unexpected
from tests.helpers.till import TillOnScreen
from tests.unit.printing.reading import scan, scan_slip, text_of
from tests.unit.printing.test_escpos import decode

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


@contextmanager
def receipt_printer() -> Iterator[tuple[int, bytearray]]:
    """A printer on the network that takes everything and answers nothing: port and stream."""
    printed = bytearray()

    class Reader(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            while piece := self.request.recv(65536):
                printed.extend(piece)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Reader) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1], printed
        server.shutdown()


def test_receipt_printer_in_full_screen(program: Path, desktop: Desktop, tmp_path: Path) -> None:
    """A receipt printer gets its picture, with marks to scan, from a till without a frame."""
    with receipt_printer() as (port, printed):
        environment = {
            "POS_APP_HOME": str(tmp_path / "home"),
            "POS_APP_PRINTER": f"escpos:tcp://127.0.0.1:{port}",
            "POS_APP_LANGUAGE": "en",
        }
        command = [str(program), "--training", "--full-screen"]
        till = TillOnScreen(desktop, command, environment)
        till.unlock("1111")
        assert till.window.children[0].box == (0, 0, 1366, 768)
        till.add("Atlaskammer", "25.00")
        till.pay()
        till.wait_for_lines("Delivered")
        wait(lambda: printed.count(b"\x1dVB"), 30, "the cut after the slip")
        till.hand_over()
        assert till.stop() == 0
    picture, _ = decode(bytes(printed).replace(b"\x10\x04\x01", b"").replace(b"\x10\x04\x04", b""))
    page = tmp_path / "slip.png"
    ImageOps.expand(picture.convert("L"), border=32, fill=255).save(page)
    assert any(value.startswith("https://") for kind, value in scan(page) if kind == "QR-Code")


def test_about_has_all_licences(program: Path, desktop: Desktop, tmp_path: Path) -> None:
    """Under About: from what it was built, every part, and all licence texts."""
    environment = {"POS_APP_HOME": str(tmp_path / "home"), "POS_APP_LANGUAGE": "en"}
    till = TillOnScreen(desktop, [str(program), "--training"], environment)
    till.unlock("9999", "Trainer")
    till.window.press("Settings")
    # The last one, below what a small screen shows.
    till.row("Settings topics", "About")
    till.window.find("list", "Settings topics").focus()
    desktop.press_key("End")
    till.says("Python 3.")
    till.says("PySide6_Essentials 6.11")
    till.window.press("Show all licence texts")
    texts = till.field("Licence texts").text
    for words in ("GNU LESSER GENERAL PUBLIC LICENSE", "SIL OPEN FONT LICENSE", "libdbus-1-3"):
        assert words in texts
    till.settle()
    till.picture(tmp_path / "about.png")
    assert till.stop() == 0
