"""The table of orders: one row per line of a sale, newest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from pos_app.domain.sale import Line
from pos_app.ui.formats import clock_text, date_text, moment_text
from pos_app.ui.kit import painting
from pos_app.ui.kit.lists import Index
from pos_app.ui.kit.pills import paint_pill, pill_size
from pos_app.ui.texts.products import show
from pos_app.ui.texts.states import state_pills, state_words
from pos_app.ui.theme import TOUCH_TARGET, Role, Space, TextRole
from pos_app.ui.translation import translate

TIME, CARD, AMOUNT, STATE = range(4)
_COLUMNS = 4
LINE_ROLE = Qt.ItemDataRole.UserRole + 3


class OrderModel(QAbstractTableModel):
    """Lines as rows; updates in place where only contents changed."""

    def __init__(
        self, local: Callable[[datetime], datetime], parent: QObject | None = None
    ) -> None:
        """Start empty; `local` turns UTC into the shop's time."""
        super().__init__(parent)
        self._local = local
        self._lines: tuple[Line, ...] = ()

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        fresh = tuple(lines)
        if [line.id for line in fresh] == [line.id for line in self._lines]:
            old, self._lines = self._lines, fresh
            for row, (before, after) in enumerate(zip(old, fresh, strict=True)):
                if before != after:
                    self.dataChanged.emit(self.index(row, 0), self.index(row, _COLUMNS - 1))
            return
        self.beginResetModel()
        self._lines = fresh
        self.endResetModel()

    def line_at(self, row: int) -> Line | None:
        """The line of a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, line_id: str) -> int:
        """The row of a line, or -1."""
        return next((row for row, line in enumerate(self._lines) if line.id == line_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many lines."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Time, card, amount, state."""
        return 0 if parent.isValid() else _COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands in a cell; the first one says the whole row to assistive technology."""
        line = self.line_at(index.row())
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == AMOUNT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == TIME:
            return ", ".join(self._cell(line, column) for column in range(_COLUMNS))
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._cell(line, index.column())
        return None

    def _cell(self, line: Line, column: int) -> str:
        texts = {
            TIME: moment_text(self._local(line.created_at)),
            CARD: f"{line.product.brand}, {line.id}",
            AMOUNT: show(line.face_value),
        }
        return texts[column] if column in texts else state_words(line)

    def halves(self, index: Index) -> tuple[str, str]:
        """The two lines of a cell that has two."""
        line = self.line_at(index.row())
        if line is None:
            return "", ""
        if index.column() == TIME:
            local = self._local(line.created_at)
            return clock_text(local), date_text(local)
        return line.product.brand, line.id

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == AMOUNT else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        names = (
            translate("orders", "Time"),
            translate("orders", "Card"),
            translate("orders", "Amount"),
            translate("orders", "State"),
        )
        return names[section] if role == Qt.ItemDataRole.DisplayRole else None


class _CellDelegate(QStyledItemDelegate):
    """Paints the cell's own ground; subclasses paint what stands on it."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Ground first, then the content."""
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        bare.text = ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, bare, painter, option.widget)
        with painting.saved(painter):
            self.paint_content(painter, option.rect, index)

    def paint_content(self, painter: QPainter, room: QRect, index: Index) -> None:
        """Paint what stands in the cell."""
        raise NotImplementedError


class _StateDelegate(_CellDelegate):
    """The two words of a line as pills, one above the other."""

    def paint_content(self, painter: QPainter, room: QRect, index: Index) -> None:
        """Paint one or two pills."""
        line = index.data(LINE_ROLE)
        if not isinstance(line, Line):
            return
        pills = state_pills(line)
        sizes = [pill_size(pill) for pill in pills]
        height = sum(size.height() for size in sizes) + Space.XXS * (len(pills) - 1)
        top = room.center().y() - height // 2 + 1
        for pill, size in zip(pills, sizes, strict=True):
            paint_pill(painter, QRect(room.left() + Space.S, top, *size.toTuple()), pill)
            top += size.height() + Space.XXS


class _TwoLines(_CellDelegate):
    """What matters above, what it is about below."""

    def paint_content(self, painter: QPainter, room: QRect, index: Index) -> None:
        """Paint two lines of text."""
        model = index.model()
        if not isinstance(model, OrderModel):
            return
        first, second = model.halves(index)
        upper = painting.line_height(TextRole.STRONG)
        lower = painting.line_height(TextRole.CAPTION)
        place = room.adjusted(Space.M, 0, -Space.XS, 0)
        place.setTop(room.center().y() - (upper + lower) // 2)
        place.setHeight(upper)
        painting.draw_text(painter, place, first, TextRole.STRONG, Role.TEXT)
        place.translate(0, upper)
        place.setHeight(lower)
        painting.draw_text(painter, place, second, TextRole.CAPTION, Role.MUTED)


class OrderTable(QTableView):
    """Rows are selected by a single click.

    Signals:
    - line_selected(str): another line is selected, or none.
    """

    line_selected = Signal(str)

    def __init__(self, model: OrderModel, parent: QWidget | None = None) -> None:
        """Show what the model holds."""
        super().__init__(parent)
        self.setObjectName("order_list")
        self._model = model
        self._restoring = False
        self.setModel(model)
        self.setItemDelegateForColumn(STATE, _StateDelegate(self))
        self.setItemDelegateForColumn(TIME, _TwoLines(self))
        self.setItemDelegateForColumn(CARD, _TwoLines(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(60)
        header.setSectionResizeMode(CARD, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; the selected one stays selected while it is there."""
        before = self.selected_line()
        self._restoring = True
        try:
            self._model.set_lines(lines)
            if before and not self.selected_line():
                self.select(before)
        finally:
            self._restoring = False
        if self.selected_line() != before:
            self.line_selected.emit(self.selected_line())
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Columns as wide as what is in them; the card takes what is left."""
        shown = range(min(50, self._model.rowCount()))
        amounts = [str(self._model.data(self._model.index(row, AMOUNT))) for row in shown]
        amounts.append(str(self._model.headerData(AMOUNT, Qt.Orientation.Horizontal)))
        widest = max(painting.text_width(text, TextRole.BODY) for text in amounts)
        self.setColumnWidth(AMOUNT, widest + 2 * Space.L)
        times = [self._model.halves(self._model.index(row, TIME))[1] for row in shown]
        date = max((painting.text_width(text, TextRole.CAPTION) for text in times), default=0)
        self.setColumnWidth(TIME, max(date + Space.XL, 84))
        pills = [
            pill_size(pill).width()
            for row in shown
            if (line := self._model.line_at(row)) is not None
            for pill in state_pills(line)
        ]
        self.setColumnWidth(STATE, max(pills, default=100) + Space.L)
        pill = painting.line_height(TextRole.CAPTION) + Space.S
        self.verticalHeader().setDefaultSectionSize(
            max(TOUCH_TARGET + Space.M, 2 * pill + Space.M)
        )

    def selected_line(self) -> str:
        """The id of the selected line, or an empty text."""
        rows = self.selectionModel().selectedRows()
        line = self._model.line_at(rows[0].row()) if rows else None
        return line.id if line is not None else ""

    def select(self, line_id: str) -> bool:
        """Select a line and bring it into view; whether it is there."""
        row = self._model.row_of(line_id)
        if row >= 0:
            self.selectRow(row)
        return row >= 0

    def _on_selection_changed(self) -> None:
        if not self._restoring:
            self.line_selected.emit(self.selected_line())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters are the page's: it leads them to the search."""
        if event.text().strip() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)
