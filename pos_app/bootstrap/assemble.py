"""One till's use-cases over its adapters, and nothing started yet."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from pos_app.bootstrap.counter import counter_services
from pos_app.bootstrap.looking import printer_problem_now
from pos_app.bootstrap.owner import owner_services
from pos_app.bootstrap.reports import ReportFolder
from pos_app.bootstrap.surroundings import SystemClock, SystemPrinters, UuidKeys, local_time
from pos_app.domain.limits import Limits
from pos_app.domain.money import Language
from pos_app.domain.settings import Settings
from pos_app.ports import Clock, KeySource, Provider, TrainingTroubles
from pos_app.provider.pictures import HttpPictures
from pos_app.provider.vouchers import HttpVouchers
from pos_app.store import Store
from pos_app.usecases.aftermath import Aftermath
from pos_app.usecases.backup_keeper import BackupKeeper
from pos_app.usecases.balance import BalanceWatch
from pos_app.usecases.bulletin import Bulletin
from pos_app.usecases.cart import Cart
from pos_app.usecases.catalogue import Catalogue
from pos_app.usecases.check_up import CheckUp, Looked
from pos_app.usecases.checkout import Checkout
from pos_app.usecases.clock_watch import ClockWatch
from pos_app.usecases.clocks import ProviderClock
from pos_app.usecases.credentials import CredentialWatch
from pos_app.usecases.day_files import DayFiles
from pos_app.usecases.days import DayDesk
from pos_app.usecases.journal_keeper import JournalKeeper
from pos_app.usecases.notices import NoticeBoard
from pos_app.usecases.order_desk import OrderDesk
from pos_app.usecases.owner import OwnerServices
from pos_app.usecases.reach import Reach
from pos_app.usecases.records import Records
from pos_app.usecases.services import Services
from pos_app.usecases.session import Session
from pos_app.usecases.settings_desk import SettingsDesk, Surroundings, profile_of
from pos_app.usecases.slips import SlipDesk
from pos_app.usecases.tasks import TaskOwner
from pos_app.usecases.till import Till


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a till is made of, and what differs between real, training and tests."""

    settings: Settings
    language: Language
    training: bool
    store: Store
    provider: Provider
    around: Surroundings
    reports: Path
    pictures: HttpPictures | None = None
    vouchers: HttpVouchers = field(default_factory=HttpVouchers)
    troubles: TrainingTroubles | None = None
    hints: tuple[str, ...] = ()
    limits: Limits = Limits()  # noqa: RUF009  (frozen)
    clock: Clock = SystemClock()  # noqa: RUF009  (stateless)
    keys: KeySource = UuidKeys()  # noqa: RUF009  (stateless)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """The use-cases, and the owners of their tasks; orders apart, to be waited for."""

    services: Services
    clock_watch: ClockWatch
    keeper: JournalKeeper
    orders: TaskOwner
    background: TaskOwner


def assemble(parts: Parts) -> Assembled:
    """Wire everything together.

    May raise:
    - SettingsError: `bad_printer`.
    """
    store, provider, till = parts.store, parts.provider, _till(parts)
    orders, background = TaskOwner(), TaskOwner()
    reach = Reach(till.clock, till.limits, till.bulletin)
    session = Session(store.people, store.journal, till.bulletin)
    desk = OrderDesk(till, sales=store.sales, provider=provider, reach=reach, tasks=orders)
    cart = Cart(till)
    balance = BalanceWatch(till, provider, reach)
    BackupKeeper(till, store.backups, orders)
    keeper = JournalKeeper(store.journal, parts.around.secrets)
    notices = NoticeBoard(store.journal, till.bulletin)
    CredentialWatch(
        till, journal=store.journal, notices=notices, tasks=background, probe=balance.probe
    )
    slips = _slip_desk(till, store, session, desk, orders)
    settings = _settings_desk(till, parts)
    catalogue = Catalogue(till, provider=provider, store=store.catalogue, reach=reach)
    owner = _owner(till, parts, reach, slips, background)
    services = Services(
        till=till,
        session=session,
        people=store.people,
        cart=cart,
        catalogue=catalogue,
        counter=counter_services(till, store, cart, catalogue, session, orders),
        balance=balance,
        reach=reach,
        checkout=Checkout(
            till, cart=cart, sales=store.sales, provider=provider, balance=balance, desk=desk
        ),
        desk=desk,
        aftermath=Aftermath(till, sales=store.sales, provider=provider, desk=desk),
        slips=slips,
        records=_records(till, parts),
        days=DayDesk(
            store.days, store.backups, partial(keeper.keep_or_tell, bulletin=till.bulletin)
        ),
        notices=notices,
        owner=owner,
        day_files=DayFiles(owner.papers, ReportFolder(parts.reports)),
        settings=settings,
        check_up=CheckUp(
            till, settings=settings, catalogue=catalogue, looked=_looked(parts, keeper)
        ),
        pictures=parts.pictures,
        troubles=parts.troubles,
        hints=parts.hints,
    )
    return Assembled(
        services=services,
        clock_watch=ClockWatch(till, journal=store.journal, notices=notices),
        keeper=keeper,
        orders=orders,
        background=background,
    )


def _till(parts: Parts) -> Till:
    """What the use-cases share."""
    return Till(
        profile=profile_of(parts.settings, parts.language, training=parts.training),
        printer=SystemPrinters().open(parts.settings.printer, parts.settings.paper),
        clock=parts.clock,
        keys=parts.keys,
        bulletin=Bulletin(),
        local=local_time,
        jitter=random.random,
        limits=parts.limits,
    )


def _records(till: Till, parts: Parts) -> Records:
    store, times = parts.store, ProviderClock(till.clock, parts.provider)
    return Records(
        till, sales=store.sales, journal=store.journal, jobs=store.print_jobs, times=times
    )


def _slip_desk(
    till: Till, store: Store, session: Session, desk: OrderDesk, tasks: TaskOwner
) -> SlipDesk:
    return SlipDesk(
        till,
        sales=store.sales,
        jobs=store.print_jobs,
        journal=store.journal,
        session=session,
        desk=desk,
        tasks=tasks,
    )


def _looked(parts: Parts, keeper: JournalKeeper) -> Looked:
    """What the doctor looks at."""
    store = parts.store
    return Looked(
        health=store.health,
        journal=store.journal,
        keeper=keeper,
        people=store.people,
        secrets=parts.around.secrets,
        printer_problem=printer_problem_now,
    )


def _owner(
    till: Till, parts: Parts, reach: Reach, slips: SlipDesk, tasks: TaskOwner
) -> OwnerServices:
    return owner_services(
        till,
        store=parts.store,
        provider=parts.provider,
        reach=reach,
        slips=slips,
        tasks=tasks,
        vouchers=parts.vouchers,
    )


def _settings_desk(till: Till, parts: Parts) -> SettingsDesk:
    return SettingsDesk(
        till,
        settings=parts.settings,
        around=parts.around,
        journal=parts.store.journal,
        provider=parts.provider,
        sales=parts.store.sales,
    )
