"""The shelf labels that this till knows; what was taught wrongly is removed here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal

from pos_app.ui.kit import PlainLabel, Row, RowList, SecondaryButton
from pos_app.ui.theme import Icon, Role, TextRole
from pos_app.ui.views.settings.section import Section

_HEIGHT: Final = 320


@dataclass(frozen=True, slots=True)
class LabelEntry:
    """One label and the product it stands for, as texts; both empty when it is gone."""

    label: str
    brand: str
    name: str


class LabelsSection(Section):
    """A list; scanning an unknown label at the counter fills it.

    Signals:
    - forget_wanted(str): remove a label.
    """

    forget_wanted = Signal(str)

    def __init__(self) -> None:
        """Make an empty list."""
        super().__init__("labels")
        self._entries: tuple[LabelEntry, ...] = ()
        self._none = PlainLabel("", TextRole.BODY, Role.MUTED, object_name="no_labels", wrap=True)
        self._list = RowList("", object_name="shelf_labels")
        self._list.setFixedHeight(_HEIGHT)
        self._list.row_selected.connect(self._on_selected)
        self._forget = SecondaryButton("", object_name="forget_label", icon=Icon.TRASH_2)
        self._forget.triggered.connect(self._on_forget)
        for part in (self._none, self._list):
            self.body.addWidget(part)
        self.add_buttons(self._forget)
        self.retranslate()

    def show_labels(self, entries: tuple[LabelEntry, ...]) -> None:
        """What is known now."""
        self._entries = entries
        self.problem.hide()
        self._show()

    def _show(self) -> None:
        gone = self.tr("No longer in the catalogue")
        self._list.set_rows(
            [
                Row(each.label, each.label, each.name, each.brand or gone, icon=Icon.BARCODE)
                for each in self._entries
            ]
        )
        there = bool(self._entries)
        self._list.setVisible(there)
        self._forget.setVisible(there)
        self._none.setVisible(not there)
        self._on_selected("")

    def _on_selected(self, _key: str) -> None:
        self._forget.setEnabled(bool(self._list.selected_key()))

    def _on_forget(self) -> None:
        key = self._list.selected_key()
        if key:
            self._forget.hold()
            self.forget_wanted.emit(key)

    def retranslate(self) -> None:
        """Put all words anew."""
        self.header.set_texts(
            self.tr("Shelf labels"),
            self.tr("Barcodes on the shelf and the products that they open."),
        )
        self._none.setText(
            self.tr("None yet. Scan a label on the Sell page: a manager says what it stands for.")
        )
        self._list.setAccessibleName(self.tr("Shelf labels"))
        self._forget.set_label(self.tr("Remove label"))
        self._show()
