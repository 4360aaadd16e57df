"""One request and its answer as plain values, and who carries them; knows no HTTP library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from pos_app.provider.calls import Wait


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes, in the very parts that are sent."""

    host: str
    port: int
    path: str
    query: str


@dataclass(frozen=True, slots=True)
class Message:
    """A request as it goes out."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole answer; header names are lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)


@dataclass(slots=True)
class Progress:
    """How far an exchange has come; says for certain only that nothing has been sent."""

    given: bool = False  # the carrier has the request
    connecting: bool = False  # it is resolving, connecting or greeting
    beyond: bool = False  # something else has begun
    status: int | None = None

    @property
    def is_unsent(self) -> bool:
        """Whether the first byte of the request has certainly not left."""
        return not self.given or (self.connecting and not self.beyond)

    def restart(self) -> None:
        """Forget the attempt before, which was answered whole."""
        self.given = self.connecting = self.beyond = False
        self.status = None


class ExchangeError(Exception):
    """No whole answer came; `word` says why.

    Words: `name_unknown`, `not_connected`, `tls_failed`, `no_answer`, `cut`, `too_large`.
    """

    def __init__(self, word: str) -> None:
        """Keep the word."""
        super().__init__(word)
        self.word = word


class Carrier(Protocol):
    """Carries one request and brings its answer."""

    def target(self, url: str) -> Target:
        """The parts of a URL exactly as they will be sent."""
        ...

    async def exchange(self, message: Message, wait: Wait, progress: Progress) -> Reply:
        """Send one request and read its answer whole.

        May raise:
        - ExchangeError.
        """
        ...

    async def close(self) -> None:
        """Close all connections."""
        ...
