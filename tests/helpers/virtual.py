"""A whole till in virtual time: real use-cases, the real client and the training provider.

Time jumps to the next thing that is due, so that a minute of waiting takes no time, and every run
of the same scenario is the same. Only sockets, disk and threads are left out: the wire is a
`VirtualCarrier`, the store is `FakeStore`.
"""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypeVar
from urllib.parse import urlsplit

from pos_app.domain.errors import PrinterError, UserError
from pos_app.domain.limits import Limits
from pos_app.domain.money import Language, Money
from pos_app.domain.people import Person, PersonId, Role
from pos_app.domain.product import DeliveryMethod, Product
from pos_app.domain.sale import Account, Delivery, Line, Sale
from pos_app.domain.slip import SlipDocument
from pos_app.domain.till import TillProfile
from pos_app.provider.calls import Wait, Waits
from pos_app.provider.client import HttpProvider
from pos_app.provider.exchange import ExchangeError, Message, Progress, Reply, Target
from pos_app.training.messages import Fate
from pos_app.training.messages import Reply as ProviderReply
from pos_app.training.provider import TrainingProvider
from pos_app.usecases.aftermath import Aftermath
from pos_app.usecases.balance import BalanceWatch
from pos_app.usecases.bulletin import Bulletin, Event
from pos_app.usecases.cart import Cart
from pos_app.usecases.catalogue import Catalogue
from pos_app.usecases.checkout import Checkout
from pos_app.usecases.clocks import ProviderClock
from pos_app.usecases.days import DayDesk
from pos_app.usecases.order_desk import OrderDesk
from pos_app.usecases.reach import Reach
from pos_app.usecases.records import Records
from pos_app.usecases.session import Session
from pos_app.usecases.slips import SlipDesk
from pos_app.usecases.tasks import TaskOwner
from pos_app.usecases.till import Till
from tests.fakes.store import FakeStore
from tests.helpers.lines import T0

T = TypeVar("T")
_CLIENT, SECRET = "client", "secret"  # pragma: allowlist secret


# So many turns of the loop at one moment: nothing honest needs them.
_MOST_TURNS = 20_000


class _JumpSelector(selectors.DefaultSelector):
    """Instead of waiting for a timer it moves the clock there."""

    def __init__(self) -> None:
        super().__init__()
        self.now_s = 0.0
        self._turns = 0

    def select(self, timeout: float | None = None) -> list[Any]:
        """Ready sockets, or nothing after a jump."""
        ready: list[Any] = super().select(0)
        if ready:
            return ready
        if timeout is None:
            raise AssertionError("everything waits for something that can't come")
        self._turns = 0 if timeout > 0 else self._turns + 1
        if self._turns > _MOST_TURNS:
            raise AssertionError("something goes round and round without any time passing")
        self.now_s += max(timeout, 0.0)
        return []


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop whose time costs nothing."""

    def __init__(self) -> None:
        """Start at second 0."""
        self._jumps = _JumpSelector()
        super().__init__(self._jumps)
        # A timer is due within half a microsecond, so that sums of floats never spin.
        self._clock_resolution = 5e-7

    def time(self) -> float:
        """Virtual seconds since the start."""
        return self._jumps.now_s


def run_virtual(work: Coroutine[Any, Any, T]) -> T:
    """Run a scenario in virtual time; tasks it leaves behind are cancelled."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(work)


class VirtualClock:
    """The till's clock over the loop's time; `shift` sets it forward or back, as people do.

    While the computer is asleep its other, steady time goes on with some systems and stands still
    with others (`counts_sleep`).
    """

    def __init__(self) -> None:
        """Start at T0."""
        self.shift = timedelta(0)
        # A restarted till has a new loop; its time goes on from here.
        self.began = T0
        self.counts_sleep = False
        self._slept_s = 0.0

    def fall_asleep(self, length: timedelta) -> None:
        """The computer was asleep for so long: the program has not moved."""
        self.began += length
        if self.counts_sleep:
            self._slept_s += length.total_seconds()

    def now(self) -> datetime:
        """The till's time."""
        return self.true_now() + self.shift

    def true_now(self) -> datetime:
        """The provider's time, which nobody shifts."""
        return self.began + timedelta(seconds=asyncio.get_running_loop().time())

    def monotonic(self) -> float:
        """The loop's time, and perhaps that of the sleep."""
        return asyncio.get_running_loop().time() + self._slept_s

    async def sleep(self, seconds: float) -> None:
        """Wait virtually."""
        await asyncio.sleep(seconds)


