"""The drawer of training mode: what can go wrong, played on purpose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.ports import TroubleInfo
from pos_app.ui.kit import (
    IconButton,
    Look,
    Pill,
    PlainLabel,
    PrimaryButton,
    Row,
    RowList,
    SecondaryButton,
    Stepper,
)
from pos_app.ui.kit.notices import paint_shadow
from pos_app.ui.theme import Elevation, Icon, Role, Space, TextRole, Tone, color

WIDTH: Final = 400
_SHADOW: Final = int(Elevation.FLOATING)
_MOST_TIMES: Final = 20


@dataclass(frozen=True, slots=True)
class PanelState:
    """What can be played, and how often each still will be (0: for ever)."""

    troubles: Sequence[TroubleInfo] = ()
    armed: Mapping[str, int] = field(default_factory=dict)


class TrainingPanel(QWidget):
    """Lies over the right side of the frame, beside the work, and blocks nothing.

    Signals:
    - arm_wanted(str, int): play a trouble so many times.
    - disarm_wanted(): play nothing any more.
    - opened(), closed(): the drawer came out, or was put away.
    """

    arm_wanted = Signal(str, int)
    disarm_wanted = Signal()
    opened = Signal()
    closed = Signal()

    def __init__(self, over: QWidget) -> None:
        """Make a hidden drawer over a widget, as high as that."""
        super().__init__(over)
        self.setObjectName("training_panel")
        self._over = over
        self._state = PanelState()
        self._title = PlainLabel("", TextRole.TITLE, wrap=True)
        self._close = IconButton("", object_name="close_training_panel", icon=Icon.X)
        self._words = PlainLabel("", TextRole.DETAIL, Role.MUTED, wrap=True)
        self._list = RowList("", object_name="troubles")
        self._explained = PlainLabel("", TextRole.BODY, object_name="trouble_explained", wrap=True)
        self._times = Stepper("", object_name="trouble_times", maximum=_MOST_TIMES)
        self._arm = PrimaryButton("", object_name="play_trouble", icon=Icon.PLAY)
        self._stop = SecondaryButton("", object_name="stop_troubles", icon=Icon.X)
        self._close.triggered.connect(self.put_away)
        self._list.row_selected.connect(self._on_selected)
        self._arm.triggered.connect(self._on_arm)
        self._stop.triggered.connect(self.disarm_wanted)
        self._lay_out()
        self._retranslate()
        self.hide()
        over.installEventFilter(self)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        play = QHBoxLayout()
        play.setSpacing(Space.S)
        play.addWidget(self._times)
        play.addWidget(self._arm, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SHADOW + Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addWidget(self._list, 1)
        column.addWidget(self._explained)
        column.addLayout(play)
        column.addWidget(self._stop)

    def show_state(self, state: PanelState) -> None:
        """Draw a state."""
        self._state = state
        self._list.set_rows([self._row(each) for each in state.troubles])
        if not self._list.selected_key() and state.troubles:
            self._list.select(state.troubles[0].name)
        self._stop.setEnabled(bool(state.armed))
        self._explain()

    def _row(self, info: TroubleInfo) -> Row:
        left = self._state.armed.get(info.name)
        pills: tuple[Pill, ...] = ()
        if left is not None:
            word = self.tr("%n time(s)", "", left) if left else self.tr("always")
            pills = (Pill(word, Look(Tone.WARNING, Icon.ZAP)),)
        return Row(info.name, info.label, pills=pills)

    def _explain(self) -> None:
        key = self._list.selected_key()
        found = next((each for each in self._state.troubles if each.name == key), None)
        self._explained.setText(found.explanation if found else "")

    def _on_selected(self, _key: str) -> None:
        self._explain()

    def _on_arm(self) -> None:
        key = self._list.selected_key()
        if key:
            self.arm_wanted.emit(key, self._times.value())

    def toggle(self) -> None:
        """Come out, or go away."""
        if self.isVisible():
            self.put_away()
        else:
            self.come_out()

    def put_away(self) -> None:
        """Leave the work alone."""
        self.hide()
        self.closed.emit()

    def come_out(self) -> None:
        """Lie over everything else."""
        self._place()
        self.show()
        self.raise_()
        self.opened.emit()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        width = min(WIDTH + _SHADOW, self._over.width())
        self.setGeometry(self._over.width() - width, 0, width, self._over.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the right edge."""
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Practise troubles"))
        self._words.setText(
            self.tr("Choose what shall go wrong. It happens at the next request it fits.")
        )
        self._list.setAccessibleName(self.tr("Troubles"))
        self._times.set_name(self.tr("How often"))
        self._arm.set_label(self.tr("Play it"))
        self._stop.set_label(self.tr("Stop all troubles"))
        self._close.set_label(self.tr("Close troubles"))
        self.show_state(self._state)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shadow at the left and the ground."""
        painter = QPainter(self)
        try:
            box = QRectF(self.rect()).adjusted(_SHADOW, 0, 0, 0)
            paint_shadow(painter, box, 0, _SHADOW)
            painter.fillRect(box, color(Role.RAISED))
            painter.fillRect(QRectF(_SHADOW, 0, 1, self.height()), color(Role.BORDER))
        finally:
            painter.end()
