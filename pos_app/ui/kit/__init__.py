"""The widget kit: what every screen is made of. Looks come from `pos_app.ui.theme`.

A module is loaded with the first name that is asked of it: the lock screen should not wait for
tiles and time lines.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pos_app.ui.kit.banners import Banner, TrainingBand
    from pos_app.ui.kit.buttons import (
        BaseButton,
        ButtonSize,
        DangerButton,
        IconButton,
        PrimaryButton,
        QuietButton,
        SecondaryButton,
    )
    from pos_app.ui.kit.choice import ChoiceButton, SegmentedChoice
    from pos_app.ui.kit.codes import BarcodeView
    from pos_app.ui.kit.details import Event, KeyValueList, Pair, Timeline
    from pos_app.ui.kit.dialogs import DialogSheet, Scrim, ask, finished
    from pos_app.ui.kit.empty import EmptyState
    from pos_app.ui.kit.fields import AmountField, Field, PinField, SearchField
    from pos_app.ui.kit.flow import FlowBox, FlowLayout
    from pos_app.ui.kit.icons import IconMark
    from pos_app.ui.kit.inputs import CheckBox, SelectField, Stepper
    from pos_app.ui.kit.keypad import Keypad
    from pos_app.ui.kit.labels import PlainLabel
    from pos_app.ui.kit.lists import ROW_ROLE, PaintedDelegate, Row, RowDelegate, RowList, RowModel
    from pos_app.ui.kit.notices import Notice, NoticeHost, announce
    from pos_app.ui.kit.pills import STATE_LOOKS, Look, Pill, StatusPill
    from pos_app.ui.kit.progress import BusyIndicator, ProgressBar, Spinner
    from pos_app.ui.kit.rail import RailButton
    from pos_app.ui.kit.surfaces import Card, CardTone, Divider, PageHeader
    from pos_app.ui.kit.tiles import TILE_ROLE, Tile, TileDelegate, TileGrid
    from pos_app.ui.kit.words import key_text, kit_word

_MODULES: Final = {
    "banners": "Banner TrainingBand",
    "buttons": "BaseButton ButtonSize DangerButton IconButton PrimaryButton QuietButton "
    "SecondaryButton",
    "choice": "ChoiceButton SegmentedChoice",
    "codes": "BarcodeView",
    "details": "Event KeyValueList Pair Timeline",
    "dialogs": "DialogSheet Scrim ask finished",
    "empty": "EmptyState",
    "fields": "AmountField Field PinField SearchField",
    "flow": "FlowBox FlowLayout",
    "icons": "IconMark",
    "inputs": "CheckBox SelectField Stepper",
    "keypad": "Keypad",
    "labels": "PlainLabel",
    "lists": "ROW_ROLE PaintedDelegate Row RowDelegate RowList RowModel",
    "notices": "Notice NoticeHost announce",
    "pills": "STATE_LOOKS Look Pill StatusPill",
    "progress": "BusyIndicator ProgressBar Spinner",
    "rail": "RailButton",
    "surfaces": "Card CardTone Divider PageHeader",
    "tiles": "TILE_ROLE Tile TileDelegate TileGrid",
    "words": "key_text kit_word",
}
_HOMES: Final = {name: module for module, names in _MODULES.items() for name in names.split()}

__all__ = [
    "ROW_ROLE",
    "STATE_LOOKS",
    "TILE_ROLE",
    "AmountField",
    "Banner",
    "BarcodeView",
    "BaseButton",
    "BusyIndicator",
    "ButtonSize",
    "Card",
    "CardTone",
    "CheckBox",
    "ChoiceButton",
    "DangerButton",
    "DialogSheet",
    "Divider",
    "EmptyState",
    "Event",
    "Field",
    "FlowBox",
    "FlowLayout",
    "IconButton",
    "IconMark",
    "KeyValueList",
    "Keypad",
    "Look",
    "Notice",
    "NoticeHost",
    "PageHeader",
    "PaintedDelegate",
    "Pair",
    "Pill",
    "PinField",
    "PlainLabel",
    "PrimaryButton",
    "ProgressBar",
    "QuietButton",
    "RailButton",
    "Row",
    "RowDelegate",
    "RowList",
    "RowModel",
    "Scrim",
    "SearchField",
    "SecondaryButton",
    "SegmentedChoice",
    "SelectField",
    "Spinner",
    "StatusPill",
    "Stepper",
    "Tile",
    "TileDelegate",
    "TileGrid",
    "Timeline",
    "TrainingBand",
    "announce",
    "ask",
    "finished",
    "key_text",
    "kit_word",
]


def __getattr__(name: str) -> object:
    """A name of the kit, loaded now.

    May raise:
    - AttributeError: the kit has no such name.
    """
    if name not in _HOMES:
        raise AttributeError(f"the kit has no {name}")
    found: object = getattr(import_module(f"pos_app.ui.kit.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
