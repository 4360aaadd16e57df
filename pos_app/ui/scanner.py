"""A barcode scanner types like a person, only much faster, and ends with Enter or Tab.

`Burst` decides by speed and terminator, without Qt. `ScanFilter` feeds it with the keys that
reach a window while no text field has the focus; keys in a text field always stay there.

The first key of what may be a scan passes: nobody can tell it from a person's, and a person must
not wait. From the second on keys are held back until the burst is a scan, or was none: then they
are sent on in their order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QTextEdit

GAP_MS: Final = 50  # between two keys of a scanner at most; people are slower
LEAST: Final = 4
# How long keys are held by our own clock, which a busy moment holds up. Two quick letters may be
# a person's and must not wait long; nobody types four of them so fast.
_PATIENCE_MS: Final = (150, 150, 150, 400, 1000)
_ONE_TURN_MS: Final = 20
_TYPED_INTO: Final = (QLineEdit, QAbstractSpinBox, QTextEdit, QPlainTextEdit)
_ENDS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_PLAIN: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class Verdict(Enum):
    """What becomes of a key."""

    PASS = "pass"  # noqa: S105 - not a password
    HOLD = "hold"
    SCAN = "scan"
    GIVE_BACK = "give back"  # all that was held, and then this key


@dataclass(slots=True)
class Burst:
    """Keys that may become a scan; times are those at which the keys were pressed."""

    gap_ms: int = GAP_MS
    least: int = LEAST
    text: str = ""
    _last_ms: int = field(default=0)

    @property
    def is_holding(self) -> bool:
        """Whether keys are held back."""
        return len(self.text) > 1

    def goes_on(self, at_ms: int) -> bool:
        """Whether a key of this moment would belong to what has begun."""
        return bool(self.text) and 0 <= at_ms - self._last_ms <= self.gap_ms

    def key(self, sign: str, at_ms: int) -> Verdict:
        """A printable key."""
        in_time = self.goes_on(at_ms)
        self._last_ms = at_ms
        if in_time:
            self.text += sign
            return Verdict.HOLD
        held = self.is_holding
        self.text = "" if held else sign
        return Verdict.GIVE_BACK if held else Verdict.PASS

    def end(self, at_ms: int) -> Verdict:
        """Enter or Tab; `text` is the scan until `forget`."""
        if self.goes_on(at_ms) and len(self.text) >= self.least:
            return Verdict.SCAN
        held = self.is_holding
        self.text = ""
        return Verdict.GIVE_BACK if held else Verdict.PASS

    def forget(self) -> None:
        """Begin anew."""
        self.text = ""


class ScanFilter(QObject):
    """Watches the keys of one window.

    Signals:
    - scanned(str): a scan, without its terminator.
    """

    scanned = Signal(str)

    def __init__(self, listens: Callable[[], bool], parent: QObject) -> None:
        """`listens` tells whether scans are welcome now (not locked, not after `Pay`)."""
        super().__init__(parent)
        self._listens = listens
        self._burst = Burst()
        self._held: list[QKeyEvent] = []
        self._window: QWindow | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_quiet)
        self._looked = False

    def watch(self, window: QWindow) -> None:
        """Watch a window; a dialog is another window."""
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Hold back what may be a scan; what was sent on by this filter passes."""
        pressed = event.type() == QEvent.Type.KeyPress and event.spontaneous()
        if not pressed or not isinstance(event, QKeyEvent):
            return False
        # Keys in a text field stay there, but a burst goes on where its first key led the focus.
        typing = isinstance(QApplication.focusWidget(), _TYPED_INTO)
        if not self._listens() or (typing and not self._burst.goes_on(event.timestamp())):
            self._give_back()
            return False
        return self._judge(event)

    def _judge(self, event: QKeyEvent) -> bool:
        sign = event.text()
        plain = not event.modifiers() & ~_PLAIN and not event.isAutoRepeat()
        if plain and event.key() in _ENDS:
            verdict = self._burst.end(event.timestamp())
        elif plain and sign and sign.isprintable():
            verdict = self._burst.key(sign, event.timestamp())
        elif not sign and event.key() in _SILENT:
            return False
        else:
            verdict = Verdict.GIVE_BACK if self._held else Verdict.PASS
            self._burst.forget()
        return self._follow(verdict, event)

    def _follow(self, verdict: Verdict, event: QKeyEvent) -> bool:
        if verdict is Verdict.SCAN:
            text = self._burst.text
            self._forget()
            self.scanned.emit(text)
        elif verdict is Verdict.HOLD:
            self._held.append(_copy(event))
            self._looked = False
            self._timer.start(_PATIENCE_MS[min(len(self._burst.text), len(_PATIENCE_MS) - 1)])
        elif verdict is Verdict.GIVE_BACK:
            began = self._burst.text
            self._give_back()
            self._burst.text = began
        return verdict in (Verdict.SCAN, Verdict.HOLD)

    def _on_quiet(self) -> None:
        """Nothing came for a while; after a busy moment keys may still lie behind this timer.

        One more turn of the loop hands them out, and their own times tell whether they belong.
        """
        if self._looked:
            self._give_back()
        else:
            self._looked = True
            self._timer.start(_ONE_TURN_MS)

    def _forget(self) -> None:
        self._timer.stop()
        self._looked = False
        self._burst.forget()
        self._held.clear()

    def _give_back(self) -> None:
        """It was a person: send on what was held, in its order and before whatever comes next."""
        held = list(self._held)
        self._forget()
        if self._window is not None:
            for event in held:
                QCoreApplication.sendEvent(self._window, event)


_SILENT: Final = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock})


def _copy(event: QKeyEvent) -> QKeyEvent:
    """A key of our own: Qt's dies with its delivery."""
    return QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
