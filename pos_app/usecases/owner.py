"""The owner's part of the till, in one place."""

from __future__ import annotations

from dataclasses import dataclass

from pos_app.usecases.ageing import CodeAgeing
from pos_app.usecases.balance_diary import BalanceDiary
from pos_app.usecases.paper_ports import SlipPreview
from pos_app.usecases.papers import PaperDesk
from pos_app.usecases.selling_stops import SellingStops
from pos_app.usecases.vouchers import VoucherDesk


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerServices:
    """What an owner decides, watches and reads."""

    stops: SellingStops
    balances: BalanceDiary
    ageing: CodeAgeing
    papers: PaperDesk
    vouchers: VoucherDesk
    preview: SlipPreview
