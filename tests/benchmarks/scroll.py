"""Scrolling the tiles: each frame is one turn of the wheel and its painting.

The baseline is the same grid with 200 products: what is not seen must cost nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from pos_app.ui.kit import TileGrid
from pos_app.ui.views.sell.tiles import TileModel
from tests.benchmarks.report import Check, Report, Series, percentile
from tests.benchmarks.stage import PaintCount, Stopwatch, on_the_till, paint
from tests.ui.conftest import Counter
from tests.ui.sell.hands import page_of

_FRAMES = 600
_FEW = 200
_BREATH_S = 0.005


def _steps(grid: TileGrid) -> Iterator[int]:
    """Down and up again: slowly, then by whole pages."""
    bar = grid.verticalScrollBar()
    place, step = 0, 60
    while True:
        if not 0 <= place + step <= bar.maximum():
            step = -step
        place = min(max(0, place + step), bar.maximum())
        yield place
        if place == bar.value() and abs(step) < bar.pageStep():
            step = step * 11 // 10


async def _measure(counter: Counter, many: Series, few: Series) -> None:
    browse = page_of(counter).browse
    shelf = page_of(counter).presenter.browse._shelf
    other, model = TileGrid("Baseline", object_name="baseline"), TileModel(browse.model._pictures)
    other.setModel(model)
    other.resize(browse.grid.size())
    model.set_shelf(shelf)
    model.set_results(range(_FEW))
    other.show()
    grids = ((browse.grid, many), (other, few))
    ways = [(grid, series, _steps(grid), PaintCount(grid.viewport())) for grid, series in grids]
    await asyncio.sleep(0.5)
    for number in range(_FRAMES):
        for grid, series, steps, painted in ways[:: 1 if number % 2 else -1]:
            await asyncio.sleep(_BREATH_S)
            before, place = painted.count, next(steps)
            moves = place != grid.verticalScrollBar().value()
            watch = Stopwatch()
            grid.verticalScrollBar().setValue(place)
            paint(grid)
            if moves:
                series.add(*watch.read())
                assert painted.count > before
    other.close()
    other.deleteLater()


def measure() -> Report:
    """Turn the wheel."""
    many, few = Series("10,000 tiles, a frame"), Series("200 tiles, a frame")
    on_the_till(lambda counter: _measure(counter, many, few))
    return Report(
        "scrolling",
        [many, few],
        [Check("frame p99", percentile(many.wall, 99), 16, unit="ms")],
        [f"ratio of medians, 10,000 to 200 tiles: {many.median / few.median:.2f}"],
    )
