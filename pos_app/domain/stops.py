"""What the owner has stopped selling, and what the cashier is told about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from pos_app.domain.errors import RefusedError
from pos_app.domain.people import PersonId

# Stands for every brand.
ALL_BRANDS: Final = ""
_LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class Stop:
    """One brand, or all of them, is not sold until a manager allows it again."""

    brand: str
    sentence: str
    since: datetime
    by: PersonId


@dataclass(frozen=True, slots=True)
class Stops:
    """Everything that is stopped now."""

    stops: tuple[Stop, ...] = ()

    def __iter__(self) -> Iterator[Stop]:
        """One after the other, by brand; a stop of everything comes first."""
        return iter(self.stops)

    def of(self, brand: str) -> Stop | None:
        """What keeps a brand from being sold: a stop of everything, or its own."""
        return next((stop for stop in self.stops if stop.brand in (ALL_BRANDS, brand)), None)

    def check(self, brand: str) -> None:
        """Let a brand through that may be sold.

        May raise:
        - RefusedError: `selling_stopped` with the `brand` and the owner's `sentence`.
        """
        stop = self.of(brand)
        if stop is not None:
            raise RefusedError("selling_stopped", brand=brand, sentence=stop.sentence)


def neat_sentence(text: str) -> str:
    """The sentence as it is kept: one line, not empty.

    May raise:
    - RefusedError: `sentence_missing`, or `sentence_too_long` with `most`.
    """
    neat = " ".join(text.split())
    if not neat:
        raise RefusedError("sentence_missing")
    if len(neat) > _LONGEST or not neat.isprintable():
        raise RefusedError("sentence_too_long", most=_LONGEST)
    return neat
