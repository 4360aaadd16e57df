"""What the window shows before the till behind it is there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from pos_app.config import Outlook, Paths
from pos_app.config.environment import environment_language
from pos_app.config.outlook import SIGN_INS, TRAINING
from pos_app.ui.app import use_theme
from pos_app.ui.main_window import MainWindow
from pos_app.ui.translation import use_language
from pos_app.ui.views.lock.screen import LockState


class Start(NamedTuple):
    """Folders, environment and options of one run.

    `full_screen`: no frame and no task bar, as a kiosk wants it.
    """

    paths: Paths
    environment: Mapping[str, str]
    training: bool
    full_screen: bool = False

    @property
    def folder(self) -> Path:
        """Where this run keeps its data."""
        return self.paths.training if self.training else self.paths.data

    def look(self) -> Outlook | None:
        """Names and looks; None for a till that was never set up, or whose settings are damaged.

        May raise:
        - SettingsError: `bad_language` in the environment.
        """
        if not self.training:
            return Outlook.read(self.paths.settings, self.environment)
        kept = Outlook.read(self.paths.training / "settings.json", self.environment)
        told = environment_language(self.environment)
        return kept or TRAINING._replace(language=told)


def show_window(app: QApplication, start: Start, look: Outlook) -> MainWindow:
    """The window on its lock screen with nobody on it yet, in its language and colours."""
    if look.language is not None:
        use_language(app, look.language)
    use_theme(app, look.theme)
    state = LockState(
        store=look.store,
        till=look.till,
        now=datetime.now().astimezone(),
        training=start.training,
        hints=SIGN_INS if start.training else (),
    )
    window = MainWindow(state)
    if start.full_screen:
        window.showFullScreen()
    else:
        # A till fills its screen; on a desk the window can be made smaller.
        window.showMaximized()
    return window
