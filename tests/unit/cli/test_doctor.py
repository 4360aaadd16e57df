"""`pos-app doctor` and `training-provider`, against each other."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from pos_app.bootstrap.surroundings import SystemClock
from pos_app.usecases.doctor import NAMES
from tests.unit.cli.terminal import Cli, Ended


def looked(ended: Ended) -> dict[str, dict[str, str]]:
    """The checks by name."""
    found = json.loads(ended.out)
    assert found["can_sell"] is (ended.code == 0)
    assert [check["name"] for check in found["checks"]] == NAMES
    return {check["name"]: check for check in found["checks"]}


@pytest.fixture
def ready(cli: Cli, provider_url: str) -> Cli:
    """A till with everything a sale needs."""
    assert cli.set_up(provider_url=provider_url).code == 0
    assert cli.add("Anna", "manager").code == 0
    return cli


def test_ready_till_can_sell(ready: Cli, tmp_path: Path) -> None:
    """With everything right the exit code is 0, whatever is only worth a warning."""
    ended = ready("doctor", "--json", POS_APP_PRINTER=f"pdf:{tmp_path}")
    checks = looked(ended)
    assert ended.code == 0
    states = {name: check["state"] for name, check in checks.items()}
    assert states == dict.fromkeys(NAMES, "ok") | {"secrets": "warn", "catalogue": "warn"}
    assert checks["connection"]["fix"] == ""
    assert "10,000" in checks["balance"]["sentence"]


def test_for_people(ready: Cli) -> None:
    """Without --json each check is a line, its way out below it, and the verdict at the end."""
    ended = ready("doctor")
    assert ended.code == 0
    assert ended.out.endswith("This till can sell.\n")
    assert "POS_APP_PRINTER" in ended.out


def test_wrong_secret(ready: Cli) -> None:
    """A wrong signature is told with the provider's own code."""
    ended = ready("doctor", "--json", POS_APP_CLIENT_SECRET="wrong")
    connection = looked(ended)["connection"]
    assert (ended.code, connection["state"]) == (1, "fail")
    assert "invalid_signature" in connection["sentence"]
    assert looked(ended)["secrets"]["state"] == "ok"
    assert "wrong" not in ended.out


def test_absent_provider(ready: Cli) -> None:
    """Nobody listening is a sentence within seconds; everything else is still looked at."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{closed.getsockname()[1]}/v1"
        started = time.monotonic()
        ended = ready("doctor", "--json", POS_APP_PROVIDER_URL=url)
    assert time.monotonic() - started < 8
    checks = looked(ended)
    assert (ended.code, checks["connection"]["state"]) == (1, "fail")
    assert "no connection" in checks["connection"]["sentence"]
    assert checks["clock"]["state"] == checks["balance"]["state"] == "skipped"
    assert checks["cashiers"]["state"] == "ok"


def test_silent_provider(ready: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """A provider that never answers does not hold the doctor up."""
    monkeypatch.setattr("pos_app.cli.doctor._PATIENCE_S", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/v1"
        ended = ready("doctor", "--json", POS_APP_PROVIDER_URL=url)
    assert "no answer in time" in looked(ended)["connection"]["sentence"]


def test_clock_off_by_ten_minutes(ready: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong clock is told with its size; orders still go out, with the provider's time."""

    class Late(SystemClock):
        def now(self) -> datetime:
            """Ten minutes ago."""
            return super().now() - timedelta(minutes=10)

    monkeypatch.setattr("pos_app.cli.doctor.SystemClock", Late)
    ended = ready("doctor", "--json")
    checks = looked(ended)
    assert (ended.code, checks["clock"]["state"]) == (0, "warn")
    assert " s behind" in checks["clock"]["sentence"]
    assert checks["connection"]["state"] == "ok"


def test_a_home_that_can_be_none(ready: Cli) -> None:
    """Bad input is one sentence and exit 2, not a finding about the till."""
    ended = ready("doctor", "--json", POS_APP_HOME="here")
    assert (ended.code, ended.out) == (2, "")
    assert "POS_APP_HOME" in ended.err


def test_before_set_up(cli: Cli) -> None:
    """Without settings there is nothing else to look at; nothing is made by looking."""
    ended = cli("doctor", "--json")
    checks = looked(ended)
    assert (ended.code, checks["settings"]["state"]) == (1, "fail")
    assert {checks[name]["state"] for name in NAMES[1:]} == {"skipped"}
    assert cli.files() == set()


