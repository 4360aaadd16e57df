"""People: who may sign in, and the counting of wrong PINs."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Sequence
from typing import Final

from pos_app.domain.errors import RefusedError, WrongPinError
from pos_app.domain.journal import Action, Detail, Entry
from pos_app.domain.people import Person, PersonId, Role
from pos_app.ports import Clock
from pos_app.store.connection import Database
from pos_app.store.journal import Chain
from pos_app.store.pins import check_form, hash_pin, pin_matches, wait_s
from pos_app.store.rows import from_ticks, to_ticks
from pos_app.store.worker import Worker

_LONGEST_NAME: Final = 60


def usable_name(name: str) -> str:
    """The name as it is kept.

    May raise:
    - RefusedError: `bad_name` when empty, too long or with control characters.
    """
    neat = unicodedata.normalize("NFC", " ".join(name.split()))
    if not neat or len(neat) > _LONGEST_NAME or not neat.isprintable():
        raise RefusedError("bad_name", name=name)
    return neat


def _person(row: sqlite3.Row) -> Person:
    return Person(PersonId(row["id"]), row["name"], Role(row["role"]), bool(row["active"]))


def _find(connection: sqlite3.Connection, person: PersonId) -> sqlite3.Row:
    row: sqlite3.Row | None = connection.execute(
        "SELECT * FROM people WHERE id = ?", (person,)
    ).fetchone()
    if row is None:
        raise RefusedError("no_such_person", person=person)
    return row


def _refuse_taken(connection: sqlite3.Connection, name: str, but: PersonId | None) -> None:
    row = connection.execute(
        "SELECT id FROM people WHERE name_key = ?", (name.casefold(),)
    ).fetchone()
    if row is not None and row["id"] != but:
        raise RefusedError("name_taken", name=name)


class SqlitePeople:
    """People as their port describes them."""

    def __init__(self, database: Database, helper: Worker, chain: Chain, clock: Clock) -> None:
        self._database = database
        # Hashing takes long on purpose: not on the writer's thread, nor on the event loop's.
        self._helper = helper
        self._chain = chain
        self._clock = clock

    async def all(self) -> Sequence[Person]:
        """Everybody, active or not, by name."""

        def read(connection: sqlite3.Connection) -> Sequence[Person]:
            rows = connection.execute("SELECT * FROM people ORDER BY name_key")
            return [_person(row) for row in rows]

        return await self._database.read(read)

    async def add(self, name: str, role: Role, pin: str, *, by: PersonId) -> Person:
        """Add somebody. May raise RefusedError `name_taken`, `bad_name` or `bad_pin`."""
        name = usable_name(name)
        check_form(pin)
        pin_hash = await self._helper.run(lambda: hash_pin(pin))

        def write(connection: sqlite3.Connection) -> Person:
            _refuse_taken(connection, name, None)
            person_id = connection.execute(
                "INSERT INTO people (name, name_key, role, active, pin_hash)"
                " VALUES (?, ?, ?, 1, ?) RETURNING id",
                (name, name.casefold(), role.value, pin_hash),
            ).fetchone()[0]
            details: dict[str, Detail] = {"person": person_id, "name": name, "role": role.value}
            self._chain.append(connection, [Entry(Action.PERSON_ADDED, by, details=details)])
            return Person(PersonId(person_id), name, role)

        return await self._database.write(write)

    async def change(self, person: Person, *, by: PersonId) -> None:
        """Rename, re-role or (de)activate.

        May raise:
        - RefusedError: `last_manager` rather than lose the last manager; `name_taken`,
          `bad_name`, `no_such_person`.
        """
        name = usable_name(person.name)

        def write(connection: sqlite3.Connection) -> None:
            _find(connection, person.id)
            _refuse_taken(connection, name, person.id)
            connection.execute(
                "UPDATE people SET name = ?, name_key = ?, role = ?, active = ? WHERE id = ?",
                (name, name.casefold(), person.role.value, person.active, person.id),
            )
            managers = connection.execute(
                "SELECT count(*) FROM people WHERE role = 'manager' AND active = 1"
            ).fetchone()[0]
            if managers == 0 and not (person.is_manager and person.active):
                raise RefusedError("last_manager")
            details: dict[str, Detail] = {
                "person": person.id,
                "name": name,
                "role": person.role.value,
                "active": int(person.active),
            }
            self._chain.append(connection, [Entry(Action.PERSON_CHANGED, by, details=details)])

        await self._database.write(write)

    async def set_pin(self, person: PersonId, pin: str, *, by: PersonId) -> None:
        """A new PIN of 4 to 12 digits. May raise RefusedError `bad_pin`."""
        check_form(pin)
        pin_hash = await self._helper.run(lambda: hash_pin(pin))

        def write(connection: sqlite3.Connection) -> None:
            _find(connection, person)
            connection.execute("UPDATE people SET pin_hash = ? WHERE id = ?", (pin_hash, person))
            connection.execute("DELETE FROM pin_failures WHERE person = ?", (person,))
            details: dict[str, Detail] = {"person": person, "what": "pin"}
            self._chain.append(connection, [Entry(Action.PERSON_CHANGED, by, details=details)])

        await self._database.write(write)

    async def check_pin(self, person: PersonId, pin: str) -> Person:
        """The person, when the PIN is right; failures are counted across restarts.

        The try is counted as a failure before the PIN is looked at, and taken back when it is
        right: neither a crash nor several tries at once get around the delay.

        May raise:
        - WrongPinError: `wrong_pin`, or `too_early` with `wait_s`.
        - RefusedError: `no_such_person`, `not_active`.
        """
        pin_hash = await self._database.write(lambda connection: self._begin(connection, person))
        right = await self._helper.run(lambda: pin_matches(pin_hash, pin))
        return (
            await self._database.write(
                lambda connection: self._end(connection, person, right=right)
            )
            or _refuse_wrong()
        )

    def _begin(self, connection: sqlite3.Connection, person: PersonId) -> str:
        row = _find(connection, person)
        if not row["active"]:
            raise RefusedError("not_active", person=person)
        now = self._clock.now()
        failed = connection.execute(
            "SELECT count, last_at FROM pin_failures WHERE person = ?", (person,)
        ).fetchone()
        if failed is not None:
            wait = wait_s(failed["count"], from_ticks(failed["last_at"]), now)
            if wait:
                raise WrongPinError("too_early", wait_s=wait)
        connection.execute(
            "INSERT INTO pin_failures (person, count, last_at) VALUES (?, 1, ?)"
            " ON CONFLICT (person) DO UPDATE SET count = count + 1, last_at = excluded.last_at",
            (person, to_ticks(now)),
        )
        return str(row["pin_hash"])

    def _end(
        self, connection: sqlite3.Connection, person: PersonId, *, right: bool
    ) -> Person | None:
        if right:
            connection.execute("DELETE FROM pin_failures WHERE person = ?", (person,))
            return _person(_find(connection, person))
        count = connection.execute(
            "SELECT count FROM pin_failures WHERE person = ?", (person,)
        ).fetchone()
        details = {"failures": count[0] if count else 0}
        self._chain.append(connection, [Entry(Action.SIGN_IN_FAILED, person, details=details)])
        return None


def _refuse_wrong() -> Person:
    raise WrongPinError("wrong_pin")
