"""PySide6 must not lose references to None.

WORKAROUND: PySide6 6.12.0 on Python 3.11 loses one for each call of a C++ method that returns
nothing. Short tests pass, but after about 5,000 calls the process dies with "none_dealloc": a
till that runs all day cannot. Hence the range `<6.12` in pyproject.toml. From Python 3.12 on None
is immortal and its count says nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QWidget
from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None is immortal, its count says nothing"
)
CALLS = 200


class _Source(QObject):
    fired = Signal()


class _Receiver(QObject):
    @Slot()
    def on_fired(self) -> None:
        """Do nothing."""


class _Painted(QWidget):
    def paintEvent(self, event: QEvent) -> None:
        """Do nothing."""


def _set_text() -> Callable[[], object]:
    label = QLabel()
    return lambda: label.setText("a")


def _missing_item() -> Callable[[], object]:
    widget = QListWidget()
    return lambda: widget.item(3)


def _kill_timer() -> Callable[[], object]:
    owner = QObject()
    return lambda: owner.killTimer(owner.startTimer(1000))


def _slot() -> Callable[[], object]:
    source, receiver = _Source(), _Receiver()
    source.fired.connect(receiver.on_fired, Qt.ConnectionType.DirectConnection)

    def fire() -> QObject:
        source.fired.emit()
        return receiver

    return fire


def _paint() -> Callable[[], object]:
    widget = _Painted()
    widget.show()
    return widget.repaint


def _send_event() -> Callable[[], object]:
    target = QObject()
    return lambda: QApplication.sendEvent(target, QEvent(QEvent.Type.User))


@pytest.mark.parametrize(
    "make", [_set_text, _missing_item, _kill_timer, _slot, _paint, _send_event]
)
def test_none_keeps_its_references(make: Callable[[], Callable[[], object]], qtbot: QtBot) -> None:
    """Calls that return nothing must leave the count of None where it was."""
    del qtbot
    call = make()
    call()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    assert abs(sys.getrefcount(None) - before) < CALLS / 10
