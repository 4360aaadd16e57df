"""What stays on screen while the program ends in order."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_app.ui.kit import PlainLabel, Spinner
from pos_app.ui.theme import Role, Space, TextRole


class ClosingScreen(QWidget):
    """A spinner, what is being waited for, and a request not to switch off."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Say what is being waited for."""
        super().__init__(parent)
        self.setObjectName("closing_screen")
        self._text = PlainLabel(text, TextRole.TITLE, object_name="closing_text", wrap=True)
        self._plea = PlainLabel("", TextRole.BODY, Role.MUTED, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XXXL, Space.XXXL, Space.XXXL, Space.XXXL)
        column.setSpacing(Space.M)
        column.addStretch(1)
        column.addWidget(Spinner(40), 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._text, self._plea):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addStretch(1)
        self._retranslate()

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._text.setText(text)

    def _retranslate(self) -> None:
        self._plea.setText(self.tr("Please leave the computer on. The window closes by itself."))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
