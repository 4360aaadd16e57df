"""Receipt printers on the network: a printer of ours listens, and reads the stream back."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageOps

from pos_app.domain.errors import PrinterError
from pos_app.domain.money import Language
from pos_app.domain.slip import Paper
from pos_app.printing.escpos import EscposPrinter
from pos_app.printing.escpos_stream import encode
from pos_app.printing.fonts import Face, metrics
from pos_app.printing.raster import _write, render_raster
from pos_app.printing.strips import Words
from tests.unit.printing.reading import scan
from tests.unit.printing.samples import CODE, HEAVY, LIGHT, card_slip, documents

ONLINE, PAPER_THERE = 0x12, 0x12


@dataclass
class TcpReceiptPrinter:
    """A printer that answers status questions and keeps what it should print."""

    state: int | None = ONLINE
    paper: int | None = PAPER_THERE
    done: int | None = 0
    hang_up: bool = False
    port: int = 0
    printed: bytearray = field(default_factory=bytearray)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Work a stream off: real-time questions, then pictures."""
        answers = {b"\x10\x04\x01": self.state, b"\x10\x04\x04": self.paper}
        while piece := await reader.read(65536):
            if self.hang_up:
                writer.transport.abort()
                return
            answer = answers.get(piece) if piece in answers else None
            if piece not in answers:
                self.printed += piece
                answer = self.done if self.printed.endswith(b"\x1dr\x01") else None
            if answer is not None:
                writer.write(bytes([answer]))
                await writer.drain()
        writer.close()
        await writer.wait_closed()


@asynccontextmanager
async def listening(printer: TcpReceiptPrinter) -> AsyncIterator[EscposPrinter]:
    """A printer on loopback and our adapter for it."""
    server = await asyncio.start_server(printer.serve, "127.0.0.1", 0)
    printer.port = server.sockets[0].getsockname()[1]
    async with server:
        yield EscposPrinter("127.0.0.1", printer.port)


def decode(stream: bytes) -> tuple[Image.Image, int]:
    """The picture of an ESC/POS stream, and how often it cuts."""
    place, rows, width, cuts = 0, bytearray(), 0, 0
    while place < len(stream):
        if stream[place : place + 2] == b"\x1b@":
            place += 2
        elif stream[place : place + 4] == b"\x1dv0\x00":
            width = int.from_bytes(stream[place + 4 : place + 6], "little")
            size = width * int.from_bytes(stream[place + 6 : place + 8], "little")
            rows += bytes(255 - value for value in stream[place + 8 : place + 8 + size])
            place += 8 + size
        elif stream[place : place + 3] == b"\x1dVB":
            cuts += 1
            place += 4
        else:
            assert stream[place : place + 3] == b"\x1dr\x01"
            place += 3
    picture = Image.frombytes("1", (width * 8, len(rows) // width), bytes(rows))
    return picture, cuts


@pytest.mark.parametrize(("paper", "width"), [(Paper.ROLL_80, 576), (Paper.ROLL_58, 384)])
def test_the_stream_is_the_picture(paper: Paper, width: int) -> None:
    """Every dot of the slip, as wide as the head, and one cut."""
    picture = render_raster(documents(Language.DE)["card-heavy"], paper)
    shown, cuts = decode(encode(picture))
    assert shown.size == picture.size
    assert shown.tobytes() == picture.tobytes()
    assert shown.width == width
    assert cuts == 1


@pytest.mark.parametrize("face", Face)
@pytest.mark.parametrize("size", [7, 7.5, 8, 9, 11, 13, 16, 19, 24])
def test_lines_are_as_wide_as_they_were_measured(face: Face, size: float) -> None:
    """In whole dots a line must not grow: the last sign of a full one would be cut."""
    for text in ("No authority, bank or helpline ever asks", "0O8BWM" * 8, "€50.00 Ägypten"):
        picture = Image.new("1", (4000, 120), 1)
        _write(ImageDraw.Draw(picture), Words(0, 80, text, face, size), 0)
        left, _, right, _ = ImageChops.invert(picture.convert("L")).getbbox() or (0, 0, 0, 0)
        measured = metrics(face).width(text, size)
        assert left <= 0.25 * size + 2
        assert measured - 0.6 * size <= right <= measured + 2


async def test_a_slip_over_the_network(tmp_path: Path) -> None:
    """Printed, read back and scanned: code and links."""
    printer = TcpReceiptPrinter()
    async with listening(printer) as ours:
        await ours.print_document(card_slip(HEAVY), "T1-000042-2")
    picture, cuts = decode(bytes(printer.printed))
    page = tmp_path / "slip.png"
    ImageOps.expand(picture.convert("L"), border=32, fill=255).save(page)
    links = {link.url for link in HEAVY.urls if link.kind != "card_pdf"}
    assert {value for _, value in scan(page)} == {CODE, *links}
    assert cuts == 1
    assert str(printer.port) in ours.name


@pytest.mark.parametrize(
    ("printer", "code"),
    [
        (TcpReceiptPrinter(paper=0x72), "paper_out"),
        (TcpReceiptPrinter(state=0x1A), "offline"),
        (TcpReceiptPrinter(hang_up=True), "offline"),
    ],
)
async def test_faults_before_anything_is_printed(printer: TcpReceiptPrinter, code: str) -> None:
    """No paper, cover open, cut connection: said in a word, and no dot was sent."""
    async with listening(printer) as ours:
        with pytest.raises(PrinterError) as caught:
            await ours.print_document(card_slip(LIGHT), "x")
    assert caught.value.code == code
    assert not printer.printed


async def test_a_silent_printer_is_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A printer that answers nothing still prints (C12: the cashier is asked anyway)."""
    monkeypatch.setattr("pos_app.printing.escpos._STATUS_S", 0.05)
    monkeypatch.setattr("pos_app.printing.escpos._DONE_S", 0.2)
    printer = TcpReceiptPrinter(state=None, paper=None, done=None)
    async with listening(printer) as ours:
        await ours.print_document(card_slip(LIGHT), "x")
    assert decode(bytes(printer.printed))[1] == 1


async def test_nobody_listens() -> None:
    """A printer that is switched off is offline."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(PrinterError) as caught:
        await EscposPrinter("127.0.0.1", port).print_document(card_slip(LIGHT), "x")
    assert caught.value.code == "offline"
    assert "127.0.0.1" in str(caught.value)


async def test_no_such_host() -> None:
    """A name that means nothing is an unknown printer."""
    with pytest.raises(PrinterError) as caught:
        await EscposPrinter("printer.invalid", 9100).print_document(card_slip(LIGHT), "x")
    assert caught.value.code == "unknown_printer"
