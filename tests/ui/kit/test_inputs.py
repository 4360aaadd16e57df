"""Stepper, tick box, drop-down list, keypad and choice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos_app.ui.kit import (
    BaseButton,
    CheckBox,
    Field,
    Keypad,
    PinField,
    SegmentedChoice,
    SelectField,
    Stepper,
)
from pos_app.ui.theme import TOUCH_TARGET, Role, apply_theme, color
from tests.ui.kit.screen import Screen, second_press

LEFT = Qt.MouseButton.LeftButton


def part(parent: Stepper | Keypad, name: str) -> BaseButton:
    """A button inside a widget, by object name."""
    found = parent.findChild(BaseButton, name)
    assert isinstance(found, BaseButton)
    return found


def test_a_stepper_is_a_spin_box_with_a_name(screen: Screen) -> None:
    """Outside it is the spin box `Quantity` whose value can be read and shown."""
    stepper = Stepper("Quantity", object_name="quantity")
    screen.show(stepper)
    seen = QAccessible.queryAccessibleInterface(stepper.spin)
    assert seen.role() == QAccessible.Role.SpinBox
    assert seen.text(QAccessible.Text.Name) == "Quantity"
    assert stepper.spin.lineEdit().width() > 20
    assert stepper.spin.objectName() == "quantity"


def test_every_tap_on_plus_counts(screen: Screen) -> None:
    """Fast taps add up; the ends of the range switch the buttons off."""
    stepper = Stepper("Quantity", object_name="quantity", maximum=4)
    screen.show(stepper)
    values: list[int] = []
    stepper.value_changed.connect(values.append)
    more, less = part(stepper, "quantity-more"), part(stepper, "quantity-less")
    assert (less.isEnabled(), more.isEnabled()) == (False, True)
    QTest.mouseClick(more, LEFT)
    second_press(more)
    assert stepper.value() == 3
    QTest.mouseClick(more, LEFT)
    assert (less.isEnabled(), more.isEnabled()) == (True, False)
    QTest.mouseClick(less, LEFT)
    assert values == [2, 3, 4, 3]
    assert (more.accessibleName(), less.accessibleName()) == (
        "Quantity: One more",
        "Quantity: One less",
    )


def test_a_whole_row_ticks_the_box(screen: Screen) -> None:
    """A tap on the words ticks as well as one on the box; the row is a touch target."""
    box = CheckBox("Sounds & beeps", object_name="sounds")
    screen.show(box)
    assert box.height() >= TOUCH_TARGET
    QTest.mouseClick(box, LEFT, pos=box.rect().center())
    assert box.isChecked()
    seen = QAccessible.queryAccessibleInterface(box)
    assert seen.role() == QAccessible.Role.CheckBox
    assert seen.text(QAccessible.Text.Name) == "Sounds & beeps"


def test_a_tick_can_be_seen(screen: Screen) -> None:
    """Ticked, focused and disabled boxes look different."""
    box = CheckBox("Sounds", object_name="sounds")
    screen.show(box)
    box.clearFocus()
    pictures = [box.grab().toImage()]
    box.setFocus()
    pictures.append(box.grab().toImage())
    box.setChecked(True)
    pictures.append(box.grab().toImage())
    box.setEnabled(False)
    pictures.append(box.grab().toImage())
    assert all(a != b for n, a in enumerate(pictures) for b in pictures[n + 1 :])


def test_a_drop_down_list_shows_its_arrow(screen: Screen) -> None:
    """The arrow is painted at the right end, in the muted colour."""
    field = SelectField(object_name="language")
    field.addItem("Deutsch", "de")
    screen.show(field)
    assert field.height() >= TOUCH_TARGET
    picture = field.grab().toImage()
    columns = range(picture.width() - 32, picture.width() - 12)
    tones = {picture.pixelColor(x, y).name() for x in columns for y in range(picture.height())}
    assert color(Role.MUTED).name() in tones


def test_a_keypad_types_like_a_keyboard(screen: Screen) -> None:
    """Digits go where the cursor is; length and kind are limited as for typed ones."""
    field = PinField("PIN", object_name="pin")
    pad = Keypad(field.edit)
    screen.show(field, pad)
    for digit in "1234567890123":
        QTest.mouseClick(part(pad, f"keypad-{digit}"), LEFT)
    assert field.text() == "123456789012"
    QTest.mouseClick(part(pad, "keypad-delete"), LEFT)
    assert field.text() == "12345678901"
    assert field.edit.hasFocus()


def test_a_keypad_can_hold_the_decimal_sign(screen: Screen) -> None:
    """One more key types what the language needs."""
    field = Field("Amount", object_name="amount")
    pad = Keypad(field.edit, extra=",")
    screen.show(field, pad)
    for key in "5,0":
        QTest.mouseClick(part(pad, f"keypad-{key}"), LEFT)
    assert field.text() == "5,0"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_keys_are_large_enough_for_fingers(
    qapp: QApplication, screen: Screen, scale: float
) -> None:
    """Each key is a touch target at any text size."""
    apply_theme(qapp, "light", text_scale=scale)
    field = PinField("PIN", object_name="pin")
    pad = Keypad(field.edit)
    screen.show(field, pad)
    for key in pad.findChildren(BaseButton):
        assert min(key.width(), key.height()) >= TOUCH_TARGET


def delivery(screen: Screen, width: int = 0) -> SegmentedChoice:
    """A choice of three above a field."""
    choice = SegmentedChoice("Delivery", object_name="delivery")
    choice.set_options([("code", "Code"), ("url", "Link"), ("email", "E-mail")])
    screen.show(choice, Field("After", object_name="after"), width=width)
    return choice


def test_options_are_plain_buttons(screen: Screen) -> None:
    """None can be checked; the chosen one is described, and looks different."""
    choice = delivery(screen)
    before = choice.button("url").grab().toImage()
    choice.set_current("url")
    assert choice.current() == "url"
    assert choice.button("url").grab().toImage() != before
    assert choice.button("url").property("current") is True
    for key, name in (("code", "Code"), ("url", "Link"), ("email", "E-mail")):
        seen = QAccessible.queryAccessibleInterface(choice.button(key))
        assert seen.role() == QAccessible.Role.Button
        assert seen.text(QAccessible.Text.Name) == name
        said = "Chosen" if key == "url" else ""
        assert seen.text(QAccessible.Text.Description) == said


def test_a_press_chooses(screen: Screen, qtbot: QtBot) -> None:
    """A press marks the option and tells its key, again for the same one."""
    choice = delivery(screen)
    for _ in range(2):
        with qtbot.waitSignal(choice.chosen) as chosen:
            QTest.mouseClick(choice.button("email"), LEFT)
        assert chosen.args == ["email"]
        assert choice.current() == "email"


def test_arrow_keys_go_along(screen: Screen) -> None:
    """Left and right move the focus around; Space chooses."""
    choice = delivery(screen)
    choice.button("code").setFocus()
    QTest.keyClick(choice.button("code"), Qt.Key.Key_Left)
    assert choice.button("email").hasFocus()
    QTest.keyClick(choice.button("email"), Qt.Key.Key_Right)
    QTest.keyClick(choice.button("code"), Qt.Key.Key_Right)
    assert choice.button("url").hasFocus()
    QTest.keyClick(choice.button("url"), Qt.Key.Key_Space)
    assert choice.current() == "url"


def test_options_wrap_when_room_is_scarce(screen: Screen, qtbot: QtBot) -> None:
    """Buttons go onto the next line and are never cut or laid over each other."""
    choice = delivery(screen, width=180)
    buttons = [choice.button(key) for key in ("code", "url", "email")]
    qtbot.waitUntil(lambda: buttons[2].y() > buttons[0].y())
    for button in buttons:
        assert choice.rect().contains(button.geometry())
        assert button.width() >= button.minimumSizeHint().width()
    assert not buttons[1].geometry().intersects(buttons[2].geometry())


def test_options_can_change(screen: Screen) -> None:
    """New options replace the old ones; unknown keys choose nothing; words follow a language."""
    choice = delivery(screen)
    choice.set_current("code")
    choice.set_options([("10", "€10.00"), ("20", "€20.00")])
    assert choice.current() == ""
    choice.set_current("nothing")
    assert choice.current() == ""
    choice.set_words("Beträge", [("10", "10,00 €"), ("20", "20,00 €")])
    assert choice.accessibleName() == "Beträge"
    assert choice.button("10").label() == "10,00 €"
    with pytest.raises(KeyError):
        choice.button("code")
