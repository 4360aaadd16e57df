"""The shop's name, and what can't be changed any more."""

from __future__ import annotations

from collections.abc import Mapping

from pos_app.ui.kit import Card, CardTone, Field, KeyValueList, Pair, PrimaryButton
from pos_app.ui.theme import Icon, Space
from pos_app.ui.views.settings.section import Section
from pos_app.ui.views.settings.state import Draft, SettingsState


class ShopSection(Section):
    """Name of the shop; till, country and currency are fixed."""

    def __init__(self) -> None:
        """Make the fields."""
        super().__init__("shop")
        self._store = Field("", object_name="shop_name")
        self._fixed = KeyValueList(object_name="fixed_settings")
        self._save = PrimaryButton("", object_name="save_shop", icon=Icon.SAVE)
        self._save.triggered.connect(self._on_save)
        self._store.submitted.connect(self._save.click)
        card = Card(object_name="fixed_settings_card", tone=CardTone.SUNKEN, padding=Space.L)
        card.body.addWidget(self._fixed)
        self.body.addWidget(self._store)
        self.body.addWidget(card)
        self.add_buttons(self._save)
        self.retranslate()

    def fields(self) -> Mapping[str, Field]:
        """The name is the only field."""
        return {"store": self._store}

    def fill(self, state: SettingsState) -> None:
        """Show the settings in force."""
        super().fill(state)
        self._store.set_text(state.settings.store)
        self._show_fixed()

    def _show_fixed(self) -> None:
        if self.state is None:
            return
        settings = self.state.settings
        self._fixed.set_pairs(
            [
                Pair(self.tr("Till"), settings.till, key="till"),
                Pair(self.tr("Country"), settings.country, key="country"),
                Pair(self.tr("Currency"), settings.currency, key="currency"),
                Pair(self.tr("Installation"), settings.installation_id, key="installation"),
            ]
        )

    def _on_save(self) -> None:
        self._save.hold()
        self.save_wanted.emit(Draft(self.name, {"store": self._store.text().strip()}))

    def retranslate(self) -> None:
        """Put all words anew."""
        self.header.set_texts(self.tr("Shop"), self.tr("The shop's name stands on every slip."))
        self._store.set_label(self.tr("Shop name"))
        self._save.set_label(self.tr("Save"))
        self._show_fixed()
