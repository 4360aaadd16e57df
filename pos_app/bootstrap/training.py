"""Training mode: the real program with its own database and its own embedded provider (R10)."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

from pos_app.bootstrap.assemble import Parts
from pos_app.bootstrap.connection import ProviderConnectionTest
from pos_app.bootstrap.running import RunningTill
from pos_app.bootstrap.surroundings import SystemClock, SystemPrinters
from pos_app.config import SettingsJson, load_settings
from pos_app.config.outlook import SIGN_INS, TRAINING
from pos_app.domain.errors import VaultError
from pos_app.domain.limits import Limits
from pos_app.domain.money import Language
from pos_app.domain.people import TILL, Role
from pos_app.domain.sale import Account
from pos_app.domain.settings import Settings
from pos_app.files import private_folder, write_private
from pos_app.ports import Clock, TroubleInfo
from pos_app.provider.client import HttpProvider
from pos_app.provider.pictures import HttpPictures
from pos_app.store import Store, create_store, open_store, store_exists
from pos_app.training.provider import TrainingProvider
from pos_app.usecases.settings_desk import CLIENT_SECRET, Surroundings

_CLIENT: Final = "training"
# The embedded provider listens on loopback only and gives nothing of value: no secret to keep.
_SECRET: Final = "training-secret"  # noqa: S105
_KEY_BYTES: Final = 32


class TrainingPanel:
    """The port `TrainingTroubles` over the embedded provider."""

    def __init__(self, provider: TrainingProvider) -> None:
        """Arm nothing."""
        self._provider = provider

    def available(self, language: Language) -> Sequence[TroubleInfo]:
        """What can be played."""
        return [
            TroubleInfo(info.name, info.label(language), info.explanation(language))
            for info in self._provider.troubles.available()
        ]

    def arm(self, name: str, times: int) -> None:
        """Play a trouble at the next requests it fits."""
        self._provider.troubles.arm(name, times)

    def armed(self) -> dict[str, int]:
        """What will still be played; 0 stands for ever."""
        return {one.name: one.left or 0 for one in self._provider.troubles.armed()}

    def disarm(self) -> None:
        """Play nothing any more."""
        self._provider.troubles.disarm()


class TrainingSecrets:
    """Training has nothing to hide: all is kept for one run."""

    kind = "training"

    def __init__(self) -> None:
        """Know the embedded provider's secret."""
        self._values = {CLIENT_SECRET: _SECRET}

    def get(self, name: str) -> str | None:
        """A secret, or None."""
        return self._values.get(name)

    def set(self, name: str, value: str) -> None:
        """Keep it; the embedded provider has one secret.

        May raise:
        - VaultError: `not_stored` for another client secret.
        """
        if name == CLIENT_SECRET:
            raise VaultError("not_stored", name=name)
        self._values[name] = value


@asynccontextmanager
async def training_parts(
    home: Path,
    *,
    language: Language,
    printer: str | None = None,
    limits: Limits | None = None,
    clock: Clock | None = None,
) -> AsyncIterator[tuple[Parts, TrainingProvider]]:
    """The parts of a training till in its own folder, with its provider running.

    May raise:
    - StoreError, VaultError, SettingsError: as for a real till.
    """
    private_folder(home)
    provider = TrainingProvider(
        client_id=_CLIENT, client_secret=_SECRET, ledger_path=home / "provider.jsonl"
    )
    url = await provider.start()
    try:
        file = SettingsJson(home / "settings.json")
        settings = _settings(file, home, url, printer)
        time = clock or SystemClock()
        store = await _open(home, settings, time)
        parts = Parts(
            settings=settings,
            language=settings.language or language,
            training=True,
            store=store,
            provider=HttpProvider(Account(url, _CLIENT), _SECRET, clock=time),
            around=Surroundings(
                file=file,
                secrets=TrainingSecrets(),
                printers=SystemPrinters(),
                connection=ProviderConnectionTest(time),
            ),
            reports=home / "reports",
            pictures=HttpPictures(home / "pictures"),
            troubles=TrainingPanel(provider),
            hints=SIGN_INS,
            limits=limits or Limits(),
            clock=time,
        )
        yield parts, provider
    finally:
        await provider.stop()


def _settings(file: SettingsJson, home: Path, url: str, printer: str | None) -> Settings:
    kept = load_settings(file.path) if file.path.exists() else None
    default = Settings(
        store=TRAINING.store,
        till=TRAINING.till,
        country="DE",
        currency="EUR",
        provider_url=url,
        client_id=_CLIENT,
        installation_id="training",
        printer=f"pdf:{home / 'slips'}",
    )
    settings = replace(kept or default, provider_url=url, client_id=_CLIENT)
    return replace(settings, printer=printer) if printer else settings


async def _open(home: Path, settings: Settings, clock: Clock) -> Store:
    key = _key(home / "vault.key")
    opening = create_store if not store_exists(home) else open_store
    store = await opening(
        home,
        clock=clock,
        vault_key=key,
        training=True,
        currency=settings.currency,
        till_id=settings.till,
    )
    if not await store.people.all():
        await store.people.add("Trainee", Role.CASHIER, "1111", by=TILL)
        await store.people.add("Trainer", Role.MANAGER, "9999", by=TILL)
    return store


def _key(path: Path) -> bytes:
    if not path.exists():
        write_private(path, secrets.token_bytes(_KEY_BYTES))
    return path.read_bytes()


@asynccontextmanager
async def open_training_till(
    home: Path,
    *,
    language: Language = Language.EN,
    printer: str | None = None,
    limits: Limits | None = None,
) -> AsyncIterator[tuple[RunningTill, TrainingProvider]]:
    """A training till at work, and the provider it talks to.

    May raise: as `training_parts`.
    """
    async with (
        training_parts(home, language=language, printer=printer, limits=limits) as (
            parts,
            provider,
        ),
        RunningTill(parts) as till,
    ):
        yield till, provider
