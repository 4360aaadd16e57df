"""The bundled typefaces: registered from `resources/fonts`, never taken from the system."""

from __future__ import annotations

import sys
from functools import cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from pos_app.resources import resource_path
from pos_app.ui.theme.tokens import TextRole

SANS: Final = "Till Sans"
MONO: Final = "Till Mono"
FILES: Final = (
    "TillSans-Regular.ttf",
    "TillSans-Medium.ttf",
    "TillSans-SemiBold.ttf",
    "TillSans-Bold.ttf",
    "TillMono-Regular.ttf",
    "TillMono-Bold.ttf",
)
# The same size on every desktop: macOS counts 72 points to the inch, the others 96.
BASE_POINTS: Final = 14.0 if sys.platform == "darwin" else 10.5


class FontsMissingError(RuntimeError):
    """A bundled font file is absent or damaged: the installation is incomplete."""


@cache
def load_fonts() -> tuple[int, ...]:
    """Register the bundled fonts once per process; a QApplication must exist.

    May raise:
    - FontsMissingError: a file can't be read as a font.
    """
    identifiers = []
    for name in FILES:
        identifier = QFontDatabase.addApplicationFont(str(resource_path("fonts", name)))
        if identifier < 0:
            raise FontsMissingError(name)
        identifiers.append(identifier)
    return tuple(identifiers)


def make_font(role: TextRole, text_scale: float = 1.0) -> QFont:
    """The font of one step of the type scale."""
    style = role.value
    font = QFont()
    # Sans behind Mono: a character that the code face lacks still comes from our own files.
    font.setFamilies([MONO, SANS] if style.mono else [SANS])
    font.setPointSizeF(round(BASE_POINTS * style.factor * text_scale, 2))
    font.setWeight(QFont.Weight(style.weight))
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    if style.spacing:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100.0 + style.spacing)
    return font
