"""Progress, shown only when something takes longer than half a second."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from pos_app.ui.kit.labels import PlainLabel
from pos_app.ui.kit.words import kit_word
from pos_app.ui.theme import ICON_SIZE, Role, Space, TextRole, color

PATIENCE_MS: Final = 500
_STEP_MS: Final = 50
_STEP_DEGREES: Final = 18


class Spinner(QWidget):
    """A turning arc; it turns only while it can be seen."""

    def __init__(self, size: int = ICON_SIZE, parent: QWidget | None = None) -> None:
        """Make a spinner of `size` pixels."""
        super().__init__(parent)
        self._side = size
        self._angle = 0
        self.setFixedSize(size, size)
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._turn)

    def _turn(self) -> None:
        self._angle = (self._angle + _STEP_DEGREES) % 360
        self.update()

    def event(self, event: QEvent) -> bool:
        """Turn only while visible."""
        if event.type() == QEvent.Type.Show:
            self._timer.start()
        elif event.type() == QEvent.Type.Hide:
            self._timer.stop()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ring and arc."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            width = max(2.0, self._side / 9)
            box = QRectF(self.rect()).adjusted(width, width, -width, -width)
            track = QColor(color(Role.ACCENT_TEXT))
            track.setAlpha(50)
            painter.setPen(QPen(track, width))
            painter.drawEllipse(box)
            arc = QPen(color(Role.ACCENT_TEXT), width)
            arc.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(arc)
            painter.drawArc(box, -self._angle * 16, 100 * 16)
        finally:
            painter.end()


class _Patient(QWidget):
    """Base of what appears only after half a second of work."""

    def __init__(self, object_name: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName(object_name)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE_MS)
        self._timer.timeout.connect(self.show)
        self.hide()

    def start(self) -> None:
        """Work has begun."""
        if not self._timer.isActive() and self.isHidden():
            self._timer.start()

    def stop(self) -> None:
        """Work has ended; if it was quick, nothing was ever shown."""
        self._timer.stop()
        self.hide()


class BusyIndicator(_Patient):
    """A spinner with a word, for work of unknown length: `start()`, `stop()`."""

    def __init__(
        self, text: str = "", *, object_name: str = "busy", parent: QWidget | None = None
    ) -> None:
        """Make a hidden indicator; without a text it says the kit's own word."""
        super().__init__(object_name, parent)
        self._own_word = not text
        self.label = PlainLabel(
            text or kit_word("Please wait"),
            TextRole.DETAIL,
            Role.MUTED,
            object_name=f"{object_name}-text",
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(Spinner())
        row.addWidget(self.label, 1)

    def set_text(self, text: str) -> None:
        """Say what is being waited for."""
        self._own_word = not text
        self.label.setText(text or kit_word("Please wait"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._own_word:
            self.label.setText(kit_word("Please wait"))


class ProgressBar(_Patient):
    """A bar for work of known length: `start()`, `set_progress(done, total)`, `stop()`."""

    def __init__(self, name: str, *, object_name: str, parent: QWidget | None = None) -> None:
        """Make a hidden bar called `name`."""
        super().__init__(f"{object_name}-box", parent)
        self.bar = QProgressBar()
        self.bar.setObjectName(object_name)
        self.bar.setAccessibleName(name)
        self.bar.setTextVisible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.bar)

    def set_progress(self, done: int, total: int) -> None:
        """Say how far it is; a total of 0 means unknown."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
