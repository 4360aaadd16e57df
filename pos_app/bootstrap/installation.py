"""A till out of nothing: settings, secret, vault key, database and, if wanted, a first manager."""

from __future__ import annotations

import asyncio
import uuid
from dataclasses import replace

from pos_app.bootstrap.machine import bind_machine
from pos_app.bootstrap.real import VAULT_KEY, keyring_entry
from pos_app.bootstrap.surroundings import SystemClock
from pos_app.config import Paths, save_settings
from pos_app.domain.errors import SettingsError
from pos_app.domain.people import TILL, Role
from pos_app.domain.sale import Account
from pos_app.domain.settings import Settings
from pos_app.files import private_folder
from pos_app.ports import SecretStore
from pos_app.provider.client import HttpProvider
from pos_app.store import Store, create_store, new_vault_key, remove_empty_store, store_exists
from pos_app.store.secrets import choose_secret_store
from pos_app.usecases.settings_desk import CLIENT_SECRET


def new_installation_id() -> str:
    """A name for this installation that no other has (M11)."""
    return str(uuid.uuid4())


async def set_up(
    paths: Paths,
    settings: Settings,
    secret: str,
    *,
    manager: tuple[str, str] | None = None,
    keep_secret: bool = True,
) -> Settings:
    """Make the till; the settings file is written last, so that a broken set-up can be repeated.

    `manager` is the name and PIN of the first manager. The settings come back with where the
    secret lies.

    May raise:
    - SettingsError: `already_set_up`; `missing_secret`; an account that can't be used.
    - RefusedError: `bad_name`, `bad_pin`. StoreError, VaultError: nothing usable was left.
    """
    if paths.settings.exists() or store_exists(paths.data):
        raise SettingsError("already_set_up", file=paths.settings)
    _check_account(settings, secret)
    await asyncio.to_thread(private_folder, paths.data)
    secrets = await asyncio.to_thread(
        choose_secret_store, paths.data, keyring_entry(settings.installation_id)
    )
    made = replace(settings, secret_store=secrets.kind)
    try:
        store = await _create(paths, settings, secrets)
        try:
            if manager is not None:
                await store.people.add(manager[0], Role.MANAGER, manager[1], by=TILL)
        finally:
            await store.close()
        if keep_secret:
            await asyncio.to_thread(secrets.set, CLIENT_SECRET, secret)
        await asyncio.to_thread(save_settings, paths.settings, made)
    except BaseException:
        # Nothing was there before, so what is there now is ours, and empty.
        await asyncio.to_thread(remove_empty_store, paths.data)
        raise
    return made


def _check_account(settings: Settings, secret: str) -> None:
    HttpProvider(Account(settings.provider_url, settings.client_id), secret, clock=SystemClock())


async def _create(paths: Paths, settings: Settings, secrets: SecretStore) -> Store:
    key = new_vault_key()
    await asyncio.to_thread(secrets.set, VAULT_KEY, key.hex())
    await asyncio.to_thread(bind_machine, secrets, key)
    return await create_store(
        paths.data,
        clock=SystemClock(),
        vault_key=key,
        training=False,
        currency=settings.currency,
        till_id=settings.till,
        installation_id=settings.installation_id,
    )


class FolderInstaller:
    """The port `Installer` for the first-start page."""

    def __init__(self, paths: Paths) -> None:
        """Install into these folders."""
        self._paths = paths

    async def install(self, settings: Settings, secret: str, manager: str, pin: str) -> None:
        """Create everything, or nothing.

        May raise: see `set_up`.
        """
        await set_up(self._paths, settings, secret, manager=(manager, pin))
