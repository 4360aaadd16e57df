"""An empty state that lies over a list, so that the list itself never leaves the screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractScrollArea

from pos_app.ui.kit import EmptyState, IconMark

_ROOM_FOR_ICON = 220


class Overlay(QObject):
    """Keeps an `EmptyState` in the middle of a view's viewport."""

    def __init__(self, view: QAbstractScrollArea, state: EmptyState) -> None:
        """Hidden at first."""
        super().__init__(view)
        self._view, self.state = view, state
        state.setParent(view)
        state.hide()
        view.installEventFilter(self)

    def set_shown(self, shown: bool) -> None:  # noqa: FBT001 - a state
        """Show or hide it."""
        self.state.setVisible(shown)
        if shown:
            self._place()
            self.state.raise_()

    def _place(self) -> None:
        room = self._view.height()
        for mark in self.state.findChildren(IconMark):
            mark.setVisible(room >= _ROOM_FOR_ICON)
        self.state.setGeometry(self._view.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the view."""
        if watched is self._view and event.type() == QEvent.Type.Resize:
            self._place()
        return False
