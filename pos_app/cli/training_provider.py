"""`pos-app training-provider`: the training provider alone, for tests and shared practice."""

from __future__ import annotations

import asyncio
import signal
from argparse import Namespace
from contextlib import suppress

from pos_app.cli.access import read_secret
from pos_app.cli.guard import DONE
from pos_app.cli.run import Terminal
from pos_app.domain.errors import SettingsError
from pos_app.training.provider import run_training_provider


def run(arguments: Namespace, terminal: Terminal) -> int:
    """Serve until stopped by Ctrl-C or SIGTERM; one line with the URL when ready."""
    if not arguments.client_id.strip():
        raise SettingsError("bad_client_id", client_id=arguments.client_id)
    secret = read_secret(terminal, "the client secret")
    with suppress(KeyboardInterrupt):
        asyncio.run(_serve(arguments, secret, terminal))
    return DONE


async def _serve(arguments: Namespace, secret: str, terminal: Terminal) -> None:
    loop = asyncio.get_running_loop()
    serving = asyncio.ensure_future(
        run_training_provider(
            arguments.port, arguments.client_id, secret, arguments.trouble, terminal.say
        )
    )
    # Windows has no such handlers; there Ctrl-C raises KeyboardInterrupt.
    with suppress(NotImplementedError):
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, serving.cancel)
    with suppress(asyncio.CancelledError):
        await serving
