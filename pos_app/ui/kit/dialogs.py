"""Modal dialogs without a nested event loop: `await ask(dialog)` (style T1, T4).

A dialog is opened with `open()`, deletes itself when it closes, and answers through a future.
Never connect a lambda that holds the dialog: it would never be freed.
"""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Final, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from pos_app.ui.kit.buttons import BaseButton
from pos_app.ui.kit.labels import PlainLabel
from pos_app.ui.theme import Role, Space, TextRole, color

T = TypeVar("T")
_FRAME: Final = 64  # title bar and panel of the desktop


class Scrim(QWidget):
    """Dims a window while a dialog lies over it; goes away with the dialog."""

    def __init__(self, window: QWidget, dialog: QDialog) -> None:
        """Cover `window` until `dialog` finishes."""
        super().__init__(window)
        self.setObjectName("scrim")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        window.installEventFilter(self)
        dialog.finished.connect(self.lift)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    def lift(self) -> None:
        """Uncover the window."""
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(QRect(0, 0, watched.width(), watched.height()))
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the veil."""
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), color(Role.SCRIM))
        finally:
            painter.end()


class DialogSheet(QDialog, Generic[T]):
    """Base of every dialog: title, sentence, body, buttons at the bottom right.

    Esc rejects. `answer(value)` accepts with a value, which `ask` returns. The default button is
    pressed by Enter in any field. Add content to `body`.
    """

    def __init__(
        self,
        title: str,
        sentence: str = "",
        *,
        object_name: str,
        width: int = 480,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty dialog over the window of `parent`."""
        super().__init__(parent.window() if parent else None)
        self.setObjectName(object_name)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(width)
        self._width = width
        self.value: T | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        outer.setSpacing(Space.XL)
        self.heading = PlainLabel(title, TextRole.TITLE, wrap=True)
        self.sentence = PlainLabel(sentence, TextRole.BODY, Role.MUTED, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(Space.XS)
        words.addWidget(self.heading)
        words.addWidget(self.sentence)
        outer.addLayout(words)
        self.sentence.setVisible(bool(sentence))
        self.body = QVBoxLayout()
        self.body.setSpacing(Space.L)
        outer.addLayout(self.body, 1)
        self._left = QHBoxLayout()
        self._left.setSpacing(Space.S)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(Space.S)
        self._buttons.addLayout(self._left)
        self._buttons.addStretch(1)
        outer.addLayout(self._buttons)

    def set_texts(self, title: str, sentence: str = "") -> None:
        """Change the words at the top."""
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))

    def add_button(self, button: BaseButton, *, default: bool = False, left: bool = False) -> None:
        """Put a button at the bottom; `default` answers to Enter, `left` stands apart."""
        (self._left if left else self._buttons).addWidget(button)
        button.setDefault(default)

    def answer(self, value: T) -> None:
        """Accept with a value."""
        self.value = value
        self.accept()

    def _fit(self) -> None:
        """Be high enough: wrapped texts and errors need more room than Qt's own hint says."""
        layout = self.layout()
        if layout is not None:
            width = max(self.width(), self._width, layout.totalMinimumSize().width())
            least = layout.totalMinimumSize().height()
            height = max(layout.totalHeightForWidth(width), least)
            self.setMinimumHeight(min(height, self.screen().availableSize().height() - _FRAME))

    def event(self, event: QEvent) -> bool:
        """Grow with the content."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An Enter or Esc that is held down counts once, here and in what opens next."""
        if event.isAutoRepeat():
            event.accept()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the content and dim the window behind."""
        if not event.spontaneous():
            self._fit()
            self.resize(max(self._width, self.minimumSizeHint().width()), self.minimumHeight())
        super().showEvent(event)
        parent = self.parentWidget()
        if parent is not None and not event.spontaneous():
            Scrim(parent, self)


def _settle(future: asyncio.Future[int], result: int) -> None:
    if not future.done():
        future.set_result(result)


def _settle_rejected(future: asyncio.Future[int], _gone: QObject | None = None) -> None:
    _settle(future, QDialog.DialogCode.Rejected.value)


async def finished(dialog: QDialog) -> bool:
    """Open any dialog and wait for its end; whether it was accepted.

    When the waiting task is cancelled the dialog is closed. A dialog that dies with its window
    counts as rejected.
    """
    future: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    dialog.finished.connect(partial(_settle, future))
    dialog.destroyed.connect(partial(_settle_rejected, future))
    dialog.open()
    try:
        return await future == QDialog.DialogCode.Accepted.value
    except asyncio.CancelledError:
        if shiboken6.isValid(dialog):
            dialog.reject()
        raise


async def ask(dialog: DialogSheet[T]) -> T | None:
    """Open a dialog and wait for its value; `None` when it was rejected."""
    return dialog.value if await finished(dialog) else None
