"""Somebody with a database tool: changed, swapped and cut rows, a stolen or older database."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

import pytest

from pos_app.cli.access import Opened, opened_till
from pos_app.cli.run import Terminal
from pos_app.domain.errors import VaultError
from pos_app.domain.sale import LineId
from pos_app.usecases.journal_keeper import JournalKeeper
from tests.attacks.loot import Loot, files_of, hits, sell
from tests.unit.cli.terminal import Cli, is_one_sentence
from tests.unit.store.support import tamper

T = TypeVar("T")


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    """A till with people."""
    cli = Cli(tmp_path / "home", capsys)
    assert cli.set_up().code == 0
    assert cli.add("Anna", "manager").code == 0
    return cli


def with_till(cli: Cli, work: Callable[[Opened], Coroutine[Any, Any, T]]) -> T:
    """Do something on the till's own store."""

    async def run() -> T:
        terminal = Terminal({"POS_APP_HOME": str(cli.home)}, None, None, None)  # type: ignore[arg-type]
        async with opened_till(terminal) as till:
            return await work(till)

    return asyncio.run(run())


def sold(cli: Cli, count: int = 20) -> Loot:
    """Sell some cards; the journal's end is kept in the secret store as at an orderly close."""

    async def work(till: Opened) -> Loot:
        loot = await sell(till.store, count)
        assert await JournalKeeper(till.store.journal, till.secrets).keep()
        return loot

    return with_till(cli, work)


def verdict(cli: Cli) -> tuple[int, str]:
    """What `journal verify` says."""
    ended = cli("journal", "verify")
    return ended.code, ended.out.strip()


def test_a_sound_journal_is_whole(cli: Cli) -> None:
    """Before anybody touched it."""
    sold(cli)
    assert verdict(cli) == (0, "The journal is whole.")


@pytest.mark.parametrize(
    "statement",
    [
        'UPDATE journal SET details = \'{"amount":"5.0"}\' WHERE seq = 10',
        "UPDATE journal SET by_name = 'Bert' WHERE seq = 10",
        "UPDATE journal SET at = at - 60000000 WHERE seq = 10",
        "UPDATE journal SET action = 'refund_paid' WHERE seq = 10",
        "UPDATE journal SET line = 'T1-000002-1' WHERE seq = 10",
        "UPDATE journal SET mac = zeroblob(32) WHERE seq = 10",
        "DELETE FROM journal WHERE seq = 10",
    ],
)
def test_a_changed_row_is_named(cli: Cli, statement: str) -> None:
    """Any column of any entry: the first broken number, exit 1."""
    sold(cli)
    tamper(cli.home / "data", statement)
    code, text = verdict(cli)
    assert code == 1
    assert "entry 10 " in text


def test_swapped_rows_are_named(cli: Cli) -> None:
    """Two entries that change their places."""
    sold(cli)
    tamper(
        cli.home / "data",
        "UPDATE journal SET seq = 999 WHERE seq = 10",
        "UPDATE journal SET seq = 10 WHERE seq = 12",
        "UPDATE journal SET seq = 12 WHERE seq = 999",
    )
    code, text = verdict(cli)
    assert code == 1
    assert "entry 10 " in text


def test_deleted_last_entries_show(cli: Cli) -> None:
    """Also when count and head are put right by hand: the seal over them needs the key."""
    sold(cli)
    tamper(cli.home / "data", "DELETE FROM journal WHERE seq > 30")
    assert verdict(cli)[0] == 1
    tamper(
        cli.home / "data",
        "UPDATE till SET journal_seq = 30, journal_mac = (SELECT mac FROM journal WHERE seq = 30)",
    )
    code, text = verdict(cli)
    assert code == 1
    assert "entry 31 " in text


def test_an_older_database_shows(cli: Cli) -> None:
    """Whole and sealed, but the secret store knows how long the journal was."""
    sold(cli, 10)
    database, older = cli.home / "data" / "till.sqlite3", cli.home / "older.sqlite3"
    shutil.copyfile(database, older)
    sold(cli, 10)
    for suffix in ("-wal", "-shm"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)
    shutil.copyfile(older, database)
    code, text = verdict(cli)
    assert code == 1
    assert "entries" in text
    assert "missing" in text


def test_swapped_cards_are_nobodys(cli: Cli) -> None:
    """The sealed card of one order in the row of another opens for neither."""
    sold(cli)
    one, two = LineId("T1-000001-1"), LineId("T1-000002-1")
    tamper(
        cli.home / "data",
        "UPDATE cards SET line = 'x' WHERE line = 'T1-000001-1'",
        "UPDATE cards SET line = 'T1-000001-1' WHERE line = 'T1-000002-1'",
        "UPDATE cards SET line = 'T1-000002-1' WHERE line = 'x'",
    )

    async def look(till: Opened) -> None:
        for line in (one, two):
            with pytest.raises(VaultError, match="not_opened"):
                await till.store.sales.card(line)

    with_till(cli, look)


def test_a_stolen_database_gives_nothing_away(
    cli: Cli, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Copied without the secret store: no code in it, and another till can't open it."""
    loot = sold(cli, 50)
    stolen = tmp_path / "stolen"
    shutil.copytree(cli.home / "data", stolen)
    (stolen / "secrets.json").unlink()
    assert hits(files_of(stolen), loot.of_cards) == []
    thief = Cli(tmp_path / "thief", capsys)
    assert thief.set_up().code == 0
    for name in ("till.sqlite3", "database-exists"):
        shutil.copyfile(stolen / name, thief.home / "data" / name)
    for words in (("journal", "verify"), ("cashier", "list"), ("backup", "--out", str(tmp_path))):
        ended = thief(*words)
        assert ended.code == 1
        assert is_one_sentence(ended.err)
    settings = thief.home / "settings" / "settings.json"
    shutil.copyfile(cli.home / "settings" / "settings.json", settings)
    ended = thief("journal", "verify")
    assert (ended.code, "does not open this database" in ended.err) == (1, True)
