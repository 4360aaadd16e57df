"""What a screen shows in the place of its content: being read, unreadable, or nothing there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QWidget

from pos_app.domain.errors import PosError
from pos_app.ui.kit import EmptyState
from pos_app.ui.kit.progress import PATIENCE_MS
from pos_app.ui.texts.errors import error_sentence
from pos_app.ui.theme import Icon, Tone


class Standby(EmptyState):
    """Says that it is read once that takes long, what went wrong, or what belongs here.

    Signals:
    - again(): `Try again`.
    """

    again = Signal()

    def __init__(
        self,
        icon: Icon,
        *,
        object_name: str,
        tone: Tone = Tone.NEUTRAL,
        parent: QWidget | None = None,
    ) -> None:
        """Nothing has been read yet; `icon` and `tone` are those of a screen without content."""
        self._patience = QTimer()
        self._wanted = False
        super().__init__(icon, "", object_name=object_name, tone=tone, parent=parent)
        self._usual, self._nothing = (icon, tone), ("", "")
        self._read = False
        self._error: PosError | None = None
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience)
        self.acted.connect(self._on_acted)
        self.begin()

    def begin(self) -> None:
        """It is being read, perhaps for the first time."""
        if not self._read and self._error is None:
            self._patience.start()
            self._say()
            super().setVisible(False)

    def set_nothing(self, title: str, sentence: str) -> None:
        """What is said when there is nothing to show."""
        self._nothing = title, sentence
        self._say()

    def show_read(self) -> None:
        """It was read: where this is still seen, there is nothing."""
        self._read, self._error = True, None
        self._end_patience()

    def show_failed(self, error: PosError) -> None:
        """It could not be read."""
        self._error = error
        self._end_patience()

    def _end_patience(self) -> None:
        self._patience.stop()
        self._on_patience()

    def _on_patience(self) -> None:
        self._say()
        self.setVisible(self._wanted)

    def _on_acted(self) -> None:
        if self._error is not None:
            self.again.emit()

    def _say(self) -> None:
        if self._error is not None:
            self.set_look(Icon.OCTAGON_ALERT, Tone.DANGER)
            title = self.tr("This can't be shown now")
            self.set_texts(title, error_sentence(self._error), self.tr("Try again"))
        elif self._read:
            self.set_look(*self._usual)
            self.set_texts(*self._nothing)
        else:
            self.set_look(Icon.HOURGLASS, Tone.NEUTRAL)
            self.set_texts(self.tr("One moment …"), self.tr("This is being read."))

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001 - Qt's signature
        """Not before half a second has passed, when it is only being read."""
        self._wanted = visible
        super().setVisible(visible and not self._patience.isActive())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
