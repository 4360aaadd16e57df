"""A backup in the place of the database: nothing is lost, nothing happens by itself (M12)."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from pos_app.domain.answer import Proof
from pos_app.domain.errors import RefusedError, StoreError
from pos_app.domain.journal import Action, JournalHead
from pos_app.domain.people import TILL
from pos_app.domain.printjob import PrintKind, PrintState
from pos_app.domain.sale import Line, MoneyState, OrderState, Trouble
from pos_app.store import Identity, Restored, Store, create_store, open_store, restore_database
from pos_app.store.backup import newest_backup
from tests.fakes.store_clock import HandClock
from tests.helpers.sales import (
    ANNA,
    CARD,
    answered,
    deliver,
    given_up,
    handed_over,
    invalidating,
    record,
    refund_paid,
    sending,
)
from tests.unit.store.support import KEY, by_hand, files_below, options

SHOP = Identity(installation="shop-1", till="T1", currency="EUR", training=False)


async def _open(folder: Path, clock: HandClock) -> Store:
    return await open_store(folder, **options(clock), installation_id="shop-1")


def _restore(folder: Path, backup: Path, clock: HandClock, **more: object) -> Restored:
    wanted = more.pop("wanted", SHOP)
    kept = more.pop("kept", None)
    key = more.pop("key", KEY)
    assert isinstance(wanted, Identity)
    assert isinstance(key, bytes)
    assert kept is None or isinstance(kept, JournalHead)
    return restore_database(folder, backup, wanted=wanted, vault_key=key, clock=clock, kept=kept)


async def _sold(folder: Path, clock: HandClock) -> Sequence[Line]:
    """A till with a line in every state; the lines as they stand."""
    store = await create_store(folder, **options(clock), installation_id="shop-1")
    sale = await record(store.sales, clock.now(), minors=(1000,) * 9)
    sales, now = store.sales, clock.now()
    lines = [line.id for line in sale.lines]
    # 0 waits
    await sales.change_line(lines[1], sending(now))
    await sales.change_line(lines[2], sending(now))
    await sales.change_line(lines[2], answered(now, Proof.UNCLEAR, "no_answer"))
    await deliver(sales, lines[3], now)
    await deliver(sales, lines[4], now)
    await sales.change_line(lines[4], invalidating(now))
    await sales.change_line(lines[5], sending(now))
    await sales.change_line(lines[5], answered(now, Proof.REFUSED, "order_not_allowed"))
    await deliver(sales, lines[6], now)
    await sales.change_line(lines[6], handed_over(now))
    await sales.change_line(lines[7], sending(now))
    with suppress(RefusedError):
        await sales.change_line(lines[7], given_up(now + timedelta(seconds=60)))
    await sales.change_line(lines[8], sending(now))
    await sales.change_line(lines[8], answered(now, Proof.REFUSED, "order_not_allowed"))
    await sales.change_line(lines[8], refund_paid(now))
    await store.print_jobs.start(
        PrintKind.CARD, sale=sale.id, line=lines[3], copy=False, printer="p", by=TILL
    )
    made = await store.backups.make()
    assert newest_backup(folder / "backups") == made
    found = (await sales.sale(sale.id)).lines
    await store.close()
    return found


async def _sell_more(folder: Path, clock: HandClock, count: int) -> JournalHead:
    store = await _open(folder, clock)
    for _ in range(count):
        clock.move(60)
        await record(store.sales, clock.now())
    head = await store.journal.head()
    await store.close()
    return head


async def test_every_open_line_asks_for_a_person(folder: Path, clock: HandClock) -> None:
    """All marked in one go, numbers moved on, no sale in front, perhaps printed; codes open."""
    before = await _sold(folder, clock)
    made_at = clock.now()
    head = await _sell_more(folder, clock, 3)
    clock.move(3600)
    backup = newest_backup(folder / "backups")
    assert backup is not None
    restored = _restore(folder, backup, clock)
    assert (restored.since, restored.next_sale) == (made_at, 1002)
    assert (restored.missing_sales, restored.open_cases) == (3, 7)
    store = await _open(folder, clock)
    lines = (await store.sales.sale(before[0].sale)).lines
    undecided = OrderState.UNKNOWN
    assert [line.order for line in lines] == [
        undecided,
        undecided,
        undecided,
        OrderState.DELIVERED,
        OrderState.DELIVERED,
        OrderState.FAILED,
        OrderState.DELIVERED,
        undecided,
        OrderState.FAILED,
    ]
    marked = {line.number for line in lines if line.trouble is Trouble.RESTORED}
    assert marked == {1, 2, 3, 4, 5, 8}
    assert [line.is_closed for line in lines] == [False] * 6 + [True, False, True]
    assert lines[5].money is MoneyState.REFUND_DUE
    assert await store.sales.card(lines[3].id) == CARD
    assert await store.sales.next_sale_number() == 1002
    assert await store.sales.current_sale() is None
    (job,) = await store.print_jobs.of_line(lines[3].id)
    assert job.state is PrintState.PERHAPS
    (told,) = await store.journal.records(actions=[Action.RESTORED])
    assert restored.kept is not None
    assert told.entry.details == {
        "since": made_at.isoformat(),
        "gap": 1000,
        "next_sale": 1002,
        "open_cases": 7,
        "missing_sales": 3,
        "replaced_count": head.count,
        "replaced_head": head.seal,
        "kept": restored.kept.name,
        "day_was": 1,
        "next_day": 1002,
        "void_known": 0,
        "void_next": 1001,
        "refund_known": 0,
        "refund_next": 1001,
    }
    assert await store.journal.head() == restored.head
    assert await store.journal.verify() is None
    sale = await record(store.sales, clock.now())
    assert sale.id == "T1-001002"
    await store.close()


async def test_what_was_there_is_kept_whole(folder: Path, clock: HandClock) -> None:
    """The replaced database opens elsewhere, with what was sold after the backup."""
    await _sold(folder, clock)
    head = await _sell_more(folder, clock, 2)
    backup = newest_backup(folder / "backups")
    assert backup is not None
    copy = backup.read_bytes()
    restored = _restore(folder, backup, clock)
    assert backup.read_bytes() == copy
    assert restored.kept is not None
    elsewhere = folder.with_name("elsewhere")
    elsewhere.mkdir()
    shutil.copyfile(restored.kept, elsewhere / "till.sqlite3")
    store = await _open(elsewhere, clock)
    assert await store.journal.head() == head
    assert await store.sales.next_sale_number() == 4
    await store.close()
    assert set(files_below(folder).values()) == {0o600}
    again = _restore(folder, backup, clock)
    assert again.kept != restored.kept
    assert restored.kept.exists()
    assert {path.name for path in folder.iterdir()} == {
        "till.sqlite3",
        "database-exists",
        "backups",
        "replaced",
    }


async def test_a_log_beside_the_database_goes_with_it(folder: Path, clock: HandClock) -> None:
    """Killed with a log unfolded: no frame of it meets the restored database."""
    await _sold(folder, clock)
    backup = newest_backup(folder / "backups")
    assert backup is not None
    store = await _open(folder, clock)
    await record(store.sales, clock.now())
    crashed = folder.with_name("crashed")
    shutil.copytree(folder, crashed)
    await store.close()
    assert (crashed / "till.sqlite3-wal").stat().st_size > 0
    restored = _restore(crashed, crashed / "backups" / backup.name, clock)
    assert restored.missing_sales == 1
    assert restored.kept is not None
    assert restored.kept.with_name(f"{restored.kept.name}-wal").stat().st_size > 0
    assert not (crashed / "till.sqlite3-wal").exists()
    store = await _open(crashed, clock)
    assert await store.journal.verify() is None
    await store.close()


@pytest.mark.parametrize("damage", ["gone", "text", "page", "tableless", "foreign"])
async def test_a_lost_or_damaged_database_is_replaced(
    folder: Path, clock: HandClock, damage: str
) -> None:
    """The way out of R11; what the secret store knows of the lost journal is written down."""
    await _sold(folder, clock)
    path = folder / "till.sqlite3"
    if damage == "gone":
        path.unlink()
    elif damage == "page":
        content = bytearray(path.read_bytes())
        content[0:4096] = b"\xff" * 4096
        path.write_bytes(content)
    elif damage == "tableless":
        with by_hand(folder) as connection:
            connection.execute("DROP TRIGGER till_stays")
            connection.execute("DELETE FROM till")
    elif damage == "foreign":
        path.write_bytes(b"")
    else:
        path.write_bytes(b"x" * 9000)
    content_before = path.read_bytes() if path.exists() else None
    backup = newest_backup(folder / "backups")
    assert backup is not None
    with pytest.raises(StoreError) as refused:
        await _open(folder, clock)
    assert refused.value.params["backup"] == backup
    restored = _restore(folder, backup, clock, kept=JournalHead(77, "ab" * 32))
    assert restored.missing_sales is None
    if content_before is None:
        assert restored.kept is None
    else:
        assert restored.kept is not None
        assert restored.kept.read_bytes() == content_before
    store = await _open(folder, clock)
    (told,) = await store.journal.records(actions=[Action.RESTORED])
    assert told.entry.details["replaced_count"] == 77
    assert (told.entry.details["kept"] is None) == (damage == "gone")
    assert len(await store.sales.open_lines()) == 7
    await store.close()


async def test_without_a_backup_the_sentence_says_so(folder: Path, clock: HandClock) -> None:
    """The errors of R11 name the newest backup, or that there is none."""
    store = await create_store(folder, **options(clock), installation_id="shop-1")
    await store.close()
    (folder / "till.sqlite3").unlink()
    with pytest.raises(StoreError, match="missing_but_known") as refused:
        await _open(folder, clock)
    assert refused.value.params["key"] == "no_backup"


@pytest.mark.parametrize(
    "what", ["missing", "folder", "text", "empty", "page", "newer", "till", "key", "tableless"]
)
async def test_what_is_no_backup_changes_nothing(
    folder: Path, clock: HandClock, what: str, tmp_path: Path
) -> None:
    """Each is refused by its own code, and every file is as it was."""
    await _sold(folder, clock)
    made = newest_backup(folder / "backups")
    assert made is not None
    source = tmp_path / "stick"
    source.mkdir()
    backup = source / "till.sqlite3"
    shutil.copyfile(made, backup)
    wanted, key, code = SHOP, KEY, "not_a_backup"
    if what == "missing":
        backup.unlink()
        code = "backup_unreadable"
    elif what == "folder":
        backup, code = source, "backup_unreadable"
    elif what == "text":
        backup.write_bytes(b"not a backup" * 1000)
    elif what == "empty":
        backup.write_bytes(b"")
    elif what == "page":
        content = bytearray(backup.read_bytes())
        content[4096 * 3 : 4096 * 12] = b"\xff" * 4096 * 9
        backup.write_bytes(content)
        code = "backup_damaged"
    elif what == "newer":
        with by_hand(source) as connection:
            connection.execute("PRAGMA user_version = 9999")
        code = "backup_newer"
    elif what == "till":
        wanted = Identity(installation="shop-2", till="T1", currency="EUR", training=False)
        code = "backup_of_other_till"
    elif what == "key":
        key, code = bytes(32), "backup_wrong_key"
    else:
        with by_hand(source) as connection:
            connection.execute("DROP TRIGGER till_stays")
            connection.execute("DELETE FROM till")
        code = "backup_damaged"
    before = {path: path.read_bytes() for path in files_below(folder)}
    with pytest.raises(RefusedError) as refused:
        _restore(folder, backup, clock, wanted=wanted, key=key)
    assert refused.value.code == code
    assert {path: path.read_bytes() for path in files_below(folder)} == before


async def test_an_old_backup_becomes_todays(folder: Path, clock: HandClock) -> None:
    """A backup of version 1 is brought to today's schema before it counts."""
    example = Path(__file__).parents[2] / "data" / "store" / "version-1.sqlite3"
    wanted = Identity(installation="example", till="T1", currency="EUR", training=False)
    restored = _restore(folder, example, clock, wanted=wanted)
    assert restored.kept is None
    store = await open_store(folder, **options(clock), installation_id="example")
    assert len(await store.sales.open_lines()) == restored.open_cases > 0
    assert await store.sales.next_sale_number() == 1003
    await store.close()


