"""`pos-app journal verify`: whether the journal is as it was written (M16)."""

from __future__ import annotations

import asyncio
from argparse import Namespace

from pos_app.cli.access import opened_till
from pos_app.cli.run import DONE, FAILED, Terminal


def run(_arguments: Namespace, terminal: Terminal) -> int:
    """Check the chain; 1 when it is broken."""
    return asyncio.run(_verify(terminal))


async def _verify(terminal: Terminal) -> int:
    async with opened_till(terminal) as till:
        broken = await till.store.journal.verify()
    if broken is None:
        terminal.say("The journal is whole.")
        return DONE
    terminal.say(f"The journal is broken from entry {broken} on: it was changed or cut.")
    return FAILED
