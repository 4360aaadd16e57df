"""A whole day by the window: sales of every kind, two cashiers, the end of the day, the books."""

from __future__ import annotations

import csv
import os
import random
import shutil
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfReader

from pos_app.domain.day import DayFigures
from pos_app.domain.limits import Limits
from pos_app.domain.money import Language, Money
from pos_app.domain.people import PersonId, Role
from pos_app.domain.sale import Line, LineId
from pos_app.ui.kit import BaseButton
from pos_app.ui.shell_port import PageName
from tests.attacks.loot import files_of, hits
from tests.helpers.waiting import until
from tests.ui.conftest import TRAINEE, Counter
from tests.ui.day import deals as kinds
from tests.ui.day.books import compare, from_journal, journal_of, money_adds_up, provider_agrees
from tests.ui.day.deals import TROUBLED, Deal, is_settled
from tests.ui.day.till_day import PATIENCE_S, TillDay, eventually
from tests.ui.sell.hands import fill, start

BERTA = ("Berta", "2468")
# Where to leave pictures and papers, for a person to look at.
PICTURES = os.environ.get("TILL_TEST_PICTURES", "")


@pytest.fixture
def limits() -> Limits:
    """Giving up is offered at once."""
    return Limits(give_up_after_s=0)


async def work(counter: Counter, deals: Sequence[Deal], seed: int) -> None:
    """Two cashiers, half of the deals each; the second takes a filled cart over."""
    day = TillDay(counter, random.Random(seed))  # noqa: S311  (repeatable)
    people = counter.services.people
    await people.add(BERTA[0], Role.CASHIER, BERTA[1], by=PersonId(2))
    await start(counter, TRAINEE)
    half = len(deals) // 2
    for deal in deals[:half]:
        await deal(day)
    fill(counter, day.product())
    await day.change_shift(BERTA)
    assert len(counter.services.cart.items) == 1
    counter.services.cart.clear()
    for deal in deals[half:]:
        await deal(day)


async def all_lines(counter: Counter) -> dict[LineId, Line]:
    """Every line of the till, once nothing is going on any more."""
    records = counter.services.records

    async def at_rest() -> bool:
        return all(map(is_settled, await records.orders()))

    await eventually(at_rest)
    return {line.id: line for line in await records.orders()}


async def end_the_day(counter: Counter) -> DayFigures:
    """`End day` and `Print report` and `Save as CSV`; the figures as they were ended."""
    await counter.open(PageName.DAY)
    await until(lambda: counter.sees("day_paid"), PATIENCE_S)
    picture(counter, "day-open")
    counter.press("end_day")
    await until(lambda: not counter.find(BaseButton, "end_day").isEnabled(), PATIENCE_S)
    for name, said in (("print_report", "report has been printed"), ("save_csv", "Saved as")):
        counter.press(name)
        await until(partial(has_said, counter, said), PATIENCE_S)
    (day,) = await counter.services.days.past()
    figures = (await counter.services.days.look(day)).figures
    assert figures is not None
    return figures


def has_said(counter: Counter, text: str) -> bool:
    """Whether a notice with these words was shown."""
    return any(text in said.text for said in counter.said)


def picture(counter: Counter, name: str) -> None:
    """Leave a picture where one is wanted."""
    if PICTURES:
        counter.window.grab().save(str(Path(PICTURES) / f"{name}.png"))


def papers_agree(home: Path, figures: DayFigures) -> None:
    """The printed report and the file for the spreadsheet hold the same sums."""
    (report,) = (home / "slips").glob("day-*.pdf")
    if PICTURES:
        shutil.copy(report, PICTURES)
    text = "".join(page.extract_text() for page in PdfReader(report).pages)
    close = "".join(text.split())
    (saved,) = (home / "reports").glob("day-*.csv")
    rows = list(csv.reader(saved.read_text("utf-8-sig").splitlines()))
    told = {row[2]: (int(row[3]), row[4]) for row in rows if row[1] == "day"}
    for name in ("paid", "delivered", "handed_over", "voids", "refunds_due", "refunds_paid"):
        tally = getattr(figures, name)
        assert told[name] == (tally.count, tally.amount.to_wire()), name
        assert tally.amount.display(Language.EN).removeprefix("€") in text, name
    for case in figures.cases:
        # The number is broken at a hyphen, with a stroke of the training mark in between.
        assert case.line.removeprefix("TRAINING-T1-") in close
    assert len([row for row in rows if row[1] == "case"]) == figures.open_cases.count


async def check_everything(counter: Counter, opening: Money, home: Path) -> None:
    """End the day; till, journal, papers and provider agree to the cent."""
    await all_lines(counter)
    # Before the end, so that the sums of the page and of the ended day must be the same.
    figures = await end_the_day(counter)
    lines = await all_lines(counter)
    compare(figures, from_journal(journal_of(home), lines))
    money_adds_up(figures, lines)
    left = counter.provider.ledger.available("EUR")
    assert left is not None
    spent = opening - Money.from_wire(str(left), "EUR")
    provider_agrees(figures, lines, counter.provider.ledger, spent)
    papers_agree(home, figures)
    for name in ("paid", "delivered", "voids", "refunds_paid"):
        shown = getattr(figures, name).amount.display(Language.EN)
        assert counter.text(f"day_{name}") == shown
    picture(counter, "day-ended")


def nothing_lies_about(counter: Counter, home: Path) -> None:
    """No code or PIN of a card sold through the window is in any file of the till.

    But for the slips, and for the books of the training provider itself.
    """
    cards = [order.card for order in counter.provider.ledger.orders.values() if order.card]
    worth = [text for card in cards for text in (card.code, card.pin) if text]
    worth += [card.barcode[1] for card in cards if card.barcode]
    long_enough = [text for text in worth if len(text) >= 10]
    assert len(long_enough) > len(cards) / 2
    files = {
        name: data
        for name, data in files_of(home).items()
        if "/slips/" not in name and not Path(name).name.startswith("provider.jsonl")
    }
    assert hits(files, long_enough) == []
    books = {"books": (home / "provider.jsonl").read_bytes()}
    assert hits(books, long_enough)


async def play(counter: Counter, deals: Sequence[Deal], home: Path, seed: int) -> None:
    """A day from the first sale to its report."""
    services = counter.services
    await until(lambda: services.balance.last and services.catalogue.products, PATIENCE_S)
    assert counter.services.balance.last is not None
    opening = counter.services.balance.last.available
    await work(counter, deals, seed)
    await check_everything(counter, opening, home)


async def test_a_short_day(counter: Counter, tmp_path: Path) -> None:
    """Three sales: a card that is taken back, one that stays open, one that nobody confirms."""
    deals = (kinds.taken_back, kinds.stays_open, kinds.unconfirmed)
    await play(counter, deals, tmp_path / "till", 7)


@pytest.mark.slow
async def test_a_full_day(counter: Counter, tmp_path: Path) -> None:
    """Forty sales of every kind, in an order that nobody chose."""
    chance = random.Random(23)  # noqa: S311  (repeatable)
    deals = [*TROUBLED, *TROUBLED, *(kinds.plain for _ in range(40 - 2 * len(TROUBLED)))]
    chance.shuffle(deals)
    home = tmp_path / "till"
    await play(counter, deals, home, 11)
    nothing_lies_about(counter, home)