class VirtualCarrier:
    """Carries requests to the training provider without sockets, with all its fates."""

    def __init__(self, provider: TrainingProvider) -> None:
        """Connect to one provider."""
        self._provider = provider
        self.latency_s = 0.05
        self.is_unplugged = False
        self.log: list[tuple[str, str]] = []

    def target(self, url: str) -> Target:
        """The parts of a URL."""
        parts = urlsplit(url)
        return Target(parts.hostname or "", parts.port or 80, parts.path, parts.query)

    async def exchange(self, message: Message, wait: Wait, progress: Progress) -> Reply:
        """Send one request; what the provider's reply says of its fate happens."""
        progress.given = progress.connecting = True
        await asyncio.sleep(self.latency_s)
        if self.is_unplugged:
            raise ExchangeError("not_connected")
        reply = self._hand_in(message)
        if reply.fate is Fate.REFUSED:
            raise ExchangeError("not_connected")
        progress.beyond = True
        await self._delay(reply.delay_s, wait)
        if reply.fate is not Fate.SENT:
            raise ExchangeError("cut")
        progress.status = reply.status
        return Reply(reply.status, {k.lower(): v for k, v in reply.headers}, reply.body)

    def _hand_in(self, message: Message) -> ProviderReply:
        """The request arrives at the provider; its reply has not left yet."""
        where = self.target(message.url)
        target = f"{where.path}?{where.query}" if where.query else where.path
        headers = [*message.headers.items(), ("Host", f"{where.host}:{where.port}")]
        reply = self._provider.handle(message.method, target, headers, message.body)
        self.log.append((message.method, where.path))
        return reply

    async def _delay(self, delay_s: float, wait: Wait) -> None:
        if delay_s > wait.read_s:
            await asyncio.sleep(wait.read_s)
            raise ExchangeError("no_answer")
        await asyncio.sleep(delay_s)

    async def close(self) -> None:
        """Nothing to close."""


class CountingKeys:
    """Keys that can be told apart."""

    def __init__(self) -> None:
        """Start at 1."""
        self.count = 0

    def new_key(self) -> str:
        """The next one."""
        self.count += 1
        return f"00000000-0000-4000-8000-{self.count:012d}"


class FakePrinter:
    """Keeps what it is given; `fault` makes it fail with that code."""

    name = "fake"

    def __init__(self) -> None:
        """A sound printer."""
        self.fault: str | None = None
        self.printed: list[tuple[str, SlipDocument]] = []

    async def print_document(self, document: SlipDocument, name: str) -> None:
        """Print, after a moment."""
        await asyncio.sleep(0.01)
        if self.fault is not None:
            raise PrinterError(self.fault)
        self.printed.append((name, document))

    @property
    def names(self) -> list[str]:
        """The names of what came out."""
        return [name for name, _ in self.printed]


@dataclass
class Disk:
    """What survives a crash: the till's store, the provider's books, the keys."""

    clock: VirtualClock = field(default_factory=VirtualClock)
    keys: CountingKeys = field(default_factory=CountingKeys)
    balance: str = "10000.00"

    def __post_init__(self) -> None:
        """A new store and new books."""
        self.store = FakeStore(self.clock)
        self.training = TrainingProvider(
            client_id=_CLIENT,
            client_secret=SECRET,
            clock=self.clock.true_now,
            seed=1,
            balances={"EUR": self.balance},
        )


