"""The one style sheet: generated from the tokens for Qt's own classes.

What needs more than boxes and borders (buttons, pills, rows) is painted by `pos_app.ui.kit`.
Text sizes never appear here: fonts come from the type scale.
"""

from __future__ import annotations

from string import Template
from typing import Final

from pos_app.ui.theme.tokens import TOUCH_TARGET, Palette, Radius, Role

_FIELDS: Final = """
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox, QDateEdit {
    background: $raised; color: $text; border: 1px solid $field_border;
    border-radius: ${radius}px; padding: 1px 11px; min-height: ${inner}px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QPlainTextEdit, QTextEdit { padding: 7px 7px; }
QLineEdit { lineedit-password-character: 8226; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit,
QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit:focus {
    background: transparent; border: none; padding: 0px; min-height: 0px;
}
QLineEdit:hover, QPlainTextEdit:hover, QAbstractSpinBox:hover, QComboBox:hover {
    border-color: $text;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
    border: 2px solid $focus; padding: 0px 10px;
}
QPlainTextEdit:focus, QTextEdit:focus { padding: 6px 6px; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QAbstractSpinBox[invalid="true"] {
    border: 2px solid $danger; padding: 0px 10px;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
    background: $disabled_fill; color: $disabled; border-color: $border;
}
QLineEdit[readOnly="true"] { background: $sunken; border-color: $border; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0px; border: none; }
QAbstractSpinBox::up-arrow, QAbstractSpinBox::down-arrow { width: 0px; height: 0px; }
QComboBox { padding-right: 36px; }
QComboBox:focus { padding-right: 35px; }
QComboBox::drop-down { border: none; width: 0px; }
QComboBox QAbstractItemView {
    background: $raised; color: $text; border: 1px solid $field_border;
    padding: 4px; outline: none;
}
QComboBox QAbstractItemView::item { min-height: ${touch}px; padding: 0px 10px; }
QComboBox QAbstractItemView::item:selected { background: $selected; color: $text; }
"""

_VIEWS: Final = """
QAbstractItemView {
    background: transparent; color: $text; border: none; outline: none;
    selection-background-color: $selected; selection-color: $text;
}
QTableView {
    background: $raised; border: 1px solid $border; border-radius: ${radius}px;
    gridline-color: $border;
}
QTableView:focus { border: 2px solid $focus; }
QTableView::item { padding: 0px 10px; border: none; border-bottom: 1px solid $border; }
QTableView::item:selected { background: $selected; color: $text; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
    background: $sunken; color: $muted; border: none; border-bottom: 1px solid $border;
    padding: 0px 10px; min-height: 36px;
}
QTableCornerButton::section { background: $sunken; border: none; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: $field_border; border-radius: 3px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 44px; }
QScrollBar::handle:horizontal { min-width: 44px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

_REST: Final = """
QToolTip {
    background: $text; color: $raised; border: none; padding: 6px 8px;
}
QMenu {
    background: $raised; color: $text; border: 1px solid $field_border; padding: 4px;
}
QMenu::item { min-height: 36px; padding: 4px 16px; border-radius: ${small}px; }
QMenu::item:selected { background: $selected; }
QProgressBar {
    background: $neutral_soft; border: none; border-radius: 3px;
    min-height: 6px; max-height: 6px;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QMessageBox { background: $raised; }
Card { background: $raised; border: 1px solid $border; border-radius: ${large}px; }
Card[tone="sunken"] { background: $sunken; border-color: $border; }
Card[tone="plain"] { background: $raised; border: none; border-radius: 0px; }
DialogSheet { background: $raised; }
"""

_SHEET: Final = Template(_FIELDS + _VIEWS + _REST)


def make_stylesheet(palette: Palette) -> str:
    """The style sheet for one palette."""
    colors = {role.value.replace("-", "_"): palette[role] for role in Role}
    return _SHEET.substitute(
        colors,
        radius=int(Radius.M),
        small=int(Radius.S),
        large=int(Radius.L),
        touch=TOUCH_TARGET,
        inner=TOUCH_TARGET - 4,
    )
