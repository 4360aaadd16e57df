"""The client over real sockets: what goes out, and what silence of each kind proves."""

from __future__ import annotations

import asyncio
import json
import socket
from datetime import timedelta

import pytest

from pos_app.domain.answer import Proof
from pos_app.domain.errors import ProviderUnavailableError, SettingsError
from pos_app.domain.money import Money
from pos_app.domain.sale import Account, OrderRequest
from pos_app.provider import signing
from pos_app.provider.calls import Call, Wait
from tests.unit.provider.raw_server import (
    PROVIDER_TIME,
    Heard,
    RawServer,
    cuts,
    is_silent,
    says,
    writes,
)
from tests.unit.provider.talk import BODY, ORDER, Talk, error, request_to

QUICK = Wait(connect_s=2, read_s=0.1, write_s=2, pool_s=2, overall_s=5)
WRONG_DATE = error("transport", "invalid_date_header")


def expected_authorization(heard: Heard) -> str:
    """What the provider computes from the very bytes it got."""
    path, _, query = heard.target.partition("?")
    parts = signing.Signable(
        host=heard.headers["host"],
        method=heard.method,
        path=path,
        query=query,
        date=heard.headers["date"],
        key=heard.headers.get("idempotency-key", ""),
        body=heard.body,
    )
    return signing.authorization("till-7", "test-secret", parts)


async def test_order_goes_out_as_stored(talk: Talk) -> None:
    """Key, path and body are exactly the stored ones, and the signature is over them."""
    client = await talk(says(201, ORDER))
    answer = await client.order(request_to(client))
    heard = talk.server.heard[0]
    assert (heard.method, heard.target, heard.body) == ("POST", "/v1/orders", BODY)
    assert heard.headers["idempotency-key"] == "key-1"
    assert heard.headers["date"] == PROVIDER_TIME
    assert heard.headers["content-type"] == "application/json"
    assert heard.headers["authorization"] == expected_authorization(heard)
    assert answer.proof is Proof.COMPLETED
    assert answer.report is not None
    assert answer.report.card.code == "ABCD-EFGH"


async def test_repeating_an_order_changes_only_date_and_signature(talk: Talk) -> None:
    """A second attempt has the same key and bytes with a date of its own."""
    client = await talk(says(500), says(201, ORDER))
    await client.order(request_to(client))
    talk.clock.time += timedelta(seconds=9)
    await client.order(request_to(client))
    first, second = talk.server.heard
    assert (first.body, first.headers["idempotency-key"]) == (
        second.body,
        second.headers["idempotency-key"],
    )
    assert second.headers["date"] == "Wed, 09 Jul 2025 16:17:40 GMT"
    assert second.headers["authorization"] == expected_authorization(second)


async def test_get_and_invalidate_are_signed_without_body_and_key(talk: Talk) -> None:
    """An id is one path segment, signed as it is sent."""
    client = await talk(says(200, ORDER))
    await client.get_order("a/b ö")
    await client.invalidate("..")
    await client.get_order("o-1")
    assert [(heard.method, heard.target) for heard in talk.server.heard] == [
        ("GET", "/v1/orders/a%2Fb%20%C3%B6"),
        ("POST", "/v1/orders/%2E%2E/actions/invalidate"),
        ("GET", "/v1/orders/o-1"),
    ]
    for heard in talk.server.heard:
        assert heard.headers["authorization"] == expected_authorization(heard)
        assert "idempotency-key" not in heard.headers
        assert heard.body == b""


