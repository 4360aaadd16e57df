"""Signing in, locking, and a manager's word (money.md section 3)."""

from __future__ import annotations

import pytest

from pos_app.domain.errors import NotAllowedError, WrongPinError
from pos_app.domain.journal import Action
from pos_app.domain.people import TILL, Approval, Permission
from pos_app.usecases.bulletin import SessionChanged
from pos_app.usecases.session import require_manager
from tests.helpers.virtual import Disk, VirtualTill, run_virtual


def test_sign_in_and_lock() -> None:
    """A right PIN unlocks, a wrong one does not, and both ends are told and written."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        assert till.session.is_locked
        with pytest.raises(NotAllowedError, match="locked"):
            _ = till.session.who
        await till.begin()
        assert till.session.who == till.anna
        await till.session.lock()
        await till.session.lock()
        assert till.session.is_locked
        with pytest.raises(WrongPinError):
            await till.session.sign_in(till.anna.id, "0000")
        assert till.session.is_locked
        assert sum(isinstance(event, SessionChanged) for event in till.events) == 2
        actions = [record.entry.action for record in await till.store.journal.records()]
        assert actions.count(Action.SIGNED_IN) == 1
        assert actions.count(Action.SIGNED_OUT) == 1
        await till.end()

    run_virtual(scenario())


def test_who_may_approve() -> None:
    """A manager approves without switching; a cashier's PIN is no approval."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        await till.begin()
        assert [person.name for person in await till.session.cashiers()] == ["Anna", "Marta"]
        assert [person.name for person in await till.session.managers()] == ["Marta"]
        assert till.session.needs_approval()
        assert till.session.own_approval() == Approval(till.anna.id, None)
        word = await till.session.approve(till.marta.id, "9999", Permission.INVALIDATE)
        assert word == Approval(till.anna.id, till.marta.id)
        (told,) = await till.store.journal.records(actions=[Action.APPROVED])
        assert (told.by_name, told.entry.details["cashier_name"]) == ("Marta", "Anna")
        with pytest.raises(NotAllowedError, match="not_a_manager"):
            await till.session.approve(till.anna.id, "1111", Permission.INVALIDATE)
        with pytest.raises(WrongPinError):
            await till.session.approve(till.marta.id, "1111", Permission.INVALIDATE)
        assert till.session.who == till.anna
        till.as_manager()
        assert not till.session.needs_approval()
        assert till.session.own_approval() == Approval(till.marta.id, till.marta.id)
        await till.end()

    run_virtual(scenario())


def test_without_a_manager_nothing() -> None:
    """What needs a manager is refused without one."""
    with pytest.raises(NotAllowedError, match="needs_manager"):
        require_manager(Approval(TILL), Permission.SHOW_CODE)
