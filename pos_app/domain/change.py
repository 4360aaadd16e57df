"""What an event does to a line: the shape that all rules of the domain return.

Every rule is a pure function from (line, event, now) to a `Change` (the line after it, and what
the journal says), or raises RefusedError. The store runs it inside one transaction, so the first
commit wins (M6). `orders` holds the rules of sending and answers, `decisions` those of what
people decide, `invalidating` those of making a card worthless.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeAlias

from pos_app.domain.answer import Answer
from pos_app.domain.card import Card
from pos_app.domain.journal import Action, Detail, Entry
from pos_app.domain.people import TILL, PersonId
from pos_app.domain.sale import Line, Refund


@dataclass(frozen=True, slots=True)
class Change:
    """The line after an event, its journal entries, and a card to be stored with them."""

    line: Line
    entries: tuple[Entry, ...] = ()
    card: Card | None = None
    # M14: the replacement that is stored in the same transaction.
    replacement: Line | None = None


# What a use-case hands to the store: it is run on the stored line, inside the transaction.
Decide: TypeAlias = Callable[[Line], Change]


def entry_of(line: Line, action: Action, by: PersonId = TILL, **details: Detail) -> Entry:
    """A journal entry about a line."""
    return Entry(action, by, line.sale, line.id, details)


def answer_entry(line: Line, action: Action, answer: Answer) -> Entry:
    """The journal entry about an answer of the provider."""
    return entry_of(
        line,
        action,
        proof=answer.proof.value,
        status=answer.status,
        code=answer.code,
        request_id=answer.request_id,
    )


def fall_due(line: Line, now: datetime) -> tuple[Line, tuple[Entry, ...]]:
    """The refund falls due, once (M1)."""
    if line.refund is not None:
        return line, ()
    due = replace(line, refund=Refund(due_at=now))
    return due, (entry_of(line, Action.REFUND_DUE, amount=line.face_value.to_wire()),)


def passed(since: datetime, now: datetime, seconds: float) -> bool:
    """Whether so much time is over; a clock that was set back never makes anybody wait longer."""
    return abs(now - since) >= timedelta(seconds=seconds)