async def test_prepared_order_is_of_this_account(talk: Talk) -> None:
    """An order of another address is never sent: nothing left, so nothing was made."""
    client = await talk(says(201, ORDER))
    request = OrderRequest("key-1", "POST", "http://127.0.0.1:9/v1/orders", BODY)
    answer = await client.order(request)
    assert (answer.proof, answer.code) == (Proof.NOT_SENT, "other_account")
    assert talk.server.heard == []


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:{port}/v1", "https://127.0.0.1:{port}/v1", "https://till.invalid/v1"]
)
async def test_no_connection_proves_unsent(talk: Talk, url: str) -> None:
    """Where nobody listens or no name leads, no byte left."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        client = talk.to(url.format(port=closed.getsockname()[1]))
        answer = await client.order(request_to(client))
        await client.close()
    assert answer.proof is Proof.NOT_SENT
    assert answer.code == ("name_unknown" if "invalid" in url else "not_connected")
    assert not answer.reached
    assert [(news.reached, news.sent) for news in talk.outcomes] == [(False, False)]


@pytest.mark.parametrize(
    ("deed", "code"),
    [
        (is_silent, "no_answer"),
        (cuts(), "cut"),
        (cuts(b"HTTP/1.1 201 Created\r\nContent-Le"), "cut"),
        (cuts(b'HTTP/1.1 201 Created\r\nContent-Length: 900\r\n\r\n{"id":'), "cut"),
        (writes(b'HTTP/1.1 201 Created\r\nContent-Length: 900\r\n\r\n{"id":'), "no_answer"),
        (writes(b"SSH-2.0-OpenSSH_9.2\r\n\r\n"), "cut"),
        (cuts(b"HTTP/1.1 201 Created\r\n\r\n" + b" " * (5 * 1024 * 1024 + 1)), "too_large"),
    ],
)
async def test_silence_after_sending_is_unclear(talk: Talk, deed: object, code: str) -> None:
    """Once the request may have left, nothing but a whole answer proves anything."""
    wait = QUICK if code == "no_answer" else None
    client = await talk(deed, wait=wait)  # type: ignore[arg-type]
    answer = await client.order(request_to(client))
    assert (answer.proof, answer.code) == (Proof.UNCLEAR, code)
    assert len(talk.server.heard) == 1
    assert talk.outcomes[-1].sent


async def test_no_connection_is_used_twice(talk: Talk) -> None:
    """What a server sends beyond its answer is never the answer to the next question."""
    another = ORDER | {"id": "o-9", "code": "NOT-YOURS"}
    content = b"".join(_whole(order) for order in (ORDER, another))
    client = await talk(writes(content), says(201, ORDER | {"id": "o-2"}))
    await client.get_order("o-1")
    answer = await client.order(request_to(client))
    assert talk.server.connections == 2
    assert answer.report is not None
    assert answer.report.id == "o-2"


def _whole(order: dict[str, object]) -> bytes:
    body = json.dumps(order).encode()
    return b"HTTP/1.1 200 Word\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)


async def test_overall_time_bounds_dribbling_answers(talk: Talk) -> None:
    """An answer that never quite stops coming ends with the overall time."""

    async def dribbles(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 201 Created\r\nContent-Length: 90000\r\n\r\n")
        while True:
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(0.02)

    client = await talk(dribbles, wait=Wait(overall_s=0.5))
    await client._open()  # loading takes its time too
    answer = await client.order(request_to(client))
    assert (answer.proof, answer.code, answer.status) == (Proof.UNCLEAR, "no_answer", 201)
    assert talk.outcomes[-1].reached


async def test_time_over_before_connecting_is_unsent(talk: Talk) -> None:
    """When the overall time ends before the carrier is even there, no byte left."""
    client = await talk(says(201, ORDER), wait=Wait(overall_s=0))
    answer = await client.order(request_to(client))
    assert (answer.proof, talk.server.heard) == (Proof.NOT_SENT, [])


async def test_redirects_are_not_followed(talk: Talk) -> None:
    """A redirect is an unclear answer; nobody is asked elsewhere."""
    client = await talk(says(307, None, {"Location": "/v1/other"}))
    answer = await client.order(request_to(client))
    assert (answer.proof, answer.code) == (Proof.UNCLEAR, "redirected")
    assert len(talk.server.heard) == 1


async def test_cancelling_passes_through(talk: Talk) -> None:
    """A cancelled caller sees its cancellation, not an answer."""
    client = await talk(is_silent)
    task = asyncio.create_task(client.order(request_to(client)))
    await talk.server.listening.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_close_ends_calls_under_way_as_unclear(talk: Talk) -> None:
    """Closing does not wait for silent servers; what was sent stays unclear."""
    client = await talk(is_silent)
    task = asyncio.create_task(client.order(request_to(client)))
    await talk.server.listening.wait()
    await client.close()
    answer = await task
    assert (answer.proof, answer.code) == (Proof.UNCLEAR, "closed")
    late = await client.order(request_to(client))
    assert (late.proof, late.code) == (Proof.NOT_SENT, "closed")


async def test_clock_offset_comes_from_every_answer(talk: Talk) -> None:
    """The offset is the provider's clock minus the till's; answers without a date keep it."""
    client = await talk(says(200, ORDER), says(200, ORDER, {"Date": "soon"}))
    before_any_answer = client.clock_offset_s
    assert before_any_answer is None
    talk.clock.time -= timedelta(minutes=3)
    answer = await client.get_order("o-1")
    assert client.clock_offset_s == 180
    assert answer.provider_time == talk.clock.time + timedelta(minutes=3)
    await client.get_order("o-1")
    assert client.clock_offset_s == 180
    assert client.signs_with_provider_time is False


async def test_wrong_date_is_signed_again_once(talk: Talk) -> None:
    """A refused date is corrected by the provider's own, within the call, and from then on."""
    client = await talk(says(400, WRONG_DATE), says(201, ORDER))
    talk.clock.time += timedelta(minutes=10)
    answer = await client.order(request_to(client))
    first, second = talk.server.heard
    assert answer.proof is Proof.COMPLETED
    assert second.headers["date"] == PROVIDER_TIME
    assert (first.body, first.headers["idempotency-key"]) == (
        second.body,
        second.headers["idempotency-key"],
    )
    assert second.headers["authorization"] == expected_authorization(second)
    assert client.clock_offset_s == -600
    assert client.signs_with_provider_time
    await client.get_order("o-1")
    assert talk.server.heard[2].headers["date"] == PROVIDER_TIME


