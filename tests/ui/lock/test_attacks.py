"""Somebody at a locked till: keys, scans, a second start. None of it gets past the PIN."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from pos_app.ui.views.lock.screen import LockScreen
from tests.helpers.waiting import until
from tests.ui.conftest import TRAINEE, Counter
from tests.ui.sell.hands import fill, ranged, start


def sequences(root: QWidget) -> set[str]:
    """Every shortcut that the widgets below `root` listen to, whether they can be seen or not."""
    found = {button.shortcut().toString() for button in root.findChildren(QAbstractButton)}
    found |= {shortcut.key().toString() for shortcut in root.findChildren(QShortcut)}
    return found - {""}


def hit(window: QWidget, sequence: str) -> None:
    """Press a shortcut in the window, and in whatever has the focus."""
    for target in {window, QApplication.focusWidget() or window}:
        QTest.keySequence(target, QKeySequence(sequence))


async def lock(counter: Counter) -> set[str]:
    """A till with a filled cart, then locked; the shortcuts it had."""
    await start(counter, TRAINEE)
    fill(counter, ranged(counter), quantity=2)
    known = sequences(counter.window)
    assert {"F9", "Ctrl+1", "Ctrl+L", "F1"} <= known
    counter.press("rail_lock")
    await until(lambda: counter.services.session.is_locked)
    await until(lambda: isinstance(counter.window.centralWidget(), LockScreen))
    return known


async def still_locked(counter: Counter) -> None:
    """Locked, nothing sold, nothing but the lock screen to see; the cart waits."""
    await until(lambda: "sign in" not in " ".join(counter.tasks.names()))
    assert counter.services.session.is_locked
    assert isinstance(counter.window.centralWidget(), LockScreen)
    assert len(counter.services.cart.items) == 2
    assert not await counter.services.records.orders()
    others = set(QApplication.topLevelWidgets()) - {counter.window}
    assert not [each for each in others if each.isVisible()]
    for name in ("sell_page", "pay", "rail", "help_sheet", "manager_pin"):
        assert not counter.sees(name)


async def test_no_shortcut_passes_the_lock(counter: Counter) -> None:
    """Every shortcut of the program, every function key, Esc, Enter, Tab and Alt with letters."""
    known = await lock(counter)
    more = {f"F{number}" for number in range(1, 13)} | {"Esc", "Return", "Enter", "Tab", "Space"}
    letters = {f"{held}+{letter}" for held in ("Alt", "Ctrl") for letter in "ABDLNOPSUX12345"}
    for sequence in sorted(known | more | letters):
        hit(counter.window, sequence)
    await still_locked(counter)


async def test_no_scan_passes_the_lock(counter: Counter) -> None:
    """Codes of products, of sales and of cards with their Enter: at most wrong PINs, told once."""
    await lock(counter)
    product = ranged(counter)
    for scan in ("4006381333931", product.code, "TRAINING-T1-000001", "]C1(01)0400638133393"):
        target = QApplication.focusWidget() or counter.window
        QTest.keyClicks(target, "".join(sign for sign in scan if sign.isascii()))
        QTest.keyClick(target, Qt.Key.Key_Return)
    await still_locked(counter)


# The offscreen platform has no stack of windows.
@pytest.mark.qt_log_ignore("^This plugin does not support raise")
async def test_a_second_start_passes_nothing(counter: Counter) -> None:
    """It only brings the locked window to the front, however often."""
    await lock(counter)
    for _ in range(3):
        counter.window.raise_to_front()
    await still_locked(counter)
