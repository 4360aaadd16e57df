"""Who stands at the till, what is in front, and who may do what (money.md section 3)."""

from __future__ import annotations

from collections.abc import Sequence

from pos_app.domain.errors import NotAllowedError
from pos_app.domain.journal import Action, Detail, Entry
from pos_app.domain.people import Approval, Permission, Person, PersonId
from pos_app.domain.sale import SaleId
from pos_app.ports import Journal, People
from pos_app.usecases.bulletin import Bulletin, SessionChanged


class Session:
    """Lock is a state of the program: nobody signed in means locked."""

    def __init__(self, people: People, journal: Journal, bulletin: Bulletin) -> None:
        """Start locked."""
        self._people, self._journal, self._bulletin = people, journal, bulletin
        self.person: Person | None = None
        # The sale whose progress screen is in front, set by the window (M9).
        self.front_sale: SaleId | None = None

    @property
    def is_locked(self) -> bool:
        """Whether nobody is signed in."""
        return self.person is None

    @property
    def who(self) -> Person:
        """Who is signed in.

        May raise:
        - NotAllowedError: `locked`.
        """
        if self.person is None:
            raise NotAllowedError("locked")
        return self.person

    async def cashiers(self) -> Sequence[Person]:
        """Everybody who may sign in."""
        return [person for person in await self._people.all() if person.active]

    async def managers(self) -> Sequence[Person]:
        """Everybody who may approve."""
        return [person for person in await self.cashiers() if person.is_manager]

    async def sign_in(self, person_id: PersonId, pin: str) -> Person:
        """Unlock the till for somebody.

        May raise:
        - WrongPinError: `wrong_pin`, or `too_early` with `wait_s`.
        """
        person = await self._people.check_pin(person_id, pin)
        await self._journal.write(Entry(Action.SIGNED_IN, person.id))
        self.person = person
        self._bulletin.publish(SessionChanged())
        return person

    async def lock(self) -> None:
        """Nobody is signed in any more; sales under way go on."""
        person, self.person = self.person, None
        if person is None:
            return
        self._bulletin.publish(SessionChanged())
        await self._journal.write(Entry(Action.SIGNED_OUT, person.id))

    def needs_approval(self) -> bool:
        """Whether the signed-in person must call a manager."""
        return not self.who.is_manager

    def own_approval(self) -> Approval:
        """What the signed-in person may do on their own word."""
        person = self.who
        return Approval(person.id, person.id if person.is_manager else None, person.name)

    async def approve(self, manager: PersonId, pin: str, permission: Permission) -> Approval:
        """A manager approves over the cashier's shoulder, without switching.

        May raise:
        - WrongPinError: see `sign_in`.
        - NotAllowedError: `not_a_manager`, `locked`.
        """
        cashier = self.who
        approver = await self._people.check_pin(manager, pin)
        if not approver.is_manager:
            raise NotAllowedError("not_a_manager")
        approval = Approval(cashier.id, approver.id, cashier.name)
        details = at_the_till(approval) | {"permission": permission.value}
        await self._journal.write(Entry(Action.APPROVED, approver.id, details=details))
        return approval


def at_the_till(approval: Approval) -> dict[str, Detail]:
    """Who pressed, for the journal entry of what a manager stands behind."""
    return {"cashier": approval.person, "cashier_name": approval.name}


def require_manager(approval: Approval, permission: Permission) -> PersonId:
    """The manager behind an action.

    May raise:
    - NotAllowedError: `needs_manager`.
    """
    if approval.manager is None:
        raise NotAllowedError("needs_manager", permission=permission.value)
    return approval.manager
