"""Asks a manager, unless the person at the till is one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from pos_app.domain.errors import PosError
from pos_app.domain.people import Approval, Permission, PersonId
from pos_app.ui.tasks import UiTasks
from pos_app.ui.views.approval.sheet import ApprovalSheet
from pos_app.ui.views.lock.sign_in_form import SignInState
from pos_app.usecases.services import Services


class ApprovalPresenter(QObject):
    """One sheet's work: tries PINs until one is right or the sheet is closed."""

    def __init__(
        self, services: Services, tasks: UiTasks, permission: Permission, sheet: ApprovalSheet
    ) -> None:
        """Live as long as the sheet."""
        super().__init__(sheet)
        self._services, self._tasks = services, tasks
        self._permission, self._sheet = permission, sheet
        self._state = SignInState()
        self._open = True
        sheet.approve_wanted.connect(self.approve)
        sheet.finished.connect(self._on_finished)

    async def load(self) -> None:
        """Fill the list before the sheet opens."""
        managers = tuple(await self._services.session.managers())
        selected = managers[0].id if managers else None
        self._show(SignInState(managers, selected))

    def approve(self, manager: int, pin: str) -> None:
        """Try a PIN."""
        if not self._state.busy:
            self._show(replace(self._state, busy=True))
            self._tasks.spawn(self._approve(PersonId(manager), pin), "manager approval")

    async def _approve(self, manager: PersonId, pin: str) -> None:
        before = replace(self._state, busy=False, selected=manager)
        try:
            approval = await self._services.session.approve(manager, pin, self._permission)
        except PosError as error:
            self._show(replace(before, problem=error))
            self._state = before
            return
        self._finish(approval)

    def _finish(self, approval: Approval) -> None:
        # The sheet may have been closed by the lock meanwhile: then nobody waits for an answer.
        if self._open:
            self._sheet.answer(approval)

    def _on_finished(self) -> None:
        self._open = False

    def _show(self, state: SignInState) -> None:
        self._state = state
        if self._open:
            self._sheet.show_state(state)
