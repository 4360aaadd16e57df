"""The bar on top: store and till, cashier, provider, balance, clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.domain.money import Money
from pos_app.ui.formats import age_text, clock_text
from pos_app.ui.kit import IconButton, Look, Pill, PlainLabel, StatusPill
from pos_app.ui.shortcuts import HELP
from pos_app.ui.theme import Icon, Role, Space, TextRole, Tone, color
from pos_app.ui.translation import language
from pos_app.usecases.reach import ReachState

_LOOKS: Final = {
    ReachState.UNKNOWN: Look(Tone.NEUTRAL, Icon.CLOUD),
    ReachState.ONLINE: Look(Tone.SUCCESS, Icon.WIFI),
    ReachState.SLOW: Look(Tone.WARNING, Icon.HOURGLASS),
    ReachState.OFFLINE: Look(Tone.DANGER, Icon.WIFI_OFF),
}


@dataclass(frozen=True, slots=True)
class BarState:
    """What the bar shows; `now` and `answered_at` are UTC, `local` is the shop's time."""

    store: str
    till: str
    cashier: str
    is_manager: bool
    reach: ReachState
    answered_at: datetime | None
    balance: Money | None
    balance_at: datetime | None
    now: datetime
    local: datetime


class TopBar(QWidget):
    """Who, where, and how things stand.

    Signals:
    - help_wanted(): the question mark or F1.
    """

    help_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty bar."""
        super().__init__(parent)
        self.setObjectName("top_bar")
        self._state: BarState | None = None
        self._store = PlainLabel("", TextRole.STRONG, object_name="store_name")
        self._till = PlainLabel("", TextRole.CAPTION, Role.MUTED, object_name="till_name")
        self._cashier = PlainLabel("", TextRole.STRONG, object_name="cashier_name")
        self._role = PlainLabel("", TextRole.CAPTION, Role.MUTED, object_name="cashier_role")
        self._reach = StatusPill(
            Pill("", _LOOKS[ReachState.UNKNOWN]), object_name="provider_state"
        )
        self._age = PlainLabel("", TextRole.CAPTION, Role.MUTED, object_name="provider_age")
        self._balance = PlainLabel("", TextRole.STRONG, object_name="balance")
        self._balance_words = PlainLabel(
            "", TextRole.CAPTION, Role.MUTED, object_name="balance_age"
        )
        self._clock = PlainLabel("", TextRole.TITLE, object_name="clock")
        self._help = IconButton(
            "", object_name="help", icon=Icon.CIRCLE_QUESTION_MARK, shortcut=HELP
        )
        self._help.triggered.connect(self.help_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.XL, Space.S, Space.M, Space.S)
        row.setSpacing(Space.XL)
        row.addLayout(_pair(self._store, self._till))
        row.addLayout(_pair(self._cashier, self._role))
        row.addStretch(1)
        row.addLayout(_pair(self._reach, self._age))
        row.addLayout(_pair(self._balance, self._balance_words))
        row.addWidget(self._clock)
        row.addWidget(self._help)
        self._retranslate()

    def notice_area(self) -> QRect:
        """Where a notice covers nothing that can be pressed: all of the bar but its button."""
        return QRect(0, 0, self._help.x() - Space.S, self.height())

    def show_state(self, state: BarState) -> None:
        """Draw a state."""
        self._state = state
        self._store.setText(state.store)
        self._till.setText(self.tr("Till %1").replace("%1", state.till))
        self._cashier.setText(state.cashier)
        self._role.setText(self.tr("Manager") if state.is_manager else self.tr("Cashier"))
        self._reach.set_pill(Pill(self._word(state.reach), _LOOKS[state.reach]))
        self._age.setText(self._answer_age(state))
        self._show_balance(state)
        self._clock.setText(clock_text(state.local))

    def _word(self, reach: ReachState) -> str:
        words = {
            ReachState.UNKNOWN: self.tr("Connecting"),
            ReachState.ONLINE: self.tr("Online"),
            ReachState.SLOW: self.tr("Slow"),
            ReachState.OFFLINE: self.tr("Offline"),
        }
        return words[reach]

    def _answer_age(self, state: BarState) -> str:
        if state.answered_at is None:
            return self.tr("no answer yet")
        return self.tr("answer %1").replace("%1", age_text(state.now - state.answered_at))

    def _show_balance(self, state: BarState) -> None:
        if state.balance is None or state.balance_at is None:
            self._balance.setText("–")
            self._balance_words.setText(self.tr("Balance unknown"))
            return
        self._balance.setText(state.balance.display(language()))
        age = age_text(state.now - state.balance_at)
        self._balance_words.setText(self.tr("Balance, %1").replace("%1", age))

    def _retranslate(self) -> None:
        self._help.set_label(self.tr("Help"))
        if self._state is not None:
            self.show_state(self._state)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the edge."""
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), color(Role.RAISED))
            painter.fillRect(0, self.height() - 1, self.width(), 1, color(Role.BORDER))
        finally:
            painter.end()


def _pair(upper: QWidget, lower: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(Space.XXS)
    column.addStretch(1)
    column.addWidget(upper)
    column.addWidget(lower)
    column.addStretch(1)
    return column
