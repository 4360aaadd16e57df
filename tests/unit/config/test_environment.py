"""Variables that win, and the choice of a language."""

from __future__ import annotations

import locale
from collections.abc import Mapping
from dataclasses import replace

import pytest

from pos_app.config import (
    EnvironmentSecrets,
    choose_language,
    training_environment,
    with_environment,
)
from pos_app.domain.errors import SettingsError
from pos_app.domain.money import Language
from tests.unit.config.test_settings_file import SETTINGS


class Kept:
    """A secret store in memory."""

    kind = "file"

    def __init__(self, **values: str) -> None:
        self.values = values

    def get(self, name: str) -> str | None:
        """A secret, or None."""
        return self.values.get(name)

    def set(self, name: str, value: str) -> None:
        """Keep a secret."""
        self.values[name] = value


def test_each_variable_wins() -> None:
    """Address, client, printer and language come from the environment where it has them."""
    environment = {
        "POS_APP_PROVIDER_URL": "http://127.0.0.1:8431/v1",
        "POS_APP_CLIENT_ID": "till-9",
        "POS_APP_PRINTER": "pdf:/tmp/x",
        "POS_APP_LANGUAGE": "de",
    }
    assert with_environment(SETTINGS, environment) == replace(
        SETTINGS,
        provider_url="http://127.0.0.1:8431/v1",
        client_id="till-9",
        printer="pdf:/tmp/x",
        language=Language.DE,
    )
    assert with_environment(SETTINGS, dict.fromkeys(environment, "")) == SETTINGS


@pytest.mark.parametrize(
    ("variable", "value", "code"),
    [
        ("POS_APP_PROVIDER_URL", "http://api.example/v1", "provider_url_insecure"),
        ("POS_APP_PROVIDER_URL", "https://api.example", "provider_url_no_version"),
        ("POS_APP_CLIENT_ID", " ", "bad_setting"),
        ("POS_APP_LANGUAGE", "fr", "bad_language"),
    ],
)
def test_bad_variable_is_named(variable: str, value: str, code: str) -> None:
    """An unusable variable is refused by name, not ignored."""
    with pytest.raises(SettingsError) as caught:
        with_environment(SETTINGS, {variable: value})
    assert (caught.value.code, caught.value.params["variable"]) == (code, variable)


def test_training_ignores_the_provider_variables() -> None:
    """Training keeps printer and language, never somebody's real provider (R10)."""
    environment = {
        "POS_APP_PROVIDER_URL": "https://api.example/v1",
        "POS_APP_CLIENT_ID": "till-9",
        "POS_APP_CLIENT_SECRET": "s",
        "POS_APP_PRINTER": "pdf:/tmp/x",
    }
    assert training_environment(environment) == {"POS_APP_PRINTER": "pdf:/tmp/x"}


@pytest.mark.parametrize(
    ("environment", "settings", "language"),
    [
        ({"POS_APP_LANGUAGE": "en", "LANG": "de_DE"}, Language.DE, Language.EN),
        ({"LANG": "en_GB.UTF-8"}, Language.DE, Language.DE),
        ({"LANG": "de_AT.UTF-8"}, None, Language.DE),
        ({"LC_ALL": "fr_FR", "LANG": "de_DE"}, None, Language.EN),
        ({"LC_MESSAGES": "de", "LANG": "en_US"}, None, Language.DE),
    ],
)
def test_order_of_languages(
    environment: Mapping[str, str], settings: Language | None, language: Language
) -> None:
    """Environment, settings, system locale, English."""
    assert choose_language(replace(SETTINGS, language=settings), environment) is language


@pytest.mark.parametrize(
    ("name", "language"),
    [("German_Germany", Language.DE), ("English_Malta", Language.EN), (None, Language.EN)],
)
def test_windows_names_of_languages(
    name: str | None, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without variables the system's own name of its locale decides."""
    monkeypatch.setattr(locale, "getlocale", lambda: (name, None))
    assert choose_language(None, {}) is language


def test_client_secret_from_the_environment() -> None:
    """Only the client secret comes from the environment; keys stay where they are."""
    kept = Kept(client_secret="kept", vault_key="key")
    told = EnvironmentSecrets(kept, {"POS_APP_CLIENT_SECRET": "told"})
    assert (told.kind, told.get("client_secret"), told.get("vault_key")) == (
        "environment",
        "told",
        "key",
    )
    told.set("client_secret", "new")
    assert (told.get("client_secret"), kept.values["client_secret"]) == ("told", "new")
    untold = EnvironmentSecrets(kept, {})
    assert (untold.kind, untold.get("client_secret")) == ("file", "new")
