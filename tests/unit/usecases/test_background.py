"""What goes on in the background: balance, catalogue, reach, tasks, settings."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from pos_app.domain.errors import (
    NotAllowedError,
    ProviderUnavailableError,
    RefusedError,
    SettingsError,
    StoreError,
)
from pos_app.domain.money import Language, Money
from pos_app.domain.people import TILL, Approval
from pos_app.domain.product import CatalogueReading
from pos_app.domain.sale import Account, OrderState
from pos_app.domain.settings import Settings
from pos_app.ports import ConnectionReport, ReceiptPrinter
from pos_app.usecases.bulletin import Bulletin, CatalogueChanged, Event, SettingsChanged, Trouble
from pos_app.usecases.clocks import ProviderClock
from pos_app.usecases.reach import Reach, ReachState
from pos_app.usecases.settings_desk import FirstStart, SettingsDesk, Surroundings, profile_of
from tests.fakes.store import FakeSecretStore
from tests.helpers.virtual import Disk, FakePrinter, VirtualTill, run_virtual

SETTINGS = Settings(
    store="Shop",
    till="T1",
    country="DE",
    currency="EUR",
    provider_url="http://127.0.0.1:8431/v1",
    client_id="client",
    installation_id="i",
    card_limit_minor=10000,
)


def state_of(till: VirtualTill) -> ReachState:
    """What the bar on top would say."""
    return till.reach.state


def is_old(till: VirtualTill) -> bool:
    """Whether the catalogue wants a refresh."""
    return till.catalogue.is_old


def test_catalogue_is_kept_and_refreshed() -> None:
    """Loaded from disk at start, refreshed when older than a day; a failure keeps the old one."""
    disk = Disk()

    async def first() -> None:
        till = VirtualTill(disk)
        await till.catalogue.load()
        assert is_old(till)
        assert [till.catalogue.read_at] == [None]
        keeping = asyncio.ensure_future(till.catalogue.keep_fresh())
        await asyncio.sleep(600)
        assert len(till.catalogue.products) > 100
        assert not is_old(till)
        pages = len(till.carrier.log)
        till.carrier.is_unplugged = True
        await asyncio.sleep(25 * 3600)
        assert is_old(till)
        assert str(till.catalogue.last_error) != "None"
        assert till.catalogue.products
        till.carrier.is_unplugged = False
        await asyncio.sleep(600)
        assert len(till.carrier.log) > pages
        assert till.catalogue.last_error is None
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)

    run_virtual(first())

    async def second() -> None:
        till = VirtualTill(disk)
        await till.catalogue.load()
        product = till.catalogue.products[0]
        assert till.catalogue.product(product.code) == product
        assert till.catalogue.product("nonsense") is None

    run_virtual(second())


def test_one_refresh_at_a_time() -> None:
    """A second press while the catalogue is being read starts nothing."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        running = asyncio.ensure_future(till.catalogue.refresh())
        await asyncio.sleep(0)
        assert till.catalogue.refreshing
        assert await till.catalogue.refresh() is None
        reading = await running
        assert reading is not None
        assert not till.catalogue.refreshing

    run_virtual(scenario())


def test_a_catalogue_that_can_t_be_kept_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk costs the copy, not the products; the cashier is told."""

    async def scenario() -> None:
        till = VirtualTill(Disk())

        async def refuse(_reading: CatalogueReading) -> None:
            raise StoreError("disk_full")

        monkeypatch.setattr(till.store.catalogue, "save", refuse)
        await till.catalogue.refresh()
        assert till.catalogue.products
        assert [event.error.code for event in till.events if isinstance(event, Trouble)]
        assert any(isinstance(event, CatalogueChanged) for event in till.events)

    run_virtual(scenario())


def test_a_failed_refresh_is_over_when_it_is_told() -> None:
    """Who draws the failure must not draw a refresh that goes on for ever."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        seen: list[bool] = []
        till.till.bulletin.subscribe(lambda _event: seen.append(till.catalogue.refreshing))
        till.carrier.is_unplugged = True
        with pytest.raises(ProviderUnavailableError):
            await till.catalogue.refresh()
        assert seen[-1] is False

    run_virtual(scenario())


