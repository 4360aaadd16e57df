"""Somebody searches every file of the till, and what is sent to support, for anything of worth."""

from __future__ import annotations

import asyncio
import json
import logging
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pos_app.cli.access import opened_till
from pos_app.cli.run import Terminal
from pos_app.config import CrashReports, set_up_logging
from pos_app.domain.journal import Action, Entry
from pos_app.domain.people import PersonId
from tests.attacks.loot import Loot, files_of, hits, random_card, sell
from tests.unit.cli.terminal import SETUP, Cli

SECRET = "TheClientSecretOfThisTill"
PIN = "840275610394"
CARDS = 1000


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    """A till whose client secret lies in the environment, not beside its data."""
    cli = Cli(tmp_path / "home", capsys)
    words = [word for pair in SETUP.items() for word in pair]
    assert cli("setup", *words, POS_APP_CLIENT_SECRET=SECRET).code == 0
    assert cli.add("Anna", "manager", PIN).code == 0
    return cli


@pytest.fixture
def log(cli: Cli) -> Iterator[CrashReports]:
    """The program's log and crash reports, as `pos-app` sets them up."""
    root, level = logging.getLogger(), logging.getLogger().level
    handler = set_up_logging(cli.home / "logs")
    crashes = CrashReports(cli.home / "logs")
    yield crashes
    root.removeHandler(handler)
    root.setLevel(level)
    handler.close()


async def _sell(cli: Cli, count: int) -> Loot:
    terminal = Terminal(
        {"POS_APP_HOME": str(cli.home)},
        None,  # type: ignore[arg-type]
        None,  # type: ignore[arg-type]
        None,  # type: ignore[arg-type]
    )
    async with opened_till(terminal) as till:
        loot = await sell(till.store, count)
        await till.store.backups.make()
        # The log and the reports of a program that stumbles over a card.
        for card in loot.cards[:20]:
            text = f"{card.code} {card.pin} {loot.addresses[0]}"
            log = logging.getLogger("pos_app.tests.attacks")
            log.info("stored %s", text, extra={"code": card.code, "card": card, "line": text})
            crash(cli, text)
    return loot


def crash(cli: Cli, text: str) -> None:
    """A mistake with a card in its message."""
    try:
        raise ValueError(text)
    except ValueError as error:
        CrashReports(cli.home / "logs").write("tests", error)


def test_a_thousand_cards_leave_no_trace(cli: Cli, log: CrashReports, tmp_path: Path) -> None:
    """Codes, PINs, links, the secret: 0 hits in data, logs and bundle; addresses in the database.

    Backups are copies of the database.
    """
    loot = asyncio.run(_sell(cli, CARDS))
    assert len(loot.cards) == CARDS
    out = tmp_path / "bundle.zip"
    ended = cli("support-bundle", "--out", str(out), POS_APP_CLIENT_SECRET=SECRET)
    assert ended.code == 0, ended.err
    with zipfile.ZipFile(out) as archive:
        bundle = {name: archive.read(name) for name in archive.namelist()}
    assert {"about.json", "doctor.json", "settings.json", "journal.jsonl"} <= set(bundle)
    assert {"logs/pos-app.log"} <= set(bundle)
    assert any(name.startswith("logs/crash-") for name in bundle)
    till, packed = files_of(cli.home), {**bundle, "the zip": out.read_bytes()}
    worth = [*loot.of_cards, SECRET, PIN]
    assert hits(till, worth) == []
    assert hits(packed, worth) == []
    beside = {name: data for name, data in till.items() if "till" not in Path(name).name}
    assert hits({**beside, **packed}, loot.addresses) == []
    key = json.loads((cli.home / "data" / "secrets.json").read_text())["vault_key"]
    assert hits(packed, [key, "till-7-client-id"]) == []
    # The search finds what is there: the addresses in the database, the key in its own file.
    assert hits(till, loot.addresses)
    assert hits(till, [key])
    assert log is not None


def test_the_journal_holds_no_addresses(cli: Cli) -> None:
    """They are in the rows of the lines only, so that an export of the journal is harmless."""
    loot = asyncio.run(_sell(cli, 20))
    with closing(sqlite3.connect(cli.home / "data" / "till.sqlite3")) as database:
        rows = database.execute("SELECT * FROM journal").fetchall()
        assert len(rows) > 40
        texts = [value for row in rows for value in row if isinstance(value, str)]
        assert not [text for text in texts if "@" in text]
        assert (
            database.execute("SELECT count(*) FROM lines WHERE address <> ''").fetchone()[0] == 2
        )
    assert len(loot.addresses) == 2


def test_what_people_typed_stays_here(cli: Cli, tmp_path: Path) -> None:
    """A code, an address or a PIN in a reason is in the journal, but not in the bundle."""
    import random

    card = random_card(random.Random(1))  # noqa: S311  (repeatable)
    reason = f"customer anna.maier@example.org says {card.code} does not work"

    async def write() -> None:
        terminal = Terminal({"POS_APP_HOME": str(cli.home)}, None, None, None)  # type: ignore[arg-type]
        async with opened_till(terminal) as till:
            details = {"reason": reason, "receipt": card.pin, "code": card.code, "how": "loss"}
            entry = Entry(Action.CASE_CLOSED, PersonId(1), details=details)
            await till.store.journal.write(entry)

    asyncio.run(write())
    out = tmp_path / "bundle.zip"
    assert cli("support-bundle", "--out", str(out), POS_APP_CLIENT_SECRET=SECRET).code == 0
    with zipfile.ZipFile(out) as archive:
        text = archive.read("journal.jsonl").decode()
        settings = json.loads(archive.read("settings.json"))
        about = json.loads(archive.read("about.json"))
        assert json.loads(archive.read("doctor.json"))["can_sell"] is False
    last = json.loads(text.splitlines()[-1])
    withheld = dict.fromkeys(("reason", "receipt", "code"), "(withheld)")
    assert last["details"] == {**withheld, "how": "loss"}
    assert (last["by"], "who" in last) == (1, False)
    assert settings["client_id"] == "til•••"
    assert about["rows"]["people"] == 1
    assert about["rows"]["schema"] >= 2
