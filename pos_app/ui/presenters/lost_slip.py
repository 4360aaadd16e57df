"""A lost slip: found by time and brand, printed once more with a manager's word."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from pos_app.domain.cases import LineAction
from pos_app.domain.sale import Line
from pos_app.ui.presenters.cases_actions import LineActions
from pos_app.ui.presenters.reading import Reading
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
        self._found: list[Line] = []
        self._searching = Reading(tasks, "find a lost slip", self._look, self._show)

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
        self._text = text
        self._searching.again()

    async def _look(self) -> None:
        records = self._services.records
        lines = await records.orders(self._text)
        self._found = [each for each in lines if LineAction.PRINT_COPY in records.actions(each)]

    def _show(self) -> None:
        if self._sheet is not None:
            self._sheet.show_lines(self._found[:_MOST])
