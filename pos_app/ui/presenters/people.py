"""Adding and changing the people who may sign in."""

from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from pos_app.domain.errors import PosError
from pos_app.domain.people import Person, PersonId, Role
from pos_app.ui.shell_port import ShellPort
from pos_app.ui.tasks import UiTasks
from pos_app.ui.theme import Tone
from pos_app.ui.views.settings.person_sheet import PersonDraft, PersonSheet
from pos_app.usecases.services import Services


class PeoplePresenter(QObject):
    """Each change is journalled with the manager behind it, `by`.

    Signals:
    - changed(object): everybody, as a tuple of `Person`.
    - refused(object): the error that kept a change from being made.
    """

    changed = Signal(object)
    refused = Signal(object)

    def __init__(
        self, services: Services, tasks: UiTasks, shell: ShellPort, parent: QObject
    ) -> None:
        """Do nothing without a manager."""
        super().__init__(parent)
        self._services, self._tasks, self._shell = services, tasks, shell
        self.by: PersonId | None = None
        self._people: tuple[Person, ...] = ()
        self._sheet: PersonSheet | None = None
        self._about: Person | None = None

    def load(self) -> None:
        """Read everybody."""
        self._tasks.spawn(self._load(), "people")

    async def _load(self) -> None:
        self._people = tuple(await self._services.people.all())
        self.changed.emit(self._people)

    def _person(self, person: int) -> Person | None:
        return next((each for each in self._people if each.id == person), None)

    # --- with a sheet ------------------------------------------------------------------------

    def add(self) -> None:
        """`Add person`."""
        sheet = PersonSheet(
            self.tr("Add person"), self._shell.window, name="", role=True, pin=True
        )
        self._ask(sheet, None)

    def rename(self, person: int) -> None:
        """`Rename`."""
        about = self._person(person)
        if about is not None:
            title = self.tr("Rename %1").replace("%1", about.name)
            sheet = PersonSheet(title, self._shell.window, name=about.name, role=False, pin=False)
            self._ask(sheet, about)

    def reset_pin(self, person: int) -> None:
        """`Reset PIN`."""
        about = self._person(person)
        if about is not None:
            title = self.tr("New PIN for %1").replace("%1", about.name)
            sheet = PersonSheet(title, self._shell.window, name=None, role=False, pin=True)
            self._ask(sheet, about)

    def _ask(self, sheet: PersonSheet, about: Person | None) -> None:
        self._sheet, self._about = sheet, about
        sheet.save_wanted.connect(self._on_save)
        self._tasks.spawn(self._open(sheet), "person sheet")

    async def _open(self, sheet: PersonSheet) -> None:
        await self._shell.open_sheet(sheet)
        self._sheet = None

    def _on_save(self, draft: PersonDraft) -> None:
        self._tasks.spawn(self._save(draft, self._about), "save person")

    async def _save(self, draft: PersonDraft, about: Person | None) -> None:
        if self.by is None:
            return
        people = self._services.people
        try:
            if about is None:
                await people.add(draft.name, draft.role, draft.pin, by=self.by)
            elif draft.pin:
                await people.set_pin(about.id, draft.pin, by=self.by)
            else:
                await people.change(replace(about, name=draft.name), by=self.by)
        except PosError as error:
            if self._sheet is not None:
                self._sheet.show_problem(error)
            return
        if self._sheet is not None:
            self._sheet.answer(draft)
        await self._load()
        self._shell.notify(self.tr("Saved."), Tone.SUCCESS)

    # --- at once -----------------------------------------------------------------------------

    def change_role(self, person: int) -> None:
        """`Make a manager` or `Make a cashier`."""
        about = self._person(person)
        if about is not None:
            role = Role.CASHIER if about.is_manager else Role.MANAGER
            self._tasks.spawn(self._change(replace(about, role=role)), "change role")

    def change_active(self, person: int) -> None:
        """`Bar from signing in` or `Allow signing in`."""
        about = self._person(person)
        if about is not None:
            changed = replace(about, active=not about.active)
            self._tasks.spawn(self._change(changed), "change person")

    async def _change(self, person: Person) -> None:
        if self.by is None:
            return
        await self._try(self._services.people.change(person, by=self.by))
        await self._load()
        me = self._services.session.person
        if me is not None and me.id == person.id and person in self._people:
            # What this person may do has just changed: they sign in anew.
            await self._services.session.lock()

    async def _try(self, work: Awaitable[None]) -> None:
        try:
            await work
        except PosError as error:
            self.refused.emit(error)
