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

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QKeyEvent,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPixmap,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from pos_app.ui.kit import painting
from pos_app.ui.kit.grid import GridView
from pos_app.ui.kit.lists import Index
from pos_app.ui.kit.pills import Pill, paint_pill_shape, paint_pill_word, pill_size
from pos_app.ui.theme import Icon, Radius, Role, Space, TextRole, color, font, paint_icon, theme

TILE_ROLE: Final = Qt.ItemDataRole.UserRole + 2
TILE_WIDTH: Final = 176
_PICTURE: Final = 84
_MARK: Final = 18
_GAP: Final = Space.S - 2  # between the box and the edge of the item
# Pixels kept, 4 bytes each: as many tiles as the largest screen shows, and 36 hues for each size.
_MOST_TILES: Final = 12_000_000
_MOST_PARTS: Final = 4_000_000
_SELECTED: Final = QStyle.StateFlag.State_Selected.value
_HOVER: Final = QStyle.StateFlag.State_MouseOver.value
_FOCUSED: Final = (QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Active).value
_LOOK: Final = _SELECTED | _HOVER | _FOCUSED


@dataclass(frozen=True, slots=True)
class Tile:
    """One product as a tile. `reason` says why it can't be ordered, when it can't."""

    brand: str
    name: str
    amounts: str
    orderable: bool = True
    reason: str = ""
    favourite: bool = False
    favourite_word: str = ""
    badge: Pill | None = None  # one more fact, such as whether it can be taken back

    def words(self) -> str:
        """Everything the tile says, as assistive technology reads it."""
        parts = (
            self.brand,
            self.name,
            self.amounts,
            self.reason if not self.orderable else "",
            self.favourite_word if self.favourite else "",
            self.badge.word if self.badge is not None else "",
        )
        return ", ".join(dict.fromkeys(part for part in parts if part))


@lru_cache(maxsize=20_000)
def initials(brand: str) -> str:
    """One or two letters that stand for a brand: first letters of its first two words."""
    words = ["".join(c for c in word if c.isalnum()) for word in brand.split()]
    letters = [word[0] for word in words if word][:2]
    return unicodedata.normalize("NFC", "".join(letters)).upper() or "?"


@lru_cache(maxsize=20_000)
def brand_hue(brand: str) -> int:
    """One of 36 hues, the same for a brand on every till."""
    return zlib.crc32(brand.casefold().encode()) % 36 * 10


def _colors(hue: int) -> tuple[QColor, QColor, QColor]:
    """Two ends of the placeholder's ground, and its letters (always above 4.5:1)."""
    if theme().palette.dark:
        return QColor.fromHsl(hue, 80, 62), QColor.fromHsl(hue, 90, 44), QColor("#ffffff")
    ends = QColor.fromHsl(hue, 150, 232), QColor.fromHsl(hue, 140, 216)
    return (*ends, QColor.fromHsl(hue, 150, 58))


def _paint_logo(picture: QPixmap, painter: QPainter, area: QRect) -> None:
    _clip_head(painter, area)
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


