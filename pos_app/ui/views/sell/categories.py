"""One line of categories that scrolls sideways: it never takes room from the products."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from pos_app.ui.kit import IconButton, SegmentedChoice
from pos_app.ui.presenters.sell_browse import FAVOURITES, RECENT
from pos_app.ui.texts.products import category_word
from pos_app.ui.theme import TOUCH_TARGET, Icon, Space

ALL = "all"


class _Strip(QScrollArea):
    """Shows as much of its widget as there is room for; the wheel goes sideways."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._content = content
        self.setWidget(content)

    def sizeHint(self) -> QSize:
        return QSize(100, max(TOUCH_TARGET, self._content.sizeHint().height()) + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        bar, turned = self.horizontalScrollBar(), event.angleDelta()
        bar.setValue(bar.value() - (turned.x() or turned.y()))
        event.accept()


class CategoryBar(QWidget):
    """All categories as plain buttons, with arrows where they don't fit.

    Signals:
    - chosen(str): a category, or an empty text for all.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty bar."""
        super().__init__(parent)
        self.setObjectName("categories_bar")
        self._names: tuple[str, ...] = ()
        self._choice = SegmentedChoice("", object_name="categories")
        self._choice.chosen.connect(self._on_chosen)
        self._strip = _Strip(self._choice)
        self._back = IconButton("", object_name="categories_back", icon=Icon.CHEVRON_LEFT)
        self._on = IconButton("", object_name="categories_on", icon=Icon.CHEVRON_RIGHT)
        self._back.triggered.connect(self._go_back)
        self._on.triggered.connect(self._go_on)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        row.addWidget(self._back)
        row.addWidget(self._strip, 1)
        row.addWidget(self._on)
        self._strip.horizontalScrollBar().valueChanged.connect(self._show_arrows)
        self._strip.horizontalScrollBar().rangeChanged.connect(self._show_arrows)
        self._retranslate()

    def set_categories(self, names: Sequence[str], current: str) -> None:
        """Show other categories."""
        if tuple(names) != self._names:
            self._names = tuple(names)
            options = self._words()
            self._choice.set_options(options)
            for key, _ in options:
                self._choice.button(key).installEventFilter(self)
            self._choice.resize(self._choice.sizeHint())
        place = self._names.index(current) if current in self._names else -1
        self._choice.set_current(f"c{place}" if place >= 0 else ALL)
        self._show_arrows()

    def _words(self) -> list[tuple[str, str]]:
        """Keys and words; a category's own name begins with a capital."""
        own = {FAVOURITES: self.tr("Favourites"), RECENT: self.tr("Recently sold")}
        names = [
            (f"c{place}", own.get(name) or category_word(name))
            for place, name in enumerate(self._names)
        ]
        return [(ALL, self.tr("All")), *names]

    def _on_chosen(self, key: str) -> None:
        self.chosen.emit("" if key == ALL else self._names[int(key[1:])])

    def _go_back(self) -> None:
        bar = self._strip.horizontalScrollBar()
        bar.setValue(bar.value() - self._strip.width() * 2 // 3)

    def _go_on(self) -> None:
        bar = self._strip.horizontalScrollBar()
        bar.setValue(bar.value() + self._strip.width() * 2 // 3)

    def _show_arrows(self) -> None:
        bar = self._strip.horizontalScrollBar()
        overflow = self._choice.width() > self.width()
        self._back.setVisible(overflow)
        self._on.setVisible(overflow)
        self._back.setEnabled(bar.value() > bar.minimum())
        self._on.setEnabled(bar.value() < bar.maximum())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show arrows only where they are needed."""
        super().resizeEvent(event)
        self._show_arrows()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring the button with the focus into view."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._strip.ensureWidgetVisible(watched, Space.XL, 0)
        return False

    def _retranslate(self) -> None:
        self._back.set_label(self.tr("Earlier categories"))
        self._on.set_label(self.tr("More categories"))
        self._choice.setAccessibleName(self.tr("Categories"))
        if self._names:
            self._choice.set_words(self.tr("Categories"), self._words())

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.StyleChange}:
            self._choice.resize(self._choice.sizeHint())
            self._strip.updateGeometry()
