"""A shop as its owner has it: the program, its provider, its folders, all as separate processes.

Nothing here imports the program. The provider is asked with a signature computed here once more
(provider-contract.md, section 2), the database is read with plain SQL.
"""

from __future__ import annotations

import hashlib
import hmac
import http.client
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from pathlib import Path
from typing import IO, Any, Final, Self
from urllib.parse import urlsplit

from tests.helpers.atspi import Desktop
from tests.helpers.till import TillOnScreen

PROGRAM: Final = (str(Path(sys.executable).with_name("pos-app")),)
CLIENT_ID: Final = "shop-4711"
SECRET: Final = "a secret of the shop"
STORE: Final = "Eckladen"
TILL: Final = "K7"
CASHIER: Final = ("Ayla", "4826")
MANAGER: Final = ("Mira", "975310")
_PATIENCE_S: Final = 120


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str


def free_port() -> int:
    """A port on loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def run(
    *arguments: str,
    environment: Mapping[str, str] | None = None,
    stdin: str = "",
    command: Sequence[str] = PROGRAM,
) -> Ran:
    """Run a command of the program to its end."""
    done = subprocess.run(
        [*command, *arguments],
        env={**os.environ, **(environment or {})},
        input=stdin,
        capture_output=True,
        text=True,
        timeout=_PATIENCE_S,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


class Provider:
    """`pos-app training-provider` as a process, and its books by signed questions."""

    def __init__(self, *troubles: str, port: int = 0) -> None:
        """Start it and wait for the line that says that it is ready."""
        # Whoever asks it must follow its clock.
        self._ahead_s = 600 if "clock_wrong" in troubles else 0
        options = [text for trouble in troubles for text in ("--trouble", trouble)]
        place = ["--port", str(port), "--client-id", CLIENT_ID, "--secret-stdin"]
        self._process = subprocess.Popen(
            [*PROGRAM, "training-provider", *place, *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with self._process.stdin as stdin:
            stdin.write(f"{SECRET}\n")
        self.url = self._process.stdout.readline().strip()

    def __enter__(self) -> Self:
        """The running provider."""
        return self

    def __exit__(self, *_: object) -> None:
        """End it."""
        self.stop()

    def stop(self) -> int:
        """End it as the system does; its exit code."""
        self._process.terminate()
        code = self._process.wait(_PATIENCE_S)
        assert self._process.stdout is not None
        self._process.stdout.close()
        return code

    def get(self, path: str, query: str = "", *, date: str = "") -> Any:  # noqa: ANN401 - JSON
        """The provider's answer to a signed question."""
        status, body = self.ask(path, query, date=date)
        assert status == 200, (status, body)
        return body

    def ask(self, path: str, query: str = "", *, date: str = "") -> tuple[int, Any]:
        """Status and JSON body of a signed question."""
        base = urlsplit(self.url)
        assert base.hostname is not None
        target = f"{base.path}{path}"
        date = date or formatdate(time.time() + self._ahead_s, usegmt=True)
        parts = (base.netloc, "GET", target, query, date, "", hashlib.sha256(b"").hexdigest())
        seal = hmac.new(SECRET.encode(), "\n".join(parts).encode(), hashlib.sha256).hexdigest()
        headers = {
            "Authorization": f"FP1-HMAC-SHA256 KeyId={CLIENT_ID}, Signature={seal}",
            "Date": date,
        }
        connection = http.client.HTTPConnection(base.hostname, base.port, timeout=30)
        with closing(connection):
            connection.request("GET", f"{target}?{query}" if query else target, headers=headers)
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read())

    def products(self) -> list[dict[str, Any]]:
        """The whole catalogue."""
        return self._pages("products", "limit=100")

    def orders(self) -> list[dict[str, Any]]:
        """Every order that the books hold a charge for, oldest first."""
        settled = self._pages("settlements", "from=2000-01-01&to=2999-12-31")
        ids = [
            item["order_id"]
            for settlement in settled
            for item in settlement["items"]
            if item["type"] == "order"
        ]
        return [self.get(f"/orders/{one}") for one in dict.fromkeys(ids)]

    def secrets(self) -> list[str]:
        """Every code and link that the provider ever gave away."""
        return [
            text
            for order in self.orders()
            for text in (order.get("code"), *(one["url"] for one in order.get("urls") or []))
            if text
        ]

    def balance(self) -> str:
        """What may still be spent, in euro."""
        return str(self.get("/balances/EUR")["available"])

    def _pages(self, what: str, query: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        cursor = None
        while True:
            page = self.get(f"/{what}", query + (f"&cursor={cursor}" if cursor else ""))
            found += page[what]
            cursor = page["next_cursor"]
            if cursor is None:
                return found


@dataclass
class Shop:
    """One till of a shop: home folder, slips, and the program in it."""

    folder: Path
    desktop: Desktop | None = None
    command: Sequence[str] = PROGRAM
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Choose the folders."""
        self.home = self.folder / "home"
        self.slips = self.folder / "slips"
        self.said = self.folder / "said.txt"
        self.environment = {
            "POS_APP_HOME": str(self.home),
            "POS_APP_PRINTER": f"pdf:{self.slips}",
            "POS_APP_LANGUAGE": "en",
            **self.environment,
        }
        self._stack = ExitStack()

    def cli(self, *arguments: str, stdin: str = "", **more: str) -> Ran:
        """Run a command in this shop; `more` are variables on top of the shop's own."""
        environment = {**self.environment, **more}
        return run(*arguments, environment=environment, stdin=stdin, command=self.command)

    def set_up(self, url: str, *, secret: str = SECRET, client_id: str = CLIENT_ID) -> None:
        """`setup`, one cashier, one manager."""
        assert self.setup(url, secret=secret, client_id=client_id).code == 0
        for (name, pin), role in ((CASHIER, "cashier"), (MANAGER, "manager")):
            added = self.cli("cashier", "add", name, "--role", role, "--pin-stdin", stdin=pin)
            assert added.code == 0, added

    def setup(self, url: str, *, secret: str = SECRET, client_id: str = CLIENT_ID) -> Ran:
        """`setup` alone."""
        told = f"--store {STORE} --till {TILL} --country DE --currency EUR --client-id".split()
        where = [client_id, "--provider-url", url, "--secret-stdin"]
        return self.cli("setup", *told, *where, stdin=secret)

    @contextmanager
    def opened(self, *arguments: str, **more: str) -> Iterator[TillOnScreen]:
        """The program with its window; it is ended afterwards, whatever happened."""
        assert self.desktop is not None
        with self.said.open("a", encoding="utf-8") as output:
            environment = {**self.environment, **more}
            command = [*self.command, *arguments]
            till = TillOnScreen(self.desktop, command, environment, output)
            try:
                yield till
            finally:
                if till.process.poll() is None:
                    till.stop(60)

    def crash(self, till: TillOnScreen) -> None:
        """Kill the program, as a power cut would as far as the program can tell."""
        till.process.send_signal(signal.SIGKILL)
        till.process.wait(_PATIENCE_S)

    @property
    def database(self) -> Path:
        """The till's one database file."""
        return self.home / "data" / "till.sqlite3"

    def rows(self, sql: str, *values: object) -> list[dict[str, Any]]:
        """What the database says, read by somebody else."""
        address = f"file:{self.database}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=30)) as connection:
            connection.row_factory = sqlite3.Row
            return [dict(row) for row in connection.execute(sql, values)]

    def write(self, *statements: str) -> None:
        """Change the database behind the program's back."""
        with closing(sqlite3.connect(self.database, timeout=30)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()

    def slip_names(self) -> list[str]:
        """The slips that have been printed."""
        return sorted(path.name for path in self.slips.glob("*")) if self.slips.exists() else []

    def words(self) -> list[str]:
        """What the program said on its standard output and error."""
        return self.said.read_text(encoding="utf-8").splitlines()


def content_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, to be compared with a later look."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def unchanged(folder: Path, work: Callable[[], Ran]) -> Ran:
    """What the work said, once it is seen that it changed nothing below a folder."""
    before = content_of(folder)
    ran = work()
    assert content_of(folder) == before
    return ran


__all__ = [
    "CASHIER",
    "CLIENT_ID",
    "IO",
    "MANAGER",
    "PROGRAM",
    "SECRET",
    "STORE",
    "TILL",
    "Provider",
    "Ran",
    "Shop",
    "content_of",
    "free_port",
    "run",
    "unchanged",
]
