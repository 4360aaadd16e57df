"""Drives the till from outside, as an assistive technology would: by its accessibility tree.

Pure Python over D-Bus, so that it runs in the same environment as the tests. The program knows
nothing of it. Debian packages: xvfb openbox dbus-daemon at-spi2-core xdotool and a font.

Roles are Qt's words (`push button`, `text`, `list`, `list item`, `spin box`, `cell`,
`alert message`). A password field reads as bullets. A list row offers `Toggle` only: choose it
with a real click. A combo box: `ShowMenu`, then a click. Don't walk ten thousand rows.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, Final, Self, TypeVar

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from PIL import ImageGrab

T = TypeVar("T")

_A: Final = "org.a11y.atspi."
_PROPERTIES: Final = "org.freedesktop.DBus.Properties"
_DBUS: Final = "org.freedesktop.DBus"
_STATES: Final[Mapping[int, str]] = {
    1: "active",
    4: "checked",
    8: "enabled",
    11: "focusable",
    12: "focused",
    16: "modal",
    23: "selected",
    24: "sensitive",
    25: "showing",
    30: "visible",
}


class GoneError(LookupError):
    """The object or the program is no longer there."""


def wait(
    condition: Callable[[], T],
    timeout_s: float = 5,
    what: str = "condition",
    *,
    every_s: float = 0.02,
) -> T:
    """The first true value of `condition`, which may stumble over objects that go away.

    May raise:
    - TimeoutError: it was not true in time.
    """
    end = time.monotonic() + timeout_s
    while True:
        with contextlib.suppress(GoneError):
            value = condition()
            if value:
                return value
        if time.monotonic() > end:
            text = f"not within {timeout_s} s: {what}"
            raise TimeoutError(text)
        time.sleep(every_s)


class Node:
    """One object of the tree: a window, a button, a row."""

    def __init__(self, bus: DBusConnection, owner: str, path: str) -> None:
        self._bus, self.owner, self.path = bus, owner, path

    def __repr__(self) -> str:
        """Role, name and objectName, for failed tests."""
        try:
            return f"<{self.role} {self.name!r} {self.object_name}>"
        except GoneError:
            return "<gone>"

    def __eq__(self, other: object) -> bool:
        """Whether both are the same object of the same program."""
        return isinstance(other, Node) and (self.owner, self.path) == (other.owner, other.path)

    def __hash__(self) -> int:
        """By owner and path, as equality."""
        return hash((self.owner, self.path))

    @property
    def name(self) -> str:
        """The accessible name: what a screen reader says first."""
        return str(self._get("Accessible", "Name"))

    @property
    def description(self) -> str:
        """The accessible description: shortcut, count."""
        return str(self._get("Accessible", "Description"))

    @property
    def object_name(self) -> str:
        """Qt's objectName, without those of the parents."""
        return str(self._get("Accessible", "AccessibleId")).rsplit(".", 1)[-1]

    @property
    def role(self) -> str:
        """What it is, in Qt's words."""
        return str(self._call(f"{_A}Accessible", "GetRoleName"))

    @property
    def states(self) -> set[str]:
        """Which of the states of interest it has."""
        low, high = self._call(f"{_A}Accessible", "GetState")
        bits = high << 32 | low
        return {word for bit, word in _STATES.items() if bits >> bit & 1}

    @property
    def children(self) -> list[Node]:
        """What lies directly below."""
        found = self._call(f"{_A}Accessible", "GetChildren")
        return [Node(self._bus, owner, path) for owner, path in found]

    @property
    def text(self) -> str:
        """The content of a text field or label."""
        return str(self._call(f"{_A}Text", "GetText", "ii", 0, -1))

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, width and height on screen."""
        left, top, width, height = self._call(f"{_A}Component", "GetExtents", "u", 0)
        return left, top, width, height

    @property
    def actions(self) -> list[str]:
        """What it can be told to do."""
        count = int(self._get("Action", "NActions"))
        return [str(self._call(f"{_A}Action", "GetName", "i", i)) for i in range(count)]

    def act(self, action: str = "Press") -> None:
        """Do one of its actions, as a screen reader's user would."""
        self._call(f"{_A}Action", "DoAction", "i", self.actions.index(action))

    def focus(self) -> None:
        """Move the keyboard focus here."""
        self.act("SetFocus")

    def set_text(self, text: str) -> None:
        """Replace the content of a text field."""
        self._call(f"{_A}EditableText", "SetTextContents", "s", text)

    def set_value(self, number: float) -> None:
        """Set a spin box."""
        value = ("d", float(number))
        self._call(_PROPERTIES, "Set", "ssv", f"{_A}Value", "CurrentValue", value)

    def walk(self, *, showing: bool = False) -> Iterator[Node]:
        """This object and everything below, top down; on request only what is showing."""
        yield self
        for child in self.children:
            with contextlib.suppress(GoneError):
                if not showing or "showing" in child.states:
                    yield from child.walk(showing=showing)

    def all(
        self,
        role: str | None = None,
        name: str | None = None,
        object_name: str | None = None,
        *,
        showing: bool = False,
    ) -> list[Node]:
        """Every object below (or this one) that matches all that is given.

        Pages that are not in front are most of the tree: with `showing` nobody looks there.
        """
        found = []
        for node in self.walk(showing=showing):
            with contextlib.suppress(GoneError):
                if (
                    (role is None or node.role == role)
                    and (name is None or node.name == name)
                    and (object_name is None or node.object_name == object_name)
                    and (not showing or "showing" in node.states)
                ):
                    found.append(node)
        return found

    def find(
        self,
        role: str | None = None,
        name: str | None = None,
        object_name: str | None = None,
        *,
        showing: bool = True,
        timeout_s: float = 5,
    ) -> Node:
        """The only showing object that matches; waits for it.

        May raise:
        - TimeoutError: none came.
        - LookupError: more than one matches.
        """
        what = " ".join(filter(None, (role, name, object_name)))
        found = wait(lambda: self.all(role, name, object_name, showing=showing), timeout_s, what)
        if len(found) != 1:
            text = f"{len(found)} match {what}: {found}"
            raise LookupError(text)
        return found[0]

    def press(self, name: str, timeout_s: float = 5) -> None:
        """Press the showing and enabled button of that name."""
        button = self.find("push button", name, timeout_s=timeout_s)
        wait(lambda: "enabled" in button.states, timeout_s, f"{name} enabled")
        button.act()

    def outline(self) -> str:
        """The showing part of the tree as text, for failed tests and for documentation."""
        return "\n".join(self._outline(0))

    def _outline(self, depth: int) -> Iterator[str]:
        with contextlib.suppress(GoneError):
            if depth == 0 or "showing" in self.states:
                yield f"{'  ' * depth}{self!r}"
                for child in self.children:
                    yield from child._outline(depth + 1)

    def _call(self, interface: str, method: str, signature: str = "", *arguments: object) -> Any:  # noqa: ANN401 - D-Bus answers with anything
        address = DBusAddress(self.path, self.owner, interface)
        message = new_method_call(address, method, signature or None, arguments)
        reply = self._bus.send_and_get_reply(message, timeout=10)
        if reply.header.message_type is MessageType.error:
            text = f"{interface}.{method}: {reply.body}"
            raise GoneError(text)
        return reply.body[0] if reply.body else None

    def _get(self, interface: str, name: str) -> Any:  # noqa: ANN401 - as above
        return self._call(_PROPERTIES, "Get", "ss", f"{_A}{interface}", name)[1]


