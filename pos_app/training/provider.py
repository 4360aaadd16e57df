"""The training provider: its books, its troubles and its address, in one object.

Start-up: `TrainingProvider(...)`, then `await start()` for a real server on loopback; or no
`start` at all and `handle(...)` for tests that keep their own time.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Final

from pos_app.domain.errors import SettingsError
from pos_app.training.core import Core, utc_now
from pos_app.training.gate import Account
from pos_app.training.http_shell import HttpShell
from pos_app.training.journal import JournalFile
from pos_app.training.ledger import Ledger, Movement
from pos_app.training.messages import Reply
from pos_app.training.orders import DeskRules
from pos_app.training.products import Product
from pos_app.training.routes import VERSION
from pos_app.training.troubles import TroublePlan, parse_trouble

_log = logging.getLogger(__name__)
DEFAULT_BALANCES: Final[Mapping[str, str]] = {"EUR": "10000.00", "GBP": "2000.00"}
# The address that signatures and links name before, or without, a real start.
_NOMINAL_URL: Final = f"http://127.0.0.1:8431{VERSION}"


class TrainingProvider:
    """A faithful gift card provider for training and tests."""

    def __init__(
        self,
        *,
        client_id: str,
        client_secret: str,
        clock: Callable[[], datetime] = utc_now,
        ledger_path: Path | None = None,
        seed: int | None = None,
        balances: Mapping[str, str] = DEFAULT_BALANCES,
        rules: DeskRules | None = None,
        base_url: str = _NOMINAL_URL,
    ) -> None:
        """Open the books; with `ledger_path` they are those of the last run.

        `clock` tells the time in UTC, `seed` makes codes and ids repeatable, `base_url` is the
        address for use without sockets.

        May raise:
        - StoreError: `training_ledger_damaged` or `training_ledger_unusable`.
        """
        self._journal = JournalFile(ledger_path) if ledger_path else None
        opening = {currency: Decimal(amount) for currency, amount in balances.items()}
        self._ledger = Ledger(opening, self._journal)
        if self._journal:
            self._journal.load(self._ledger)
        self._clock = clock
        self._base_url = base_url
        self._shell = HttpShell(self.handle, self._turns_away)
        self._is_started = False
        self._address = ("127.0.0.1", 0)
        self._relisten: asyncio.Task[None] | None = None
        self.troubles = TroublePlan(on_change=self._on_troubles_changed)
        self._core = Core(
            Account(client_id, client_secret),
            ledger=self._ledger,
            plan=self.troubles,
            rules=rules or DeskRules(),
            clock=clock,
            rng=random.SystemRandom() if seed is None else random.Random(seed),  # noqa: S311
            base_url=lambda: self._base_url,
        )

    @property
    def ledger(self) -> Ledger:
        """The books as they are now: what time has brought is written in first."""
        self._core.settle()
        return self._ledger

    @property
    def base_url(self) -> str:
        """The address with the version prefix, for the client's settings."""
        return self._base_url

    @property
    def catalogue(self) -> tuple[Product, ...]:
        """All products as the provider knows them."""
        return tuple(self._core.products.values())

    def handle(
        self, method: str, target: str, headers: Sequence[tuple[str, str]], body: bytes
    ) -> Reply:
        """Answer one request without sockets; the reply tells its own fate."""
        return self._core.handle(method, target, headers, body)

    def top_up(self, currency: str, amount: str) -> None:
        """Add to a balance, as the shop's owner would by bank transfer."""
        self._ledger.top_up(Movement(self._clock(), currency, Decimal(amount), "top_up"))

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> str:
        """Listen on a loopback address; returns the base URL.

        With a ledger file and port 0 the port of the last run is taken again if it is free, so
        that orders keep their address over a restart.

        May raise:
        - OSError: the address can't be used.
        """
        if self._is_started:
            return self._base_url
        chosen = await self._listen_first(host, port)
        self._address = (host, chosen)
        self._is_started = True
        shown = f"[{host}]" if ":" in host else host
        self._base_url = f"http://{shown}:{chosen}{VERSION}"
        if self._journal and self._journal.last_port != chosen:
            self._journal.record_port(chosen)
        self._on_troubles_changed()
        return self._base_url

    async def _listen_first(self, host: str, port: int) -> int:
        if port == 0 and self._journal and self._journal.last_port:
            try:
                return await self._shell.listen(host, self._journal.last_port)
            except OSError:
                # Someone else has it now: any other will do.
                pass
        return await self._shell.listen(host, port)

    async def stop(self) -> None:
        """Stop listening, end every connection; the books stay, and `start` works again."""
        self._is_started = False
        if self._relisten is not None:
            await self._relisten
        await self._shell.close()

    def _turns_away(self) -> bool:
        """Whether `provider_down` is armed for good; a counted one is met request by request."""
        down = self.troubles.find("provider_down")
        return down is not None and down.left is None

    def _on_troubles_changed(self) -> None:
        """Leave the network or come back to it, as the trouble `offline` says."""
        if not self._is_started or self._relisten is not None:
            return
        is_offline = self.troubles.find("offline") is not None
        if is_offline:
            self._shell.cut_off()
        elif not self._shell.is_listening:
            loop = asyncio.get_running_loop()
            self._relisten = loop.create_task(self._listen_again())

    async def _listen_again(self) -> None:
        try:
            await self._shell.listen(*self._address)
        except OSError as error:
            _log.warning("the training provider can't come back: %s", error.strerror)
        finally:
            self._relisten = None
        if self._shell.is_listening:
            self._on_troubles_changed()


async def run_training_provider(
    port: int,
    client_id: str,
    secret: str,
    troubles: Sequence[str],
    announce: Callable[[str], None],
) -> None:
    """Serve until cancelled; `announce` is told the base URL once it can be reached.

    Each trouble is `NAME` (for ever) or `NAME:TIMES`.

    May raise:
    - SettingsError: `unknown_trouble`, `bad_trouble_count` or `port_unusable`.
    """
    provider = TrainingProvider(client_id=client_id, client_secret=secret)
    for text in troubles:
        name, times = parse_trouble(text)
        provider.troubles.arm(name, times)
    try:
        url = await provider.start(port=port)
    except OSError as error:
        raise SettingsError("port_unusable", port=port, reason=error.strerror) from error
    try:
        announce(url)
        await asyncio.Event().wait()
    finally:
        await provider.stop()
