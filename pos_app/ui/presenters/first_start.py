"""Setting a till up from its first window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from pos_app.domain.errors import PosError, SettingsError
from pos_app.domain.settings import Settings
from pos_app.ui import translation
from pos_app.ui.tasks import UiTasks
from pos_app.ui.views.first_start.state import Setup
from pos_app.ui.views.settings.state import Credentials
from pos_app.usecases.settings_desk import FirstStart


class FirstStartPresenter(QObject):
    """Tests the account, then installs everything or nothing.

    Signals:
    - tested(object), test_refused(object): a `ConnectionReport`, or an error.
    - installed(): the till is set up.
    - refused(object): the error that kept it from being set up.
    - unproven(): the live test failed; pressing again sets the till up all the same.
    """

    tested = Signal(object)
    test_refused = Signal(object)
    installed = Signal()
    refused = Signal(object)
    unproven = Signal()

    def __init__(
        self, first_start: FirstStart, tasks: UiTasks, installation_id: str, parent: QObject
    ) -> None:
        """Store nothing yet."""
        super().__init__(parent)
        self._first_start, self._tasks = first_start, tasks
        self._installation_id = installation_id
        self._unproven: Credentials | None = None

    def test(self, setup: Setup) -> None:
        """`Test connection`."""
        self._tasks.spawn(self._test(setup), "test connection")

    async def _test(self, setup: Setup) -> None:
        try:
            settings = setup.settings(self._installation_id, translation.language())
            if not setup.credentials.secret:
                raise SettingsError("secret_missing")
            report = await self._first_start.test_connection(settings, setup.credentials.secret)
        except PosError as error:
            self.test_refused.emit(error)
            return
        self.tested.emit(report)

    def install(self, setup: Setup) -> None:
        """`Set up this till`."""
        self._tasks.spawn(self._install(setup), "set up")

    async def _install(self, setup: Setup) -> None:
        try:
            settings = setup.settings(self._installation_id, translation.language())
            setup.require_manager()
            if not await self._is_proven(settings, setup.credentials):
                return
            await self._first_start.install(
                settings, setup.credentials.secret, setup.manager, setup.pin
            )
        except PosError as error:
            self.refused.emit(error)
            return
        self.installed.emit()

    async def _is_proven(self, settings: Settings, typed: Credentials) -> bool:
        """Whether the account works, or was tried before and is wanted all the same."""
        if typed == self._unproven:
            return True
        if not typed.secret:
            raise SettingsError("secret_missing")
        report = await self._first_start.test_connection(settings, typed.secret)
        self.tested.emit(report)
        if not report.ok:
            self._unproven = typed
            self.unproven.emit()
        return report.ok
