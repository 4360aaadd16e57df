"""Which sentence about tax stands on the slips of a product; the slips never show VAT."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pos_app.domain.errors import SettingsError
from pos_app.domain.tax import ALL_PRODUCTS, TaxClass, TaxRule
from pos_app.ui.kit import (
    Field,
    PlainLabel,
    PrimaryButton,
    Row,
    RowList,
    SearchField,
    SegmentedChoice,
)
from pos_app.ui.theme import Icon, Role, TextRole
from pos_app.ui.views.settings.section import Section
from pos_app.ui.views.settings.state import Draft, SettingsState

_HEIGHT: Final = 220
_MOST: Final = 200
# A row needs a key that is not empty; no product's code begins with a control character.
_EVERYTHING: Final = "\x00"
_LIKE_ALL: Final = "like_all"


class TaxesSection(Section):
    """All products, or one of them: its class, and the owner's own sentence."""

    def __init__(self) -> None:
        """Make empty lists."""
        super().__init__("taxes")
        self._search = SearchField("", object_name="tax_search")
        self._products = RowList("", object_name="tax_products")
        self._products.setFixedHeight(_HEIGHT)
        self._class_words = PlainLabel("", TextRole.LABEL, Role.MUTED)
        self._class = SegmentedChoice("", object_name="tax_class")
        self._class.set_options([(key, key) for key in (*map(str, TaxClass), _LIKE_ALL)])
        self._note = Field("", object_name="tax_note")
        self._save = PrimaryButton("", object_name="save_tax", icon=Icon.SAVE)
        self._search.textChanged.connect(self._show_products)
        self._products.row_selected.connect(self._on_selected)
        self._class.chosen.connect(self._on_class)
        self._save.triggered.connect(self._on_save)
        for part in (self._search, self._products, self._class_words, self._class, self._note):
            self.body.addWidget(part)
        self.add_buttons(self._save)
        self.retranslate()

    def fields(self) -> Mapping[str, Field]:
        """The sentence."""
        return {"bad_tax_note": self._note}

    def fill(self, state: SettingsState) -> None:
        """Show the rules in force."""
        super().fill(state)
        self._show_products()
        self._on_selected("")

    def refresh(self, state: SettingsState) -> None:
        """Show the products when they are known."""
        super().refresh(state)
        self._show_products()

    def _show_products(self) -> None:
        state = self.state
        if state is None:
            return
        typed = self._search.text().strip().casefold()
        rows = [] if typed else [self._row(_EVERYTHING, self.tr("All products"), "", Icon.STORE)]
        for code, name, brand in state.products:
            if typed in f"{brand} {name}".casefold() and len(rows) < _MOST:
                rows.append(self._row(code, name, brand, Icon.TAG))
        self._products.set_rows(rows)
        if rows and not self._products.selected_key():
            self._products.select(rows[0].key)

    def _row(self, key: str, title: str, detail: str, icon: Icon) -> Row:
        """A product; its class stands at the right where it has one of its own."""
        rule = self.state.settings.taxes.own(_code(key)) if self.state is not None else None
        trailing = self._words()[str(rule.tax)] if rule is not None else ""
        return Row(key, title, detail, trailing, icon=icon)

    def _on_selected(self, _key: str) -> None:
        if self.state is None:
            return
        code = _code(self._products.selected_key())
        taxes = self.state.settings.taxes
        rule = taxes.own(code)
        single = code != ALL_PRODUCTS
        self._class.button(_LIKE_ALL).setVisible(single)
        shown = rule if rule is not None or single else taxes.of(code)
        self._class.set_current(str(shown.tax) if shown is not None else _LIKE_ALL)
        self._note.set_text(shown.note if shown is not None else "")
        self._note.set_error("")
        self._note.setEnabled(shown is not None)

    def _on_class(self, key: str) -> None:
        self._note.setEnabled(key != _LIKE_ALL)

    def _on_save(self) -> None:
        key = self._products.selected_key()
        if self.state is None or not key:
            return
        code, chosen, taxes = _code(key), self._class.current(), self.state.settings.taxes
        try:
            if chosen == _LIKE_ALL:
                taxes = taxes.without(code)
            else:
                note = " ".join(self._note.text().split())
                taxes = taxes.with_rule(TaxRule(code, TaxClass(chosen), note))
        except SettingsError as error:
            self.show_problem(error)
            return
        self._save.hold()
        self.save_wanted.emit(Draft(self.name, {"taxes": taxes}))

    def _words(self) -> dict[str, str]:
        return {
            str(TaxClass.MULTI_PURPOSE): self.tr("Multi-purpose voucher"),
            str(TaxClass.SINGLE_PURPOSE): self.tr("Single-purpose voucher"),
            str(TaxClass.UNSTATED): self.tr("No sentence"),
            _LIKE_ALL: self.tr("Like all products"),
        }

    def retranslate(self) -> None:
        """Put all words anew."""
        self.header.set_texts(
            self.tr("Tax on slips"),
            self.tr(
                "Slips never show VAT. Here you choose the sentence that says why; "
                "ask your tax adviser which class a card has."
            ),
        )
        self._search.set_name(self.tr("Search a product"))
        self._products.setAccessibleName(self.tr("Products and their tax class"))
        self._class_words.setText(self.tr("Tax class"))
        self._class.set_words(self.tr("Tax class"), list(self._words().items()))
        self._note.set_label(self.tr("Own sentence (optional)"))
        self._note.set_hint(self.tr("It stands on the slip instead of the sentence of the class."))
        self._save.set_label(self.tr("Save tax class"))
        self._show_products()


def _code(key: str) -> str:
    return ALL_PRODUCTS if key == _EVERYTHING else key
