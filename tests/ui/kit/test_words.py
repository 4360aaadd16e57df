"""The kit's own words: complete, translated while it runs, keys as printed on the keyboard."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pos_app.ui import kit
from pos_app.ui.kit.words import WORDS
from pos_app.ui.theme import Icon
from tests.ui.kit.screen import Screen


class Shouting(QTranslator):
    """A language in which every word of the kit is in capitals."""

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 - Qt's name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """Shout the kit's words, and leave Qt's own alone."""
        ours = context == "kit" and not disambiguation and n < 0
        return sourceText.upper() if ours else ""

    def isEmpty(self) -> bool:
        """Qt leaves out empty translators."""
        return False


@pytest.fixture
def shouting(qapp: QApplication) -> Iterator[Shouting]:
    """A translator that is installed by the test and removed after it."""
    made = Shouting()
    yield made
    qapp.removeTranslator(made)


def test_every_word_of_the_kit_is_listed() -> None:
    """What is looked up stands in `WORDS`, so that it can be translated."""
    folder = Path(kit.__file__).parent
    asked = {
        node.args[0].value
        for path in folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "kit_word"
        and isinstance(node.args[0], ast.Constant)
    }
    assert len(asked) > 5
    assert asked <= set(WORDS)


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("F9", "F9"),
        ("Ctrl+P", "Ctrl+P"),
        ("Ctrl+Shift+Del", "Ctrl+Shift+Del"),
        ("Return", "Enter"),
        ("Ctrl++", "Ctrl++"),
        ("+", "+"),
        ("", ""),
    ],
)
def test_keys_are_written_as_on_the_keyboard(keys: str, text: str) -> None:
    """Modifiers first, the plus key included."""
    assert kit.key_text(QKeySequence(keys)) == text


def test_a_change_of_language_reaches_every_widget(
    qapp: QApplication, qtbot: QtBot, screen: Screen, shouting: Shouting
) -> None:
    """All own words of shown widgets change at once, without a restart."""
    button = kit.PrimaryButton("Pay", object_name="pay", shortcut="Ctrl+P")
    rail = kit.RailButton("Sell", object_name="sell", icon=Icon.SHOPPING_BAG)
    rail.set_current(True)
    choice = kit.SegmentedChoice("Delivery", object_name="delivery")
    choice.set_options([("code", "Code")])
    choice.set_current("code")
    search = kit.SearchField("Search", object_name="search")
    stepper = kit.Stepper("Quantity", object_name="quantity")
    notice = kit.Notice("Removed")
    busy = kit.BusyIndicator()
    named = kit.BusyIndicator("Asking")
    pad = kit.Keypad(search)
    screen.show(button, rail, choice, search, stepper, notice, busy, named, pad)
    qapp.installTranslator(shouting)

    def name(object_name: str) -> str:
        found = button.window().findChild(QWidget, object_name)
        assert isinstance(found, QWidget)
        return found.accessibleName()

    qtbot.waitUntil(lambda: button.accessibleDescription() == "SHORTCUT: CTRL+P")
    assert button.key_hint() == "CTRL+P"
    assert rail.accessibleDescription() == "CURRENT PAGE"
    assert choice.button("code").accessibleDescription() == "CHOSEN"
    assert name("search-clear") == "CLEAR SEARCH"
    assert name("quantity-more") == "Quantity: ONE MORE"
    assert name("notice-dismiss").startswith("DISMISS NOTICE: ")
    assert name("keypad-delete") == "DELETE DIGIT"
    assert busy.label.text() == "PLEASE WAIT"
    assert named.label.text() == "Asking"
    busy.set_text("Catalogue")
    qapp.removeTranslator(shouting)
    qtbot.waitUntil(lambda: button.accessibleDescription() == "Shortcut: Ctrl+P")
    assert busy.label.text() == "Catalogue"
