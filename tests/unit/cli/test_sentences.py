"""What people are told about errors."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from pos_app.cli.guard import guarded
from pos_app.cli.sentences import _SENTENCES, sentence_of
from pos_app.domain.errors import PosError, SettingsError, StoreError, VaultError

SOURCES = Path(__file__).parents[3] / "pos_app"
RAISED = re.compile(r'(?:Settings|Store|Vault)Error\(\s*"([a-z_]+)"')


def test_file_and_variable_are_named() -> None:
    """Where the sentence does not name them itself, file and variable are added."""
    assert sentence_of(StoreError("io", path="/x/y")).endswith("(/x/y)")
    error = SettingsError("bad_setting", key="till", value="T 1", rule="short", variable="POS_X")
    assert sentence_of(error).startswith("POS_X: ")
    assert sentence_of(SettingsError("settings_missing", file="/x")).count("/x") == 1


def test_unknown_codes_and_holes_are_still_sentences() -> None:
    """An error of tomorrow, or one without its values, does not crash the teller."""
    assert sentence_of(PosError("of_tomorrow", why=7)) == "That did not work: of_tomorrow (why=7)."
    assert "unknown rule" in sentence_of(SettingsError("bad_setting", key="a", value="b"))


@pytest.mark.parametrize(
    "code",
    sorted(
        {
            code
            for part in ("config", "bootstrap", "cli", "store", "training", "provider", "domain")
            for file in (SOURCES / part).rglob("*.py")
            for code in RAISED.findall(file.read_text("utf-8"))
        }
    ),
)
def test_every_code_has_a_sentence(code: str) -> None:
    """Whatever a command may raise is told in words; codes are found by reading the sources."""
    assert code in _SENTENCES


def test_the_same_word_for_two_places() -> None:
    """A locked database and a locked keyring are told apart."""
    assert "database" in sentence_of(StoreError("locked"))
    assert "keyring" in sentence_of(VaultError("locked"))


def test_errors_of_the_system_are_sentences_too() -> None:
    """A disk that refuses is the surroundings' fault: 1, and one line."""

    def refuse() -> int:
        raise PermissionError(13, "Permission denied", "/x/y")

    said = io.StringIO()
    assert guarded(refuse, said) == 1
    assert said.getvalue() == "pos-app: Permission denied (/x/y).\n"


def test_ctrl_c_is_quiet() -> None:
    """Whoever stops a command needs no explanation."""

    def stop() -> int:
        raise KeyboardInterrupt

    said = io.StringIO()
    assert (guarded(stop, said), said.getvalue()) == (1, "")
