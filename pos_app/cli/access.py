"""What commands need of this till: input, settings, secrets, the open store."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

from pos_app.bootstrap.real import open_real_store, open_secrets
from pos_app.cli.run import Terminal
from pos_app.config import Paths, SettingsJson
from pos_app.domain.errors import SettingsError
from pos_app.domain.settings import Settings
from pos_app.ports import SecretStore
from pos_app.store import Store

_LONGEST: Final = 1000


def read_secret(terminal: Terminal, what: str) -> str:
    """The first line of standard input, without its end.

    May raise:
    - SettingsError: `no_input`, or `bad_input` for what no secret or PIN can be.
    """
    try:
        text = terminal.stdin.readline(_LONGEST + 1)
    except UnicodeDecodeError as error:
        raise SettingsError("bad_input", what=what) from error
    line = text.rstrip("\r\n")
    if not line.strip():
        raise SettingsError("no_input", what=what)
    if len(line) > _LONGEST or not line.isprintable():
        raise SettingsError("bad_input", what=what)
    return line


@dataclass(frozen=True, slots=True)
class Opened:
    """A till that has been set up, with its store open."""

    paths: Paths
    settings: Settings
    secrets: SecretStore
    store: Store


@asynccontextmanager
async def opened_till(terminal: Terminal) -> AsyncIterator[Opened]:
    """The till of this computer; its store is closed again afterwards.

    May raise:
    - SettingsError, VaultError, StoreError: as for the program itself.
    """
    paths = Paths.find(terminal.environment)
    settings = SettingsJson(paths.settings, terminal.environment).load()
    secrets = open_secrets(paths, settings, terminal.environment)
    store = await open_real_store(paths, settings, secrets)
    try:
        yield Opened(paths, settings, secrets, store)
    finally:
        await store.close()
