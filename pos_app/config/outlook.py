"""What of the settings is on the first screen: read before anything else, and judged by nobody.

The till reads its settings again, with every rule, before it does anything; whatever is wrong
with them is said then.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple, Self

from pos_app.config.environment import environment_language
from pos_app.domain.money import Language
from pos_app.domain.theme import Theme


class Outlook(NamedTuple):
    """Names and looks; a language or theme that was not chosen is the desktop's."""

    store: str
    till: str
    language: Language | None
    theme: Theme

    @classmethod
    def read(cls, path: Path, environment: Mapping[str, str]) -> Self | None:
        """What a settings file says; None where it can't be read as one.

        May raise:
        - SettingsError: `bad_language` in the environment.
        """
        told = environment_language(environment)
        try:
            said = json.loads(path.read_text(encoding="utf-8"))
            chosen = said.get("language")
            return cls(
                str(said["store"]),
                str(said["till"]),
                told or (Language(chosen) if chosen else None),
                Theme(said.get("theme", Theme.SYSTEM)),
            )
        except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
            return None


# Training goes by these names until somebody changes them in its settings.
TRAINING: Final = Outlook("Training shop", "T1", None, Theme.SYSTEM)
SIGN_INS: Final = ("Trainee · PIN 1111", "Trainer · PIN 9999")
