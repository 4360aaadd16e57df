"""Notices stand until a manager has read them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pos_app.domain.errors import NotAllowedError, RefusedError
from pos_app.domain.journal import Action, Detail, Entry
from pos_app.domain.notices import NoticeKind
from pos_app.domain.people import Approval
from pos_app.usecases.bulletin import NoticesChanged
from pos_app.usecases.notices import NoticeBoard
from tests.helpers.virtual import Disk, VirtualTill, run_virtual

SINCE = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)


def test_a_notice_stands_until_a_manager_has_read_it() -> None:
    """Also over a restart; cashiers can't take it down, and each is taken down once."""
    disk = Disk()

    async def first() -> None:
        till = VirtualTill(disk)
        await till.begin()
        board = NoticeBoard(till.store.journal, till.till.bulletin)
        assert await board.standing() == ()
        details: dict[str, Detail] = {"since": SINCE.isoformat(), "gap": 1000}
        await board.put_up(Entry(Action.RESTORED, details=details))
        await board.put_up(Entry(Action.CLOCK_CHANGED, details={"moved_s": 3600}))
        assert till.events.count(NoticesChanged()) == 2
        await till.end()

    async def second() -> None:
        till = VirtualTill(disk)
        await till.begin()
        board = NoticeBoard(till.store.journal, till.till.bulletin)
        restored, moved = await board.standing()
        assert [restored.kind, moved.kind] == [NoticeKind.RESTORED, NoticeKind.CLOCK_CHANGED]
        assert (restored.since, moved.since) == (SINCE, None)
        with pytest.raises(NotAllowedError, match="needs_manager"):
            await board.dismiss(restored, till.session.own_approval())
        till.as_manager()
        await board.dismiss(restored, till.session.own_approval())
        assert NoticesChanged() in till.events
        assert await board.standing() == (moved,)
        with pytest.raises(RefusedError, match="no_such_notice"):
            await board.dismiss(restored, Approval(till.marta.id, till.marta.id))
        records = await till.store.journal.records(actions=[Action.NOTICE_DISMISSED])
        assert [(r.by_name, r.entry.details["notice"]) for r in records] == [
            ("Marta", restored.seq)
        ]
        await till.end()

    run_virtual(first())
    run_virtual(second())


def test_a_dismissal_of_nothing_hides_nothing() -> None:
    """An entry of a newer program that names its notice otherwise."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        board = NoticeBoard(till.store.journal, till.till.bulletin)
        await board.put_up(Entry(Action.CLOCK_CHANGED, details={"moved_s": 3600}))
        await board.put_up(Entry(Action.NOTICE_DISMISSED, details={"notice": "all"}))
        assert len(await board.standing()) == 1

    run_virtual(scenario())
