"""A lost slip: found by time and brand, printed once more with a manager's word."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from pos_app.domain.cases import LineAction
from pos_app.ui.presenters.cases_actions import LineActions
from pos_app.ui.shell_port import ShellPort
from pos_app.ui.tasks import UiTasks
from pos_app.ui.views.lost_slip.sheet import LostSlipSheet
from pos_app.usecases.services import Services

_MOST: Final = 60


class LostSlipPresenter(QObject):
    """Opens the dialog and follows what is typed there."""

    def __init__(
        self, services: Services, tasks: UiTasks, shell: ShellPort, page: QWidget
    ) -> None:
        """Show nothing before `open`."""
        super().__init__(page)
        self._services, self._tasks, self._shell, self._page = services, tasks, shell, page
        self._actions = LineActions(services, shell)
        self._sheet: LostSlipSheet | None = None
        self._text = ""
        self._stale = self._searching = False

    def open(self) -> None:
        """`Lost slip`."""
        if self._sheet is None:
            self._tasks.spawn(self._open(), "lost slip")

    async def _open(self) -> None:
        sheet = LostSlipSheet(self._services.till.local, self._page)
        sheet.search_wanted.connect(self._search)
        self._sheet = sheet
        self._search("")
        try:
            line = await self._shell.open_sheet(sheet)
        finally:
            self._sheet = None
        if line is not None and self._actions.begin(LineAction.PRINT_COPY):
            await self._actions.run(LineAction.PRINT_COPY, [line])

    def _search(self, text: str) -> None:
        """Look; while one look is under way the next one waits for it."""
        self._text, self._stale = text, True
        if not self._searching:
            self._searching = True
            if self._tasks.spawn(self._look(), "find a lost slip") is None:
                self._searching = False

    async def _look(self) -> None:
        records = self._services.records
        try:
            while self._stale:
                self._stale = False
                lines = await records.orders(self._text)
                found = [each for each in lines if LineAction.PRINT_COPY in records.actions(each)]
                if self._sheet is not None and not self._stale:
                    self._sheet.show_lines(found[:_MOST])
        finally:
            self._searching = False
