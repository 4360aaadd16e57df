"""What the details of an order and of an open case have in common."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.domain.sale import Line
from pos_app.ui.kit import Card, EmptyState, KeyValueList, Pill, PlainLabel, StatusPill
from pos_app.ui.texts.products import show
from pos_app.ui.texts.states import state_pills
from pos_app.ui.theme import Icon, Space, TextRole
from pos_app.ui.views.papers.buttons import PaperButtons
from pos_app.ui.views.sell.scroll import ColumnScroll


class LineDetail(Card):
    """Brand, amount and states of the selected line above all else; without one, what to do.

    Signals:
    - paper_wanted(object): the `LinePaper` of a button.
    """

    paper_wanted = Signal(object)

    def __init__(
        self, name: str, icon: Icon, papers: PaperButtons, parent: QWidget | None = None
    ) -> None:
        """Show nothing yet; `name` begins the names of all parts."""
        super().__init__(object_name=f"{name}_detail", padding=Space.L, parent=parent)
        self._name = name
        self._title = PlainLabel("", TextRole.TITLE, object_name=f"{name}_title", wrap=True)
        self._pills = QHBoxLayout()
        self._pills.setSpacing(Space.S)
        self._pills.addStretch(1)
        self._shown_pills: tuple[Pill, ...] = ()
        self._facts = KeyValueList(object_name=f"{name}_facts")
        self._papers = papers
        papers.wanted.connect(self.paper_wanted)
        self._empty = EmptyState(icon, "", object_name=f"no_{name}_chosen")
        inner = QWidget()
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, Space.S, 0)
        self.column.setSpacing(Space.M)
        self.column.addWidget(self._title)
        self.column.addLayout(self._pills)
        self._content = ColumnScroll(inner)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self._content, 1)
        self._content.hide()

    def show_line(self, line: Line | None) -> None:
        """Show a line, or that none is chosen."""
        self._content.setVisible(line is not None)
        self._empty.setVisible(line is None)
        if line is not None:
            self._title.setText(f"{line.product.brand}, {show(line.face_value)}")
            self._show_pills(state_pills(line))

    def _show_pills(self, pills: tuple[Pill, ...]) -> None:
        if pills == self._shown_pills:
            return
        self._shown_pills = pills
        while self._pills.count() > 1:
            item = self._pills.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, pill in enumerate(pills):
            shown = StatusPill(pill, object_name=f"{self._name}_state_{place}")
            self._pills.insertWidget(place, shown)
            shown.show()

    def _retranslate(self) -> None:
        """Put all words anew."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
