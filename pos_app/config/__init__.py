"""Where things lie, what is set, what the environment says, and what may be logged.

paths          folders of this installation
settings_file  the settings as JSON, written whole or not at all
environment    variables that win over the settings
logs           a log file that tells nothing it should not
crashes        reports of the program's own mistakes
redaction      what may leave this computer
"""

from pos_app.config.crashes import CrashReports
from pos_app.config.environment import (
    CLIENT_SECRET,
    EnvironmentSecrets,
    choose_language,
    environment_language,
    training_environment,
    with_environment,
)
from pos_app.config.logs import set_up_logging
from pos_app.config.paths import Paths
from pos_app.config.settings_file import SettingsJson, load_settings, save_settings

__all__ = [
    "CLIENT_SECRET",
    "CrashReports",
    "EnvironmentSecrets",
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
