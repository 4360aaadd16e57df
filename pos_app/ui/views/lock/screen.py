"""The lock screen: a state of the program, not a dialog over it; nothing lies behind."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from pos_app.ui.formats import clock_text, long_date_text
from pos_app.ui.kit import (
    ButtonSize,
    Card,
    IconMark,
    PlainLabel,
    PrimaryButton,
    TrainingBand,
)
from pos_app.ui.theme import Icon, Role, Space, TextRole
from pos_app.ui.views.lock.sign_in_form import SignInForm, SignInState
from pos_app.ui.views.shell.side_panel import SidePanel

_SIDE_WIDTH: Final = 300
_FORM_WIDTH: Final = 620


@dataclass(frozen=True, slots=True)
class LockState:
    """What the lock screen shows."""

    store: str
    till: str
    now: datetime  # the shop's time
    training: bool = False
    hints: tuple[str, ...] = ()
    form: SignInState = field(default_factory=SignInState)


class LockScreen(QWidget):
    """Shop and time at the left, cashiers and PIN at the right.

    Signals:
    - unlock_wanted(int, str): person and PIN.
    """

    unlock_wanted = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty screen."""
        super().__init__(parent)
        self.setObjectName("lock_screen")
        self._state: LockState | None = None
        self._band = TrainingBand("", object_name="lock_training_band")
        self._band.hide()
        self._store = PlainLabel("", TextRole.HEADING, object_name="lock_store", wrap=True)
        self._till = PlainLabel("", TextRole.BODY, Role.MUTED, object_name="lock_till", wrap=True)
        self._clock = PlainLabel("", TextRole.AMOUNT, object_name="lock_clock")
        self._date = PlainLabel("", TextRole.BODY, Role.MUTED, object_name="lock_date", wrap=True)
        self._hints = Card(object_name="sign_in_hints", padding=Space.L)
        self._hint_text = PlainLabel(
            "", TextRole.BODY, object_name="sign_in_hint_text", wrap=True, selectable=True
        )
        self._hints.body.addWidget(self._hint_text)
        self._hints.hide()
        self._title = PlainLabel("", TextRole.TITLE, wrap=True)
        self.unlock = PrimaryButton(
            "", object_name="unlock", icon=Icon.LOCK_OPEN, size=ButtonSize.LARGE
        )
        self.form = SignInForm(list_object="cashiers", pin_object="pin", button=self.unlock)
        self.form.setObjectName("lock_form")
        self.form.put_button_below()
        self.form.submitted.connect(self.unlock_wanted)
        self._lay_out()
        self._retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._band)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._side())
        row.addWidget(self._scrolled(self._middle()), 1)
        column.addLayout(row, 1)

    def _side(self) -> QWidget:
        side = SidePanel(object_name="lock_side", width=_SIDE_WIDTH)
        side.body.addWidget(
            IconMark(Icon.GIFT, Role.ACCENT_TEXT, size=28, ground=Role.ACCENT_SOFT)
        )
        side.body.addSpacing(Space.M)
        side.body.addWidget(self._store)
        side.body.addWidget(self._till)
        side.body.addStretch(1)
        side.body.addWidget(self._hints)
        side.body.addStretch(1)
        side.body.addWidget(self._clock)
        side.body.addWidget(self._date)
        return side

    def _middle(self) -> QWidget:
        panel = QWidget()
        panel.setMaximumWidth(_FORM_WIDTH)
        panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        words = QVBoxLayout(panel)
        words.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        words.setSpacing(Space.L)
        words.addWidget(self._title)
        words.addWidget(self.form)
        middle = QWidget()
        box = QHBoxLayout(middle)
        box.setContentsMargins(0, 0, 0, 0)
        box.addStretch(1)
        box.addWidget(panel, 100, Qt.AlignmentFlag.AlignVCenter)
        box.addStretch(1)
        return middle

    @staticmethod
    def _scrolled(content: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        return area

    def show_state(self, state: LockState) -> None:
        """Draw a state."""
        self._state = state
        self._store.setText(state.store)
        self._till.setText(self.tr("Till %1").replace("%1", state.till))
        self._band.setVisible(state.training)
        self._hints.setVisible(bool(state.hints))
        self._hint_text.setText("\n".join(state.hints))
        self.show_time(state.now)
        self.form.show_state(state.form)

    def show_time(self, now: datetime) -> None:
        """Turn the clock."""
        self._clock.setText(clock_text(now))
        self._date.setText(long_date_text(now))

    def focus_first(self) -> None:
        """Wait for the PIN."""
        self.form.focus_pin()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Who is at the till?"))
        self._band.set_text(self.tr("TRAINING – no value"))
        self._hints.set_title(self.tr("Sign-ins for training"))
        self.form.set_words(self.tr("Cashiers"), self.tr("PIN"), self.tr("Unlock"))
        if self._state is not None:
            self.show_state(self._state)

    def showEvent(self, event: QShowEvent) -> None:
        """Be ready for the PIN."""
        super().showEvent(event)
        self.focus_first()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