class VirtualTill:
    """One run of the program on a disk; a crash is simply the end of it."""

    def __init__(self, disk: Disk, limits: Limits | None = None) -> None:
        """Assemble; must happen on the running virtual loop."""
        self.disk, self.store, self.training = disk, disk.store, disk.training
        self.printer = self._make_printer()
        self.carrier = self._make_carrier()
        self.account = Account(disk.training.base_url, _CLIENT)
        self.provider = self._make_provider()
        self.events: list[Event] = []
        self.till = self._make_till(limits or Limits())
        store, bulletin = disk.store, self.till.bulletin
        bulletin.subscribe(self.events.append)
        # What no fence of the program should ever have caught.
        self.task_errors: list[BaseException] = []
        self.orders = TaskOwner(self.task_errors.append)
        self.background = TaskOwner(self.task_errors.append)
        self.reach = Reach(disk.clock, self.till.limits, bulletin)
        self.session = Session(store.people, store.journal, bulletin)
        self.desk = OrderDesk(
            self.till,
            sales=store.sales,
            provider=self.provider,
            reach=self.reach,
            tasks=self.orders,
        )
        self.cart = Cart(self.till)
        self.balance = BalanceWatch(self.till, self.provider, self.reach)
        self.catalogue = Catalogue(
            self.till, provider=self.provider, store=store.catalogue, reach=self.reach
        )
        self.checkout = Checkout(
            self.till,
            cart=self.cart,
            sales=store.sales,
            provider=self.provider,
            balance=self.balance,
            desk=self.desk,
        )
        self.aftermath = Aftermath(
            self.till, sales=store.sales, provider=self.provider, desk=self.desk
        )
        self.slips = SlipDesk(
            self.till,
            sales=store.sales,
            jobs=store.print_jobs,
            journal=store.journal,
            session=self.session,
            desk=self.desk,
            tasks=self.orders,
        )
        self.records = Records(
            self.till,
            sales=store.sales,
            journal=store.journal,
            jobs=store.print_jobs,
            times=ProviderClock(self.disk.clock, self.provider),
        )
        self.days = DayDesk(store.days, store.backups)

    def _make_till(self, limits: Limits) -> Till:
        """A German till without surprises in its waits."""
        return Till(
            profile=TillProfile(
                store="Shop", till="T1", country="DE", currency="EUR", language=Language.EN
            ),
            printer=self.printer,
            clock=self.disk.clock,
            keys=self.disk.keys,
            bulletin=Bulletin(),
            local=lambda moment: moment,
            jitter=lambda: 1.0,
            limits=limits,
        )

    def _make_carrier(self) -> VirtualCarrier:
        """The wire of this run; a proof may bring one that watches."""
        return VirtualCarrier(self.training)

    def _make_printer(self) -> FakePrinter:
        """The printer of this run."""
        return FakePrinter()

    def _make_provider(self) -> HttpProvider:
        """The real client over that wire."""
        return HttpProvider(
            self.account, SECRET, clock=self.disk.clock, waits=Waits(), carrier=self.carrier
        )

    async def begin(self) -> None:
        """What the program does at its start, with Anna at the till and Marta as manager."""
        if not await self.store.people.all():
            await self.store.people.add("Anna", Role.CASHIER, "1111", by=PersonId(0))
            await self.store.people.add("Marta", Role.MANAGER, "9999", by=PersonId(0))
        await self.store.print_jobs.interrupted()
        await self.desk.recover()
        await self.balance.probe()
        self.background.spawn(self.balance.keep_asking(), "balance")
        self.background.spawn(self.reach.keep_probing(self.balance.probe), "probe")
        people = {person.name: person for person in await self.store.people.all()}
        self.anna, self.marta = people["Anna"], people["Marta"]
        await self.session.sign_in(self.anna.id, "1111")

    async def end(self) -> None:
        """An orderly end."""
        await self.desk.close(40)
        await self.background.close()
        await self.orders.close()
        await self.provider.close()

    def pick(self, method: DeliveryMethod = DeliveryMethod.CODE, skip: int = 0) -> Product:
        """A catalogue product that this till can sell for 50 euros."""
        fitting = [
            product
            for product in self.catalogue.products
            if method in product.delivery_methods
            and product.why_not_orderable(country="DE", currency="EUR") is None
            and _sells_fifty(product)
        ]
        return fitting[skip]

    async def sell(
        self, count: int = 1, method: DeliveryMethod = DeliveryMethod.CODE, skip: int = 0
    ) -> Sale:
        """Put cards into the cart, pay, confirm; the progress screen is in front."""
        if not self.catalogue.products:
            await self.catalogue.refresh()
        address = "c@example.org" if method is DeliveryMethod.EMAIL else None
        product = self.pick(method, skip)
        self.cart.add(product, Money(5000, "EUR"), Delivery(method, address), count)
        offer = await self.checkout.prepare(self.session.own_approval())
        self.session.front_sale = offer.sale
        return await self.checkout.confirm(offer, self.session.who, Language.EN)

    async def sell_offline(self, count: int = 2) -> Sale:
        """Sell with the cable out: the catalogue is on disk since before."""
        unplugged, self.carrier.is_unplugged = self.carrier.is_unplugged, False
        await self.catalogue.refresh()
        self.carrier.is_unplugged = unplugged
        return await self.sell(count)

    async def line(self, sale: Sale, number: int = 1) -> Line:
        """A line as it is stored now."""
        return await self.store.sales.line(sale.lines[number - 1].id)

    async def until(self, condition: Callable[[Sequence[Line]], bool], sale: Sale) -> None:
        """Let virtual time pass until the sale's lines are so; five minutes at most."""
        for _ in range(3000):
            if condition((await self.store.sales.sale(sale.id)).lines):
                return
            await asyncio.sleep(0.1)
        lines = (await self.store.sales.sale(sale.id)).lines
        raise AssertionError([(line.order, line.money, line.trouble) for line in lines])

    def as_manager(self) -> Person:
        """Marta takes over."""
        self.session.person = self.marta
        return self.marta


def _sells_fifty(product: Product) -> bool:
    try:
        product.denominations.check(Money(5000, "EUR"))
    except UserError:
        return False
    return True
