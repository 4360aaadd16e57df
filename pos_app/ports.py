"""What the use-cases need from the world, as protocols; adapters implement them.

Every port method that touches disk or network is async. "May raise" lists what a caller must
expect; anything else is a bug. Cancelling a caller never leaves half a write.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from pos_app.domain.answer import Answer
from pos_app.domain.card import Card
from pos_app.domain.change import Change, Decide
from pos_app.domain.day import Day, DayFigures
from pos_app.domain.journal import Action, Entry, JournalHead, JournalRecord
from pos_app.domain.money import Language, Money
from pos_app.domain.people import Person, PersonId, Role
from pos_app.domain.printjob import PrintJob, PrintKind, PrintState
from pos_app.domain.product import CatalogueReading
from pos_app.domain.sale import Account, CartItem, Line, LineId, OrderRequest, Sale, SaleId
from pos_app.domain.settings import ProcessingMode, Settings
from pos_app.domain.slip import SlipDocument


class Clock(Protocol):
    """Time, so that tests can bend it."""

    def now(self) -> datetime:
        """The till's own time, aware, UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds that never go back."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait; cancellable."""
        ...


class KeySource(Protocol):
    """Where idempotency keys come from."""

    def new_key(self) -> str:
        """A fresh UUID4 as text."""
        ...


@dataclass(frozen=True, slots=True)
class Balance:
    """Our own credit at the provider."""

    available: Money
    asked_at: datetime


class Provider(Protocol):
    """The provider of gift cards. Classifies, never decides, never retries.

    `order`, `get_order` and `invalidate` never raise for anything the network or the provider
    does: every outcome is an Answer (M3). Each ends within 35 s.
    """

    @property
    def account(self) -> Account:
        """The base URL and client id every request goes out with (M11)."""
        ...

    @property
    def clock_offset_s(self) -> float | None:
        """The provider's clock minus the till's, from the last `Date` header; None before one."""
        ...

    def prepare_order(
        self,
        item: CartItem,
        *,
        key: str,
        sale: SaleId,
        country: str,
        language: str,
        mode: ProcessingMode = ProcessingMode.SYNC,
    ) -> OrderRequest:
        """The key, URL and exact body bytes of an order, before anything is sent (M2)."""
        ...

    async def order(self, request: OrderRequest) -> Answer:
        """Send exactly these bytes with this key."""
        ...

    async def get_order(self, order_id: str) -> Answer:
        """Look at an order."""
        ...

    async def invalidate(self, order_id: str) -> Answer:
        """Ask to make a completed order worthless."""
        ...

    async def products(self) -> CatalogueReading:
        """The whole catalogue, page by page.

        May raise:
        - ProviderUnavailableError: `code` is the provider's error code or our short word.
        """
        ...

    async def balance(self, currency: str) -> Balance:
        """The credit in one currency.

        May raise:
        - ProviderUnavailableError.
        """
        ...

    async def use(self, account: Account, secret: str) -> None:
        """From now on speak with another account or secret (rotation)."""
        ...

    async def close(self) -> None:
        """Close connections; requests in flight end as unclear."""
        ...


