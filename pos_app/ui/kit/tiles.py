"""Product tiles: brand picture or drawn placeholder, name, amounts; fast enough for 10,000.

A model answers `TILE_ROLE` with a `Tile`, `Qt.DecorationRole` with the picture (a `QPixmap`) or
nothing, and `Qt.AccessibleTextRole` with `Tile.words()`.
"""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QKeyEvent,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPixmap,
    QPixmapCache,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

from pos_app.ui.kit import painting
from pos_app.ui.kit.lists import Index, PaintedDelegate
from pos_app.ui.theme import Icon, Radius, Role, Space, TextRole, color, font, paint_icon, theme

TILE_ROLE: Final = Qt.ItemDataRole.UserRole + 2
TILE_WIDTH: Final = 176
_PICTURE: Final = 84
_MARK: Final = 18


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
    return hashlib.blake2s(brand.casefold().encode(), digest_size=2).digest()[0] * 360 // 256


def _colors(brand: str) -> tuple[QColor, QColor, QColor]:
    """Two ends of the placeholder's ground, and its letters (always above 4.5:1)."""
    hue = brand_hue(brand)
    if theme().palette.dark:
        return QColor.fromHsl(hue, 80, 62), QColor.fromHsl(hue, 90, 44), QColor("#ffffff")
    ends = QColor.fromHsl(hue, 150, 232), QColor.fromHsl(hue, 140, 216)
    return (*ends, QColor.fromHsl(hue, 150, 58))


def placeholder(brand: str, size: QSize, ratio: float) -> QPixmap:
    """The drawn stand-in for a brand without a picture, cached."""
    key = f"brand:{brand}:{size.width()}x{size.height()}:{ratio}:{theme().palette.name}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    found = QPixmap(size * ratio)
    found.setDevicePixelRatio(ratio)
    first, second, letters = _colors(brand)
    painter = QPainter(found)
    shade = QLinearGradient(0, 0, size.width(), size.height())
    shade.setColorAt(0, first)
    shade.setColorAt(1, second)
    area = QRect(0, 0, size.width(), size.height())
    painter.fillRect(area, QBrush(shade))
    chosen = font(TextRole.DISPLAY)
    painter.setFont(chosen)
    painter.setPen(letters)
    painter.drawText(area, int(painting.CENTER), initials(brand))
    painter.end()
    QPixmapCache.insert(key, found)
    return found


class TileDelegate(PaintedDelegate):
    """Paints a `Tile`: picture on top, brand, name and amounts below."""

    radius = Radius.L
    gap = Space.S - 2
    width = TILE_WIDTH

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """The same for all tiles."""
        text = painting.line_height(TextRole.STRONG) + 2 * painting.line_height(TextRole.CAPTION)
        return QSize(self.width, _PICTURE + text + Space.XL + Space.XS + 2 * self.gap)

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
        painting.rounded(
            painter,
            QRectF(box),
            self.radius,
            color(Role.SELECTED if chosen else fill),
            color(Role.ACCENT_TEXT if chosen else edge),
        )

    def paint_item(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint picture and words."""
        tile = index.data(TILE_ROLE)
        if not isinstance(tile, Tile):
            return
        picture = QRect(box.left() + 1, box.top() + 1, box.width() - 2, _PICTURE)
        self._paint_picture(painter, picture, tile, index.data(Qt.ItemDataRole.DecorationRole))
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

    def _paint_picture(self, painter: QPainter, area: QRect, tile: Tile, picture: object) -> None:
        with painting.saved(painter):
            path = QPainterPath()
            path.setFillRule(Qt.FillRule.WindingFill)
            path.addRoundedRect(QRectF(area), self.radius - 1, self.radius - 1)
            # Round only above: below, the picture meets the words in a straight line.
            path.addRect(QRectF(area.adjusted(0, self.radius, 0, 0)))
            painter.setClipPath(path)
            if not tile.orderable:
                painter.setOpacity(0.35)
            if isinstance(picture, QPixmap) and not picture.isNull():
                self._paint_logo(painter, area, picture)
            else:
                ratio = painter.device().devicePixelRatioF()
                painter.drawPixmap(area.topLeft(), placeholder(tile.brand, area.size(), ratio))
        mark = QRect(area.right() - _MARK - Space.S, area.top() + Space.S, _MARK, _MARK)
        if not tile.orderable:
            paint_icon(painter, mark, Icon.BAN, Role.MUTED)
        elif tile.favourite:
            paint_icon(painter, mark, Icon.STAR_FILLED, Role.WARNING)

    @staticmethod
    def _paint_logo(painter: QPainter, area: QRect, picture: QPixmap) -> None:
        painter.fillRect(area, QColor("#ffffff"))
        room = area.size()
        size = picture.deviceIndependentSize().toSize()
        size.scale(room, Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(area.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, picture)


class TileGrid(QListView):
    """Tiles in as many columns as fit; a click, tap or Enter chooses one.

    Signals:
    - tile_chosen(int): the row of the model that was chosen.
    """

    tile_chosen = Signal(int)

    def __init__(self, name: str, *, object_name: str, parent: QWidget | None = None) -> None:
        """Make an empty grid called `name`; give it a model that answers `TILE_ROLE`."""
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setAccessibleName(name)
        self._tiles = TileDelegate(self)
        self.setItemDelegate(self._tiles)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._on_clicked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width evenly among the columns."""
        room = self.viewport().width()
        self._tiles.width = max(TILE_WIDTH, room // max(1, room // TILE_WIDTH))
        super().resizeEvent(event)

    def _on_clicked(self, index: Index) -> None:
        self.tile_chosen.emit(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by Enter; everything else is Qt's."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and self.currentIndex().isValid() and not event.isAutoRepeat():
            self.tile_chosen.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
