"""`pos-app export`: the cards of some days as CSV, for book-keeping and scripts.

One row per card of every sale that was paid between the two dates (local, both included), or of
which a card's order or refund changed between them. UTF-8 with a byte order mark, commas, one
header row; times are local with their offset, empty where there is none; amounts have a point.

    sale, line              numbers as on the slips
    paid_at, cashier        when and to whom the sale was paid
    brand, product, product_code
    amount, currency        face value
    delivery                code, url or email
    order                   waiting, ordering, unknown, delivered, invalidating, failed or
                            invalidated
    money                   paid, refund_due, refunded
    order_id                the provider's
    delivered_at, handed_over_at
    refund_due_at, refund_paid_at, refund_receipt
    replaces                the line whose refund paid this one
    closed                  how a manager closed the case: no_order, voided or loss

No codes, no PINs, no addresses. Texts that a spreadsheet would take for a formula begin with an
apostrophe. The file appears whole or not at all; one of the same name is replaced.
"""

from __future__ import annotations

import asyncio
import csv
import io
from argparse import Namespace
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Final

from pos_app.cli.access import opened_till
from pos_app.cli.guard import DONE
from pos_app.cli.output import check_out, write_whole
from pos_app.cli.run import Terminal
from pos_app.domain.errors import SettingsError
from pos_app.domain.journal import Action
from pos_app.domain.sale import Line, Sale
from pos_app.store import Store
from pos_app.usecases.day_csv import plain_cell

COLUMNS: Final = tuple(
    "sale line paid_at cashier brand product product_code amount currency delivery order money"
    " order_id delivered_at handed_over_at refund_due_at refund_paid_at refund_receipt replaces"
    " closed".split()
)
# What makes a sale belong to a day.
_TOUCHING: Final = (
    Action.SALE_PAID,
    Action.REPLACED,
    Action.CARD_STORED,
    Action.HANDED_OVER,
    Action.REFUND_DUE,
    Action.REFUND_PAID,
    Action.REFUND_WITHDRAWN,
    Action.INVALIDATION_ASKED,
    Action.INVALIDATION_ANSWERED,
    Action.CASE_CLOSED,
)


def run(arguments: Namespace, terminal: Terminal) -> int:
    """Write the file and say how many cards are in it."""
    if arguments.until < arguments.since:
        raise SettingsError("bad_range", since=arguments.since, until=arguments.until)
    out: Path = arguments.out
    check_out(out)
    return asyncio.run(_export(arguments.since, arguments.until, out, terminal))


async def _export(since: date, until: date, out: Path, terminal: Terminal) -> int:
    async with opened_till(terminal) as till:
        sales = await _sales(till.store, since, until)
    rows = [_row(sale, line) for sale in sales for line in sale.lines]
    await asyncio.to_thread(write_whole, out, _as_csv(rows))
    terminal.say(f"{len(rows)} cards of {len(sales)} sales are in {out}.")
    return DONE


async def _sales(store: Store, since: date, until: date) -> Sequence[Sale]:
    """The sales of these days, in the order of their numbers."""
    records = await store.journal.records(since=since, until=until, actions=_TOUCHING)
    wanted = {record.entry.sale for record in records if record.entry.sale is not None}
    sales = [await store.sales.sale(sale) for sale in wanted]
    return sorted(sales, key=lambda sale: sale.number)


def _row(sale: Sale, line: Line) -> Sequence[str]:
    refund = line.refund
    return tuple(
        map(
            plain_cell,
            (
                sale.id,
                line.id,
                _time(sale.paid_at),
                sale.cashier_name,
                line.product.brand,
                line.product.name,
                line.product.code,
                line.face_value.to_wire(),
                line.face_value.currency,
                line.delivery.method.value,
                line.order.value,
                line.money.value,
                line.order_id or "",
                _time(line.delivered_at),
                _time(line.handed_over.at if line.handed_over else None),
                _time(refund.due_at if refund else None),
                _time(refund.paid_at if refund else None),
                refund.receipt_number if refund else "",
                line.replaces or "",
                line.closed.how.value if line.closed else "",
            ),
        )
    )


def _time(moment: datetime | None) -> str:
    return moment.astimezone().isoformat(timespec="seconds") if moment else ""


def _as_csv(rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows((COLUMNS, *rows))
    return text.getvalue().encode("utf-8-sig")
