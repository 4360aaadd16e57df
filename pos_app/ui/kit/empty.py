"""What a screen shows when there is nothing to show: why, and what to do next."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.ui.kit.buttons import PrimaryButton
from pos_app.ui.kit.icons import IconMark
from pos_app.ui.kit.labels import PlainLabel
from pos_app.ui.theme import Icon, Role, Space, TextRole, Tone

_MEASURE: Final = 460  # a comfortable line


def _mark(icon: Icon, tone: Tone) -> IconMark:
    return IconMark(icon, tone.text, size=32, ground=tone.soft)


class EmptyState(QWidget):
    """Icon, title, one sentence and at most one action, in the middle of the room.

    Signals:
    - acted(): the action was pressed.
    """

    acted = Signal()

    def __init__(
        self,
        icon: Icon,
        title: str,
        sentence: str = "",
        *,
        object_name: str,
        action: str = "",
        tone: Tone = Tone.NEUTRAL,
        parent: QWidget | None = None,
    ) -> None:
        """Make the state; `tone` colours the icon (danger for errors)."""
        super().__init__(parent)
        self.setObjectName(object_name)
        self._look = icon, tone
        self._mark = _mark(icon, tone)
        self.title = PlainLabel(title, TextRole.SUBTITLE, wrap=True)
        self.sentence = PlainLabel(sentence, TextRole.BODY, Role.MUTED, wrap=True)
        self.action = PrimaryButton(action, object_name=f"{object_name}-action")
        self.action.triggered.connect(self.acted)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.S)
        column.addStretch(1)
        column.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(Space.S)
        column.addLayout(self._words())
        column.addSpacing(Space.S)
        column.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.set_texts(title, sentence, action)

    def _words(self) -> QHBoxLayout:
        words = QWidget()
        words.setMaximumWidth(_MEASURE)
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(Space.XS)
        for label in (self.title, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            lines.addWidget(label)
        row = QHBoxLayout()
        row.addStretch(1)
        # A wrapped label asks for little width: the stretch gives it all there is.
        row.addWidget(words, 100)
        row.addStretch(1)
        return row

    def set_look(self, icon: Icon, tone: Tone) -> None:
        """Change icon and colour."""
        if (icon, tone) == self._look:
            return
        self._look = icon, tone
        before, self._mark = self._mark, _mark(icon, tone)
        self._column.replaceWidget(before, self._mark)
        self._mark.setVisible(not before.isHidden())
        before.setParent(None)
        before.deleteLater()

    def set_texts(self, title: str, sentence: str = "", action: str = "") -> None:
        """Change the words; an empty action hides the button."""
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.action.set_label(action)
        self.action.setVisible(bool(action))
