"""The model behind the product grid: positions in the shelf, tiles made when they are seen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from pos_app.domain.product import Denominations, Product
from pos_app.ui.images import Pictures
from pos_app.ui.kit import TILE_ROLE, Tile
from pos_app.ui.kit.lists import Index
from pos_app.ui.presenters.sell_browse import Shelf
from pos_app.ui.texts.products import amounts_text, favourite_word, reason_text, taken_back_pill


class TileModel(QAbstractListModel):
    """Shows results of a search without copying a product."""

    def __init__(self, pictures: Pictures, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._pictures = pictures
        self._shelf = Shelf()
        self._results: Sequence[int] = ()
        self._tiles: dict[int, Tile] = {}
        self._amounts: dict[Denominations, str] = {}

    def set_shelf(self, shelf: Shelf) -> None:
        """Other products; results follow."""
        self.beginResetModel()
        self._shelf, self._results = shelf, ()
        self.forget_words()
        self.endResetModel()

    def set_results(self, results: Sequence[int]) -> None:
        """Other results of the same shelf."""
        self.beginResetModel()
        self._results = results
        self.endResetModel()

    def forget_words(self) -> None:
        """Another language: make all tiles anew."""
        self._tiles.clear()
        self._amounts.clear()

    def product(self, row: int) -> Product:
        """The product of a row."""
        return self._shelf.products[self._results[row]]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many were found."""
        return 0 if parent.isValid() else len(self._results)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The tile, its words, or its picture."""
        if not 0 <= index.row() < len(self._results):
            return None
        place = self._results[index.row()]
        if role == TILE_ROLE:
            return self._tile(place)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._pictures.get(self._shelf.products[place].image_url)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._tile(place).words()
        return None

    def _amounts_of(self, product: Product) -> str:
        """Few products have amounts that no other has."""
        found = self._amounts.get(product.denominations)
        if found is None:
            found = self._amounts[product.denominations] = amounts_text(product)
        return found

    def _tile(self, place: int) -> Tile:
        tile = self._tiles.get(place)
        if tile is None:
            shelf = self._shelf
            product, reason = shelf.products[place], shelf.reasons[place]
            favourite = product.code in shelf.favourites
            tile = self._tiles[place] = Tile(
                brand=product.brand,
                name=product.name,
                amounts=self._amounts_of(product),
                orderable=reason is None,
                reason=reason_text(reason, product) if reason else "",
                favourite=favourite,
                favourite_word=favourite_word() if favourite else "",
                badge=taken_back_pill(shelf.taken_back.get(product.code)),
            )
        return tile