def _clip_head(painter: QPainter, area: QRect) -> None:
    """Round the upper corners; below, the picture meets the words in a straight line."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(QRectF(area), Radius.L - 1, Radius.L - 1)
    path.addRect(QRectF(area.adjusted(0, Radius.L, 0, 0)))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(path)


class _Drawn:
    """Pixmaps drawn lately, the oldest thrown away first; emptied by a change of theme."""

    def __init__(self, most_pixels: int) -> None:
        self._most, self._pixels = most_pixels, 0
        self._theme = theme()
        self._kept: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()

    def get(self, key: tuple[object, ...], draw: Callable[[], QPixmap]) -> QPixmap:
        """The pixmap of a key, drawn now if it is not kept."""
        if self._theme is not theme():
            self._theme = theme()
            self._kept.clear()
            self._pixels = 0
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        made = self._kept[key] = draw()
        self._pixels += made.width() * made.height()
        while self._pixels > self._most and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._pixels -= oldest.width() * oldest.height()
        return made


@dataclass(frozen=True, slots=True)
class _Canvas:
    """How large something is drawn, in points and for how fine a screen."""

    width: int
    height: int
    ratio: float

    def draw(self, ground: QColor | QPixmap, paint: Callable[[QPainter, QRect], None]) -> QPixmap:
        """A pixmap with something painted on a colour, or on what was painted before."""
        if isinstance(ground, QPixmap):
            made = ground.copy()
        else:
            made = QPixmap(QSize(self.width, self.height) * self.ratio)
            made.setDevicePixelRatio(self.ratio)
            made.fill(ground)
        painter = QPainter(made)
        try:
            paint(painter, QRect(0, 0, self.width, self.height))
        finally:
            painter.end()
        return made


class TileDelegate(QStyledItemDelegate):
    """Paints a `Tile`: picture on top, brand, name and amounts below.

    Tiles, and the parts that many of them share, are drawn once and kept: 10,000 must scroll
    within a frame, and a key press must be answered within one.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing drawn."""
        super().__init__(parent)
        self._tiles = _Drawn(_MOST_TILES)
        self._parts = _Drawn(_MOST_PARTS)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """The narrowest a tile may be, and the height of all."""
        text = painting.line_height(TextRole.STRONG) + 2 * painting.line_height(TextRole.CAPTION)
        return QSize(TILE_WIDTH, _PICTURE + text + Space.XL + Space.XS + 2 * _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one tile, drawn now or before."""
        tile, picture = index.data(TILE_ROLE), index.data(Qt.ItemDataRole.DecorationRole)
        if not isinstance(tile, Tile):
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        look = state.value & _LOOK
        shown = picture if isinstance(picture, QPixmap) and not picture.isNull() else None
        canvas = _Canvas(rect.width(), rect.height(), painter.device().devicePixelRatioF())
        key = (tile, shown.cacheKey() if shown else 0, look, canvas)

        def draw() -> QPixmap:
            box = self._box(tile, look & ~_FOCUSED, canvas)
            return canvas.draw(box, partial(self._paint, tile, shown, look))

        painter.drawPixmap(rect.topLeft(), self._tiles.get(key, draw))

    def _box(self, tile: Tile, look: int, canvas: _Canvas) -> QPixmap:
        """The card under the tile, on the page's own ground.

        It is opaque, so that text on it is drawn as any other.
        """
        edge = Role.FIELD_BORDER if tile.orderable and look & _HOVER else Role.BORDER
        edge = Role.ACCENT_TEXT if look & _SELECTED else edge
        fill = _fill(tile, look)

        def paint(painter: QPainter, area: QRect) -> None:
            box = QRectF(area.adjusted(_GAP, _GAP, -_GAP, -_GAP))
            painting.rounded(painter, box, Radius.L, color(fill), color(edge))

        return self._parts.get(
            (fill, edge, canvas), lambda: canvas.draw(color(Role.SURFACE), paint)
        )

    def _paint(
        self, tile: Tile, picture: QPixmap | None, look: int, painter: QPainter, area: QRect
    ) -> None:
        """Head, words, focus ring."""
        box = area.adjusted(_GAP, _GAP, -_GAP, -_GAP)
        head = QRect(box.left() + 1, box.top() + 1, box.width() - 2, _PICTURE)
        if not tile.orderable:
            painter.setOpacity(0.35)
        if picture is None:
            self._paint_letters(painter, head, tile)
        else:
            logo = partial(_paint_logo, picture)
            key = (picture.cacheKey(),)
            self._paint_part(painter, head, key, lambda canvas: canvas.draw(_clear(), logo))
        painter.setOpacity(1.0)
        _paint_sign(painter, head, tile)
        if tile.badge is not None:
            self._paint_badge(painter, head, tile.badge)
        self._paint_words(painter, box, tile, _fill(tile, look))
        if look & _FOCUSED == _FOCUSED:
            painting.focus_ring(painter, QRectF(box), Radius.L)

    def _paint_letters(self, painter: QPainter, head: QRect, tile: Tile) -> None:
        """What stands in for a picture; a badge takes some room below."""
        below = pill_size(tile.badge).height() if tile.badge is not None else 0
        hue, brand = brand_hue(tile.brand), tile.brand

        def draw(canvas: _Canvas) -> QPixmap:
            shade = self._parts.get(
                (hue, canvas), lambda: canvas.draw(_clear(), partial(_paint_shade, hue))
            )
            return canvas.draw(shade, partial(_paint_initials, brand, below))

        self._paint_part(painter, head, (brand, below), draw)

    def _paint_badge(self, painter: QPainter, head: QRect, badge: Pill) -> None:
        """One more fact, in the lower left corner of the head."""
        size = pill_size(badge)
        place = QRect(
            QPoint(head.left() + Space.XS, head.bottom() - size.height() - Space.XS), size
        )
        shape = partial(paint_pill_shape, badge.look)
        self._paint_part(
            painter, place, (badge.look,), lambda canvas: canvas.draw(_clear(), shape)
        )
        paint_pill_word(painter, place, badge)

    def _paint_words(self, painter: QPainter, box: QRect, tile: Tile, fill: Role) -> None:
        """Brand, name, and amounts or the reason why there are none.

        Brands and amounts are the same on many tiles, names are not.
        """
        strong = Role.TEXT if tile.orderable else Role.DISABLED
        quiet = Role.MUTED if tile.orderable else Role.DISABLED
        line = QRect(
            box.left() + Space.M, box.top() + _PICTURE + Space.S, box.width() - 2 * Space.M, 0
        )
        lines = (
            (tile.brand, TextRole.STRONG, strong, True),
            (tile.name, TextRole.CAPTION, quiet, False),
            (tile.amounts if tile.orderable else tile.reason, TextRole.CAPTION, quiet, True),
        )
        for words, text_role, role, shared in lines:
            line.setHeight(painting.line_height(text_role))
            if shared:
                self._paint_line(painter, line, (words, text_role, role), fill)
            else:
                painting.draw_text(painter, line, words, text_role, role)
            line.translate(0, line.height() + Space.XXS)

    def _paint_line(
        self, painter: QPainter, line: QRect, told: tuple[str, TextRole, Role], fill: Role
    ) -> None:
        def paint(painter: QPainter, area: QRect) -> None:
            painting.draw_text(painter, area, *told)

        key = (*told, fill)
        self._paint_part(painter, line, key, lambda canvas: canvas.draw(color(fill), paint))

    def _paint_part(
        self,
        painter: QPainter,
        place: QRect,
        name: tuple[object, ...],
        draw: Callable[[_Canvas], QPixmap],
    ) -> None:
        """A part that many tiles share; `name` says all but its size."""
        canvas = _Canvas(place.width(), place.height(), painter.device().devicePixelRatioF())
        painter.drawPixmap(place.topLeft(), self._parts.get((*name, canvas), lambda: draw(canvas)))