def test_the_balance_ages() -> None:
    """A failure keeps the last balance with its age; a new answer replaces it."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        first = await till.balance.refresh()
        till.training.troubles.arm("error_500", 1, "balances")
        with pytest.raises(ProviderUnavailableError):
            await till.balance.refresh()
        assert till.balance.last == first
        assert till.balance.last_error is not None
        assert state_of(till) is ReachState.ONLINE
        till.carrier.is_unplugged = True
        await till.balance.probe()
        assert state_of(till) is ReachState.OFFLINE
        till.carrier.is_unplugged = False
        await till.balance.probe()
        assert till.balance.last_error is None

    run_virtual(scenario())


def test_the_balance_follows_sales() -> None:
    """Soon after the cards came, what is left is known anew: long before the next look."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        before = await till.balance.refresh()
        till.background.spawn(till.balance.keep_following(), "balance after sales")
        sale = await till.sell()
        await till.until(lambda lines: lines[0].order is OrderState.DELIVERED, sale)
        await till.disk.clock.sleep(3)
        assert till.balance.last is not None
        assert till.balance.last.available < before.available
        await till.end()

    run_virtual(scenario())


def test_a_clock_that_is_off_is_told_once() -> None:
    """Ten minutes against the provider's clock is one notice, and one more after it was right."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        for shift, told in ((0, 0), (10, 1), (10, 1), (0, 1), (-10, 2)):
            till.disk.clock.shift = timedelta(minutes=shift)
            await till.balance.probe()
            codes = [event.error.code for event in till.events if isinstance(event, Trouble)]
            assert codes == ["invalid_date_header"] * told

    run_virtual(scenario())


def test_slow_is_not_offline() -> None:
    """An answer after five seconds is slow; silence after sending is slow too."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        till.training.troubles.arm("slow", 1, "balances", seconds=6)
        await till.balance.probe()
        assert state_of(till) is ReachState.SLOW
        till.training.troubles.arm("lost_response", 1, "balances")
        await till.balance.probe()
        assert state_of(till) is ReachState.SLOW
        await till.balance.probe()
        assert state_of(till) is ReachState.ONLINE
        assert till.reach.last_answer_at is not None

    run_virtual(scenario())


def test_the_provider_s_time_is_learned_before_a_repeat() -> None:
    """After a restart nothing is posted again before the provider's clock is known (M4)."""
    disk = Disk()

    async def before() -> None:
        till = VirtualTill(disk)
        await till.begin()
        disk.training.troubles.arm("lost_response", 1, "order")
        sale = await till.sell()
        await till.until(lambda lines: lines[0].order is OrderState.UNKNOWN, sale)

    run_virtual(before())

    async def after() -> None:
        till = VirtualTill(disk)
        disk.training.troubles.arm("error_500", None, "order")
        till.carrier.is_unplugged = True
        (line,) = await till.store.sales.open_lines()
        times = ProviderClock(disk.clock, till.provider)
        assert times.provider_now() == disk.clock.now()
        other_reach = Reach(disk.clock, till.till.limits, till.till.bulletin)
        assert not await times.ask(line, other_reach)
        assert other_reach.is_offline
        till.carrier.is_unplugged = False
        await till.desk.recover()
        await asyncio.sleep(5)
        assert till.carrier.log[0][0] == "GET"
        assert till.provider.clock_offset_s is not None
        await till.end()

    run_virtual(after())


def test_reading_trouble_is_told_and_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that can't be read for a moment does not end the asking."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        real = till.store.sales.invalidatable
        calls = 0

        async def fail_once(code: str) -> bool | None:
            nonlocal calls
            calls += 1
            if calls == 1:
                raise StoreError("io")
            return await real(code)

        monkeypatch.setattr(till.store.sales, "invalidatable", fail_once)
        sale = await till.sell()
        await till.until(lambda lines: lines[0].order is OrderState.DELIVERED, sale)
        assert [event.error.code for event in till.events if isinstance(event, Trouble)] == ["io"]
        await till.end()

    run_virtual(scenario())


def test_shutdown_waits_for_what_is_in_flight() -> None:
    """At the end no new order leaves, and answers under way are stored."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        till.training.troubles.arm("slow", None, "order", seconds=5)
        sale = await till.sell(6)
        await asyncio.sleep(1)
        assert till.desk.in_flight == 4
        assert till.desk.is_asking(sale.lines[0].id)
        assert await till.desk.close(30)
        states = [(await till.line(sale, n)).order for n in range(1, 7)]
        assert states == [OrderState.DELIVERED] * 4 + [OrderState.WAITING] * 2
        till.desk.drive(sale.lines[5].id)
        await till.background.close()
        await till.orders.close()
        till.desk.drive(sale.lines[5].id)
        assert not till.desk.is_asking(sale.lines[5].id)

    run_virtual(scenario())


def test_shutdown_has_a_deadline() -> None:
    """What takes too long is left behind, and will be unknown at the next start."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        till.training.troubles.arm("slow", None, "order", seconds=25)
        await till.sell()
        await asyncio.sleep(1)
        assert not await till.desk.close(5)
        await till.background.close()
        await till.orders.close()

    run_virtual(scenario())


