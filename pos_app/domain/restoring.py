"""What a line is after its database came out of a backup (money.md M12).

Anything may have happened between the copy and now: nothing is posted, printed or refunded by
itself, and every line that was not closed asks for a person.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pos_app.domain.change import Change
from pos_app.domain.journal import Action, Entry
from pos_app.domain.sale import Line, OrderState, Trouble

# Numbers of sales, days and papers that the copy does not know are never given out again.
NUMBER_GAP: Final = 1_000


def next_number(here: int, there: int | None) -> int:
    """What comes next: `here` by the copy, `there` by what it replaces, if that could be read."""
    jumped = here + NUMBER_GAP
    return there + NUMBER_GAP if there is not None and there > jumped else jumped


def mark_restored(line: Line) -> Change:
    """An open line becomes an open case that only a person takes further.

    A waiting line may have been sent after the copy was made: nobody knows (M4). A card that was
    being invalidated is a delivered one again, to be invalidated by hand. Refunds that were due
    may have been paid: the person who pays looks at the main till first.
    """
    if line.is_closed:
        return Change(line)
    state, sending = line.order, line.sending
    if state in (OrderState.WAITING, OrderState.ORDERING, OrderState.UNKNOWN):
        state, sending = OrderState.UNKNOWN, replace(sending, unanswered=True)
    elif state is OrderState.INVALIDATING:
        state = OrderState.DELIVERED
    decided = state in (OrderState.FAILED, OrderState.INVALIDATED)
    trouble = line.trouble if decided else line.trouble or Trouble.RESTORED
    restored = replace(
        line,
        order=state,
        sending=sending,
        trouble=trouble,
        printed=line.printed or state is OrderState.DELIVERED,
    )
    entry = Entry(
        Action.CASE_OPENED,
        sale=line.sale,
        line=line.id,
        details={"trouble": Trouble.RESTORED.value, "key": line.request.key},
    )
    return Change(restored, (entry,))
