"""Notices that a manager must have read: shown until then, whoever signs in."""

from __future__ import annotations

from collections.abc import Sequence

from pos_app.domain.errors import RefusedError
from pos_app.domain.journal import Action, Entry
from pos_app.domain.notices import NOTICE_ACTIONS, Notice, standing_notices
from pos_app.domain.people import Approval, Permission
from pos_app.ports import Journal
from pos_app.usecases.bulletin import Bulletin, NoticesChanged
from pos_app.usecases.session import require_manager


class NoticeBoard:
    """Reads notices out of the journal, and writes there that they were read."""

    def __init__(self, journal: Journal, bulletin: Bulletin) -> None:
        """Work on this till's journal."""
        self._journal, self._bulletin = journal, bulletin

    async def standing(self) -> Sequence[Notice]:
        """What nobody has dismissed yet, oldest first.

        May raise:
        - StoreError.
        """
        return standing_notices(await self._journal.records(actions=NOTICE_ACTIONS))

    async def put_up(self, entry: Entry) -> None:
        """Write down what happened, and show it.

        May raise:
        - StoreError.
        """
        await self._journal.write(entry)
        self._bulletin.publish(NoticesChanged())

    async def dismiss(self, notice: Notice, approval: Approval) -> None:
        """A manager has read it.

        May raise:
        - NotAllowedError: `needs_manager`.
        - RefusedError: `no_such_notice` when somebody else has dismissed it. StoreError.
        """
        manager = require_manager(approval, Permission.CLOSE_CASE)
        if notice.seq not in [standing.seq for standing in await self.standing()]:
            raise RefusedError("no_such_notice")
        details = {"notice": notice.seq}
        await self.put_up(Entry(Action.NOTICE_DISMISSED, manager, details=details))
