"""`pos-app restore`, and a till on another computer."""

from __future__ import annotations

import asyncio
import json
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pos_app.bootstrap.instance_lock import InstanceLock
from pos_app.bootstrap.real import real_parts
from pos_app.cli.access import opened_till
from pos_app.cli.run import Terminal
from pos_app.config import Paths
from pos_app.domain.errors import PosError, StoreError
from pos_app.domain.journal import Action
from pos_app.domain.sale import Trouble
from tests.helpers.sales import deliver, record, sending
from tests.unit.cli.terminal import Cli, is_one_sentence


def _environment(cli: Cli) -> dict[str, str]:
    return {"POS_APP_HOME": str(cli.home)}


async def _sell(cli: Cli, count: int = 1) -> None:
    """Sales of two cards each: one delivered, one under way."""
    terminal = Terminal(_environment(cli), sys.stdin, sys.stdout, sys.stderr)
    async with opened_till(terminal) as till:
        for _ in range(count):
            now = datetime.now(UTC)
            sale = await record(till.store.sales, now, minors=(5000, 2500))
            await deliver(till.store.sales, sale.lines[0].id, now)
            await till.store.sales.change_line(sale.lines[1].id, sending(now))


def _backup(cli: Cli) -> str:
    ended = cli("backup", "--out", str(cli.home / "data" / "backups"))
    assert ended.code == 0
    return ended.out.strip()


async def _troubles(cli: Cli) -> list[Trouble | None]:
    terminal = Terminal(_environment(cli), sys.stdin, sys.stdout, sys.stderr)
    async with opened_till(terminal) as till:
        (told,) = await till.store.journal.records(actions=[Action.RESTORED])
        assert told.entry.details["gap"] == 1000
        return [line.trouble for line in await till.store.sales.open_lines()]


def test_restore(set_up: Cli) -> None:
    """What was done and what is left to do is said; the till goes on with its new journal."""
    asyncio.run(_sell(set_up))
    backup = _backup(set_up)
    asyncio.run(_sell(set_up, 2))
    ended = set_up("restore", backup)
    assert (ended.code, ended.err) == (0, "")
    assert backup in ended.out
    for words in (
        "2 sales",
        "2 open orders",
        "number 1002",
        "The day is number 1002.",
        "Void slips go on with number 1001, refund slips with 1001.",
        str(datetime.now().astimezone().year),
    ):
        assert words in ended.out
    kept = Path(ended.out.strip().splitlines()[-1].removesuffix(".").split(" in ")[-1])
    assert kept.parent.name == "replaced"
    assert kept.exists()
    assert asyncio.run(_troubles(set_up)) == [Trouble.RESTORED] * 2
    assert set_up("journal", "verify").out == "The journal is whole.\n"
    assert "knows every sale" in set_up("restore", _backup(set_up)).out


@pytest.mark.parametrize("damage", [False, True])
def test_the_way_out_is_told(set_up: Cli, *, damage: bool) -> None:
    """A lost or damaged database: the sentence holds the command that helps, and it does."""
    asyncio.run(_sell(set_up))
    backup = _backup(set_up)
    database = set_up.home / "data" / "till.sqlite3"
    if damage:
        database.write_bytes(b"x" * 9000)
    else:
        database.unlink()
    ended = set_up("journal", "verify")
    assert ended.code == 1
    assert is_one_sentence(ended.err)
    assert f'pos-app restore "{backup}"' in ended.err
    doctor = set_up("doctor", "--json")
    found = {check["name"]: check for check in json.loads(doctor.out)["checks"]}
    assert backup in found["database"]["sentence"]
    assert set_up("restore", backup).code == 0
    assert asyncio.run(_troubles(set_up)) == [Trouble.RESTORED] * 2


def test_no_backup_to_name(set_up: Cli) -> None:
    """The sentence says that there is none, not half a command."""
    (set_up.home / "data" / "till.sqlite3").unlink()
    ended = set_up("journal", "verify")
    assert "no backup" in ended.err
    assert "unknown" not in ended.err


def test_refused_while_the_program_runs(set_up: Cli) -> None:
    """Nothing is exchanged below a running till."""
    backup = _backup(set_up)
    running = InstanceLock(set_up.home / "data")
    assert running.take()
    before = (set_up.home / "data" / "till.sqlite3").read_bytes()
    ended = set_up("restore", backup)
    running.release()
    assert ended.code == 2
    assert is_one_sentence(ended.err)
    assert "running" in ended.err
    assert (set_up.home / "data" / "till.sqlite3").read_bytes() == before
    assert set_up("restore", backup).code == 0