def test_unsubscribed_listeners_hear_nothing() -> None:
    """A closed screen is not told any more, also when it says so twice."""
    heard: list[Event] = []
    bulletin = Bulletin()
    stop = bulletin.subscribe(heard.append)
    bulletin.publish(SettingsChanged())
    stop()
    stop()
    bulletin.publish(SettingsChanged())
    assert len(heard) == 1


# --- settings --------------------------------------------------------------------------------


class _File:
    def __init__(self) -> None:
        self.saved: list[Settings] = []

    async def save(self, settings: Settings) -> None:
        """Keep it."""
        self.saved.append(settings)


class _Printers:
    def __init__(self) -> None:
        self.opened: list[str] = []

    async def names(self) -> Sequence[str]:
        """One queue."""
        return ["counter"]

    def open(self, spec: str, paper: str) -> ReceiptPrinter:
        """Refuse one, open others."""
        if spec == "nonsense":
            raise SettingsError("bad_printer", text=spec)
        self.opened.append(f"{spec}/{paper}")
        return FakePrinter()


class _Connection:
    def __init__(self) -> None:
        self.asked: list[tuple[Account, str, str]] = []
        self.report = ConnectionReport(ok=True)

    async def __call__(self, account: Account, secret: str, currency: str) -> ConnectionReport:
        """Remember and answer as told."""
        self.asked.append((account, secret, currency))
        return self.report


@pytest.fixture
def no_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Virtual time can't wait for threads: what would run in one runs at once."""

    async def at_once(work: Callable[..., object], *arguments: object) -> object:
        return work(*arguments)

    monkeypatch.setattr(asyncio, "to_thread", at_once)


def desk_of(till: VirtualTill) -> tuple[SettingsDesk, _File, FakeSecretStore, _Connection]:
    """A settings desk over this till."""
    file, secrets, connection = _File(), FakeSecretStore(), _Connection()
    around = Surroundings(file=file, secrets=secrets, printers=_Printers(), connection=connection)
    desk = SettingsDesk(
        till.till,
        settings=SETTINGS,
        around=around,
        journal=till.store.journal,
        provider=till.provider,
        sales=till.store.sales,
    )
    return desk, file, secrets, connection


def test_saving_settings() -> None:
    """A manager's change is in force at once, kept, and in the journal by name of the setting."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        desk, file, secrets, _ = desk_of(till)
        word = Approval(till.anna.id, till.marta.id)
        wanted = replace(SETTINGS, store="New", printer="pdf:/x", language=Language.DE)
        with pytest.raises(NotAllowedError):
            await desk.save(wanted, Approval(till.anna.id))
        await desk.save(wanted, word)
        assert file.saved == [wanted]
        assert till.till.profile.store == "New"
        assert till.till.profile.language is Language.DE
        assert till.till.profile.card_limit == Money(10000, "EUR")
        assert any(isinstance(event, SettingsChanged) for event in till.events)
        last = (await till.store.journal.records())[-1]
        assert last.entry.details == {"names": "store, language, printer"}
        with pytest.raises(SettingsError, match="bad_printer"):
            await desk.save(replace(wanted, printer="nonsense"), word)
        with pytest.raises(RefusedError, match="fixed_setting"):
            await desk.save(replace(wanted, currency="GBP"), word)
        assert desk.settings == wanted
        assert list(await desk.printer_names()) == ["counter"]
        assert desk.secret_store == secrets.kind
        await till.end()

    run_virtual(scenario())


@pytest.mark.usefixtures("no_threads")
def test_the_account_is_fixed_while_lines_are_open() -> None:
    """Changing the account is refused while orders of the old one are open (M11)."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        desk, file, secrets, _ = desk_of(till)
        word = Approval(till.marta.id, till.marta.id)
        moved = replace(SETTINGS, client_id="other")
        sale = await till.sell()
        with pytest.raises(RefusedError, match="open_orders"):
            await desk.save(moved, word)
        await till.until(lambda lines: lines[0].printed, sale)
        await till.aftermath.hand_over(sale.lines[0].id, till.anna.id)
        await desk.save(moved, word, secret="new")
        assert till.provider.account.client_id == "other"
        assert secrets.get("client_secret") == "new"
        await desk.save(SETTINGS, word)
        assert till.provider.account.client_id == "client"
        assert len(file.saved) == 2
        last = (await till.store.journal.records())[-2]
        assert last.entry.details == {"names": "client_id, secret"}
        await till.end()

    run_virtual(scenario())


