"""Somebody edits the settings file: nothing crashes, nothing leaves, nothing is written."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.attacks.loot import files_of
from tests.unit.cli.terminal import Cli, is_one_sentence


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    """A till that has been set up."""
    cli = Cli(tmp_path / "home", capsys)
    assert cli.set_up().code == 0
    return cli


def settings_of(cli: Cli) -> Path:
    """The file."""
    return cli.home / "settings" / "settings.json"


def assert_refused(cli: Cli) -> None:
    """Every command says one sentence and leaves all files as they were."""
    before = files_of(cli.home)
    for words in (("journal", "verify"), ("cashier", "list"), ("backup", "--out", "/nowhere/x")):
        ended = cli(*words)
        assert ended.code in (1, 2), words
        assert is_one_sentence(ended.err), ended.err
    ended = cli("doctor", "--json")
    assert (ended.code, ended.err) == (1, "")
    assert not json.loads(ended.out)["can_sell"]
    assert files_of(cli.home) == before


HOSTILE: list[tuple[str, Any]] = [
    ("till", "../../etc"),
    ("till", ""),
    ("till", 7),
    ("till", "T1\n"),
    ("store", "x" * 81),
    ("store", "Shop\x1b[2J"),
    ("store", "\u202eshop"),
    ("country", "de"),
    ("currency", "EURO"),
    ("currency", None),
    ("provider_url", "http://evil.example/v1"),
    ("provider_url", "https://user:pass@evil.example/v1"),
    ("provider_url", "ftp://evil.example/v1"),
    ("provider_url", "https://evil.example\r\nX: y/v1"),
    ("provider_url", "file:///etc/passwd"),
    ("provider_url", "https://evil.example/" + "a" * 5000 + "/v1"),
    ("client_id", " "),
    ("client_id", "a\r\nAuthorization: b"),
    ("installation_id", ["x"]),
    ("language", "xx"),
    ("printer", {"pdf": "/"}),
    ("paper", "a0"),
    ("theme", "../theme"),
    ("card_limit_minor", -1),
    ("card_limit_minor", 10**40),
    ("sale_limit_minor", "1"),
    ("auto_lock_s", 10**30),
    ("auto_lock_s", True),
    ("auto_lock_s", 1.5),
    ("balance_warning_minor", -5),
    ("erase_after_days", 0),
    ("erase_after_days", 10**9),
    ("client_secret", "planted"),
    ("__class__", "x"),
]


@pytest.mark.parametrize(("key", "value"), HOSTILE, ids=lambda part: str(part)[:20])
def test_a_hostile_value(cli: Cli, key: str, value: object) -> None:
    """Each is refused by name before anything is opened."""
    values = json.loads(settings_of(cli).read_text("utf-8"))
    settings_of(cli).write_text(json.dumps({**values, key: value}))
    assert_refused(cli)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 100,
        b"[]",
        b'"text"',
        b"{" * 100_000,
        b"[" * 100_000,
        b'{"store": NaN}',
        b'{"auto_lock_s": ' + b"9" * 100_000 + b"}",
        b"\xff\xfe{}",
        b'{"store": "\xff"}',
        b'{"store": "\\ud800"}',
    ],
    ids=lambda content: repr(content[:12]),
)
def test_a_hostile_file(cli: Cli, content: bytes) -> None:
    """What is no JSON object, or too deep, too large, not text."""
    settings_of(cli).write_bytes(content)
    assert_refused(cli)


@pytest.mark.skipif(os.name == "nt", reason="no such files there")
def test_a_place_that_is_no_file(cli: Cli) -> None:
    """A folder or a link to nowhere in its place."""
    settings_of(cli).unlink()
    settings_of(cli).mkdir()
    assert_refused(cli)
    settings_of(cli).rmdir()
    settings_of(cli).symlink_to("nowhere.json")
    assert_refused(cli)


def test_another_tills_settings(cli: Cli) -> None:
    """Number, currency or installation of another till: its database is not opened with them."""
    whole = settings_of(cli).read_text("utf-8")
    for key, value in (("till", "T2"), ("currency", "USD"), ("installation_id", "another")):
        settings_of(cli).write_text(json.dumps({**json.loads(whole), key: value}))
        assert_refused(cli)
    settings_of(cli).write_text(whole)
    assert cli("journal", "verify").code == 0
