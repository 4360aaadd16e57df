"""What a page may ask of the window around it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol, TypeVar, runtime_checkable

from PySide6.QtWidgets import QWidget

from pos_app.domain.errors import PosError
from pos_app.domain.money import Language
from pos_app.domain.people import Approval, Permission
from pos_app.ui.kit import DialogSheet
from pos_app.ui.theme import Tone

T = TypeVar("T")


class PageName(StrEnum):
    """The entries of the rail."""

    SELL = "sell"
    ORDERS = "orders"
    CASES = "cases"
    DAY = "day"
    SETTINGS = "settings"


class ShellPort(Protocol):
    """The window as pages see it."""

    @property
    def window(self) -> QWidget:
        """What a dialog belongs to."""
        ...

    @property
    def language(self) -> Language:
        """The language in force."""
        ...

    def go(self, page: PageName, target: str = "") -> None:
        """Bring a page to the front; a page with `open_target(str)` is given the target."""
        ...

    def notify(
        self,
        text: str,
        tone: Tone = Tone.NEUTRAL,
        *,
        action: str = "",
        on_action: Callable[[], None] | None = None,
    ) -> None:
        """Show a sentence that does not block."""
        ...

    def notify_error(self, error: PosError) -> None:
        """Say an error's sentence."""
        ...

    async def approve(self, permission: Permission) -> Approval | None:
        """A manager's word: the signed-in manager's own, or asked for; None when refused."""
        ...

    async def open_sheet(self, dialog: DialogSheet[T]) -> T | None:
        """Open a dialog over the window; its value, or None when it was closed."""
        ...

    def set_case_count(self, count: int, urgent: int = 0) -> None:
        """How many open cases the rail shows, and how many of them can't wait."""
        ...


@runtime_checkable
class TakesTarget(Protocol):
    """A page that can show one thing, such as an order by its line."""

    def open_target(self, target: str) -> None:
        """Show it."""
        ...


@runtime_checkable
class TakesScans(Protocol):
    """A page that knows what to do with a scan."""

    def takes_scans(self) -> bool:
        """Whether one is welcome now."""
        ...

    def take_scan(self, text: str) -> None:
        """Do it."""
        ...


@runtime_checkable
class GoesBack(Protocol):
    """A page with steps: Esc goes one back."""

    def go_back(self) -> bool:
        """Go one step back; False when there is none."""
        ...


@runtime_checkable
class HasFirstFocus(Protocol):
    """A page that knows where work begins."""

    def focus_first(self) -> None:
        """Put the focus there."""
        ...
