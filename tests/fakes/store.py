"""The store's ports in memory: simple, and held to the same contract as the real ones.

`FakeStore(clock)` has the attributes of `pos_app.store.Store`. Knobs for tests: put a StoreError
into `store.trouble` and every following write raises it, until it is None again.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from types import MappingProxyType

from pos_app.domain.ageing import is_worthless, story_ended_at
from pos_app.domain.card import Card
from pos_app.domain.cases import case_kind
from pos_app.domain.change import Change, Decide
from pos_app.domain.day import Day, DayCase, DayFigures, Tally
from pos_app.domain.errors import RefusedError, StoreError, WrongPinError
from pos_app.domain.journal import Action, Detail, Entry, JournalHead, JournalRecord
from pos_app.domain.kept_cart import IN_HAND
from pos_app.domain.limits import Limits
from pos_app.domain.money import Language, Money
from pos_app.domain.people import TILL, Person, PersonId, Role
from pos_app.domain.printjob import PrintJob, PrintKind, PrintState
from pos_app.domain.product import CatalogueReading
from pos_app.domain.sale import (
    Closing,
    Line,
    LineId,
    MoneyState,
    OrderState,
    Sale,
    SaleId,
    Trouble,
)
from pos_app.domain.stops import Stop
from pos_app.ports import Balance, Clock
from tests.fakes.shelf import FakeShelf


@dataclass
class _Happened:
    """How long the journal was when something happened to a line."""

    delivered: int | None = None
    handed_over: int | None = None
    ended: int | None = None
    refund_paid: int | None = None


@dataclass
class _State:
    """Everything the fakes share."""

    clock: Clock
    currency: str
    trouble: StoreError | None = None
    lines: dict[LineId, Line] = field(default_factory=dict)
    sales: dict[SaleId, Sale] = field(default_factory=dict)
    sale_days: dict[SaleId, int] = field(default_factory=dict)
    happened: dict[LineId, _Happened] = field(default_factory=lambda: defaultdict(_Happened))
    cards: dict[LineId, Card] = field(default_factory=dict)
    erased: dict[LineId, Card] = field(default_factory=dict)
    records: list[JournalRecord] = field(default_factory=list)
    people: dict[PersonId, Person] = field(default_factory=dict)
    days: list[Day] = field(default_factory=list)
    figures: dict[int, DayFigures] = field(default_factory=dict)

    def write(self) -> None:
        """Called before each change."""
        if self.trouble is not None:
            raise self.trouble

    def note(self, entries: Iterable[Entry]) -> int:
        """Append to the journal; returns its length."""
        for entry in entries:
            person = self.people.get(entry.by)
            name = "Till" if entry.by == TILL else person.name if person else f"#{entry.by}"
            seq = len(self.records) + 1
            frozen = replace(entry, details=MappingProxyType(dict(entry.details)))
            self.records.append(JournalRecord(seq, self.clock.now(), name, frozen))
        return len(self.records)

    def delivered(self) -> list[str]:
        """The product codes of delivered cards, oldest first."""
        seqs = {line: happened.delivered for line, happened in self.happened.items()}
        order = sorted((seq, line) for line, seq in seqs.items() if seq is not None)
        return [self.lines[line].product.code for _, line in order]

    def open_day(self) -> Day | None:
        """The day that has not ended."""
        return next((day for day in self.days if day.ended_at is None), None)

    def first_seq(self, day: Day) -> int:
        """The first journal entry that belongs to a day."""
        before = [other.journal_count or 0 for other in self.days if other.number < day.number]
        return max(before, default=0) + 1


class FakeStore:
    """All store ports over one state."""

    def __init__(self, clock: Clock, *, currency: str = "EUR") -> None:
        self.state = _State(clock, currency)
        self.sales = FakeSales(self.state)
        self.journal = FakeJournal(self.state)
        self.people = FakePeople(self.state)
        self.print_jobs = FakePrintJobs(self.state)
        self.days = FakeDays(self.state)
        self.aged_cards = FakeAgedCards(self.state)
        self.stops = FakeStops(self.state)
        self.balances = FakeBalances(self.state)
        self.paper_numbers = FakePaperNumbers(self.state)
        self.shelf = FakeShelf(
            self.state.delivered, self.sales.known, self.state.note, self.state.write
        )
        self.catalogue = FakeCatalogueStore()
        self.backups = FakeBackups()

    @property
    def trouble(self) -> StoreError | None:
        """What every write raises."""
        return self.state.trouble

    @trouble.setter
    def trouble(self, trouble: StoreError | None) -> None:
        self.state.trouble = trouble

    async def close(self) -> None:
        """Nothing to close."""


class FakeSales:
    """Sales in dictionaries."""

    def __init__(self, state: _State) -> None:
        self._state = state
        self._next_number = 1
        self._current: SaleId | None = None
        self.known: dict[str, bool] = {}
        self._carts: dict[str, str] = {}
        self.checked_bytes: list[int] = []

    async def next_sale_number(self) -> int:
        """The number the next recorded sale will get."""
        return self._next_number

    async def check_writable(self, bytes_needed: int) -> None:
        """Remembers what it was asked for."""
        self._state.write()
        self.checked_bytes.append(bytes_needed)

    async def record_sale(self, sale: Sale, entries: Sequence[Entry]) -> None:
        """Keep the sale, open a day, put the sale in front."""
        state = self._state
        state.write()
        if sale.number != self._next_number:
            raise RefusedError("number_taken", number=sale.number)
        day = state.open_day() or self._open_day(sale.cashier)
        state.sales[sale.id] = replace(sale, lines=())
        state.sale_days[sale.id] = day.id
        state.lines |= {line.id: line for line in sale.lines}
        state.note(entries)
        self._next_number += 1
        self._current = sale.id
        self._carts.pop(IN_HAND, None)

    def _open_day(self, by: PersonId) -> Day:
        number = len(self._state.days) + 1
        day = Day(number, number, self._state.clock.now())
        self._state.days.append(day)
        self._state.note([Entry(Action.DAY_OPENED, by, details={"number": number})])
        return day

    async def change_line(self, line_id: LineId, decide: Decide) -> Change:
        """Decide and keep."""
        state = self._state
        state.write()
        before = await self.line(line_id)
        change = decide(before)
        after = change.line
        seq = state.note(change.entries)
        happened = state.happened[line_id]
        if after.delivered_at and not before.delivered_at:
            happened.delivered = seq
        if after.handed_over and not before.handed_over:
            happened.handed_over = seq
        if _ended(after) and not _ended(before):
            happened.ended = seq
        if after.money is MoneyState.REFUNDED and before.money is not MoneyState.REFUNDED:
            happened.refund_paid = seq
        state.lines[line_id] = after
        if change.card is not None:
            state.cards[line_id] = change.card
        if change.replacement is not None:
            state.lines[change.replacement.id] = change.replacement
        self._learn(before, change)
        return change

    def _learn(self, before: Line, change: Change) -> None:
        after, refused = change.line, Trouble.INVALIDATION_NOT_SUPPORTED
        answered = {entry.action for entry in change.entries} & {Action.INVALIDATION_ANSWERED}
        if after.trouble is refused and before.trouble is not refused:
            self.known[after.product.code] = False
        elif answered and after.order is OrderState.INVALIDATED:
            self.known[after.product.code] = True

    async def line(self, line_id: LineId) -> Line:
        """One line."""
        if line_id not in self._state.lines:
            raise RefusedError("no_such_line", line=line_id)
        return self._state.lines[line_id]

    async def sale(self, sale_id: SaleId) -> Sale:
        """One sale with its lines."""
        if sale_id not in self._state.sales:
            raise RefusedError("no_such_sale", sale=sale_id)
        lines = [line for line in self._state.lines.values() if line.sale == sale_id]
        lines.sort(key=lambda line: line.number)
        return replace(self._state.sales[sale_id], lines=tuple(lines))

    async def open_lines(self) -> Sequence[Line]:
        """Every line that is not closed, oldest first."""
        still = [line for line in self._state.lines.values() if not line.is_closed]
        return sorted(still, key=lambda line: (line.created_at, line.sale, line.number))

    async def find_lines(self, text: str, *, limit: int = 200) -> Sequence[Line]:
        """Newest first."""
        words = text.translate(dict.fromkeys(map(ord, "€$£¥•\u00a0"), " ")).split()
        found = [
            line
            for line in self._state.lines.values()
            if all(_fold(word) in _text(line) or word in _amounts(line) for word in words)
        ]
        return sorted(found, key=lambda line: (line.created_at, line.id), reverse=True)[:limit]

    async def card(self, line_id: LineId) -> Card | None:
        """The card of a line."""
        return self._state.cards.get(line_id)

    async def is_same_card(self, line_id: LineId, card: Card) -> bool:
        """Whether it is the delivered one; erased ones are remembered."""
        known = self._state.cards.get(line_id) or self._state.erased.get(line_id)
        return known is not None and redeemable(known) == redeemable(card)

    async def current_sale(self) -> SaleId | None:
        """The sale in front."""
        return self._current

    async def set_current_sale(self, sale_id: SaleId | None) -> None:
        """Put a sale in front, or none."""
        self._state.write()
        self._current = sale_id

    async def invalidatable(self, product_code: str) -> bool | None:
        """What was learned."""
        return self.known.get(product_code)

    async def save_cart(self, name: str, data: str) -> None:
        """Keep a cart."""
        self._state.write()
        self._carts[name] = data
        if not data:
            del self._carts[name]

    async def carts(self) -> dict[str, str]:
        """The kept carts."""
        return dict(sorted(self._carts.items()))


def _ended(line: Line) -> bool:
    return line.order in (OrderState.FAILED, OrderState.INVALIDATED)


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def _text(line: Line) -> str:
    parts = (line.id, line.product.brand, line.product.name, line.order_id, line.card_hint)
    return _fold("\n".join(part or "" for part in parts))


def _amounts(line: Line) -> set[str]:
    """All the ways a line's amount may be typed."""
    forms = {line.face_value.display_number(language) for language in Language}
    forms |= {line.face_value.display_number(lang, grouped=False) for lang in Language}
    wire = line.face_value.to_wire()
    return forms | {wire, wire.replace(".", ","), wire.removesuffix(".0")}


