"""The kill matrix: the program as a process, killed at every edge of a sale of three cards.

The training provider lives in the process of the proof, so that it outlives every till. After a
kill the oracle looks at the rows and the books; then the till starts again, people press what
their cases say, and the oracle looks at the end.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import re
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from pypdf import PdfReader

from pos_app.bootstrap.real import open_secrets, read_vault_key
from pos_app.config import Paths, load_settings
from pos_app.domain.sale import LineId
from pos_app.store.vault import Vault
from pos_app.training.core import utc_now
from pos_app.training.orders import DeskRules
from pos_app.training.provider import TrainingProvider
from tests.helpers.oracle import (
    BrokenPromiseError,
    Happening,
    View,
    Violation,
    check,
    check_end,
)
from tests.helpers.rows import Kept, OpenCard, read_rows
from tests.helpers.witness import booked, worth

ROOT: Final = Path(__file__).resolve().parents[2]
_CLIENT: Final = "client"
_SECRET: Final = "kill-matrix"
_KILLED: Final = -signal.SIGKILL
_SLIP: Final = re.compile(r"(?P<line>.+-\d{6}-\d+)(?P<copy>-copy-\d+)?\.pdf")
_COMMAND: Final = (sys.executable, "-m", "tests.proofs.killed_till")


@dataclass
class KillTables:
    """What the kills have met."""

    edges: dict[str, int] = field(default_factory=dict)
    killed: int = 0
    finished: int = 0
    took_s: float = 0.0
    # What the three lines looked like as the till was killed.
    found: Counter[str] = field(default_factory=Counter)

    def lines(self) -> list[str]:
        """For people."""
        told = [f"{kind:<26}{count:>5}" for kind, count in sorted(self.edges.items())]
        told += [f"{'edges of a sale of three':<26}{sum(self.edges.values()):>5}", ""]
        told += [f"{count:>5} x  {states}" for states, count in self.found.most_common()]
        told += ["", f"{self.killed} killed, {self.finished} finished before their moment came"]
        return told


class Shop:
    """A till set up once, copied for each life, and a process that makes tills."""

    def __init__(self, folder: Path, provider: TrainingProvider) -> None:
        """Use this folder."""
        self.folder, self.provider = folder, provider
        self._maker: asyncio.subprocess.Process | None = None
        self._count = 0

    async def set_up(self) -> None:
        """The real set-up by the real command line; a first sale fetches the catalogue."""
        home = self.folder / "template"
        url = self.provider.base_url
        await self._command(
            *f"setup --store Shop --till T1 --country DE --currency EUR --provider-url {url}"
            f" --client-id {_CLIENT} --secret-stdin".split(),
            home=home,
            given=_SECRET,
        )
        await self._command(
            *"cashier add Marta --role manager --pin-stdin".split(), home=home, given="4711"
        )
        self._maker = await asyncio.create_subprocess_exec(
            *_COMMAND,
            "serve",
            cwd=ROOT,
            env=environment(),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        assert await self.do(home, "sale") == 0

    async def _command(self, *words: str, home: Path, given: str) -> None:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "pos_app", *words),
            cwd=ROOT,
            env=environment() | {"POS_APP_HOME": str(home)},
            stdin=asyncio.subprocess.PIPE,
        )
        await process.communicate(given.encode())
        assert process.returncode == 0, words

    def new_home(self) -> Path:
        """The same till again, in a folder of its own."""
        self._count += 1
        home = self.folder / f"home-{self._count}"
        shutil.copytree(self.folder / "template", home)
        (home / "said").unlink(missing_ok=True)
        shutil.rmtree(home / "slips", ignore_errors=True)
        return home

    async def do(self, home: Path, what: str, **more: float) -> int:
        """One life of the program; how it ended."""
        assert self._maker is not None
        assert self._maker.stdin is not None
        assert self._maker.stdout is not None
        job = json.dumps({"home": str(home), "do": what, **more})
        self._maker.stdin.write(f"{job}\n".encode())
        await self._maker.stdin.drain()
        async with asyncio.timeout(60):
            return int(await self._maker.stdout.readline())

    async def close(self) -> None:
        """End the process that makes tills."""
        if self._maker is not None and self._maker.stdin is not None:
            self._maker.stdin.close()
            await self._maker.wait()


def environment() -> dict[str, str]:
    """Nothing of the person who runs this."""
    clean = {name: text for name, text in os.environ.items() if not name.startswith("POS_APP_")}
    return clean | {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}


@asynccontextmanager
async def open_shop() -> AsyncIterator[Shop]:
    """A provider that listens, and a till at it."""
    provider = TrainingProvider(
        client_id=_CLIENT,
        client_secret=_SECRET,
        balances={"EUR": "10000000.00"},
        rules=DeskRules(customer_limit=Decimal(10**9)),
    )
    await provider.start()
    with tempfile.TemporaryDirectory(prefix="pos-app-kills-") as name:
        shop = Shop(Path(name), provider)
        try:
            await shop.set_up()
            yield shop
        finally:
            await shop.close()
            await provider.stop()


class Life:
    """One till that is killed and started again."""

    def __init__(self, shop: Shop) -> None:
        """A home of its own; what the books held before is not its business."""
        self._shop, self.home = shop, shop.new_home()
        ledger = shop.provider.ledger
        self._orders, self._requests = set(ledger.orders), len(ledger.requests)
        self._open_card = _card_opener(self.home)
        self._before = self._kept()

    async def live(self, tables: KillTables, **when: float) -> None:
        """Sell, be killed, start again, come to rest.

        May raise:
        - BrokenPromiseError, with the moment of the kill as a note.
        """
        try:
            status = await self._shop.do(self.home, "sale", **when)
            assert status in (0, _KILLED), f"ended with {status}"
            self._look_after_kill(tables)
            tables.killed += status == _KILLED
            tables.finished += status == 0
            if not when:
                self._note_edges(tables)
            assert await self._shop.do(self.home, "rest") == 0
            self._look_at_the_end()
        except BaseException as error:
            error.add_note(f"killed at {when}, home {self.home}: {self.said()}")
            raise
        shutil.rmtree(self.home)

    def said(self) -> list[dict[str, Any]]:
        """What the till said, in order."""
        path = self.home / "said"
        if not path.exists():
            return []
        return [json.loads(text) for text in path.read_text(encoding="utf-8").splitlines()]

    def _kept(self) -> Kept:
        return read_rows(self.home / "data", self._open_card)

    def _look_after_kill(self, tables: KillTables) -> None:
        """Nothing is torn, nothing that was said is missing, nothing unknown was sent."""
        kept = self._kept()
        assert not kept.faults, kept.faults
        rows = self._new_rows(kept)
        missing = [one["sale"] for one in self.said() if one["said"] == "paid"]
        assert set(missing) <= set(kept.paid), f"paid and lost: {missing}"
        self._killed_rows = rows
        tables.found[", ".join(sorted(row.order for row in rows.values())) or "no sale"] += 1
        keys = {row.key: hashlib.sha256(row.body).hexdigest() for row in rows.values()}
        for request in self._shop.provider.ledger.requests[self._requests :]:
            if request.call == "order" and keys.get(request.key) != request.body_sha256:
                unknown = Violation("M2.unknown_key_sent", f"{request.key} came to the provider")
                raise BrokenPromiseError([unknown])
        check(self._view(kept, offers={line: frozenset({"any"}) for line in rows}))

    def _look_at_the_end(self) -> None:
        """What was open as the till died was offered to people, and now everything is right."""
        kept = self._kept()
        assert not kept.faults, kept.faults
        offered = next(one["offered"] for one in self.said() if one["said"] == "cases")
        for row in self._killed_rows.values():
            if not row.is_closed and not offered.get(row.line):
                raise BrokenPromiseError([Violation("M1.not_visible", row.line)])
        check_end(self._view(kept, offers={}))

    def _new_rows(self, kept: Kept) -> dict[str, Any]:
        return {line: row for line, row in kept.rows.items() if line not in self._before.rows}

    def _view(self, kept: Kept, offers: Mapping[str, frozenset[str]]) -> View:
        books = self._shop.provider.ledger.orders.values()
        return View(
            rows=self._new_rows(kept),
            offers=offers,
            cases=frozenset(),
            orders=[booked(order) for order in books if order.id not in self._orders],
            happened=[*self._slips(), *self._presses()],
            paid={s: paid for s, paid in kept.paid.items() if s not in self._before.paid},
        )

    def _presses(self) -> list[Happening]:
        kinds = ("handed_over", "refund_paid")
        return [
            Happening(one["said"], one["line"], utc_now())
            for one in self.said()
            if one["said"] in kinds
        ]

    def _slips(self) -> list[Happening]:
        """Slips in the folder, with the code that can be read on each."""
        codes = [order.code for order in self._shop.provider.ledger.orders.values() if order.code]
        slips = []
        for path in sorted((self.home / "slips").glob("[!.]*.pdf")):
            match = _SLIP.fullmatch(path.name)
            assert match is not None, path.name
            text = _bare("".join(page.extract_text() for page in PdfReader(path).pages))
            shown = [code for code in codes if _bare(code) in text]
            assert len(shown) == 1, f"{path.name}: {shown}"
            links = [
                o.redemption_url
                for o in self._shop.provider.ledger.orders.values()
                if o.code == shown[0] and o.redemption_url and _bare(o.redemption_url) in text
            ]
            seen = frozenset([*shown, *map(str, links)])
            copy = match["copy"] is not None
            slips.append(Happening("slip", match["line"], utc_now(), shown=seen, copy=copy))
        return slips

    def _note_edges(self, tables: KillTables) -> None:
        for one in self.said():
            if one["said"] == "sold":
                tables.edges, tables.took_s = one["edges"], one["took_s"]


def _bare(text: str) -> str:
    return re.sub(r"\W", "", text)


def _card_opener(home: Path) -> OpenCard:
    """Opens cards with the till's own key."""
    paths = Paths.below(home)
    settings = load_settings(paths.settings)
    vault = Vault(read_vault_key(open_secrets(paths, settings, {})), settings.installation_id)
    return lambda line, sealed: worth(vault.open_card(LineId(line), sealed))


async def run_kills(edges: Sequence[int] | None, moments: Sequence[float]) -> KillTables:
    """One life per edge (None: all there are) and per moment, as a share of a sale's time.

    May raise:
    - BrokenPromiseError.
    """
    tables = KillTables()
    async with open_shop() as shop:
        await Life(shop).live(tables)
        total = sum(tables.edges.values())
        for edge in range(1, total + 1) if edges is None else edges:
            await Life(shop).live(tables, edge=edge)
        for share in moments:
            await Life(shop).live(tables, after_s=share * tables.took_s)
    return tables
