"""F1: the shortcuts of what is on screen, collected from its buttons."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from pos_app.ui.kit import (
    BaseButton,
    Card,
    CardTone,
    DialogSheet,
    KeyValueList,
    Pair,
    SecondaryButton,
)
from pos_app.ui.kit.notices import ACTION_KEY
from pos_app.ui.theme import Icon, Space

_HEIGHT: Final = 420
_REST: Final = 240  # what the window needs beside the list: margins, words, the button


def shortcuts_of(widget: QWidget) -> list[tuple[str, str]]:
    """Name and key of every button in `widget` that can be seen and has a shortcut."""
    buttons = [each for each in widget.findChildren(BaseButton) if each.isVisible()]
    return [(each.label(), each.key_hint()) for each in buttons if each.key_hint()]


class HelpSheet(DialogSheet[None]):
    """Keys of this screen, keys that work everywhere, and how a field or list is left."""

    def __init__(
        self,
        here: Iterable[tuple[str, str]],
        everywhere: Iterable[tuple[str, str]],
        parent: QWidget,
    ) -> None:
        """Show two groups of name and key."""
        super().__init__("", object_name="help_sheet", width=560, parent=parent)
        self.set_texts(
            self.tr("Keys on this screen"),
            self.tr("Everything works with the keyboard alone, and with touch alone."),
        )
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        own = list(here)
        if own:
            column.addWidget(_group(self.tr("Here"), "help_here", own))
        column.addWidget(_group(self.tr("Everywhere"), "help_everywhere", list(everywhere)))
        column.addWidget(_group(self.tr("In lists and fields"), "help_fields", self._common()))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setMinimumHeight(min(_HEIGHT, parent.window().height() - _REST))
        area.setWidget(content)
        self.body.addWidget(area)
        close = SecondaryButton(self.tr("Close"), object_name="close_help", icon=Icon.X)
        close.triggered.connect(self.accept)
        self.add_button(close, default=True)

    def _common(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Next field or button"), _key("Tab")),
            (self.tr("Choose in a list"), "↑ ↓"),
            (self.tr("Press the main button"), _key("Enter")),
            (self.tr("One step back, close a dialog"), _key("Esc")),
            (self.tr("Undo, or what a notice offers"), ACTION_KEY),
        ]


def _key(name: str) -> str:
    return QCoreApplication.translate("kit", name)


def _group(title: str, object_name: str, rows: list[tuple[str, str]]) -> Card:
    card = Card(title, object_name=f"{object_name}_card", tone=CardTone.SUNKEN, padding=Space.L)
    pairs = KeyValueList(object_name=object_name, right=True)
    pairs.set_pairs([Pair(words, key, strong=False) for words, key in rows])
    card.body.addWidget(pairs)
    return card
