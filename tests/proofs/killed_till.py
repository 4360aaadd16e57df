"""A real till without a window, to be killed: `python -m tests.proofs.killed_till serve`.

`serve` imports the program, then makes a process of its own for every line of JSON it reads, and
says how that ended. A job names a home folder and what to do:

    sale     three cards, from `Pay` to the third `Readable`; with `edge` N the process kills
             itself by SIGKILL at the N-th write, send, receive or print edge, with `after_s` at
             that moment after it was ready; with neither it counts the edges
    rest     people press what the open cases say until none is left

What it says goes into `<home>/said`, one line at a time: what stands there has happened.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import socket
import sqlite3
import sys
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from pos_app.bootstrap.real import real_parts
from pos_app.bootstrap.running import RunningTill
from pos_app.config import Paths
from pos_app.domain.cases import Case, CaseKind, open_case
from pos_app.domain.errors import RefusedError
from pos_app.domain.money import Language, Money
from pos_app.domain.product import DeliveryMethod
from pos_app.domain.sale import Delivery, Line, Sale
from pos_app.printing import pdf
from pos_app.provider import transport
from pos_app.usecases.services import Services

# Imported by the process that makes the others, so that each of them starts at once.
PRELOADED: Final = (pdf, transport)
PRODUCT: Final = "b713c564-9e18-4810-a9bb-7b2d86afc8cd"
_FIFTY: Final = Money(5000, "EUR")
_STATEMENTS: Final = ("BEGIN", "COMMIT", "INSERT", "UPDATE", "DELETE")


class Edges:
    """Counts what goes to disk, network and printer, and kills at the chosen edge."""

    def __init__(self, chosen: int) -> None:
        """0 kills never."""
        self._chosen, self._lock = chosen, threading.Lock()
        self.armed = False
        self.seen: Counter[str] = Counter()

    def cross(self, kind: str) -> None:
        """One edge; whatever thread it is on, nothing happens after the chosen one."""
        with self._lock:
            if not self.armed:
                return
            self.seen[kind] += 1
            if self.seen.total() == self._chosen:
                os.kill(os.getpid(), signal.SIGKILL)

    def watch(self) -> None:
        """Put an edge around every write, send, receive and print."""
        self._watch_sqlite()
        for name in ("send", "recv"):
            self._wrap_socket(name)
        self._wrap_os("fsync", "print")
        self._wrap_os("replace", "print")
        self._wrap_os("rename", "print")

    def _watch_sqlite(self) -> None:
        whole: Callable[..., sqlite3.Connection] = sqlite3.connect

        def connect(*args: object, **kwargs: object) -> object:
            connection = whole(*args, **kwargs)
            connection.set_trace_callback(self._statement)
            return connection

        setattr(sqlite3, "connect", connect)  # noqa: B010 -- its overloads can't be repeated

    def _statement(self, text: str) -> None:
        word = text.split(maxsplit=1)[0].upper() if text.strip() else ""
        if word in _STATEMENTS:
            self.cross(f"write: {word}")

    def _wrap_socket(self, name: str) -> None:
        whole = getattr(socket.socket, name)
        kind = {"send": "send", "recv": "receive"}[name]

        def wrapped(own: socket.socket, *args: object) -> object:
            if own.family not in (socket.AF_INET, socket.AF_INET6):
                return whole(own, *args)
            self.cross(f"{kind}: before")
            done = whole(own, *args)
            self.cross(f"{kind}: after")
            return done

        setattr(socket.socket, name, wrapped)

    def _wrap_os(self, name: str, kind: str) -> None:
        whole = getattr(os, name)

        def wrapped(*args: object, **kwargs: object) -> object:
            self.cross(f"{kind}: before {name}")
            done = whole(*args, **kwargs)
            self.cross(f"{kind}: after {name}")
            return done

        setattr(os, name, wrapped)


class People:
    """People at the counter of one running till."""

    def __init__(self, services: Services, said: Path) -> None:
        """Say everything into this file."""
        self._services, self._said = services, said

    def say(self, what: str, **more: object) -> None:
        """What is written here has happened."""
        with self._said.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"said": what, **more}) + "\n")

    async def sign_in(self) -> None:
        """The one person of this till is its manager."""
        (person,) = await self._services.session.cashiers()
        await self._services.session.sign_in(person.id, "4711")

    async def sell(self, edges: Edges) -> Sale:
        """Three cards, paid."""
        services = self._services
        changed = asyncio.Event()
        stop = services.till.bulletin.subscribe(lambda _event: changed.set())
        while not services.catalogue.products:
            # The till has begun to fetch it by itself.
            await changed.wait()
            changed.clear()
        stop()
        product = next(one for one in services.catalogue.products if one.code == PRODUCT)
        services.cart.add(product, _FIFTY, Delivery(DeliveryMethod.CODE), 3)
        edges.armed = True
        self.say("ready")
        offer = await services.checkout.prepare(services.session.own_approval())
        services.session.front_sale = offer.sale
        sale = await services.checkout.confirm(offer, services.session.who, Language.EN)
        self.say("paid", sale=sale.id)
        return sale

    async def hand_over(self, sale: Sale) -> None:
        """Each slip is readable."""
        await self._until_printed(sale)
        for line in sale.lines:
            await self._press("handed_over", line)

    async def _until_printed(self, sale: Sale) -> None:
        while True:
            lines = (await self._services.records.front_sale() or sale).lines
            if all(line.printed for line in lines):
                return
            await asyncio.sleep(0.01)

    async def come_to_rest(self) -> None:
        """Press what the cases say until there are none."""
        first = await self._cases()
        offered = {case.line.id: sorted(case.actions) for case in first}
        self.say("cases", offered=offered, kinds={case.line.id: case.kind for case in first})
        while cases := await self._cases():
            for case in cases:
                await self._handle(case)
            await asyncio.sleep(0.05)
        self.say("rest")

    async def _cases(self) -> list[Case]:
        """Open cases, and what the progress screen shows of the sale in front."""
        records, till = self._services.records, self._services.till
        cases = {case.line.id: case for case in await records.open_cases()}
        front = await records.front_sale()
        for line in front.lines if front else ():
            case = open_case(line, now=till.clock.now(), limits=till.limits)
            if case is not None:
                cases.setdefault(line.id, case)
        return list(cases.values())

    async def _handle(self, case: Case) -> None:
        line, kind = case.line, case.kind
        with suppress(RefusedError):
            if kind is CaseKind.WAITING:
                await self._services.aftermath.order_now(line.id)
            elif kind is CaseKind.NOT_HANDED_OVER:
                await self._services.slips.print_card(line.id, self._services.session.who.id)
            elif kind is CaseKind.PERHAPS_PRINTED:
                await self._press("handed_over", line)
            elif kind is CaseKind.REFUND_DUE:
                await self._press("refund_paid", line)

    async def _press(self, what: str, line: Line) -> None:
        after, by = self._services.aftermath, self._services.session.who.id
        press = after.hand_over if what == "handed_over" else after.refund_paid
        await press(line.id, by)
        self.say(what, line=line.id)


async def run(job: Mapping[str, Any]) -> None:
    """One life of the program."""
    home, edges = Path(job["home"]), Edges(job.get("edge", 0))
    edges.watch()
    parts = await real_parts(Paths.below(home), os.environ)
    if job.get("careless"):
        # A planted mistake: the proof by strace must see it.
        await parts.store._database.read(lambda db: db.execute("PRAGMA synchronous = OFF"))
    async with RunningTill(parts) as till:
        people = People(till.services, home / "said")
        await people.sign_in()
        if job["do"] == "rest":
            await people.come_to_rest()
            return
        if "after_s" in job:
            threading.Thread(target=_die_after, args=(job["after_s"],), daemon=True).start()
        began = time.monotonic()
        await people.hand_over(await people.sell(edges))
        edges.armed = False
        await till.services.aftermath.new_sale()
        people.say("sold", edges=dict(edges.seen), took_s=time.monotonic() - began)


def _die_after(seconds: float) -> None:
    time.sleep(seconds)
    os.kill(os.getpid(), signal.SIGKILL)


def serve(run_job: Callable[[Mapping[str, Any]], None]) -> None:
    """A process for each line of JSON; says how it ended: 0, or minus the signal."""
    for text in sys.stdin:
        child = os.fork()
        if child == 0:
            run_job(json.loads(text))
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        print(status, flush=True)


def _child(job: Mapping[str, Any]) -> None:
    """Never returns: the next jobs belong to the parent."""
    code = 1
    try:
        os.environ |= {"POS_APP_PRINTER": f"pdf:{job['home']}/slips"}
        asyncio.run(run(job))
        code = 0
    finally:
        if code:
            traceback.print_exc()
            sys.stderr.flush()
        os._exit(code)


def main() -> None:
    """Serve, or do one job in this very process (for strace)."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    if sys.argv[1] == "serve":
        serve(_child)
    else:
        _child(json.loads(sys.argv[1]))


if __name__ == "__main__":
    main()