def _clear() -> QColor:
    return QColor(Qt.GlobalColor.transparent)


def _fill(tile: Tile, look: int) -> Role:
    if look & _SELECTED:
        return Role.SELECTED
    return Role.RAISED if tile.orderable else Role.SURFACE


def _paint_shade(hue: int, painter: QPainter, area: QRect) -> None:
    """What the letters of a brand without a picture stand on."""
    _clip_head(painter, area)
    first, second, _ = _colors(hue)
    shade = QLinearGradient(QPointF(area.topLeft()), QPointF(area.bottomRight()))
    shade.setColorAt(0, first)
    shade.setColorAt(1, second)
    painter.fillRect(area, QBrush(shade))


def _paint_initials(brand: str, below: int, painter: QPainter, area: QRect) -> None:
    painter.setFont(font(TextRole.DISPLAY))
    painter.setPen(_colors(brand_hue(brand))[2])
    painter.drawText(area.adjusted(0, 0, 0, -below), int(painting.CENTER), initials(brand))


def _paint_sign(painter: QPainter, head: QRect, tile: Tile) -> None:
    """Not to be ordered, or a favourite: in the upper right corner."""
    mark = QRect(head.right() - _MARK - Space.S, head.top() + Space.S, _MARK, _MARK)
    if not tile.orderable:
        paint_icon(painter, mark, Icon.BAN, Role.MUTED)
    elif tile.favourite:
        ground = QRectF(mark).adjusted(-3, -3, 3, 3)
        painting.rounded(painter, ground, Radius.S, color(Role.RAISED))
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