async def test_a_database_copied_by_hand_is_a_backup_too(folder: Path, clock: HandClock) -> None:
    """With its log beside it: what was only in the log is there."""
    await _sold(folder, clock)
    store = await _open(folder, clock)
    sale = await record(store.sales, clock.now())
    by_hand_copy = folder.with_name("by hand")
    by_hand_copy.mkdir()
    for name in ("till.sqlite3", "till.sqlite3-wal"):
        shutil.copyfile(folder / name, by_hand_copy / name)
    await store.close()
    restored = _restore(folder, by_hand_copy / "till.sqlite3", clock)
    assert restored.missing_sales == 0
    store = await _open(folder, clock)
    assert (await store.sales.sale(sale.id)).number == sale.number
    await store.close()


async def test_numbers_never_meet_those_that_are_known(folder: Path, clock: HandClock) -> None:
    """More than a thousand sales since the backup: the numbers go on after them."""
    await _sold(folder, clock)
    with by_hand(folder) as connection:
        connection.execute("UPDATE till SET next_sale_number = 1500")
    backup = newest_backup(folder / "backups")
    assert backup is not None
    restored = _restore(folder, backup, clock)
    assert restored.next_sale == 2500
    assert restored.missing_sales == 1498


async def _paper(folder: Path, clock: HandClock, kind: PrintKind, line: Line) -> int:
    store = await _open(folder, clock)
    number = await store.paper_numbers.number(kind, line.id)
    await store.close()
    return number


