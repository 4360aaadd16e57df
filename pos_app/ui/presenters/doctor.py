"""The doctor, asked by a manager in the settings."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from pos_app.ui.tasks import UiTasks
from pos_app.ui.views.doctor.section import CheckUpState
from pos_app.usecases.services import Services


class CheckUpPresenter(QObject):
    """Looks at everything, one look at a time.

    Signals:
    - changed(object): a `CheckUpState`.
    """

    changed = Signal(object)

    def __init__(self, services: Services, tasks: UiTasks, parent: QObject) -> None:
        """Look at nothing before `check`."""
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self._state = CheckUpState()

    def check(self) -> None:
        """`Check now`, and the section's coming to the front."""
        if self._state.busy:
            return
        self._tell(CheckUpState(self._state.findings, busy=True))
        if self._tasks.spawn(self._check(), "check-up", done=self._settle) is None:
            self._settle()

    async def _check(self) -> None:
        findings = tuple(await self._services.check_up.run())
        self._tell(CheckUpState(findings, busy=True))

    def _settle(self) -> None:
        self._tell(CheckUpState(self._state.findings))

    def _tell(self, state: CheckUpState) -> None:
        self._state = state
        self.changed.emit(state)
