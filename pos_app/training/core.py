"""The training provider without sockets: one request in, one reply out."""

from __future__ import annotations

import hashlib
import itertools
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final

from pos_app.training.amounts import write_balance
from pos_app.training.catalogue import build_catalogue
from pos_app.training.gate import Account, Gate
from pos_app.training.ledger import Ledger, OrderState, RequestRecord
from pos_app.training.messages import (
    Fate,
    Json,
    Refusal,
    Reply,
    Request,
    json_reply,
    raw_reply,
)
from pos_app.training.mischief import after_work, instead_of_work
from pos_app.training.order_json import order_json
from pos_app.training.orders import DeskRules, OrderDesk
from pos_app.training.paging import page_of, read_query
from pos_app.training.pictures import card_pdf, logo_svg
from pos_app.training.products import Product
from pos_app.training.routes import Route, find_route
from pos_app.training.settlements import settlements
from pos_app.training.signature import http_date
from pos_app.training.troubles import Armed, TroublePlan

MOST_BODY: Final = 64 * 1024
Clock = Callable[[], datetime]
# Met at the gate or before it; the others wait for a request that was let in.
_AT_THE_DOOR: Final = frozenset({"offline", "provider_down", "clock_wrong"})


def utc_now() -> datetime:
    """The time of this computer."""
    return datetime.now(UTC)


