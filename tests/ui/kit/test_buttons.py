"""Buttons: names, keys, guards against a second press, and sizes for fingers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos_app.ui.kit import (
    BaseButton,
    DangerButton,
    IconButton,
    PrimaryButton,
    QuietButton,
    RailButton,
    SecondaryButton,
)
from pos_app.ui.theme import TOUCH_TARGET, Icon, Role, apply_theme, color
from tests.ui.kit.screen import Screen, second_press

KINDS = (PrimaryButton, SecondaryButton, DangerButton, QuietButton)


class Presses:
    """Counts what a button triggers."""

    def __init__(self, button: BaseButton) -> None:
        """Listen."""
        self.count = 0
        button.triggered.connect(self.note)

    def note(self) -> None:
        """One more."""
        self.count += 1


@pytest.mark.parametrize("kind", KINDS)
def test_assistive_technology_sees_a_plain_button(screen: Screen, kind: type[BaseButton]) -> None:
    """It is a button with its label as name, its key in the description, and no tick."""
    button = kind("Tea & Co", object_name="tea", icon=Icon.GIFT, shortcut="Ctrl+P")
    screen.keep(button)
    seen = QAccessible.queryAccessibleInterface(button)
    assert seen.role() == QAccessible.Role.Button
    assert seen.text(QAccessible.Text.Name) == "Tea & Co"
    assert seen.text(QAccessible.Text.Description) == "Shortcut: Ctrl+P"
    assert button.objectName() == "tea"
    assert not button.isCheckable()


def test_a_new_label_is_a_new_name(screen: Screen) -> None:
    """Name and text change together, and reasons join the shortcut in the description."""
    button = PrimaryButton("Pay", object_name="pay", shortcut="F9")
    screen.keep(button)
    button.set_label("Bezahlen")
    button.set_description("3 cards")
    assert (button.label(), button.accessibleName()) == ("Bezahlen", "Bezahlen")
    assert button.accessibleDescription() == "3 cards. Shortcut: F9"


def test_keys_press_it_once(screen: Screen, qtbot: QtBot) -> None:
    """Space, Enter and the shortcut each trigger once."""
    button = SecondaryButton("Print again", object_name="print", shortcut="F6")
    window = screen.show(button)
    presses = Presses(button)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Enter)
    assert presses.count == 3
    QTest.keyClick(window, Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: presses.count == 4)


def test_a_key_that_is_held_down_presses_once(screen: Screen) -> None:
    """Repetitions of Enter do nothing."""
    button = SecondaryButton("Readable", object_name="readable")
    screen.show(button)
    presses = Presses(button)
    for repeated in (False, True, True, True):
        key = QKeyEvent(
            QEvent.Type.KeyPress,
            Qt.Key.Key_Return,
            Qt.KeyboardModifier.NoModifier,
            "\r",
            repeated,
        )
        QApplication.sendEvent(button, key)
    assert presses.count == 1


def test_the_second_press_of_a_double_click_is_swallowed(screen: Screen) -> None:
    """A double click triggers once: its second press may hit what the first one brought."""
    button = PrimaryButton("Pay", object_name="pay")
    screen.show(button)
    presses = Presses(button)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    second_press(button)
    assert presses.count == 1


def test_a_held_button_ignores_presses_and_keeps_the_focus(screen: Screen) -> None:
    """While its work is running nothing more is triggered, by no way of pressing."""
    button = PrimaryButton("Confirm payment", object_name="confirm")
    neighbour = SecondaryButton("Back to cart", object_name="back")
    screen.show(button, neighbour)
    presses = Presses(button)
    button.triggered.connect(button.hold)
    button.setFocus()
    for _ in range(3):
        QTest.keyClick(button, Qt.Key.Key_Return)
        button.click()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert presses.count == 1
    assert button.is_held()
    assert button.hasFocus()
    button.release()
    button.click()
    assert presses.count == 2


def test_a_disabled_or_hidden_button_has_no_shortcut(screen: Screen) -> None:
    """The key of a button that can't be pressed does nothing."""
    button = SecondaryButton("Pay", object_name="pay", shortcut="F9")
    window = screen.show(button)
    presses = Presses(button)
    button.setEnabled(False)
    QTest.keyClick(window, Qt.Key.Key_F9)
    button.setEnabled(True)
    button.hide()
    QTest.keyClick(window, Qt.Key.Key_F9)
    QApplication.processEvents()
    assert presses.count == 0


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("kind", [*KINDS, IconButton])
def test_buttons_are_large_enough_for_fingers(
    qapp: QApplication, screen: Screen, kind: type[BaseButton], scale: float
) -> None:
    """At any text size a button is 44 pixels or more, and its label is never cut."""
    apply_theme(qapp, "light", text_scale=scale)
    long = kind("Rückerstattungsbestätigung ausdrucken", object_name="b", shortcut="Del")
    screen.keep(long)
    assert long.minimumSizeHint().height() >= TOUCH_TARGET
    assert long.minimumSizeHint().width() >= TOUCH_TARGET
    if kind is not IconButton:
        words = long.fontMetrics().horizontalAdvance(long.label())
        assert long.minimumSizeHint().width() > words


def test_the_ring_shows_the_focus(screen: Screen) -> None:
    """The edge of a focused button is painted in the colour of the focus ring."""
    button = SecondaryButton("Pay", object_name="pay")
    screen.show(button)
    edge = QPoint(button.width() // 2, 0)
    button.clearFocus()
    assert button.grab().toImage().pixelColor(edge) != color(Role.FOCUS)
    button.setFocus()
    assert button.grab().toImage().pixelColor(edge) == color(Role.FOCUS)


def test_a_count_is_described_but_not_named(screen: Screen) -> None:
    """`Open cases` stays `Open cases` with any number of them."""
    button = RailButton("Open cases", object_name="cases", icon=Icon.TRIANGLE_ALERT)
    screen.keep(button)
    button.set_count(3, "3 open cases")
    button.set_current(True)
    assert button.accessibleName() == "Open cases"
    assert button.accessibleDescription() == "Current page. 3 open cases"
    assert button.is_current()
    assert not button.isCheckable()
    button.set_count(0)
    button.set_current(False)
    assert button.accessibleDescription() == ""


def test_a_count_is_painted(screen: Screen) -> None:
    """The picture of a rail entry changes with its count and with being current."""
    button = RailButton("Open cases", object_name="cases", icon=Icon.TRIANGLE_ALERT)
    screen.keep(button)
    pictures = [button.grab().toImage()]
    button.set_count(7)
    pictures.append(button.grab().toImage())
    button.set_count(700)
    pictures.append(button.grab().toImage())
    button.set_current(True)
    pictures.append(button.grab().toImage())
    assert all(a != b for n, a in enumerate(pictures) for b in pictures[n + 1 :])
