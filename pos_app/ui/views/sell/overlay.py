"""An empty state that lies over a list, so that the list itself never leaves the screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractScrollArea

from pos_app.ui.kit import EmptyState, IconMark
from pos_app.ui.theme import Space

_ROOM_FOR_ICON = 220


class Overlay(QObject):
    """Keeps an `EmptyState` over a view.

    It is the view's sibling, not its child: what assistive technology finds below a list are
    rows, and nothing else.
    """

    def __init__(self, view: QAbstractScrollArea, state: EmptyState) -> None:
        """Hidden at first."""
        super().__init__(view)
        self._view, self.state, self._shown = view, state, False
        view.installEventFilter(self)
        self._adopt()

    def set_shown(self, shown: bool) -> None:  # noqa: FBT001 - a state
        """Show or hide it."""
        self._shown = shown
        self.state.setVisible(shown and self.state.parentWidget() is not None)
        if shown:
            self._place()
            self.state.raise_()

    def _adopt(self) -> None:
        """Go where the view went; a view that no layout has taken yet has nobody to share."""
        self.state.setParent(self._view.parentWidget())
        self.set_shown(self._shown)

    def _place(self) -> None:
        room = self._view.height()
        margin = Space.XL if room >= _ROOM_FOR_ICON else Space.XS
        layout = self.state.layout()
        if layout is not None:
            layout.setContentsMargins(Space.S, margin, Space.S, margin)
        for mark in self.state.findChildren(IconMark):
            mark.setVisible(room >= _ROOM_FOR_ICON)
        self.state.setGeometry(self._view.geometry())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay where the view is, and as large."""
        if watched is self._view:
            if event.type() == QEvent.Type.ParentChange:
                self._adopt()
            elif event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
                self._place()
        return False
