"""Slips as data: what stands on each paper, before anybody thinks of fonts or printers.

    CardSlip      the customer's card, one per line
    BrandVoucher  the issuer's own PDF of the card instead, worth the same
    MaskedCopy    the shop's copy of it, without anything redeemable
    PaymentSlip   what the main till scans; no code on it
    VoidSlip      an invalidated card: own number, points to the first slip
    RefundSlip    money owed or given back for one line
    DayReport     the end of the day in one sum, voids also when zero
    TestPage      a ruler and both kinds of marks, to set a printer up

Texts from the provider are plain text here; the layout cleans and limits them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from itertools import pairwise
from typing import Final, TypeAlias

from pos_app.domain.card import Card
from pos_app.domain.day import Tally
from pos_app.domain.money import Language, Money, exponent
from pos_app.domain.product import DeliveryMethod
from pos_app.domain.tax import TaxClass

_GROUP = 4
_SEPARATORS = "- ./_:"


class Paper(StrEnum):
    """The papers a slip is laid out for."""

    ROLL_58 = "58mm"
    ROLL_80 = "80mm"
    A4 = "a4"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipHead:
    """What every slip says about itself. `printed_at` is local time with its zone."""

    store: str
    till: str
    cashier: str
    printed_at: datetime
    language: Language = Language.EN
    training: bool = False

    def __post_init__(self) -> None:
        """Refuse a time without a zone: it could not be placed later.

        May raise:
        - ValueError: `printed_at` is naive; our bug.
        """
        if self.printed_at.utcoffset() is None:
            raise ValueError("printed_at needs a time zone")


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipLine:
    """One card of a sale, as slips name it; no part of the card itself."""

    sale: str
    number: int
    brand: str
    product: str
    amount: Money
    order_id: str = ""
    delivery: DeliveryMethod = DeliveryMethod.CODE

    @property
    def reference(self) -> str:
        """The line's own number, as people and scanners read it: `T1-000042-2`."""
        return f"{self.sale}-{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSlip:
    """The paper that is worth money. `copy` 0 is the first print, n the n-th copy of it."""

    head: SlipHead
    line: SlipLine
    card: Card = field(repr=False)
    copy: int = 0
    masked_email: str = ""
    tax: TaxClass = TaxClass.MULTI_PURPOSE
    tax_note: str = ""  # the owner's own sentence instead of ours

    @property
    def name(self) -> str:
        """File and job name, without the code: `T1-000042-2`, `T1-000042-2-copy-1`."""
        return f"{self.line.reference}-copy-{self.copy}" if self.copy else self.line.reference


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandVoucher:
    """The issuer's own PDF of a card, as an alternative to our slip: worth the same money."""

    head: SlipHead
    line: SlipLine
    card: Card = field(repr=False)  # for our mark: the issuer's bars may be too fine for a roll
    pdf: bytes = field(repr=False)
    copy: int = 0
    tax: TaxClass = TaxClass.MULTI_PURPOSE
    tax_note: str = ""

    @property
    def name(self) -> str:
        """File and job name, without the code: `T1-000042-2-voucher`, and `-copy-1`."""
        first = f"{self.line.reference}-voucher"
        return f"{first}-copy-{self.copy}" if self.copy else first


@dataclass(frozen=True, slots=True, kw_only=True)
class MaskedCopy:
    """The shop's copy: everything but the card; `hint` are the last characters of the code."""

    head: SlipHead
    line: SlipLine
    hint: str
    expires_on: date | None = None
    copy: int = 0

    @property
    def name(self) -> str:
        """File and job name."""
        return f"{self.line.reference}-shop"


@dataclass(frozen=True, slots=True)
class PaymentItem:
    """Equal cards of the cart in one row."""

    brand: str
    amount: Money
    quantity: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentSlip:
    """What the customer pays at the main till; proves nothing and holds no code."""

    head: SlipHead
    sale: str
    items: tuple[PaymentItem, ...]
    total: Money

    @property
    def name(self) -> str:
        """File and job name."""
        return f"{self.sale}-payment"


