"""Who may sign in."""

from __future__ import annotations

from PySide6.QtCore import Signal

from pos_app.domain.people import Person
from pos_app.ui.kit import FlowLayout, PrimaryButton, Row, RowList, SecondaryButton
from pos_app.ui.theme import Icon, Space, Tone
from pos_app.ui.views.settings.section import Section
from pos_app.ui.views.settings.state import SettingsState

_LIST_HEIGHT = 320


class PeopleSection(Section):
    """The people of this till; the buttons act on the selected one.

    Signals:
    - add_wanted(): a new person.
    - rename_wanted(int), pin_wanted(int), role_wanted(int), active_wanted(int): what to change
      about a person.
    """

    add_wanted = Signal()
    rename_wanted = Signal(int)
    pin_wanted = Signal(int)
    role_wanted = Signal(int)
    active_wanted = Signal(int)

    def __init__(self) -> None:
        """Make an empty list."""
        super().__init__("people")
        self._list = RowList("", object_name="people")
        self._list.setMinimumHeight(_LIST_HEIGHT)
        self._list.row_selected.connect(self._on_selected)
        self._list.row_activated.connect(self._on_rename)
        self._add = PrimaryButton("", object_name="add_person", icon=Icon.PLUS)
        self._rename = SecondaryButton("", object_name="rename_person", icon=Icon.PENCIL)
        self._pin = SecondaryButton("", object_name="reset_pin", icon=Icon.KEY_ROUND)
        self._role = SecondaryButton("", object_name="change_role", icon=Icon.USERS)
        self._active = SecondaryButton("", object_name="change_active", icon=Icon.BAN)
        self._add.triggered.connect(self.add_wanted)
        self._rename.triggered.connect(self._on_rename)
        self._pin.triggered.connect(self._on_pin)
        self._role.triggered.connect(self._on_role)
        self._active.triggered.connect(self._on_active)
        self.body.addWidget(self._list)
        flow = FlowLayout(spacing=Space.S)
        for button in (self._add, self._rename, self._pin, self._role, self._active):
            flow.addWidget(button)
        self.body.addLayout(flow)
        self.retranslate()

    def fill(self, state: SettingsState) -> None:
        """Show everybody."""
        super().fill(state)
        self.refresh(state)

    def refresh(self, state: SettingsState) -> None:
        """Show everybody as they are now."""
        super().refresh(state)
        self._list.set_rows([self._row(person) for person in state.people])
        if not self._list.selected_key() and state.people:
            self._list.select(str(state.people[0].id))
        self._show_buttons()

    def _row(self, person: Person) -> Row:
        role = self.tr("Manager") if person.is_manager else self.tr("Cashier")
        return Row(
            str(person.id),
            person.name,
            role if person.active else self.tr("%1, may not sign in").replace("%1", role),
            icon=Icon.KEY_ROUND if person.is_manager else Icon.USER,
            icon_tone=Tone.ACCENT if person.is_manager else Tone.NEUTRAL,
            muted=not person.active,
        )

    def _chosen(self) -> Person | None:
        key = self._list.selected_key()
        people = self.state.people if self.state is not None else ()
        return next((each for each in people if str(each.id) == key), None)

    def _show_buttons(self) -> None:
        person = self._chosen()
        for button in (self._rename, self._pin, self._role, self._active):
            button.setEnabled(person is not None)
        manager = person is not None and person.is_manager
        self._role.set_label(self.tr("Make a cashier") if manager else self.tr("Make a manager"))
        active = person is None or person.active
        self._active.set_label(
            self.tr("Bar from signing in") if active else self.tr("Allow signing in")
        )
        self._active.set_icon(Icon.BAN if active else Icon.CHECK)

    def _on_selected(self, _key: str) -> None:
        self.problem.hide()
        self._show_buttons()

    def _tell(self, signal: str) -> None:
        person = self._chosen()
        if person is not None:
            self.problem.hide()
            getattr(self, signal).emit(person.id)

    def _on_rename(self, _key: str = "") -> None:
        self._tell("rename_wanted")

    def _on_pin(self) -> None:
        self._tell("pin_wanted")

    def _on_role(self) -> None:
        self._tell("role_wanted")

    def _on_active(self) -> None:
        self._tell("active_wanted")

    def retranslate(self) -> None:
        """Put all words anew."""
        self.header.set_texts(
            self.tr("People"), self.tr("Everybody signs in with a PIN of their own.")
        )
        self._list.setAccessibleName(self.tr("People"))
        self._add.set_label(self.tr("Add person"))
        self._rename.set_label(self.tr("Rename"))
        self._pin.set_label(self.tr("Reset PIN"))
        if self.state is not None:
            self.refresh(self.state)
        else:
            self._show_buttons()
