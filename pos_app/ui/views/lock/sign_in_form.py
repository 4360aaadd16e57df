"""Choosing a person and typing a PIN: the lock screen's and the manager approval's form."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.domain.errors import PosError, WrongPinError
from pos_app.ui.formats import countdown_text
from pos_app.ui.kit import BaseButton, Keypad, PinField, Row, RowList
from pos_app.ui.theme import Icon, Space, Tone

if TYPE_CHECKING:  # the first paint waits for nothing that it does not show
    from pos_app.domain.people import Person

_TICK_MS: Final = 250
_LIST_WIDTH: Final = 230
_PIN_WIDTH: Final = 264


@dataclass(frozen=True, slots=True)
class SignInState:
    """Who may be chosen, who is, and what the last try came to."""

    people: tuple[Person, ...] = ()
    selected: int | None = None
    busy: bool = False
    problem: PosError | None = None


class SignInForm(QWidget):
    """A list of people, a PIN field with a keypad for fingers, and the button that goes with it.

    Signals:
    - submitted(int, str): person and PIN.
    """

    submitted = Signal(int, str)

    def __init__(
        self,
        *,
        list_object: str,
        pin_object: str,
        button: BaseButton,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty form; `button` may also stand somewhere else."""
        super().__init__(parent)
        self._until: dict[str, float] = {}  # person -> when the next try is allowed
        self.people = RowList("", object_name=list_object, single_click=True)
        self.people.setMinimumWidth(_LIST_WIDTH)
        keeps_room = self.people.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        self.people.setSizePolicy(keeps_room)
        self.pin = PinField("", object_name=pin_object)
        self.button = button
        self._keypad = Keypad(self.pin.edit, object_name=f"{pin_object}_keypad")
        self._side = QVBoxLayout()
        self._side.setSpacing(Space.S)
        self._side.addWidget(self.pin)
        self._side.addWidget(self._keypad)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XL)
        self._list_side = QVBoxLayout()
        self._list_side.setSpacing(Space.S)
        self._list_side.addWidget(self.people, 1)
        row.addLayout(self._list_side, 1)
        side = QWidget()
        side.setFixedWidth(_PIN_WIDTH)
        side.setLayout(self._side)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.addStretch(1)
        row.addWidget(side)
        self._early = False  # Enter came before anybody could be chosen
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._show_wait)
        self.people.row_activated.connect(self._on_chosen)
        self.people.row_selected.connect(self._on_selected)
        self.pin.submitted.connect(self.submit)
        button.triggered.connect(self.submit)

    def put_button_below(self) -> None:
        """Show the button under the keypad."""
        self._side.insertWidget(2, self.button)

    def put_left(self, *buttons: BaseButton) -> None:
        """Show buttons under the list: a sheet is then no higher than the keypad."""
        for button in buttons:
            self._list_side.addWidget(button)

    def set_words(self, people: str, pin: str, button: str) -> None:
        """Name list, field and button in the language in force."""
        self.people.setAccessibleName(people)
        self.pin.set_label(pin)
        self.button.set_label(button)

    def show_state(self, state: SignInState) -> None:
        """Draw a state; a problem empties the PIN."""
        typed = "" if self._chosen() else self.pin.text()
        self.people.set_rows(self._rows(state.people))
        # An empty list would tell a screen reader that nobody may sign in.
        self.people.setVisible(bool(state.people))
        if state.selected is not None and state.selected != self._chosen():
            self.people.select(str(state.selected))
            if typed:
                # Somebody was faster than the list: what they typed stays.
                self.pin.edit.setText(typed)
        if self._early and self._chosen() is not None:
            self._early = False
            if sum(not person.is_manager for person in state.people) <= 1:
                self.submit()
                return
            # Nobody was there to choose from: the PIN may be another cashier's.
            self.pin.set_error(self.tr("Choose who you are, then unlock."))
        if state.busy:
            self.button.hold()
            return
        self.button.release()
        problem = state.problem
        if isinstance(problem, WrongPinError) and problem.code == "too_early":
            wait = problem.params.get("wait_s", 0)
            seconds = float(wait) if isinstance(wait, int | float) else 0.0
            self._until[self.people.selected_key()] = time.monotonic() + seconds
            self.pin.take()
        elif problem is not None:
            from pos_app.ui.texts.errors import error_sentence  # the first paint has no problem

            self.pin.take()
            self.pin.set_error(error_sentence(problem))
        self._show_wait()

    def _rows(self, people: Sequence[Person]) -> list[Row]:
        return [
            Row(
                key=str(person.id),
                title=person.name,
                detail=self.tr("Manager") if person.is_manager else self.tr("Cashier"),
                icon=Icon.KEY_ROUND if person.is_manager else Icon.USER,
                icon_tone=Tone.ACCENT if person.is_manager else Tone.NEUTRAL,
            )
            for person in people
        ]

    def clear(self) -> None:
        """Forget the PIN and what was wrong with it."""
        self.pin.take()
        self.pin.set_error("")
        self._show_wait()

    def focus_pin(self) -> None:
        """Wait for the PIN."""
        self.pin.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self) -> int | None:
        key = self.people.selected_key()
        return int(key) if key else None

    def _on_chosen(self, _key: str) -> None:
        self.focus_pin()

    def _on_selected(self, _key: str) -> None:
        self.clear()

    def submit(self) -> None:
        """Send what was typed, unless it can't be a PIN or it is too early."""
        person = self._chosen()
        if person is None:
            self._early = bool(self.pin.text())
            return
        if self.button.is_held() or self._left() > 0:
            return
        pin = self.pin.text()
        if not pin:
            self.pin.set_error(self.tr("Enter your PIN."))
            self.focus_pin()
            return
        self.button.hold()
        self.submitted.emit(person, pin)

    def _left(self) -> float:
        return self._until.get(self.people.selected_key(), 0.0) - time.monotonic()

    def _show_wait(self) -> None:
        left = self._left()
        if left > 0:
            text = self.tr("Too many wrong PINs. Try again in %1.")
            self.pin.set_error(text.replace("%1", countdown_text(left)))
            self._timer.start()
        elif self._timer.isActive():
            self._timer.stop()
            self.pin.set_error("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose another person by the arrow keys, without leaving the PIN."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        rows = self.people.rows.rows()
        place = self.people.currentIndex().row() + step
        if 0 <= place < len(rows):
            self.people.select(rows[place].key)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show_wait()
