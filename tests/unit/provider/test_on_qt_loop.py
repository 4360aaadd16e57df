"""The client on Qt's event loop, where it lives in the program."""

from __future__ import annotations

import asyncio
import socket

import pytest

from pos_app.domain.answer import Proof
from pos_app.provider.calls import Wait
from tests.helpers.loops import TestLoop
from tests.unit.provider.raw_server import cuts, is_silent, says
from tests.unit.provider.talk import ORDER, Talk, request_to


async def test_orders_at_once(qloop: TestLoop, talk: Talk) -> None:
    """Several orders at the same time each get their answer."""
    del qloop
    client = await talk(says(201, ORDER))
    requests = [request_to(client, key=f"key-{number}") for number in range(4)]
    answers = await asyncio.gather(*map(client.order, requests))
    assert {answer.proof for answer in answers} == {Proof.COMPLETED}
    sent = {heard.headers["idempotency-key"] for heard in talk.server.heard}
    assert sent == {request.key for request in requests}


@pytest.mark.parametrize(
    ("deed", "wait"),
    [
        (cuts(), Wait()),
        (is_silent, Wait(read_s=0.5)),
        (is_silent, Wait(overall_s=0.5)),
    ],
)
async def test_silence(qloop: TestLoop, talk: Talk, deed: object, wait: Wait) -> None:
    """Each kind of silence ends in time, as unclear."""
    del qloop
    client = await talk(says(200, ORDER), deed, wait=wait)  # type: ignore[arg-type]
    await client._open()  # loading takes its time too
    await client.get_order("o-1")
    assert (await client.order(request_to(client))).proof is Proof.UNCLEAR


async def test_nobody_there(qloop: TestLoop, talk: Talk) -> None:
    """A refused connection is unsent."""
    del qloop
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        client = talk.to(f"http://127.0.0.1:{closed.getsockname()[1]}/v1")
        assert (await client.order(request_to(client))).proof is Proof.NOT_SENT
        await client.close()


async def test_close_and_cancel(qloop: TestLoop, talk: Talk) -> None:
    """Closing ends calls under way; a cancelled one stays cancelled."""
    del qloop
    client = await talk(is_silent)
    going, cancelled = (asyncio.create_task(client.get_order("o-1")) for _ in range(2))
    await talk.server.listening.wait()
    cancelled.cancel()
    await client.close()
    assert (await going).code == "closed"
    with pytest.raises(asyncio.CancelledError):
        await cancelled