class FakeJournal:
    """The journal as a list."""

    def __init__(self, state: _State) -> None:
        self._state = state

    async def write(self, *entries: Entry) -> None:
        """Append entries."""
        self._state.write()
        self._state.note(entries)

    async def timeline(self, line_id: LineId) -> Sequence[JournalRecord]:
        """Everything about one line and its sale."""
        line = self._state.lines.get(line_id)
        sale = line.sale if line else None

        def is_about(entry: Entry) -> bool:
            of_sale = sale is not None and entry.sale == sale and entry.line is None
            return entry.line == line_id or of_sale

        return [record for record in self._state.records if is_about(record.entry)]

    async def records(
        self,
        *,
        since: date | None = None,
        until: date | None = None,
        actions: Sequence[Action] | None = None,
    ) -> Sequence[JournalRecord]:
        """Entries by local date."""

        def wanted(record: JournalRecord) -> bool:
            day = record.at.astimezone().date()
            inside = (since or date.min) <= day <= (until or date.max)
            return inside and (actions is None or record.entry.action in actions)

        return [record for record in self._state.records if wanted(record)]

    async def verify(self) -> int | None:
        """Nobody tampers with a list."""
        return None

    async def head(self) -> JournalHead:
        """Where the list ends."""
        records = self._state.records
        return JournalHead(len(records), _seal(len(records)), records[-1].at if records else None)

    async def seal_of(self, seq: int) -> str | None:
        """The seal of one entry."""
        return _seal(seq) if 0 < seq <= len(self._state.records) else None


