"""`pos-app cashier`: who may sign in.

add NAME --role ROLE --pin-stdin   somebody new
list                               everybody, one per line: name, role, active or disabled
disable NAME                       may not sign in any more; the last manager stays
reset-pin NAME --pin-stdin         a new PIN, also for a manager who has forgotten theirs

A forgotten manager PIN: whoever administers this computer runs `reset-pin` where the till's data
lies. It needs the till's own vault key and leaves an entry in the journal, signed by the till, so
that the owner sees that it was done and when. Wrong tries so far are forgotten with the old PIN.
"""

from __future__ import annotations

import asyncio
import unicodedata
from argparse import Namespace
from dataclasses import replace

from pos_app.cli.access import Opened, opened_till, read_secret
from pos_app.cli.guard import DONE
from pos_app.cli.run import Terminal
from pos_app.domain.errors import RefusedError
from pos_app.domain.people import TILL, Person, Role


def run(arguments: Namespace, terminal: Terminal) -> int:
    """Do it; the journal says that it was the till's own command line."""
    if arguments.action == "list":
        return asyncio.run(_list(terminal))
    if arguments.action == "disable":
        return asyncio.run(_disable(arguments.name, terminal))
    pin = read_secret(terminal, "a PIN")
    if arguments.action == "reset-pin":
        return asyncio.run(_reset_pin(arguments.name, pin, terminal))
    return asyncio.run(_add(arguments.name, Role(arguments.role), pin, terminal))


async def _add(name: str, role: Role, pin: str, terminal: Terminal) -> int:
    async with opened_till(terminal) as till:
        person = await till.store.people.add(name, role, pin, by=TILL)
    terminal.say(f"{person.name} may sign in as {person.role.value}.")
    return DONE


async def _list(terminal: Terminal) -> int:
    async with opened_till(terminal) as till:
        people = await till.store.people.all()
    for person in people:
        state = "active" if person.active else "disabled"
        terminal.say(f"{person.name}\t{person.role.value}\t{state}")
    return DONE


async def _disable(name: str, terminal: Terminal) -> int:
    async with opened_till(terminal) as till:
        person = await _called(name, till)
        await till.store.people.change(replace(person, active=False), by=TILL)
    terminal.say(f"{person.name} may not sign in any more.")
    return DONE


async def _reset_pin(name: str, pin: str, terminal: Terminal) -> int:
    async with opened_till(terminal) as till:
        person = await _called(name, till)
        if not person.active:
            raise RefusedError("not_active", name=person.name)
        await till.store.people.set_pin(person.id, pin, by=TILL)
    terminal.say(f"{person.name} has a new PIN.")
    return DONE


async def _called(name: str, till: Opened) -> Person:
    """The person of that name, as people write it.

    May raise:
    - RefusedError: `no_such_person`.
    """
    wanted = _key(name)
    for person in await till.store.people.all():
        if _key(person.name) == wanted:
            return person
    raise RefusedError("no_such_person", name=name)


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split())).casefold()
