"""The provider over real HTTP: keep-alive, limits, cuts, stop and start."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from pos_app.domain.errors import SettingsError
from pos_app.training import http_shell
from pos_app.training.provider import TrainingProvider, run_training_provider
from tests.helpers.waiting import until
from tests.unit.training.driver import CLIENT_ID, SECRET, order_body, signed_headers

Run = Callable[[Coroutine[Any, Any, Any]], Any]


class HttpTill:
    """Sends signed requests over a socket."""

    def __init__(self, base_url: str, client: httpx.AsyncClient) -> None:
        self.base_url = base_url
        self.client = client

    async def send(
        self, method: str, target: str, body: bytes = b"", *, key: str = ""
    ) -> httpx.Response:
        """One request to the provider."""
        host = urlsplit(self.base_url).netloc
        headers = signed_headers(
            method, f"/v1{target}", body, host=host, now=datetime.now(UTC), key=key
        )
        return await self.client.request(
            method, self.base_url + target, content=body, headers=headers
        )

    async def order(self, key: str = "key-1") -> httpx.Response:
        """Order a card."""
        return await self.send("POST", "/orders", order_body(), key=key)


@contextlib.asynccontextmanager
async def a_till(base_url: str) -> AsyncIterator[HttpTill]:
    """A till with a client of its own."""
    async with httpx.AsyncClient(trust_env=False, timeout=5) as client:
        yield HttpTill(base_url, client)


@pytest.fixture
def server(run: Run) -> Iterator[TrainingProvider]:
    """A provider that listens on a free port."""
    provider = TrainingProvider(client_id=CLIENT_ID, client_secret=SECRET)
    run(provider.start())
    yield provider
    run(provider.stop())


async def _raw(provider: TrainingProvider, content: bytes) -> bytes:
    """Everything that comes back for these bytes until the connection ends."""
    parts = urlsplit(provider.base_url)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    writer.write(content)
    received = await reader.read()
    writer.close()
    await writer.wait_closed()
    return received


async def test_a_day_at_the_till(server: TrainingProvider) -> None:
    """Catalogue, balance, order, question and invalidation over one connection."""
    async with a_till(server.base_url) as till:
        page = (await till.send("GET", "/products?limit=50")).json()
        assert len(page["products"]) == 50
        ordered = await till.order()
        assert ordered.status_code == 201
        assert ordered.headers["content-type"] == "application/json; charset=utf-8"
        order_id = ordered.json()["id"]
        assert (await till.send("GET", f"/orders/{order_id}")).json() == ordered.json()
        done = await till.send("POST", f"/orders/{order_id}/actions/invalidate")
        assert done.json()["state"] == "invalidated"
        answer = (await till.send("GET", "/balances/EUR")).json()
        assert answer == {"currency": "EUR", "available": "10000.00"}
        logo = page["products"][0]["images"][0]["url"]
        assert (await till.client.get(logo)).headers["content-type"] == "image/svg+xml"
        assert len(server._shell._connections) == 1


async def test_inside_the_qt_loop(qloop: object) -> None:
    """The same code serves from within the program's own Qt loop, and stops there."""
    assert qloop
    provider = TrainingProvider(client_id=CLIENT_ID, client_secret=SECRET)
    async with a_till(await provider.start()) as till:
        replies = await asyncio.gather(*(till.order(f"k{number}") for number in range(20)))
        assert {reply.status_code for reply in replies} == {201}
        await provider.stop()
    assert len(provider.ledger.orders) == 20


async def test_chunked_body(server: TrainingProvider) -> None:
    """A body in chunks is the same body."""
    async with a_till(server.base_url) as till:
        host = urlsplit(server.base_url).netloc
        body = order_body()
        headers = signed_headers(
            "POST", "/v1/orders", body, host=host, now=datetime.now(UTC), key="k"
        )

        async def chunks() -> AsyncIterator[bytes]:
            for start in range(0, len(body), 7):
                yield body[start : start + 7]

        url = f"{server.base_url}/orders"
        reply = await till.client.post(url, content=chunks(), headers=headers)
        assert reply.status_code == 201
        (order,) = server.ledger.orders.values()
        assert order.body == body


async def test_body_at_the_limit_and_above(server: TrainingProvider) -> None:
    """64 KiB are read, one byte more is refused, and even then the answer arrives."""
    async with a_till(server.base_url) as till:
        fits = await till.send("POST", "/orders", b" " * 65536, key="k")
        assert fits.json()["error_code"] == "invalid_request_body"
        too_much = await till.send("POST", "/orders", b" " * 65537, key="k")
        assert too_much.status_code == 413
        huge = await till.send("POST", "/orders", b" " * 3_000_000, key="k")
        assert (huge.status_code, huge.headers["connection"]) == (413, "close")
        assert huge.json()["error_class"] == "transport"
        assert (await till.order()).status_code == 201


