"""The journal's end is kept outside the database too (money.md M16)."""

from __future__ import annotations

from functools import partial

import pytest

from pos_app.domain.errors import RefusedError, VaultError
from pos_app.domain.journal import Action, Entry, JournalHead
from pos_app.domain.people import PersonId
from pos_app.usecases.bulletin import Bulletin, Event, Trouble
from pos_app.usecases.days import DayDesk
from pos_app.usecases.journal_keeper import JournalKeeper, keep_head, kept_head, read_kept
from tests.fakes.store import FakeSecretStore, FakeStore
from tests.fakes.store_clock import HandClock
from tests.helpers.sales import record


class LockedSecrets(FakeSecretStore):
    """A keyring that stays locked."""

    def get(self, name: str) -> str | None:
        """Refuse."""
        raise VaultError("locked", name=name)


async def _write(store: FakeStore, count: int) -> None:
    await store.journal.write(*(Entry(Action.SIGNED_IN) for _ in range(count)))


async def test_a_journal_that_grew_agrees() -> None:
    """Nothing kept yet, kept, grown since."""
    store, secrets = FakeStore(HandClock()), FakeSecretStore()
    keeper = JournalKeeper(store.journal, secrets)
    assert (await keeper.compare()).agrees
    await _write(store, 3)
    assert await keeper.keep()
    await _write(store, 2)
    compared = await keeper.compare()
    assert compared.agrees
    assert compared.kept == await kept_head(secrets) == JournalHead(3, f"{3:064x}")
    assert await keeper.keep()
    assert (await kept_head(secrets) or JournalHead(0, "")).count == 5


async def test_a_lost_end_and_another_journal_are_found() -> None:
    """They are never kept over what speaks against them; only a restore does that."""
    store, secrets = FakeStore(HandClock()), FakeSecretStore()
    keeper = JournalKeeper(store.journal, secrets)
    await _write(store, 3)
    for kept, missing, replaced in (
        (JournalHead(5, f"{5:064x}"), 2, False),
        (JournalHead(3, "ab"), 0, True),
    ):
        await keep_head(secrets, kept)
        compared = await keeper.compare()
        assert (compared.agrees, compared.missing, compared.replaced) == (False, missing, replaced)
        assert not await keeper.keep()
        assert await kept_head(secrets) == kept


@pytest.mark.parametrize("text", [None, "", "{", "[]", "{}", '{"count": "x", "seal": "y"}'])
def test_what_can_t_be_read_is_nothing(text: str | None) -> None:
    """Whatever stands there, nothing fails."""
    assert read_kept(text) is None


async def test_a_day_ends_with_a_locked_keyring() -> None:
    """The end of the day is kept; where that fails somebody is told, and the day has ended."""
    clock = HandClock()
    store, bulletin = FakeStore(clock), Bulletin()
    events: list[Event] = []
    bulletin.subscribe(events.append)
    for secrets in (FakeSecretStore(), LockedSecrets()):
        keeper = JournalKeeper(store.journal, secrets)
        desk = DayDesk(store.days, store.backups, partial(keeper.keep_or_tell, bulletin))
        await record(store.sales, clock.now())
        day, _ = await desk.end(PersonId(1))
        assert (await desk.past())[0] == day
        with pytest.raises(RefusedError, match="no_open_day"):
            await desk.end(PersonId(1))
    assert [event.error.code for event in events if isinstance(event, Trouble)] == ["locked"]
