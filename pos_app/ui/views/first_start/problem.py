"""The window of a till that can't start: why, and what to do (design R11)."""

from __future__ import annotations

import asyncio
from typing import Final

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from pos_app.domain.errors import PosError
from pos_app.ui.kit import EmptyState
from pos_app.ui.texts.errors import error_sentence
from pos_app.ui.theme import Icon, Tone

_SIZE: Final = QSize(760, 460)


class StartProblemWindow(QMainWindow):
    """One sentence with the way out, and a button that ends the program.

    Attributes:
    - closed: set when the window was closed.
    """

    def __init__(self, error: PosError, parent: QWidget | None = None) -> None:
        """Say what kept the till from starting."""
        super().__init__(parent)
        self.setObjectName("start_problem_window")
        self.resize(_SIZE)
        self.closed = asyncio.Event()
        self._error = error
        self._state = EmptyState(
            Icon.OCTAGON_ALERT, "", object_name="start_problem", tone=Tone.DANGER
        )
        self._state.title.setObjectName("start_problem_title")
        self._state.sentence.setObjectName("start_problem_sentence")
        self._state.action.setObjectName("quit")
        self._state.acted.connect(self.close)
        self.setCentralWidget(self._state)
        self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Gift card till"))
        sentence, file = error_sentence(self._error), str(self._error.params.get("file", ""))
        if file not in sentence:
            sentence += f"\n{file}"
        self._state.set_texts(self.tr("The till can't start"), sentence, self.tr("Quit"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell `main`."""
        self.closed.set()
        event.accept()


def show_start_problem(error: PosError) -> StartProblemWindow:
    """Show why the till can't start; await the window's `closed`."""
    window = StartProblemWindow(error)
    window.show()
    return window
