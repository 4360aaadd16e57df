"""Everything a window needs of one running till, in one place to hand around."""

from __future__ import annotations

from dataclasses import dataclass

from pos_app.ports import People, PictureSource, TrainingTroubles
from pos_app.usecases.aftermath import Aftermath
from pos_app.usecases.balance import BalanceWatch
from pos_app.usecases.cart import Cart
from pos_app.usecases.catalogue import Catalogue
from pos_app.usecases.check_up import CheckUp
from pos_app.usecases.checkout import Checkout
from pos_app.usecases.counter import CounterServices
from pos_app.usecases.day_files import DayFiles
from pos_app.usecases.days import DayDesk
from pos_app.usecases.notices import NoticeBoard
from pos_app.usecases.order_desk import OrderDesk
from pos_app.usecases.owner import OwnerServices
from pos_app.usecases.reach import Reach
from pos_app.usecases.records import Records
from pos_app.usecases.session import Session
from pos_app.usecases.settings_desk import SettingsDesk
from pos_app.usecases.slips import SlipDesk
from pos_app.usecases.till import Till


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The use-cases of one till."""

    till: Till
    session: Session
    people: People
    cart: Cart
    catalogue: Catalogue
    balance: BalanceWatch
    reach: Reach
    checkout: Checkout
    desk: OrderDesk
    aftermath: Aftermath
    slips: SlipDesk
    records: Records
    days: DayDesk
    notices: NoticeBoard
    counter: CounterServices
    owner: OwnerServices
    settings: SettingsDesk
    check_up: CheckUp
    day_files: DayFiles
    pictures: PictureSource | None = None  # brand logos
    troubles: TrainingTroubles | None = None  # only in training
    hints: tuple[str, ...] = ()  # training: the sign-ins shown on the lock screen
