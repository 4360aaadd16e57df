"""The day's report as a document: the same figures as on screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from pos_app.domain import slip
from pos_app.domain.cases import Case
from pos_app.domain.day import DayFigures, Tally
from pos_app.domain.money import Money
from pos_app.domain.till import TillProfile
from pos_app.ui.texts.cases import case_sentence
from pos_app.ui.translation import language
from pos_app.ui.views.day.page import DayEntry


def day_report(
    profile: TillProfile,
    cashier: str,
    entry: DayEntry,
    figures: DayFigures,
    *,
    cases: Sequence[Case],
    now: datetime,
) -> slip.DayReport:
    """The report of an ended day, or of the open one as it stands `now`."""
    return slip.DayReport(
        head=slip.SlipHead(
            store=profile.store,
            till=profile.till,
            cashier=cashier,
            printed_at=now,
            language=language(),
            training=profile.training,
        ),
        number=f"{profile.till}-{entry.day.number:04d}",
        began_at=entry.opened,
        ended_at=entry.ended or now,
        paid=_tally(figures.paid),
        delivered=_tally(figures.delivered),
        voids=_tally(figures.voids),
        refunds_due=_tally(figures.refunds_due),
        refunds_paid=_tally(figures.refunds_paid),
        losses=slip.Tally(0, Money.zero(profile.currency)),
        by_cashier=_rows(figures.paid_by_cashier),
        by_brand=_rows(figures.delivered_by_brand),
        open_cases=tuple(
            slip.ReportCase(each.line.id, case_sentence(each.kind), each.line.face_value)
            for each in cases
        ),
        journal_count=entry.day.journal_count or 0,
        journal_head=entry.day.journal_head or "",
    )


def _tally(tally: Tally) -> slip.Tally:
    return slip.Tally(tally.count, tally.amount)


def _rows(tallies: Mapping[str, Tally]) -> tuple[slip.ReportRow, ...]:
    return tuple(slip.ReportRow(name, _tally(tally)) for name, tally in tallies.items())
