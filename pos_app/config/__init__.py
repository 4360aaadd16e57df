"""Where things lie, what is set, what the environment says, and what may be logged.

paths                folders of this installation
settings_file        the settings as JSON, written whole or not at all
outlook              what of the settings is on the first screen
environment          variables that win over the settings
environment_secrets  the secret that does
logs                 a log file that tells nothing it should not
crashes              reports of the program's own mistakes
redaction            what may leave this computer

A module is loaded with the first name that is asked of it: the window's first paint should not
wait for logs.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pos_app.config.crashes import CrashReports
    from pos_app.config.environment import (
        choose_language,
        environment_language,
        training_environment,
        with_environment,
    )
    from pos_app.config.environment_secrets import CLIENT_SECRET, EnvironmentSecrets
    from pos_app.config.logs import set_up_logging
    from pos_app.config.outlook import Outlook
    from pos_app.config.paths import Paths
    from pos_app.config.settings_file import SettingsJson, load_settings, save_settings

_MODULES: Final = {
    "crashes": "CrashReports",
    "environment": "choose_language environment_language training_environment with_environment",
    "environment_secrets": "CLIENT_SECRET EnvironmentSecrets",
    "logs": "set_up_logging",
    "outlook": "Outlook",
    "paths": "Paths",
    "settings_file": "SettingsJson load_settings save_settings",
}
_HOMES: Final = {name: module for module, names in _MODULES.items() for name in names.split()}

__all__ = [
    "CLIENT_SECRET",
    "CrashReports",
    "EnvironmentSecrets",
    "Outlook",
    "Paths",
    "SettingsJson",
    "choose_language",
    "environment_language",
    "load_settings",
    "save_settings",
    "set_up_logging",
    "training_environment",
    "with_environment",
]


def __getattr__(name: str) -> object:
    """Load the module of a name that is asked for the first time."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(name)
    value: object = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value
