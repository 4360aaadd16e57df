"""The day's figures, its end and its report."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from pos_app.domain.day import Day
from pos_app.domain.errors import PosError
from pos_app.ui.shell_port import ShellPort
from pos_app.ui.tasks import UiTasks
from pos_app.ui.texts.cases import case_sentence
from pos_app.ui.theme import Tone
from pos_app.ui.translation import language
from pos_app.ui.views.day.page import DayEntry, DayState
from pos_app.usecases.bulletin import Event, LineChanged
from pos_app.usecases.services import Services

# A sale changes many lines within a moment: one look for all of them.
_SETTLE_MS = 250


class DayPresenter(QObject):
    """Reads days while the page is in front.

    Signals:
    - changed(object): a `DayState`.
    - failed(object): the error that kept a day from being read.
    - settled(): the pressed button may be pressed again.
    """

    changed = Signal(object)
    failed = Signal(object)
    settled = Signal()

    def __init__(
        self, services: Services, tasks: UiTasks, shell: ShellPort, parent: QObject
    ) -> None:
        """Read nothing before `open`."""
        super().__init__(parent)
        self._services, self._tasks, self._shell = services, tasks, shell
        self._state = DayState()
        self._open = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLE_MS)
        self._timer.timeout.connect(self.refresh)
        self.destroyed.connect(services.till.bulletin.subscribe(self._on_event))

    def open(self) -> None:
        """The page came to the front: show the open day."""
        self._open = True
        self._state = replace(self._state, selected=None)
        self.refresh()

    def close(self) -> None:
        """The page left the front."""
        self._open = False
        self._timer.stop()

    def _on_event(self, event: Event) -> None:
        if self._open and isinstance(event, LineChanged):
            self._timer.start()

    def refresh(self) -> None:
        """Read days and figures."""
        self._tasks.spawn(self._read(), "day")

    async def _read(self) -> None:
        try:
            await self._load(self._state.selected)
        except PosError as error:
            self.failed.emit(error)
            raise

    def choose(self, day: int) -> None:
        """Show another day."""
        self._state = replace(self._state, selected=day)
        self.refresh()

    async def _load(self, wanted: int | None) -> None:
        desk = self._services.days
        current = (await desk.current()).day
        days = [*([current] if current else []), *await desk.past()]
        entries = tuple(self._entry(day) for day in days)
        chosen = next((day for day in days if day.id == wanted), days[0] if days else None)
        figures = (await desk.look(chosen)).figures if chosen else None
        self._state = DayState(entries, chosen.id if chosen else None, figures, loaded=True)
        self.changed.emit(self._state)

    def _entry(self, day: Day) -> DayEntry:
        local = self._services.till.local
        return DayEntry(day, local(day.opened_at), local(day.ended_at) if day.ended_at else None)

    def end(self) -> None:
        """`End day`."""
        self._tasks.spawn(self._end(), "end day", done=self.settled.emit)

    def print_report(self) -> None:
        """`Print report` of the selected day."""
        self._tasks.spawn(self._print(), "print report", done=self.settled.emit)

    def save(self) -> None:
        """`Save as CSV` of the selected day."""
        self._tasks.spawn(self._save(), "save report", done=self.settled.emit)

    async def _save(self) -> None:
        entry, services = self._state.entry, self._services
        if entry is None:
            return
        path = await services.day_files.save(
            entry.day, by=services.session.who.id, language=language(), sentence=case_sentence
        )
        self._shell.notify(self.tr("Saved as %1").replace("%1", path), Tone.SUCCESS)

    async def _end(self) -> None:
        day, _ = await self._services.days.end(self._services.session.who.id)
        text = self.tr("Day %1 has ended. The next sale opens a new day.")
        self._shell.notify(text.replace("%1", str(day.number)), Tone.SUCCESS)
        await self._load(day.id)

    async def _print(self) -> None:
        entry, services = self._state.entry, self._services
        if entry is None:
            return
        await services.owner.papers.print_day(
            entry.day, by=services.session.who.id, language=language(), sentence=case_sentence
        )
        self._shell.notify(self.tr("The report has been printed."), Tone.SUCCESS)
