"""What of the settings is on the first screen, whatever the file holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pos_app.config import Outlook
from pos_app.domain.errors import SettingsError
from pos_app.domain.money import Language
from pos_app.domain.theme import Theme

VALUES = {"store": "Eckladen", "till": "K7", "language": "de", "theme": "dark"}


def test_names_and_looks(tmp_path: Path) -> None:
    """As the file says; what it does not choose is the desktop's."""
    path = tmp_path / "settings.json"
    path.write_text(json.dumps(VALUES), encoding="utf-8")
    assert Outlook.read(path, {}) == Outlook("Eckladen", "K7", Language.DE, Theme.DARK)
    path.write_text('{"store": "Eckladen", "till": "K7", "language": null}', encoding="utf-8")
    assert Outlook.read(path, {}) == Outlook("Eckladen", "K7", None, Theme.SYSTEM)


def test_the_environment_wins(tmp_path: Path) -> None:
    """The language of `POS_APP_LANGUAGE`; one that is none is said before any window."""
    path = tmp_path / "settings.json"
    path.write_text(json.dumps(VALUES), encoding="utf-8")
    look = Outlook.read(path, {"POS_APP_LANGUAGE": "en"})
    assert look is not None
    assert look.language is Language.EN
    with pytest.raises(SettingsError, match="bad_language"):
        Outlook.read(path, {"POS_APP_LANGUAGE": "fr"})


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b'"text"',
        b"null",
        b"\xff\xfe",
        b"[" * 200_000,
        b'{"store":' * 100_000,
        b'{"store": "Eckladen"}',
        json.dumps({**VALUES, "theme": []}).encode(),
        json.dumps({**VALUES, "language": {"a": 1}}).encode(),
        json.dumps({**VALUES, "language": "fr"}).encode(),
    ],
)
def test_anything_else_is_nobodys_look(tmp_path: Path, content: bytes) -> None:
    """The start then says on a page what is wrong."""
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert Outlook.read(path, {}) is None
    path.unlink()
    assert Outlook.read(path, {}) is None
    path.mkdir()
    assert Outlook.read(path, {}) is None
