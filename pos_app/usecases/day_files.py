"""`Save as CSV`: the day's report as a file for the owner's spreadsheet."""

from __future__ import annotations

from pos_app.domain.day import Day
from pos_app.domain.money import Language
from pos_app.domain.people import PersonId
from pos_app.usecases.day_csv import day_csv
from pos_app.usecases.owner_ports import ReportFiles
from pos_app.usecases.papers import CaseSentence, PaperDesk


class DayFiles:
    """Writes what `Print report` prints, with the same figures."""

    def __init__(self, papers: PaperDesk, files: ReportFiles) -> None:
        """Write into one folder."""
        self._papers, self._files = papers, files

    async def save(
        self, day: Day, *, by: PersonId, language: Language, sentence: CaseSentence
    ) -> str:
        """Save a day; where it is. Saved again, the file is replaced: an open day grows.

        May raise:
        - StoreError: `report_not_written`. RefusedError: `no_such_day`.
        """
        report = await self._papers.day_report(day, by=by, language=language, sentence=sentence)
        # With a byte order mark, or spreadsheets take it for something else.
        data = day_csv(report).encode("utf-8-sig")
        return await self._files.write(f"day-{report.number}.csv", data)
