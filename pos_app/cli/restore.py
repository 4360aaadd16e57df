"""`pos-app restore`: a backup in the place of the database (M12). Posts nothing, asks nobody."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from pathlib import Path

from pos_app.bootstrap.restoring import restore_backup
from pos_app.cli.run import DONE, Terminal
from pos_app.config import Paths
from pos_app.store import Restored


def run(arguments: Namespace, terminal: Terminal) -> int:
    """Restore, then say what was done and what is left for people to do."""
    backup: Path = arguments.file
    paths = Paths.find(terminal.environment)
    restored = asyncio.run(restore_backup(paths, terminal.environment, backup.absolute()))
    for sentence in _told(backup, restored):
        terminal.say(sentence)
    return DONE


def _told(backup: Path, restored: Restored) -> list[str]:
    since = restored.since.astimezone().strftime("%Y-%m-%d %H:%M")
    missing = restored.missing_sales
    count = "" if missing is None else f" ({missing} sales)"
    told = [
        f"{backup} is restored.",
        f"Orders after {since} are missing in it{count}: ask the provider about them.",
        f"{restored.open_cases} open orders became open cases; nothing is sent by itself.",
        f"The next sale gets the number {restored.next_sale}.",
    ]
    if restored.kept is not None:
        told.append(f"What was there before is kept in {restored.kept}.")
    return told
