"""`pos-app cashier add`: somebody who may sign in."""

from __future__ import annotations

import asyncio
from argparse import Namespace

from pos_app.cli.access import opened_till, read_secret
from pos_app.cli.run import DONE, Terminal
from pos_app.domain.people import TILL, Role


def run(arguments: Namespace, terminal: Terminal) -> int:
    """Add one person; the journal says that it was the till's own command line."""
    pin = read_secret(terminal, "a PIN")
    return asyncio.run(_add(arguments.name, Role(arguments.role), pin, terminal))


async def _add(name: str, role: Role, pin: str, terminal: Terminal) -> int:
    async with opened_till(terminal) as till:
        person = await till.store.people.add(name, role, pin, by=TILL)
    terminal.say(f"{person.name} may sign in as {person.role.value}.")
    return DONE
