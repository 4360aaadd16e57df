"""The command line as a roll-out script sees it: exit codes, one sentence, nothing changed."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import stat
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.blackbox import (
    CASHIER,
    CLIENT_ID,
    SECRET,
    Provider,
    Ran,
    Shop,
    free_port,
    run,
    unchanged,
)

ABSENT = "http://127.0.0.1:9/v1"
SETUP: Mapping[str, str] = {
    "--store": "Laden",
    "--till": "T1",
    "--country": "DE",
    "--currency": "EUR",
    "--provider-url": ABSENT,
    "--client-id": CLIENT_ID,
}


@pytest.fixture
def till(tmp_path: Path) -> Shop:
    """A till without a screen that nobody has set up."""
    return Shop(tmp_path)


def setup_words(**changed: str | None) -> list[str]:
    """A whole `setup`, with other values or without one (None)."""
    options: dict[str, str | None] = {**SETUP}
    options |= {f"--{name.replace('_', '-')}": value for name, value in changed.items()}
    told = [word for name, value in options.items() if value is not None for word in (name, value)]
    return ["setup", *told, "--secret-stdin"]


def refused(ran: Ran, *parts: str) -> None:
    """Exit code 2, one clear sentence on standard error, nothing on standard output."""
    assert ran.code == 2, ran
    assert ran.out == ""
    assert len(ran.err.splitlines()) == 1, ran.err
    assert ran.err.startswith("pos-app")
    assert "Traceback" not in ran.err
    for part in parts:
        assert part in ran.err


def test_setup_and_people(till: Shop) -> None:
    """Unattended and without a provider; a second set-up and a second Ayla change nothing."""
    done = till.cli(*setup_words(), stdin=f"{SECRET}\n")
    assert (done.code, done.err) == (0, "")
    refused(unchanged(till.home, lambda: till.cli(*setup_words(), stdin=SECRET)), "already set up")
    name, pin = CASHIER
    words = ("cashier", "add", name, "--role", "cashier", "--pin-stdin")
    assert till.cli(*words, stdin=f"{pin}\n").code == 0
    refused(till.cli(*words, stdin="9999"), name)
    assert till.rows("SELECT name, role FROM people") == [{"name": name, "role": "cashier"}]
    assert till.cli("journal", "verify").code == 0
    kept = {path: path.read_bytes() for path in till.home.rglob("*") if path.is_file()}
    holders = [path for path, content in kept.items() if SECRET.encode() in content]
    if os.name == "posix":
        for path in holders:
            assert stat.S_IMODE(path.stat().st_mode) == 0o600


BAD_SETUPS: Sequence[dict[str, str | None]] = (
    {"store": ""},
    {"till": "T 1"},
    {"till": "../x"},
    {"country": "Germany"},
    {"country": "XX"},
    {"currency": "EURO"},
    {"currency": "eur"},
    {"provider_url": "http://example.com/v1"},
    {"provider_url": "https://example.com"},
    {"provider_url": "example.com/v1"},
    {"provider_url": "ftp://example.com/v1"},
    {"client_id": ""},
    {"client_id": None},
    {"language": "fr"},
)


@pytest.mark.parametrize("changed", BAD_SETUPS, ids=str)
def test_bad_setup(till: Shop, changed: dict[str, str | None]) -> None:
    """Whatever is wrong with it, set-up says so and leaves no folder behind."""
    refused(till.cli(*setup_words(**changed), stdin=SECRET))
    assert not till.home.exists()


def test_bad_input(till: Shop, tmp_path: Path) -> None:
    """Before any set-up and after it: one sentence, exit code 2, nothing changed."""
    refused(till.cli("nonsense"))
    refused(till.cli(*setup_words(), stdin=""), "secret")
    out = str(tmp_path / "out.csv")
    days = ("--from", "2026-11-01", "--to", "2026-11-30")
    for words in (
        ("export", *days, "--out", out),
        ("journal", "verify"),
        ("backup", "--out", out),
    ):
        refused(till.cli(*words), "set up")
    assert till.cli(*setup_words(), stdin=SECRET).code == 0
    add = ("cashier", "add", "Ayla", "--pin-stdin", "--role")
    for pin in ("123", "12x4", "1234567890123", "", "١٢٣٤"):
        refused(unchanged(till.home, partial(till.cli, *add, "cashier", stdin=pin)))
    refused(till.cli(*add, "boss", stdin="1234"))
    refused(till.cli("export", "--from", "2026-11-30", "--to", "2026-11-01", "--out", out))
    refused(till.cli("export", "--from", "2026-02-30", "--to", "2026-11-01", "--out", out))
    refused(till.cli("export", *days, "--out", str(tmp_path / "no" / "out.csv")))
    refused(till.cli("backup", "--out", str(till.home / "settings" / "settings.json")))
    refused(till.cli("journal", "verify", POS_APP_HOME="relative/home"), "POS_APP_HOME")
    refused(till.cli("training-provider", "--port", "x", "--client-id", "a", "--secret-stdin"))
    assert not Path(out).exists()


def test_bad_training_provider() -> None:
    """A trouble that does not exist, and a port in use, are refused."""
    words = ("training-provider", "--client-id", "a", "--secret-stdin", "--port")
    refused(run(*words, "0", "--trouble", "earthquake", stdin="s"), "earthquake")
    refused(run(*words, "0", "--trouble", "slow:0", stdin="s"))
    refused(run(*words, "70000", stdin="s"))
    with Provider() as provider:
        port = provider.url.rsplit(":", 1)[1].split("/")[0]
        ran = run(*words, port, stdin="s")
        assert ran.code != 0
        assert len(ran.err.splitlines()) == 1
        assert port in ran.err
    refused(run(*words, "0", stdin=""), "secret")


def checks_of(till: Shop, **more: str) -> tuple[int, dict[str, dict[str, Any]]]:
    """The doctor's exit code and findings by name."""
    ran = till.cli("doctor", "--json", **more)
    assert ran.err == ""
    told = json.loads(ran.out)
    assert told["can_sell"] is (ran.code == 0)
    return ran.code, {one["name"]: one for one in told["checks"]}


