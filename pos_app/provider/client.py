"""The provider over HTTP: signs, sends once, classifies. Never decides, never retries.

The one exception is the contract's own: a request refused for its `Date` header is signed again
with the provider's time, once, within the same call. The answer then is that of the second
attempt; the first is known to have made nothing.
"""

from __future__ import annotations

import asyncio
import logging
import re
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from pos_app import __version__
from pos_app.domain.address import check_base_url
from pos_app.domain.answer import Answer, Proof
from pos_app.domain.errors import ProviderUnavailableError, SettingsError
from pos_app.domain.product import CatalogueReading, Product
from pos_app.domain.sale import Account, CartItem, OrderRequest, SaleId
from pos_app.domain.settings import ProcessingMode
from pos_app.ports import Balance, Clock
from pos_app.provider import reading, signing, wire
from pos_app.provider.calls import Call, CallOutcome, Waits
from pos_app.provider.errors import is_wrong_date, read_error
from pos_app.provider.exchange import Carrier, ExchangeError, Message, Progress, Reply

_log = logging.getLogger(__name__)

_MOST_PAGES: Final = 500
_A_FEW: Final = 20
# A clock that is merely drifting is not set: an offset this wrong is still good enough (M4).
# No exchange takes as long: whoever reads its answer later has slept meanwhile.
_JUMP_S: Final = 60
_YEARS: Final = range(2020, 2200)
_CLIENT_ID: Final = re.compile(r"[!-~]{1,200}")  # what a header holds, without blanks


@dataclass(frozen=True, slots=True)
class _Ask:
    """What is asked; the same for every attempt."""

    call: Call
    method: str
    url: str
    key: str = ""
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class _Moment:
    """A moment by the till's clock, and by one that nobody can set."""

    now: datetime
    ticks: float


@dataclass(frozen=True, slots=True)
class _Silence:
    """No whole answer came."""

    word: str
    unsent: bool
    status: int | None

    def as_answer(self) -> Answer:
        """What it proves (M3)."""
        proof = Proof.NOT_SENT if self.unsent else Proof.UNCLEAR
        return Answer(proof=proof, code=self.word, status=self.status)

    def as_error(self) -> ProviderUnavailableError:
        """For questions that change nothing."""
        code = "not_sent" if self.unsent else self.word
        return ProviderUnavailableError(code, reason=self.word, status=self.status)


