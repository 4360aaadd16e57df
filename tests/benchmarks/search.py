"""From a key press in the search to the painted result, over 10,000 products.

The baseline is what Qt offers: a QSortFilterProxyModel with a contains filter over the same
Python model, in the same grid with the same tiles. It neither ranks nor forgives a letter.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtTest import QTest

from pos_app.ui.images import Pictures
from pos_app.ui.kit import TileGrid
from pos_app.ui.views.sell.page import SellPage
from pos_app.ui.views.sell.tiles import TileModel
from tests.benchmarks.report import Check, Report, Series, percentile
from tests.benchmarks.stage import PaintCount, Stopwatch, on_the_till, paint
from tests.ui.conftest import Counter
from tests.ui.sell.hands import page_of

# What cashiers type: beginnings, whole brands, insides, kinds, two words, one wrong letter.
_TYPED: Final = (
    "gut", "gutschein", "nordkabel", "kaffee", "geschenk karte", "bergmuhle", "online",
    "sternlaterne", "a", "e", "s", "insel", "moosrnig", "papierwelle", "jubi", "licht", "goldhaus",
    "rosenpfad gut", "strassen", "suedwerk", "markt platz", "igel", "schnee", "xq", "klang",
)  # fmt: skip
_BREATH_S: Final = 0.05


class Baseline:
    """Qt's own filter in a window of its own, as large as the real grid."""

    def __init__(self, page: SellPage, pictures: Pictures) -> None:
        """Show all products."""
        self.model = TileModel(pictures)
        self.proxy = QSortFilterProxyModel()
        self.proxy.setSourceModel(self.model)
        self.proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.grid = TileGrid("Baseline", object_name="baseline")
        self.grid.setModel(self.proxy)
        self.grid.resize(page.browse.grid.size())
        shelf = page.presenter.browse._shelf
        self.model.set_shelf(shelf)
        self.model.set_results(list(range(len(shelf.products))))
        self.grid.show()


def _texts() -> Iterator[str]:
    """Each state of the search field, letter by letter, then emptied."""
    for word in _TYPED:
        for length in range(1, len(word) + 1):
            yield word[:length]
        yield ""


async def _measure(counter: Counter, ours: Series, theirs: Series) -> None:
    page = page_of(counter)
    browse, search = page.browse, page.browse.search
    baseline = Baseline(page, Pictures(counter.services.pictures, counter.tasks, page))
    painted, painted_there = PaintCount(browse.grid.viewport()), PaintCount(
        baseline.grid.viewport()
    )  # fmt: skip
    for number, text in enumerate(_texts()):
        for ours_first in (number % 2 == 0, number % 2 == 1):
            await asyncio.sleep(_BREATH_S)
            before = painted.count, painted_there.count, baseline.proxy.rowCount()
            watch = Stopwatch()
            if ours_first:
                if text:
                    QTest.keyClicks(search, text[-1])
                else:
                    search.clear()
                paint(browse.grid)
                ours.add(*watch.read())
                assert painted.count > before[0], text
                assert search.text() == text
            else:
                baseline.proxy.setFilterFixedString(text)
                paint(baseline.grid)
                theirs.add(*watch.read())
                same = baseline.proxy.rowCount() == before[2]
                assert same or painted_there.count > before[1], text
    baseline.grid.close()
    baseline.grid.deleteLater()


def measure() -> Report:
    """Type, look, compare."""
    ours, theirs = Series("key to painted result"), Series("QSortFilterProxyModel, contains")
    on_the_till(lambda counter: _measure(counter, ours, theirs))
    p95 = percentile(ours.wall, 95)
    return Report(
        "search: 10,000 products, each key",
        [ours, theirs],
        [
            Check("p95", p95, 16, aim=8, unit="ms"),
            Check("times faster than Qt's filter, medians", theirs.median / ours.median, 4,
                  is_ratio=True, at_least=True),
            Check("times faster than Qt's filter, p95", percentile(theirs.wall, 95) / p95, 4,
                  is_ratio=True, at_least=True),
        ],
    )  # fmt: skip
