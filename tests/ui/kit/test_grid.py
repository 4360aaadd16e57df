"""The tile grid: arithmetic places, keys, clicks, words, and a cost that does not grow."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractListModel, QItemSelectionModel, QModelIndex, QRect, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from pos_app.ui.kit import TILE_ROLE, Pill, Tile, TileDelegate, TileGrid
from pos_app.ui.kit.lists import Index
from pos_app.ui.kit.tiles import _colors, brand_hue, initials
from pos_app.ui.theme import apply_theme
from pos_app.ui.theme.contrast import AA_TEXT, contrast
from tests.ui.kit.screen import Screen


class Products(QAbstractListModel):
    """Tiles by number; counts what it was asked."""

    def __init__(self, count: int) -> None:
        """So many products."""
        super().__init__()
        self.count = count
        self.asked: set[int] = set()
        self.picture: QPixmap | None = None
        self.tiles: list[Tile] = []

    def set_count(self, count: int) -> None:
        """Show so many."""
        self.beginResetModel()
        self.count = count
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many."""
        return 0 if parent.isValid() else self.count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """One tile."""
        self.asked.add(index.row())
        row = index.row()
        tile = self.tiles[row] if self.tiles else Tile(f"Brand {row}", "Gift card", "€10 – €200")
        if role == TILE_ROLE:
            return tile
        if role == Qt.ItemDataRole.DecorationRole:
            return self.picture
        return tile.words() if role == Qt.ItemDataRole.AccessibleTextRole else None


def grid(screen: Screen, count: int, width: int = 760) -> tuple[TileGrid, Products]:
    """A shown grid of products."""
    made, model = TileGrid("Products", object_name="products"), Products(count)
    made.setModel(model)
    made.setFixedSize(width, 500)
    screen.keep(made)
    screen.show(made)
    return made, model


def test_tiles_fill_the_width_and_never_overlap(screen: Screen) -> None:
    """Columns share the width to the last pixel; every point belongs to the tile shown there."""
    made, model = grid(screen, 23)
    width = made.viewport().width()
    rects = [made.visualRect(model.index(n)) for n in range(23)]
    columns = made.columns()
    assert columns == width // made._least().width()
    assert sum(rect.width() for rect in rects[:columns]) == width
    for n, rect in enumerate(rects):
        assert made.indexAt(rect.center()).row() == n
        assert made.indexAt(rect.topLeft()).row() == n
        assert made.indexAt(rect.bottomRight()).row() == n
        assert all(not rect.intersects(other) for other in rects[n + 1 :])


def test_nothing_lies_beside_the_last_tile(screen: Screen) -> None:
    """Points without a tile have no index."""
    made, model = grid(screen, 2)
    right = made.visualRect(model.index(1)).right()
    assert not made.indexAt(made.viewport().rect().bottomRight()).isValid()
    assert not made.indexAt(made.viewport().rect().topLeft() - made.rect().bottomRight()).isValid()
    assert right < made.viewport().width()
    assert made.visualRect(QModelIndex()) == QRect()


def test_only_what_can_be_seen_is_asked_for(screen: Screen) -> None:
    """Ten thousand products cost no more than those on the screen."""
    made, model = grid(screen, 10_000)
    QApplication.processEvents()
    model.asked.clear()
    model.set_count(9_999)
    made.viewport().repaint()
    assert 0 < len(model.asked) <= len(made.visible_rows()) < 40


def test_keys_walk_through_the_tiles(screen: Screen) -> None:
    """Arrows, page, Home and End move as on a keyboard one expects, and scroll along."""
    made, model = grid(screen, 200)
    columns = made.columns()
    page = columns * (made.viewport().height() // made._least().height())
    made.setFocus()
    walk = (
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 1 + columns),
        (Qt.Key.Key_Left, columns),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_PageDown, page),
        (Qt.Key.Key_End, 199),
        (Qt.Key.Key_Right, 199),
        (Qt.Key.Key_PageUp, 199 - page),
    )
    made.setCurrentIndex(model.index(3))
    for key, row in walk:
        QTest.keyClick(made, key)
        assert made.currentIndex().row() == row
        assert made.selectionModel().isSelected(made.currentIndex())
        shown = made.visualRect(made.currentIndex())
        assert made.viewport().rect().contains(shown)


