"""Journal entries: what happened to money, codes, people and settings (M16)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from pos_app.domain.people import TILL, PersonId
from pos_app.domain.sale import LineId, SaleId

Detail: TypeAlias = str | int | None


class Action(StrEnum):
    """Everything the journal can tell. Names are stored: they are never renamed."""

    SALE_PAID = "sale_paid"
    ORDER_SENT = "order_sent"
    ORDER_ANSWERED = "order_answered"
    ORDER_INTERRUPTED = "order_interrupted"
    CARD_STORED = "card_stored"
    GIVEN_UP = "given_up"
    REFUND_DUE = "refund_due"
    REFUND_PAID = "refund_paid"
    REFUND_WITHDRAWN = "refund_withdrawn"
    REPLACED = "replaced"
    INVALIDATION_ASKED = "invalidation_asked"
    INVALIDATION_SENT = "invalidation_sent"
    INVALIDATION_ANSWERED = "invalidation_answered"
    PRINT_STARTED = "print_started"
    PRINT_ENDED = "print_ended"
    HANDED_OVER = "handed_over"
    CODE_SHOWN = "code_shown"
    CARD_ERASED = "card_erased"
    CARD_FETCHED = "card_fetched"
    CASE_OPENED = "case_opened"
    CASE_CLOSED = "case_closed"
    APPROVED = "approved"
    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    SIGNED_OUT = "signed_out"
    PERSON_ADDED = "person_added"
    PERSON_CHANGED = "person_changed"
    SETTINGS_CHANGED = "settings_changed"
    SELLING_STOPPED = "selling_stopped"
    SELLING_RESUMED = "selling_resumed"
    LABEL_TAUGHT = "label_taught"
    LABEL_FORGOTTEN = "label_forgotten"
    DAY_OPENED = "day_opened"
    DAY_ENDED = "day_ended"
    TILL_CREATED = "till_created"
    RESTORED = "restored"
    CLOCK_CHANGED = "clock_changed"
    NOTICE_DISMISSED = "notice_dismissed"
    CREDENTIALS_REFUSED = "credentials_refused"
    CREDENTIALS_ACCEPTED = "credentials_accepted"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to be written down; the store adds number, time and seal.

    Details never hold codes, PINs, secrets or addresses.
    """

    action: Action
    by: PersonId = TILL
    sale: SaleId | None = None
    line: LineId | None = None
    details: Mapping[str, Detail] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class JournalHead:
    """How long the journal is, the seal of its last entry as hex, and when that was written."""

    count: int
    seal: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class JournalRecord:
    """An entry as it stands in the journal."""

    seq: int
    at: datetime
    by_name: str
    entry: Entry
