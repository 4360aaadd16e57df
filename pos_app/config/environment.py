"""Variables that win over the settings, for unattended use (design.md 6)."""

from __future__ import annotations

import locale
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from pos_app.domain.errors import SettingsError
from pos_app.domain.money import Language

if TYPE_CHECKING:  # the window's first paint should not wait for all settings
    from pos_app.domain.settings import Settings

SECRET_VARIABLE: Final = "POS_APP_CLIENT_SECRET"  # noqa: S105  (the name of the variable)
_LANGUAGE: Final = "POS_APP_LANGUAGE"
_TEXTS: Final = {
    "provider_url": "POS_APP_PROVIDER_URL",
    "client_id": "POS_APP_CLIENT_ID",
    "printer": "POS_APP_PRINTER",
}
# Where systems other than Windows say which language a person reads.
_LOCALES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")


def overrides(environment: Mapping[str, str]) -> dict[str, Any]:
    """The settings that the environment decides; an empty variable decides nothing.

    May raise:
    - SettingsError: `bad_language`.
    """
    found: dict[str, Any] = {
        key: environment[variable] for key, variable in _TEXTS.items() if environment.get(variable)
    }
    language = environment_language(environment)
    return found | ({"language": language} if language else {})


def with_environment(settings: Settings, environment: Mapping[str, str]) -> Settings:
    """The settings in force.

    May raise:
    - SettingsError: as for the settings themselves, with `variable` where one is to blame.
    """
    for key, value in overrides(environment).items():
        try:
            settings = replace(settings, **{key: value})
        except SettingsError as error:
            variable = _TEXTS.get(key, _LANGUAGE)
            raise SettingsError(error.code, **error.params, variable=variable) from error
    return settings


def training_environment(environment: Mapping[str, str]) -> Mapping[str, str]:
    """The same without the provider: training always has its own."""
    ignored = {_TEXTS["provider_url"], _TEXTS["client_id"], SECRET_VARIABLE}
    return {name: value for name, value in environment.items() if name not in ignored}


def environment_language(environment: Mapping[str, str]) -> Language | None:
    """What `POS_APP_LANGUAGE` says.

    May raise:
    - SettingsError: `bad_language` with `variable`, `value` and the `known` ones.
    """
    text = environment.get(_LANGUAGE, "")
    if not text:
        return None
    try:
        return Language(text)
    except ValueError as error:
        known = ", ".join(Language)
        raise SettingsError("bad_language", variable=_LANGUAGE, value=text, known=known) from error


def choose_language(settings: Settings | None, environment: Mapping[str, str]) -> Language:
    """The language by environment, settings, system locale, English, in this order.

    May raise:
    - SettingsError: `bad_language`.
    """
    told = environment_language(environment) or (settings.language if settings else None)
    return told or _system_language(environment)


def _system_language(environment: Mapping[str, str]) -> Language:
    told = next((environment[name] for name in _LOCALES if environment.get(name)), None)
    name = told or locale.getlocale()[0] or ""
    # Windows says "German_Germany".
    return Language.DE if name.casefold().startswith(("de", "german")) else Language.EN
