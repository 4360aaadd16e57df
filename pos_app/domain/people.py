"""The people at the counter and what each may do (money.md section 3)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NewType

PersonId = NewType("PersonId", int)

# The till itself acts too (recovery, clean-up); its journal entries carry this id.
TILL: Final = PersonId(0)


class Role(StrEnum):
    """A cashier sells; a manager also approves."""

    CASHIER = "cashier"
    MANAGER = "manager"


class Permission(StrEnum):
    """What needs a manager's approval; everything else a cashier may do."""

    INVALIDATE = "invalidate"
    SHOW_CODE = "show_code"
    PRINT_COPY = "print_copy"
    CLOSE_CASE = "close_case"
    CHANGE_SETTINGS = "change_settings"
    EXCEED_LIMIT = "exceed_limit"
    EARLY_EMAIL_REFUND = "early_email_refund"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may sign in."""

    id: PersonId
    name: str
    role: Role
    active: bool = True

    @property
    def is_manager(self) -> bool:
        """Whether this person needs nobody's approval."""
        return self.role is Role.MANAGER


@dataclass(frozen=True, slots=True)
class Approval:
    """Who pressed, and which manager stands behind it (the same person for a manager)."""

    person: PersonId
    manager: PersonId | None = None
    name: str = field(default="", compare=False)  # of who pressed, as the journal tells it