class Desktop:
    """A private screen with window manager, session bus and accessibility bus.

    Use as a context manager; everything that was started ends with it.
    """

    def __init__(self, size: str = "1366x768x24") -> None:
        self._stack = contextlib.ExitStack()
        try:
            self.environment = self._environment()
            self.display = self._start_screen(size)
            self.environment["DISPLAY"] = self.display
            self._start_buses()
        except BaseException:
            self._stack.close()
            raise

    def __enter__(self) -> Self:
        """The running desktop."""
        return self

    def __exit__(self, *_: object) -> None:
        """End everything."""
        self.close()

    def close(self) -> None:
        """End what was started, last first."""
        self._stack.close()

    def start(
        self,
        command: Sequence[str],
        environment: Mapping[str, str] | None = None,
        output: IO[str] | None = None,
    ) -> subprocess.Popen[str]:
        """Start a program on this desktop; all it prints goes to `output`."""
        process = subprocess.Popen(
            command,
            env={**self.environment, **(environment or {})},
            stdout=output,
            stderr=subprocess.STDOUT if output else None,
            text=True,
        )
        self._stack.callback(_end, process)
        return process

    def window_of(self, process: subprocess.Popen[str], timeout_s: float = 30) -> Node:
        """The accessibility tree of a program that was started here, once it has a window."""

        def look() -> Node | None:
            for program in self._root.children:
                if self._process_of(program) == process.pid and program.children:
                    return program
            if process.poll() is not None:
                text = f"the program ended with {process.returncode}"
                raise RuntimeError(text)
            return None

        found = wait(look, timeout_s, "the program's window")
        assert found is not None
        return found

    def type_text(self, text: str) -> None:
        """Type on the keyboard of this desktop."""
        self._xdotool("type", "--delay", "10", text)

    def scan(self, text: str) -> None:
        """Type as a scanner does: fast, and with Enter at the end."""
        self._xdotool("type", "--delay", "1", "--args", "1", text, "key", "Return")

    def press_key(self, *keys: str) -> None:
        """Press keys by their X names: `Return`, `ctrl+l`."""
        self._xdotool("key", *keys)

    def click(self, node: Node, *, times: int = 1) -> None:
        """Click with the mouse in the middle of an object."""
        left, top, width, height = node.box
        at = (str(left + width // 2), str(top + height // 2))
        self._xdotool("mousemove", *at, "click", "--repeat", str(times), "--delay", "40", "1")

    def screenshot(self, path: Path) -> None:
        """A picture of the whole screen."""
        ImageGrab.grab(xdisplay=self.display).save(path)

    def pixels(self) -> bytes:
        """The screen as it is, to be compared with another look."""
        return ImageGrab.grab(xdisplay=self.display).tobytes()

    def _start_screen(self, size: str) -> str:
        read, write = os.pipe()
        self._run(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"],
            keep=write,
        )
        os.close(write)
        with os.fdopen(read) as answer:
            return f":{answer.readline().strip()}"

    def _environment(self) -> dict[str, str]:
        environment = {
            **os.environ,
            "LC_ALL": "C.UTF-8",
            "NO_AT_BRIDGE": "0",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_QPA_PLATFORM": "xcb",
            "XDG_RUNTIME_DIR": self._stack.enter_context(tempfile.TemporaryDirectory()),
        }
        environment.pop("WAYLAND_DISPLAY", None)
        return environment

    def _start_buses(self) -> None:
        bus = self._run(["dbus-daemon", "--session", "--nofork", "--print-address=1"])
        assert bus.stdout is not None
        with bus.stdout:
            self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        self._start_window_manager()
        session = self._stack.enter_context(
            open_dbus_connection(self.environment["DBUS_SESSION_BUS_ADDRESS"])
        )
        ask = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        address = session.send_and_get_reply(new_method_call(ask, "GetAddress")).body[0]
        self._bus = self._stack.enter_context(open_dbus_connection(address))
        self._root = Node(self._bus, f"{_A}Registry", "/org/a11y/atspi/accessible/root")
        # The first question starts the registry.
        wait(lambda: self._root.role, 10, "the accessibility registry")

    def _start_window_manager(self) -> None:
        """Have one before any window: who comes earlier stays small and without a frame."""
        manager = self._run(["openbox"])

        def manages() -> bool:
            nonlocal manager
            if manager.poll() is not None:
                # On an overloaded machine it now and then gives up on the screen.
                manager = self._run(["openbox"])
            return self._is_managed()

        wait(manages, 60, "the window manager")

    def _is_managed(self) -> bool:
        asked = subprocess.run(
            ["xdotool", "get_desktop"], env=self.environment, check=False, capture_output=True
        )
        return asked.returncode == 0

    def _process_of(self, program: Node) -> int:
        ask = DBusAddress("/org/freedesktop/DBus", _DBUS, _DBUS)
        message = new_method_call(ask, "GetConnectionUnixProcessID", "s", (program.owner,))
        reply = self._bus.send_and_get_reply(message)
        return -1 if reply.header.message_type is MessageType.error else int(reply.body[0])

    def _run(self, command: Sequence[str], keep: int | None = None) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            command,
            env=self.environment,
            pass_fds=[] if keep is None else [keep],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._stack.callback(_end, process)
        return process

    def _xdotool(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env=self.environment, check=True)


def _end(process: subprocess.Popen[str]) -> None:
    if process.poll() is None:
        process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(10)
    for stream in (process.stdin, process.stdout, process.stderr):
        if stream is not None:
            stream.close()