def _seal(seq: int) -> str:
    """No seal, but as long as one."""
    return f"{seq:064x}"


class FakePeople:
    """People with their PINs in the clear, and the delay as it should be."""

    def __init__(self, state: _State) -> None:
        self._state = state
        self._pins: dict[PersonId, str] = {}
        self._failures: dict[PersonId, tuple[int, datetime]] = {}

    async def all(self) -> Sequence[Person]:
        """Everybody by name."""
        return sorted(self._state.people.values(), key=lambda person: person.name.casefold())

    async def add(self, name: str, role: Role, pin: str, *, by: PersonId) -> Person:
        """Add somebody."""
        name = self._usable(name, None)
        _check_pin_form(pin)
        self._state.write()
        person = Person(PersonId(len(self._state.people) + 1), name, role)
        self._state.people[person.id] = person
        self._pins[person.id] = pin
        details: dict[str, Detail] = {"person": person.id, "name": name, "role": role.value}
        self._state.note([Entry(Action.PERSON_ADDED, by, details=details)])
        return person

    def _usable(self, name: str, of: PersonId | None) -> str:
        neat = " ".join(name.split())
        if not neat or len(neat) > 60 or not neat.isprintable():
            raise RefusedError("bad_name", name=name)
        taken = {p.name.casefold() for p in self._state.people.values() if p.id != of}
        if neat.casefold() in taken:
            raise RefusedError("name_taken", name=name)
        return neat

    async def change(self, person: Person, *, by: PersonId) -> None:
        """Rename, re-role or (de)activate."""
        name = self._usable(person.name, person.id)
        self._state.write()
        if person.id not in self._state.people:
            raise RefusedError("no_such_person", person=person.id)
        after = {**self._state.people, person.id: replace(person, name=name)}
        if not any(other.is_manager and other.active for other in after.values()):
            raise RefusedError("last_manager")
        self._state.people.update(after)
        details: dict[str, Detail] = {
            "person": person.id,
            "name": name,
            "role": person.role.value,
            "active": int(person.active),
        }
        self._state.note([Entry(Action.PERSON_CHANGED, by, details=details)])

    async def set_pin(self, person: PersonId, pin: str, *, by: PersonId) -> None:
        """A new PIN."""
        _check_pin_form(pin)
        self._state.write()
        self._pins[person] = pin
        self._failures.pop(person, None)
        details: dict[str, Detail] = {"person": person, "what": "pin"}
        self._state.note([Entry(Action.PERSON_CHANGED, by, details=details)])

    async def check_pin(self, person: PersonId, pin: str) -> Person:
        """The person, when the PIN is right."""
        self._state.write()
        found = self._state.people.get(person)
        if found is None:
            raise RefusedError("no_such_person", person=person)
        if not found.active:
            raise RefusedError("not_active", person=person)
        now = self._state.clock.now()
        count, last = self._failures.get(person, (0, now))
        delay = timedelta(seconds=min(30 * 2 ** (count - 5), 900) if count >= 5 else 0)
        if now < last + delay:
            raise WrongPinError("too_early", wait_s=round((last + delay - now).total_seconds()))
        if self._pins[person] == pin:
            self._failures.pop(person, None)
            return found
        self._failures[person] = (count + 1, now)
        details = {"failures": count + 1}
        self._state.note([Entry(Action.SIGN_IN_FAILED, person, details=details)])
        raise WrongPinError("wrong_pin")


