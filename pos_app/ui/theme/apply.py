"""Put a theme on the application: style, palette, fonts and style sheet; follow the desktop."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from pos_app.ui.theme.current import Theme, set_theme, theme
from pos_app.ui.theme.fonts import load_fonts
from pos_app.ui.theme.stylesheet import make_stylesheet
from pos_app.ui.theme.tokens import Palette, Role, Scheme, TextRole, palette_for

_ROLES = {
    QPalette.ColorRole.Window: Role.SURFACE,
    QPalette.ColorRole.WindowText: Role.TEXT,
    QPalette.ColorRole.Base: Role.RAISED,
    QPalette.ColorRole.AlternateBase: Role.SUNKEN,
    QPalette.ColorRole.Text: Role.TEXT,
    QPalette.ColorRole.Button: Role.RAISED,
    QPalette.ColorRole.ButtonText: Role.TEXT,
    QPalette.ColorRole.BrightText: Role.ON_ACCENT,
    QPalette.ColorRole.Highlight: Role.ACCENT,
    QPalette.ColorRole.HighlightedText: Role.ON_ACCENT,
    QPalette.ColorRole.Link: Role.ACCENT_TEXT,
    QPalette.ColorRole.LinkVisited: Role.ACCENT_TEXT,
    QPalette.ColorRole.PlaceholderText: Role.MUTED,
    QPalette.ColorRole.ToolTipBase: Role.TEXT,
    QPalette.ColorRole.ToolTipText: Role.RAISED,
    QPalette.ColorRole.Accent: Role.ACCENT,
    QPalette.ColorRole.Mid: Role.BORDER,
}
_DISABLED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


def make_qpalette(palette: Palette) -> QPalette:
    """Qt's palette from ours, for whatever the style sheet does not reach."""
    made = QPalette()
    for target, role in _ROLES.items():
        made.setColor(target, QColor(palette[role]))
    for target in _DISABLED:
        made.setColor(QPalette.ColorGroup.Disabled, target, QColor(palette[Role.DISABLED]))
    return made


# A property of an application that was made with the style already: `setStyle` gives the style
# back, for which PySide makes a class with 400 names, and the first paint would wait for it.
STYLE: Final = "till-style"


class ThemeKeeper(QObject):
    """Keeps the application in the chosen scheme and follows the desktop's changes.

    Signals:
    - changed(): another theme is in force.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        """Watch the desktop's scheme and contrast."""
        super().__init__(app)
        self.setObjectName("theme-keeper")
        self._app = app
        self._scheme = Scheme.SYSTEM
        self._high_contrast: bool | None = None
        self._text_scale = 1.0
        self._busy = False
        if app.property(STYLE) is None:
            app.setStyle("Fusion")
        # WORKAROUND PySide6 6.11: the wrapper of accessibility() dies with that of
        # styleHints(), so both are kept.
        self._hints = app.styleHints()
        self._wishes = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self.refresh)
        self._wishes.contrastPreferenceChanged.connect(self.refresh)

    def choose(self, scheme: Scheme, *, high_contrast: bool | None, text_scale: float) -> None:
        """Remember the owner's wish and put it in force; `None` asks the desktop."""
        self._scheme = scheme
        self._high_contrast = high_contrast
        self._text_scale = text_scale
        wish = {Scheme.LIGHT: Qt.ColorScheme.Light, Scheme.DARK: Qt.ColorScheme.Dark}
        # Telling Qt as well turns title bars and native dialogs the same way.
        self._busy = True
        self._hints.setColorScheme(wish.get(scheme, Qt.ColorScheme.Unknown))
        self._busy = False
        self.refresh()

    def refresh(self) -> None:
        """Compute the theme from wish and desktop and put it in force if it differs."""
        if self._busy:
            return
        palette = palette_for(dark=self._is_dark(), high_contrast=self._is_high())
        if self._app.styleSheet() and theme() == Theme(palette, self._text_scale):
            return
        self._put(palette)
        self.changed.emit()

    def _is_dark(self) -> bool:
        if self._scheme is not Scheme.SYSTEM:
            return self._scheme is Scheme.DARK
        return self._hints.colorScheme() == Qt.ColorScheme.Dark

    def _is_high(self) -> bool:
        if self._high_contrast is not None:
            return self._high_contrast
        return self._wishes.contrastPreference() == Qt.ContrastPreference.HighContrast

    def _put(self, palette: Palette) -> None:
        self._busy = True
        made = Theme(palette, self._text_scale)
        set_theme(made)
        self._app.setPalette(make_qpalette(palette))
        self._app.setFont(made.font(TextRole.BODY))
        self._app.setStyleSheet(make_stylesheet(palette))
        self._busy = False


def apply_theme(
    app: QApplication,
    scheme: Scheme | str = Scheme.SYSTEM,
    *,
    high_contrast: bool | None = None,
    text_scale: float = 1.0,
) -> ThemeKeeper:
    """Put a scheme on the application, now and whenever the desktop changes.

    Call it again at any time to switch. `high_contrast=None` follows the desktop; `text_scale`
    multiplies every step of the type scale.

    May raise:
    - ValueError: no such scheme.
    - FontsMissingError: a bundled font can't be read.
    """
    load_fonts()
    keeper = app.findChild(ThemeKeeper, "theme-keeper")
    if keeper is None:
        keeper = ThemeKeeper(app)
    keeper.choose(Scheme(scheme), high_contrast=high_contrast, text_scale=text_scale)
    return keeper
