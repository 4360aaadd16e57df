"""Reading the catalogue's words: once for a catalogue, and never in the way of the keys."""

from __future__ import annotations

from pos_app.domain.errors import StoreError
from pos_app.domain.product import CatalogueReading, Product
from pos_app.domain.stops import ALL_BRANDS
from pos_app.ui.kit import TILE_ROLE, Tile
from pos_app.ui.presenters.sell_browse import BrowsePresenter, CatalogueState, Shelf
from pos_app.usecases.bulletin import CatalogueChanged
from tests.helpers.waiting import until
from tests.ui.conftest import TRAINER, Counter
from tests.ui.sell.hands import confirm, fill, finish, page_of, ranged, start


def another(counter: Counter) -> tuple[BrowsePresenter, list[Product]]:
    """A browser that begins to read now, and the products it wants to sell."""
    page = page_of(counter)
    browse = BrowsePresenter(counter.services, counter.tasks, page._shell, page)
    wanted: list[Product] = []
    browse.amount_wanted.connect(wanted.append)
    browse.start()
    return browse, wanted


async def test_words_are_read_once_for_a_catalogue(counter: Counter) -> None:
    """A favourite, a sale and a setting only put products in another order."""
    page = await start(counter)
    browse, product = page.presenter.browse, ranged(counter, place=5)
    index, codes = browse._stock.index, browse._stock.codes
    browse.mark(product, True)  # noqa: FBT003 - a slot's value
    await until(lambda: page.browse.model.product(0) == product)
    sold = ranged(counter, place=8)
    fill(counter, sold)
    await confirm(counter)
    await finish(counter)
    await until(lambda: page.browse.model.product(1) == sold)
    assert browse._stock.index is index
    assert browse._stock.codes is codes
    await counter.services.catalogue.refresh()
    await until(lambda: browse._stock.index is not index)
    assert page.browse.model.product(0) == product
    assert page.browse.model.product(1) == sold


async def test_keys_before_the_words_are_read_are_not_lost(counter: Counter) -> None:
    """What was typed finds its product as soon as it can be found, and Enter takes it."""
    await start(counter)
    product = ranged(counter)
    browse, wanted = another(counter)
    browse.search(product.name)
    browse.submit()
    assert (browse.results, wanted) == ([], [])
    await until(lambda: bool(wanted))
    assert wanted[0].brand == product.brand
    browse.search("")
    assert len(browse.results) > 100
    assert len(wanted) == 1
    browse.close()


async def test_a_key_after_enter_takes_it_back(counter: Counter) -> None:
    """Whoever types on has not meant what was there."""
    await start(counter)
    product = ranged(counter)
    browse, wanted = another(counter)
    browse.search(product.brand)
    browse.submit()
    browse.search(product.brand[:3])
    await until(lambda: bool(browse.results))
    assert wanted == []
    browse.close()


async def test_nothing_is_shown_before_it_is_known_what_comes_first(counter: Counter) -> None:
    """Tiles that change their places under the finger would open another product."""
    await start(counter)
    assortment = counter.services.counter.assortment
    assortment.loaded = False
    browse, _ = another(counter)
    shelves: list[Shelf] = []
    browse.shelf_changed.connect(shelves.append)
    await until(lambda: not browse._building)
    assert shelves == []
    await assortment.load()
    assert len(shelves) == 1
    assert len(shelves[0].products) == len(browse.results)
    browse.close()


async def test_an_empty_catalogue_is_one(counter: Counter) -> None:
    """A provider that offers nothing here is not waited for."""
    await start(counter)
    catalogue = counter.services.catalogue
    catalogue.reading = None
    browse, _ = another(counter)
    states: list[CatalogueState] = []
    browse.catalogue_changed.connect(states.append)
    await until(lambda: bool(states))
    assert {state.loaded for state in states} == {False}
    catalogue.reading = CatalogueReading((), 0, counter.services.till.clock.now())
    counter.services.till.bulletin.publish(CatalogueChanged())
    assert states[-1].loaded
    browse.close()


async def test_a_store_that_can_not_tell_is_told(counter: Counter) -> None:
    """What was learned stays as it was; the till goes on selling."""
    page = await start(counter)
    shelf = counter.services.counter.assortment._store

    async def broken(*, limit: int) -> dict[str, int]:
        raise StoreError("io", limit=limit)

    shelf.best_sellers = broken  # type: ignore[method-assign]
    fill(counter, ranged(counter))
    await confirm(counter)
    await finish(counter)
    await until(lambda: bool(counter.said))
    assert page.browse.model.rowCount() > 100


def tiles(counter: Counter) -> list[Tile]:
    """What is on the shelf, in its order."""
    model = page_of(counter).browse.model
    found = [model.data(model.index(row), TILE_ROLE) for row in range(model.rowCount())]
    return [tile for tile in found if isinstance(tile, Tile)]


async def test_a_stopped_brand_is_seen_as_one(counter: Counter) -> None:
    """Its tiles say so and come last; choosing one says the owner's sentence at once."""
    await start(counter, TRAINER)
    stops, approval = counter.services.owner.stops, counter.services.session.own_approval()
    brand = tiles(counter)[0].brand
    await stops.stop(brand, "Back on Monday.", approval)
    place = next(row for row, tile in enumerate(tiles(counter)) if tile.brand == brand)
    assert place > 0
    stopped = tiles(counter)[place]
    assert (stopped.orderable, stopped.reason) == (False, "Not sold at present")
    page_of(counter).presenter.browse.choose(place)
    assert "Back on Monday." in counter.said[-1].text
    assert not counter.sees("amount")
    await stops.resume(brand, approval)
    assert (tiles(counter)[0].brand, tiles(counter)[0].orderable) == (brand, True)
    await stops.stop(ALL_BRANDS, "Power cut.", approval)
    assert not any(tile.orderable for tile in tiles(counter))
