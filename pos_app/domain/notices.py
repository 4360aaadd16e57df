"""Notices that stand until a manager has read them: told by the journal, ended in the journal.

    RESTORED        orders since `since` are missing here (money.md M12)
    CLOCK_CHANGED   the computer's clock was moved by `moved_s` seconds (M4)
    CREDENTIALS_REFUSED   the provider refuses client id or signature; ends by itself as well,
                          when it accepts them again

Details of RESTORED: `since`, the moment the copy ends (ISO 8601); `gap` in the sale numbers;
`next_sale`; `next_day`, which the open day has now that was `day_was`, or the next one gets;
`void_next` and `refund_next`, the numbers of the next slips after the `void_known` and
`refund_known` that the copy knows; `open_cases`; `kept`, the file with what was there before;
`replaced_count`, `replaced_head` and `missing_sales` of it, where it could still be read.
Details of CLOCK_CHANGED: `moved_s`; `found`, `running` or `start`.
Details of CREDENTIALS_REFUSED: the provider's `code`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from pos_app.domain.journal import Action, Detail, JournalRecord


class NoticeKind(StrEnum):
    """One sentence each, made by the user interface."""

    RESTORED = "restored"
    CLOCK_CHANGED = "clock_changed"
    CREDENTIALS_REFUSED = "credentials_refused"


_KINDS: Final = {
    Action.RESTORED: NoticeKind.RESTORED,
    Action.CLOCK_CHANGED: NoticeKind.CLOCK_CHANGED,
    Action.CREDENTIALS_REFUSED: NoticeKind.CREDENTIALS_REFUSED,
}
# What the journal must be asked for.
NOTICE_ACTIONS: Final = (*_KINDS, Action.NOTICE_DISMISSED, Action.CREDENTIALS_ACCEPTED)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a manager should know; `seq` is the number of its journal entry."""

    seq: int
    kind: NoticeKind
    at: datetime
    details: Mapping[str, Detail]

    @property
    def since(self) -> datetime | None:
        """Since when orders are missing; None for other notices."""
        text = self.details.get("since")
        return datetime.fromisoformat(text) if isinstance(text, str) else None


def standing_notices(records: Iterable[JournalRecord]) -> tuple[Notice, ...]:
    """What nobody has dismissed yet, oldest first; `records` are those of NOTICE_ACTIONS."""
    found: dict[int, Notice] = {}
    for record in records:
        kind = _KINDS.get(record.entry.action)
        if kind is not None:
            found[record.seq] = Notice(record.seq, kind, record.at, record.entry.details)
            continue
        if record.entry.action is Action.CREDENTIALS_ACCEPTED:
            found = _without(found, NoticeKind.CREDENTIALS_REFUSED)
            continue
        seq = record.entry.details.get("notice")
        found.pop(seq if isinstance(seq, int) else 0, None)
    return tuple(found.values())


def _without(found: Mapping[int, Notice], kind: NoticeKind) -> dict[int, Notice]:
    return {seq: notice for seq, notice in found.items() if notice.kind is not kind}
