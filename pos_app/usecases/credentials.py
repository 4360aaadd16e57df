"""Says so when the provider refuses this till's credentials, until it accepts them again.

A refusal of client id or signature (401) is noticed with the next question about the balance,
which is asked every few minutes and for every cart. It becomes a notice that stands until a
manager has read it or the credentials work again, also over a restart.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from pos_app.domain.errors import StoreError
from pos_app.domain.journal import Action, Entry
from pos_app.ports import Journal
from pos_app.usecases.bulletin import (
    BalanceChanged,
    CredentialsRefused,
    Event,
    SettingsChanged,
    Trouble,
)
from pos_app.usecases.notices import NoticeBoard
from pos_app.usecases.tasks import TaskOwner
from pos_app.usecases.till import Till

_ACTIONS = (Action.CREDENTIALS_REFUSED, Action.CREDENTIALS_ACCEPTED)


class CredentialWatch:
    """Writes a refusal and its end into the journal, once each."""

    def __init__(
        self,
        till: Till,
        *,
        journal: Journal,
        notices: NoticeBoard,
        tasks: TaskOwner,
        probe: Callable[[], Awaitable[None]],
    ) -> None:
        """Listen from now on; `probe` asks for the balance after the settings have changed."""
        self._bulletin, self._journal = till.bulletin, journal
        self._notices, self._tasks, self._probe = notices, tasks, probe
        self._refused: bool | None = None  # nobody has looked into the journal yet
        self._lock = asyncio.Lock()
        till.bulletin.subscribe(self._on_event)

    @property
    def are_refused(self) -> bool:
        """Whether the last answer refused them."""
        return bool(self._refused)

    def _on_event(self, event: Event) -> None:
        if isinstance(event, CredentialsRefused) and self._refused is not True:
            self._tasks.spawn(self._note(event.code), "credentials refused")
        elif isinstance(event, BalanceChanged) and self._refused is not False:
            self._tasks.spawn(self._note(""), "credentials accepted")
        elif isinstance(event, SettingsChanged) and self._refused:
            self._tasks.spawn(self._ask(), "credentials changed")

    async def _ask(self) -> None:
        await self._probe()

    async def _note(self, code: str) -> None:
        """Write what is new; `code` is the provider's, empty where it accepted."""
        refused = bool(code)
        async with self._lock:
            try:
                if self._refused is None:
                    self._refused = await self._stood()
                if refused == self._refused:
                    return
                action = _ACTIONS[0] if refused else _ACTIONS[1]
                await self._notices.put_up(Entry(action, details={"code": code or None}))
                self._refused = refused
            except StoreError as error:
                self._bulletin.publish(Trouble(error))

    async def _stood(self) -> bool:
        """Whether they were refused when the program ended."""
        records = await self._journal.records(actions=_ACTIONS)
        return bool(records) and records[-1].entry.action is Action.CREDENTIALS_REFUSED
