"""Signing in and locking."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from pos_app.domain.errors import PosError
from pos_app.domain.people import Person, PersonId
from pos_app.ui.tasks import UiTasks
from pos_app.ui.views.lock.screen import LockState
from pos_app.ui.views.lock.sign_in_form import SignInState
from pos_app.usecases.services import Services

_CLOCK_MS = 1000


class LockPresenter(QObject):
    """Keeps the lock screen's state while nobody is signed in.

    Signals:
    - changed(object): a `LockState`.
    - ticked(object): the shop's time.
    """

    changed = Signal(object)
    ticked = Signal(object)

    def __init__(self, services: Services, tasks: UiTasks, parent: QObject) -> None:
        """Show nothing yet; `open` begins."""
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self._form = SignInState()
        self._last: PersonId | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_CLOCK_MS)
        self._clock.timeout.connect(self._tick)

    def open(self) -> None:
        """The till is locked: show who may sign in."""
        self._clock.start()
        self._form = SignInState(self._form.people, self._likely(self._form.people))
        self._emit()
        self._tasks.spawn(self._load(), "people for the lock screen")

    def close(self) -> None:
        """Somebody is in."""
        self._clock.stop()

    def unlock(self, person: int, pin: str) -> None:
        """Try a PIN."""
        if self._form.busy:
            return
        self._show(busy=True, problem=None)
        self._tasks.spawn(self._unlock(PersonId(person), pin), "sign in")

    async def _load(self) -> None:
        people = tuple(await self._services.session.cashiers())
        self._form = replace(self._form, people=people, selected=self._likely(people))
        self._emit()

    def _likely(self, people: tuple[Person, ...]) -> int | None:
        """Who is most probably there: the last one, else the first cashier, else anybody."""
        ranked = sorted(people, key=lambda each: (each.id != self._last, each.is_manager))
        return ranked[0].id if ranked else None

    async def _unlock(self, person: PersonId, pin: str) -> None:
        self._form = replace(self._form, selected=person)
        try:
            await self._services.session.sign_in(person, pin)
        except PosError as error:
            self._show(busy=False, problem=error)
            return
        self._last = person
        self._show(busy=False, problem=None)

    def _show(self, *, busy: bool, problem: PosError | None) -> None:
        self._form = replace(self._form, busy=busy, problem=problem)
        self._emit()
        self._form = replace(self._form, problem=None)

    def _tick(self) -> None:
        self.ticked.emit(self._services.till.local(self._services.till.clock.now()))

    def _emit(self) -> None:
        till = self._services.till
        self.changed.emit(
            LockState(
                store=till.profile.store,
                till=till.profile.till,
                now=till.local(till.clock.now()),
                training=till.profile.training,
                hints=self._services.hints,
                form=self._form,
            )
        )
