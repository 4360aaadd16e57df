"""Print jobs as data: what was given to a printer and what became of it (M9)."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from pos_app.domain.journal import Action, Entry
from pos_app.domain.people import PersonId
from pos_app.domain.printjob import PrintJob, PrintKind, PrintState
from pos_app.domain.sale import LineId, SaleId
from pos_app.ports import Clock
from pos_app.store.connection import Database
from pos_app.store.journal import Chain
from pos_app.store.rows import from_ticks, storable, to_ticks


def _job(row: sqlite3.Row) -> PrintJob:
    return PrintJob(
        id=row["id"],
        kind=PrintKind(row["kind"]),
        sale=row["sale"],
        line=row["line"],
        copy_number=row["copy_number"],
        printer=row["printer"],
        state=PrintState(row["state"]),
        started_at=from_ticks(row["started_at"]),
        code=row["code"],
    )


class SqlitePrintJobs:
    """Print jobs as their port describes them."""

    def __init__(self, database: Database, chain: Chain, clock: Clock) -> None:
        self._database = database
        self._chain = chain
        self._clock = clock

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

        def write(connection: sqlite3.Connection) -> PrintJob:
            number = _next_copy(connection, kind, sale, line) if copy else 0
            row = connection.execute(
                "INSERT INTO print_jobs"
                " (kind, sale, line, copy_number, printer, state, started_at, started_by, code)"
                " VALUES (?, ?, ?, ?, ?, 'printing', ?, ?, '') RETURNING *",
                (kind.value, sale, line, number, printer, to_ticks(self._clock.now()), by),
            ).fetchone()
            details = {"kind": kind.value, "copy": number, "printer": printer, "job": row["id"]}
            entry = Entry(Action.PRINT_STARTED, by, sale, line, details)
            self._chain.append(connection, [entry])
            return _job(row)

        return await self._database.write(write)

    async def finish(self, job: PrintJob, state: PrintState, *, code: str = "") -> PrintJob:
        """What became of it; a printed card slip also marks its line."""
        chain, clock = self._chain, self._clock
        return await self._database.write(
            lambda connection: end_job(connection, chain, clock, job, state, code=code)
        )

    async def of_line(self, line_id: LineId) -> Sequence[PrintJob]:
        """All jobs of a line, oldest first."""
        query = "SELECT * FROM print_jobs WHERE line = ? ORDER BY id"

        def read(connection: sqlite3.Connection) -> Sequence[PrintJob]:
            return [_job(row) for row in connection.execute(query, (line_id,))]

        return await self._database.read(read)

    async def interrupted(self) -> Sequence[PrintJob]:
        """At start: jobs that were printing become `perhaps`; returns them."""

        def write(connection: sqlite3.Connection) -> Sequence[PrintJob]:
            return [
                end_job(connection, self._chain, self._clock, job, PrintState.PERHAPS)
                for job in jobs_printing(connection)
            ]

        return await self._database.write(write)


def jobs_printing(connection: sqlite3.Connection) -> list[PrintJob]:
    """Jobs that were given to a printer, and nothing was heard of them."""
    query = "SELECT * FROM print_jobs WHERE state = 'printing' ORDER BY id"
    return [_job(row) for row in connection.execute(query).fetchall()]


def end_job(
    connection: sqlite3.Connection,
    chain: Chain,
    clock: Clock,
    job: PrintJob,
    state: PrintState,
    *,
    code: str = "",
) -> PrintJob:
    """Write down what became of a job, inside somebody's transaction."""
    row = connection.execute(
        "UPDATE print_jobs SET state = ?, ended_at = ?, code = ? WHERE id = ? RETURNING *",
        (state.value, to_ticks(clock.now()), storable(code), job.id),
    ).fetchone()
    on_paper = state in (PrintState.PRINTED, PrintState.PERHAPS)
    if on_paper and job.kind is PrintKind.CARD and job.line is not None:
        connection.execute(
            "UPDATE lines SET printed = 1 WHERE id = ? AND delivered_at IS NOT NULL", (job.line,)
        )
    details = {"kind": job.kind.value, "state": state.value, "code": code, "job": job.id}
    by = PersonId(row["started_by"])
    entry = Entry(Action.PRINT_ENDED, by, job.sale, job.line, details)
    chain.append(connection, [entry])
    return replace(job, state=state, code=row["code"])


def _next_copy(
    connection: sqlite3.Connection, kind: PrintKind, sale: SaleId | None, line: LineId | None
) -> int:
    query = (
        "SELECT coalesce(max(copy_number), 0) + 1 FROM print_jobs"
        " WHERE kind = ? AND sale IS ? AND line IS ?"
    )
    return int(connection.execute(query, (kind.value, sale, line)).fetchone()[0])
