"""The issuers' own PDFs over real HTTP on this computer."""

from __future__ import annotations

import asyncio
import logging

import pytest

from pos_app.domain.errors import PosError, ProviderUnavailableError, RefusedError
from pos_app.provider.vouchers import MOST_BYTES, HttpVouchers
from tests.unit.provider.test_pictures import reply, serve

PDF = b"%PDF-1.7\n1 0 obj"
IS_PDF = "Content-Type: application/pdf\r\n"


async def fetch(answer: bytes) -> bytes:
    """What a fetch makes of an answer; asked once, without any secret of ours."""
    vouchers = HttpVouchers()
    try:
        async with serve(answer) as (url, asked):
            try:
                return await vouchers.fetch(url)
            finally:
                assert len(asked) == 1
                assert b"authorization" not in asked[0].lower()
                assert b"cookie" not in asked[0].lower()
    finally:
        await vouchers.close()


@pytest.mark.parametrize(
    "kind",
    [
        IS_PDF,
        "Content-Type: Application/PDF; charset=binary\r\n",
        "Content-Type: application/octet-stream\r\n",
        "",
    ],
)
async def test_a_pdf_comes_as_it_is(kind: str) -> None:
    """The bytes behind the address, also from stores that name no type."""
    assert await fetch(reply("200 OK", PDF, kind)) == PDF


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (reply("404 Not Found", PDF, IS_PDF), "voucher_unreachable"),
        (
            reply("302 Found", b"", "Location: http://127.0.0.1:1/elsewhere\r\n"),
            "voucher_unreachable",
        ),
        (reply("200 OK", PDF, "Content-Type: text/html\r\n"), "voucher_no_pdf"),
        (reply("200 OK", b"<html>sign in</html>", IS_PDF), "voucher_no_pdf"),
        (reply("200 OK", b"x" * 2000 + PDF, IS_PDF), "voucher_no_pdf"),
        (reply("200 OK", b"", IS_PDF), "voucher_no_pdf"),
        (reply("200 OK", PDF + b"x" * MOST_BYTES, IS_PDF), "voucher_too_large"),
        (b"nonsense\r\n\r\n", "voucher_unreachable"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\ncut", "voucher_unreachable"),
    ],
)
async def test_anything_else_is_said_in_a_word(answer: bytes, code: str) -> None:
    """Errors, redirects, other files, too much, too little."""
    with pytest.raises(PosError) as refused:
        await fetch(answer)
    assert refused.value.code == code


@pytest.mark.parametrize(
    "url", ["http://shop.test/a.pdf", "file:///etc/passwd", "ftp://x/y", "", "https://a@b/c"]
)
async def test_other_addresses_are_never_asked(url: str) -> None:
    """Only https, or http on this computer."""
    vouchers = HttpVouchers()
    with pytest.raises(RefusedError, match="voucher_not_https"):
        await vouchers.fetch(url)
    await vouchers.close()


async def test_who_never_ends_is_left() -> None:
    """A file that keeps trickling in is given up in time."""
    gone = asyncio.Event()

    async def trickle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n%PDF-")
        await writer.drain()
        await reader.read()
        gone.set()
        writer.close()

    server = await asyncio.start_server(trickle, "127.0.0.1", 0)
    vouchers = HttpVouchers(patience_s=0.2)
    async with server:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(ProviderUnavailableError, match="voucher_unreachable"):
            await vouchers.fetch(f"http://127.0.0.1:{port}/a.pdf")
        await asyncio.wait_for(gone.wait(), 5)
    await vouchers.close()


async def test_the_address_stands_nowhere(caplog: pytest.LogCaptureFixture) -> None:
    """A link is as good as the code: not in the error, its cause, or what the program logs."""
    vouchers = HttpVouchers()
    secret = "token-7Q2MXK9D"
    with caplog.at_level(logging.INFO, "pos_app"):
        with pytest.raises(ProviderUnavailableError) as refused:
            await vouchers.fetch(f"http://127.0.0.1:9/{secret}.pdf")
        error: BaseException | None = refused.value
        assert error is not None
        assert secret not in f"{error} {error.args} {error.__cause__}"
        assert error.__suppress_context__
    await vouchers.close()
    assert secret not in caplog.text
