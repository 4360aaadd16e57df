"""Fields: names, errors, PINs, amounts by language, the search line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from pos_app.domain.errors import AmountError
from pos_app.domain.money import Language, Money
from pos_app.ui.kit import AmountField, Field, PinField, SearchField
from pos_app.ui.theme import TOUCH_TARGET, apply_theme
from tests.ui.kit.screen import Screen


def test_a_field_is_called_by_its_label(screen: Screen) -> None:
    """The line edit has the label as its name and the hint as its description."""
    field = Field("E-mail address", object_name="email", hint="name@example.org")
    screen.keep(field)
    seen = QAccessible.queryAccessibleInterface(field.edit)
    assert seen.role() == QAccessible.Role.EditableText
    assert seen.text(QAccessible.Text.Name) == "E-mail address"
    assert seen.text(QAccessible.Text.Description) == "name@example.org"
    assert field.edit.objectName() == "email"


def test_an_error_is_said_and_typing_clears_it(screen: Screen) -> None:
    """The line below turns into the error, also in the description, until the text changes."""
    field = Field("Reason", object_name="reason", hint="why")
    screen.show(field)
    field.set_error("Say why")
    assert field.has_error()
    assert (field.message.text(), field.edit.accessibleDescription()) == ("Say why", "Say why")
    assert field.edit.property("invalid") is True
    QTest.keyClicks(field.edit, "x")
    assert not field.has_error()
    assert (field.message.text(), field.edit.accessibleDescription()) == ("why", "why")
    assert field.edit.property("invalid") is False


def test_an_error_moves_nothing(screen: Screen) -> None:
    """The room of one line below is always kept."""
    field = Field("Reason", object_name="reason")
    screen.show(field)
    before = field.sizeHint()
    field.set_error("Say why")
    assert field.sizeHint().height() == before.height()


def test_signals_tell_text_and_enter(screen: Screen, qtbot: QtBot) -> None:
    """Text arrives whether typed or set, as the outside world sets it."""
    field = Field("Reason", object_name="reason")
    screen.show(field)
    with qtbot.waitSignal(field.text_changed) as changed:
        field.set_text("late")
    assert changed.args == ["late"]
    with qtbot.waitSignal(field.submitted):
        QTest.keyClick(field.edit, Qt.Key.Key_Return)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_fields_are_large_enough_for_fingers(
    qapp: QApplication, screen: Screen, scale: float
) -> None:
    """A line edit is 44 pixels high or more at any text size."""
    apply_theme(qapp, "light", text_scale=scale)
    for field in (
        Field("a", object_name="a"),
        PinField("b", object_name="b"),
        AmountField("c", object_name="c", currency="EUR", language=Language.DE),
    ):
        screen.show(field)
        assert field.edit.height() >= TOUCH_TARGET
    search = SearchField("d", object_name="d")
    screen.show(search)
    assert search.height() >= TOUCH_TARGET


def test_a_pin_is_hidden_digits(screen: Screen) -> None:
    """Letters are refused, digits are dots, twelve are the most, and taking it empties it."""
    field = PinField("PIN", object_name="pin")
    screen.show(field)
    QTest.keyClicks(field.edit, "12a3-4")
    assert field.text() == "1234"
    assert field.edit.echoMode() == QLineEdit.EchoMode.Password
    assert "1" not in field.edit.displayText()
    QTest.keyClicks(field.edit, "567890123")
    assert field.take() == "123456789012"
    assert field.text() == ""


def test_a_pin_can_not_be_copied_out(screen: Screen) -> None:
    """Neither the tree of assistive technology nor a copy gives the digits."""
    field = PinField("PIN", object_name="pin")
    screen.show(field)
    field.set_text("4711")
    QApplication.clipboard().setText("before")
    field.edit.selectAll()
    field.edit.copy()
    assert QApplication.clipboard().text() == "before"
    seen = QAccessible.queryAccessibleInterface(field.edit)
    assert "4711" not in seen.text(QAccessible.Text.Value)


@pytest.mark.parametrize(
    ("language", "text", "minor"),
    [
        (Language.EN, "50.00", 5000),
        (Language.DE, "50,00", 5000),
        (Language.DE, "12,5", 1250),
        (Language.EN, "25", 2500),
        (Language.DE, "50.00", None),
        (Language.EN, "50,00", None),
        (Language.EN, "abc", None),
        (Language.EN, "", None),
    ],
)
def test_amounts_are_read_by_language(
    screen: Screen, language: Language, text: str, minor: int | None
) -> None:
    """The language's own form is an amount, the other form is refused."""
    field = AmountField("Amount", object_name="amount", currency="EUR", language=language)
    screen.show(field)
    amounts: list[object] = []
    field.amount_changed.connect(amounts.append)
    QTest.keyClicks(field.edit, text)
    expected = None if minor is None else Money(minor, "EUR")
    assert field.money_or_none() == expected
    if text:
        assert amounts[-1] == expected
    if minor is None:
        with pytest.raises(AmountError):
            field.money()


def test_a_change_of_language_rewrites_the_amount(screen: Screen) -> None:
    """What was typed keeps its value in the other language's form."""
    field = AmountField("Amount", object_name="amount", currency="EUR", language=Language.EN)
    screen.keep(field)
    field.set_money(Money(123450, "EUR"))
    assert field.text() == "1234.50"
    field.set_language(Language.DE)
    assert field.text() == "1234,50"
    assert field.money() == Money(123450, "EUR")


def test_search_is_cleared_by_escape_first(screen: Screen) -> None:
    """Esc empties the line; only on an empty line it goes one step back."""

    class Parent(QWidget):
        """Notes an Esc that comes through."""

        escaped = 0

        def keyPressEvent(self, _event: QKeyEvent) -> None:
            """Count."""
            self.escaped += 1

    parent = Parent()
    search = SearchField("Search products", object_name="search", parent=parent)
    screen.show(parent)
    search.setText("kaffee")
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert (search.text(), parent.escaped) == ("", 0)
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert parent.escaped == 1


def test_search_leads_to_the_results(screen: Screen, qtbot: QtBot) -> None:
    """The arrow down and Enter are passed on; the clear button shows only with a text."""
    search = SearchField("Search products", object_name="search")
    screen.show(search)
    clear = search.findChild(QWidget, "search-clear")
    assert isinstance(clear, QWidget)
    assert clear.isHidden()
    search.setText("x")
    assert not clear.isHidden()
    assert clear.accessibleName() == "Clear search"
    with qtbot.waitSignal(search.results_wanted):
        QTest.keyClick(search, Qt.Key.Key_Down)
    with qtbot.waitSignal(search.submitted):
        QTest.keyClick(search, Qt.Key.Key_Return)
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert search.text() == ""
