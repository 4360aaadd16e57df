"""A scan is told from a person by its speed and its terminator."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from pos_app.ui.scanner import GAP_MS, LEAST, Burst, ScanFilter, Verdict

EAN = "4006381333931"


def fed(burst: Burst, text: str, every_ms: int, start_ms: int = 1000) -> tuple[list[Verdict], int]:
    """What becomes of each key, and when the last one came."""
    times = [start_ms + place * every_ms for place in range(len(text))]
    return [burst.key(sign, at) for sign, at in zip(text, times, strict=True)], times[-1]


@pytest.mark.parametrize("every_ms", [0, 1, 10, GAP_MS])
def test_a_fast_burst_with_an_end_is_a_scan(every_ms: int) -> None:
    """Its first key passes, the others are held, the terminator makes it a scan."""
    burst = Burst()
    verdicts, last = fed(burst, EAN, every_ms)
    assert verdicts == [Verdict.PASS] + [Verdict.HOLD] * (len(EAN) - 1)
    assert burst.end(last + every_ms) is Verdict.SCAN
    assert burst.text == EAN
    burst.forget()
    assert burst.end(last + every_ms) is Verdict.PASS


def test_a_person_is_never_held() -> None:
    """Slower than a scanner: every key passes, and so does Enter."""
    burst = Burst()
    verdicts, last = fed(burst, "kino", GAP_MS + 1)
    assert set(verdicts) == {Verdict.PASS}
    assert burst.end(last + 1) is Verdict.PASS


def test_what_was_none_is_given_back() -> None:
    """Too short, too late or begun anew: nothing that was held gets lost."""
    short = Burst()
    _, last = fed(short, "1" * (LEAST - 1), 1)
    assert short.end(last + 1) is Verdict.GIVE_BACK
    late = Burst()
    _, last = fed(late, EAN, 1)
    assert late.end(last + GAP_MS + 1) is Verdict.GIVE_BACK
    again = Burst()
    _, last = fed(again, "12", 1)
    assert again.key("3", last + GAP_MS + 1) is Verdict.GIVE_BACK
    assert again.key("4", last + GAP_MS + 2) is Verdict.PASS


def test_a_clock_that_goes_back_is_no_scan() -> None:
    """Times come from outside: a step back ends the burst."""
    burst = Burst()
    burst.key("1", 1000)
    assert burst.key("2", 900) is Verdict.PASS


class Desk(QWidget):
    """A window with a button, a list and a text field under a scan filter."""

    def __init__(self) -> None:
        super().__init__()
        self.listens = True
        self.pressed = 0
        self.scans: list[str] = []
        self.typed: list[str] = []
        self.button, self.list, self.edit = QPushButton("Pay"), QListWidget(), QLineEdit()
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        for part in (self.button, self.list, self.edit):
            column.addWidget(part)
        self.filter = ScanFilter(self._listens, self)
        self.filter.scanned.connect(self.scans.append)

    def _listens(self) -> bool:
        return self.listens

    def _on_clicked(self) -> None:
        self.pressed += 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters typed anywhere are kept."""
        self.typed.append(event.text())


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    """The window in front, its button with the focus."""
    made = Desk()
    qtbot.addWidget(made)
    made.show()
    handle = made.windowHandle()
    made.filter.watch(handle)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.button.setFocus()
    qtbot.waitUntil(made.button.hasFocus)
    yield made
    # A key that was still on its way must not meet a window that is gone.
    QApplication.sendPostedEvents()


def type_into(desk: Desk, text: str) -> None:
    """Type into the window through the window system, as fast as it can be done."""
    for sign in text:
        QTest.keyClick(desk.windowHandle(), Qt.Key(ord(sign.upper())))


def scan(desk: Desk, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    """Type as a scanner does."""
    type_into(desk, text)
    QTest.keyClick(desk.windowHandle(), end)


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_a_scan_presses_nothing(desk: Desk, end: Qt.Key) -> None:
    """The button with the focus is not pressed, the focus stays, the text is told once."""
    scan(desk, EAN, end)
    assert desk.scans == [EAN]
    assert desk.pressed == 0
    assert desk.button.hasFocus()


def test_keys_always_reach_a_text_field(desk: Desk, qtbot: QtBot) -> None:
    """However fast they come, they are typed there and are no scan."""
    desk.edit.setFocus()
    qtbot.waitUntil(desk.edit.hasFocus)
    scan(desk, EAN)
    assert desk.edit.text() == EAN
    assert desk.scans == []


def test_where_scans_are_not_welcome_keys_are_keys(desk: Desk) -> None:
    """On the lock screen and after `Pay` the filter holds nothing back."""
    desk.listens = False
    scan(desk, "12")
    assert desk.scans == []
    assert desk.typed[:2] == ["1", "2"]


def test_a_busy_moment_breaks_no_scan(desk: Desk) -> None:
    """Keys that wait behind a slow turn of the loop still belong to the scan by their times."""
    type_into(desk, EAN[:5])
    # The loop comes back late: the timer is due before the rest has been handed out.
    desk.filter._on_quiet()
    scan(desk, EAN[5:])
    assert desk.scans == [EAN]


def test_two_quick_letters_arrive(desk: Desk, qtbot: QtBot) -> None:
    """A person who rolls over two keys types both, in their order."""
    type_into(desk, "ki")
    qtbot.waitUntil(lambda: desk.typed == ["k", "i"])
    assert desk.scans == []


def test_a_short_burst_gives_its_enter_back(desk: Desk, qtbot: QtBot) -> None:
    """Two signs and Enter are a person's: the button is pressed."""
    scan(desk, "12")
    qtbot.waitUntil(lambda: desk.typed[:2] == ["1", "2"])
    assert desk.scans == []


def test_other_keys_end_a_burst(desk: Desk, qtbot: QtBot) -> None:
    """An arrow in the middle: no scan, and nothing lost."""
    type_into(desk, "12")
    QTest.keyClick(desk.windowHandle(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: desk.typed[:2] == ["1", "2"])
    QTest.keyClick(desk.windowHandle(), Qt.Key.Key_Shift)
    assert desk.scans == []
