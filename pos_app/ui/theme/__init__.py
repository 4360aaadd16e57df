"""How the window looks: tokens, fonts, icons and the theme that puts them on the application."""

from pos_app.ui.theme.apply import ThemeKeeper, apply_theme
from pos_app.ui.theme.current import color, font, theme
from pos_app.ui.theme.icons import Icon, app_icon, icon, icon_pixmap, paint_icon
from pos_app.ui.theme.tokens import (
    FOCUS_WIDTH,
    ICON_SIZE,
    TOUCH_TARGET,
    Elevation,
    Radius,
    Role,
    Scheme,
    Space,
    TextRole,
    Tone,
)

__all__ = [
    "FOCUS_WIDTH",
    "ICON_SIZE",
    "TOUCH_TARGET",
    "Elevation",
    "Icon",
    "Radius",
    "Role",
    "Scheme",
    "Space",
    "TextRole",
    "ThemeKeeper",
    "Tone",
    "app_icon",
    "apply_theme",
    "color",
    "font",
    "icon",
    "icon_pixmap",
    "paint_icon",
    "theme",
]
