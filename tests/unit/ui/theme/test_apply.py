"""A theme is put in force as a whole, switched at run time, and follows the desktop."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pos_app.ui.theme import Role, Scheme, TextRole, apply_theme, color, font, theme
from pos_app.ui.theme.fonts import SANS
from pos_app.ui.theme.stylesheet import make_stylesheet
from pos_app.ui.theme.tokens import DARK, DARK_HIGH, LIGHT, LIGHT_HIGH, PALETTES, Palette


class Listener(QWidget):
    """Counts style changes."""

    def __init__(self) -> None:
        """Start at none."""
        super().__init__()
        self.changes = 0

    def changeEvent(self, event: QEvent) -> None:
        """Count."""
        super().changeEvent(event)
        self.changes += event.type() == QEvent.Type.StyleChange


@pytest.mark.parametrize(
    ("scheme", "high", "palette"),
    [
        (Scheme.LIGHT, False, LIGHT),
        (Scheme.DARK, False, DARK),
        (Scheme.LIGHT, True, LIGHT_HIGH),
        (Scheme.DARK, True, DARK_HIGH),
    ],
)
def test_a_scheme_reaches_everything(
    qapp: QApplication, scheme: Scheme, *, high: bool, palette: Palette
) -> None:
    """Tokens, Qt's palette, font and style sheet all change together."""
    apply_theme(qapp, scheme, high_contrast=high)
    assert theme().palette is palette
    assert color(Role.SURFACE).name() == palette[Role.SURFACE]
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == palette[Role.SURFACE]
    assert qapp.font().families() == [SANS]
    assert palette[Role.FIELD_BORDER] in qapp.styleSheet()


def test_switching_tells_every_widget_once(qapp: QApplication, qtbot: QtBot) -> None:
    """A shown widget hears of the new theme; the same theme again tells nobody."""
    keeper = apply_theme(qapp, "light", high_contrast=False)
    listener = Listener()
    qtbot.addWidget(listener)
    listener.show()
    before = listener.changes
    with qtbot.waitSignal(keeper.changed):
        assert apply_theme(qapp, "dark", high_contrast=False) is keeper
    assert listener.changes > before
    seen = listener.changes
    apply_theme(qapp, "dark", high_contrast=False)
    assert listener.changes == seen


def test_the_desktop_is_followed(qapp: QApplication, qtbot: QtBot) -> None:
    """In the system's scheme the theme is what the desktop says, without high contrast."""
    keeper = apply_theme(qapp, "system")
    wish = qapp.styleHints().colorScheme()
    assert theme().palette.dark == (wish == wish.Dark)
    assert not theme().palette.high_contrast
    apply_theme(qapp, "dark", high_contrast=None)
    with qtbot.assertNotEmitted(keeper.changed):
        keeper.refresh()


def test_text_scale_reaches_fonts(qapp: QApplication) -> None:
    """Twice the text scale is twice the size, at once and everywhere."""
    apply_theme(qapp, "light")
    usual = font(TextRole.BODY).pointSizeF()
    apply_theme(qapp, "light", text_scale=2.0)
    assert font(TextRole.BODY).pointSizeF() == pytest.approx(2 * usual)
    assert qapp.font().pointSizeF() == pytest.approx(2 * usual)
    apply_theme(qapp, "light")


def test_an_unknown_scheme_is_refused(qapp: QApplication) -> None:
    """A scheme that does not exist is an error, not a guess."""
    with pytest.raises(ValueError, match="sepia"):
        apply_theme(qapp, "sepia")


@pytest.mark.parametrize("palette", PALETTES, ids=[each.name for each in PALETTES])
def test_the_style_sheet_has_no_text_sizes_and_no_strange_colours(palette: Palette) -> None:
    """Fonts come from the type scale, colours from the palette, and nothing is left open."""
    sheet = make_stylesheet(palette)
    assert "font" not in sheet
    assert "$" not in sheet
    assert set(re.findall(r"#[0-9a-f]{6,8}", sheet)) <= set(palette.colors.values())
    assert sheet.count("{") == sheet.count("}")
