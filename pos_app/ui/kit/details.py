"""Details of one thing: pairs of name and value, and what happened to it in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pos_app.ui.kit import painting
from pos_app.ui.kit.icons import IconMark
from pos_app.ui.kit.labels import PlainLabel
from pos_app.ui.theme import Icon, Role, Space, TextRole, Tone, color


@dataclass(frozen=True, slots=True)
class Pair:
    """A name and its value; `code` sets the value in the code face, `strong` makes a sum."""

    name: str
    value: str
    code: bool = False
    strong: bool = False
    key: str = ""


def _empty(layout: QGridLayout | QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


class KeyValueList(QWidget):
    """Names at the left, values at the right (or beside them); values can be read from outside.

    A value's label is called `<object name>-<key>` where the pair has a key.
    """

    def __init__(
        self, *, object_name: str, right: bool = False, parent: QWidget | None = None
    ) -> None:
        """Make an empty list; `right` aligns the values as amounts are."""
        super().__init__(parent)
        self.setObjectName(object_name)
        self._right = right
        self._pairs: tuple[Pair, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.XL)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.setColumnStretch(1, 1)

    def set_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show other pairs."""
        fresh = tuple(pairs)
        if fresh == self._pairs:
            return
        self._pairs = fresh
        _empty(self._grid)
        top = Qt.AlignmentFlag.AlignTop
        for line, pair in enumerate(fresh):
            role = TextRole.STRONG if pair.strong else TextRole.BODY
            name = PlainLabel(pair.name, role, Role.TEXT if pair.strong else Role.MUTED)
            name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            value = PlainLabel(
                pair.value,
                TextRole.CODE if pair.code else role,
                object_name=f"{self.objectName()}-{pair.key}" if pair.key else "",
                wrap=not self._right,
                selectable=not self._right,
            )
            if self._right:
                value.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(name, line, 0, top)
            self._grid.addWidget(value, line, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have room for values that wrap: a scroll area around does not ask for heights."""
        super().resizeEvent(event)
        for line in range(self._grid.rowCount()):
            item = self._grid.itemAtPosition(line, 1)
            value = item.widget() if item is not None else None
            if isinstance(value, PlainLabel) and value.wordWrap():
                value.setMinimumHeight(value.heightForWidth(value.width()))


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened: when, what, by whom or why."""

    when: str
    what: str
    detail: str = ""
    icon: Icon = Icon.CIRCLE_DASHED
    tone: Tone = Tone.NEUTRAL


class _Line(QWidget):
    """The line that joins two marks of a time line."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(Space.XL, Space.S)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            middle = QRectF(self.width() / 2 - 1, 2, 2, self.height() - 4)
            painting.rounded(painter, middle, 1, color(Role.BORDER))
        finally:
            painter.end()


class Timeline(QWidget):
    """Events from top to bottom, joined by a line."""

    def __init__(self, *, object_name: str, parent: QWidget | None = None) -> None:
        """Make an empty time line."""
        super().__init__(parent)
        self.setObjectName(object_name)
        self._events: tuple[Event, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_events(self, events: Sequence[Event]) -> None:
        """Show other events."""
        fresh = tuple(events)
        if fresh == self._events:
            return
        self._events = fresh
        _empty(self._column)
        for place, event in enumerate(fresh):
            self._column.addWidget(self._entry(event, last=place == len(fresh) - 1))

    @staticmethod
    def _entry(event: Event, *, last: bool) -> QWidget:
        entry = QWidget()
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        marks = QVBoxLayout()
        marks.setSpacing(0)
        mark = IconMark(event.icon, event.tone.text, size=12, ground=event.tone.soft)
        marks.addWidget(mark, 0, Qt.AlignmentFlag.AlignHCenter)
        if last:
            marks.addStretch(1)
        else:
            marks.addWidget(_Line(), 1)
        words = QVBoxLayout()
        words.setSpacing(Space.XXS)
        words.setContentsMargins(0, 2, 0, 0 if last else Space.L)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(event.what, TextRole.STRONG, wrap=True), 1)
        head.addWidget(
            PlainLabel(event.when, TextRole.DETAIL, Role.MUTED), 0, Qt.AlignmentFlag.AlignTop
        )
        words.addLayout(head)
        if event.detail:
            words.addWidget(PlainLabel(event.detail, TextRole.DETAIL, Role.MUTED, wrap=True))
        words.addStretch(1)
        row.addLayout(marks)
        row.addLayout(words, 1)
        return entry
