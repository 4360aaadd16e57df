"""What the bar on top says, kept up to date by events and once a second."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from pos_app.ui.views.shell.top_bar import BarState
from pos_app.usecases.bulletin import (
    BalanceChanged,
    Event,
    ReachChanged,
    SessionChanged,
    SettingsChanged,
)
from pos_app.usecases.services import Services

_TICK_MS = 1000
_SHOWN = (BalanceChanged, ReachChanged, SessionChanged, SettingsChanged)


class StatusPresenter(QObject):
    """Makes the bar's state while somebody is signed in.

    Signals:
    - changed(object): a `BarState`.
    """

    changed = Signal(object)

    def __init__(self, services: Services, parent: QObject) -> None:
        """Listen; ages and clock move by a timer."""
        super().__init__(parent)
        self._services = services
        self.destroyed.connect(services.till.bulletin.subscribe(self._on_event))
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()

    def _on_event(self, event: Event) -> None:
        if isinstance(event, _SHOWN):
            self.refresh()

    def refresh(self) -> None:
        """Tell how things stand now."""
        person = self._services.session.person
        if person is None:
            return
        till, reach = self._services.till, self._services.reach
        now = till.clock.now()
        last = self._services.balance.last
        self.changed.emit(
            BarState(
                store=till.profile.store,
                till=till.profile.till,
                cashier=person.name,
                is_manager=person.is_manager,
                reach=reach.state,
                answered_at=reach.last_answer_at,
                balance=last.available if last else None,
                balance_at=last.asked_at if last else None,
                now=now,
                local=till.local(now),
            )
        )
