"""Product tiles: brand picture or drawn placeholder, name, amounts; fast enough for 10,000.

A model answers `TILE_ROLE` with a `Tile`, `Qt.DecorationRole` with the picture (a `QPixmap`) or
nothing, and `Qt.AccessibleTextRole` with `Tile.words()`.
"""

from __future__ import annotations

import unicodedata
import zlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QKeyEvent,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPixmap,
)
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from pos_app.ui.kit import painting
from pos_app.ui.kit.grid import GridView
from pos_app.ui.kit.lists import Index, PaintedDelegate
from pos_app.ui.theme import Icon, Radius, Role, Space, TextRole, color, font, paint_icon, theme

TILE_ROLE: Final = Qt.ItemDataRole.UserRole + 2
TILE_WIDTH: Final = 176
_PICTURE: Final = 84
_MARK: Final = 18
_MOST_HEADS: Final = 250  # about ten screens of tiles, 15 MB at scale 1


@dataclass(frozen=True, slots=True)
class Tile:
    """One product as a tile. `reason` says why it can't be ordered, when it can't."""

    brand: str
    name: str
    amounts: str
    orderable: bool = True
    reason: str = ""
    favourite: bool = False

    def words(self) -> str:
        """Everything the tile says, as assistive technology reads it."""
        parts = (self.brand, self.name, self.amounts, self.reason if not self.orderable else "")
        return ", ".join(dict.fromkeys(part for part in parts if part))


@lru_cache(maxsize=20_000)
def initials(brand: str) -> str:
    """One or two letters that stand for a brand: first letters of its first two words."""
    words = ["".join(c for c in word if c.isalnum()) for word in brand.split()]
    letters = [word[0] for word in words if word][:2]
    return unicodedata.normalize("NFC", "".join(letters)).upper() or "?"


@lru_cache(maxsize=20_000)
def brand_hue(brand: str) -> int:
    """A hue that stays the same for a brand on every till."""
    return zlib.crc32(brand.casefold().encode()) % 360


def _colors(brand: str) -> tuple[QColor, QColor, QColor]:
    """Two ends of the placeholder's ground, and its letters (always above 4.5:1)."""
    hue = brand_hue(brand)
    if theme().palette.dark:
        return QColor.fromHsl(hue, 80, 62), QColor.fromHsl(hue, 90, 44), QColor("#ffffff")
    ends = QColor.fromHsl(hue, 150, 232), QColor.fromHsl(hue, 140, 216)
    return (*ends, QColor.fromHsl(hue, 150, 58))


def _paint_placeholder(painter: QPainter, area: QRect, brand: str) -> None:
    first, second, letters = _colors(brand)
    shade = QLinearGradient(QPointF(area.topLeft()), QPointF(area.bottomRight()))
    shade.setColorAt(0, first)
    shade.setColorAt(1, second)
    painter.fillRect(area, QBrush(shade))
    painter.setFont(font(TextRole.DISPLAY))
    painter.setPen(letters)
    painter.drawText(area, int(painting.CENTER), initials(brand))


