"""The frame around the pages: training band, rail, bar, and one page at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QSpacerItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pos_app.ui.kit import SecondaryButton, TrainingBand
from pos_app.ui.shell_port import GoesBack, HasFirstFocus, PageName
from pos_app.ui.theme import Icon, Space
from pos_app.ui.views.shell.rail import Rail
from pos_app.ui.views.shell.standing import StandingNotices
from pos_app.ui.views.shell.top_bar import TopBar


class ShellFrame(QWidget):
    """What a signed-in person sees.

    Signals:
    - page_wanted(str): an entry of the rail.
    - lock_wanted(), help_wanted(), troubles_wanted(): the buttons of these names.
    """

    page_wanted = Signal(str)
    lock_wanted = Signal()
    help_wanted = Signal()
    troubles_wanted = Signal()

    def __init__(
        self, names: Sequence[PageName], *, training: bool, parent: QWidget | None = None
    ) -> None:
        """Make an entry for each page; the pages themselves come by `add_page`."""
        super().__init__(parent)
        self.setObjectName("shell")
        self._pages: dict[PageName, QWidget] = {}
        self.rail = Rail(names)
        self.bar = TopBar()
        self.standing = StandingNotices()
        self.below = QWidget()  # everything under the training band
        self.stack = QStackedWidget()
        self.stack.setObjectName("pages")
        self._band = TrainingBand("", object_name="training_band")
        self._troubles = SecondaryButton("", object_name="training_troubles", icon=Icon.ZAP)
        self._band.setVisible(training)
        self._band_left = QSpacerItem(0, 0)
        self._lay_out()
        self.rail.page_wanted.connect(self.page_wanted)
        self.rail.lock_wanted.connect(self.lock_wanted)
        self.bar.help_wanted.connect(self.help_wanted)
        self._troubles.triggered.connect(self.troubles_wanted)
        self._retranslate()

    def _lay_out(self) -> None:
        band = self._band.layout()
        if isinstance(band, QHBoxLayout):
            self._troubles.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            # The words stay in the middle: as much room left as the button takes right.
            band.insertItem(0, self._band_left)
            band.setStretch(1, 1)
            band.addWidget(self._troubles)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._band)
        row = QHBoxLayout(self.below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        right = QVBoxLayout()
        right.setSpacing(Space.NONE)
        right.addWidget(self.bar)
        right.addWidget(self.standing)
        right.addWidget(self.stack, 1)
        row.addLayout(right, 1)
        column.addWidget(self.below, 1)

    def add_page(self, name: PageName, page: QWidget) -> None:
        """Take in a page that has just been made."""
        self._pages[name] = page
        self.stack.addWidget(page)

    def page(self, name: PageName) -> QWidget | None:
        """A page, if it has been made."""
        return self._pages.get(name)

    def bring(self, name: PageName) -> None:
        """Put a page in front and the focus where its work begins."""
        page = self._pages[name]
        self.stack.setCurrentWidget(page)
        self.rail.set_current(name)
        self.focus_page()

    def focus_page(self) -> None:
        """Put the focus where the page's work begins."""
        page: object = self.stack.currentWidget()
        if isinstance(page, HasFirstFocus):
            page.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nobody wanted goes one step back: within the page, then to Sell."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        page: object = self.stack.currentWidget()
        if isinstance(page, GoesBack) and page.go_back():
            return
        if page is not self._pages.get(PageName.SELL) and not event.isAutoRepeat():
            self.page_wanted.emit(PageName.SELL.value)

    def _retranslate(self) -> None:
        self._band.set_text(self.tr("TRAINING – no value"))
        self._troubles.set_label(self.tr("Practise troubles"))
        self._band_left.changeSize(self._troubles.sizeHint().width(), 0)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