def _check_pin_form(pin: str) -> None:
    if not (4 <= len(pin) <= 12 and pin.isascii() and pin.isdigit()):
        raise RefusedError("bad_pin")


class FakePrintJobs:
    """Print jobs in a list."""

    def __init__(self, state: _State) -> None:
        self._state = state
        self.jobs: list[PrintJob] = []
        self._by: dict[int, PersonId] = {}

    async def start(
        self,
        kind: PrintKind,
        *,
        sale: SaleId | None,
        line: LineId | None,
        copy: bool,
        printer: str,
        by: PersonId,
    ) -> PrintJob:
        """A job that is about to be printed."""
        self._state.write()
        same = [job for job in self.jobs if (job.kind, job.sale, job.line) == (kind, sale, line)]
        number = max((job.copy_number for job in same), default=0) + 1 if copy else 0
        now, job_id = self._state.clock.now(), len(self.jobs) + 1
        job = PrintJob(job_id, kind, sale, line, number, printer, PrintState.PRINTING, now)
        self.jobs.append(job)
        self._by[job_id] = by
        details = {"kind": kind.value, "copy": number, "printer": printer, "job": job_id}
        self._state.note([Entry(Action.PRINT_STARTED, by, sale, line, details)])
        return job

    async def finish(self, job: PrintJob, state: PrintState, *, code: str = "") -> PrintJob:
        """What became of it."""
        self._state.write()
        done = replace(job, state=state, code=code)
        self.jobs[job.id - 1] = done
        on_paper = state in (PrintState.PRINTED, PrintState.PERHAPS)
        line = self._state.lines.get(job.line) if job.line else None
        if on_paper and job.kind is PrintKind.CARD and line is not None and line.delivered_at:
            self._state.lines[line.id] = replace(line, printed=True)
        details = {"kind": job.kind.value, "state": state.value, "code": code, "job": job.id}
        entry = Entry(Action.PRINT_ENDED, self._by[job.id], job.sale, job.line, details)
        self._state.note([entry])
        return done

    async def of_line(self, line_id: LineId) -> Sequence[PrintJob]:
        """All jobs of a line."""
        return [job for job in self.jobs if job.line == line_id]

    async def interrupted(self) -> Sequence[PrintJob]:
        """Jobs that were printing become `perhaps`."""
        printing = [job for job in self.jobs if job.state is PrintState.PRINTING]
        return [await self.finish(job, PrintState.PERHAPS) for job in printing]