@pytest.mark.usefixtures("no_threads")
def test_a_secret_is_tried_before_it_counts() -> None:
    """Rotation: refused or untested, the old secret stays; accepted, it is stored and used."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        desk, file, secrets, connection = desk_of(till)
        secrets.set("client_secret", "old")
        word = Approval(till.marta.id, till.marta.id)
        for status, code in ((401, "account_refused"), (None, "account_untested")):
            connection.report = ConnectionReport(ok=False, code="invalid_client", status=status)
            with pytest.raises(RefusedError, match=code):
                await desk.save(SETTINGS, word, secret="new")
        assert (secrets.get("client_secret"), file.saved) == ("old", [])
        connection.report = ConnectionReport(ok=True)
        await desk.save(SETTINGS, word, secret="new")
        assert secrets.get("client_secret") == "new"
        assert connection.asked[-1][1] == "new"
        last = (await till.store.journal.records())[-1]
        assert last.entry.details == {"names": "secret"}
        await till.end()

    run_virtual(scenario())


@pytest.mark.usefixtures("no_threads")
def test_a_secret_from_the_environment_is_changed_there() -> None:
    """Otherwise the stored one would be without effect from the next start on."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        desk, _, secrets, _ = desk_of(till)
        secrets.kind = "environment"
        with pytest.raises(RefusedError, match="secret_elsewhere"):
            await desk.save(SETTINGS, Approval(till.marta.id, till.marta.id), secret="new")
        assert secrets.get("client_secret") is None
        await till.end()

    run_virtual(scenario())


@pytest.mark.usefixtures("no_threads")
def test_settings_that_can_t_be_written_keep_the_old_secret(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A full disk in the middle of a rotation leaves everything as it was."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        desk, file, secrets, _ = desk_of(till)

        async def fail(_settings: Settings) -> None:
            raise StoreError("disk_full")

        monkeypatch.setattr(file, "save", fail)
        word = Approval(till.marta.id, till.marta.id)
        for old in (None, "old"):
            if old is not None:
                secrets.set("client_secret", old)
            with pytest.raises(StoreError):
                await desk.save(SETTINGS, word, secret="new")
        assert secrets.get("client_secret") == "old"
        assert desk.settings == SETTINGS
        await till.end()

    run_virtual(scenario())


@pytest.mark.usefixtures("no_threads")
def test_live_tests_use_what_was_typed() -> None:
    """A connection test asks with the typed account, and the stored secret when none is typed."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        desk, _, secrets, connection = desk_of(till)
        await desk.test_connection("http://127.0.0.1:1/v1/", "c", None)
        secrets.set("client_secret", "kept")
        await desk.test_connection("http://127.0.0.1:1/v1", "c", None)
        await desk.test_connection("http://127.0.0.1:1/v1", "c", "typed")
        account = Account("http://127.0.0.1:1/v1", "c")
        assert connection.asked == [
            (account, "", "EUR"),
            (account, "kept", "EUR"),
            (account, "typed", "EUR"),
        ]
        with pytest.raises(SettingsError):
            await desk.test_connection("ftp://x", "c", None)

    run_virtual(scenario())


def test_first_start() -> None:
    """The first page tests before it stores, and never installs without a secret."""

    class Installer:
        def __init__(self) -> None:
            self.done: list[str] = []

        async def install(
            self, _settings: Settings, _secret: str, manager: str, _pin: str
        ) -> None:
            """Remember."""
            self.done.append(manager)

    async def scenario() -> None:
        connection = _Connection()
        installer = Installer()
        first = FirstStart(installer, connection)
        assert (await first.test_connection(SETTINGS, "s")).ok
        with pytest.raises(SettingsError, match="secret_missing"):
            await first.install(SETTINGS, "", "Marta", "9999")
        await first.install(SETTINGS, "s", "Marta", "9999")
        assert installer.done == ["Marta"]

    run_virtual(scenario())


def test_profiles() -> None:
    """Limits become amounts; without limits nothing needs a manager."""
    profile = profile_of(replace(SETTINGS, card_limit_minor=None), Language.EN, training=True)
    assert profile.card_limit is None
    assert profile.training
    assert TILL == 0
