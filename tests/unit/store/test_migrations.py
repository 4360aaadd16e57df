"""From one shape of the database to the next, and back when a step fails (R11)."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from pos_app.domain.errors import StoreError
from pos_app.domain.sale import MoneyState, OrderState, SaleId
from pos_app.files import new_private_file
from pos_app.resources import resource_path
from pos_app.store import create_store, open_store
from pos_app.store.connection import connect
from pos_app.store.migrations import Step, all_steps, copy_name, upgrade, version_of
from tests.fakes.store_clock import HandClock
from tests.helpers.sales import CARD, record
from tests.unit.store.support import by_hand, files_below, options

EXAMPLES = Path(__file__).parents[2] / "data" / "store"
ONE = Step(1, "CREATE TABLE t (a INTEGER) STRICT;")
TWO = Step(2, "CREATE TABLE u (b INTEGER) STRICT; INSERT INTO u SELECT a FROM t;")
BROKEN = Step(3, "DELETE FROM t; INSERT INTO nowhere VALUES (1);")
DANGLING = Step(
    3,
    "CREATE TABLE p (a INTEGER PRIMARY KEY); CREATE TABLE c (a REFERENCES p (a));"
    " INSERT INTO c VALUES (1);",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database that has seen the first step, with one row."""
    path = tmp_path / "x.sqlite3"
    new_private_file(path)
    upgrade(path, (ONE,), keep_copies=False)
    with closing(connect(path)) as connection:
        connection.execute("INSERT INTO t VALUES (7)")
    return path


def _rows(path: Path, table: str) -> list[int]:
    with closing(connect(path)) as connection:
        return [row[0] for row in connection.execute(f"SELECT * FROM {table}").fetchall()]  # noqa: S608


def test_our_steps_have_no_gap() -> None:
    """Numbered from 1 on, each of them in the folder of resources."""
    steps = all_steps()
    assert [step.number for step in steps] == list(range(1, len(steps) + 1))
    assert len(steps) == len(list(resource_path("migrations").iterdir()))


@pytest.mark.parametrize(
    "names",
    [["0002_b.sql"], ["0001_a.sql", "0003_c.sql"], ["0001_a.sql", "0001_b.sql"], ["1.sql"]],
)
def test_a_gap_is_a_bug(tmp_path: Path, names: list[str]) -> None:
    """A missing, doubled or misnamed step never reaches a till."""
    for name in names:
        (tmp_path / name).write_text("SELECT 1;")
    with pytest.raises(ValueError, match="out of order"):
        all_steps(tmp_path)


def test_steps_run_once_and_keep_a_copy(path: Path) -> None:
    """Only what is missing runs; the file from before lies beside."""
    assert upgrade(path, (ONE, TWO)) == 1
    assert upgrade(path, (ONE, TWO)) == 0
    assert _rows(path, "u") == [7]
    copy = copy_name(path, TWO)
    assert _rows(copy, "t") == [7]
    with closing(connect(copy)) as connection:
        assert version_of(connection) == 1
    assert set(files_below(path.parent).values()) == {0o600}


@pytest.mark.parametrize("step", [BROKEN, DANGLING])
def test_a_failed_step_leaves_the_file_as_it_was(path: Path, step: Step) -> None:
    """Steps before it stay done, its own half is undone, the error names it."""
    with pytest.raises(StoreError, match="migration_failed") as failed:
        upgrade(path, (ONE, TWO, step))
    assert failed.value.params["step"] == 3
    assert (_rows(path, "t"), _rows(path, "u")) == ([7], [7])
    with closing(connect(path)) as connection:
        assert version_of(connection) == 2
    assert (_rows(copy_name(path, step), "t"), _rows(path, "u")) == ([7], [7])
    assert upgrade(path, (ONE, TWO, Step(3, "DELETE FROM u;"))) == 1


def test_an_interrupted_step_runs_again(path: Path) -> None:
    """Killed inside a step: nothing of it was committed."""
    with closing(connect(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE u (b INTEGER)")
    assert upgrade(path, (ONE, TWO)) == 1
    assert _rows(path, "u") == [7]


def test_a_newer_file_is_refused_in_words(path: Path) -> None:
    """It knows steps that we don't."""
    upgrade(path, (ONE, TWO))
    with pytest.raises(StoreError, match="newer_schema") as refused:
        upgrade(path, (ONE,))
    assert refused.value.params == {"version": 2, "ours": 1}


def _schema(folder: Path) -> list[tuple[str, str]]:
    query = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"
    with by_hand(folder) as connection:
        return [(row["name"], row["sql"]) for row in connection.execute(query)]


def _put(example: Path, folder: Path) -> None:
    folder.mkdir()
    shutil.copyfile(example, folder / "till.sqlite3")


def _examples() -> list[Path]:
    return sorted(EXAMPLES.glob("version-*.sqlite3"))


def test_every_version_has_an_example() -> None:
    """A step is not finished before a database of its version is kept."""
    numbers = [int(path.stem.removeprefix("version-")) for path in _examples()]
    assert numbers == [step.number for step in all_steps()]


@pytest.mark.parametrize("example", _examples(), ids=lambda path: path.stem)
async def test_an_old_database_becomes_todays(
    example: Path, folder: Path, clock: HandClock
) -> None:
    """Its schema is that of a new one, its content is there, and it goes on selling."""
    _put(example, folder)
    old = await open_store(folder, **options(clock), installation_id="example")
    new = await create_store(folder.with_name("new"), **options(clock))
    assert _schema(folder) == _schema(folder.with_name("new"))
    first, second, third = (await old.sales.sale(SaleId("T1-000001"))).lines
    assert first.order is OrderState.DELIVERED
    assert await old.sales.card(first.id) == CARD
    assert second.money is MoneyState.REFUNDED
    assert third.replaces == second.id
    assert await old.journal.verify() is None
    assert [person.name for person in await old.people.all()] == ["Anna"]
    assert (await old.people.check_pin((await old.people.all())[0].id, "1234")).is_manager
    (ended,) = await old.days.ended()
    assert (await old.days.figures(ended)).paid.count == 2
    await record(old.sales, clock.now())
    assert await old.sales.next_sale_number() == 4
    await old.close()
    await new.close()


def test_damage_is_found_by_sqlite_itself() -> None:
    """The examples are sound."""
    for example in _examples():
        with closing(sqlite3.connect(f"{example.as_uri()}?mode=ro", uri=True)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
