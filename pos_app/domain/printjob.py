"""Print jobs as data, independent of any printer's driver."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pos_app.domain.sale import Line, LineId, OrderState, SaleId


class PrintKind(StrEnum):
    """What kind of paper."""

    CARD = "card"
    SHOP_COPY = "shop_copy"
    PAYMENT = "payment"
    VOID = "void"
    REFUND = "refund"
    DAY = "day"
    TEST = "test"


class PrintState(StrEnum):
    """What is known about the paper. No driver is trusted to say that it came out (M9)."""

    PRINTING = "printing"
    PRINTED = "printed"  # handed to the printer without an error
    FAILED = "failed"  # proven not to have left
    PERHAPS = "perhaps"  # the program ended while it was under way: ask


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One slip given to one printer. `copy_number` 0 is the original."""

    id: int
    kind: PrintKind
    sale: SaleId | None
    line: LineId | None
    copy_number: int
    printer: str
    state: PrintState
    started_at: datetime
    code: str = ""


class LinePaper(StrEnum):
    """The papers of a line that a person asks for, beside its card slip."""

    SHOP_COPY = "shop_copy"
    VOID = "void"
    REFUND = "refund"
    VOUCHER = "voucher"  # the issuer's own PDF; only the card says whether there is one


def papers_of(line: Line) -> frozenset[LinePaper]:
    """The papers that can be made of a line as it stands; the voucher is asked for elsewhere."""
    possible = {
        LinePaper.SHOP_COPY: line.delivered_at is not None and line.order is OrderState.DELIVERED,
        LinePaper.VOID: line.order is OrderState.INVALIDATED,
        LinePaper.REFUND: line.refund is not None,
    }
    return frozenset(paper for paper, there in possible.items() if there)
