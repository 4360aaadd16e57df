"""`pos-app setup` and `cashier add`: once, without questions, or not at all."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from pos_app.config import Paths, load_settings
from pos_app.domain.money import Language
from pos_app.domain.settings import ProcessingMode
from tests.unit.cli.terminal import Cli, is_one_sentence


def test_set_up_makes_a_till(cli: Cli) -> None:
    """Settings, secret and database are there afterwards, for the owner's eyes only."""
    ended = cli.set_up("--language", "de")
    assert (ended.code, ended.err) == (0, "")
    assert "s3cret" not in ended.out
    settings = load_settings(Paths.below(cli.home).settings)
    assert (settings.store, settings.till) == ("Bücher am Eck", "T1")
    assert settings.language is Language.DE
    assert settings.processing_mode is ProcessingMode.SYNC
    assert settings.secret_store == "file"
    assert "s3cret" not in Paths.below(cli.home).settings.read_text("utf-8")
    assert "data/till.sqlite3" in cli.files()
    if os.name != "nt":
        assert all(path.stat().st_mode & 0o077 == 0 for path in cli.home.rglob("*"))


def test_orders_may_be_processed_later(cli: Cli) -> None:
    """Sync unless said otherwise; a mode that the provider does not know is refused."""
    assert cli.set_up("--processing-mode", "later").code == 2
    assert not cli.files()
    assert cli.set_up("--processing-mode", "async").code == 0
    settings = load_settings(Paths.below(cli.home).settings)
    assert settings.processing_mode is ProcessingMode.ASYNC


def test_second_set_up_is_refused(set_up: Cli) -> None:
    """A till is set up once; the second try changes nothing, not even its secret."""
    before = {name: (set_up.home / name).stat().st_mtime_ns for name in set_up.files()}
    ended = set_up.set_up(store="Other", stdin="other\n")
    assert ended.code == 2
    assert is_one_sentence(ended.err)
    assert "already set up" in ended.err
    assert {name: (set_up.home / name).stat().st_mtime_ns for name in before} == before


def test_lost_settings_are_no_fresh_start(set_up: Cli) -> None:
    """A database without settings is refused too (R11)."""
    Paths.below(set_up.home).settings.unlink()
    ended = set_up.set_up()
    assert ended.code == 2
    assert is_one_sentence(ended.err)


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"country": "XX"}, "--country"),
        ({"country": "de"}, "--country"),
        ({"currency": "EURO"}, "--currency"),
        ({"currency": "XXX"}, "--currency"),
        ({"till": "T 1"}, "till"),
        ({"till": "T123456789012"}, "till"),
        ({"store": " "}, "store"),
        ({"client_id": "a b"}, "client id"),
        ({"provider_url": "http://api.example/v1"}, "https://"),
        ({"provider_url": "https://api.example"}, "/v1"),
        ({"provider_url": "api.example/v1"}, "api.example/v1"),
        ({"till": ""}, "--till"),
        ({"stdin": ""}, "the client secret"),
        ({"stdin": " \n"}, "the client secret"),
        ({"stdin": "x" * 2000}, "the client secret"),
        ({"stdin": "a\x00b\n"}, "the client secret"),
    ],
)
def test_bad_input_changes_nothing(cli: Cli, changes: dict[str, str], word: str) -> None:
    """One sentence that names what is wrong, exit 2, and not a single file."""
    ended = cli.set_up(**changes)
    assert ended.code == 2
    assert is_one_sentence(ended.err)
    assert word in ended.err
    assert cli.files() == set()


def test_unknown_language(cli: Cli) -> None:
    """Only languages that the till speaks."""
    assert cli.set_up("--language", "fr").code == 2


def test_secret_from_the_environment_is_not_stored(cli: Cli) -> None:
    """A secret in a variable stays there; without it and without standard input none is known."""
    pairs = "--store S --till T1 --country DE --currency EUR --client-id c".split()
    pairs += ["--provider-url", "https://api.example/v1"]
    refused = cli("setup", *pairs)
    assert (refused.code, cli.files()) == (2, set())
    assert "POS_APP_CLIENT_SECRET" in refused.err
    assert cli("setup", *pairs, POS_APP_CLIENT_SECRET="s3cret").code == 0
    kept = json.loads((cli.home / "data" / "secrets.json").read_text())
    assert "client_secret" not in kept


def test_relative_home_is_refused(cli: Cli) -> None:
    """A home that depends on where one stands is no home."""
    ended = cli("journal", "verify", POS_APP_HOME="here")
    assert ended.code == 2
    assert "POS_APP_HOME" in ended.err


def test_no_write_access(cli: Cli) -> None:
    """Where the data folder can't be made there is a sentence and no half of a till."""
    cli.home.mkdir()
    (cli.home / "data").write_text("in the way")
    ended = cli.set_up()
    assert ended.code == 1
    assert is_one_sentence(ended.err)
    assert cli.files() == {"data"}


def test_home_below_a_file(cli: Cli) -> None:
    """A home that can't be made is a sentence, for root too."""
    cli.home.write_text("a file")
    ended = cli.set_up()
    assert ended.code == 2
    assert is_one_sentence(ended.err)
    assert cli.home.read_text() == "a file"


def test_cashiers(set_up: Cli) -> None:
    """People are added by name and role; their PIN is never shown."""
    ended = set_up.add("  Anna   Maier ", "manager", "13579")
    assert (ended.code, ended.out) == (0, "Anna Maier may sign in as manager.\n")
    assert set_up.add("Bert").code == 0


@pytest.mark.parametrize(
    ("name", "role", "pin"),
    [
        ("", "cashier", "1234"),
        ("x" * 61, "cashier", "1234"),
        ("An\tna\x00", "cashier", "1234"),
        ("Anna", "owner", "1234"),
        ("Anna", "cashier", "123"),
        ("Anna", "cashier", "1234567890123"),
        ("Anna", "cashier", "12a4"),
        ("Anna", "cashier", "١٢٣٤"),
        ("Anna", "cashier", ""),
    ],
)
def test_bad_people(set_up: Cli, name: str, role: str, pin: str) -> None:
    """One sentence, exit 2, nobody added."""
    ended = set_up.add(name, role, pin)
    assert ended.code == 2
    assert ended.err.count("\n") == 1
    assert set_up.add("Anna").code == 0


def test_nobody_twice(set_up: Cli) -> None:
    """A name is taken whatever its capitals."""
    assert set_up.add("Anna").code == 0
    ended = set_up.add("ANNA")
    assert ended.code == 2
    assert "ANNA" in ended.err


def test_commands_before_set_up(cli: Cli, tmp_path: Path) -> None:
    """Every command says that there is no till yet, and makes none."""
    for words in (
        ("journal", "verify"),
        ("backup", "--out", str(tmp_path / "copies")),
        ("export", "--from", "2026-11-01", "--to", "2026-11-02", "--out", str(tmp_path / "x.csv")),
    ):
        ended = cli(*words)
        assert ended.code == 2
        assert "set up" in ended.err
    assert cli.add().code == 2
    assert cli.files() == set()
