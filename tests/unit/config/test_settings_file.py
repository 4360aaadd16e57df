"""The settings file: round trips, and damage that is told and never repaired."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.config import SettingsJson, load_settings, save_settings
from pos_app.config.settings_file import _KEYS
from pos_app.domain.errors import SettingsError, StoreError
from pos_app.domain.money import Language
from pos_app.domain.settings import ProcessingMode, Settings
from pos_app.domain.tax import TaxClass, Taxes, TaxRule
from pos_app.domain.theme import Theme

SETTINGS = Settings(
    store="Bücher am Eck",
    till="T1",
    country="DE",
    currency="EUR",
    provider_url="https://api.example/v1",
    client_id="till-7",
    installation_id="9f0c",
)
VALUES: dict[str, object] = {
    "store": "Bücher am Eck",
    "till": "T1",
    "country": "DE",
    "currency": "EUR",
    "provider_url": "https://api.example/v1",
    "client_id": "till-7",
    "installation_id": "9f0c",
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the settings lie."""
    return tmp_path / "settings" / "settings.json"


def write(file: Path, values: object) -> None:
    """Put anything into the file."""
    file.parent.mkdir(exist_ok=True)
    file.write_text(values if isinstance(values, str) else json.dumps(values), "utf-8")


def test_every_setting_has_a_reader() -> None:
    """A setting that is added to the values must be added to the file too."""
    assert tuple(_KEYS) == tuple(field.name for field in fields(Settings))


def test_round_trip_and_mode(file: Path) -> None:
    """What was saved reads back; people can read it, other users of the computer can't."""
    settings = replace(
        SETTINGS,
        language=Language.DE,
        theme=Theme.DARK,
        card_limit_minor=10_000,
        sale_limit_minor=0,
        printer="pdf:/tmp/slips",
        processing_mode=ProcessingMode.ASYNC,
        slip_language=Language.DE,
        taxes=Taxes((TaxRule("", TaxClass.UNSTATED, "Ask."), TaxRule("p-1"))),
    )
    save_settings(file, settings)
    assert load_settings(file) == settings
    assert "Bücher am Eck" in file.read_text("utf-8")
    assert os.name == "nt" or file.stat().st_mode & 0o077 == 0
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]


@given(store=st.text(min_size=1, max_size=80).filter(lambda name: name.isprintable()))
def test_any_store_name_survives(store: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever a shop is called, it reads back the same."""
    if store.strip() and store.encode("utf-8", "ignore").decode() == store:
        file = tmp_path_factory.mktemp("settings") / "settings.json"
        save_settings(file, replace(SETTINGS, store=store))
        assert load_settings(file).store == store


def test_only_the_needed_ones_must_be_there(file: Path) -> None:
    """A file by hand needs no more than what has no default."""
    write(file, VALUES)
    assert load_settings(file) == SETTINGS


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "settings_damaged"),
        ("{", "settings_damaged"),
        ("[]", "settings_damaged"),
        ("[" * 100_000, "settings_damaged"),
        ({}, "setting_missing"),
        ({**VALUES, "tilll": "T1"}, "unknown_setting"),
        ({**VALUES, "till": 7}, "bad_setting"),
        ({**VALUES, "till": "T 1"}, "bad_setting"),
        ({**VALUES, "till": "T123456789012"}, "bad_setting"),
        ({**VALUES, "country": "de"}, "bad_setting"),
        ({**VALUES, "currency": "EURO"}, "bad_setting"),
        ({**VALUES, "language": "fr"}, "bad_setting"),
        ({**VALUES, "theme": "pink"}, "bad_setting"),
        ({**VALUES, "processing_mode": "later"}, "bad_setting"),
        ({**VALUES, "taxes": "none"}, "bad_setting"),
        ({**VALUES, "taxes": ["p-1"]}, "bad_setting"),
        ({**VALUES, "taxes": [{"product": "p", "tax": "19 %", "note": ""}]}, "bad_setting"),
        (
            {**VALUES, "taxes": [{"product": "p", "tax": "unstated", "note": "a\nb"}]},
            "bad_setting",
        ),
        ({**VALUES, "taxes": [{"product": "p", "tax": "unstated", "rate": 19}]}, "bad_setting"),
        ({**VALUES, "auto_lock_s": -1}, "bad_setting"),
        ({**VALUES, "auto_lock_s": True}, "bad_setting"),
        ({**VALUES, "card_limit_minor": 1.5}, "bad_setting"),
        ({**VALUES, "provider_url": "http://api.example/v1"}, "provider_url_insecure"),
    ],
)
def test_damage_is_told_and_left_alone(file: Path, content: object, code: str) -> None:
    """Each kind of damage names the file (and the key), and the file stays as it is."""
    write(file, content)
    before = file.read_bytes()
    with pytest.raises(SettingsError) as caught:
        load_settings(file)
    assert (caught.value.code, caught.value.params["file"]) == (code, file)
    assert code in ("settings_damaged", "provider_url_insecure") or caught.value.params["key"]
    assert file.read_bytes() == before


def test_missing_and_unreadable_files(file: Path) -> None:
    """No file, and something that is no file, are told apart."""
    with pytest.raises(SettingsError, match="settings_missing"):
        load_settings(file)
    file.mkdir(parents=True)
    with pytest.raises(SettingsError, match="settings_unreadable"):
        load_settings(file)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EROFS, "read_only"),
        (errno.EACCES, "read_only"),
        (errno.EIO, "io"),
    ],
)
def test_failed_save_keeps_the_old_file(
    file: Path, number: int, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk refuses, the old settings are still there and nothing lies beside them."""
    save_settings(file, SETTINGS)

    def refuse(_handle: int) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(StoreError) as caught:
        save_settings(file, replace(SETTINGS, store="Other"))
    assert caught.value.code == code
    assert load_settings(file) == SETTINGS
    assert len(list(file.parent.iterdir())) == 1


async def test_environment_wins_and_is_not_written(file: Path) -> None:
    """Saving keeps the file's own values behind the environment, unless a person changed them."""
    save_settings(file, SETTINGS)
    port = SettingsJson(file, {"POS_APP_PRINTER": "pdf:/tmp/x", "POS_APP_CLIENT_ID": "till-9"})
    in_force = port.load()
    assert (in_force.printer, in_force.client_id) == ("pdf:/tmp/x", "till-9")
    await port.save(replace(in_force, store="Other", client_id="till-10"))
    assert load_settings(file) == replace(SETTINGS, store="Other", client_id="till-10")


async def test_first_save_makes_the_file(file: Path) -> None:
    """A new till has no old values to keep."""
    await SettingsJson(file, {"POS_APP_CLIENT_ID": "till-7"}).save(SETTINGS)
    assert load_settings(file) == SETTINGS


async def test_saving_over_damage_is_refused(file: Path) -> None:
    """A damaged file is never replaced while the environment hides what it held."""
    write(file, "{")
    port = SettingsJson(file, {"POS_APP_CLIENT_ID": "till-7"})
    with pytest.raises(SettingsError, match="settings_damaged"):
        await port.save(SETTINGS)
    with pytest.raises(SettingsError, match="settings_damaged"):
        load_settings(file)


def test_readers_refuse_by_rule() -> None:
    """Each reader says what it wants."""
    readers: dict[str, Callable[[object], Any]] = dict(_KEYS)
    with pytest.raises(TypeError, match="en or de"):
        readers["language"]("fr")
    assert readers["language"](None) is None
    assert readers["sale_limit_minor"](None) is None
