"""What an answer of the provider proves (money.md M3), before it meets a line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pos_app.domain.card import Card
from pos_app.domain.money import Money


class Proof(StrEnum):
    """The classes of answers that the rules tell apart."""

    COMPLETED = "completed"  # readable 2xx, state completed
    FAILED = "failed"  # readable 2xx, state failed
    INVALIDATED = "invalidated"  # readable 2xx, state invalidated
    PROCESSING = "processing"  # readable 2xx, processing or an unknown state
    NOT_SENT = "not_sent"  # DNS, connect or TLS failure before the first request byte
    TRY_LATER = "try_later"  # 429, 401, wrong date, blocked: readable, the order was not made
    REFUSED = "refused"  # another 4xx of the contract, status, class and code all matching
    UNCLEAR = "unclear"  # anything else


@dataclass(frozen=True, slots=True)
class OrderReport:
    """The provider's order, as far as it is readable."""

    id: str
    state: str
    product_code: str | None
    face_value: Money | None
    card: Card
    failure: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One attempt's outcome. `code` is the provider's error code or our short word for a fault."""

    proof: Proof
    code: str = ""
    status: int | None = None
    report: OrderReport | None = None
    message: str = ""
    request_id: str = ""
    retry_after_s: float | None = None
    provider_time: datetime | None = None
    # Whether a refusal also speaks for earlier attempts with this key that went unanswered.
    settles_key: bool = False

    @property
    def reached(self) -> bool:
        """Whether the provider said anything at all."""
        return self.status is not None
