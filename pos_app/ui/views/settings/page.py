"""The Settings page: topics at the left, the fields of one at the right; managers only."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from pos_app.domain.errors import PosError
from pos_app.ports import ConnectionReport
from pos_app.ui.kit import EmptyState, Row, RowList
from pos_app.ui.theme import Icon, Space
from pos_app.ui.views.about.section import AboutSection
from pos_app.ui.views.balance.section import BalanceSection
from pos_app.ui.views.doctor.section import CheckUpSection
from pos_app.ui.views.front import Front
from pos_app.ui.views.settings.labels import LabelsSection
from pos_app.ui.views.settings.limits import LimitsSection
from pos_app.ui.views.settings.look import LookSection
from pos_app.ui.views.settings.people import PeopleSection
from pos_app.ui.views.settings.printing import PrintingSection
from pos_app.ui.views.settings.provider import ProviderSection
from pos_app.ui.views.settings.section import Section
from pos_app.ui.views.settings.shop import ShopSection
from pos_app.ui.views.settings.state import SettingsState
from pos_app.ui.views.settings.stops import StopsSection
from pos_app.ui.views.settings.taxes import TaxesSection

_LIST_WIDTH: Final = 230
_MEASURE: Final = 680


class SettingsView(Front):
    """Shows one section at a time; without a manager behind it, asks for one instead.

    Signals:
    - manager_wanted(): ask a manager.
    - save_wanted(object): a `Draft`.
    """

    manager_wanted = Signal()
    save_wanted = Signal(object)

    def __init__(self, state: SettingsState, parent: QWidget | None = None) -> None:
        """Make all sections; `state` gives the till's currency."""
        super().__init__(parent)
        self.setObjectName("settings_page")
        self.shop = ShopSection()
        self.provider = ProviderSection()
        self.printing = PrintingSection()
        self.people = PeopleSection()
        self.limits = LimitsSection(state)
        self.stops = StopsSection()
        self.taxes = TaxesSection()
        self.labels = LabelsSection()
        self.look = LookSection()
        self.balance = BalanceSection()
        self.check_up = CheckUpSection()
        self.about = AboutSection()
        self._icons = {
            self.shop: Icon.STORE,
            self.provider: Icon.CLOUD,
            self.printing: Icon.PRINTER,
            self.taxes: Icon.RECEIPT_TEXT,
            self.people: Icon.USERS,
            self.limits: Icon.SHIELD_CHECK,
            self.stops: Icon.PAUSE,
            self.labels: Icon.BARCODE,
            self.look: Icon.LANGUAGES,
            self.balance: Icon.WALLET,
            self.check_up: Icon.ACTIVITY,
            self.about: Icon.INFO,
        }
        self._sections: dict[str, Section] = {each.name: each for each in self._icons}
        self._topics = RowList("", object_name="settings_topics")
        self._topics.setFixedWidth(_LIST_WIDTH)
        self._topics.row_selected.connect(self._on_topic)
        self._stack = QStackedWidget()
        for section in self._sections.values():
            section.save_wanted.connect(self.save_wanted)
            self._stack.addWidget(_scrolled(section))
        self._gate = EmptyState(Icon.SHIELD_CHECK, "", object_name="settings_gate")
        self._gate.action.setObjectName("ask_manager")
        self._gate.acted.connect(self.manager_wanted)
        self._inside = QWidget()
        row = QHBoxLayout(self._inside)
        row.setContentsMargins(Space.M, Space.L, 0, 0)
        row.setSpacing(Space.XL)
        row.addWidget(self._topics)
        row.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._inside)
        column.addWidget(self._gate)
        self._retranslate()
        self._topics.select(self.shop.name)
        self.fill(state)

    def fill(self, state: SettingsState) -> None:
        """Show the settings in force in every section."""
        self._inside.setVisible(state.allowed)
        self._gate.setVisible(not state.allowed)
        for section in self._sections.values():
            section.fill(state)

    def refresh(self, state: SettingsState) -> None:
        """Show what changed beside what is being typed."""
        for section in self._sections.values():
            section.refresh(state)

    def show_saved(self, name: str, state: SettingsState) -> None:
        """A section was saved: it shows what is in force now; the others keep what was typed."""
        for section in self._sections.values():
            if section.name == name:
                section.fill(state)
                section.settle()
            else:
                section.refresh(state)

    def show_problem(self, name: str, error: PosError) -> None:
        """A section could not be saved."""
        self._sections[name].settle()
        self._sections[name].show_problem(error)

    def show_report(self, report: ConnectionReport) -> None:
        """What the live test found."""
        self.provider.show_report(report)

    def settle(self) -> None:
        """Listen to all buttons again."""
        for section in self._sections.values():
            section.settle()

    def _on_topic(self, name: str) -> None:
        names = list(self._sections)
        if name in names:
            self._stack.setCurrentIndex(names.index(name))

    def focus_first(self) -> None:
        """Begin with the topics, or with asking a manager."""
        target: QWidget = self._topics if self._inside.isVisible() else self._gate.action
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _retranslate(self) -> None:
        words = {
            self.shop: self.tr("Shop"),
            self.provider: self.tr("Provider"),
            self.printing: self.tr("Printing"),
            self.taxes: self.tr("Tax on slips"),
            self.people: self.tr("People"),
            self.limits: self.tr("Limits and lock"),
            self.stops: self.tr("Stop selling"),
            self.labels: self.tr("Shelf labels"),
            self.look: self.tr("Language and colours"),
            self.balance: self.tr("Balance"),
            self.check_up: self.tr("Check-up"),
            self.about: self.tr("About"),
        }
        self._topics.setAccessibleName(self.tr("Settings topics"))
        self._topics.set_rows(
            [Row(each.name, words[each], icon=icon) for each, icon in self._icons.items()]
        )
        self._gate.set_texts(
            self.tr("Settings are for managers"),
            self.tr("A manager can open them here with a PIN, without changing who is signed in."),
            self.tr("Ask a manager"),
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _scrolled(section: Section) -> QScrollArea:
    section.setMaximumWidth(_MEASURE)
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(Space.XS, Space.S, Space.XL, Space.XL)
    row.addWidget(section, 100)
    row.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(holder)
    return area
