"""`pos-app doctor`: looks at everything a sale needs; exit 0 when this till can sell, else 1.

With `--json` one object on standard output; names and states are stable, sentences are not:

    {"version": "0.1.0",
     "can_sell": true,
     "checks": [{"name": "settings", "state": "ok", "sentence": "…", "fix": ""}, …]}

`name` is one of settings, printer, disk, secrets, database, journal, cashiers, catalogue,
connection, clock, balance, always in this order; `state` is ok, warn, fail or skipped.
The provider is asked for its balance, which changes nothing, for a few seconds at most.
"""

from __future__ import annotations

import asyncio
import json
import shutil
from argparse import Namespace
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from pathlib import Path
from typing import Final

from pos_app import __version__
from pos_app.bootstrap.connection import ProviderConnectionTest
from pos_app.bootstrap.looking import printer_problem
from pos_app.bootstrap.machine import check_machine
from pos_app.bootstrap.real import VAULT_KEY, open_real_store, open_secrets, read_vault_key
from pos_app.bootstrap.surroundings import SystemClock
from pos_app.cli.guard import DONE, FAILED
from pos_app.cli.run import Terminal
from pos_app.cli.sentences import sentence_of
from pos_app.config import CLIENT_SECRET, Paths, SettingsJson
from pos_app.domain.errors import PosError
from pos_app.domain.limits import Limits
from pos_app.domain.money import Money
from pos_app.domain.sale import Account
from pos_app.domain.settings import Settings
from pos_app.ports import Clock, ConnectionReport, SecretStore
from pos_app.usecases import doctor
from pos_app.usecases.doctor import Finding, State
from pos_app.usecases.journal_keeper import JournalKeeper

_PATIENCE_S: Final = 8.0


def run(arguments: Namespace, terminal: Terminal) -> int:
    """Look, tell, and say by the exit code whether this till can sell."""
    findings = asyncio.run(examine(terminal))
    able = doctor.can_sell(findings)
    if arguments.json:
        terminal.say(as_json(findings))
    else:
        for one in findings:
            terminal.say(f"{one.state.value:<8}{one.name:<12}{one.sentence}")
            if one.fix:
                terminal.say(f"{'':<20}{one.fix}")
        terminal.say("This till can sell." if able else "This till can't sell.")
    return DONE if able else FAILED


def as_json(findings: Sequence[Finding]) -> str:
    """The findings for programs."""
    checks = [
        {"name": one.name, "state": one.state.value, "sentence": one.sentence, "fix": one.fix}
        for one in findings
    ]
    found = {"version": __version__, "can_sell": doctor.can_sell(findings), "checks": checks}
    return json.dumps(found, ensure_ascii=False, indent=2)


async def examine(terminal: Terminal) -> Sequence[Finding]:
    """All findings in their order; what can't be looked at any more is skipped."""
    found: dict[str, Finding] = {}
    failed = ""
    async with aclosing(_look(terminal)) as findings:
        async for finding in findings:
            found[finding.name] = finding
            if finding.state is State.FAIL:
                failed = failed or finding.name
    return [found.get(name) or doctor.skipped(name, failed) for name in doctor.NAMES]


async def _look(terminal: Terminal) -> AsyncGenerator[Finding, None]:
    # A home that can't be one is bad input, not something found out about this till.
    paths = Paths.find(terminal.environment)
    try:
        settings = SettingsJson(paths.settings, terminal.environment).load()
    except PosError as error:
        yield Finding("settings", State.FAIL, sentence_of(error), "Correct or restore the file.")
        return
    yield doctor.judge_settings(settings.till, settings.store)
    yield await _printer(settings.printer)
    yield doctor.judge_disk(await asyncio.to_thread(_free_bytes, paths.data))
    try:
        secrets = await asyncio.to_thread(open_secrets, paths, settings, terminal.environment)
        secret = await asyncio.to_thread(secrets.get, CLIENT_SECRET)
        key = await asyncio.to_thread(secrets.get, VAULT_KEY)
    except PosError as error:
        yield Finding("secrets", State.FAIL, sentence_of(error), "Unlock or restore them.")
        return
    yield doctor.judge_secrets(secrets.kind, has_secret=bool(secret), has_key=bool(key))
    for finding in await _store(paths, settings, secrets):
        yield finding
    if secret:
        report = await _ask(settings, secret, SystemClock())
        level, currency = settings.balance_warning_minor, settings.currency
        warning = Money(level, currency) if level is not None else None
        for finding in doctor.judge_connection(report, settings.provider_url, warning=warning):
            yield finding


async def _store(paths: Paths, settings: Settings, secrets: SecretStore) -> Sequence[Finding]:
    try:
        key = await asyncio.to_thread(read_vault_key, secrets)
        await asyncio.to_thread(check_machine, secrets, key)
        store = await open_real_store(paths, settings, secrets)
    except PosError as error:
        fix = "Restore a backup, or ask for support."
        return [Finding("database", State.FAIL, sentence_of(error), fix)]
    try:
        return [
            doctor.judge_database(""),
            doctor.judge_journal(
                await store.journal.verify(), await JournalKeeper(store.journal, secrets).compare()
            ),
            doctor.judge_people(await store.people.all()),
            doctor.judge_catalogue(await store.catalogue.load(), SystemClock().now(), Limits()),
        ]
    except PosError as error:
        return [Finding("database", State.FAIL, sentence_of(error), "Restore a backup.")]
    finally:
        await store.close()


async def _ask(settings: Settings, secret: str, clock: Clock) -> ConnectionReport:
    account = Account(settings.provider_url.rstrip("/"), settings.client_id)
    try:
        async with asyncio.timeout(_PATIENCE_S):
            return await ProviderConnectionTest(clock)(account, secret, settings.currency)
    except TimeoutError:
        return ConnectionReport(ok=False, code="no_answer")


async def _printer(spec: str) -> Finding:
    """Whether slips can be printed; nothing is."""
    try:
        return doctor.judge_printer(spec, await printer_problem(spec))
    except PosError as error:
        return Finding("printer", State.FAIL, sentence_of(error), "Correct it.", "bad")


def _free_bytes(folder: Path) -> int:
    existing = next(path for path in (folder, *folder.parents) if path.exists())
    return shutil.disk_usage(existing).free
