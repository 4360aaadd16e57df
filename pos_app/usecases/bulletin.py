"""What has happened, told to whoever listens: the one way from use-cases back to the screens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from pos_app.domain.errors import PosError
from pos_app.domain.money import Money
from pos_app.domain.sale import Line, LineId, Sale
from pos_app.ports import Balance


@dataclass(frozen=True, slots=True)
class LineChanged:
    """A line as it now stands in the store."""

    line: Line


@dataclass(frozen=True, slots=True)
class SaleInFront:
    """Another sale is on the progress screen, or none is."""

    sale: Sale | None


@dataclass(frozen=True, slots=True)
class CartChanged:
    """Something was put into the cart or taken out."""


@dataclass(frozen=True, slots=True)
class ParkedChanged:
    """A cart was parked, taken up or thrown away."""


@dataclass(frozen=True, slots=True)
class AssortmentChanged:
    """What was learned about products was read anew: favourites, labels, what sells."""


@dataclass(frozen=True, slots=True)
class CatalogueChanged:
    """The catalogue was read anew, or a refresh failed (`error`)."""

    error: PosError | None = None


@dataclass(frozen=True, slots=True)
class BalanceChanged:
    """The provider balance is known anew."""

    balance: Balance


@dataclass(frozen=True, slots=True)
class BalanceLow:
    """The balance has fallen below the owner's level: told once, until it was above again."""

    balance: Balance
    level: Money


@dataclass(frozen=True, slots=True)
class CredentialsRefused:
    """The provider refused client id or signature, with its own `code`: nothing can be ordered."""

    code: str


@dataclass(frozen=True, slots=True)
class StopsChanged:
    """Something is not sold any more, or is sold again (`Till.stops`)."""


@dataclass(frozen=True, slots=True)
class ReachChanged:
    """The provider answers again, or does not."""


@dataclass(frozen=True, slots=True)
class SessionChanged:
    """Somebody signed in, or the till was locked."""


@dataclass(frozen=True, slots=True)
class SettingsChanged:
    """Settings were saved."""


@dataclass(frozen=True, slots=True)
class NoticesChanged:
    """A notice for managers was put up or dismissed."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something went wrong beside a person's own action: a notice without a question."""

    error: PosError
    line: LineId | None = None


Event: TypeAlias = (
    LineChanged
    | SaleInFront
    | CartChanged
    | ParkedChanged
    | AssortmentChanged
    | CatalogueChanged
    | BalanceChanged
    | BalanceLow
    | CredentialsRefused
    | StopsChanged
    | ReachChanged
    | SessionChanged
    | SettingsChanged
    | NoticesChanged
    | Trouble
)
Listener: TypeAlias = Callable[[Event], None]


class Bulletin:
    """Tells every listener every event, in order, on the loop's thread."""

    def __init__(self) -> None:
        """Nobody listens yet."""
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Listen from now on; the returned function ends it."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def publish(self, event: Event) -> None:
        """Tell everybody."""
        for listener in tuple(self._listeners):
            listener(event)
