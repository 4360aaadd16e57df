"""The day report: the owner's money, cards and open cases in one sum."""

from __future__ import annotations

from pos_app.domain.day import Tally
from pos_app.domain.slip import DAY_SUMS, DayReport, ReportCase, ReportRow
from pos_app.printing.blocks import Block, Gap, Pairs, Rule, Sums, Text
from pos_app.printing.fonts import Face
from pos_app.printing.paper import Sheet
from pos_app.printing.parts import letterhead, till_and_time
from pos_app.printing.speech import Speech


def day_report(report: DayReport, speech: Speech, _sheet: Sheet) -> list[Block]:
    """Every sum stands there, also when it is zero (germany.md D6)."""
    sums = tuple(_sum(speech.say(key), getattr(report, key), speech) for key in DAY_SUMS)
    seal = speech.say("journal_entries", count=report.journal_count)
    return [
        *letterhead(report.head, "day", speech),
        Pairs(
            (
                (speech.say("number"), speech.line(report.number)),
                (speech.say("began"), speech.exact_time(report.began_at)),
                (speech.say("ended"), speech.exact_time(report.ended_at)),
            )
        ),
        Rule(),
        Sums(sums),
        Gap(0.6),
        Text(speech.say("voucher_sales"), "small"),
        *_rows("by_cashier", report.by_cashier, speech),
        *_rows("by_brand", report.by_brand, speech),
        *_cases(report.open_cases, speech),
        Rule(),
        Pairs(((speech.say("journal"), f"{seal} {speech.line(report.journal_head)}"),)),
        Text(speech.say("no_till_receipt"), "small"),
        Rule(),
        Pairs(till_and_time(report.head, speech)),
    ]


def _sum(label: str, tally: Tally, speech: Speech) -> tuple[str, str, str]:
    return label, str(tally.count), speech.money(tally.amount)


def _rows(heading: str, rows: tuple[ReportRow, ...], speech: Speech) -> list[Block]:
    if not rows:
        return []
    return [
        Rule(dashed=True),
        Text(speech.say(heading), "strong", Face.BOLD, keep=True),
        Gap(0.4, keep=True),
        Sums(tuple(each for row in rows for each in _parts(row, speech))),
    ]


def _parts(row: ReportRow, speech: Speech) -> list[tuple[str, str, str]]:
    """Their main sum, and below it what else was not zero."""
    parts = [_sum(f"· {speech.say(key)}", tally, speech) for key, tally in row.parts]
    return [_sum(speech.line(row.label), row.tally, speech), *parts]


def _cases(cases: tuple[ReportCase, ...], speech: Speech) -> list[Block]:
    blocks: list[Block] = [
        Rule(dashed=True),
        Text(f"{speech.say('open_cases')}: {len(cases)}", "strong", Face.BOLD, keep=True),
    ]
    for case in cases:
        row = (speech.line(case.line), speech.money(case.amount))
        blocks += [Gap(0.6), Pairs((row,), strong=True), Text(speech.line(case.sentence), "body")]
    return blocks if cases else [*blocks, Text(speech.say("no_open_cases"), "body")]