class FakeDays:
    """Days, added up in Python."""

    def __init__(self, state: _State) -> None:
        self._state = state

    async def current(self) -> Day | None:
        """The open day."""
        return self._state.open_day()

    async def figures(self, day: Day) -> DayFigures:
        """What the day adds up to."""
        return self._state.figures.get(day.id) or self._count(day)

    def _count(self, day: Day) -> DayFigures:
        state, first = self._state, self._state.first_seq(day)
        lines = list(state.lines.values())
        paid = [x for x in lines if state.sale_days[x.sale] == day.id and x.replaces is None]

        def since(seq: int | None) -> bool:
            return seq is not None and seq >= first

        delivered = [x for x in lines if since(state.happened[x.id].delivered)]
        ended = [x for x in lines if since(state.happened[x.id].ended)]
        void = [x for x in ended if x.order is OrderState.INVALIDATED]
        paid_back = [
            (x, x.refund)
            for x in lines
            if since(state.happened[x.id].refund_paid) and x.refund and not x.refund.settled_by
        ]
        return DayFigures(
            paid=self._tally(paid),
            delivered=self._tally(delivered),
            handed_over=self._tally(x for x in lines if since(state.happened[x.id].handed_over)),
            failed=self._tally(x for x in ended if x.order is OrderState.FAILED),
            voids=self._tally(void),
            refunds_due=self._tally(x for x in lines if x.money is MoneyState.REFUND_DUE),
            refunds_paid=self._tally(x for x, _ in paid_back),
            losses=self._tally(x for x in lines if self._lost_since(x, first)),
            open_cases=self._tally(x for x in lines if not x.is_closed),
            cases=tuple(self._cases(lines)),
            paid_by_cashier=self._by_seller(paid),
            delivered_by_brand=self._by_brand(delivered),
            delivered_by_cashier=self._by_seller(delivered),
            refunds_paid_by_cashier=self._groups(
                (state.people[refund.paid_by].name, x.face_value)
                for x, refund in paid_back
                if refund.paid_by in state.people
            ),
            voids_by_cashier=self._by_seller(void),
            refunds_paid_by_brand=self._by_brand(x for x, _ in paid_back),
            voids_by_brand=self._by_brand(void),
        )

    def _tally(self, lines: Iterable[Line]) -> Tally:
        tally = Tally(0, Money.zero(self._state.currency))
        for line in lines:
            tally = tally.plus(line.face_value)
        return tally

    def _lost_since(self, line: Line, first: int) -> bool:
        entries = [record.entry for record in self._state.records[first - 1 :]]
        ended = any(e.action is Action.CASE_CLOSED and e.line == line.id for e in entries)
        return ended and line.closed is not None and line.closed.how is Closing.LOSS

    def _cases(self, lines: Iterable[Line]) -> Iterable[DayCase]:
        for line in sorted(lines, key=lambda each: (each.created_at, each.id)):
            kind = case_kind(line, now=self._state.clock.now(), limits=Limits())
            if kind is not None:
                yield DayCase(line.id, kind, line.face_value)

    def _by_seller(self, lines: Iterable[Line]) -> Mapping[str, Tally]:
        sales = self._state.sales
        return self._groups((sales[x.sale].cashier_name, x.face_value) for x in lines)

    def _by_brand(self, lines: Iterable[Line]) -> Mapping[str, Tally]:
        return self._groups((x.product.brand, x.face_value) for x in lines)

    def _groups(self, pairs: Iterable[tuple[str, Money]]) -> Mapping[str, Tally]:
        groups: dict[str, Tally] = {}
        for name, amount in pairs:
            empty = Tally(0, Money.zero(amount.currency))
            groups[name] = groups.get(name, empty).plus(amount)
        return dict(sorted(groups.items()))

    async def end(self, *, by: PersonId) -> tuple[Day, DayFigures]:
        """End the open day."""
        state = self._state
        state.write()
        day = state.open_day()
        if day is None:
            raise RefusedError("no_open_day")
        figures = self._count(day)
        count = state.note([Entry(Action.DAY_ENDED, by, details={"number": day.number})])
        ended = replace(
            day,
            ended_at=state.clock.now(),
            ended_by=by,
            journal_count=count,
            journal_head=_seal(count),
        )
        state.days[state.days.index(day)] = ended
        state.figures[day.id] = figures
        return ended, figures

    async def ended(self, *, limit: int = 60) -> Sequence[Day]:
        """Ended days, newest first."""
        ended = [day for day in self._state.days if day.ended_at is not None]
        return ended[::-1][:limit]


def redeemable(card: Card) -> tuple[object, ...]:
    """What makes two cards the same."""
    return card.code, card.pin, card.barcode, card.url("redemption")


