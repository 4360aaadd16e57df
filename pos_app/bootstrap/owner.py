"""Wires the owner's part of the till."""

from __future__ import annotations

from pos_app.ports import Provider
from pos_app.printing.preview import check_voucher, preview_png
from pos_app.store import Store
from pos_app.usecases.ageing import CodeAgeing
from pos_app.usecases.balance_diary import BalanceDiary
from pos_app.usecases.owner import OwnerServices
from pos_app.usecases.paper_ports import VoucherSource
from pos_app.usecases.papers import PaperDesk
from pos_app.usecases.reach import Reach
from pos_app.usecases.selling_stops import SellingStops
from pos_app.usecases.slips import SlipDesk
from pos_app.usecases.tasks import TaskOwner
from pos_app.usecases.till import Till
from pos_app.usecases.vouchers import VoucherDesk


def owner_services(
    till: Till,
    *,
    store: Store,
    provider: Provider,
    reach: Reach,
    slips: SlipDesk,
    tasks: TaskOwner,
    vouchers: VoucherSource,
) -> OwnerServices:
    """Everything of the owner's; nothing is started."""
    return OwnerServices(
        stops=SellingStops(till, store.stops),
        balances=BalanceDiary(till, store.balances, tasks),
        ageing=CodeAgeing(till, cards=store.aged_cards, provider=provider, reach=reach),
        papers=PaperDesk(
            till,
            sales=store.sales,
            journal=store.journal,
            people=store.people,
            days=store.days,
            numbers=store.paper_numbers,
            slips=slips,
        ),
        vouchers=VoucherDesk(
            sales=store.sales,
            journal=store.journal,
            slips=slips,
            source=vouchers,
            reader=check_voucher,
            preview=preview_png,
        ),
        preview=preview_png,
    )
