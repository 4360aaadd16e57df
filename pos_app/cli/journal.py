"""`pos-app journal verify`: whether the journal is as it was written (M16).

First the chain of its seals, then its end against what is kept in the secret store.
"""

from __future__ import annotations

import asyncio
from argparse import Namespace

from pos_app.cli.access import opened_till
from pos_app.cli.run import DONE, FAILED, Terminal
from pos_app.usecases.doctor import State, judge_journal
from pos_app.usecases.journal_keeper import JournalKeeper


def run(_arguments: Namespace, terminal: Terminal) -> int:
    """Check the chain; 1 when it is broken."""
    return asyncio.run(_verify(terminal))


async def _verify(terminal: Terminal) -> int:
    async with opened_till(terminal) as till:
        finding = judge_journal(
            await till.store.journal.verify(),
            await JournalKeeper(till.store.journal, till.secrets).compare(),
        )
    terminal.say(finding.sentence)
    return DONE if finding.state is State.OK else FAILED
