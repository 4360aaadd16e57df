"""`pos-app restore`: a backup in the place of this till's database (M12)."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path

from pos_app.bootstrap.instance_lock import InstanceLock
from pos_app.bootstrap.machine import bind_machine
from pos_app.bootstrap.real import open_secrets, read_vault_key
from pos_app.bootstrap.surroundings import SystemClock
from pos_app.config import Paths, SettingsJson
from pos_app.domain.errors import SettingsError
from pos_app.store import Identity, Restored, restore_database
from pos_app.usecases.journal_keeper import keep_head, kept_head


async def restore_backup(paths: Paths, environment: Mapping[str, str], backup: Path) -> Restored:
    """Restore, keep the new end of the journal elsewhere, and bind the till to this computer.

    May raise:
    - SettingsError: `till_is_running`, or as for the program itself.
    - RefusedError, StoreError, VaultError: see `store.restore_database`; nothing was changed.
    """
    settings = SettingsJson(paths.settings, environment).load()
    lock = InstanceLock(paths.data)
    if not lock.take():
        raise SettingsError("till_is_running", folder=paths.data)
    try:
        secrets = await asyncio.to_thread(open_secrets, paths, settings, environment)
        key = await asyncio.to_thread(read_vault_key, secrets)
        wanted = Identity(
            installation=settings.installation_id,
            till=settings.till,
            currency=settings.currency,
            training=False,
        )
        kept = await kept_head(secrets)
        restored = await asyncio.to_thread(
            restore_database,
            paths.data,
            backup,
            wanted=wanted,
            vault_key=key,
            clock=SystemClock(),
            kept=kept,
        )
        await keep_head(secrets, restored.head)
        await asyncio.to_thread(bind_machine, secrets, key)
        return restored
    finally:
        lock.release()
