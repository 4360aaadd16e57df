"""The catalogue page by page, and what happens when connections run out."""

from __future__ import annotations

import asyncio
import ssl
from typing import Any

import httpx
import pytest

from pos_app.domain.answer import Proof
from pos_app.domain.errors import ProviderUnavailableError
from pos_app.provider import client as client_module
from pos_app.provider import wire
from pos_app.provider.calls import Wait
from pos_app.provider.exchange import Progress
from pos_app.provider.transport import HttpxCarrier, _word
from tests.unit.provider.raw_server import Deed, cuts, is_silent, says
from tests.unit.provider.talk import Talk, error, request_to


def product(code: str) -> dict[str, Any]:
    """A sellable product."""
    return {
        "code": code,
        "name": f"Card {code}",
        "brand": "Brand",
        "available": True,
        "countries": [],
        "denominations": {"type": "fixed", "currency": "EUR", "amounts": ["10.0"]},
        "delivery_methods": ["code"],
    }


def page(*products: object, cursor: str | None = None) -> Deed:
    """One page of the catalogue."""
    return says(200, {"products": list(products), "next_cursor": cursor})


async def test_all_pages_in_order(talk: Talk) -> None:
    """Pages follow their cursors; malformed and repeated products are counted, not kept."""
    client = await talk(
        page(product("a"), {}, product("b"), cursor="one"),
        page(product("b"), product("c"), cursor="two"),
        page(7),
    )
    reading = await client.products()
    assert [one.code for one in reading.products] == ["a", "b", "c"]
    assert (reading.skipped, reading.read_at) == (3, talk.clock.time)
    assert [heard.target for heard in talk.server.heard] == [
        "/v1/products?limit=200",
        "/v1/products?limit=200&cursor=one",
        "/v1/products?limit=200&cursor=two",
    ]


@pytest.mark.parametrize("cursors", [["one", "one"], ["one", "two", "one"]])
async def test_cursors_that_lead_in_a_circle_end(talk: Talk, cursors: list[str]) -> None:
    """A cursor that comes back ends the reading instead of going round for ever."""
    client = await talk(*(page(product(cursor), cursor=cursor) for cursor in cursors))
    with pytest.raises(ProviderUnavailableError, match="endless_catalogue"):
        await client.products()
    assert len(talk.server.heard) == len(cursors)


async def test_endless_fresh_cursors_end(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ever new cursors end too."""
    monkeypatch.setattr(client_module, "_MOST_PAGES", 3)
    client = await talk(*(page(cursor=f"c{number}") for number in range(9)))
    with pytest.raises(ProviderUnavailableError, match="endless_catalogue"):
        await client.products()
    assert len(talk.server.heard) == 4


@pytest.mark.parametrize(
    ("last", "code"),
    [
        (says(200, {"items": []}), "unreadable"),
        (says(403, error("forbidden", "api_key_missing_required_scope")), None),
        (says(429, error("rate_limit", "rate_limit_exceeded"), {"Retry-After": "7"}), None),
        (cuts(), "cut"),
    ],
)
async def test_broken_page_breaks_the_reading(talk: Talk, last: Deed, code: str | None) -> None:
    """Half a catalogue is none: the last good one stays in use."""
    client = await talk(page(product("a"), cursor="one"), last)
    with pytest.raises(ProviderUnavailableError) as caught:
        await client.products()
    assert caught.value.code in (code, "api_key_missing_required_scope", "rate_limit_exceeded")
    if caught.value.code == "rate_limit_exceeded":
        assert caught.value.params["retry_after_s"] == 7


async def test_others_work_within_a_page(talk: Talk) -> None:
    """A page of products never takes the loop for itself."""
    client = await talk(page(*(product(f"p-{number}") for number in range(200))))
    turns = 0

    async def others() -> None:
        nonlocal turns
        while True:
            await asyncio.sleep(0)
            turns += 1

    task = asyncio.create_task(others())
    heard: list[int] = []
    read = wire.read_product

    def counted(entry: object) -> object:
        heard.append(turns)
        return read(entry)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wire, "read_product", counted)
        reading = await client.products()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert len(reading.products) == 200
    most = max(heard.count(turn) for turn in heard)
    assert most <= 20


async def test_others_work_between_pages(talk: Talk) -> None:
    """Between two pages everybody else gets a turn."""
    client = await talk(page(cursor="one"), page(cursor="two"), page())
    turns = 0

    async def others() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    task = asyncio.create_task(others())
    await client.products()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert turns > 3


async def test_waiting_for_a_connection_is_unsent(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever never got a connection has sent nothing."""
    monkeypatch.setattr("pos_app.provider.transport._CONNECTIONS", 1)
    client = await talk(is_silent, wait=Wait(pool_s=0.05, overall_s=10))
    busy = asyncio.create_task(client.get_order("o-1"))
    await talk.server.listening.wait()
    answer = await client.order(request_to(client))
    assert (answer.proof, answer.code) == (Proof.NOT_SENT, "not_connected")
    await client.close()
    assert (await busy).proof is Proof.UNCLEAR


async def test_every_way_in_is_tried(talk: Talk) -> None:
    """A name with several addresses that all refuse is still one plain word."""
    first = await talk(page())
    talk.server.stop_listening()
    url = first.account.base_url.replace("127.0.0.1", "localhost")
    client = talk.to(url)
    answer = await client.get_order("o-1")
    await client.close()
    assert (answer.proof, answer.code) == (Proof.NOT_SENT, "not_connected")


def test_groups_of_errors_are_looked_into() -> None:
    """What several addresses of one name said is found inside the group."""
    inside = ExceptionGroup("all failed", [ssl.SSLError("no"), OSError("refused")])
    error = httpx.ConnectError("failed")
    error.__cause__ = inside
    assert _word(error) == "tls_failed"


def test_target_is_what_is_sent() -> None:
    """Host, port, path and query are taken from httpx itself; ports are spelled out."""
    carrier = HttpxCarrier()
    plain = carrier.target("http://127.0.0.1/v1/x")
    secure = carrier.target("https://api.example/v1/products?limit=200&cursor=a%26b")
    assert (plain.host, plain.port, plain.path, plain.query) == ("127.0.0.1", 80, "/v1/x", "")
    assert (secure.host, secure.port) == ("api.example", 443)
    assert (secure.path, secure.query) == ("/v1/products", "limit=200&cursor=a%26b")
    assert carrier.target("http://[::1]:8431/v1").host == "::1"


def test_progress_doubts_what_it_does_not_know() -> None:
    """Only what certainly came before the first byte counts as unsent."""
    assert Progress().is_unsent
    assert Progress(given=True, connecting=True).is_unsent
    assert not Progress(given=True).is_unsent
    assert not Progress(given=True, connecting=True, beyond=True).is_unsent
    assert not Progress(given=True, beyond=True).is_unsent
