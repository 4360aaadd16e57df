"""The ledger's journal file: one JSON object per line, appended and synced, read at start.

Kinds of line: `order` (an order as it was then, with its movements; the last one of an id
counts), `movement`, `request` and `port`. A last line cut off by a crash is dropped; whatever it
told had not been answered yet.
"""

from __future__ import annotations

import base64
import json
import os
from dataclasses import asdict
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from pos_app.domain.errors import StoreError
from pos_app.training.cards import Card
from pos_app.training.ledger import Ledger, Movement, Order, OrderState, RequestRecord, Script
from pos_app.training.messages import Fate, Json


class JournalFile:
    """Appends lines to the file; `load` fills a ledger from it first."""

    def __init__(self, path: Path) -> None:
        """Remember where the file is; nothing is opened before `load`."""
        self._path = path
        self.last_port = 0

    def load(self, ledger: Ledger) -> None:
        """Read the file into a ledger, drop a cut last line.

        May raise:
        - StoreError: `training_ledger_unusable`, or `training_ledger_damaged` where a line that
          is not the last one can't be read.
        """
        try:
            whole = self._open()
        except OSError as error:
            raise StoreError(
                "training_ledger_unusable", file=str(self._path), reason=error.strerror
            ) from error
        self.read(whole, ledger)

    def _open(self) -> bytes:
        """The whole lines of the file, made if absent, and cut to them."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.touch(mode=0o600)
        content = self._path.read_bytes()
        whole = _whole_lines(content)
        if len(whole) < len(content):
            with self._path.open("r+b") as file:
                file.truncate(len(whole))
                os.fsync(file.fileno())
        return whole

    def read(self, whole: bytes, ledger: Ledger) -> None:
        """Fill a ledger from whole lines.

        May raise:
        - StoreError: `training_ledger_damaged`.
        """
        for number, line in enumerate(whole.splitlines(), start=1):
            try:
                self._take(json.loads(line), ledger)
            except (ValueError, KeyError, TypeError, ArithmeticError) as error:
                raise StoreError(
                    "training_ledger_damaged", file=str(self._path), line=number
                ) from error

    def _take(self, line: Json, ledger: Ledger) -> None:
        match line:
            case {"order": dict(order), "movements": list(movements)}:
                moved = (_read_movement(movement) for movement in movements)
                ledger.restore_order(_read_order(order), *moved)
            case {"movement": dict(movement)}:
                ledger.restore_movement(_read_movement(movement))
            case {"request": dict(request)}:
                ledger.requests.append(_read_request(request))
            case {"port": int(port)}:
                self.last_port = port
            case _:
                message = "a line of no known kind"
                raise ValueError(message)

    def record_order(self, order: Order, movements: tuple[Movement, ...]) -> None:
        """An order as it is now, with the movements that came with it; durable on return."""
        moved = [_plain(asdict(movement)) for movement in movements]
        self._append({"order": _plain(asdict(order)), "movements": moved})

    def record_movement(self, movement: Movement) -> None:
        """A movement without an order; durable on return."""
        self._append({"movement": _plain(asdict(movement))})

    def record_request(self, request: RequestRecord) -> None:
        """A request about orders; worth keeping, not worth waiting for."""
        self._append({"request": _plain(asdict(request))}, sync=False)

    def record_port(self, port: int) -> None:
        """The port of this run, so that addresses stay the same after a restart."""
        self.last_port = port
        self._append({"port": port})

    def _append(self, line: Json, *, sync: bool = True) -> None:
        text = json.dumps(line, ensure_ascii=False, separators=(",", ":"))
        with self._path.open("ab") as file:
            file.write(text.encode() + b"\n")
            if sync:
                file.flush()
                os.fsync(file.fileno())


def load_ledger(path: Path, opening: dict[str, Decimal] | None = None) -> Ledger:
    """The books in a journal file, for a look from outside: nothing is written back."""
    ledger = Ledger(opening)
    JournalFile(path).read(_whole_lines(path.read_bytes()), ledger)
    return ledger


def _whole_lines(content: bytes) -> bytes:
    """Everything up to the last line feed."""
    return content[: content.rfind(b"\n") + 1]


def _plain(value: object) -> object:
    """Turn a dataclass's dictionary into what JSON can hold; the readers below undo it."""
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return str(value) if isinstance(value, Decimal) else value


# The readers trust the file as far as its shape goes: this module alone writes it.


def _read_order(raw: dict[str, object]) -> Order:
    values = dict(raw)
    for name in ("amount", "cost"):
        values[name] = Decimal(str(raw[name]))
    for name in ("created_at", "completed_at", "invalidated_at"):
        values[name] = _optional_moment(raw[name])
    values["body"] = base64.b64decode(str(raw["body"]))
    values["state"] = OrderState(str(raw["state"]))
    values["card"] = _read_card(raw["card"])
    values["script"] = _read_script(raw["script"])
    return Order(**values)  # type: ignore[arg-type]


def _optional_moment(value: object) -> datetime | None:
    return datetime.fromisoformat(value) if isinstance(value, str) else None


def _read_script(raw: object) -> Script:
    if not isinstance(raw, dict):
        message = "an order without its script"
        raise TypeError(message)
    return Script(
        ends_at=_optional_moment(raw["ends_at"]),
        polls_left=raw["polls_left"],
        fails=raw["fails"],
        busy_until=_optional_moment(raw["busy_until"]),
        hidden_until=_optional_moment(raw["hidden_until"]),
        cardless=raw["cardless"],
        card_at=_optional_moment(raw["card_at"]),
        shown_state=raw["shown_state"],
        shown_until=_optional_moment(raw["shown_until"]),
    )


def _read_card(raw: object) -> Card | None:
    if not isinstance(raw, dict):
        return None
    barcode = raw["barcode"]
    return Card(
        code=raw["code"],
        pin=raw["pin"],
        barcode=(barcode[0], barcode[1]) if barcode else None,
        expires_at=raw["expires_at"],
        urls=tuple((kind, url) for kind, url in raw["urls"]),
    )


def _read_movement(raw: dict[str, str]) -> Movement:
    return Movement(
        at=datetime.fromisoformat(raw["at"]),
        currency=raw["currency"],
        amount=Decimal(raw["amount"]),
        kind=raw["kind"],
        order_id=raw["order_id"],
    )


def _read_request(raw: dict[str, object]) -> RequestRecord:
    values = {
        **raw,
        "at": datetime.fromisoformat(str(raw["at"])),
        "fate": Fate(str(raw["fate"])),
    }
    return RequestRecord(**values)  # type: ignore[arg-type]
