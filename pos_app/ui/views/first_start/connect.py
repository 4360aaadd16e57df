"""The page that connects a till: shop, provider account, first manager."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from pos_app.domain.errors import PosError
from pos_app.ui.kit import (
    Banner,
    Card,
    Field,
    PageHeader,
    PinField,
    PrimaryButton,
    SecondaryButton,
)
from pos_app.ui.texts.errors import error_sentence
from pos_app.ui.theme import Icon, Space, Tone
from pos_app.ui.views.first_start.state import Setup
from pos_app.ui.views.settings.connection_form import ConnectionForm


class ConnectPage(QWidget):
    """Three cards of fields; bad values are said at their field.

    Signals:
    - back_wanted(): to the choice.
    - test_wanted(object), install_wanted(object): a `Setup`.
    """

    back_wanted = Signal()
    test_wanted = Signal(object)
    install_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make empty fields, but for country and currency."""
        super().__init__(parent)
        self.setObjectName("connect_page")
        self._header = PageHeader("", object_name="connect_header")
        self._problem = Banner(object_name="connect_problem", tone=Tone.DANGER)
        self._problem.hide()
        self._store = Field("", object_name="store")
        self._till = Field("", object_name="till")
        self._country = Field("", object_name="country")
        self._currency = Field("", object_name="currency")
        self._till.set_text("T1")
        self._country.set_text("DE")
        self._currency.set_text("EUR")
        self.form = ConnectionForm()
        self.form.test_wanted.connect(self._on_test)
        self._manager = Field("", object_name="manager_name")
        self._pin = PinField("", object_name="new_pin")
        self._again = PinField("", object_name="repeat_pin")
        self._back = SecondaryButton("", object_name="back_to_choice", icon=Icon.ARROW_LEFT)
        self._install = PrimaryButton("", object_name="set_up", icon=Icon.CHECK)
        self._back.triggered.connect(self.back_wanted)
        self._install.triggered.connect(self._on_install)
        self._cards = [Card(object_name=f"connect_card_{name}") for name in ("shop", "api", "who")]
        for field in (self.form.url, self.form.client_id, self.form.secret):
            field.text_changed.connect(self._on_account_edited)
        self._unproven = False
        self._lay_out()
        self._retranslate()

    def _lay_out(self) -> None:
        shop = QGridLayout()
        shop.setHorizontalSpacing(Space.M)
        shop.addWidget(self._store, 0, 0, 1, 3)
        for place, field in enumerate((self._till, self._country, self._currency)):
            shop.addWidget(field, 1, place)
        self._cards[0].body.addLayout(shop)
        self._cards[1].body.addWidget(self.form)
        who = QGridLayout()
        who.setHorizontalSpacing(Space.M)
        who.addWidget(self._manager, 0, 0, 1, 2)
        who.addWidget(self._pin, 1, 0)
        who.addWidget(self._again, 1, 1)
        self._cards[2].body.addLayout(who)
        buttons = QHBoxLayout()
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        buttons.addWidget(self._install)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        column.addWidget(self._header)
        for card in self._cards:
            column.addWidget(card)
        column.addWidget(self._problem)
        column.addLayout(buttons)
        column.addStretch(1)

    def _fields(self) -> Mapping[str, Field]:
        return {
            "store": self._store,
            "till": self._till,
            "country": self._country,
            "currency": self._currency,
            "manager": self._manager,
            "bad_name": self._manager,
            "bad_pin": self._pin,
            **self.form.fields(),
        }

    def setup(self) -> Setup:
        """What is in the fields."""
        return Setup(
            store=self._store.text().strip(),
            till=self._till.text().strip(),
            country=self._country.text().strip(),
            currency=self._currency.text().strip(),
            credentials=self.form.credentials(),
            manager=self._manager.text().strip(),
            pin=self._pin.text(),
        )

    def show_problem(self, error: PosError) -> None:
        """Say what kept the till from being set up."""
        self._install.release()
        self._say(error)

    def show_unproven(self) -> None:
        """The live test failed: its result stands above, and a second press goes on."""
        self._install.release()
        self._unproven = True
        self._name_button()
        self._problem.set_content(
            self.tr(
                "The connection did not work, see above. Correct the account, or set the till up "
                "without a connection."
            ),
            tone=Tone.WARNING,
        )
        self._problem.show()

    def _on_account_edited(self, _text: str) -> None:
        if self._unproven:
            self._unproven = False
            self._problem.hide()
            self._name_button()

    def _name_button(self) -> None:
        anyway = self.tr("Set up without a connection")
        self._install.set_label(anyway if self._unproven else self.tr("Set up this till"))

    def show_test_problem(self, error: PosError) -> None:
        """Say what kept the connection from being tested."""
        if str(error.params.get("key") or error.code) in self.form.fields():
            self.form.show_problem(error)
            return
        self.form.settle()
        self._say(error)

    def _say(self, error: PosError) -> None:
        field = self._fields().get(str(error.params.get("key") or error.code))
        if field is not None:
            field.set_error(error_sentence(error))
            field.edit.setFocus()
            return
        self._problem.set_content(error_sentence(error), tone=Tone.DANGER)
        self._problem.show()

    def _on_test(self) -> None:
        self._problem.hide()
        self.test_wanted.emit(self.setup())

    def _on_install(self) -> None:
        self._problem.hide()
        if self._again.text() != self._pin.text():
            self._again.set_error(self.tr("The two PINs differ."))
            self._again.edit.setFocus()
            return
        self._install.hold()
        self.install_wanted.emit(self.setup())

    def focus_first(self) -> None:
        """Begin with the shop's name."""
        self._store.edit.setFocus()

    def _retranslate(self) -> None:
        self._header.set_texts(
            self.tr("Connect this till"), self.tr("Nothing is stored before the last button.")
        )
        titles = (self.tr("Shop"), self.tr("Provider"), self.tr("First manager"))
        for card, title in zip(self._cards, titles, strict=True):
            card.set_title(title)
        self._store.set_label(self.tr("Shop name"))
        self._till.set_label(self.tr("Till"))
        self._country.set_label(self.tr("Country"))
        self._currency.set_label(self.tr("Currency"))
        self._manager.set_label(self.tr("Manager's name"))
        self._pin.set_label(self.tr("New PIN"))
        self._pin.set_hint(self.tr("4 to 12 digits"))
        self._again.set_label(self.tr("Repeat PIN"))
        self._back.set_label(self.tr("Back"))
        self._name_button()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
