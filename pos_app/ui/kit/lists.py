"""Lists of rows: plain values in the model, painting in one delegate, stable selection.

A screen makes `Row` values and hands them to a `RowModel`; the list shows them. What a row says
to assistive technology is all its words, in reading order (`AccessibleTextRole`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6 import QtWidgets
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QWidget

from pos_app.ui.kit import painting
from pos_app.ui.kit.pills import Pill, paint_pill, pill_size
from pos_app.ui.theme import (
    TOUCH_TARGET,
    Icon,
    Radius,
    Role,
    Space,
    TextRole,
    Tone,
    color,
    paint_icon,
)

ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
# `QtWidgets.QStyle` is asked for late: PySide makes the class then, which an empty list on the
# lock screen need not wait for.
Index = QModelIndex | QPersistentModelIndex
_ICON: Final = 24


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `key` is its identity, the rest is shown.

    `title` and `detail` stand left, `trailing` (an amount, a time) right, `pills` between.
    `spoken` replaces the joined words where they would not read well.
    """

    key: str
    title: str
    detail: str = ""
    trailing: str = ""
    trailing_detail: str = ""
    pills: tuple[Pill, ...] = ()
    icon: Icon | None = None
    icon_tone: Tone = Tone.NEUTRAL
    muted: bool = False
    spoken: str = ""

    def words(self) -> str:
        """Everything the row says, as assistive technology reads it."""
        if self.spoken:
            return self.spoken
        states = " · ".join(pill.word for pill in self.pills)
        parts = (self.title, self.detail, self.trailing, self.trailing_detail, states)
        return ", ".join(part for part in parts if part)