class Sales(Protocol):
    """Sales and their lines: every method is one transaction, durable when it returns.

    All methods may raise StoreError (`disk_full`, `read_only`, `corrupt`, `locked`, `io`) and,
    where cards are involved, VaultError.
    """

    async def next_sale_number(self) -> int:
        """The number the next recorded sale will get."""
        ...

    async def check_writable(self, bytes_needed: int) -> None:
        """Prove room, the vault and a test write before money is taken (M2)."""
        ...

    async def record_sale(self, sale: Sale, entries: Sequence[Entry]) -> None:
        """Payment, lines, orders with key and bytes, in one transaction; opens the day if none is.

        The sale is in front (`current_sale`) from then on, and the kept cart in hand is gone.

        May raise:
        - RefusedError: `number_taken` when the number is not the next one.
        """
        ...

    async def change_line(self, line_id: LineId, decide: Decide) -> Change:
        """Run `decide` on the stored line and store what it returns, in one transaction.

        RefusedError from `decide` passes through and changes nothing.
        """
        ...

    async def line(self, line_id: LineId) -> Line:
        """One line. May raise RefusedError `no_such_line`."""
        ...

    async def sale(self, sale_id: SaleId) -> Sale:
        """One sale with its lines. May raise RefusedError `no_such_sale`."""
        ...

    async def open_lines(self) -> Sequence[Line]:
        """Every line that is not closed, oldest first."""
        ...

    async def find_lines(self, text: str, *, limit: int = 200) -> Sequence[Line]:
        """Newest first; `text` matches sale number, brand, product, amount, order id, hint."""
        ...

    async def card(self, line_id: LineId) -> Card | None:
        """The decrypted card of a line, or None when there is none (any more)."""
        ...

    async def is_same_card(self, line_id: LineId, card: Card) -> bool:
        """Whether a card is the one delivered for a line, by its keyed hash; also when erased."""
        ...

    async def current_sale(self) -> SaleId | None:
        """The sale that is on the progress screen, also across restarts (M10)."""
        ...

    async def set_current_sale(self, sale_id: SaleId | None) -> None:
        """Put a sale in front, or none."""
        ...

    async def invalidatable(self, product_code: str) -> bool | None:
        """Whether this product's cards can be taken back, learned from earlier answers."""
        ...

    async def save_cart(self, name: str, data: str) -> None:
        """Keep a cart (JSON text) under a name; an empty text removes it."""
        ...

    async def carts(self) -> dict[str, str]:
        """The kept carts: name to JSON text."""
        ...


class Journal(Protocol):
    """What happened, append-only (M16)."""

    async def write(self, *entries: Entry) -> None:
        """Append entries that belong to no line change."""
        ...

    async def timeline(self, line_id: LineId) -> Sequence[JournalRecord]:
        """Everything about one line and its sale, oldest first."""
        ...

    async def records(
        self,
        *,
        since: date | None = None,
        until: date | None = None,
        actions: Sequence[Action] | None = None,
    ) -> Sequence[JournalRecord]:
        """Entries by local date, oldest first."""
        ...

    async def verify(self) -> int | None:
        """The number of the first entry that breaks the chain, or None when all is well."""
        ...

    async def head(self) -> JournalHead:
        """Where the journal ends now: to be kept elsewhere too (M16)."""
        ...

    async def seal_of(self, seq: int) -> str | None:
        """The seal of one entry as hex, or None when there is no such entry."""
        ...


class People(Protocol):
    """Who may sign in. PINs are stored as argon2id hashes and never come back."""

    async def all(self) -> Sequence[Person]:
        """Everybody, active or not, by name."""
        ...

    async def add(self, name: str, role: Role, pin: str, *, by: PersonId) -> Person:
        """Add somebody. May raise RefusedError `name_taken`, `bad_name` or `bad_pin`."""
        ...

    async def change(self, person: Person, *, by: PersonId) -> None:
        """Rename, re-role or (de)activate; `last_manager` refuses to lose the last manager."""
        ...

    async def set_pin(self, person: PersonId, pin: str, *, by: PersonId) -> None:
        """A new PIN of 4 to 12 digits. May raise RefusedError `bad_pin`."""
        ...

    async def check_pin(self, person: PersonId, pin: str) -> Person:
        """The person, when the PIN is right; failures are counted across restarts.

        May raise:
        - WrongPinError: `wrong_pin`, or `too_early` with `wait_s`.
        """
        ...


class PrintJobs(Protocol):
    """Print jobs as data: what was given to a printer and what became of it (M9)."""

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
        """A job that is about to be printed; `copy_number` counts per line from 1."""
        ...

    async def finish(self, job: PrintJob, state: PrintState, *, code: str = "") -> PrintJob:
        """What became of it; a printed card slip also marks its line."""
        ...

    async def of_line(self, line_id: LineId) -> Sequence[PrintJob]:
        """All jobs of a line, oldest first."""
        ...

    async def interrupted(self) -> Sequence[PrintJob]:
        """At start: jobs that were printing become `perhaps`; returns them."""
        ...


class Days(Protocol):
    """Days of the till: opened by the first sale, ended by a person, numbered without gaps."""

    async def current(self) -> Day | None:
        """The open day."""
        ...

    async def figures(self, day: Day) -> DayFigures:
        """What an open day's entries add up to now; of an ended day, what it was ended with."""
        ...

    async def end(self, *, by: PersonId) -> tuple[Day, DayFigures]:
        """End the open day: number, figures and journal head in one transaction.

        May raise:
        - RefusedError: `no_open_day`.
        """
        ...

    async def ended(self, *, limit: int = 60) -> Sequence[Day]:
        """Ended days, newest first."""
        ...


