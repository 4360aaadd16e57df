"""`pos-app journal`: what happened at this till (M16).

verify   whether the journal is as it was written: first the chain of its seals, then its end
         against what is kept in the secret store; exit 1 when it is broken
export   the entries as CSV or JSON Lines; columns: see `journal_export.py`
"""

from __future__ import annotations

import asyncio
from argparse import Namespace

from pos_app.cli.access import opened_till
from pos_app.cli.guard import DONE, FAILED
from pos_app.cli.journal_export import as_csv, as_json_lines
from pos_app.cli.output import check_out, write_whole
from pos_app.cli.run import Terminal
from pos_app.domain.errors import SettingsError
from pos_app.usecases.doctor import State, judge_journal
from pos_app.usecases.journal_keeper import JournalKeeper


def run(arguments: Namespace, terminal: Terminal) -> int:
    """Check the chain, or write the entries out."""
    if arguments.action == "export":
        return asyncio.run(_export(arguments, terminal))
    return asyncio.run(_verify(terminal))


async def _verify(terminal: Terminal) -> int:
    async with opened_till(terminal) as till:
        finding = judge_journal(
            await till.store.journal.verify(),
            await JournalKeeper(till.store.journal, till.secrets).compare(),
        )
    terminal.say(finding.sentence)
    return DONE if finding.state is State.OK else FAILED


async def _export(arguments: Namespace, terminal: Terminal) -> int:
    since, until = arguments.since, arguments.until
    if since and until and until < since:
        raise SettingsError("bad_range", since=since, until=until)
    check_out(arguments.out)
    async with opened_till(terminal) as till:
        records = await till.store.journal.records(since=since, until=until)
    data = as_csv(records) if arguments.format == "csv" else as_json_lines(records)
    await asyncio.to_thread(write_whole, arguments.out, data)
    terminal.say(f"{len(records)} entries are in {arguments.out}.")
    return DONE
