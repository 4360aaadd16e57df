"""The doctor of the running till: looks at everything a sale needs, one thing after the other.

The command `pos-app doctor` looks at a till that may not even open; this one is open. Both use
the same judgements (`doctor.py`), in the same order.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from pos_app.domain.errors import SurroundingsError, VaultError
from pos_app.domain.money import Money
from pos_app.ports import ConnectionReport, Journal, People, SecretStore
from pos_app.usecases import doctor
from pos_app.usecases.catalogue import Catalogue
from pos_app.usecases.doctor import Finding, State
from pos_app.usecases.journal_keeper import JournalKeeper
from pos_app.usecases.settings_desk import CLIENT_SECRET, SettingsDesk
from pos_app.usecases.till import Till

_PATIENCE_S: Final = 8.0


class Health(Protocol):
    """How the store is, as its own folder and file say."""

    async def free_bytes(self) -> int:
        """Room on the disk where the data lies."""
        ...

    async def complaint(self) -> str:
        """What SQLite finds wrong with the database; empty when nothing is."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What is looked at beside the till's own use-cases."""

    health: Health
    journal: Journal
    keeper: JournalKeeper
    people: People
    secrets: SecretStore
    printer_problem: Callable[[str], Awaitable[str]]  # one of doctor.PRINTER_PROBLEMS, or empty


class CheckUp:
    """Makes all findings; nothing is changed, and only a balance is asked for."""

    def __init__(
        self, till: Till, *, settings: SettingsDesk, catalogue: Catalogue, looked: Looked
    ) -> None:
        """Look at nothing before `run`."""
        self._till, self._settings, self._catalogue = till, settings, catalogue
        self._looked = looked

    async def run(self) -> Sequence[Finding]:
        """Every finding, in the order of `doctor.NAMES`.

        What can't be looked at, because the store fails, is a finding too.
        """
        settings, looked = self._settings.settings, self._looked
        findings = [
            doctor.judge_settings(settings.till, settings.store),
            doctor.judge_printer(settings.printer, await looked.printer_problem(settings.printer)),
        ]
        try:
            findings += await self._kept()
        except SurroundingsError as error:
            findings.append(_failed(error))
        findings += await self._provider()
        found = {finding.name: finding for finding in findings}
        return [found.get(name) or doctor.skipped(name, "database") for name in doctor.NAMES]

    async def _kept(self) -> Sequence[Finding]:
        """What lies on this computer."""
        looked, limits = self._looked, self._till.limits
        return [
            doctor.judge_disk(await looked.health.free_bytes()),
            await self._secrets(),
            doctor.judge_database(await looked.health.complaint()),
            doctor.judge_journal(await looked.journal.verify(), await looked.keeper.compare()),
            doctor.judge_people(await looked.people.all()),
            doctor.judge_catalogue(self._catalogue.reading, self._till.clock.now(), limits),
        ]

    async def _secrets(self) -> Finding:
        secrets = self._looked.secrets
        try:
            known = await asyncio.to_thread(secrets.get, CLIENT_SECRET)
        except VaultError as error:
            return doctor.judge_locked(secrets.kind, error.code)
        # The vault is open, or there would be no running till.
        return doctor.judge_secrets(secrets.kind, has_secret=bool(known), has_key=True)

    async def _provider(self) -> Sequence[Finding]:
        settings = self._settings.settings
        url, level = settings.provider_url, settings.balance_warning_minor
        warning = Money(level, settings.currency) if level is not None else None
        try:
            async with asyncio.timeout(_PATIENCE_S):
                report = await self._settings.test_connection(url, settings.client_id, None)
        except TimeoutError:
            report = ConnectionReport(ok=False, code="no_answer")
        except SurroundingsError as error:
            report = ConnectionReport(ok=False, code=error.code)
        return doctor.judge_connection(report, url, warning=warning)


def _failed(error: SurroundingsError) -> Finding:
    return Finding(
        "database",
        State.FAIL,
        f"The till's own data can't be read ({error.code}).",
        "Close the program and restore a backup, or ask for support.",
        "failed",
        {"said": error.code},
    )
