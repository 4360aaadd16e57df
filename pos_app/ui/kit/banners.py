"""Bands across the page: training, warnings and dangers that stay until their cause is gone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from pos_app.ui.kit import painting
from pos_app.ui.kit.buttons import SecondaryButton
from pos_app.ui.kit.icons import TONE_ICONS, IconMark
from pos_app.ui.kit.labels import PlainLabel
from pos_app.ui.theme import Radius, Role, Space, TextRole, Tone, color


class Banner(QWidget):
    """A sentence with an icon on the soft ground of its tone, and an optional action.

    Signals:
    - acted(): the action was pressed.
    """

    acted = Signal()

    def __init__(
        self,
        text: str = "",
        *,
        object_name: str,
        tone: Tone = Tone.WARNING,
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make a band; an empty action makes no button."""
        super().__init__(parent)
        self.setObjectName(object_name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._tone = tone
        self._mark = IconMark(TONE_ICONS[tone], tone.text)
        self.label = PlainLabel(
            text, TextRole.BODY, Role.TEXT, object_name=f"{object_name}-text", wrap=True
        )
        self.action = SecondaryButton(action, object_name=f"{object_name}-action")
        self.action.triggered.connect(self.acted)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.M, Space.M, Space.M)
        row.setSpacing(Space.M)
        row.addWidget(self._mark)
        row.addWidget(self.label, 1)
        row.addWidget(self.action)
        self.action.setVisible(bool(action))

    def set_content(self, text: str, *, tone: Tone | None = None, action: str = "") -> None:
        """Say something else."""
        self._tone = tone or self._tone
        self._mark.set_icon(TONE_ICONS[self._tone], self._tone.text)
        self.label.setText(text)
        self.action.set_label(action)
        self.action.setVisible(bool(action))
        self.update()

    def text(self) -> str:
        """What it says."""
        return self.label.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        try:
            edge = QColor(color(self._tone.text))
            edge.setAlpha(70)
            painting.rounded(painter, QRectF(self.rect()), Radius.M, color(self._tone.soft), edge)
        finally:
            painter.end()


class TrainingBand(QWidget):
    """The unmistakable band of training mode: black on yellow, hazard stripes at both ends."""

    def __init__(
        self, text: str, *, object_name: str = "training-band", parent: QWidget | None = None
    ) -> None:
        """Show the band with its words."""
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.label = PlainLabel(
            text, TextRole.STRONG, Role.ON_TRAINING, object_name=f"{object_name}-text"
        )
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.XXXL * 2, Space.XS, Space.XXXL * 2, Space.XS)
        row.addWidget(self.label)

    def set_text(self, text: str) -> None:
        """Change the words."""
        self.label.setText(text)

    def sizeHint(self) -> QSize:
        """One line and a little air."""
        return QSize(400, painting.line_height(TextRole.STRONG) + Space.M)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the yellow ground and the stripes."""
        painter = QPainter(self)
        try:
            painting.flat(painter, self.rect(), color(Role.TRAINING))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(Role.TRAINING_STRIPE))
            count, height = 4, float(self.height())
            for step in range(count):
                left = Space.S + step * 18.0
                self._stripe(painter, left, height)
                self._stripe(painter, self.width() - Space.S - 18.0 * (step + 1), height)
        finally:
            painter.end()

    @staticmethod
    def _stripe(painter: QPainter, left: float, height: float) -> None:
        slant = height / 2
        corners = (
            QPointF(left + slant, 0.0),
            QPointF(left + slant + 9.0, 0.0),
            QPointF(left + 9.0 - slant, height),
            QPointF(left - slant, height),
        )
        painter.drawPolygon(QPolygonF(corners))
