"""The rail on the left: one entry per page, and the lock."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_app.ui.kit import RailButton
from pos_app.ui.shell_port import PageName
from pos_app.ui.shortcuts import LOCK, PAGES
from pos_app.ui.theme import Icon, Role, Space, color

_ICONS: Final = {
    PageName.SELL: Icon.SHOPPING_CART,
    PageName.ORDERS: Icon.RECEIPT_TEXT,
    PageName.CASES: Icon.INBOX,
    PageName.DAY: Icon.CALENDAR_CHECK,
    PageName.SETTINGS: Icon.SETTINGS,
}


class Rail(QWidget):
    """The pages of the program, the one in front marked.

    Signals:
    - page_wanted(str): an entry was pressed; its page name.
    - lock_wanted(): the lock was pressed.
    """

    page_wanted = Signal(str)
    lock_wanted = Signal()

    def __init__(self, pages: Sequence[PageName], parent: QWidget | None = None) -> None:
        """Make an entry for each page there is."""
        super().__init__(parent)
        self.setObjectName("rail")
        self._count = self._urgent = 0
        self._buttons: dict[PageName, RailButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.M, Space.S, Space.M)
        column.setSpacing(Space.XS)
        for page in pages:
            button = RailButton(
                "", object_name=f"rail_{page.value}", icon=_ICONS[page], shortcut=PAGES[page]
            )
            button.triggered.connect(self._on_triggered)
            self._buttons[page] = button
            column.addWidget(button)
        column.addStretch(1)
        self._lock = RailButton("", object_name="rail_lock", icon=Icon.LOCK, shortcut=LOCK)
        self._lock.triggered.connect(self.lock_wanted)
        column.addWidget(self._lock)
        self._retranslate()

    def set_current(self, page: PageName) -> None:
        """Mark the page in front."""
        for name, button in self._buttons.items():
            button.set_current(name is page)

    def set_case_count(self, count: int, urgent: int = 0) -> None:
        """Show how many cases are open, and that some of them can't wait."""
        self._count, self._urgent = count, urgent
        button = self._buttons.get(PageName.CASES)
        if button is not None:
            said = self.tr("%n open case(s)", "", count) if count else ""
            if urgent:
                said = f"{said}, " + self.tr("%n of them urgent", "", urgent)
            button.set_count(count, said, urgent=urgent > 0)

    def _on_triggered(self) -> None:
        pressed = self.sender()
        for name, button in self._buttons.items():
            if button is pressed:
                self.page_wanted.emit(name.value)

    def _retranslate(self) -> None:
        words = {
            PageName.SELL: self.tr("Sell"),
            PageName.ORDERS: self.tr("Orders"),
            PageName.CASES: self.tr("Open cases"),
            PageName.DAY: self.tr("Day"),
            PageName.SETTINGS: self.tr("Settings"),
        }
        for name, button in self._buttons.items():
            button.set_label(words[name])
        self._lock.set_label(self.tr("Lock"))
        self.set_case_count(self._count, self._urgent)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the edge."""
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), color(Role.SUNKEN))
            painter.fillRect(self.width() - 1, 0, 1, self.height(), color(Role.BORDER))
        finally:
            painter.end()
