"""The real till: its folders, its secrets, its provider account."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Final

from pos_app.bootstrap.assemble import Parts
from pos_app.bootstrap.connection import ProviderConnectionTest
from pos_app.bootstrap.machine import bind_machine, check_machine
from pos_app.bootstrap.surroundings import SystemClock, SystemPrinters
from pos_app.config import EnvironmentSecrets, Paths, SettingsJson, choose_language
from pos_app.domain.errors import SettingsError, VaultError
from pos_app.domain.sale import Account
from pos_app.domain.settings import Settings
from pos_app.ports import SecretStore
from pos_app.provider.client import HttpProvider
from pos_app.provider.pictures import HttpPictures
from pos_app.store import Store, open_store
from pos_app.store.secrets import choose_secret_store
from pos_app.usecases.settings_desk import CLIENT_SECRET, Surroundings

VAULT_KEY: Final = "vault_key"


def keyring_entry(installation_id: str) -> str:
    """The name under which this installation's secrets stand in the keyring."""
    return f"pos-app {installation_id}"


def open_secrets(paths: Paths, settings: Settings, environment: Mapping[str, str]) -> SecretStore:
    """Where this installation keeps its secrets; the environment wins for the client secret.

    May raise:
    - VaultError: `locked` when the keyring can't be opened.
    """
    kept = choose_secret_store(paths.data, keyring_entry(settings.installation_id))
    return EnvironmentSecrets(kept, environment)


def read_vault_key(secrets: SecretStore) -> bytes:
    """The key of the vault.

    May raise:
    - VaultError: `key_missing`, or `locked`.
    """
    text = secrets.get(VAULT_KEY)
    if text is None:
        raise VaultError("key_missing", kind=secrets.kind)
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise VaultError("bad_key", kind=secrets.kind) from error


async def open_real_store(paths: Paths, settings: Settings, secrets: SecretStore) -> Store:
    """This installation's database.

    May raise:
    - StoreError: see `store.open_store` (R11). VaultError: as `read_vault_key`.
    """
    key = await asyncio.to_thread(read_vault_key, secrets)
    return await open_store(
        paths.data,
        clock=SystemClock(),
        vault_key=key,
        training=False,
        currency=settings.currency,
        till_id=settings.till,
        installation_id=settings.installation_id,
        known=True,
    )


def open_provider(settings: Settings, secrets: SecretStore) -> HttpProvider:
    """The client for this till's account.

    May raise:
    - SettingsError: `missing_secret`, or an account that can't be used.
    """
    secret = secrets.get(CLIENT_SECRET)
    if not secret:
        raise SettingsError("missing_secret", kind=secrets.kind)
    account = Account(settings.provider_url.rstrip("/"), settings.client_id)
    return HttpProvider(account, secret, clock=SystemClock())


async def real_parts(paths: Paths, environment: Mapping[str, str]) -> Parts:
    """The parts of a till that has been set up.

    May raise:
    - SettingsError: `settings_missing` before any set-up; others name file and key.
    - VaultError, StoreError: secrets or database can't be opened.
    """
    file = SettingsJson(paths.settings, environment)
    settings = await asyncio.to_thread(file.load)
    secrets = await asyncio.to_thread(open_secrets, paths, settings, environment)
    provider = await asyncio.to_thread(open_provider, settings, secrets)
    key = await asyncio.to_thread(read_vault_key, secrets)
    if not await asyncio.to_thread(check_machine, secrets, key):
        await asyncio.to_thread(bind_machine, secrets, key)
    store = await open_real_store(paths, settings, secrets)
    clock = SystemClock()
    return Parts(
        settings=settings,
        language=choose_language(settings, environment),
        training=False,
        store=store,
        provider=provider,
        around=Surroundings(
            file=file,
            secrets=secrets,
            printers=SystemPrinters(),
            connection=ProviderConnectionTest(clock),
        ),
        reports=paths.reports,
        pictures=HttpPictures(paths.cache / "pictures"),
        clock=clock,
    )
