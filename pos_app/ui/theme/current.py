"""The theme in force: one value for the whole application, read while painting."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtGui import QColor, QFont, QFontMetrics

from pos_app.ui.theme.fonts import make_font
from pos_app.ui.theme.tokens import LIGHT, Palette, Role, TextRole

_MOST_WIDTHS: Final = 20_000


@dataclass(slots=True)
class Theme:
    """Palette and text scale, with the Qt values made from them kept for painting."""

    palette: Palette
    text_scale: float = 1.0
    _colors: dict[Role, QColor] = field(default_factory=dict, compare=False)
    _fonts: dict[TextRole, QFont] = field(default_factory=dict, compare=False)
    _metrics: dict[TextRole, QFontMetrics] = field(default_factory=dict, compare=False)
    _widths: dict[tuple[TextRole, int], int] = field(default_factory=dict, compare=False)

    def color(self, role: Role) -> QColor:
        """The colour of a role."""
        found = self._colors.get(role)
        if found is None:
            found = self._colors[role] = QColor(self.palette[role])
        return found

    def font(self, role: TextRole) -> QFont:
        """The font of a step of the type scale."""
        found = self._fonts.get(role)
        if found is None:
            found = self._fonts[role] = make_font(role, self.text_scale)
        return found

    def metrics(self, role: TextRole) -> QFontMetrics:
        """The measures of a step of the type scale."""
        found = self._metrics.get(role)
        if found is None:
            found = self._metrics[role] = QFontMetrics(self.font(role))
        return found

    def width(self, role: TextRole, text: str) -> int:
        """How wide one line of text is; the same words are measured again and again.

        Kept by the text's hash: what was on the screen may be a secret and is not to stay.
        """
        key = (role, hash(text))
        found = self._widths.get(key)
        if found is None:
            if len(self._widths) >= _MOST_WIDTHS:
                self._widths.clear()
            found = self._widths[key] = self.metrics(role).horizontalAdvance(text)
        return found


class _InForce:
    """Holds the theme that painting code reads; only `apply_theme` writes it."""

    theme: Theme = Theme(LIGHT)


_IN_FORCE: Final = _InForce()


def set_theme(theme: Theme) -> None:
    """Put another theme in force; widgets learn of it by their style change event."""
    _IN_FORCE.theme = theme


def theme() -> Theme:
    """The theme in force."""
    return _IN_FORCE.theme


def color(role: Role) -> QColor:
    """The colour of a role in the theme in force."""
    return _IN_FORCE.theme.color(role)


def font(role: TextRole) -> QFont:
    """The font of a step of the type scale in the theme in force."""
    return _IN_FORCE.theme.font(role)
