"""Refused credentials are told once, until they work again."""

from __future__ import annotations

import asyncio

import pytest

from pos_app.domain.errors import StoreError
from pos_app.domain.journal import Action
from pos_app.domain.notices import NoticeKind
from pos_app.usecases.bulletin import (
    CredentialsRefused,
    NoticesChanged,
    SettingsChanged,
    Trouble,
)
from pos_app.usecases.credentials import CredentialWatch
from pos_app.usecases.notices import NoticeBoard
from tests.helpers.virtual import SECRET, Disk, VirtualTill, run_virtual

WATCHED = (Action.CREDENTIALS_REFUSED, Action.CREDENTIALS_ACCEPTED)


def watch_of(till: VirtualTill) -> tuple[CredentialWatch, NoticeBoard]:
    """The watch over this till, and its notices."""
    notices = NoticeBoard(till.store.journal, till.till.bulletin)
    watch = CredentialWatch(
        till.till,
        journal=till.store.journal,
        notices=notices,
        tasks=till.background,
        probe=till.balance.probe,
    )
    return watch, notices


async def written(till: VirtualTill) -> list[Action]:
    """What the journal says about credentials, once everything has been written."""
    await asyncio.sleep(1)
    records = await till.store.journal.records(actions=WATCHED)
    return [record.entry.action for record in records]


def test_refused_and_accepted_again() -> None:
    """The provider's own refusal: one notice with its code; it ends once the secret is right."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        watch, notices = watch_of(till)
        await till.balance.probe()
        assert await written(till) == []
        account = till.account
        await till.provider.use(account, "wrong")
        await till.balance.probe()
        await till.balance.probe()
        assert await written(till) == [Action.CREDENTIALS_REFUSED]
        assert [watch.are_refused] == [True]
        assert NoticesChanged() in till.events
        (notice,) = await notices.standing()
        assert notice.kind is NoticeKind.CREDENTIALS_REFUSED
        assert notice.details["code"] == "invalid_signature"
        await till.provider.use(account, SECRET)
        till.till.bulletin.publish(SettingsChanged())
        assert await written(till) == list(WATCHED)
        assert await notices.standing() == ()
        assert not watch.are_refused
        await till.end()

    run_virtual(scenario())


def test_over_a_restart() -> None:
    """Still refused: not told a second time. Two refusals at once are one."""
    disk = Disk()

    async def first() -> None:
        till = VirtualTill(disk)
        await till.begin()
        till.carrier.is_unplugged = True  # no other answers meanwhile
        watch_of(till)
        till.till.bulletin.publish(CredentialsRefused("invalid_client"))
        till.till.bulletin.publish(CredentialsRefused("invalid_client"))
        assert await written(till) == [Action.CREDENTIALS_REFUSED]
        await till.end()

    async def second() -> None:
        till = VirtualTill(disk)
        await till.begin()
        till.carrier.is_unplugged = True
        _, notices = watch_of(till)
        till.till.bulletin.publish(CredentialsRefused("invalid_client"))
        assert await written(till) == [Action.CREDENTIALS_REFUSED]
        assert len(await notices.standing()) == 1
        till.carrier.is_unplugged = False
        await till.balance.probe()
        assert await written(till) == list(WATCHED)
        await till.end()

    run_virtual(first())
    run_virtual(second())


def test_a_journal_that_can_t_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told as trouble, and tried again with the next refusal."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        watch_of(till)
        with monkeypatch.context() as patch:

            async def fail(*_arguments: object) -> None:
                raise StoreError("disk_full")

            patch.setattr(till.store.journal, "write", fail)
            till.till.bulletin.publish(CredentialsRefused("invalid_client"))
            await asyncio.sleep(1)
        codes = [event.error.code for event in till.events if isinstance(event, Trouble)]
        assert codes == ["disk_full"]
        till.till.bulletin.publish(CredentialsRefused("invalid_client"))
        assert await written(till) == [Action.CREDENTIALS_REFUSED]
        await till.end()

    run_virtual(scenario())
