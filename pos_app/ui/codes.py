"""Finds products by codes instead of words: product codes and shelf labels, by their beginning."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from pos_app.domain.product import Product

_LEAST: Final = 4
_Pair: TypeAlias = tuple[str, int]


class CodeIndex:
    """Sorted codes with the positions of their products; a few bisections per key press.

    Made once for a catalogue, on any thread; labels are few, and taken up whenever they change.

    Attributes:
    - places: where the product of a code lies.
    """

    def __init__(self, products: Sequence[Product] = ()) -> None:
        """Take the code of each product."""
        self.places: Mapping[str, int] = {each.code: at for at, each in enumerate(products)}
        self._codes = sorted([(code.casefold(), at) for code, at in self.places.items()])
        self._labels: Sequence[_Pair] = ()

    def take_labels(self, labels: Mapping[str, str]) -> None:
        """From now on these texts stand for products too."""
        places = self.places
        known = [(text.casefold(), code) for text, code in labels.items() if code in places]
        self._labels = sorted([(text, places[code]) for text, code in known])

    def find(self, text: str) -> list[int]:
        """Positions of products whose code or label begins like a text with a digit in it."""
        start = text.strip().casefold()
        if len(start) < _LEAST or not any(map(str.isdigit, start)):
            return []
        found = sorted([*_beginning(self._codes, start), *_beginning(self._labels, start)])
        return list(dict.fromkeys(place for _, place in found))


def _beginning(pairs: Sequence[_Pair], start: str) -> Iterable[_Pair]:
    first = bisect_left(pairs, (start,))
    return pairs[first : bisect_left(pairs, (start + "\U0010ffff",), first)]
