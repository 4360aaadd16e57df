"""The folders of this installation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from pos_app.domain.errors import SettingsError

_NAME = "pos-app"


@dataclass(frozen=True, slots=True)
class Paths:
    """Where settings, data, cache and logs lie. Nothing is made by looking."""

    config: Path
    data: Path
    cache: Path
    logs: Path
    reports: Path  # what people save for themselves, such as the day as CSV

    @classmethod
    def find(cls, environment: Mapping[str, str]) -> Self:
        """All below `POS_APP_HOME` where it is set, else where the platform wants them.

        May raise:
        - SettingsError: `bad_home` when `POS_APP_HOME` is not an absolute path, or is a file.
        """
        home = environment.get("POS_APP_HOME")
        if home:
            return cls.below(_checked(home))
        import platformdirs

        folders = platformdirs.PlatformDirs(_NAME, appauthor=False, roaming=False)
        return cls(
            folders.user_config_path,
            folders.user_data_path,
            folders.user_cache_path,
            folders.user_log_path,
            folders.user_documents_path / "Gift card till",
        )

    @classmethod
    def below(cls, home: Path) -> Self:
        """Everything in one folder."""
        parts = (home / name for name in ("settings", "data", "cache", "logs", "reports"))
        return cls(*parts)

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / "settings.json"

    @property
    def training(self) -> Path:
        """The folder of training mode: its own database, settings and slips (R10)."""
        return self.data / "training"


def _checked(text: str) -> Path:
    home = Path(text)
    if not home.is_absolute() or (home.exists() and not home.is_dir()):
        raise SettingsError("bad_home", variable="POS_APP_HOME", value=text)
    return home