async def test_wrong_date_twice_is_try_later(talk: Talk) -> None:
    """There is no third attempt."""
    client = await talk(says(400, WRONG_DATE))
    answer = await client.order(request_to(client))
    assert (answer.proof, answer.code) == (Proof.TRY_LATER, "invalid_date_header")
    assert len(talk.server.heard) == 2


async def test_wrong_date_without_a_date_is_not_tried_again(talk: Talk) -> None:
    """Without the provider's time there is nothing to sign anew with."""
    client = await talk(says(400, WRONG_DATE, {"Date": "soon"}))
    answer = await client.order(request_to(client))
    assert answer.proof is Proof.TRY_LATER
    assert len(talk.server.heard) == 1


async def test_unanswered_second_attempt_is_unclear(talk: Talk) -> None:
    """The refused first attempt says nothing about the second, which may have arrived."""
    client = await talk(says(400, WRONG_DATE), cuts())
    answer = await client.order(request_to(client))
    assert (answer.proof, answer.code) == (Proof.UNCLEAR, "cut")


async def test_unconnected_second_attempt_is_unsent(talk: Talk) -> None:
    """First refused, second not even connected: nothing was made."""

    async def says_and_goes(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talk.server.stop_listening()
        await says(400, WRONG_DATE, {"Connection": "close"})(reader, writer)
        writer.close()

    client = await talk(says_and_goes)
    answer = await client.order(request_to(client))
    assert (answer.proof, answer.code, answer.status) == (Proof.NOT_SENT, "not_connected", None)


async def test_balance(talk: Talk) -> None:
    """The balance of one currency, with the time it was asked for."""
    client = await talk(says(200, {"currency": "EUR", "available": "1234.50"}))
    balance = await client.balance("EUR")
    assert (balance.available, balance.asked_at) == (Money(123450, "EUR"), talk.clock.time)
    assert talk.server.heard[0].target == "/v1/balances/EUR"
    assert talk.outcomes[0].call is Call.BALANCE


@pytest.mark.parametrize(
    ("deed", "code", "status"),
    [
        (says(401, error("auth", "invalid_signature")), "invalid_signature", 401),
        (says(503, b"<html>"), "server_error", 503),
        (says(200, {"currency": "USD", "available": "1.0"}), "unreadable", 200),
        (cuts(), "cut", None),
    ],
)
async def test_balance_without_a_good_answer(
    talk: Talk, deed: object, code: str, status: int | None
) -> None:
    """Each failure has the provider's code or a short word, and tells whether it was answered."""
    client = await talk(deed)  # type: ignore[arg-type]
    with pytest.raises(ProviderUnavailableError) as caught:
        await client.balance("EUR")
    assert caught.value.code == code
    assert caught.value.params["status"] == status


async def test_balance_without_a_connection(talk: Talk) -> None:
    """Nothing sent has one code for everybody, and its reason beside it."""
    client = talk.to("https://till.invalid/v1")
    with pytest.raises(ProviderUnavailableError) as caught:
        await client.balance("EUR")
    assert caught.value.code == "not_sent"
    assert caught.value.params["reason"] == "name_unknown"
    await client.close()


async def test_new_account_from_now_on(talk: Talk) -> None:
    """After `use`, requests are signed with the new secret for the new account."""
    client = await talk(says(200, ORDER))
    await client.use(Account(f"{client.account.base_url}/", "till-8"), "new-secret")
    await client.get_order("o-1")
    assert "KeyId=till-8," in talk.server.heard[0].headers["authorization"]
    assert not client.account.base_url.endswith("/")


@pytest.mark.parametrize(
    ("account", "secret", "code"),
    [
        (Account("http://api.example/v1", "till-7"), "s", "provider_url_insecure"),
        (Account("https://api.example", "till-7"), "s", "provider_url_no_version"),
        (Account("https://api.example/v1", "till 7"), "s", "bad_client_id"),
        (Account("https://api.example/v1", "till,7"), "s", "bad_client_id"),
        (Account("https://api.example/v1", "till-7\r\nX: y"), "s", "bad_client_id"),
        (Account("https://api.example/v1", "till-7"), "", "missing_secret"),
    ],
)
async def test_unusable_account_is_refused(
    talk: Talk, account: Account, secret: str, code: str
) -> None:
    """A bad account is refused in words before it replaces the good one."""
    client = await talk(says(200, ORDER))
    before = client.account
    with pytest.raises(SettingsError) as caught:
        await client.use(account, secret)
    assert (caught.value.code, client.account) == (code, before)


async def test_loads_its_carrier_once(talk: Talk) -> None:
    """First calls at the same time share one client and its connections."""
    client = await talk(says(200, ORDER))
    await asyncio.gather(*(client.get_order("o-1") for _ in range(8)))
    assert len(talk.server.heard) == 8
    carrier = client._carrier
    await client.get_order("o-1")
    assert client._carrier is carrier


async def test_packed_answers_are_not_unpacked(talk: Talk) -> None:
    """The client asks for plain bodies; a packed one is unreadable, never a bomb."""
    client = await talk(says(201, b"\x1f\x8b\x08", {"Content-Encoding": "gzip"}))
    answer = await client.order(request_to(client))
    assert talk.server.heard[0].headers["accept-encoding"] == "identity"
    assert (answer.proof, answer.code) == (Proof.UNCLEAR, "unreadable")


async def test_server_is_stopped_by_hand() -> None:
    """The server of these tests really stops listening (it proves `unsent` above)."""
    server = RawServer(says(200, ORDER))
    url = await server.start()
    server.stop_listening()
    client = Talk().to(url)
    assert (await client.get_order("o-1")).proof is Proof.NOT_SENT
    await client.close()
    await server.stop()
