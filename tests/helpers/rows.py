"""The till's rows read by hand, with nothing but sqlite3: for oracles and for people in doubt."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from tests.helpers.oracle import RefundRow, Row

_NAME = "till.sqlite3"
_LINES = """
    SELECT lines.*, refunds.paid_at, refunds.settled_by, refunds.line AS refund, cards.sealed
    FROM lines LEFT JOIN refunds ON refunds.line = lines.id
        LEFT JOIN cards ON cards.line = lines.id
"""
_PAID = "SELECT sale, amount_minor FROM payments WHERE tender = 'main_till'"
OpenCard = Callable[[str, bytes], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Kept:
    """What a database holds: its lines, what was paid for each sale, and whether it is sound."""

    rows: dict[str, Row]
    paid: dict[str, Decimal]
    faults: tuple[str, ...]


def read_rows(folder: Path, open_card: OpenCard) -> Kept:
    """Look into a copy, so that looking changes nothing; a log left by a kill is read too."""
    with tempfile.TemporaryDirectory(prefix="pos-app-rows-") as name:
        for path in folder.glob(f"{_NAME}*"):
            shutil.copy(path, name)
        with closing(sqlite3.connect(Path(name, _NAME))) as connection:
            connection.row_factory = sqlite3.Row
            faults = [row[0] for row in connection.execute("PRAGMA integrity_check")]
            faults += [str(tuple(row)) for row in connection.execute("PRAGMA foreign_key_check")]
            rows = [_row(row, open_card) for row in connection.execute(_LINES)]
            paid = {sale: _amount(minor) for sale, minor in connection.execute(_PAID)}
    unsound = tuple(fault for fault in faults if fault != "ok")
    return Kept({row.line: row for row in rows}, paid, unsound)


def _amount(minor: int) -> Decimal:
    return Decimal(minor).scaleb(-2)


def _row(row: sqlite3.Row, open_card: OpenCard) -> Row:
    refund = RefundRow(row["paid_at"] is not None, row["settled_by"]) if row["refund"] else None
    sealed = row["sealed"]
    return Row(
        line=row["id"],
        sale=row["sale"],
        key=row["request_key"],
        body=row["request_body"],
        product=row["product_code"],
        amount=_amount(row["amount_minor"]),
        currency=row["currency"],
        delivery=row["delivery"],
        order=row["order_state"],
        refund=refund,
        replaces=row["replaces"],
        order_id=row["order_id"],
        trouble=row["trouble"],
        given_up=row["given_up_at"] is not None,
        invalidation=row["invalidation_asked_at"] is not None,
        handed_over=row["handed_over_at"] is not None,
        closed=row["closed_how"],
        card=None if sealed is None else open_card(row["id"], sealed),
    )