class HttpProvider:
    """The port `Provider` over httpx.

    `on_answer` learns of every call's outcome, from whichever method it came.
    """

    def __init__(
        self,
        account: Account,
        secret: str,
        *,
        clock: Clock,
        waits: Waits | None = None,
        ssl_context: ssl.SSLContext | None = None,
        on_answer: Callable[[CallOutcome], None] | None = None,
        carrier: Carrier | None = None,
    ) -> None:
        """Connect to nothing yet; without a `carrier` httpx is loaded at the first call.

        May raise:
        - SettingsError: an address, client id or secret that can't be used.
        """
        self._account, self._secret = _checked(account, secret)
        self._clock, self._waits = clock, waits or Waits()
        self._ssl_context, self._on_answer = ssl_context, on_answer
        self._carrier = carrier
        self._opening = asyncio.Lock()
        self._offset_s: float | None = None
        self._learned: _Moment | None = None
        self._correction_s = 0.0
        self._running: set[asyncio.Timeout] = set()
        self._idle = asyncio.Event()
        self._closed = False

    @property
    def account(self) -> Account:
        """The base URL and client id every request goes out with (M11)."""
        return self._account

    @property
    def clock_offset_s(self) -> float | None:
        """The provider's clock minus the till's, from the last `Date` header; None before one.

        None again once the till's clock was set or the computer slept: the offset may be wrong,
        and stays so when the clock comes back to where it was.
        """
        if self._learned is not None and self._has_jumped_since(self._learned):
            self._learned = None
        return None if self._learned is None else self._offset_s

    @property
    def signs_with_provider_time(self) -> bool:
        """Whether the provider has refused the till's own clock: the cashier should know."""
        return self._correction_s != 0.0

    def prepare_order(
        self,
        item: CartItem,
        *,
        key: str,
        sale: SaleId,
        country: str,
        language: str,
        mode: ProcessingMode = ProcessingMode.SYNC,
    ) -> OrderRequest:
        """The key, URL and exact body bytes of an order, before anything is sent (M2)."""
        body = wire.order_body(item, sale=sale, country=country, language=language, mode=mode)
        return OrderRequest(key, "POST", wire.orders_url(self._account.base_url), body)

    async def order(self, request: OrderRequest) -> Answer:
        """Send exactly these bytes with this key."""
        if request.url != wire.orders_url(self._account.base_url):
            return Answer(proof=Proof.NOT_SENT, code="other_account")
        ask = _Ask(Call.ORDER, request.method, request.url, request.key, request.body)
        return await self._answer(ask)

    async def get_order(self, order_id: str) -> Answer:
        """Look at an order."""
        url = wire.order_url(self._account.base_url, order_id)
        return await self._answer(_Ask(Call.GET_ORDER, "GET", url))

    async def invalidate(self, order_id: str) -> Answer:
        """Ask to make a completed order worthless."""
        url = wire.invalidate_url(self._account.base_url, order_id)
        return await self._answer(_Ask(Call.INVALIDATE, "POST", url))

    async def products(self) -> CatalogueReading:
        """The whole catalogue, page by page; a code that comes twice counts once.

        May raise:
        - ProviderUnavailableError: the provider's code or our short word.
        """
        read_at = self._clock.now()
        found: dict[str, Product] = {}
        entries, cursor = 0, None
        cursors: set[str] = set()
        while True:
            page = await self._page(cursor)
            for entry in page.entries:
                if entries % _A_FEW == 0:
                    await asyncio.sleep(0)  # a whole page would hold the window up
                product = wire.read_product(entry)
                if product is not None:
                    found.setdefault(product.code, product)
                entries += 1
            cursor = page.next_cursor
            if cursor is None:
                return CatalogueReading(tuple(found.values()), entries - len(found), read_at)
            if cursor in cursors or len(cursors) == _MOST_PAGES:
                raise ProviderUnavailableError("endless_catalogue", status=200)
            cursors.add(cursor)

    async def _page(self, cursor: str | None) -> wire.Page:
        url = wire.products_url(self._account.base_url, cursor)
        reply = await self._question(_Ask(Call.PRODUCTS, "GET", url))
        page = wire.read_page(reply.body)
        if page is None:
            raise ProviderUnavailableError("unreadable", status=reply.status)
        return page

    async def balance(self, currency: str) -> Balance:
        """The credit in one currency.

        May raise:
        - ProviderUnavailableError: the provider's code or our short word.
        """
        asked_at = self._clock.now()
        url = wire.balance_url(self._account.base_url, currency)
        reply = await self._question(_Ask(Call.BALANCE, "GET", url))
        available = wire.read_balance(reply.body, currency)
        if available is None:
            raise ProviderUnavailableError("unreadable", status=reply.status)
        return Balance(available, asked_at)

    async def use(self, account: Account, secret: str) -> None:
        """From now on speak with another account or secret; calls under way are not touched.

        May raise:
        - SettingsError: an address, client id or secret that can't be used.
        """
        self._account, self._secret = _checked(account, secret)
        self._correction_s = 0.0

    async def close(self) -> None:
        """Close connections; requests in flight end as unclear, or unsent where that is sure."""
        self._closed = True
        for limit in self._running:
            if not limit.expired():
                limit.reschedule(asyncio.get_running_loop().time())
        if self._running:
            await self._idle.wait()
        if self._carrier is not None:
            await self._carrier.close()

    # --- one call -----------------------------------------------------------------------------

    async def _answer(self, ask: _Ask) -> Answer:
        heard = await self._converse(ask)
        if isinstance(heard, _Silence):
            return heard.as_answer()
        return wire.classify(heard.status, heard.headers, heard.body, ask.call)

    async def _question(self, ask: _Ask) -> Reply:
        """The answer to a question that changes nothing, when it is a good one."""
        heard = await self._converse(ask)
        if isinstance(heard, _Silence):
            raise heard.as_error()
        if 200 <= heard.status < 300:
            return heard
        answer = wire.classify(heard.status, heard.headers, heard.body, ask.call)
        raise ProviderUnavailableError(
            answer.code,
            status=heard.status,
            message=answer.message,
            request_id=answer.request_id,
            retry_after_s=answer.retry_after_s,
        )

    async def _converse(self, ask: _Ask) -> Reply | _Silence:
        """One call within its overall time, and the news of it to whoever listens."""
        progress = Progress()
        started = self._clock.monotonic()
        heard: Reply | _Silence
        try:
            async with asyncio.timeout(self._waits.of(ask.call).overall_s) as limit:
                heard = await self._speak(ask, progress, limit)
        except TimeoutError:
            word = "closed" if self._closed else "no_answer"
            heard = _Silence(word, progress.is_unsent, progress.status)
        except ExchangeError as error:
            heard = _Silence(error.word, progress.is_unsent, progress.status)
        self._tell(ask.call, heard, self._clock.monotonic() - started)
        return heard

    async def _speak(self, ask: _Ask, progress: Progress, limit: asyncio.Timeout) -> Reply:
        if self._closed:
            raise ExchangeError("closed")
        self._running.add(limit)
        self._idle.clear()
        try:
            carrier = await self._open()
            wait = self._waits.of(ask.call)
            begun = self._moment()
            reply = await carrier.exchange(self._signed(carrier, ask), wait, progress)
            if self._learn_time(reply, begun) and _is_wrong_date(reply):
                self._correction_s = self._offset_s or 0.0
                progress.restart()
                begun = self._moment()
                reply = await carrier.exchange(self._signed(carrier, ask), wait, progress)
                self._learn_time(reply, begun)
            return reply
        finally:
            self._running.discard(limit)
            if not self._running:
                self._idle.set()

    async def _open(self) -> Carrier:
        """The carrier; httpx and its certificates are loaded at the first call, on a thread."""
        async with self._opening:
            if self._carrier is None:
                self._carrier = await asyncio.to_thread(_load_carrier, self._ssl_context)
            return self._carrier

    def _signed(self, carrier: Carrier, ask: _Ask) -> Message:
        """The request with a fresh date and signature."""
        target = carrier.target(ask.url)
        now = self._clock.now() + timedelta(seconds=self._correction_s)
        parts = signing.Signable(
            host=signing.host_part(target.host, target.port),
            method=ask.method,
            path=target.path,
            query=target.query,
            date=signing.http_date(now),
            key=ask.key,
            body=ask.body,
        )
        headers = {
            "Date": parts.date,
            "Authorization": signing.authorization(self._account.client_id, self._secret, parts),
            "Accept": "application/json",
            "Accept-Encoding": "identity",
            "User-Agent": f"pos-app/{__version__}",
        }
        if ask.key:
            headers["Idempotency-Key"] = ask.key
        if ask.body:
            headers["Content-Type"] = "application/json"
        return Message(ask.method, ask.url, headers, ask.body)

    def _learn_time(self, reply: Reply, begun: _Moment) -> bool:
        """Take the offset between the clocks from an answer; whether it told one.

        Not from an answer that a sleeping computer has read hours later. It is not signed anew
        for its date either: the order may be too old by now to be posted again (money.md M4),
        which is not decided here.
        """
        theirs = _time_of(reply)
        late = self._clock.monotonic() - begun.ticks > _JUMP_S
        if theirs is None or late or self._has_jumped_since(begun):
            return False
        self._learned = self._moment()
        self._offset_s = (theirs - self._learned.now).total_seconds()
        return True

    def _moment(self) -> _Moment:
        return _Moment(self._clock.now(), self._clock.monotonic())

    def _has_jumped_since(self, then: _Moment) -> bool:
        """Whether the till's clock was set or the computer slept in between."""
        passed = (self._clock.now() - then.now).total_seconds()
        return abs(passed - (self._clock.monotonic() - then.ticks)) > _JUMP_S

    def _tell(self, call: Call, heard: Reply | _Silence, took_s: float) -> None:
        silence = heard if isinstance(heard, _Silence) else None
        outcome = CallOutcome(
            call=call,
            reached=heard.status is not None,
            sent=silence is None or not silence.unsent,
            took_s=took_s,
            word=silence.word if silence else "",
            provider_time=None if isinstance(heard, _Silence) else _time_of(heard),
        )
        _log.info(
            "provider answered" if silence is None else "provider did not answer",
            extra={
                "call": call.value,
                "status": heard.status,
                "word": outcome.word or "-",
                "took_ms": round(took_s * 1000),
            },
        )
        if self._on_answer is not None:
            self._on_answer(outcome)


def _time_of(reply: Reply) -> datetime | None:
    """The provider's time; one that can't be true would sign every later request wrongly."""
    told = reading.http_moment(reply.headers.get("date"))
    return told if told is not None and told.year in _YEARS else None


def _is_wrong_date(reply: Reply) -> bool:
    """A page of the catalogue is not read twice to find no error in it."""
    return reply.status == 400 and is_wrong_date(reply.status, read_error(reply.body))


def _checked(account: Account, secret: str) -> tuple[Account, str]:
    """The account with a tidy address."""
    base = check_base_url(account.base_url)
    if not _CLIENT_ID.fullmatch(account.client_id) or "," in account.client_id:
        raise SettingsError("bad_client_id", client_id=account.client_id)
    if not secret:
        raise SettingsError("missing_secret")
    return Account(base, account.client_id), secret


def _load_carrier(ssl_context: ssl.SSLContext | None) -> Carrier:
    """Runs on a worker thread."""
    from pos_app.provider.transport import HttpxCarrier

    return HttpxCarrier(ssl_context)
