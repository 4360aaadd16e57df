"""Notices that stand until a manager has read them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from pos_app.domain.notices import Notice
from pos_app.domain.people import Permission
from pos_app.ui.shell_port import ShellPort
from pos_app.ui.tasks import UiTasks
from pos_app.ui.texts.standing import notice_sentence
from pos_app.ui.theme import Tone
from pos_app.ui.translation import language
from pos_app.ui.views.shell.standing import Standing
from pos_app.usecases.bulletin import (
    BalanceLow,
    Event,
    NoticesChanged,
    SessionChanged,
    SettingsChanged,
)
from pos_app.usecases.services import Services


class StandingPresenter(QObject):
    """Reads notices at each sign-in and when there is a new one.

    Signals:
    - changed(object): the notices, as a tuple of `Standing`.
    """

    changed = Signal(object)

    def __init__(
        self, services: Services, tasks: UiTasks, shell: ShellPort, parent: QObject
    ) -> None:
        """Listen from now on."""
        super().__init__(parent)
        self._services, self._tasks, self._shell = services, tasks, shell
        self._notices: tuple[Notice, ...] = ()
        self.destroyed.connect(services.till.bulletin.subscribe(self._on_event))
        tasks.notices.crashed.connect(self._on_crash)
        self._telling = False
        self.load()

    def _on_event(self, event: Event) -> None:
        if isinstance(event, NoticesChanged | SessionChanged | SettingsChanged):
            self.load()
            if isinstance(event, SessionChanged):
                self._remind()
        elif isinstance(event, BalanceLow):
            self._tell_low(event)

    def _remind(self) -> None:
        """A manager who signs in is told that the balance is low, whoever was there before."""
        person, low = self._services.session.person, self._services.owner.balances.low
        if person is not None and person.is_manager and low is not None:
            text = self.tr("The balance at the provider is %1, below %2. Top it up.")
            text = text.replace("%1", low.balance.available.display(language()))
            self._shell.notify(text.replace("%2", low.level.display(language())), Tone.WARNING)

    def _tell_low(self, event: BalanceLow) -> None:
        text = self.tr("The balance at the provider is %1, below %2. Tell the manager.")
        text = text.replace("%1", event.balance.available.display(language()))
        text = text.replace("%2", event.level.display(language()))
        self._shell.notify(text, Tone.WARNING)

    def _on_crash(self) -> None:
        """The program made a mistake: say how the sale in front stands, once at a time."""
        if not self._telling and not self._services.session.is_locked:
            self._telling = True
            if self._tasks.spawn(self._tell_sale(), "sale after a mistake") is None:
                self._telling = False

    async def _tell_sale(self) -> None:
        try:
            sale = await self._services.records.front_sale()
        finally:
            self._telling = False
        if sale is None:
            return
        arrived = sum(line.delivered_at is not None for line in sale.lines)
        text = self.tr("Sale %1 is stored: %2 of %3 cards have arrived. Go on with it under Sell.")
        text = text.replace("%1", sale.id).replace("%2", str(arrived))
        self._shell.notify(text.replace("%3", str(len(sale.lines))), Tone.INFO)

    def load(self) -> None:
        """Read what stands now."""
        if not self._services.session.is_locked:
            self._tasks.spawn(self._load(), "standing notices")

    async def _load(self) -> None:
        self._notices = tuple(await self._services.notices.standing())
        local = self._services.till.local
        self.changed.emit(
            tuple(Standing(each.seq, notice_sentence(each, local)) for each in self._notices)
        )

    def read(self, seq: int) -> None:
        """A manager takes a notice away."""
        self._tasks.spawn(self._read(seq), "read notice")

    async def _read(self, seq: int) -> None:
        notice = next((each for each in self._notices if each.seq == seq), None)
        approval = await self._shell.approve(Permission.CLOSE_CASE)
        if notice is not None and approval is not None:
            await self._services.notices.dismiss(notice, approval)