async def test_no_paper_gets_a_number_that_may_be_out_there(
    folder: Path, clock: HandClock
) -> None:
    """Void and refund slips jump as sales do, however often; a line keeps the number it has."""
    lines = await _sold(folder, clock)
    assert await _paper(folder, clock, PrintKind.VOID, lines[0]) == 1
    store = await _open(folder, clock)
    backup = await store.backups.make()
    await store.close()
    assert await _paper(folder, clock, PrintKind.VOID, lines[1]) == 2
    assert _restore(folder, backup, clock).next_papers == {
        PrintKind.VOID: 1002,
        PrintKind.REFUND: 1001,
    }
    for line, number in ((0, 1), (2, 1002), (3, 1003), (0, 1), (2, 1002)):
        assert await _paper(folder, clock, PrintKind.VOID, lines[line]) == number
    assert await _paper(folder, clock, PrintKind.REFUND, lines[2]) == 1001
    assert _restore(folder, backup, clock).next_papers == {
        PrintKind.VOID: 2004,
        PrintKind.REFUND: 2002,
    }
    assert await _paper(folder, clock, PrintKind.VOID, lines[4]) == 2004
    store = await _open(folder, clock)
    again = await store.backups.make()
    await store.close()
    _restore(folder, again, clock)
    for line, number in ((5, 3005), (4, 2004), (0, 1), (6, 3006)):
        assert await _paper(folder, clock, PrintKind.VOID, lines[line]) == number


