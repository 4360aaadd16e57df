"""Products to choose from: search, categories, tiles, and how old the catalogue is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.ui.formats import age_text
from pos_app.ui.images import Pictures
from pos_app.ui.kit import EmptyState, IconButton, PlainLabel, SearchField, TileGrid
from pos_app.ui.presenters.sell_browse import FAVOURITES, RECENT, CatalogueState, Shelf
from pos_app.ui.texts.errors import error_sentence
from pos_app.ui.theme import Icon, Role, Space, TextRole
from pos_app.ui.views.sell.categories import CategoryBar
from pos_app.ui.views.sell.overlay import Overlay
from pos_app.ui.views.sell.tiles import TileModel


class BrowseView(QWidget):
    """Shows what the search found.

    Signals:
    - searched(str): the search text, with every key.
    - submitted(): Enter in the search.
    - chosen(int): the tile of a result.
    - category_chosen(str): a category, or an empty text.
    - refresh_wanted(): read the catalogue anew.
    """

    searched = Signal(str)
    submitted = Signal()
    chosen = Signal(int)
    category_chosen = Signal(str)
    refresh_wanted = Signal()

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        """Make an empty browser."""
        super().__init__(parent)
        self.setObjectName("browse")
        self._state = CatalogueState(loaded=False)
        self._found = 0
        self.search = SearchField("", object_name="search_products")
        self._categories = CategoryBar()
        self.grid = TileGrid("", object_name="products")
        self.model = TileModel(pictures, self)
        self.grid.setModel(self.model)
        pictures.arrived.connect(self.grid.viewport().update)
        self._empty = Overlay(self.grid, EmptyState(Icon.SEARCH, "", object_name="no_products"))
        self._age = PlainLabel(
            "", TextRole.CAPTION, Role.MUTED, object_name="catalogue_result", wrap=True
        )
        self._refresh = IconButton("", object_name="refresh_catalogue", icon=Icon.REFRESH_CW)
        self._lay_out()
        self._connect()
        self._retranslate()

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(Space.S)
        below.addWidget(self._age, 1)
        below.addWidget(self._refresh)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.search)
        column.addWidget(self._categories)
        column.addWidget(self.grid, 1)
        column.addLayout(below)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.searched)
        self.search.submitted.connect(self.submitted)
        self.search.results_wanted.connect(self._on_results_wanted)
        self.grid.tile_chosen.connect(self.chosen)
        self._categories.chosen.connect(self.category_chosen)
        self._refresh.triggered.connect(self.refresh_wanted)
        self._empty.state.acted.connect(self._on_empty_acted)
        self.grid.installEventFilter(self)

    # --- what is shown -------------------------------------------------------------------------

    def show_shelf(self, shelf: Shelf) -> None:
        """Other products."""
        self.model.set_shelf(shelf)

    def show_results(self, results: list[int]) -> None:
        """What the search found, the best first."""
        self.model.set_results(results)
        self.grid.scrollToTop()
        self._found = len(results)
        self._show_empty()

    def show_catalogue(self, state: CatalogueState) -> None:
        """Age, number and faults of the catalogue."""
        self._state = state
        own = [(FAVOURITES, state.has_favourites), (RECENT, state.has_recent)]
        names = (*(name for name, there in own if there), *state.categories)
        self._categories.set_categories(names, state.category)
        self._categories.setVisible(bool(names))
        self._age.setText(self._age_words())
        fault = state.error is not None and not state.refreshing
        self._age.set_role(Role.WARNING if fault else Role.MUTED)
        if state.refreshing:
            self._refresh.hold()
        else:
            self._refresh.release()
        self._show_empty()

    def _age_words(self) -> str:
        state = self._state
        if state.refreshing:
            return self.tr("Reading the catalogue …")
        if state.age is None:
            return ""
        count = self.tr("%n product(s)", "", state.count)
        if state.skipped:
            count += ", " + self.tr("%n skipped", "", state.skipped)
        words = f"{count} · " + self.tr("read %1").replace("%1", age_text(state.age))
        if state.error is not None:
            words += " · " + self.tr("could not be read anew")
        return words

    def _show_empty(self) -> None:
        state, shown = self._state, self._empty.state
        self._empty.set_shown(self._found == 0)
        if self._found:
            return
        if self.search.text().strip() and state.loaded:
            title = self.tr("Nothing found for “%1”").replace("%1", self.search.text().strip())
            shown.set_texts(title, self.tr("Try fewer letters or another spelling."),
                            self.tr("Show all products"))  # fmt: skip
        elif state.error is not None and not state.refreshing:
            shown.set_texts(
                self.tr("The catalogue can't be read"),
                error_sentence(state.error),
                self.tr("Try again"),
            )
        elif state.loaded:
            shown.set_texts(self.tr("No products"), self.tr("The provider offers none here."))
        else:
            shown.set_texts(
                self.tr("Reading the catalogue …"),
                self.tr("The first time takes a few seconds."),
            )

    def _on_empty_acted(self) -> None:
        if self.search.text():
            self.search.clear()
            self.category_chosen.emit("")
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.refresh_wanted.emit()

    def go_back(self) -> bool:
        """Esc: the search first, then the category; False when there is neither."""
        if self.search.text():
            self.search.clear()
            return True
        if self._state.category:
            self.category_chosen.emit("")
            return True
        return False

    def clear_search(self) -> None:
        """Start the next search."""
        self.search.clear()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_results_wanted(self) -> None:
        self.grid.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.grid.currentIndex().isValid() and self._found:
            self.grid.setCurrentIndex(self.model.index(0, 0))

    # --- type anywhere -------------------------------------------------------------------------

    def take_key(self, event: QKeyEvent) -> bool:
        """Lead a letter or digit that nobody else wants to the search; whether it was one."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        usual = plain in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if not usual or not event.text().strip() or not event.text().isprintable():
            return False
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.end(False)  # noqa: FBT003 - Qt's call
        self.search.insert(event.text())
        return True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Lists would search in their own rows by what is typed."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.take_key(event)
        return False

    # --- language ------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        self.search.set_name(self.tr("Search products"), self.tr("Search products: type anywhere"))
        self.grid.setAccessibleName(self.tr("Products"))
        self._refresh.set_label(self.tr("Refresh catalogue"))
        self.model.forget_words()
        self.grid.viewport().update()
        self.show_catalogue(self._state)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
