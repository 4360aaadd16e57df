"""A grid of equal items whose geometry is arithmetic: nothing is laid out, however many there are.

Qt's own icon mode places every item after each change of the model (15 ms and more for 10,000),
which is longer than a key press may take. Here only what can be seen is ever touched.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QCursor, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from pos_app.ui.kit.lists import Index

_Move = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint


class GridView(QListView):
    """Equal items in as many columns as fit, filling the width; one selected at a time.

    The delegate's size hint says how large an item must be at least.
    """

    def __init__(
        self,
        name: str,
        delegate: QStyledItemDelegate,
        *,
        object_name: str,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty grid called `name`; it owns its delegate."""
        super().__init__(parent)
        delegate.setParent(self)
        self._no_item = QStyleOptionViewItem()
        self.setItemDelegate(delegate)
        self.setObjectName(object_name)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def _least(self) -> QSize:
        """The narrowest an item may be, and how high every item is."""
        return self.itemDelegate().sizeHint(self._no_item, QModelIndex())

    def columns(self) -> int:
        """How many items stand side by side."""
        return max(1, self.viewport().width() // self._least().width())

    def _count(self) -> int:
        model = self.model()
        return model.rowCount() if model is not None else 0

    def _lines(self) -> int:
        return -(-self._count() // self.columns())

    def _rects(self, rows: range) -> Iterator[tuple[int, QRect]]:
        """Where rows stand in the viewport; sizes are asked for once."""
        columns, width = self.columns(), self.viewport().width()
        height, offset = self._least().height(), self.verticalOffset()
        for row in rows:
            line, column = divmod(row, columns)
            left, right = column * width // columns, (column + 1) * width // columns
            yield row, QRect(left, line * height - offset, right - left, height)

    def _rect(self, row: int) -> QRect:
        return next(rect for _, rect in self._rects(range(row, row + 1)))

    def visible_rows(self) -> range:
        """The rows of the model that can be seen, a partly visible line included."""
        height, columns = self._least().height(), self.columns()
        first = max(0, self.verticalOffset() // height)
        last = (self.verticalOffset() + self.viewport().height() - 1) // height
        return range(first * columns, min(self._count(), (last + 1) * columns))

    # What Qt asks a view for.

    def reset(self) -> None:
        """Know the new height at once: what is painted next must not lie beyond the end.

        Qt's own layout comes a turn later and would have everything painted twice.
        """
        super().reset()
        self.executeDelayedItemsLayout()

    def doItemsLayout(self) -> None:
        """Nothing is laid out: only the scroll bar learns the height."""
        self.updateGeometries()
        self.viewport().update()

    def updateGeometries(self) -> None:
        """Tell the scroll bar how far it goes."""
        bar, page = self.verticalScrollBar(), self.viewport().height()
        height = self._least().height()
        bar.setSingleStep(height // 3)
        bar.setPageStep(page)
        bar.setRange(0, max(0, self._lines() * height - page))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the first visible item in view when the number of columns changes."""
        super().resizeEvent(event)
        self.updateGeometries()

    def visualRect(self, index: Index) -> QRect:
        """Where an item stands in the viewport."""
        return self._rect(index.row()) if index.isValid() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The item under a point of the viewport."""
        model, width = self.model(), self.viewport().width()
        if model is None or not 0 <= point.x() < width:
            return QModelIndex()
        line = (point.y() + self.verticalOffset()) // self._least().height()
        columns = self.columns()
        row = line * columns + min(columns - 1, point.x() * columns // width)
        # Whole pixels: the column to the right may begin one earlier than the division says.
        if row + 1 < self._count() and self._rect(row + 1).contains(point):
            row += 1
        return model.index(row, 0) if 0 <= row < self._count() else QModelIndex()

    def verticalOffset(self) -> int:
        """How far it is scrolled."""
        return self.verticalScrollBar().value()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Paint what has come into view; Qt would ask its own layout, which knows no items."""
        self.viewport().update()

    def scrollTo(self, index: Index, hint: _Hint = _Hint.EnsureVisible) -> None:
        """Bring an item into view with as little movement as possible."""
        if not index.isValid():
            return
        rect, page = self._rect(index.row()), self.viewport().height()
        bar = self.verticalScrollBar()
        if hint == _Hint.PositionAtTop or (hint == _Hint.EnsureVisible and rect.top() < 0):
            bar.setValue(bar.value() + rect.top())
        elif hint == _Hint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - page // 2)
        elif rect.bottom() >= page:
            bar.setValue(bar.value() + rect.bottom() - page + 1)

    def moveCursor(self, action: _Move, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The item that a key leads to."""
        model, current = self.model(), self.currentIndex()
        if model is None or not self._count():
            return QModelIndex()
        page = self.columns() * max(1, self.viewport().height() // self._least().height())
        steps = {
            _Move.MoveLeft: -1,
            _Move.MovePrevious: -1,
            _Move.MoveRight: 1,
            _Move.MoveNext: 1,
            _Move.MoveUp: -self.columns(),
            _Move.MoveDown: self.columns(),
            _Move.MovePageUp: -page,
            _Move.MovePageDown: page,
            _Move.MoveHome: -self._count(),
            _Move.MoveEnd: self._count(),
        }
        if not current.isValid():
            return model.index(0, 0)
        row = min(self._count() - 1, max(0, current.row() + steps[action]))
        return model.index(row, 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the item in the middle of `rect`: a click, or a key through its item's box."""
        index = self.indexAt(rect.center())
        chosen = QItemSelection(index, index) if index.isValid() else QItemSelection()
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """What must be painted anew when a selection changes."""
        region = QRegion()
        shown = self.visible_rows()
        for index in selection.indexes():
            if index.row() in shown:
                region += self._rect(index.row())
        return region

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the items that can be seen."""
        self.executeDelayedItemsLayout()
        model, delegate = self.model(), self.itemDelegate()
        painter = QPainter(self.viewport())
        try:
            option = QStyleOptionViewItem()
            self.initViewItemOption(option)
            usual: QStyle.StateFlag = option.state
            special, region = self._special_rows(), event.region()
            for row, rect in self._rects(self.visible_rows()):
                if region.intersects(rect):
                    option.rect = rect
                    option.state = usual | special[row] if row in special else usual
                    delegate.paint(painter, option, model.index(row, 0))
        finally:
            painter.end()

    def _special_rows(self) -> dict[int, QStyle.StateFlag]:
        """The few rows that look different from the others."""
        found: dict[int, QStyle.StateFlag] = {}
        looks = [
            (index.row(), QStyle.StateFlag.State_Selected) for index in self.selectedIndexes()
        ]
        looks.append((self._pointed_row(), QStyle.StateFlag.State_MouseOver))
        if self.hasFocus():
            looks.append((self.currentIndex().row(), QStyle.StateFlag.State_HasFocus))
        for row, look in looks:
            found[row] = found.get(row, QStyle.StateFlag.State_None) | look
        return found

    def _pointed_row(self) -> int:
        viewport = self.viewport()
        if not viewport.underMouse():
            return -1
        return self.indexAt(viewport.mapFromGlobal(QCursor.pos())).row()
