"""A client and a server of few words, together; and what tests order."""

from __future__ import annotations

import ssl
from typing import Final

from pos_app.domain.sale import Account, OrderRequest
from pos_app.provider.calls import CallOutcome, Wait, Waits
from pos_app.provider.client import HttpProvider
from tests.unit.provider.raw_server import Deed, RawServer, TillClock

BODY: Final = b'{"product_code":"p-1"}'
ORDER: Final[dict[str, object]] = {
    "id": "o-1",
    "state": "completed",
    "product_code": "p-1",
    "face_value": {"currency": "EUR", "amount": "50.0"},
    "code": "ABCD-EFGH",
}


def error(kind: str, code: str) -> dict[str, object]:
    """An error body of the contract."""
    return {"error_class": kind, "error_code": code, "message": "No.", "request_id": "r-1"}


class Talk:
    """Starts a server with deeds, and a client that knows it."""

    def __init__(self) -> None:
        self.clock, self.outcomes = TillClock(), list[CallOutcome]()
        self.server: RawServer
        self.client: HttpProvider | None = None

    async def __call__(self, *deeds: Deed, wait: Wait | None = None) -> HttpProvider:
        """The client of a server that does these deeds."""
        return await self.over(RawServer(*deeds), wait=wait)

    async def over(
        self,
        server: RawServer,
        *,
        wait: Wait | None = None,
        ssl_context: ssl.SSLContext | None = None,
    ) -> HttpProvider:
        """The client of this server."""
        self.server = server
        self.client = self.to(await server.start(), wait=wait, ssl_context=ssl_context)
        return self.client

    def to(
        self, url: str, *, wait: Wait | None = None, ssl_context: ssl.SSLContext | None = None
    ) -> HttpProvider:
        """A client of an address."""
        return HttpProvider(
            Account(url, "till-7"),
            "test-secret",
            clock=self.clock,
            waits=Waits.all_alike(wait or Wait(overall_s=10)),
            ssl_context=ssl_context,
            on_answer=self.outcomes.append,
        )

    async def end(self) -> None:
        """Stop both."""
        if self.client is not None:
            await self.client.close()
            await self.server.stop()


def request_to(client: HttpProvider, *, key: str = "key-1", body: bytes = BODY) -> OrderRequest:
    """An order request as it comes out of the store."""
    return OrderRequest(key, "POST", f"{client.account.base_url}/orders", body)