class CatalogueStore(Protocol):
    """The last good catalogue, in a file of its own."""

    async def load(self) -> CatalogueReading | None:
        """The stored catalogue, or None when there is none or it can't be read."""
        ...

    async def save(self, reading: CatalogueReading) -> None:
        """Replace the stored catalogue."""
        ...


class PictureSource(Protocol):
    """Brand pictures from outside: https, or http on this computer (R8)."""

    @property
    def folder(self) -> Path | None:
        """Where pictures may be kept; None keeps none."""
        ...

    async def fetch(self, url: str, *, most_bytes: int) -> bytes | None:
        """The bytes behind an address, or None for whatever goes wrong; follows nothing."""
        ...


class ReceiptPrinter(Protocol):
    """Puts a document on paper, or into a folder."""

    @property
    def name(self) -> str:
        """What people call it."""
        ...

    async def print_document(self, document: SlipDocument, name: str) -> None:
        """Print one document; `name` is the file name without ending, or the job's title.

        May raise:
        - PrinterError: `offline`, `unknown_printer`, `permission`, `disk_full`, `failed`.
        """
        ...


class SecretStore(Protocol):
    """Secrets of this installation: keyring, or a file only the owner can read."""

    @property
    def kind(self) -> str:
        """`environment`, `keyring` or `file`."""
        ...

    def get(self, name: str) -> str | None:
        """A secret, or None. May raise VaultError `locked`."""
        ...

    def set(self, name: str, value: str) -> None:
        """Keep a secret. May raise VaultError `not_stored`."""
        ...


class Backups(Protocol):
    """Copies of the database that can be trusted (M12)."""

    async def make(self, folder: Path | None = None) -> Path:
        """A verified online backup, rotated when `folder` is None. May raise StoreError."""
        ...


# Starts an owned, logged background task; the application cancels and awaits it at the end.
Spawn = Callable[[Awaitable[None], str], None]


@dataclass(frozen=True, slots=True)
class ConnectionReport:
    """What a live test of the provider said. `code` is the provider's or our short word."""

    ok: bool
    code: str = ""
    status: int | None = None
    message: str = ""
    clock_skew_s: float | None = None
    balance: Money | None = None


class ConnectionTest(Protocol):
    """Asks the provider for a balance with an account that need not be ours yet."""

    async def __call__(self, account: Account, secret: str, currency: str) -> ConnectionReport:
        """Never raises for what the provider or the network does."""
        ...


class SettingsFile(Protocol):
    """The one settings file of this till."""

    async def save(self, settings: Settings) -> None:
        """Replace it atomically. May raise StoreError."""
        ...


class Printers(Protocol):
    """The printers of this computer."""

    async def names(self) -> Sequence[str]:
        """Names of the operating system's queues; an empty list when there are none."""
        ...

    def open(self, spec: str, paper: str) -> ReceiptPrinter:
        """A printer by `pdf:DIR`, `system:NAME` or `escpos:tcp://HOST:PORT`.

        May raise:
        - SettingsError: `bad_printer`.
        """
        ...


class Installer(Protocol):
    """Makes a till out of nothing: settings, secret, vault key, database, first manager."""

    async def install(self, settings: Settings, secret: str, manager: str, pin: str) -> None:
        """Create everything, or nothing.

        May raise:
        - SettingsError: `already_set_up`. RefusedError: `bad_pin`, `bad_name`.
        - StoreError, VaultError.
        """
        ...


@dataclass(frozen=True, slots=True)
class TroubleInfo:
    """One trouble the training provider can play."""

    name: str
    label: str
    explanation: str


class TrainingTroubles(Protocol):
    """The training panel's side of the training provider."""

    def available(self, language: Language) -> Sequence[TroubleInfo]:
        """What can be played."""
        ...

    def arm(self, name: str, times: int) -> None:
        """Play a trouble at the next requests it fits."""
        ...

    def armed(self) -> dict[str, int]:
        """What will still be played, and how often."""
        ...

    def disarm(self) -> None:
        """Play nothing any more."""
        ...