def test_doctor(till: Shop, provider: Provider) -> None:
    """Right: can sell. Wrong secret, wrong id, nobody there, no cashier: can't, and why."""
    assert till.setup(provider.url).code == 0
    code, checks = checks_of(till)
    assert (code, checks["cashiers"]["state"]) == (1, "fail")
    for name, role in (("Ayla", "cashier"), ("Mira", "manager")):
        words = ("cashier", "add", name, "--role", role, "--pin-stdin")
        assert till.cli(*words, stdin="2468").code == 0
    code, checks = checks_of(till)
    assert code == 0, checks
    assert {name: one["state"] for name, one in checks.items() if one["state"] != "ok"} == {
        "secrets": "warn",
        "catalogue": "warn",
    }
    assert "10,000" in checks["balance"]["sentence"] or "10000" in checks["balance"]["sentence"]
    code, checks = checks_of(till, POS_APP_CLIENT_SECRET="wrong")
    assert (code, checks["connection"]["state"]) == (1, "fail")
    assert "invalid_signature" in checks["connection"]["sentence"]
    code, checks = checks_of(till, POS_APP_CLIENT_ID="wrong")
    assert (code, checks["connection"]["state"]) == (1, "fail")
    absent = f"http://127.0.0.1:{free_port()}/v1"
    code, checks = checks_of(till, POS_APP_PROVIDER_URL=absent)
    assert (code, checks["connection"]["state"]) == (1, "fail")
    assert absent in checks["connection"]["sentence"]
    plain = till.cli("doctor")
    assert plain.code == 0
    assert provider.orders() == []


@pytest.mark.skipif(shutil.which("faketime") is None, reason="needs Debian's faketime")
def test_doctor_and_a_wrong_clock(till: Shop, provider: Provider) -> None:
    """Ten minutes off is named as such, not taken for wrong credentials; it can still sell."""
    till.set_up(provider.url)
    ran = run(
        "-f",
        "+10m",
        *till.command,
        "doctor",
        "--json",
        environment=till.environment,
        command=("faketime",),
    )
    checks = {one["name"]: one for one in json.loads(ran.out)["checks"]}
    assert checks["clock"]["state"] == "warn"
    assert re.search(r"60\d s ahead", checks["clock"]["sentence"])
    assert checks["connection"]["state"] == "ok"
    assert ran.code == 0


def test_damaged(till: Shop) -> None:
    """Damaged settings and a database that has gone: a sentence each, and nothing begun anew."""
    assert till.cli(*setup_words(), stdin=SECRET).code == 0
    database = till.database.read_bytes()
    till.database.unlink()
    gone = unchanged(till.home, lambda: till.cli("journal", "verify"))
    assert gone.code != 0
    assert "disappeared" in gone.err
    till.database.write_bytes(database)
    settings = till.home / "settings" / "settings.json"
    settings.write_text(settings.read_text()[:-20])
    broken = unchanged(till.home, lambda: till.cli("journal", "verify"))
    refused(broken, "settings.json")
    code, checks = checks_of(till)
    assert (code, checks["settings"]["state"]) == (1, "fail")


def test_broken_journal(till: Shop) -> None:
    """An entry that somebody changed behind the program's back breaks the chain: exit code 1."""
    assert till.cli(*setup_words(), stdin=SECRET).code == 0
    words = ("cashier", "add", "Ayla", "--role", "cashier", "--pin-stdin")
    assert till.cli(*words, stdin="2468").code == 0
    assert till.cli("journal", "verify").code == 0
    till.write("DROP TRIGGER journal_stays", "UPDATE journal SET by_name = 'Nobody' WHERE seq = 1")
    broken = till.cli("journal", "verify")
    assert broken.code == 1
    assert broken.out + broken.err != ""
    assert till.cli("doctor").code == 1


def test_files(till: Shop, tmp_path: Path) -> None:
    """Export, backup and version without any sale."""
    version = till.cli("--version")
    assert (version.code, version.err) == (0, "")
    assert version.out.startswith("pos-app ")
    assert till.cli(*setup_words(), stdin=SECRET).code == 0
    out = tmp_path / "cards.csv"
    days = ("--from", "2026-01-01", "--to", "2026-12-31")
    assert till.cli("export", *days, "--out", str(out)).code == 0
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 1
    folder = tmp_path / "copies"
    assert till.cli("backup", "--out", str(folder)).code == 0
    (copy,) = folder.glob("*.sqlite3")
    assert copy.read_bytes().startswith(b"SQLite format 3")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
def test_no_screen(till: Shop) -> None:
    """Without a screen the window says so in one sentence instead of dying in Qt's hands."""
    nowhere = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    ran = till.cli("--training", **nowhere)
    assert (ran.code, ran.out) == (1, "")
    assert len(ran.err.splitlines()) == 1
    assert "screen" in ran.err
    assert not till.home.exists()
