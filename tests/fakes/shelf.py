"""What a till has learned about products, in memory; held to the contract of the real store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from pos_app.domain.errors import RefusedError
from pos_app.domain.journal import Entry


class FakeShelf:
    """Labels and favourites in dictionaries; `delivered` tells product codes, oldest first."""

    def __init__(
        self,
        delivered: Callable[[], Iterable[str]],
        taken_back: Mapping[str, bool],
        note: Callable[[list[Entry]], object],
        check: Callable[[], None],
    ) -> None:
        """`note` writes into the journal, `check` raises what every write raises."""
        self._delivered, self._taken_back = delivered, taken_back
        self._note, self._check = note, check
        self._labels: dict[str, str] = {}
        self._favourites: set[str] = set()

    async def labels(self) -> Mapping[str, str]:
        """Labels to product codes."""
        return dict(sorted(self._labels.items()))

    async def put_label(self, label: str, product_code: str, entry: Entry) -> None:
        """Teach a label."""
        self._check()
        self._labels[label] = product_code
        self._note([entry])

    async def remove_label(self, label: str, entry: Entry) -> None:
        """Forget a label."""
        self._check()
        if label not in self._labels:
            raise RefusedError("no_such_label", label=label)
        del self._labels[label]
        self._note([entry])

    async def favourites(self) -> Sequence[str]:
        """Marked product codes."""
        return sorted(self._favourites)

    async def mark(self, product_code: str, *, favourite: bool) -> None:
        """Mark, or no longer."""
        self._check()
        self._favourites.discard(product_code)
        if favourite:
            self._favourites.add(product_code)

    async def taken_back(self) -> Mapping[str, bool]:
        """What was learned."""
        return dict(self._taken_back)

    async def best_sellers(self, *, limit: int) -> Mapping[str, int]:
        """Counted, the most first."""
        counted = Counter(self._delivered())
        ranked = sorted(counted.items(), key=lambda each: (-each[1], each[0]))
        return dict(ranked[:limit])

    async def recently_sold(self, *, limit: int) -> Sequence[str]:
        """The newest first."""
        return list(dict.fromkeys(reversed(list(self._delivered()))))[:limit]