def test_bad_files(set_up: Cli, tmp_path: Path) -> None:
    """Exit code 2, one sentence with the file, and the database stays."""
    (tmp_path / "text").write_text("x" * 9000)
    for file in (tmp_path / "missing", tmp_path / "text", tmp_path):
        ended = set_up("restore", str(file))
        assert (ended.code, ended.out) == (2, "")
        assert is_one_sentence(ended.err)
        assert str(file) in ended.err
    assert set_up("journal", "verify").code == 0
    assert set_up("restore").code == 2


def test_another_tills_backup(set_up: Cli, tmp_path: Path, cli: Cli) -> None:
    """A shop with two tills: the other one's backup is refused."""
    other = Cli(tmp_path / "other", cli._capsys)
    assert other.set_up().code == 0
    ended = set_up("restore", _backup(other))
    assert ended.code == 2
    assert "another till" in ended.err


def test_before_any_set_up(cli: Cli, tmp_path: Path) -> None:
    """There is nothing to restore into."""
    ended = cli("restore", str(tmp_path / "x"))
    assert ended.code == 2
    assert "setup" in ended.err
    assert cli.files() == set()


async def _start(cli: Cli) -> PosError | None:
    """What the program itself says when it starts on this home."""
    environment = {**_environment(cli), "POS_APP_CLIENT_SECRET": "s3cret"}
    try:
        parts = await real_parts(Paths.find(environment), environment)
    except StoreError as error:
        return error
    await parts.provider.close()
    await parts.store.close()
    if parts.pictures is not None:
        await parts.pictures.close()
    return None


def test_a_copy_on_another_computer(
    set_up: Cli, monkeypatch: pytest.MonkeyPatch, cli: Cli
) -> None:
    """It does not sell and says so; restoring its backup there is the move (M11)."""
    assert set_up.add("Marta", "manager").code == 0
    assert asyncio.run(_start(set_up)) is None
    asyncio.run(_sell(set_up))
    backup = _backup(set_up)
    copied = Cli(set_up.home.with_name("copied"), cli._capsys)
    shutil.copytree(set_up.home, copied.home)
    monkeypatch.setattr("pos_app.bootstrap.machine.machine_name", lambda: "f" * 32)
    refused = asyncio.run(_start(copied))
    assert refused is not None
    assert refused.code == "other_computer"
    doctor = copied("doctor", "--json")
    found = {check["name"]: check for check in json.loads(doctor.out)["checks"]}
    assert (doctor.code, found["database"]["state"]) == (1, "fail")
    assert "pos-app restore" in found["database"]["sentence"]
    assert copied("restore", backup).code == 0
    assert asyncio.run(_start(copied)) is None
    assert asyncio.run(_troubles(copied)) == [Trouble.RESTORED] * 2


def test_a_cut_end_of_the_journal_is_found(set_up: Cli) -> None:
    """An older database put in place by hand is whole in itself, but not what was kept (M16)."""
    assert set_up.add("Marta", "manager").code == 0
    data = set_up.home / "data"
    shutil.copyfile(data / "till.sqlite3", data / "older")
    asyncio.run(_sell(set_up))
    asyncio.run(_keep(set_up))
    assert set_up("journal", "verify").code == 0
    (data / "till.sqlite3").unlink()
    (data / "older").rename(data / "till.sqlite3")
    for _ in range(2):
        ended = set_up("journal", "verify")
        assert ended.code == 1
        assert "are missing" in ended.out
        # An orderly close does not write over what speaks against the journal.
        asyncio.run(_keep(set_up))
    doctor = set_up("doctor", "--json")
    found = {check["name"]: check for check in json.loads(doctor.out)["checks"]}
    assert found["journal"]["state"] == "fail"


async def _keep(cli: Cli) -> None:
    """Start and close the program in order, without its window."""
    from pos_app.bootstrap.running import RunningTill

    environment = {**_environment(cli), "POS_APP_CLIENT_SECRET": "s3cret"}
    async with RunningTill(await real_parts(Paths.find(environment), environment)):
        pass
