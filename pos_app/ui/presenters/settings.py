"""Settings: shown to managers, tried out live, saved section by section."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pos_app.domain.errors import PosError
from pos_app.domain.people import Approval, Permission
from pos_app.domain.slip import Paper
from pos_app.ui import translation
from pos_app.ui.presenters.labels import LabelsPresenter
from pos_app.ui.presenters.people import PeoplePresenter
from pos_app.ui.presenters.stops import StopsPresenter
from pos_app.ui.shell_port import ShellPort
from pos_app.ui.tasks import UiTasks
from pos_app.ui.theme import Tone
from pos_app.ui.views.settings.state import Credentials, Draft, SettingsState
from pos_app.usecases.services import Services


class SettingsPresenter(QObject):
    """Works with one manager's word, from the page's coming to the front to its leaving.

    Signals:
    - filled(object): a `SettingsState` to begin with.
    - refreshed(object): a `SettingsState` whose lists are new.
    - saved(str, object): a section and the `SettingsState` now in force.
    - refused(str, object): a section and the error that kept it from being saved.
    - tested(object), test_refused(object): a `ConnectionReport`, or an error.
    - settled(): pressed buttons may be pressed again.
    """

    filled = Signal(object)
    refreshed = Signal(object)
    saved = Signal(str, object)
    refused = Signal(str, object)
    tested = Signal(object)
    test_refused = Signal(object)
    settled = Signal()

    def __init__(
        self, services: Services, tasks: UiTasks, shell: ShellPort, parent: QObject
    ) -> None:
        """Show nothing before `open`."""
        super().__init__(parent)
        self._services, self._tasks, self._shell = services, tasks, shell
        self._approval: Approval | None = None
        self.people = PeoplePresenter(services, tasks, shell, self)
        self.people.changed.connect(self._on_people)
        self.stops = StopsPresenter(services, tasks, self)
        self.labels = LabelsPresenter(services, tasks, self)
        self.state = first_state(services)

    def open(self) -> None:
        """The page came to the front: a manager is let in at once."""
        session = self._services.session
        if self._approval is None and not session.is_locked and not session.needs_approval():
            self._approval = session.own_approval()
        self._begin()

    def close(self) -> None:
        """The page left the front: the manager's word ends with it."""
        self._approval = None
        self.people.by = None
        self.stops.approval = None
        self.labels.approval = None

    def ask_manager(self) -> None:
        """A cashier wants in."""
        self._tasks.spawn(self._ask(), "settings approval")

    async def _ask(self) -> None:
        self._approval = await self._shell.approve(Permission.CHANGE_SETTINGS)
        self._begin()

    def _begin(self) -> None:
        manager = self._approval.manager if self._approval else None
        self.people.by = manager
        self.stops.approval = self._approval
        self.labels.approval = self._approval
        self.state = replace(first_state(self._services), allowed=manager is not None)
        self.filled.emit(self.state)
        if manager is not None:
            self.look_for_printers()
            self.people.load()
            self.stops.load()
            self.labels.load()

    # --- saving ------------------------------------------------------------------------------

    def save(self, draft: Draft) -> None:
        """Put a section into force."""
        self._tasks.spawn(self._save(draft), f"save {draft.section}", done=self.settled.emit)

    async def _save(self, draft: Draft) -> None:
        desk = self._services.settings
        if self._approval is None:
            return
        values: dict[str, Any] = dict(draft.values)
        try:
            settings = replace(desk.settings, **values)
            await desk.save(settings, self._approval, secret=draft.secret)
        except PosError as error:
            self.refused.emit(draft.section, error)
            return
        self.state = replace(self.state, settings=desk.settings, language=translation.language())
        self.saved.emit(draft.section, self.state)
        self._shell.notify(self.tr("Saved."), Tone.SUCCESS)

    # --- trying out --------------------------------------------------------------------------

    def test(self, credentials: Credentials) -> None:
        """`Test connection` with what is in the fields."""
        self._tasks.spawn(self._test(credentials), "test connection")

    async def _test(self, typed: Credentials) -> None:
        desk = self._services.settings
        try:
            report = await desk.test_connection(typed.url, typed.client_id, typed.secret or None)
        except PosError as error:
            self.test_refused.emit(error)
            return
        self.tested.emit(report)

    def look_for_printers(self) -> None:
        """Ask the system for its queues."""
        self._tasks.spawn(self._look_for_printers(), "printer names")

    async def _look_for_printers(self) -> None:
        try:
            names = tuple(await self._services.settings.printer_names())
        except PosError as error:
            # The page offers to look again; what is saved goes on working.
            self._shell.notify_error(error)
            names = ()
        self.state = replace(self.state, printers=names)
        self.refreshed.emit(self.state)

    def print_test_page(self) -> None:
        """`Print test page` on the saved printer."""
        self._tasks.spawn(self._print_test_page(), "test page", done=self.settled.emit)

    async def _print_test_page(self) -> None:
        who = self._services.session.who
        try:
            spoken = self._services.till.profile.slip_language or translation.language()
            await self._services.slips.print_test(who.id, spoken)
        except PosError as error:
            self.refused.emit("printing", error)
            return
        self._shell.notify(self.tr("The test page has been printed."), Tone.SUCCESS)

    def preview(self, paper: str) -> None:
        """`Preview slips` on a paper that need not be saved yet."""
        self._tasks.spawn(self._preview(paper), "preview", done=self.settled.emit)

    async def _preview(self, paper: str) -> None:
        from pos_app.ui.presenters.preview import PreviewPresenter, preview_kinds
        from pos_app.ui.views.papers.sheets import PreviewSheet

        page = self.parent()
        sheet = PreviewSheet(preview_kinds(), page if isinstance(page, QWidget) else None)
        PreviewPresenter(self._services, self._tasks, Paper(paper), sheet)
        await self._shell.open_sheet(sheet)

    def _on_people(self, people: object) -> None:
        if isinstance(people, tuple):
            self.state = replace(self.state, people=people)
            self.refreshed.emit(self.state)


def first_state(services: Services) -> SettingsState:
    """The settings in force, before anybody was asked for anything."""
    person = services.session.person
    return SettingsState(
        settings=services.settings.settings,
        language=translation.language(),
        training=services.till.profile.training,
        allowed=False,
        secret_store=services.settings.secret_store,
        products=tuple(
            (each.code, each.name, each.brand)
            for each in sorted(services.catalogue.products, key=lambda p: p.name.casefold())
        ),
        me=person.id if person else None,
    )