def test_the_first_key_finds_the_first_tile(screen: Screen) -> None:
    """Coming from the search line, the arrow down lands on the first result."""
    made, _model = grid(screen, 5)
    made.setFocus()
    made.selectionModel().setCurrentIndex(
        QModelIndex(), QItemSelectionModel.SelectionFlag.NoUpdate
    )
    QTest.keyClick(made, Qt.Key.Key_Down)
    assert made.currentIndex().row() == 0


def test_a_click_and_enter_choose(screen: Screen) -> None:
    """A tap on a tile chooses it at once, Enter the current one; an empty grid does nothing."""
    made, model = grid(screen, 30)
    chosen: list[int] = []
    made.tile_chosen.connect(chosen.append)
    place = made.visualRect(model.index(4)).center()
    QTest.mouseClick(
        made.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
    )
    QTest.keyClick(made, Qt.Key.Key_Return)
    assert chosen == [4, 4]
    model.set_count(0)
    QTest.keyClick(made, Qt.Key.Key_Return)
    QTest.keyClick(made, Qt.Key.Key_Down)
    assert chosen == [4, 4]


def test_outside_it_is_a_list_of_whole_sentences(screen: Screen) -> None:
    """Role, name and rows are what a screen reader and the tests of the program rely on."""
    made, _model = grid(screen, 3)
    seen = QAccessible.queryAccessibleInterface(made)
    assert seen.role() == QAccessible.Role.List
    assert seen.text(QAccessible.Text.Name) == "Products"
    assert seen.childCount() == 3
    assert seen.child(1).text(QAccessible.Text.Name) == "Brand 1, Gift card, €10 – €200"
    assert seen.child(1).rect().isValid()


def test_fewer_tiles_scroll_back(screen: Screen) -> None:
    """After a search nothing is left beyond the end."""
    made, model = grid(screen, 500)
    made.scrollToBottom()
    assert made.verticalOffset() > 0
    model.set_count(2)
    assert made.verticalOffset() == 0
    assert list(made.visible_rows()) == [0, 1]


