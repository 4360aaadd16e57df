"""`pos-app restore`: a backup in the place of the database (M12). Posts nothing, asks nobody."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from pathlib import Path

from pos_app.bootstrap.restoring import restore_backup
from pos_app.cli.guard import DONE
from pos_app.cli.run import Terminal
from pos_app.config import Paths
from pos_app.domain.printjob import PrintKind
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
    told = [
        f"{backup} is restored.",
        _missing(restored),
        f"{restored.open_cases} open orders became open cases; nothing is sent by itself.",
        f"The next sale gets the number {restored.next_sale}.",
        f"The day is number {restored.next_day}. {_papers(restored)}",
    ]
    if restored.kept is not None:
        told.append(f"What was there before is kept in {restored.kept}.")
    return told


def _papers(restored: Restored) -> str:
    void, refund = (restored.next_papers[kind] for kind in (PrintKind.VOID, PrintKind.REFUND))
    return f"Void slips go on with number {void}, refund slips with {refund}."


def _missing(restored: Restored) -> str:
    since = restored.since.astimezone().strftime("%Y-%m-%d %H:%M")
    if restored.missing_sales == 0:
        return f"It knows every sale; what was done about them after {since} is missing."
    count = "" if restored.missing_sales is None else f" ({restored.missing_sales} sales)"
    return f"Orders after {since} are missing in it{count}: ask the provider about them."