def test_nobody_may_sign_in(cli: Cli, provider_url: str) -> None:
    """A till without people can't sell."""
    assert cli.set_up(provider_url=provider_url).code == 0
    ended = cli("doctor", "--json")
    assert (ended.code, looked(ended)["cashiers"]["state"]) == (1, "fail")


def test_lost_database(ready: Cli) -> None:
    """What can't be looked at without a database is skipped; the rest is not."""
    (ready.home / "data" / "till.sqlite3").unlink()
    checks = looked(ready("doctor", "--json"))
    assert checks["database"]["state"] == "fail"
    assert checks["journal"]["state"] == "skipped"
    assert "database" in checks["journal"]["sentence"]
    assert checks["connection"]["state"] == "ok"


def test_lost_secrets(ready: Cli) -> None:
    """Without secrets neither vault nor provider can be opened."""
    (ready.home / "data" / "secrets.json").write_text("{}")
    checks = looked(ready("doctor", "--json"))
    assert checks["secrets"]["state"] == checks["database"]["state"] == "fail"
    assert checks["connection"]["state"] == "skipped"


def test_damaged_secrets(ready: Cli) -> None:
    """A damaged place of secrets is told and never taken for empty."""
    (ready.home / "data" / "secrets.json").write_text("{")
    checks = looked(ready("doctor", "--json"))
    assert checks["secrets"]["state"] == "fail"
    assert (ready.home / "data" / "secrets.json").read_text() == "{"


@pytest.mark.parametrize(
    ("printer", "state"),
    [
        ("pdf:{tmp}/new/slips", "ok"),
        ("pdf:{tmp}/file", "fail"),
        ("system:No_Such_Queue", "fail"),
        ("escpos:tcp://127.0.0.1:{closed}", "fail"),
        ("escpos:tcp://127.0.0.1:{open}", "ok"),
        ("fax:123", "fail"),
    ],
)
def test_printers(ready: Cli, tmp_path: Path, printer: str, state: str) -> None:
    """Each kind of printer is looked at without printing."""
    (tmp_path / "file").touch()
    with socket.socket() as closed, socket.create_server(("127.0.0.1", 0)) as listening:
        closed.bind(("127.0.0.1", 0))
        spec = printer.format(
            tmp=tmp_path, closed=closed.getsockname()[1], open=listening.getsockname()[1]
        )
        ended = ready("doctor", "--json", POS_APP_PRINTER=spec)
    assert looked(ended)["printer"]["state"] == state
    assert ended.code == (0 if state == "ok" else 1)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    "words",
    [
        "--port 0 --client-id c --secret-stdin --trouble nonsense",
        "--port 0 --client-id c --secret-stdin --trouble slow:none",
        "--port {taken} --client-id c --secret-stdin",
    ],
)
def test_training_provider_refuses(cli: Cli, words: str) -> None:
    """Unknown troubles and a taken port are told, exit 2."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        words = words.format(taken=taken.getsockname()[1])
        ended = cli("training-provider", *words.split(), stdin="s\n")
    assert ended.code == 2
    assert ended.err.count("\n") == 1
    assert ended.out == ""


@pytest.mark.parametrize("stdin", ["", "\n"])
def test_training_provider_needs_a_secret(cli: Cli, stdin: str) -> None:
    """Without a secret it does not start."""
    words = "training-provider --port 0 --client-id c --secret-stdin".split()
    assert cli(*words, stdin=stdin).code == 2
    blank = ("training-provider", "--port", "0", "--client-id", " ", "--secret-stdin")
    assert cli(*blank, stdin="s\n").code == 2


def test_armed_trouble_is_met(ready: Cli) -> None:
    """`--trouble NAME` plays it from the first request on."""
    command = [sys.executable, "-m", "pos_app", "training-provider", "--port", "0"]
    command += ["--client-id", "till-7", "--secret-stdin", "--trouble", "provider_down"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("s3cret\n")
        process.stdin.close()
        url = process.stdout.readline().strip()
        ended = ready("doctor", "--json", POS_APP_PROVIDER_URL=url)
        process.terminate()
    assert looked(ended)["connection"]["state"] == "fail"
