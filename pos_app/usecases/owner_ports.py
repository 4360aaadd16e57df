"""What the owner's use-cases need of the store, beside `pos_app.ports`; the store implements it.

Every method is async and durable when it returns; all may raise StoreError.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from pos_app.domain.card import Card
from pos_app.domain.journal import Entry
from pos_app.domain.printjob import PrintKind
from pos_app.domain.sale import Line, LineId
from pos_app.domain.stops import Stop
from pos_app.ports import Balance


class AgedCards(Protocol):
    """Cards that have been kept long enough (M15)."""

    async def aged(self, before: datetime, *, limit: int) -> Sequence[Line]:
        """Closed lines whose story ended before a moment and whose card is still here.

        Oldest first: cards that were handed over, made worthless, or closed as a loss
        (`domain/ageing.py`). Lines of a sale with an open case are left out.
        """
        ...

    async def erase(self, line_id: LineId, seen: Card | None) -> None:
        """Erase a card that the provider has just shown to be the same; its keyed hash stays.

        Without `seen` only a card that is proven worthless goes.

        May raise:
        - RefusedError: `other_card` when `seen` is not the stored one, `case_open`,
          `not_handed_over`, `already_erased`; nothing was erased.
        """
        ...


class StopList(Protocol):
    """What is not sold for a while."""

    async def all(self) -> Sequence[Stop]:
        """Every stop, by brand."""
        ...

    async def put(self, stop: Stop, entry: Entry) -> None:
        """Stop a brand, or change its sentence; with its journal entry."""
        ...

    async def remove(self, brand: str, entry: Entry) -> None:
        """Sell again, with its journal entry. May raise RefusedError `not_stopped`."""
        ...


class BalanceHistory(Protocol):
    """How our credit at the provider went up and down."""

    async def note(self, balance: Balance) -> None:
        """Keep a balance that differs from the last one, or is an hour younger."""
        ...

    async def since(self, moment: datetime) -> Sequence[Balance]:
        """Kept balances, oldest first."""
        ...


class PaperNumbers(Protocol):
    """Numbers of void and refund slips: per till, per kind, without gaps except by a restore."""

    async def number(self, kind: PrintKind, line_id: LineId) -> int:
        """The number of a line's paper, given out when it is first asked for."""
        ...


class ReportFiles(Protocol):
    """The folder of what people save for themselves."""

    async def write(self, name: str, data: bytes) -> str:
        """Write a file whole or not at all, in place of an older one; where it is.

        May raise:
        - StoreError: `report_not_written`.
        """
        ...
