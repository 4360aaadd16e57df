"""`journal verify`, `backup` and `export` on a till with history."""

from __future__ import annotations

import asyncio
import csv
import errno
import sqlite3
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from pos_app.cli.access import opened_till
from pos_app.cli.export import COLUMNS
from pos_app.cli.run import Terminal
from pos_app.domain.answer import Proof
from pos_app.domain.journal import Action, Entry
from pos_app.domain.sale import ProductRef
from tests.helpers.sales import answered, deliver, handed_over, new_sale, refund_paid, sending
from tests.unit.cli.terminal import Cli, is_one_sentence

TODAY = date.today()  # noqa: DTZ011  (the export's days are local)


def test_whole_journal(set_up: Cli) -> None:
    """A journal as it was written."""
    ended = set_up("journal", "verify")
    assert (ended.code, ended.out) == (0, "The journal is whole.\n")


def test_broken_journal(set_up: Cli) -> None:
    """A changed entry is found; the exit code says so to scripts."""
    assert set_up.add("Anna").code == 0
    database = sqlite3.connect(set_up.home / "data" / "till.sqlite3")
    with database:
        for (name,) in database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal'"
        ).fetchall():
            database.execute(f"DROP TRIGGER {name}")
        database.execute("UPDATE journal SET details = '{}' WHERE seq = 2")
    database.close()
    ended = set_up("journal", "verify")
    assert ended.code == 1
    assert "entry 2" in ended.out


def test_backup(set_up: Cli, tmp_path: Path) -> None:
    """The copy is named on standard output and is a whole database."""
    ended = set_up("backup", "--out", str(tmp_path / "copies"))
    made = Path(ended.out.strip())
    assert ended.code == 0
    assert made.parent == tmp_path / "copies"
    copy = sqlite3.connect(made)
    assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    copy.close()


def test_backup_onto_a_file(set_up: Cli, tmp_path: Path) -> None:
    """A file is no folder."""
    (tmp_path / "copies").write_text("mine")
    ended = set_up("backup", "--out", str(tmp_path / "copies"))
    assert ended.code == 2
    assert is_one_sentence(ended.err)
    assert (tmp_path / "copies").read_text() == "mine"


def test_empty_export(set_up: Cli, tmp_path: Path) -> None:
    """A till without sales exports its header; an older file is replaced."""
    out = tmp_path / "cards.csv"
    out.write_text("old")
    ended = set_up("export", "--from", str(TODAY), "--to", str(TODAY), "--out", str(out))
    assert ended.code == 0
    assert "0 cards" in ended.out
    with out.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [list(COLUMNS)]
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".new"] == []


@pytest.mark.parametrize("out", ["missing/cards.csv", "."])
def test_export_nowhere(set_up: Cli, tmp_path: Path, out: str) -> None:
    """Where no file can be, a sentence says so."""
    words = ("export", "--from", str(TODAY), "--to", str(TODAY), "--out", str(tmp_path / out))
    ended = set_up(*words)
    assert ended.code == 2
    assert is_one_sentence(ended.err)


def test_export_of_no_days(set_up: Cli, tmp_path: Path) -> None:
    """The first day can't come after the last."""
    before = str(TODAY - timedelta(days=1))
    out = str(tmp_path / "cards.csv")
    ended = set_up("export", "--from", str(TODAY), "--to", before, "--out", out)
    assert ended.code == 2
    assert is_one_sentence(ended.err)


def test_damaged_settings(set_up: Cli) -> None:
    """Damage is told with the file's name; the file stays as it is."""
    settings = set_up.home / "settings" / "settings.json"
    settings.write_text("{")
    ended = set_up("journal", "verify")
    assert ended.code == 2
    assert is_one_sentence(ended.err)
    assert str(settings) in ended.err
    assert settings.read_text() == "{"


def test_lost_database(set_up: Cli) -> None:
    """A till whose database has gone says so, and does not begin anew (R11)."""
    (set_up.home / "data" / "till.sqlite3").unlink()
    ended = set_up("journal", "verify")
    assert ended.code == 1
    assert is_one_sentence(ended.err)
    assert "data/till.sqlite3" not in set_up.files()


def test_export_of_sales(set_up: Cli, tmp_path: Path) -> None:
    """One row per card, without codes; formulas are defused, amounts have a point."""
    asyncio.run(_sell(set_up))
    out = tmp_path / "cards.csv"
    words = ("export", "--from", str(TODAY), "--to", str(TODAY), "--out", str(out))
    ended = set_up(*words)
    assert (ended.code, ended.err) == (0, "")
    text = out.read_text("utf-8-sig")
    assert "ABCD" not in text
    assert "4711" not in text
    rows = list(csv.DictReader(text.splitlines()))
    assert [row["line"] for row in rows] == ["T1-000001-1", "T1-000001-2"]
    first, second = rows
    assert (first["order"], first["money"], first["amount"]) == ("delivered", "paid", "50.0")
    assert first["handed_over_at"]
    assert (second["order"], second["money"]) == ("failed", "refunded")
    assert (second["refund_receipt"], second["amount"]) == ("R 7", "12.5")
    assert second["brand"] == "'=Formula"
    tomorrow = str(TODAY + timedelta(days=1))
    later = set_up("export", "--from", tomorrow, "--to", tomorrow, "--out", str(out))
    assert "0 cards" in later.out


async def _sell(cli: Cli) -> None:
    """A sale of two cards: one handed over, one failed and refunded."""
    now = datetime.now(UTC)
    terminal = Terminal({"POS_APP_HOME": str(cli.home)}, sys.stdin, sys.stdout, sys.stderr)
    async with opened_till(terminal) as till:
        sales = till.store.sales
        sale = new_sale(1, now, minors=(5000, 1250))
        bad = sale.lines[1].with_(product=ProductRef("p", "Karte", "=Formula"))
        sale = replace(sale, lines=(sale.lines[0], bad))
        await sales.record_sale(sale, [Entry(Action.SALE_PAID, sale.cashier, sale.id)])
        await deliver(sales, sale.lines[0].id, now)
        await sales.change_line(sale.lines[0].id, handed_over(now))
        await sales.change_line(bad.id, sending(now))
        refused = answered(now, Proof.REFUSED, "insufficient_available_balance")
        await sales.change_line(bad.id, refused)
        await sales.change_line(bad.id, refund_paid(now))


def test_unwritable_export(set_up: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk refuses, the older file is still there and nothing lies beside it."""
    out = tmp_path / "cards.csv"
    out.write_text("old")

    def refuse(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("pos_app.files.os.fsync", refuse)
    ended = set_up("export", "--from", str(TODAY), "--to", str(TODAY), "--out", str(out))
    assert ended.code == 1
    assert is_one_sentence(ended.err)
    assert "No space" in ended.err
    assert out.read_text() == "old"
    assert len([path for path in tmp_path.iterdir() if path.is_file()]) == 1
