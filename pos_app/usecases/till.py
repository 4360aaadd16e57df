"""What every use-case of one till shares: time, limits, keys, its profile and the bulletin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from pos_app.domain.limits import Limits
from pos_app.domain.stops import Stops
from pos_app.domain.till import TillProfile
from pos_app.ports import Clock, KeySource, ReceiptPrinter
from pos_app.usecases.bulletin import Bulletin


@dataclass(slots=True, kw_only=True)
class Till:
    """One till.

    `profile` and `printer` are replaced when a manager changes the settings, `stops` when one
    stops or allows the selling of a brand.
    """

    profile: TillProfile
    printer: ReceiptPrinter
    clock: Clock
    keys: KeySource
    bulletin: Bulletin
    local: Callable[[datetime], datetime]  # UTC to the shop's time, for paper
    jitter: Callable[[], float]  # 0 to 1, spreads retries
    limits: Limits = field(default_factory=Limits)
    stops: Stops = field(default_factory=Stops)