async def test_no_day_gets_a_number_that_may_be_out_there(folder: Path, clock: HandClock) -> None:
    """An open day is another one from now on: its old number may stand on a report."""
    await _sold(folder, clock)
    backup = newest_backup(folder / "backups")
    assert backup is not None
    store = await _open(folder, clock)
    ended, _ = await store.days.end(by=ANNA)
    assert ended.number == 1
    await record(store.sales, clock.now())
    await store.days.end(by=ANNA)
    await store.close()
    assert _restore(folder, backup, clock).next_day == 1002
    store = await _open(folder, clock)
    day = await store.days.current()
    assert day is not None
    assert day.number == 1002
    assert (await store.days.figures(day)).paid.count == 9
    await store.days.end(by=ANNA)
    after_its_end = await store.backups.make()
    await record(store.sales, clock.now())
    following = await store.days.current()
    assert following is not None
    assert following.number == 1003
    await store.close()
    assert _restore(folder, after_its_end, clock).next_day == 2003
    store = await _open(folder, clock)
    assert await store.days.current() is None
    await record(store.sales, clock.now())
    following = await store.days.current()
    assert following is not None
    assert following.number == 2003
    told = await store.journal.records(actions=[Action.RESTORED])
    assert [each.entry.details["day_was"] for each in told] == [1, None]
    assert await store.journal.verify() is None
    await store.close()


@pytest.mark.parametrize("edge", range(8))
async def test_interrupted_anywhere(
    folder: Path, clock: HandClock, edge: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped at any rename: the old database, or none and a sentence, or the restored one."""
    await _sold(folder, clock)
    await _sell_more(folder, clock, 1)
    backup = newest_backup(folder / "backups")
    assert backup is not None
    plain, count = Path.replace, 0

    def replace(self: Path, target: Path) -> Path:
        nonlocal count
        count += 1
        if count == edge:
            raise KeyboardInterrupt
        return plain(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with suppress(KeyboardInterrupt):
        _restore(folder, backup, clock)
    monkeypatch.undo()
    if not (folder / "till.sqlite3").exists():
        with pytest.raises(StoreError, match="missing_but_known") as refused:
            await _open(folder, clock)
        assert refused.value.params["backup"] == backup
        assert [path for path in (folder / "replaced").iterdir() if path.suffix == ".sqlite3"]
        _restore(folder, backup, clock)
    store = await _open(folder, clock)
    told = await store.journal.records(actions=[Action.RESTORED])
    number = await store.sales.next_sale_number()
    troubles = {line.trouble for line in await store.sales.open_lines()}
    assert (Trouble.RESTORED in troubles) == bool(told)
    assert number == (1002 if told else 3)
    await store.close()


async def test_a_full_disk_changes_nothing(
    folder: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy does not fit: said so, and the database is where it was."""
    await _sold(folder, clock)
    backup = newest_backup(folder / "backups")
    assert backup is not None

    def refuse(*_files: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("pos_app.store.restore.shutil.copyfileobj", refuse)
    before = files_below(folder)
    with pytest.raises(StoreError, match="disk_full"):
        _restore(folder, backup, clock)
    assert files_below(folder) == before
