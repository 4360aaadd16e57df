"""Icons: one list, one folder, the theme's colours, sharp at any ratio."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QIcon, QImage, QPainter
from PySide6.QtWidgets import QApplication

from pos_app.resources import resource_path
from pos_app.ui.theme import (
    Icon,
    Role,
    app_icon,
    apply_theme,
    color,
    icon,
    icon_pixmap,
    paint_icon,
)


def strongest(image: QImage) -> QColor:
    """The colour of the most opaque pixel."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(pixels, key=QColor.alpha)


def alike(drawn: QColor, wanted: QColor) -> bool:
    """Whether two colours are the same but for the rounding of translucent edges."""
    channels = (QColor.red, QColor.green, QColor.blue)
    return all(abs(channel(drawn) - channel(wanted)) <= 3 for channel in channels)


def test_list_and_folder_are_the_same() -> None:
    """No icon is named without a file, and no file lies there unused."""
    files = {path.stem for path in resource_path("icons").glob("*.svg")}
    assert files == {each.value for each in Icon}


def test_the_licence_lies_beside_the_icons() -> None:
    """The icon set's licence is shipped."""
    licence = resource_path("icons", "LICENSE-lucide.txt").read_text(encoding="utf-8")
    assert "ISC License" in licence


@pytest.mark.parametrize("name", list(Icon))
def test_icons_hold_drawings_only(name: Icon) -> None:
    """No script, link, style or fixed colour is in a file."""
    source = resource_path("icons", f"{name.value}.svg").read_text(encoding="utf-8")
    assert "currentColor" in source
    assert not re.search(r"<script|href|<style|<image|#[0-9a-f]{3}", source, re.IGNORECASE)


@pytest.mark.parametrize("name", list(Icon))
def test_every_icon_draws_something(qapp: QApplication, name: Icon) -> None:
    """Each file is read by the SVG library and leaves visible pixels."""
    apply_theme(qapp, "light")
    assert strongest(icon_pixmap(name, Role.TEXT, 24).toImage()).alpha() > 128


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_icons_are_sharp_at_any_ratio(qapp: QApplication, ratio: float) -> None:
    """A pixmap has as many pixels as the screen asks for."""
    apply_theme(qapp, "light")
    made = icon_pixmap(Icon.SEARCH, Role.TEXT, 20, ratio)
    assert made.width() == 20 * ratio
    assert made.devicePixelRatio() == ratio


def test_icons_follow_the_theme(qapp: QApplication) -> None:
    """The same call gives another colour after a change of theme."""
    for scheme in ("light", "dark"):
        apply_theme(qapp, scheme)
        drawn = strongest(icon_pixmap(Icon.PLUS, Role.DANGER, 24).toImage())
        assert alike(drawn, color(Role.DANGER))


def test_painting_fits_the_shorter_side(qapp: QApplication) -> None:
    """An icon is centred in its room and never stretched."""
    apply_theme(qapp, "light")
    image = QImage(60, 20, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    paint_icon(painter, image.rect(), Icon.PLUS, Role.TEXT)
    painter.end()
    drawn = [x for x in range(60) for y in range(20) if image.pixelColor(x, y).alpha() > 60]
    assert (min(drawn) + max(drawn)) / 2 == pytest.approx(30, abs=1)
    assert max(drawn) - min(drawn) <= 20


def test_qt_icons_have_a_dimmed_side(qapp: QApplication) -> None:
    """A disabled action shows its icon in the disabled colour."""
    apply_theme(qapp, "light")
    made = icon(Icon.PLUS, Role.TEXT)
    usual = strongest(made.pixmap(20, 20).toImage())
    dimmed = strongest(made.pixmap(20, 20, QIcon.Mode.Disabled).toImage())
    assert alike(usual, color(Role.TEXT))
    assert alike(dimmed, color(Role.DISABLED))


def test_the_program_has_an_icon(qapp: QApplication) -> None:
    """Window, task bar and installer find a picture of their size."""
    assert qapp.styleSheet() is not None
    made = app_icon()
    assert [size.width() for size in made.availableSizes()] == [32, 64, 256]
    assert strongest(made.pixmap(64, 64).toImage()).alpha() == 255
    assert resource_path("images", "app.ico").read_bytes()[:4] == b"\x00\x00\x01\x00"
