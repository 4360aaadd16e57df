"""Keeps outside the database how far its journal has come, and compares (money.md M16).

The chain alone shows any change inside the journal. That its end was cut off, or that an older
database was put in place of this one, shows only against what is kept elsewhere: number and seal
of the last entry, in the secret store, written at each day's end and at each orderly close.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import Final

from pos_app.domain.errors import SurroundingsError
from pos_app.domain.journal import JournalHead
from pos_app.ports import Journal, SecretStore
from pos_app.usecases.bulletin import Bulletin, Trouble

_NAME: Final = "journal_head"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was kept, how many entries of it are missing, and whether its last one is another.

    `kept` is None when nothing was kept yet, or nothing readable.
    """

    kept: JournalHead | None
    missing: int = 0
    replaced: bool = False

    @property
    def agrees(self) -> bool:
        """Whether nothing speaks against this journal."""
        return not (self.missing or self.replaced)


class JournalKeeper:
    """Writes the journal's end into the secret store, and compares the two."""

    def __init__(self, journal: Journal, secrets: SecretStore) -> None:
        """Keep nothing yet."""
        self._journal, self._secrets = journal, secrets

    async def compare(self) -> Comparison:
        """Whether the journal still holds what was kept.

        May raise:
        - StoreError; VaultError: `locked`.
        """
        kept = read_kept(await asyncio.to_thread(self._secrets.get, _NAME))
        if kept is None:
            return Comparison(None)
        missing = kept.count - (await self._journal.head()).count
        if missing > 0:
            return Comparison(kept, missing=missing)
        return Comparison(kept, replaced=await self._journal.seal_of(kept.count) != kept.seal)

    async def keep(self) -> bool:
        """Keep where the journal ends now; False when what is kept speaks against it.

        What speaks against the journal is never written over: `compare` must go on finding it.

        May raise:
        - StoreError; VaultError: `locked`, `not_stored`.
        """
        if not (await self.compare()).agrees:
            return False
        await keep_head(self._secrets, await self._journal.head())
        return True

    async def keep_or_tell(self, bulletin: Bulletin) -> None:
        """Keep it, beside work that must not fail for it."""
        try:
            await self.keep()
        except SurroundingsError as error:
            bulletin.publish(Trouble(error))


async def keep_head(secrets: SecretStore, head: JournalHead) -> None:
    """Keep a journal's end, whatever was kept before: after a restore.

    May raise:
    - VaultError: `locked`, `not_stored`.
    """
    text = json.dumps({"count": head.count, "seal": head.seal})
    await asyncio.to_thread(secrets.set, _NAME, text)


async def kept_head(secrets: SecretStore) -> JournalHead | None:
    """What was kept last.

    May raise:
    - VaultError: `locked`.
    """
    return read_kept(await asyncio.to_thread(secrets.get, _NAME))


def read_kept(text: str | None) -> JournalHead | None:
    """What was kept, or None when there is nothing that can be read."""
    try:
        values = json.loads(text or "")
        return JournalHead(int(values["count"]), str(values["seal"]))
    except (ValueError, KeyError, TypeError):
        return None