def _paint_logo(painter: QPainter, area: QRect, picture: QPixmap) -> None:
    painter.fillRect(area, QColor("#ffffff"))
    size = picture.deviceIndependentSize().toSize()
    size.scale(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(0, 0, size.width(), size.height())
    place.moveCenter(area.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    _extend_edges(painter, area, place, picture)
    painter.drawPixmap(place, picture)


def _extend_edges(painter: QPainter, area: QRect, place: QRect, picture: QPixmap) -> None:
    """Carry the outermost pixels on to the sides, so that no picture stands in a white box."""
    width, height = picture.width(), picture.height()
    left = QRect(area.left(), place.top(), place.left() - area.left(), place.height())
    right = QRect(place.right() + 1, place.top(), area.right() - place.right(), place.height())
    painter.drawPixmap(left, picture, QRect(0, 0, 1, height))
    painter.drawPixmap(right, picture, QRect(width - 1, 0, 1, height))


def _draw_head(brand: str, picture: QPixmap | None, size: QSize, ratio: float) -> QPixmap:
    """The upper part of a tile with its round corners."""
    made = QPixmap(size * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    area = QRect(0, 0, size.width(), size.height())
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(QRectF(area), Radius.L - 1, Radius.L - 1)
    # Round only above: below, the picture meets the words in a straight line.
    path.addRect(QRectF(area.adjusted(0, Radius.L, 0, 0)))
    painter.setClipPath(path)
    if picture is None or picture.isNull():
        _paint_placeholder(painter, area, brand)
    else:
        _paint_logo(painter, area, picture)
    painter.end()
    return made


class _Drawn:
    """Pixmaps drawn lately, the oldest thrown away first; emptied by a change of theme."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._theme = ""
        self._kept: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()

    def get(self, key: tuple[object, ...], draw: Callable[[], QPixmap]) -> QPixmap:
        """The pixmap of a key, drawn now if it is not kept."""
        name = theme().palette.name + str(theme().text_scale)
        if name != self._theme:
            self._theme = name
            self._kept.clear()
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = draw()
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return found


class TileDelegate(PaintedDelegate):
    """Paints a `Tile`: picture on top, brand, name and amounts below.

    Boxes and heads are drawn once and kept: 10,000 tiles must scroll within a frame.
    """

    radius = Radius.L
    gap = Space.S - 2

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing drawn."""
        super().__init__(parent)
        self._boxes = _Drawn(16)
        self._heads = _Drawn(_MOST_HEADS)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """The narrowest a tile may be, and the height of all."""
        text = painting.line_height(TextRole.STRONG) + 2 * painting.line_height(TextRole.CAPTION)
        return QSize(TILE_WIDTH, _PICTURE + text + Space.XL + Space.XS + 2 * self.gap)

    def paint_box(
        self, painter: QPainter, box: QRect, state: QStyle.StateFlag, index: Index
    ) -> None:
        """Paint the card under the tile."""
        tile = index.data(TILE_ROLE)
        orderable = isinstance(tile, Tile) and tile.orderable
        hover = orderable and bool(state & QStyle.StateFlag.State_MouseOver)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        fill = Role.RAISED if orderable else Role.SURFACE
        edge = Role.FIELD_BORDER if hover else Role.BORDER
        if chosen:
            fill, edge = Role.SELECTED, Role.ACCENT_TEXT
        ratio = painter.device().devicePixelRatioF()
        size = box.size()
        key = (fill, edge, size.width(), size.height(), ratio)
        drawn = self._boxes.get(key, partial(self._draw_box, fill, edge, size, ratio))
        painter.drawPixmap(box.topLeft(), drawn)

    def _draw_box(self, fill: Role, edge: Role, size: QSize, ratio: float) -> QPixmap:
        made = QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        area = QRectF(0, 0, size.width(), size.height())
        painting.rounded(painter, area, self.radius, color(fill), color(edge))
        painter.end()
        return made

    def paint_item(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint picture and words."""
        tile = index.data(TILE_ROLE)
        if not isinstance(tile, Tile):
            return
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        head = QRect(box.left() + 1, box.top() + 1, box.width() - 2, _PICTURE)
        self._paint_head(painter, head, tile, picture if isinstance(picture, QPixmap) else None)
        room = box.adjusted(Space.M, _PICTURE + Space.S, -Space.M, 0)
        strong = Role.TEXT if tile.orderable else Role.DISABLED
        quiet = Role.MUTED if tile.orderable else Role.DISABLED
        line = QRect(room.left(), room.top(), room.width(), 0)
        lines = (
            (tile.brand, TextRole.STRONG, strong),
            (tile.name, TextRole.CAPTION, quiet),
            (tile.amounts if tile.orderable else tile.reason, TextRole.CAPTION, quiet),
        )
        for words, text_role, role in lines:
            line.setHeight(painting.line_height(text_role))
            painting.draw_text(painter, line, words, text_role, role)
            line.translate(0, line.height() + Space.XXS)

    def _paint_head(
        self, painter: QPainter, area: QRect, tile: Tile, picture: QPixmap | None
    ) -> None:
        ratio = painter.device().devicePixelRatioF()
        shown = picture.cacheKey() if picture else tile.brand
        key = (shown, area.width(), ratio)
        drawn = self._heads.get(key, partial(_draw_head, tile.brand, picture, area.size(), ratio))
        if not tile.orderable:
            painter.setOpacity(0.35)
        painter.drawPixmap(area.topLeft(), drawn)
        painter.setOpacity(1.0)
        mark = QRect(area.right() - _MARK - Space.S, area.top() + Space.S, _MARK, _MARK)
        if not tile.orderable:
            paint_icon(painter, mark, Icon.BAN, Role.MUTED)
        elif tile.favourite:
            paint_icon(painter, mark, Icon.STAR_FILLED, Role.WARNING)


class TileGrid(GridView):
    """Tiles in as many columns as fit; a click, tap or Enter chooses one.

    Signals:
    - tile_chosen(int): the row of the model that was chosen.
    """

    tile_chosen = Signal(int)

    def __init__(self, name: str, *, object_name: str, parent: QWidget | None = None) -> None:
        """Make an empty grid called `name`; give it a model that answers `TILE_ROLE`."""
        super().__init__(name, TileDelegate(), object_name=object_name, parent=parent)
        self.clicked.connect(self._on_clicked)
        # The same tile twice within the double-click time is two clicks for whoever taps.
        self.doubleClicked.connect(self._on_clicked)

    def _on_clicked(self, index: Index) -> None:
        self.tile_chosen.emit(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by Enter; everything else is Qt's."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and self.currentIndex().isValid() and not event.isAutoRepeat():
            self.tile_chosen.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