async def test_a_sender_that_never_ends(
    server: TrainingProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A request far too large gets its answer and then the end, even if the rest never comes."""
    monkeypatch.setattr(http_shell, "_REST_S", 0.05)
    head = b"POST /v1/orders HTTP/1.1\r\nHost: x\r\nContent-Length: 999999\r\n\r\n"
    received = await _raw(server, head + b" " * 70_000)
    assert received.startswith(b"HTTP/1.1 413 ")


async def test_expect_continue(server: TrainingProvider) -> None:
    """A client that asks before it sends its body is told to go on."""
    parts = urlsplit(server.base_url)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    writer.write(
        b"POST /v1/orders HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
        b"Content-Length: 2\r\nConnection: close\r\n\r\n"
    )
    assert await reader.readuntil(b"\r\n\r\n") == b"HTTP/1.1 100 \r\n\r\n"
    writer.write(b"{}")
    assert (await reader.read()).startswith(b"HTTP/1.1 400 ")
    writer.close()
    await writer.wait_closed()


async def test_what_is_not_http(server: TrainingProvider) -> None:
    """Nonsense gets a plain 400 and the end of the connection."""
    assert (await _raw(server, b"hello there\r\n\r\n")).startswith(b"HTTP/1.1 400 ")
    assert (await _raw(server, b"GET / HTTP/1.1\r\nA: " + b"x" * 70_000)).startswith(
        b"HTTP/1.1 431 "
    )


async def test_head_has_no_body(server: TrainingProvider) -> None:
    """HEAD is not in the contract and gets the head of a refusal."""
    request = b"HEAD /v1/products HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    received = await _raw(server, request)
    assert received.startswith(b"HTTP/1.1 400 ")
    assert received.endswith(b"\r\n\r\n")


async def test_client_that_leaves(server: TrainingProvider) -> None:
    """A till that leaves in the middle of its request, or while it waits, harms nobody."""
    parts = urlsplit(server.base_url)
    _, writer = await asyncio.open_connection(parts.hostname, parts.port)
    writer.write(b"POST /v1/orders HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{")
    await writer.drain()
    writer.transport.abort()
    server.troubles.arm("slow", seconds=0.3)
    async with a_till(server.base_url) as till:
        till.client.timeout = httpx.Timeout(5, read=0.02)
        with pytest.raises(httpx.ReadTimeout):
            await till.order()
        till.client.timeout = httpx.Timeout(5)
        await asyncio.gather(*server._shell._connections)
        assert (await till.order()).status_code == 201
    assert len(server.ledger.orders) == 1


async def test_idle_connections_end(
    server: TrainingProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A connection without a request is closed after a while."""
    monkeypatch.setattr(http_shell, "_IDLE_S", 0.02)
    assert await _raw(server, b"") == b""


@pytest.mark.parametrize(
    ("trouble", "error"),
    [
        ("lost_request", httpx.RemoteProtocolError),
        ("lost_response", httpx.RemoteProtocolError),
        ("cut_body", httpx.RemoteProtocolError),
        ("provider_down", httpx.RemoteProtocolError),
    ],
)
async def test_cut_connections(
    server: TrainingProvider, trouble: str, error: type[Exception]
) -> None:
    """A cut is a cut on the wire, too; the next request finds the provider well."""
    server.troubles.arm(trouble)
    async with a_till(server.base_url) as till:
        with pytest.raises(error):
            await till.order()
        assert (await till.order()).status_code == 201
    assert len(server.ledger.orders) == 1


async def test_provider_down_for_good(server: TrainingProvider) -> None:
    """Armed for good, connections are closed on arrival, before anything is read."""
    server.troubles.arm("provider_down", None)
    assert await _raw(server, b"") == b""
    server.troubles.disarm()
    async with a_till(server.base_url) as till:
        assert (await till.order()).status_code == 201


async def test_slow_answer(server: TrainingProvider) -> None:
    """A slow answer comes, just later; others are served meanwhile."""
    server.troubles.arm("slow", seconds=1)
    async with a_till(server.base_url) as till:
        slow = asyncio.create_task(till.order("k1"))
        await until(lambda: server.ledger.orders)
        assert (await till.order("k2")).status_code == 201
        assert not slow.done()
        assert (await till.order("k1")).status_code == 409
        assert (await slow).status_code == 201


async def test_offline_and_back(server: TrainingProvider) -> None:
    """Without a network nothing connects, open connections end, and all comes back."""
    async with a_till(server.base_url) as till:
        await till.order("k1")
        server.troubles.arm("offline", None)
        server.troubles.arm("slow")
        with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
            await till.order("k2")
        with pytest.raises(httpx.ConnectError):
            await till.order("k2")
        server.troubles.disarm()
        assert server._relisten
        await server._relisten
        assert (await till.order("k2")).status_code == 201
    assert not server.ledger.orders_for_key("k3")


async def test_offline_again_before_it_was_back(server: TrainingProvider) -> None:
    """Changing one's mind quickly ends in what was said last."""
    server.troubles.arm("offline", None)
    server.troubles.disarm()
    server.troubles.arm("offline", None)
    assert server._relisten
    await server._relisten
    assert not server._shell.is_listening


async def test_coming_back_to_a_taken_port(
    server: TrainingProvider, expect_log: Callable[[str], None]
) -> None:
    """If someone took the port meanwhile, that is logged, not thrown."""
    expect_log("WARNING pos_app.training.provider: the training provider can't come back: .*")
    port = urlsplit(server.base_url).port
    server.troubles.arm("offline", None)
    with socket.create_server(("127.0.0.1", port or 0)):
        server.troubles.disarm()
        assert server._relisten
        await server._relisten
    assert not server._shell.is_listening


async def test_stop_while_coming_back() -> None:
    """A stop in that very moment still ends with nothing left."""
    provider = TrainingProvider(client_id=CLIENT_ID, client_secret=SECRET)
    await provider.start()
    provider.troubles.arm("offline", None)
    provider.troubles.disarm()
    await provider.stop()
    assert not provider._shell.is_listening


async def test_stop_ends_open_connections() -> None:
    """A stop does not wait for tills that idle or for answers that are slow."""
    provider = TrainingProvider(client_id=CLIENT_ID, client_secret=SECRET)
    await provider.start()
    provider.troubles.arm("slow", seconds=60)
    async with a_till(provider.base_url) as till, a_till(provider.base_url) as idle:
        await idle.send("GET", "/balances")
        slow = asyncio.create_task(till.order())
        await until(lambda: provider.ledger.orders)
        async with asyncio.timeout(2):
            await provider.stop()
            with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
                await slow


async def test_start_twice_and_again(server: TrainingProvider) -> None:
    """A second start changes nothing; after a stop the same books open again."""
    url = await server.start()
    assert url == server.base_url
    async with a_till(url) as till:
        order_id = (await till.order()).json()["id"]
    await server.stop()
    async with a_till(await server.start()) as till:
        assert (await till.send("GET", f"/orders/{order_id}")).status_code == 200


async def test_port_of_last_time(tmp_path: Path) -> None:
    """With books on disk the address is kept over restarts, while nobody else has it."""
    path = tmp_path / "books.jsonl"

    def fresh() -> TrainingProvider:
        return TrainingProvider(client_id=CLIENT_ID, client_secret=SECRET, ledger_path=path)

    first = fresh()
    url = await first.start()
    second = fresh()
    assert await second.start() != url
    await second.stop()
    await first.stop()
    third = fresh()
    assert await third.start() == second.base_url
    await third.stop()


async def test_other_loopback_address(server: TrainingProvider) -> None:
    """IPv6's loopback works as well, with brackets in the address."""
    await server.stop()
    try:
        url = await server.start(host="::1")
    except OSError:
        pytest.skip("no IPv6 here")
    async with a_till(url) as till:
        assert url.startswith("http://[::1]:")
        assert (await till.order()).status_code == 201


async def test_run_until_cancelled() -> None:
    """The command line's entry announces its address, serves, and ends when cancelled."""
    announced: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(
        run_training_provider(0, CLIENT_ID, SECRET, ["garbage:1"], announced.set_result)
    )
    async with a_till(await announced) as till:
        assert (await till.order()).headers["content-type"].startswith("text/html")
        assert (await till.order()).status_code == 201
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_run_with_bad_input() -> None:
    """An unknown trouble or a taken port is said before anything is announced."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        for troubles, code in (([], "port_unusable"), (["fire"], "unknown_trouble")):
            with pytest.raises(SettingsError) as caught:
                await run_training_provider(port, CLIENT_ID, SECRET, troubles, _never)
            assert caught.value.code == code


def _never(_url: str) -> None:
    pytest.fail("announced a provider that does not run")