def test_scrolling_shows_what_comes_into_view(screen: Screen) -> None:
    """The bar, the wheel or a finger: what it leads to is painted, and nothing but that."""
    made, model = grid(screen, 10_000)
    model.asked.clear()
    made.verticalScrollBar().setValue(made.verticalScrollBar().maximum() // 2)
    QApplication.processEvents()
    assert model.asked == set(made.visible_rows())


def test_what_can_not_be_ordered_says_why() -> None:
    """The reason is part of the words; equal words are not said twice."""
    tile = Tile("Lumen", "Lumen", "€10", orderable=False, reason="Not available")
    assert tile.words() == "Lumen, €10, Not available"
    assert Tile("Lumen", "Streaming", "€10", reason="unused").words() == "Lumen, Streaming, €10"


@pytest.mark.parametrize(
    ("brand", "letters"),
    [
        ("Nordlicht", "N"),
        ("Tea & Co", "TC"),
        ("  überland  Großmann x", "ÜG"),
        ("Жемчуг", "Ж"),
        ("&&& ---", "?"),
        ("", "?"),
        ("ß", "SS"),
    ],
)
def test_initials_stand_for_a_brand(brand: str, letters: str) -> None:
    """First letters of the first two words, in any script, and never nothing."""
    assert initials(brand) == letters


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_initials_can_be_read_on_any_hue(qapp: QApplication, scheme: str) -> None:
    """Whatever colour a brand's name gives, letters and ground have 4.5:1."""
    apply_theme(qapp, scheme)
    for number in range(300):
        first, second, letters = (each.name() for each in _colors(brand_hue(f"brand {number}")))
        assert min(contrast(letters, first), contrast(letters, second)) >= AA_TEXT


def painted(
    model: Products,
    row: int = 0,
    delegate: TileDelegate | None = None,
    state: QStyle.StateFlag = QStyle.StateFlag.State_Enabled,
) -> QImage:
    """The picture of one tile."""
    image = QImage(200, 180, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    option = QStyleOptionViewItem()
    option.rect = image.rect()
    option.state = state
    (delegate or TileDelegate()).paint(painter, option, model.index(row))
    painter.end()
    return image


def test_a_kept_tile_is_never_shown_for_another(qapp: QApplication) -> None:
    """Drawn tiles are kept, but each look, picture and theme has its own."""
    apply_theme(qapp, "light")
    model, delegate = Products(2), TileDelegate()
    plain = painted(model, delegate=delegate)
    looks = [
        painted(model, delegate=delegate, state=look)
        for look in (
            QStyle.StateFlag.State_Selected,
            QStyle.StateFlag.State_MouseOver,
            QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Active,
        )
    ]
    looks.append(painted(model, row=1, delegate=delegate))
    assert painted(model, delegate=delegate) == plain
    apply_theme(qapp, "dark")
    looks.append(painted(model, delegate=delegate))
    assert all(look != plain for look in looks)
    apply_theme(qapp, "light")
    assert painted(model, delegate=delegate) == plain


@pytest.mark.parametrize("pictures", [False, True])
def test_shared_parts_change_no_pixel(qapp: QApplication, *, pictures: bool) -> None:
    """A tile drawn after all its likes is the one drawn first by a till that has just begun."""
    apply_theme(qapp, "light")
    taken_back = Pill.of("delivered", "Can be taken back")
    plain = Tile("Nordkabel", "Gift card", "€10 – €200")
    model, delegate = Products(0), TileDelegate()
    model.tiles = [
        plain,
        replace(plain, brand="Norbert Kabel"),
        replace(plain, name="Voucher"),
        replace(plain, amounts="€15"),
        replace(plain, favourite=True),
        replace(plain, badge=taken_back),
        replace(plain, badge=replace(taken_back, word="Taken back")),
        replace(plain, badge=Pill.of("failed", "Can be taken back")),
        replace(plain, orderable=False, reason="Other currency"),
        replace(plain, orderable=False, reason="€10 – €200"),
    ]
    model.set_count(len(model.tiles))
    if pictures:
        model.picture = QPixmap(300, 100)
        model.picture.fill(Qt.GlobalColor.red)
    looks = (QStyle.StateFlag.State_Enabled, QStyle.StateFlag.State_Selected)
    every = [(row, look) for row in range(model.count) for look in looks]
    after = [painted(model, row, delegate, look) for row, look in every]
    assert after == [painted(model, row, None, look) for row, look in every]
    different = {bytes(image.constBits()) for image in after}
    assert len(different) == len(every)


def test_a_badge_hides_no_letters(qapp: QApplication) -> None:
    """The letters that stand in for a picture move up where a badge takes the room below."""
    apply_theme(qapp, "light")
    model = Products(2)
    plain = Tile("Nordkabel Zwei", "Gift card", "€10 – €200")
    model.tiles = [plain, replace(plain, badge=Pill.of("delivered", "Can be taken back"))]
    ink = _colors(brand_hue(plain.brand))[2].name()
    inked = [
        [
            y
            for y in range(10, 90)
            if any(image.pixelColor(x, y).name() == ink for x in range(60, 140))
        ]
        for image in (painted(model, 0), painted(model, 1))
    ]
    assert len(inked[0]) == len(inked[1]) > 15
    assert inked[1][-1] < inked[0][-1]


def test_a_picture_replaces_the_drawn_head(qapp: QApplication) -> None:
    """With a picture the tile shows it, whole and undistorted; without, initials."""
    assert qapp.styleSheet()
    model = Products(1)
    drawn = painted(model)
    model.picture = QPixmap(300, 100)
    model.picture.fill(Qt.GlobalColor.red)
    shown = painted(model)
    assert shown != drawn
    assert shown.pixelColor(100, 48).name() == "#ff0000"
    assert shown.pixelColor(100, 12).name() == "#ffffff"
