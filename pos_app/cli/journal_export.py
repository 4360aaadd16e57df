"""`pos-app journal export`: what happened, as CSV or JSON Lines.

Columns:

    seq        number of the entry, from 1 on without gaps
    at         local time with its offset
    by, who    id and name of the person at that time; 0, Till for the till itself
    action     what happened, such as sale_paid, card_stored, code_shown (never renamed)
    sale, line numbers as on the slips; empty where it is about neither
    details    what else is known, a JSON object; in CSV as text

No codes, PINs, secrets or addresses are in the journal; names, reasons and receipt numbers are.
CSV is UTF-8 with a byte order mark, commas, one header row; texts that a spreadsheet would take
for a formula begin with an apostrophe. JSON Lines is UTF-8, one object per line.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Final

from pos_app.domain.journal import JournalRecord
from pos_app.usecases.day_csv import plain_cell

COLUMNS: Final = ("seq", "at", "by", "who", "action", "sale", "line", "details")


def as_row(record: JournalRecord) -> dict[str, object]:
    """One entry by column."""
    entry = record.entry
    return {
        "seq": record.seq,
        "at": record.at.astimezone().isoformat(timespec="seconds"),
        "by": entry.by,
        "who": record.by_name,
        "action": entry.action.value,
        "sale": entry.sale or "",
        "line": entry.line or "",
        "details": dict(entry.details),
    }


def as_json_lines(records: Iterable[JournalRecord]) -> bytes:
    """One object per line."""
    lines = (json.dumps(as_row(record), ensure_ascii=False) for record in records)
    return "".join(f"{line}\n" for line in lines).encode()


def as_csv(records: Iterable[JournalRecord]) -> bytes:
    """One row per entry below the header."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for record in records:
        row = as_row(record)
        details = json.dumps(row["details"], ensure_ascii=False, sort_keys=True)
        writer.writerow(plain_cell(str(value)) for value in (row | {"details": details}).values())
    return text.getvalue().encode("utf-8-sig")