@dataclass(frozen=True, slots=True, kw_only=True)
class VoidSlip:
    """An invalidated card: a new record that points to the first, nothing is deleted."""

    head: SlipHead
    number: str
    line: SlipLine
    hint: str
    reason: str
    voided_at: datetime
    approved_by: str = ""

    @property
    def name(self) -> str:
        """File and job name."""
        return f"{self.line.reference}-void"


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundSlip:
    """Money owed for a line (`paid_at` None), or given back."""

    head: SlipHead
    number: str
    line: SlipLine
    due_at: datetime
    paid_at: datetime | None = None
    paid_by: str = ""
    receipt_number: str = ""
    replaced_by: str = ""

    @property
    def name(self) -> str:
        """File and job name."""
        return f"{self.line.reference}-refund"


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One cashier or brand of the day; `parts` are more sums of theirs, by key."""

    label: str
    tally: Tally
    parts: tuple[tuple[str, Tally], ...] = ()


@dataclass(frozen=True, slots=True)
class ReportCase:
    """One open case of the day: which line, and its sentence in the slip's language."""

    line: str
    sentence: str
    amount: Money


# A day's sums by their names, in the order in which every report has them.
DAY_SUMS: Final = (
    "paid",
    "delivered",
    "handed_over",
    "failed",
    "voids",
    "refunds_due",
    "refunds_paid",
    "losses",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayReport:
    """The end of a day; `journal_count` and `journal_head` anchor the chain (M16)."""

    head: SlipHead
    number: str
    began_at: datetime
    ended_at: datetime
    paid: Tally
    delivered: Tally
    handed_over: Tally
    failed: Tally
    voids: Tally
    refunds_due: Tally
    refunds_paid: Tally
    losses: Tally
    by_cashier: tuple[ReportRow, ...] = ()
    by_brand: tuple[ReportRow, ...] = ()
    open_cases: tuple[ReportCase, ...] = ()
    journal_count: int = 0
    journal_head: str = ""

    @property
    def name(self) -> str:
        """File and job name."""
        return f"day-{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TestPage:
    """A page to set a printer up: ruler, type sizes, both kinds of marks."""

    __test__ = False  # not a test, whatever pytest thinks of the name

    head: SlipHead
    printer: str

    @property
    def name(self) -> str:
        """File and job name."""
        return "test-page"


SlipDocument: TypeAlias = (
    CardSlip
    | BrandVoucher
    | MaskedCopy
    | PaymentSlip
    | VoidSlip
    | RefundSlip
    | DayReport
    | TestPage
)


def group_code(code: str) -> tuple[str, ...]:
    """Cut a code into groups for the eye; joined they are the code, character for character.

    A code that brings its own separators is cut behind them. Any other is cut evenly into groups
    of at most four. The layout marks groups by a thin line below each, never by a sign or a gap
    between them, so nobody can take a gap for a part of the code, and text taken from the PDF
    is exact.
    """
    if any(sign in _SEPARATORS for sign in code):
        return _cut_behind_separators(code)
    count = -(-len(code) // _GROUP)
    cuts = [-(-len(code) * group // count) for group in range(1, count + 1)]
    return tuple(code[start:end] for start, end in pairwise((0, *cuts)))


def _cut_behind_separators(code: str) -> tuple[str, ...]:
    groups: list[str] = []
    start = 0
    for index, sign in enumerate(code):
        following = code[index + 1 : index + 2]
        if sign in _SEPARATORS and following and following not in _SEPARATORS:
            groups.append(code[start : index + 1])
            start = index + 1
    return (*groups, code[start:])


def payment_barcode(sale: str, total: Money) -> str:
    """What the main till scans: sale number and amount, `T1-000042/50.00`.

    The amount has all digits of its currency and a point, whatever the language.
    """
    digits = exponent(total.currency)
    whole, rest = divmod(total.minor, 10**digits)
    return f"{sale}/{whole}.{rest:0{digits}d}" if digits else f"{sale}/{whole}"
