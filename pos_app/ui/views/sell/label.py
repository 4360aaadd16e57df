"""A barcode that nobody has taught yet: which product does it stand for?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from pos_app.domain.product import Product
from pos_app.ui.kit import DialogSheet, PrimaryButton, QuietButton, Row, RowList, SearchField
from pos_app.ui.texts.products import amounts_text
from pos_app.ui.theme import Icon

_HEIGHT: Final = 260
_MOST: Final = 100


class LabelSheet(DialogSheet[str]):
    """Asks for the product of a label; its answer is a product code. A manager approves it."""

    def __init__(
        self, label: str, find: Callable[[str], Sequence[Product]], *, parent: QWidget
    ) -> None:
        """Ask about one label; `find` searches the catalogue."""
        super().__init__("", object_name="label_sheet", width=600, parent=parent)
        self._find = find
        self.set_texts(
            self.tr("Unknown barcode %1").replace("%1", label),
            self.tr(
                "Choose the product that this label stands for. A manager confirms it once; "
                "from then on a scan opens the product."
            ),
        )
        self.search = SearchField(self.tr("Search the catalogue"), object_name="label_search")
        self.products = RowList(self.tr("Matching products"), object_name="label_products")
        self.products.setMinimumHeight(_HEIGHT)
        self.search.textChanged.connect(self._show)
        self.search.results_wanted.connect(self.products.setFocus)
        self.body.addWidget(self.search)
        self.body.addWidget(self.products)
        cancel = QuietButton(self.tr("Cancel"), object_name="cancel_label")
        cancel.triggered.connect(self.reject)
        self._learn = PrimaryButton(
            self.tr("Learn the label"), object_name="learn_label", icon=Icon.SCAN_BARCODE
        )
        self._learn.triggered.connect(self._on_learn)
        self.add_button(cancel)
        self.add_button(self._learn, default=True)
        self._show("")
        self.search.setFocus()

    def _show(self, text: str) -> None:
        rows = [
            Row(each.code, each.brand, each.name, amounts_text(each), icon=Icon.TAG)
            for each in self._find(text)[:_MOST]
        ]
        self.products.set_rows(rows)
        if text.strip() and rows:
            self.products.select(rows[0].key)
        self._learn.setEnabled(bool(rows))

    def _on_learn(self) -> None:
        key = self.products.selected_key()
        if key:
            self.answer(key)

    def changeEvent(self, event: QEvent) -> None:
        """A change of language closes it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.reject()
