"""The next step, large: what goes on, what to do, and the two buttons that end a sale."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from pos_app.domain.cases import LineAction
from pos_app.ui.kit import ButtonSize, PlainLabel, painting
from pos_app.ui.kit.icons import IconMark
from pos_app.ui.presenters.progress import ProgressState
from pos_app.ui.presenters.progress_stage import Stage
from pos_app.ui.theme import Icon, Radius, Role, Space, TextRole, Tone, color
from pos_app.ui.views.progress.keys import MainButton
from pos_app.ui.views.progress.words import TONES, stage_sentence, stage_title
from pos_app.ui.views.sell.scroll import ColumnScroll

_ICONS = {
    Stage.TO_ORDER: Icon.CLOCK,
    Stage.ASKING: Icon.HOURGLASS,
    Stage.NO_ANSWER: Icon.CIRCLE_QUESTION_MARK,
    Stage.PRINT_FAULT: Icon.OCTAGON_ALERT,
    Stage.READABLE: Icon.FILE_TEXT,
    Stage.PRINTING: Icon.PRINTER,
    Stage.TO_PRINT: Icon.PRINTER,
    Stage.REFUND: Icon.HAND_COINS,
    Stage.OPEN: Icon.TRIANGLE_ALERT,
    Stage.DONE: Icon.CIRCLE_CHECK,
}
_LOW = 420  # pixels


class StagePanel(QWidget):
    """Says the next step in the colour of its urgency.

    Signals:
    - readable_pressed(), new_sale_pressed().
    """

    readable_pressed = Signal()
    new_sale_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty panel."""
        super().__init__(parent)
        self.setObjectName("stage_panel")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._tone = Tone.NEUTRAL
        self._state: ProgressState | None = None
        self._mark = IconMark(Icon.HOURGLASS, Role.MUTED, size=32)
        self._title = PlainLabel("", TextRole.HEADING, object_name="stage_title", wrap=True)
        self._sentence = PlainLabel("", TextRole.SUBTITLE, object_name="stage_sentence", wrap=True)
        self.readable = MainButton(
            "", object_name="readable", icon=Icon.CHECK, size=ButtonSize.LARGE
        )
        self.new_sale = MainButton(
            "", object_name="new_sale", icon=Icon.PLUS, size=ButtonSize.LARGE, shortcut="F9"
        )
        self.readable.triggered.connect(self.readable_pressed)
        self.new_sale.triggered.connect(self.new_sale_pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.M)
        column.addWidget(ColumnScroll(self._words()), 1)
        column.addWidget(self.readable)
        column.addWidget(self.new_sale)
        self._retranslate()

    def _words(self) -> QWidget:
        """What the buttons never cover: on a small screen it scrolls."""
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for part in (self._mark, self._title, self._sentence):
            column.addWidget(part)
        column.addStretch(1)
        return words

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Smaller letters where there is little room."""
        super().resizeEvent(event)
        small = self.height() < _LOW
        self._mark.setVisible(not small)
        self._title.set_text_role(TextRole.SUBTITLE if small else TextRole.HEADING)
        self._sentence.set_text_role(TextRole.BODY if small else TextRole.SUBTITLE)

    def show_state(self, state: ProgressState) -> None:
        """Show the next step of a sale."""
        self._state = state
        stage = state.stage
        self._tone = TONES[stage.stage]
        self._mark.set_icon(_ICONS[stage.stage], self._tone.text)
        self._title.setText(stage_title(stage))
        has = all(view.line.handed_over is not None for view in state.views)
        self._sentence.setText(stage_sentence(stage, everybody_has=has))
        self.readable.setEnabled(LineAction.HAND_OVER in state.enabled)
        self.readable.set_main(main=stage.stage is Stage.READABLE)
        self.new_sale.setEnabled(state.may_leave)
        self.new_sale.set_main(main=stage.stage in (Stage.DONE, Stage.OPEN))
        self.update()

    def _retranslate(self) -> None:
        self.readable.set_label(self.tr("Readable"))
        self.new_sale.set_label(self.tr("New sale"))
        if self._state is not None:
            self.show_state(self._state)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the soft ground of the urgency."""
        painter = QPainter(self)
        try:
            edge = color(self._tone.text)
            box = QRectF(self.rect())
            painting.rounded(painter, box, Radius.L, color(self._tone.soft), edge)
        finally:
            painter.end()
