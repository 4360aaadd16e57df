"""`pos-app support-bundle --out FILE.zip`: what support needs to see, and nothing worth stealing.

    about.json       versions of program, Python and system; rows per table
    doctor.json      as `pos-app doctor --json`
    settings.json    the settings without the client id; the secret is not in them
    journal.jsonl    the last 14 days: who (by number), what, when; details by white list
    logs/…           the log files, and reports of the program's own mistakes

No codes, PINs, links of cards, secrets or e-mail addresses: none of them is where these parts come
from, and each part is redacted once more (`config/redaction.py`). A part that can't be read, on a
damaged till, says so in its place. The file appears whole or not at all; only its owner can read
it.
"""

from __future__ import annotations

import asyncio
import io
import json
import platform
import zipfile
from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from pos_app import __version__
from pos_app.bootstrap.real import VAULT_KEY, open_secrets
from pos_app.cli import doctor
from pos_app.cli.access import opened_till
from pos_app.cli.guard import DONE
from pos_app.cli.output import check_out, write_whole
from pos_app.cli.run import Terminal
from pos_app.config import CLIENT_SECRET, Paths, SettingsJson
from pos_app.config.redaction import mask_name, redact_details, redact_text
from pos_app.domain.errors import PosError
from pos_app.domain.journal import JournalRecord

_DAYS: Final = 14
_LOGS: Final = ("pos-app.log*", "crash-*.txt", "faults.txt")
_MOST_LOG: Final = 5_000_000


def run(arguments: Namespace, terminal: Terminal) -> int:
    """Write the file and say what is in it."""
    out: Path = arguments.out
    check_out(out)
    parts = asyncio.run(_collect(terminal))
    data = _zipped(parts)
    write_whole(out, data, private=True)
    terminal.say(f"{out} holds {', '.join(sorted(parts))}.")
    return DONE


async def _collect(terminal: Terminal) -> dict[str, str]:
    """Every part by name, redacted."""
    paths = Paths.find(terminal.environment)
    secrets = await asyncio.to_thread(_secrets, paths, terminal)
    rows, journal = await _from_store(terminal)
    about = {
        "version": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "rows": rows,
    }
    parts = {
        "about.json": _json(about),
        "doctor.json": doctor.as_json(await doctor.examine(terminal)),
        "settings.json": _json(_settings(paths, terminal)),
        "journal.jsonl": journal,
        **await asyncio.to_thread(_log_files, paths.logs),
    }
    return {name: redact_text(text, secrets) for name, text in parts.items()}


def _secrets(paths: Paths, terminal: Terminal) -> Sequence[str]:
    """What must not be in any part, as far as it can be known."""
    try:
        settings = SettingsJson(paths.settings, terminal.environment).load()
        store = open_secrets(paths, settings, terminal.environment)
        known = (store.get(CLIENT_SECRET), store.get(VAULT_KEY), settings.client_id)
    except PosError:
        return ()
    return [secret for secret in known if secret]


def _settings(paths: Paths, terminal: Terminal) -> Mapping[str, object]:
    try:
        settings = SettingsJson(paths.settings, terminal.environment).load()
    except PosError as error:
        return {"error": error.code}
    return {**asdict(settings), "client_id": mask_name(settings.client_id)}


async def _from_store(terminal: Terminal) -> tuple[Mapping[str, object], str]:
    """Rows per table, and the journal of the last days."""
    since = datetime.now().astimezone().date() - timedelta(days=_DAYS)
    try:
        async with opened_till(terminal) as till:
            rows = await till.store.counts()
            records = await till.store.journal.records(since=since)
    except PosError as error:
        return {"error": error.code}, _json({"error": error.code})
    return dict(rows), "".join(f"{json.dumps(_entry(record))}\n" for record in records)


def _entry(record: JournalRecord) -> Mapping[str, object]:
    """One entry without names and free texts."""
    entry = record.entry
    return {
        "seq": record.seq,
        "at": record.at.isoformat(timespec="milliseconds"),
        "by": entry.by,
        "action": entry.action.value,
        "sale": entry.sale,
        "line": entry.line,
        "details": redact_details(entry.details),
    }


def _log_files(folder: Path) -> dict[str, str]:
    """The last part of each log file; what the program did not write is left."""
    found: dict[str, str] = {}
    for pattern in _LOGS:
        for path in sorted(folder.glob(pattern)):
            try:
                data = path.read_bytes()[-_MOST_LOG:]
            except OSError as error:
                data = f"({error.strerror})\n".encode()
            found[f"logs/{path.name}"] = data.decode("utf-8", "replace")
    return found


def _json(values: Mapping[str, object]) -> str:
    return json.dumps(values, ensure_ascii=False, indent=2, default=str) + "\n"


def _zipped(parts: Mapping[str, str]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in sorted(parts.items()):
            archive.writestr(name, text)
    return data.getvalue()
