"""The Qt process: the one application, its fonts, look and language.

Order of a start: `create_application`, a window, then `loop.run_until_closed(app, main)`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QApplication

from pos_app import __version__
from pos_app.domain.theme import Theme
from pos_app.ui.theme import Scheme, app_icon, apply_theme
from pos_app.ui.theme.apply import STYLE
from pos_app.ui.translation import system_language, use_language

APP_NAME: Final = "pos-app"


def create_application(argv: Sequence[str]) -> QApplication:
    """The one QApplication with its fonts, look and language (the desktop's, until told)."""
    app = QApplication([*argv[:1], "-style", "Fusion"])
    app.setProperty(STYLE, "Fusion")
    app.setApplicationName(APP_NAME)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(APP_NAME)
    # Closing the window ends `main`, and only `main` ends the loop (spikes section 2).
    app.setQuitOnLastWindowClosed(False)
    app.setWindowIcon(app_icon())
    use_language(app, system_language())
    use_theme(app, Theme.SYSTEM)
    return app


def use_theme(app: QApplication, wanted: Theme) -> None:
    """Put the owner's colours in force, now and until told otherwise."""
    if wanted is Theme.CONTRAST:
        apply_theme(app, Scheme.SYSTEM, high_contrast=True)
    else:
        apply_theme(app, Scheme(wanted.value))
