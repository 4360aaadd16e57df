"""Looks at what is showing as an assistive technology would, and complains in sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.helpers.atspi import GoneError, Node, wait

CONTROLS = frozenset(
    "push button,text,password text,spin box,list,table,check box,radio button,combo box".split(
        ","
    )
)
# What Qt says for a widget without an objectName: its class.
_NAMED = re.compile(r"[a-z][a-z0-9_]*(-[A-Za-z0-9_-]+)?")


@dataclass(frozen=True, slots=True)
class Seen:
    """One showing object, read once."""

    node: Node
    role: str
    name: str
    object_name: str

    def __str__(self) -> str:
        """Role, name and objectName."""
        return f"{self.role} {self.name!r} ({self.object_name})"


@dataclass
class Audit:
    """Complaints about screens, in the order in which they were looked at.

    `secrets` are codes, PINs and links that no screen may hold.
    """

    window: Node
    secrets: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def look(self, screen: str, *expected: tuple[str, str]) -> None:
        """Look at a screen once everything expected is there, and keep what is wrong."""
        try:
            wait(lambda: self._missing(expected) == [], 15, screen)
        except TimeoutError:
            self._complain(screen, f"missing {self._missing(expected)}")
        seen = self.showing()
        for role, name in expected:
            found = [one for one in seen if (one.role, one.name) == (role, name)]
            if len(found) > 1:
                self._complain(screen, f"{role} {name!r} is there {len(found)} times: {found}")
        self._check_controls(screen, [one for one in seen if one.role in CONTROLS])
        for one in seen:
            if any(secret in one.name for secret in self.secrets):
                self._complain(screen, f"a code or link in the clear: {one}")

    def showing(self) -> list[Seen]:
        """Everything that is showing; what goes away meanwhile is left out."""
        found = []
        for node in self.window.walk(showing=True):
            try:
                found.append(Seen(node, node.role, node.name, node.object_name))
            except GoneError:
                continue
        return found

    def names(self, role: str) -> list[str]:
        """The names of everything of a role that is showing."""
        return [one.name for one in self.showing() if one.role == role]

    def _missing(self, expected: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        there = {(one.role, one.name) for one in self.showing()}
        return [one for one in expected if one not in there]

    def _check_controls(self, screen: str, controls: list[Seen]) -> None:
        for one in controls:
            if not one.name:
                self._complain(screen, f"without a name: {one}")
            if not _NAMED.fullmatch(one.object_name):
                self._complain(screen, f"without an objectName of its own: {one}")
        for kind, values in (
            ("name", [one.name for one in controls]),
            ("objectName", [one.object_name for one in controls]),
        ):
            twice = [value for value, count in Counter(values).items() if count > 1]
            if twice:
                self._complain(screen, f"{kind} more than once: {twice}")

    def _complain(self, screen: str, text: str) -> None:
        self.complaints.append(f"{screen}: {text}")


def buttons(*names: str) -> tuple[tuple[str, str], ...]:
    """Plain buttons; a checkable one has another role."""
    return tuple(("push button", name) for name in names)
