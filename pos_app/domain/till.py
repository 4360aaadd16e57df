"""What a till is: its shop, its number, its country and currency, and the owner's limits."""

from __future__ import annotations

from dataclasses import dataclass

from pos_app.domain.money import Language, Money
from pos_app.domain.sale import SaleId
from pos_app.domain.settings import ProcessingMode
from pos_app.domain.tax import Taxes

TRAINING_PREFIX = "TRAINING-"


@dataclass(frozen=True, slots=True, kw_only=True)
class TillProfile:
    """Set up once; store, language and limits may be changed by a manager."""

    store: str
    till: str
    country: str
    currency: str
    language: Language
    training: bool = False
    card_limit: Money | None = None  # a manager approves above this face value
    sale_limit: Money | None = None  # a manager approves above this total
    balance_warning: Money | None = None  # below it the manager is told (M13)
    erase_after_days: int = 14  # M15
    processing_mode: ProcessingMode = ProcessingMode.SYNC
    slip_language: Language | None = None  # None: the window's
    taxes: Taxes = Taxes()  # noqa: RUF009  (frozen)

    def sale_id(self, number: int) -> SaleId:
        """The number people read: `T1-000042`, in training `TRAINING-T1-000042` (R10)."""
        prefix = TRAINING_PREFIX if self.training else ""
        return SaleId(f"{prefix}{self.till}-{number:06d}")

    def paper_number(self, letter: str, number: int) -> str:
        """The number of a day, void or refund: `T1-0012`, `T1-V0003`, `TRAINING-T1-R0001`."""
        prefix = TRAINING_PREFIX if self.training else ""
        return f"{prefix}{self.till}-{letter}{number:04d}"

    def exceeds_limit(self, total: Money, largest: Money) -> bool:
        """Whether a sale needs a manager's approval."""
        above_card = self.card_limit is not None and self.card_limit < largest
        above_sale = self.sale_limit is not None and self.sale_limit < total
        return above_card or above_sale
