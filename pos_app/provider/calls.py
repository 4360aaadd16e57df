"""The kinds of calls, how long each may take, and what observers learn about one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Call(StrEnum):
    """What is asked of the provider."""

    ORDER = "order"
    GET_ORDER = "get_order"
    INVALIDATE = "invalidate"
    PRODUCTS = "products"
    BALANCE = "balance"


@dataclass(frozen=True, slots=True)
class Wait:
    """How long the parts of one exchange may take; `overall` bounds them all together."""

    connect_s: float = 5
    read_s: float = 15
    write_s: float = 10
    pool_s: float = 10
    overall_s: float = 35


# Reading an order's answer may take as long as a customer waits (M5).
_WAITS: Final[Mapping[Call, Wait]] = MappingProxyType(
    {
        Call.ORDER: Wait(read_s=30),
        Call.GET_ORDER: Wait(),
        Call.INVALIDATE: Wait(read_s=30),
        Call.PRODUCTS: Wait(read_s=20),
        Call.BALANCE: Wait(read_s=10, overall_s=15),
    }
)


@dataclass(frozen=True, slots=True)
class Waits:
    """The waits of all calls; tests bring shorter ones."""

    by_call: Mapping[Call, Wait] = field(default_factory=lambda: _WAITS)

    @classmethod
    def all_alike(cls, wait: Wait) -> Waits:
        """The same wait for every call."""
        return cls(dict.fromkeys(Call, wait))

    def of(self, call: Call) -> Wait:
        """The wait of one kind of call."""
        return self.by_call[call]


@dataclass(frozen=True, slots=True, kw_only=True)
class CallOutcome:
    """How one call went: for the status bar and for whoever waits for the provider."""

    call: Call
    reached: bool  # the provider said anything at all
    sent: bool  # the first byte may have left
    took_s: float
    word: str = ""  # why no whole answer came
    provider_time: datetime | None = None
