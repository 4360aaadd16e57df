"""Settings: what a manager changes while the till runs, and the first start."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pos_app.domain.errors import RefusedError, SettingsError, StoreError
from pos_app.domain.journal import Action, Entry
from pos_app.domain.money import Language, Money
from pos_app.domain.people import Approval, Permission, PersonId
from pos_app.domain.sale import Account
from pos_app.domain.settings import Settings
from pos_app.domain.till import TillProfile
from pos_app.ports import (
    ConnectionReport,
    ConnectionTest,
    Installer,
    Journal,
    Printers,
    Provider,
    Sales,
    SecretStore,
    SettingsFile,
)
from pos_app.usecases.bulletin import SettingsChanged
from pos_app.usecases.session import require_manager
from pos_app.usecases.till import Till

CLIENT_SECRET = "client_secret"  # noqa: S105  (the name of the entry)


def profile_of(settings: Settings, language: Language, *, training: bool) -> TillProfile:
    """The till as the use-cases know it."""

    def limit(minor: int | None) -> Money | None:
        return Money(minor, settings.currency) if minor is not None else None

    return TillProfile(
        store=settings.store,
        till=settings.till,
        country=settings.country,
        currency=settings.currency,
        language=language,
        training=training,
        card_limit=limit(settings.card_limit_minor),
        sale_limit=limit(settings.sale_limit_minor),
        balance_warning=limit(settings.balance_warning_minor),
        erase_after_days=settings.erase_after_days,
        processing_mode=settings.processing_mode,
        slip_language=settings.slip_language,
        taxes=settings.taxes,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What settings are kept in and tried out on."""

    file: SettingsFile
    secrets: SecretStore
    printers: Printers
    connection: ConnectionTest


class SettingsDesk:
    """Shows, tests and saves settings; every saved change is in the journal."""

    def __init__(
        self,
        till: Till,
        *,
        settings: Settings,
        around: Surroundings,
        journal: Journal,
        provider: Provider,
        sales: Sales,
    ) -> None:
        """Work on the settings in force."""
        self._till, self.settings, self._journal = till, settings, journal
        self._file, self._secrets = around.file, around.secrets
        self._printers, self._connection = around.printers, around.connection
        self._provider, self._sales = provider, sales

    @property
    def secret_store(self) -> str:
        """Where the secret lies: `environment`, `keyring` or `file`."""
        return self._secrets.kind

    async def printer_names(self) -> Sequence[str]:
        """The operating system's printers."""
        return await self._printers.names()

    async def test_connection(
        self, url: str, client_id: str, secret: str | None
    ) -> ConnectionReport:
        """Ask the provider now; without a secret the stored one is used.

        May raise:
        - SettingsError: `bad_setting` for an unusable URL; VaultError: `locked`.
        """
        tried = replace(self.settings, provider_url=url, client_id=client_id)
        kept = await asyncio.to_thread(self._secrets.get, CLIENT_SECRET)
        known = secret or kept or ""
        account = Account(tried.provider_url.rstrip("/"), tried.client_id)
        return await self._connection(account, known, tried.currency)

    async def save(
        self, settings: Settings, approval: Approval, *, secret: str | None = None
    ) -> None:
        """Put settings into force.

        May raise:
        - NotAllowedError: `needs_manager`.
        - RefusedError: `open_orders` when the account changes while lines are open (M11);
          `fixed_setting` for the till, currency or installation; `secret_elsewhere` when the
          environment decides the secret; `account_refused` or `account_untested` when another
          account or secret did not work in the live test that comes before every switch.
        - SettingsError: `bad_printer`. StoreError, VaultError: nothing was changed.
        """
        manager = require_manager(approval, Permission.CHANGE_SETTINGS)
        old = self.settings
        fixed = ("till", "currency", "installation_id", "country")
        if any(getattr(old, name) != getattr(settings, name) for name in fixed):
            raise RefusedError("fixed_setting")
        account = Account(settings.provider_url.rstrip("/"), settings.client_id)
        moved = account != Account(old.provider_url.rstrip("/"), old.client_id)
        if moved and await self._sales.open_lines():
            raise RefusedError("open_orders")
        printer = self._printers.open(settings.printer, settings.paper)
        if moved or secret:
            await self._switch(settings, account, secret)
        else:
            await self._file.save(settings)
        self.settings, self._till.printer = settings, printer
        language = settings.language or self._till.profile.language
        training = self._till.profile.training
        self._till.profile = profile_of(settings, language, training=training)
        await self._journal.write(_changed(old, settings, manager, secret=secret is not None))
        self._till.bulletin.publish(SettingsChanged())

    async def _switch(self, settings: Settings, account: Account, secret: str | None) -> None:
        """Another account or secret: proven to work first, then stored, then used."""
        if secret and self._secrets.kind == "environment":
            raise RefusedError("secret_elsewhere")
        before = await asyncio.to_thread(self._secrets.get, CLIENT_SECRET)
        used = secret or before or ""
        report = await self._connection(account, used, settings.currency)
        if not report.ok:
            if report.status in (401, 403):
                raise RefusedError("account_refused", said=report.code)
            raise RefusedError("account_untested", said=report.code)
        if secret:
            await asyncio.to_thread(self._secrets.set, CLIENT_SECRET, secret)
        try:
            await self._file.save(settings)
        except StoreError:
            if secret and before:
                await asyncio.to_thread(self._secrets.set, CLIENT_SECRET, before)
            raise
        await self._provider.use(account, used)


def _changed(old: Settings, new: Settings, manager: PersonId, *, secret: bool) -> Entry:
    names = [name for name in Settings.__slots__ if getattr(old, name) != getattr(new, name)]
    if secret:
        names.append("secret")
    return Entry(Action.SETTINGS_CHANGED, manager, details={"names": ", ".join(names)})


class FirstStart:
    """The page of a till that has never been set up."""

    def __init__(self, installer: Installer, connection: ConnectionTest) -> None:
        """Install nothing before `install`."""
        self._installer, self._connection = installer, connection

    async def test_connection(self, settings: Settings, secret: str) -> ConnectionReport:
        """A live test before anything is stored."""
        account = Account(settings.provider_url.rstrip("/"), settings.client_id)
        return await self._connection(account, secret, settings.currency)

    async def install(self, settings: Settings, secret: str, manager: str, pin: str) -> None:
        """Set the till up.

        May raise: see `ports.Installer`; SettingsError `secret_missing`.
        """
        if not secret:
            raise SettingsError("secret_missing")
        await self._installer.install(settings, secret, manager, pin)
