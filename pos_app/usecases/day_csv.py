"""The day's report as CSV, for the owner's spreadsheet.

UTF-8, commas, one header row; amounts have a point. One row each for

    section   what it is                                name
    day       a sum of the day; zeros stand there too   paid, delivered, handed_over, failed,
                                                        voids, refunds_due, refunds_paid, losses
    cashier   paid sales of one cashier                 the cashier's name
    brand     delivered cards of one brand              the brand
    cashier_delivered, cashier_refunds_paid, cashier_voids, brand_refunds_paid, brand_voids
              more of one cashier or brand, where   the cashier's name, the brand
              there was any: delivered and voided
              cards that the cashier sold, refunds
              that the cashier paid
    case      one open case                             the line's number

with the columns `day` (the report's number), `section`, `name`, `count`, `amount`, `currency`.
Amounts are face values of vouchers, not turnover. Texts that a spreadsheet would take for a
formula begin with an apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from pos_app.domain.day import Tally
from pos_app.domain.slip import DAY_SUMS, DayReport, ReportRow

COLUMNS: Final = ("day", "section", "name", "count", "amount", "currency")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def day_csv(report: DayReport) -> str:
    """The report as text; write it with a byte order mark (`utf-8-sig`) for spreadsheets."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for section, row in _rows(report):
        tally = row.tally
        amount, currency = tally.amount.to_wire(), tally.amount.currency
        writer.writerow(
            (report.number, section, plain_cell(row.label), tally.count, amount, currency)
        )
    return text.getvalue()


def plain_cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _rows(report: DayReport) -> Iterator[tuple[str, ReportRow]]:
    for name in DAY_SUMS:
        yield "day", ReportRow(name, getattr(report, name))
    for section, rows in (("cashier", report.by_cashier), ("brand", report.by_brand)):
        for row in rows:
            yield section, row
            for key, tally in row.parts:
                yield f"{section}_{key}", ReportRow(row.label, tally)
    for case in report.open_cases:
        yield "case", ReportRow(case.line, Tally(1, case.amount))
