"""`pos-app backup`: a verified copy of the database (M12)."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from pathlib import Path

from pos_app.cli.access import opened_till
from pos_app.cli.guard import DONE
from pos_app.cli.run import Terminal
from pos_app.domain.errors import SettingsError


def run(arguments: Namespace, terminal: Terminal) -> int:
    """Write the copy and say where it is."""
    folder: Path = arguments.out
    if folder.exists() and not folder.is_dir():
        raise SettingsError("not_a_folder", path=folder)
    return asyncio.run(_make(folder.absolute(), terminal))


async def _make(folder: Path, terminal: Terminal) -> int:
    async with opened_till(terminal) as till:
        made = await till.store.backups.make(folder)
    terminal.say(str(made))
    return DONE