class Core:
    """Admits, routes and answers requests, and writes each one into the books."""

    def __init__(
        self,
        account: Account,
        *,
        ledger: Ledger,
        plan: TroublePlan,
        rules: DeskRules,
        clock: Clock,
        rng: random.Random,
        base_url: Callable[[], str],
    ) -> None:
        """`base_url` tells under which address this provider is reached now."""
        self.products: Mapping[str, Product] = {
            product.code: product for product in build_catalogue()
        }
        self._ledger = ledger
        self._plan = plan
        self._clock = clock
        self._base_url = base_url
        self._gate = Gate(account, plan, base_url)
        self._desk = OrderDesk(ledger, self.products, rng=rng, rules=rules, host=self._own_host)
        self._numbers = itertools.count(1)

    def settle(self) -> None:
        """Let happen to the orders what time has brought."""
        self._desk.settle(self._clock())

    def _unreachable(self) -> tuple[Reply, str] | None:
        """Whether a connection comes to nothing at all; counted against the trouble."""
        offline = self._plan.find("offline")
        if offline is not None:
            self._plan.use_up(offline)
            return Reply(0, (), b"", Fate.REFUSED), offline.name
        down = self._plan.find("provider_down")
        if down is None:
            return None
        self._plan.use_up(down)
        return Reply(0, (), b"", Fate.CUT_BEFORE), down.name

    def handle(
        self, method: str, target: str, headers: Sequence[tuple[str, str]], body: bytes
    ) -> Reply:
        """Answer one request."""
        request = Request.read(method, target, headers, body)
        route = find_route(request.method, request.path)
        now = self._clock()
        self._desk.settle(now)
        nothing = self._unreachable()
        reply, trouble = nothing or self._answer(request, route, now)
        self._record(request, target, route, now, reply, trouble)
        return reply

    def _answer(self, request: Request, route: Route, now: datetime) -> tuple[Reply, str | None]:
        """The reply with its common headers, and the name of the trouble that was met."""
        request_id = f"training-{next(self._numbers):08d}"
        clock_trouble = None if route.is_public else self._gate.clock_trouble(route.call)
        ahead = timedelta(seconds=clock_trouble.seconds if clock_trouble else 0)
        trouble: Armed | None = None
        try:
            if len(request.body) > MOST_BODY:
                raise Refusal("content_too_large")
            if not route.is_public:
                self._gate.check(request, now, clock_trouble)
                trouble = self._plan.take(route.call, but=_AT_THE_DOOR)
            reply = self._exchange(request, route, now, trouble, request_id)
        except Refusal as refusal:
            reply = refusal.reply(request_id)
        common = (("Date", http_date(now + ahead)), ("X-Request-Id", request_id))
        return reply.with_headers(*common), trouble.name if trouble else None

    def _exchange(
        self,
        request: Request,
        route: Route,
        now: datetime,
        trouble: Armed | None,
        request_id: str,
    ) -> Reply:
        if trouble is None:
            return self._work(request, route, now, None)
        early = instead_of_work(trouble, request_id)
        if early is not None:
            return early
        try:
            reply = self._work(request, route, now, trouble)
        except Refusal as refusal:
            reply = refusal.reply(request_id)
        return after_work(trouble, reply, route.call, request_id)

    def _work(self, request: Request, route: Route, now: datetime, trouble: Armed | None) -> Reply:
        query = read_query(request.query)
        match route.call:
            case "products":
                return self._list_products(query)
            case "balances":
                return self._balances(route.arg)
            case "settlements":
                return _list("settlements", settlements(self._ledger, query, now), query)
            case "order":
                return self._create(request, now, trouble)
            case "get":
                return self._show(200, route.arg, now)
            case "invalidate":
                self._desk.invalidate(route.arg, now)
                return self._show(200, route.arg, now)
            case "logo":
                return self._logo(route.arg)
            case "card":
                return self._voucher(route.arg)
        raise Refusal("path_not_found")

    def _create(self, request: Request, now: datetime, trouble: Armed | None) -> Reply:
        order, is_new = self._desk.create(request.key, request.body, now, trouble)
        done = order.mode == "sync" and order.state is not OrderState.PROCESSING
        product = self.products.get(order.product_code)
        reply = json_reply(201 if done else 202, order_json(order, product, now))
        if is_new and self._desk.is_silent(order):
            return replace(reply, fate=Fate.CUT_AFTER)
        return reply

    def _show(self, status: int, order_id: str, now: datetime) -> Reply:
        order = self._desk.get(order_id, now)
        return json_reply(status, order_json(order, self.products.get(order.product_code), now))

    def _list_products(self, query: Mapping[str, str]) -> Reply:
        host = self._own_host()
        part, cursor = page_of(tuple(self.products.values()), query)
        listed = [product.to_json(f"{host}/logos/{product.code}.svg") for product in part]
        return json_reply(200, {"products": listed, "next_cursor": cursor})

    def _balances(self, currency: str) -> Reply:
        listed: list[Json] = [
            {"currency": name, "available": write_balance(available)}
            for name, available in self._ledger.balances.items()
            if currency in {"", name}
        ]
        if not currency:
            return json_reply(200, {"balances": listed})
        if not listed:
            raise Refusal("entity_not_found")
        return json_reply(200, listed[0])

    def _logo(self, code: str) -> Reply:
        product = self.products.get(code)
        if product is None or not product.has_logo:
            raise Refusal("path_not_found")
        reply = raw_reply(200, "image/svg+xml", logo_svg(product.brand))
        return reply.with_headers(("Cache-Control", "max-age=86400"))

    def _voucher(self, order_id: str) -> Reply:
        order = self._ledger.orders.get(order_id)
        if order is None or "card_pdf" not in dict(order.urls):
            raise Refusal("path_not_found")
        product = self.products.get(order.product_code)
        brand = product.brand if product else order.product_code
        return raw_reply(200, "application/pdf", card_pdf(order, brand))

    def _own_host(self) -> str:
        """Scheme and authority, without the version prefix."""
        return self._base_url().rpartition("/")[0]

    def _record(
        self,
        request: Request,
        target: str,
        route: Route,
        now: datetime,
        reply: Reply,
        trouble: str | None,
    ) -> None:
        if route.is_public:
            return
        answered = reply.fate in {Fate.SENT, Fate.CUT_BODY}
        record = RequestRecord(
            at=now,
            method=request.method,
            target=target,
            call=route.call,
            key=request.key,
            body_sha256=hashlib.sha256(request.body).hexdigest(),
            status=reply.status if answered else None,
            fate=reply.fate,
            error_code=reply.error_code,
            trouble=trouble,
        )
        self._ledger.record_request(record)


def _list(name: str, items: Sequence[Json], query: Mapping[str, str]) -> Reply:
    part, cursor = page_of(items, query)
    return json_reply(200, {name: list(part), "next_cursor": cursor})
