"""`cashier list`, `disable`, `reset-pin`, and `journal export`."""

from __future__ import annotations

import asyncio
import csv
import json
from pathlib import Path

import pytest

from pos_app.cli.access import opened_till
from pos_app.cli.journal_export import COLUMNS
from pos_app.cli.run import Terminal
from pos_app.domain.errors import RefusedError, WrongPinError
from pos_app.domain.journal import Action, JournalRecord
from pos_app.domain.people import Person
from tests.unit.cli.terminal import Cli, is_one_sentence


def terminal(cli: Cli) -> Terminal:
    """A terminal at this till."""
    return Terminal({"POS_APP_HOME": str(cli.home)}, None, None, None)  # type: ignore[arg-type]


def sign_in(cli: Cli, name: str, pin: str) -> Person:
    """What the lock screen would do."""

    async def check() -> Person:
        async with opened_till(terminal(cli)) as till:
            people = {person.name: person for person in await till.store.people.all()}
            return await till.store.people.check_pin(people[name].id, pin)

    return asyncio.run(check())


def journal(cli: Cli) -> list[JournalRecord]:
    """Everything that was written down."""

    async def read() -> list[JournalRecord]:
        async with opened_till(terminal(cli)) as till:
            return list(await till.store.journal.records())

    return asyncio.run(read())


def test_everybody_is_listed(set_up: Cli) -> None:
    """Name, role and state by name; no PIN, no hash."""
    assert set_up("cashier", "list").out == ""
    set_up.add("Änne")
    set_up.add("Marta", "manager")
    set_up("cashier", "disable", "änne")
    listed = set_up("cashier", "list")
    assert (listed.code, listed.err) == (0, "")
    assert sorted(listed.out.splitlines()) == ["Marta\tmanager\tactive", "Änne\tcashier\tdisabled"]


def test_a_disabled_person_may_not_sign_in(set_up: Cli) -> None:
    """And it is written down as the till's own doing."""
    set_up.add("Anna")
    set_up.add("Marta", "manager")
    assert set_up("cashier", "disable", "  ANNA ").code == 0
    with pytest.raises(RefusedError, match="not_active"):
        sign_in(set_up, "Anna", "1234")
    last = journal(set_up)[-1]
    assert (last.entry.action, last.by_name) == (Action.PERSON_CHANGED, "Till")
    assert last.entry.details["active"] == 0


def test_a_forgotten_manager_pin(set_up: Cli) -> None:
    """A new PIN by the local procedure: the old one is void, wrong tries are forgotten."""
    set_up.add("Marta", "manager", "1111")
    for _ in range(5):
        with pytest.raises(WrongPinError, match="wrong_pin"):
            sign_in(set_up, "Marta", "0000")
    with pytest.raises(WrongPinError, match="too_early"):
        sign_in(set_up, "Marta", "1111")
    ended = set_up("cashier", "reset-pin", "marta", "--pin-stdin", stdin="2222\n")
    assert (ended.code, ended.out) == (0, "Marta has a new PIN.\n")
    assert sign_in(set_up, "Marta", "2222").is_manager
    with pytest.raises(WrongPinError, match="wrong_pin"):
        sign_in(set_up, "Marta", "1111")
    changed = [r for r in journal(set_up) if r.entry.action is Action.PERSON_CHANGED]
    assert [(r.by_name, dict(r.entry.details)) for r in changed] == [
        ("Till", {"person": 1, "what": "pin"})
    ]


@pytest.mark.parametrize(
    ("words", "stdin", "said"),
    [
        (("reset-pin", "Nobody", "--pin-stdin"), "2222\n", "nobody called Nobody"),
        (("disable", "Nobody"), "", "nobody called Nobody"),
        (("disable", "Marta"), "", "at least one active manager"),
        (("reset-pin", "Marta", "--pin-stdin"), "22\n", "4 to 12 digits"),
        (("reset-pin", "Marta", "--pin-stdin"), "", "expected there"),
        (("reset-pin", "Anna", "--pin-stdin"), "2222\n", "Anna is disabled"),
    ],
)
def test_what_is_refused(set_up: Cli, words: tuple[str, ...], stdin: str, said: str) -> None:
    """One sentence, exit 2, and the journal is as it was."""
    set_up.add("Marta", "manager", "1111")
    set_up.add("Anna")
    set_up("cashier", "disable", "Anna")
    before = len(journal(set_up))
    ended = set_up("cashier", *words, stdin=stdin)
    assert ended.code == 2
    assert is_one_sentence(ended.err)
    assert said in ended.err
    assert len(journal(set_up)) == before


def test_the_journal_as_csv(set_up: Cli, tmp_path: Path) -> None:
    """Every entry, the columns as documented, and no cell is a formula."""
    set_up.add("=cmd|calc", "manager")
    out = tmp_path / "journal.csv"
    ended = set_up("journal", "export", "--format", "csv", "--out", str(out))
    assert (ended.code, ended.out) == (0, f"2 entries are in {out}.\n")
    with out.open(encoding="utf-8-sig", newline="") as file:
        header, created, added = csv.reader(file)
    assert tuple(header) == COLUMNS
    assert created[0] == "1"
    assert created[3:7] == ["Till", "till_created", "", ""]
    assert json.loads(added[7]) == {"name": "=cmd|calc", "person": 1, "role": "manager"}
    assert not any(cell.startswith("=") for cell in added)


def test_the_journal_as_json_lines(set_up: Cli, tmp_path: Path) -> None:
    """One object per line, details inside; dates choose."""
    set_up.add("Änne")
    out = tmp_path / "journal.jsonl"
    assert set_up("journal", "export", "--format", "jsonl", "--out", str(out)).code == 0
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [tuple(line) for line in lines] == [COLUMNS, COLUMNS]
    assert lines[1]["details"]["name"] == "Änne"
    day = ("--from", "2020-01-01", "--to", "2020-01-02")
    assert set_up("journal", "export", "--format", "jsonl", "--out", str(out), *day).code == 0
    assert out.read_text("utf-8") == ""
    back = ("--from", "2020-01-02", "--to", "2020-01-01")
    ended = set_up("journal", "export", "--format", "csv", "--out", str(out), *back)
    assert (ended.code, is_one_sentence(ended.err)) == (2, True)
    ended = set_up("journal", "export", "--format", "csv", "--out", str(tmp_path))
    assert (ended.code, is_one_sentence(ended.err)) == (2, True)
