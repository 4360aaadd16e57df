"""Finds products by codes instead of words: product codes and shelf labels, by their beginning."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Final

from pos_app.domain.product import Product

_LEAST: Final = 4


class CodeIndex:
    """Sorted codes with the positions of their products; two bisections per key press."""

    def __init__(
        self, products: Sequence[Product] = (), labels: Mapping[str, str] | None = None
    ) -> None:
        """Take the code of each product, and the labels that stand for one."""
        places = {product.code: place for place, product in enumerate(products)}
        pairs = [(code.casefold(), place) for code, place in places.items()]
        taught = [
            (label.casefold(), places[code])
            for label, code in (labels or {}).items()
            if code in places
        ]
        self._pairs = sorted([*pairs, *taught])
        self._codes = [code for code, _ in self._pairs]

    def find(self, text: str) -> list[int]:
        """Positions of products whose code or label begins like a text with a digit in it."""
        start = text.strip().casefold()
        if len(start) < _LEAST or not any(map(str.isdigit, start)):
            return []
        first = bisect_left(self._codes, start)
        last = bisect_left(self._codes, start + "\U0010ffff", first)
        return list(dict.fromkeys(place for _, place in self._pairs[first:last]))