class RowModel(QAbstractListModel):
    """Holds rows; updates in place where only contents changed, so that selection stays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def rows(self) -> tuple[Row, ...]:
        """All rows."""
        return self._rows

    def row_at(self, index: Index) -> Row | None:
        """The row of an index, if it has one."""
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def index_of(self, key: str) -> QModelIndex:
        """The index of a key; invalid when absent."""
        for position, row in enumerate(self._rows):
            if row.key == key:
                return self.index(position)
        return QModelIndex()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        fresh = tuple(rows)
        if [row.key for row in fresh] == [row.key for row in self._rows]:
            old, self._rows = self._rows, fresh
            for position, (before, after) in enumerate(zip(old, fresh, strict=True)):
                if before != after:
                    self.dataChanged.emit(self.index(position), self.index(position))
            return
        self.beginResetModel()
        self._rows = fresh
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself, or its words."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.words()
        return None


class PaintedDelegate(QStyledItemDelegate):
    """Base of the kit's delegates: saved painter, background, selection and focus ring.

    Subclasses paint the content in `paint_item` and give one size for all items.
    """

    radius: int = Radius.M
    gap: int = Space.XXS  # between the painted box and the edge of the item

    def paint(
        self, painter: QPainter, option: QtWidgets.QStyleOptionViewItem, index: Index
    ) -> None:
        """Paint one item; the painter's stack is balanced whatever happens."""
        with painting.saved(painter):
            rect: QRect = option.rect
            state: QtWidgets.QStyle.StateFlag = option.state
            painter.setClipRect(rect)
            box = rect.adjusted(self.gap, self.gap, -self.gap, -self.gap)
            self.paint_box(painter, box, state, index)
            self.paint_item(painter, box, index)
            focused = (
                QtWidgets.QStyle.StateFlag.State_HasFocus | QtWidgets.QStyle.StateFlag.State_Active
            )
            if state & focused == focused:
                painting.focus_ring(painter, QRectF(box), self.radius)

    def paint_box(
        self, painter: QPainter, box: QRect, state: QtWidgets.QStyle.StateFlag, _index: Index
    ) -> None:
        """Paint what lies under the content."""
        fill = None
        if state & QtWidgets.QStyle.StateFlag.State_Selected:
            fill = color(Role.SELECTED)
        elif state & QtWidgets.QStyle.StateFlag.State_MouseOver:
            fill = color(Role.HOVER)
        if fill is not None:
            painting.rounded(painter, QRectF(box), self.radius, fill)

    def paint_item(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint the content of one item into `box`."""
        raise NotImplementedError


class RowDelegate(PaintedDelegate):
    """Paints a `Row`: icon, title over detail, pills, and the trailing words at the right."""

    def sizeHint(self, _option: QtWidgets.QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines of text and air; the same for all rows."""
        lines = painting.line_height(TextRole.STRONG) + painting.line_height(TextRole.DETAIL)
        return QSize(200, max(TOUCH_TARGET, lines + Space.XL + 2 * self.gap))

    def paint_item(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint the content of one row."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, Row):
            return
        room = box.adjusted(Space.M, 0, -Space.M, 0)
        if row.icon:
            mark = QRect(room.left(), room.center().y() - _ICON // 2, _ICON, _ICON)
            paint_icon(painter, mark, row.icon, row.icon_tone.text)
            room.setLeft(room.left() + _ICON + Space.M)
        room = self._paint_trailing(painter, room, row)
        room = self._paint_pills(painter, room, row)
        self._paint_lines(painter, room, row)

    @staticmethod
    def _halves(room: QRect, *, two: bool) -> tuple[QRect, QRect]:
        upper, lower = (
            painting.line_height(TextRole.STRONG),
            painting.line_height(TextRole.DETAIL) if two else 0,
        )
        top = room.center().y() - (upper + lower) // 2
        first = QRect(room.left(), top, room.width(), upper)
        return first, QRect(room.left(), top + upper, room.width(), lower)

    def _paint_lines(self, painter: QPainter, room: QRect, row: Row) -> None:
        first, second = self._halves(room, two=bool(row.detail))
        strong = Role.MUTED if row.muted else Role.TEXT
        painting.draw_text(painter, first, row.title, TextRole.STRONG, strong)
        if row.detail:
            painting.draw_text(painter, second, row.detail, TextRole.DETAIL, Role.MUTED)

    def _paint_trailing(self, painter: QPainter, room: QRect, row: Row) -> QRect:
        if not row.trailing:
            return room
        width = max(
            painting.text_width(row.trailing, TextRole.STRONG),
            painting.text_width(row.trailing_detail, TextRole.DETAIL),
        )
        place = QRect(room.right() - width, room.top(), width + 1, room.height())
        first, second = self._halves(place, two=bool(row.trailing_detail))
        strong = Role.MUTED if row.muted else Role.TEXT
        painting.draw_text(painter, first, row.trailing, TextRole.STRONG, strong, painting.RIGHT)
        if row.trailing_detail:
            painting.draw_text(
                painter, second, row.trailing_detail, TextRole.DETAIL, Role.MUTED, painting.RIGHT
            )
        return room.adjusted(0, 0, -width - Space.L, 0)

    @staticmethod
    def _paint_pills(painter: QPainter, room: QRect, row: Row) -> QRect:
        right = room.right()
        for pill in reversed(row.pills):
            size = pill_size(pill)
            left = right - size.width()
            place = QRect(left, room.center().y() - size.height() // 2, *size.toTuple())
            paint_pill(painter, place, pill)
            right = left - Space.S
        return room.adjusted(0, 0, right - room.right() - (Space.S if row.pills else 0), 0)


class RowList(QListView):
    """A list of rows, selected by a single click; optionally activated by it too.

    Signals:
    - row_selected(str): another row is selected; its key, or an empty text for none.
    - row_activated(str): Enter on a row, a double click, or with `single_click` a click or tap.
    """

    row_selected = Signal(str)
    row_activated = Signal(str)

    def __init__(
        self,
        name: str,
        *,
        object_name: str,
        single_click: bool = False,
        delegate: QStyledItemDelegate | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty list called `name`."""
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setAccessibleName(name)
        self.rows = RowModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(delegate or RowDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._single_click = single_click
        self._restoring = False
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the selected one stays selected while it is there."""
        before = self.selected_key()
        self._restoring = True
        try:
            self.rows.set_rows(rows)
            if before and not self.selected_key():
                self.select(before)
        finally:
            self._restoring = False
        if self.selected_key() != before:
            self.row_selected.emit(self.selected_key())

    def selected_key(self) -> str:
        """The key of the selected row, or an empty text."""
        chosen = self.selectionModel().selectedIndexes()
        row = self.rows.row_at(chosen[0]) if chosen else None
        return row.key if row else ""

    def select(self, key: str) -> bool:
        """Select a row and bring it into view; whether it is there."""
        index = self.rows.index_of(key)
        if index.isValid():
            self.setCurrentIndex(index)
        return index.isValid()

    def _emit_activated(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index)
        if row is not None:
            self.row_activated.emit(row.key)

    def _on_clicked(self, index: QModelIndex) -> None:
        if self._single_click:
            self._emit_activated(index)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if not self._single_click:
            self._emit_activated(index)

    def _on_selection_changed(self) -> None:
        if not self._restoring:
            self.row_selected.emit(self.selected_key())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Activate by Enter; everything else is Qt's."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and self.currentIndex().isValid() and not event.isAutoRepeat():
            self._emit_activated(self.currentIndex())
        else:
            super().keyPressEvent(event)