class FakeAgedCards:
    """Cards that have been kept long enough."""

    def __init__(self, state: _State) -> None:
        self._state = state

    async def aged(self, before: datetime, *, limit: int) -> Sequence[Line]:
        """Closed lines whose story ended before a moment, oldest first."""
        found = [
            (story_ended_at(line), line.id, line)
            for line in self._state.lines.values()
            if story_ended_at(line) < before
            and line.id in self._state.cards
            and not self._has_case(line)
        ]
        return [line for _, _, line in sorted(found, key=lambda each: each[:2])][:limit]

    def _has_case(self, line: Line) -> bool:
        lines = self._state.lines.values()
        return any(not other.is_closed for other in lines if other.sale == line.sale)

    async def erase(self, line_id: LineId, seen: Card | None) -> None:
        """Forget the card, remember what it was."""
        self._state.write()
        line = self._state.lines[line_id]
        if not line.is_closed and line.handed_over is None:
            raise RefusedError("not_handed_over", line=line_id)
        if line_id not in self._state.cards:
            raise RefusedError("already_erased", line=line_id)
        if self._has_case(line):
            raise RefusedError("case_open", line=line_id)
        same = seen is not None and redeemable(self._state.cards[line_id]) == redeemable(seen)
        if not same and not (seen is None and is_worthless(line)):
            raise RefusedError("other_card", line=line_id)
        self._state.erased[line_id] = self._state.cards.pop(line_id)
        details = {"order_id": line.order_id, "hint": line.card_hint}
        entry = Entry(Action.CARD_ERASED, sale=line.sale, line=line.id, details=details)
        self._state.note([entry])


class FakeStops:
    """Stops in a dictionary."""

    def __init__(self, state: _State) -> None:
        self._state = state
        self._stops: dict[str, Stop] = {}

    async def all(self) -> Sequence[Stop]:
        """Every stop, by brand."""
        return [stop for _, stop in sorted(self._stops.items())]

    async def put(self, stop: Stop, entry: Entry) -> None:
        """Stop a brand."""
        self._state.write()
        self._stops[stop.brand] = stop
        self._state.note([entry])

    async def remove(self, brand: str, entry: Entry) -> None:
        """Sell again."""
        self._state.write()
        if brand not in self._stops:
            raise RefusedError("not_stopped", brand=brand)
        del self._stops[brand]
        self._state.note([entry])


class FakeBalances:
    """Balances in a list."""

    def __init__(self, state: _State) -> None:
        self._state = state
        self._kept: list[Balance] = []

    async def note(self, balance: Balance) -> None:
        """Keep what is new."""
        self._state.write()
        last = self._kept[-1] if self._kept else None
        same = last is not None and last.available == balance.available
        if last is None or not same or balance.asked_at - last.asked_at >= timedelta(hours=1):
            self._kept.append(balance)

    async def since(self, moment: datetime) -> Sequence[Balance]:
        """Kept balances, oldest first."""
        return [balance for balance in self._kept if balance.asked_at >= moment]


class FakePaperNumbers:
    """Numbers without gaps."""

    def __init__(self, state: _State) -> None:
        self._state = state
        self._numbers: dict[tuple[PrintKind, LineId], int] = {}

    async def number(self, kind: PrintKind, line_id: LineId) -> int:
        """The number of a line's paper."""
        self._state.write()
        taken = sum(1 for known, _ in self._numbers if known is kind)
        return self._numbers.setdefault((kind, line_id), taken + 1)


class FakeCatalogueStore:
    """One catalogue, or none."""

    def __init__(self) -> None:
        self.reading: CatalogueReading | None = None

    async def load(self) -> CatalogueReading | None:
        """The stored catalogue."""
        return self.reading

    async def save(self, reading: CatalogueReading) -> None:
        """Replace it."""
        self.reading = reading


class FakeSecretStore:
    """Secrets in a dictionary."""

    kind = "file"

    def __init__(self) -> None:
        self._values: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        """A secret, or None."""
        return self._values.get(name)

    def set(self, name: str, value: str) -> None:
        """Keep a secret."""
        self._values[name] = value


class FakeBackups:
    """Remembers where backups were asked for."""

    def __init__(self) -> None:
        self.made: list[Path] = []

    async def make(self, folder: Path | None = None) -> Path:
        """A name of a backup that is nowhere."""
        path = (folder or Path("backups")) / f"till-{len(self.made) + 1}.sqlite3"
        self.made.append(path)
        return path
